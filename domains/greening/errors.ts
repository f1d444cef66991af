/** Refusals of greening. */
import { defineErrors } from '#kernel/contract'

export const greeningErrors = defineErrors({
  'greening.field': { status: 422, zh: '{why}', en: '{why}' },
  'greening.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
