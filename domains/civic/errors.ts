/** Refusals of civic life. */
import { defineErrors } from '#kernel/contract'

export const civicErrors = defineErrors({
  'civic.code-wrong': { status: 403, zh: '验证码不对或已过期', en: 'The code is wrong or has expired' },
  'civic.signed-out': { status: 403, zh: '登录已过期,请重新验证手机', en: 'Signed out: verify the phone again' },
  'civic.unknown': { status: 404, zh: '没有查到:编号与手机号对不上', en: 'Nothing found: number and phone do not match' },
})
