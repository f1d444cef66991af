/** Addresses of signing in and of the three administrators' desks. Isomorphic: screens call these values. */
import { z } from 'zod'
import { route } from '../http/route.ts'

const empty = z.object({})
const row = z.record(z.string(), z.unknown())
const rows = z.object({ rows: z.array(row) })
const one = z.object({ id: z.uuid() })
const day = z.iso.date('应为日期,如 2026-11-21')
const tag = 'identity'
const password = z.string().min(1, '请填写密码').max(200, '密码过长')
const code = z.string().regex(/^\d{6}$/, '动态口令应为6位数字')

export const signInRoute = route({
  method: 'POST',
  path: '/session',
  zh: '登录',
  permission: 'public',
  tag,
  input: z.object({
    login: z.string().trim().min(1, '请填写账号').max(100),
    password,
    code: code.optional(),
    district: z
      .string()
      .regex(/^\d{6}$/, '应为6位县级区划代码')
      .optional(),
  }),
  output: z.object({
    token: z.string(),
    name: z.string(),
    personId: z.string(),
    home: z.string(),
    mustChangePassword: z.boolean(),
  }),
  refusals: ['identity.wrong', 'identity.locked', 'identity.disabled', 'identity.second-factor', 'identity.second-factor-wrong'],
})
export const signOutRoute = route({
  method: 'DELETE',
  path: '/session',
  zh: '退出',
  permission: 'signed-in',
  tag,
  input: empty,
  output: empty,
})
export const meRoute = route({
  method: 'GET',
  path: '/session',
  zh: '我是谁',
  permission: 'signed-in',
  tag,
  input: empty,
  output: z.object({
    personId: z.string(),
    name: z.string(),
    login: z.string().nullable(),
    district: z.string(),
    unitId: z.string().nullable(),
    home: z.string(),
    hasSecondFactor: z.boolean(),
    mustChangePassword: z.boolean(),
    grants: z.array(row),
  }),
})
export const passwordRoute = route({
  method: 'POST',
  path: '/session/password',
  zh: '修改本人密码',
  permission: 'signed-in',
  tag,
  input: z.object({ old: password, new: password }),
  output: empty,
  refusals: ['identity.wrong', 'identity.weak-password'],
})
export const enrolRoute = route({
  method: 'POST',
  path: '/session/totp/enrol',
  zh: '申请动态口令',
  permission: 'signed-in',
  tag,
  input: z.object({ password }),
  output: z.object({ secret: z.string(), uri: z.string() }),
})
export const confirmRoute = route({
  method: 'POST',
  path: '/session/totp/confirm',
  zh: '确认动态口令',
  permission: 'signed-in',
  tag,
  input: z.object({ code }),
  output: empty,
  refusals: ['identity.second-factor-wrong', 'identity.second-factor-none'],
})

const page = {
  search: z.string().max(50).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).default(0),
}
const nullableId = z.uuid().nullish()
const login = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9_.@-]{2,50}$/, '账号应为2至50位字母、数字或 . _ - @')
export const peopleRoute = route({
  method: 'GET',
  path: '/identity/people',
  zh: '人员',
  permission: 'signed-in',
  tag,
  input: z.object({ ...page, unitId: z.uuid().optional() }),
  output: rows.extend({ total: z.number() }),
})
export const createPersonRoute = route({
  method: 'POST',
  path: '/identity/people',
  zh: '新增人员',
  permission: 'system.people',
  tag,
  input: z.object({
    name: z.string().trim().min(1, '请填写姓名').max(50),
    login: login.nullish(),
    phone: z.string().max(20).nullish(),
    unitId: nullableId,
    password: password.optional(),
  }),
  output: z.object({ id: z.string(), temporaryPassword: z.string().nullable() }),
  refusals: ['kernel.duplicate', 'identity.weak-password'],
})
export const editPersonRoute = route({
  method: 'PATCH',
  path: '/identity/people/:id',
  zh: '修改人员',
  permission: 'system.people',
  tag,
  input: one.extend({
    name: z.string().trim().min(1).max(50).optional(),
    phone: z.string().max(20).nullish(),
    unitId: nullableId,
  }),
  output: empty,
})
export const disableRoute = route({
  method: 'POST',
  path: '/identity/people/:id/disable',
  zh: '停用账号',
  permission: 'system.people',
  tag,
  input: one,
  output: empty,
  refusals: ['identity.self'],
})
export const enableRoute = route({
  method: 'POST',
  path: '/identity/people/:id/enable',
  zh: '启用账号',
  permission: 'system.people',
  tag,
  input: one,
  output: empty,
})
export const unlockRoute = route({
  method: 'POST',
  path: '/identity/people/:id/unlock',
  zh: '解锁账号',
  permission: 'system.people',
  tag,
  input: one,
  output: empty,
})
export const resetPasswordRoute = route({
  method: 'POST',
  path: '/identity/people/:id/password',
  zh: '重置密码(发临时密码)',
  permission: 'system.people',
  tag,
  input: one,
  output: z.object({ temporaryPassword: z.string() }),
  refusals: ['identity.self'],
})
export const resetTotpRoute = route({
  method: 'POST',
  path: '/identity/people/:id/totp/reset',
  zh: '解除动态口令',
  permission: 'security.appoint',
  tag,
  input: one,
  output: empty,
  refusals: ['identity.self'],
})

