/** Refusals of 市容. */
import { defineErrors } from '#kernel/contract'

export const appearanceErrors = defineErrors({
  'appearance.field': { status: 422, zh: '{why}', en: '{why}' },
  'appearance.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
