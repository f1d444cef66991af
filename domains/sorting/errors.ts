/** Refusals of waste sorting. */
import { defineErrors } from '#kernel/contract'

export const sortingErrors = defineErrors({
  'sorting.field': { status: 422, zh: '{why}', en: '{why}' },
  'sorting.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
