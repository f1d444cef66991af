/** Refusals of muck. */
import { defineErrors } from '#kernel/contract'

export const muckErrors = defineErrors({
  'muck.field': { status: 422, zh: '{why}', en: '{why}' },
  'muck.not-yet': { status: 409, zh: '{why}', en: '{why}' },
  'muck.receipt': { status: 404, zh: '预约号与回执不符', en: 'number and receipt do not match' },
})
