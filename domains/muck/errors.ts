/** Refusals of muck. */
import { defineErrors } from '#kernel/contract'

export const muckErrors = defineErrors({
  'muck.receipt': { status: 404, zh: '预约号与回执不符', en: 'number and receipt do not match' },
})
