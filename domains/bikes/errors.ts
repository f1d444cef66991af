/** Refusals of bikes. */
import { defineErrors } from '#kernel/contract'

export const bikesErrors = defineErrors({
  'bikes.field': { status: 422, zh: '{why}', en: '{why}' },
  'bikes.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
