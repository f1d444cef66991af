/** Refusals of this gateway. */
import { defineErrors } from '#kernel/contract'

export const open311Errors = defineErrors({
  'open311.key': { status: 403, zh: '请给出有效的 api_key(向本局申请)', en: 'A valid api_key is needed (ask the bureau)' },
})
