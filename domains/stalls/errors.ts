/** Refusals of 摊区夜市. */
import { defineErrors } from '#kernel/contract'

export const stallsErrors = defineErrors({
  'stalls.field': { status: 422, zh: '{why}', en: '{why}' },
  'stalls.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
