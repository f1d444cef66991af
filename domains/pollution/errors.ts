/** Refusals of 油烟噪声扬尘. */
import { defineErrors } from '#kernel/contract'

export const pollutionErrors = defineErrors({
  'pollution.field': { status: 422, zh: '{why}', en: '{why}' },
  'pollution.not-yet': { status: 409, zh: '{why}', en: '{why}' },
})
