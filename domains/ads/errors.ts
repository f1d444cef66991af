/** Refusals of outdoor advertising. */
import { defineErrors } from '#kernel/contract'

export const adsErrors = defineErrors({
  'ads.field': { status: 422, zh: '{why}', en: '{why}' },
  'ads.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
