/** Why a step of internal works is refused. */
import { defineErrors } from '#kernel'

export const officeErrors = defineErrors({
  'office.open-items': { status: 409, zh: '还有{count}项{what}未办结', en: '{count} {what} are open' },
  'office.same-person': { status: 403, zh: '{role}不能与{other}是同一人', en: '{role} and {other} must be two people' },
})