const unitFields = {
  kind: z.string().min(1).max(40),
  parentId: nullableId,
  areaCode: z
    .string()
    .regex(/^\d{6,15}$/, '应为区划代码')
    .nullish(),
  code: z.string().max(40).nullish(),
  phone: z.string().max(20).nullish(),
}
export const unitsRoute = route({
  method: 'GET',
  path: '/identity/units',
  zh: '单位',
  permission: 'signed-in',
  tag,
  input: z.object({ retired: z.enum(['0', '1']).default('0') }),
  output: rows,
})
export const createUnitRoute = route({
  method: 'POST',
  path: '/identity/units',
  zh: '新增单位',
  permission: 'system.units',
  tag,
  input: z.object({ name: z.string().trim().min(2, '请填写单位名称').max(100), ...unitFields }),
  output: z.object({ id: z.string() }),
  refusals: ['kernel.duplicate'],
})
export const editUnitRoute = route({
  method: 'PATCH',
  path: '/identity/units/:id',
  zh: '修改单位',
  permission: 'system.units',
  tag,
  input: one.extend({ name: z.string().trim().min(2).max(100).optional(), ...unitFields, kind: unitFields.kind.optional() }),
  output: empty,
})
export const retireUnitRoute = route({
  method: 'POST',
  path: '/identity/units/:id/retire',
  zh: '撤销单位',
  permission: 'system.units',
  tag,
  input: one.extend({ reason: z.string().min(2, '请写明撤销原因') }),
  output: empty,
  refusals: ['kernel.check'],
})

const verbs = z
  .array(z.string().regex(/^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*(\.\*)?$/, '权限写法不对'))
  .min(1, '至少一项权限')
  .max(2000)
export const postsRoute = route({
  method: 'GET',
  path: '/identity/posts',
  zh: '岗位',
  permission: 'security.appoint',
  tag,
  input: empty,
  output: rows,
})
export const createPostRoute = route({
  method: 'POST',
  path: '/identity/posts',
  zh: '新增岗位',
  permission: 'security.appoint',
  tag,
  input: z.object({
    id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/, '岗位代号应为小写字母、数字和短横'),
    zh: z.string().min(2).max(50),
    verbs,
    adminKind: z.enum(['system', 'security', 'audit']).nullish(),
    home: z.string().startsWith('/').optional(),
  }),
  output: z.object({ id: z.string() }),
  refusals: ['identity.admin-verbs', 'kernel.duplicate'],
})
export const editPostRoute = route({
  method: 'PATCH',
  path: '/identity/posts/:id',
  zh: '修改岗位权限',
  permission: 'security.appoint',
  tag,
  input: z.object({
    id: z.string(),
    zh: z.string().min(2).max(50).optional(),
    verbs: verbs.optional(),
    home: z.string().startsWith('/').optional(),
  }),
  output: empty,
  refusals: ['identity.admin-verbs', 'identity.self'],
})
export const appointmentsRoute = route({
  method: 'GET',
  path: '/identity/people/:id/appointments',
  zh: '任职',
  permission: 'security.appoint',
  tag,
  input: one,
  output: rows,
})
export const appointRoute = route({
  method: 'POST',
  path: '/identity/people/:id/appointments',
  zh: '任命',
  permission: 'security.appoint',
  tag,
  input: one.extend({
    postId: z.string().min(1, '请选择岗位'),
    unitId: nullableId,
    areaCode: z
      .string()
      .regex(/^\d{6}(\d{3}(\d{3}(\d{3})?)?)?$/, '应为6、9、12或15位区划网格代码')
      .optional(),
    validFrom: day.optional(),
    validTo: day.nullish(),
  }),
  output: z.object({ id: z.string() }),
  refusals: ['identity.separate-admins', 'identity.self'],
})
export const endAppointmentRoute = route({
  method: 'POST',
  path: '/identity/appointments/:id/end',
  zh: '免职',
  permission: 'security.appoint',
  tag,
  input: one.extend({ on: day.optional() }),
  output: empty,
  refusals: ['identity.self'],
})
export const delegationsRoute = route({
  method: 'GET',
  path: '/identity/delegations',
  zh: '委托(本人的;安全管理员可见全部)',
  permission: 'signed-in',
  tag,
  input: empty,
  output: rows,
})
export const revokeRoute = route({
  method: 'POST',
  path: '/identity/delegations/:id/revoke',
  zh: '撤回委托',
  permission: 'signed-in',
  tag,
  input: one,
  output: empty,
})
export const sessionsRoute = route({
  method: 'GET',
  path: '/identity/sessions',
  zh: '在线会话',
  permission: 'security.sessions',
  tag,
  input: z.object({ personId: z.uuid().optional() }),
  output: rows,
})
export const endSessionRoute = route({
  method: 'POST',
  path: '/identity/sessions/:id/end',
  zh: '结束会话',
  permission: 'security.sessions',
  tag,
  input: z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: empty,
})
