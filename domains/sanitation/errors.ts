/** Refusals of sanitation. */
import { defineErrors } from '#kernel/contract'

export const sanitationErrors = defineErrors({
  'sanitation.field': { status: 422, zh: '{why}', en: '{why}' },
  'sanitation.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
