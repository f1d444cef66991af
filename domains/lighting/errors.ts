/** Refusals of lighting. */
import { defineErrors } from '#kernel/contract'

export const lightingErrors = defineErrors({
  'lighting.field': { status: 422, zh: '{why}', en: '{why}' },
  'lighting.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
