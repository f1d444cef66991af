/** Refusals of waste disposal. */
import { defineErrors } from '#kernel/contract'

export const disposalErrors = defineErrors({
  'disposal.field': { status: 422, zh: '{why}', en: '{why}' },
  'disposal.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
