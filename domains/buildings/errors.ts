/** Refusals of illegal buildings. */
import { defineErrors } from '#kernel/contract'

export const buildingsErrors = defineErrors({
  'buildings.field': { status: 422, zh: '{why}', en: '{why}' },
  'buildings.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
