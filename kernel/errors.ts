/**
 * The error catalogue. Every refusal a person can meet has a stable code, an HTTP status and a sentence that says what to do.
 * An expected refusal is a value (`refuse(...)`); inside a transaction it travels as `Refused` so that the work rolls back.
 * A bug is any other exception. `docs/generated/errors.md` is written from here and a test holds the two together.
 */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 503
  readonly zh: string
  readonly en: string
}
export interface Refusal {
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  /** Per-field messages of a form, already in the user's words. */
  readonly fields?: Readonly<Record<string, string>>
}

const catalogue = new Map<string, ErrorEntry>()

/** Adds a layer's or domain's codes; a code is defined once. */
export const defineErrors = <E extends Readonly<Record<string, ErrorEntry>>>(entries: E): E => {
  for (const [code, entry] of Object.entries(entries)) {
    const known = catalogue.get(code)
    if (known && known !== entry) throw new Error(`error code defined twice: ${code}`)
    catalogue.set(code, entry)
  }
  return entries
}

export const kernelErrors = defineErrors({
  'kernel.invalid': { status: 400, zh: '填写有误:{detail}', en: 'Invalid input: {detail}' },
  'kernel.not-found': { status: 404, zh: '找不到{what}', en: '{what} not found' },
  'kernel.no-route': { status: 404, zh: '没有这个地址', en: 'No such address' },
  'kernel.conflict': {
    status: 409,
    zh: '{what}已被他人修改,请核对后再提交(现为第{version}版)',
    en: '{what} was changed by somebody else (now version {version})',
  },
  'kernel.duplicate': { status: 409, zh: '{field}“{value}”已存在', en: '{field} "{value}" already exists' },
  'kernel.check': { status: 422, zh: '数据不合规则:{rule}', en: 'Violates rule: {rule}' },
  'kernel.outside': {
    status: 422,
    zh: '位置({lon},{lat})不在{district}范围内,请在图上改正',
    en: 'The place ({lon},{lat}) is outside {district}',
  },
  'kernel.too-large': { status: 413, zh: '文件超过{limit}MB', en: 'File exceeds {limit} MB' },
  'kernel.file-kind': { status: 415, zh: '不接受这种文件:{kind}', en: 'File kind not accepted: {kind}' },
  'kernel.module-off': {
    status: 403,
    zh: '本区尚未启用“{module}”模块,请联系系统管理员',
    en: 'The module "{module}" is not switched on in this district',
  },
  'kernel.no-file': {
    status: 422,
    zh: '“{field}”里有一个文件还没有上传成功,请重新选择',
    en: 'A file of "{field}" was never uploaded: choose it again',
  },
  'kernel.busy': { status: 503, zh: '系统正在启动或繁忙,请稍候', en: 'Starting or busy, try again shortly' },
  'kernel.too-many': { status: 429, zh: '操作太频繁,请{seconds}秒后再试', en: 'Too many requests, retry in {seconds} s' },
  'identity.required': { status: 401, zh: '请先登录', en: 'Sign in first' },
  'identity.wrong': { status: 401, zh: '账号或密码不对(还可试{left}次)', en: 'Wrong account or password ({left} tries left)' },
  'identity.locked': {
    status: 403,
    zh: '账号已锁定,{minutes}分钟后再试或请系统管理员解锁',
    en: 'Account locked for {minutes} minutes',
  },
  'identity.second-factor': { status: 401, zh: '请输入动态口令', en: 'Enter the one-time code' },
  'identity.second-factor-wrong': { status: 401, zh: '动态口令不对', en: 'Wrong one-time code' },
  'identity.disabled': { status: 403, zh: '账号已停用', en: 'Account disabled' },
  'identity.weak-password': {
    status: 422,
    zh: '密码至少10位,含字母、数字和符号中的三类',
    en: 'Password needs 10 characters of three kinds',
  },
  'identity.separate-admins': {
    status: 422,
    zh: '三员分立:同一人不能兼任{posts}',
    en: 'Separation of duties: one person cannot hold {posts}',
  },
  'permission.denied': { status: 403, zh: '您没有“{verb}”的权限', en: 'You lack the permission "{verb}"' },
  'permission.area': {
    status: 403,
    zh: '“{verb}”的管辖范围不含{area}',
    en: 'Your jurisdiction for "{verb}" does not cover {area}',
  },
  'permission.unit': { status: 403, zh: '该任务属于{unit}', en: 'This task belongs to {unit}' },
  'permission.person': { status: 403, zh: '该任务已派给{person}', en: 'This task is assigned to {person}' },
  'procedure.status': {
    status: 409,
    zh: '当前状态为“{status}”,不能{action};需处于:{from}',
    en: 'Status is "{status}"; {action} needs: {from}',
  },
  'procedure.final': { status: 409, zh: '已“{status}”,流程结束,不能{action}', en: 'Already "{status}"; {action} is closed' },
  'procedure.unknown-action': { status: 404, zh: '没有“{action}”这个动作', en: 'No action "{action}"' },
  'procedure.system-only': { status: 403, zh: '“{action}”由系统自动执行', en: '"{action}" is done by the system' },
})

export const refuse = (code: string, params: Refusal['params'] = {}, fields?: Refusal['fields']): Refusal => {
  if (!catalogue.has(code)) throw new Error(`unknown error code: ${code}`)
  return fields ? { code, params, fields } : { code, params }
}

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusalZh(refusal))
    this.refusal = refusal
  }
}
/** Rolls the surrounding work back with an expected refusal. */
export const reject = (code: string, params: Refusal['params'] = {}, fields?: Refusal['fields']): never => {
  throw new Refused(refuse(code, params, fields))
}

const fill = (sentence: string, params: Refusal['params']): string =>
  sentence.replace(/\{(\w+)\}/g, (_, key: string) => String(params[key] ?? ''))
export const refusalZh = (refusal: Refusal): string => fill(catalogue.get(refusal.code)?.zh ?? refusal.code, refusal.params)
export const refusalEn = (refusal: Refusal): string => fill(catalogue.get(refusal.code)?.en ?? refusal.code, refusal.params)
export const errorStatus = (code: string): number => catalogue.get(code)?.status ?? 500
export const errorEntries = (): readonly (readonly [string, ErrorEntry])[] => [...catalogue].sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * The two refusals every trade has, whose sentence says all: something entered is wrong (422, `TRADE.field`), or it is too early (409,
 * `TRADE.not-yet`). `const { why, notYet } = refusals('lighting')`, then `check: () => first(why(isWrong, '…'), notYet(isEarly, '…'))`.
 */
export const refusals = (trade: string) => {
  defineErrors({
    [`${trade}.field`]: { status: 422, zh: '{why}', en: '{why}' },
    [`${trade}.not-yet`]: { status: 409, zh: '{why}', en: '{why}' },
  })
  const of =
    (code: string) =>
    (isSo: boolean, text: string): Refusal | undefined =>
      isSo ? refuse(code, { why: text }) : undefined
  return { why: of(`${trade}.field`), notYet: of(`${trade}.not-yet`) }
}
