/** Why a sign-in through another system is refused; the key after the dot stands in the address of the sign-in page. */
import { defineErrors } from '#kernel/contract'

export const oidcErrors = defineErrors({
  'oidc.off': { status: 404, zh: '没有配置统一登录', en: 'No outside sign-in is configured' },
  'oidc.failed': { status: 401, zh: '统一身份没有通过核验,请重新登录', en: 'The outside identity could not be verified' },
  'oidc.unknown': { status: 403, zh: '统一身份没有对应的账号,请找管理员', en: 'No account for this identity' },
  'oidc.admin': { status: 403, zh: '管理员账号不能用统一身份登录', en: 'Administrators sign in here' },
  'oidc.second-factor': {
    status: 403,
    zh: '该账号设有动态口令,统一身份未用第二因素,请用账号密码登录',
    en: 'This account needs a second factor',
  },
  'oidc.closed': { status: 403, zh: '账号已停用或被锁定', en: 'The account is disabled or locked' },
})
export type OidcRefusal = keyof typeof oidcErrors
