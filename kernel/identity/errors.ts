/** Refusals and verbs of identity that the kernel's own catalogue does not hold. */
import { defineErrors } from '../errors.ts'
import { nameVerbs } from '../permission/permit.ts'

export const identityErrors = defineErrors({
  'identity.self': {
    status: 422,
    zh: '不能{what}自己,请由另一位管理员办理',
    en: 'You cannot {what} yourself: ask another administrator',
  },
  'identity.admin-verbs': {
    status: 422,
    zh: '三员分立:岗位“{post}”不能含权限{verbs}',
    en: 'Separation of duties: post "{post}" cannot hold {verbs}',
  },
  'identity.second-factor-none': {
    status: 409,
    zh: '没有待确认的动态口令,请先申请',
    en: 'No one-time code is waiting for confirmation',
  },
})

/** The verbs of the three administrators, and the two that open personal data. */
nameVerbs({
  'system.people': '管理人员账号',
  'system.units': '管理单位',
  'security.appoint': '设置岗位与任免',
  'security.sessions': '查看和结束会话',
  'audit.read': '查看审计日志',
  'audit.verify': '核验留痕',
  'personal.reveal': '查看未脱敏的个人信息',
  'personal.export': '导出未脱敏的个人信息',
})
