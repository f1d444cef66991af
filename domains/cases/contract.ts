/** What screens and gateways may know of cases: words, routes, shapes. */

import { z } from 'zod'
import { choice, defineErrors, route, titled } from '#kernel/contract'

export const kinds = { component: '部件', matter: '事项' } as const
export const urgencies = { normal: '一般', urgent: '紧急' } as const
export const levels = { merchant: '商户自处', street: '街道', district: '区', city: '市' } as const
export const supervisionLevels = { duty: '值班长督办', bureau: '局领导督办', district: '区级督办' } as const
export const satisfactions = { satisfied: '满意', basic: '基本满意', dissatisfied: '不满意', unreached: '未联系上' } as const
export const satisfaction = () => choice('满意度', satisfactions)

export const caseErrors = defineErrors({
  'cases.same-person': {
    status: 409,
    zh: '核实、核查须由他人进行:您曾{role}此案',
    en: 'Verification needs another person: you {role} this case',
  },
  'cases.own-review': { status: 403, zh: '不能复核自己的考评', en: 'Nobody reviews their own month' },
  'cases.month-runs': { status: 409, zh: '这个月还没有结束,不能考评', en: 'The month is not over yet' },
  'cases.old-photo': {
    status: 409,
    zh: '核查照片与本案上报或处置时的照片相同,请到现场重新拍摄',
    en: 'This photo is already on the case: take a new one there',
  },
  'cases.same-photo': {
    status: 409,
    zh: '整改后的照片与整改前的是同一张,请拍摄处置后的现场',
    en: 'The picture of after is the one of before: take one of the place as it is now',
  },
  'cases.limit-reason': {
    status: 422,
    zh: '处置时限与立案条件不同,请在派遣意见中写明理由',
    en: 'The limit differs from the filing condition: give the reason',
  },
  'cases.elsewhere': {
    status: 409,
    zh: '核查处离案发处{metres}米,超过{limit}米,请到现场核查',
    en: 'You are {metres} m from the place, more than {limit} m: check it there',
  },
  'cases.extension-limit': { status: 409, zh: '已延期{count}次,最多{limit}次', en: 'Extended {count} times, at most {limit}' },
  'cases.extension-late': { status: 409, zh: '时限已过,不能再申请延期', en: 'The deadline has passed: no extension' },
  'cases.pending': { status: 409, zh: '已有待审批的{what}申请', en: 'A request for {what} is waiting' },
  'cases.none-pending': { status: 409, zh: '没有待审批的{what}申请', en: 'No request for {what} is waiting' },
  'cases.shelve-range': { status: 422, zh: '挂账日期应在明天到一年之内', en: 'Shelve to a date between tomorrow and one year' },
  'cases.shelved-once': { status: 409, zh: '已批准过挂账,只能一次', en: 'Already shelved once' },
  'cases.return-late': {
    status: 409,
    zh: '接到派遣已超过{hours}小时,不能退回,请与派遣员联系',
    en: 'More than {hours} h after dispatch: cannot be returned',
  },
  'cases.return-assigned': { status: 409, zh: '已指派处置人员,请先撤销指派再退回', en: 'A handler is assigned: revoke first' },
  'cases.not-own-unit': { status: 403, zh: '超时申诉由承办单位的人提出', en: 'Only the unit that handled the case may appeal' },
  'cases.appeal-once': { status: 409, zh: '超时申诉每案一次', en: 'One appeal per case' },
  'cases.not-overdue': { status: 409, zh: '本案处置未超时,无须申诉', en: 'Not overdue: nothing to appeal' },
  'cases.condition': {
    status: 422,
    zh: '请选择立案条件;该条件不属于类别{category}',
    en: 'Choose a filing condition of category {category}',
  },
  'cases.category': { status: 422, zh: '没有类别{category}', en: 'No category {category}' },
  'cases.merge-self': { status: 422, zh: '不能并入自身,并入的案件须在办理中', en: 'Merge into another open case' },
  'cases.level': { status: 409, zh: '已在最高层级“市”,不能再上报', en: 'Already at the highest level' },
  'cases.reopen-late': { status: 409, zh: '结案已超过{days}天,请另行上报', en: 'Closed more than {days} days ago: report anew' },
  'cases.not-reporter': { status: 403, zh: '只有上报人可以凭回执重开或评价', en: 'Only the reporter, by receipt' },
  'cases.rated': { status: 409, zh: '已经评价过', en: 'Already rated' },
  'cases.open-items': { status: 409, zh: '清单还有{count}项未销号,不能办结', en: '{count} items are still open' },
})

const nullableText = z.string().nullish()
export const similarCase = z.object({
  id: z.string(),
  number: z.string(),
  description: z.string(),
  status: z.string(),
  metres: z.number(),
  hours: z.number(),
  textScore: z.number(),
  reasons: z.array(z.string()),
})
export const similarRoute = route({
  method: 'POST',
  path: '/cases/similar',
  zh: '疑似重复',
  permission: 'cases.case.read',
  tag: 'cases',
  input: z.object({ lon: z.number(), lat: z.number(), category: nullableText, description: z.string().default('') }),
  output: z.object({ cases: z.array(similarCase) }),
})
const suggestion = z.object({
  purpose: z.enum(['category', 'unit', 'urgency']),
  isSure: z.boolean(),
  confidence: z.number(),
  choices: z.array(z.string()),
  because: z.array(z.string()),
})
export const suggestRoute = route({
  method: 'POST',
  path: '/cases/suggest',
  zh: '按描述建议类别、责任单位、紧急程度',
  permission: 'cases.case.read',
  tag: 'cases',
  input: z.object({ text: z.string().max(4000) }),
  output: z.object({ suggestions: z.array(suggestion) }),
})
const reportInput = z.object({
  description: z.string().min(2, '请写明问题情况').max(2000),
  lon: z.number().optional(),
  lat: z.number().optional(),
  areaCode: z.string().optional(),
  address: z.string().max(256).optional(),
  categoryKind: z.enum(['component', 'matter']).optional(),
  category: z.string().optional(),
  photos: z.array(z.uuid()).max(20).default([]),
  isUrgent: z.boolean().default(false),
  component: z.uuid().optional(),
  clientKey: z.string().max(100).optional(),
})
export const reportRoute = route({
  method: 'POST',
  path: '/cases',
  zh: '上报问题(采集员、队员、受理员)',
  permission: 'cases.report',
  tag: 'cases',
  input: reportInput.extend({
    source: z.string().default('collector'),
    outsideNumber: z.string().max(64).optional(),
    reporterName: z.string().max(50).optional(),
    reporterPhone: z.string().max(20).optional(),
  }),
  output: z.object({
    id: z.string(),
    number: z.string(),
    areaCode: z.string().nullable(),
    receipt: z.string(),
    isKnown: z.boolean(),
    similar: z.array(z.object({ id: z.string(), number: z.string(), metres: z.number() })),
  }),
})
export const snapRoute = route({
  method: 'POST',
  path: '/public/reports',
  zh: '市民随手拍',
  permission: 'public',
  tag: 'public',
  input: reportInput.extend({
    reporterName: z.string().max(50).optional(),
    reporterPhone: z
      .string()
      .regex(/^(1\d{10})?$/, '手机号应为11位')
      .optional(),
  }),
  output: z.object({
    number: z.string(),
    receipt: z.string(),
    isKnown: z.boolean(),
    areaCode: z.string().nullable(),
    /** Open ones of the same kind at the place, which may turn out to be the same problem. */
    nearby: z.number(),
  }),
  refusals: ['kernel.too-many', 'kernel.outside'],
})
const receipt = z.string().regex(/^[0-9a-f]{64}$/, '回执应为64位十六进制字符')
export const progressRoute = route({
  method: 'GET',
  path: '/public/reports/:receipt',
  zh: '凭回执查进度',
  permission: 'public',
  tag: 'public',
  input: z.object({ receipt }),
  output: z.object({
    number: z.string(),
    statusZh: z.string(),
    isFinal: z.boolean(),
    dueAt: z.date().nullable(),
    reply: z.string().nullable(),
    satisfaction: z.string().nullable(),
    steps: z.array(z.object({ at: z.date(), zh: z.string() })),
    /** Pictures that may be shown: `/public/pictures/:id`. */
    photos: z.array(z.object({ id: z.string(), when: z.enum(['before', 'after']) })),
  }),
})
export const rateRoute = route({
  method: 'POST',
  path: '/public/reports/:receipt/rate',
  zh: '市民评价',
  permission: 'public',
  tag: 'public',
  input: z.object({
    receipt,
    satisfaction: z.enum(['satisfied', 'basic', 'dissatisfied']),
    comment: z.string().max(500).optional(),
  }),
  output: z.object({}),
})
export const citizenReopenRoute = route({
  method: 'POST',
  path: '/public/reports/:receipt/reopen',
  zh: '市民要求重新办理',
  permission: 'public',
  tag: 'public',
  input: z.object({ receipt, reason: z.string().min(2, '请写明原因') }),
  output: z.object({}),
})
const dutyGap = z.object({
  kind: titled.like('cases.duty.kind'),
  category: z.string().meta({ title: '类别', code: 'category' }),
  areaCode: titled.area('社区'),
  from: titled.day('起'),
  to: titled.day('止(不含)'),
  entries: z
    .array(z.string().meta({ ref: 'cases.duty' }))
    .optional()
    .meta({ title: '职责条目' }),
})
export const dutyCheckRoute = route({
  method: 'GET',
  path: '/cases/duty-check',
  zh: '责任矩阵检查:每类每处每天恰有一个责任单位',
  permission: 'cases.duty.read',
  tag: 'cases',
  sheet: { menu: '案件标准' },
  input: z.object(titled.openPeriod),
  output: z.object({
    categories: titled.count('类别', '类'),
    places: titled.count('社区', '个'),
    checked: titled.count('核对', '次'),
    holes: z.array(dutyGap).meta({ title: '无人负责' }),
    conflicts: z.array(dutyGap).meta({ title: '不止一家负责' }),
  }),
})
export const dutyTransferRoute = route({
  method: 'POST',
  path: '/cases/duties/:id/transfer',
  zh: '职责移交:原单位到移交日止,新单位自当日起',
  permission: 'cases.duty.write',
  tag: 'cases',
  sheet: { of: 'cases.duty', button: '职责移交' },
  input: z.object({
    id: titled.about('职责', 'cases.duty'),
    unit: z.uuid('请选择接收单位').meta({ title: '接收单位', isUnit: true }),
    on: z.iso.date('请填写移交日期').meta({ title: '移交日期' }),
    basis: z.string().min(2, '请写明移交依据').max(256).meta({ title: '移交依据', help: '如移交纪要、三定方案文号' }),
  }),
  output: z.object({ id: titled.row('新的职责条目', 'cases.duty'), from: titled.day('自') }),
})
export const groupsRoute = route({
  method: 'GET',
  path: '/cases/groups',
  zh: '整治重点:各类别组合的案件数',
  permission: 'cases.category-group.read',
  tag: 'cases',
  sheet: { menu: '案件标准' },
  input: z.object(titled.openPeriod),
  output: z.object({
    groups: z
      .array(z.object({ name: titled.words('组合'), cases: titled.count('案件'), closed: titled.count('已结案') }))
      .meta({ title: '各组合' }),
    rows: z
      .array(
        z.object({
          name: titled.words('组合'),
          kind: titled.like('cases.category-group.kind'),
          category: z.string().meta({ title: '类别', code: 'category' }),
          cases: titled.count('案件'),
          closed: titled.count('已结案'),
          latest: z.array(z.string().meta({ ref: 'cases.case' })).meta({ title: '最近案件' }),
        }),
      )
      .meta({ title: '逐类' }),
  }),
})
export const dutyFindRoute = route({
  method: 'GET',
  path: '/cases/duty',
  zh: '某类问题在某处由谁负责',
  permission: 'cases.case.read',
  tag: 'cases',
  input: z.object({ kind: z.enum(['component', 'matter']), category: z.string(), area: z.string() }),
  output: z.object({
    lead: z.object({ unitId: z.string(), unit: z.string() }).nullable(),
    assist: z.array(z.object({ unitId: z.string(), unit: z.string() })),
    reason: z.string(),
  }),
})
export const categoriesRoute = route({
  method: 'GET',
  path: '/cases/categories',
  zh: '类别与立案条件',
  permission: 'signed-in',
  tag: 'cases',
  input: z.object({}),
  output: z.object({
    categories: z.array(
      z.object({ kind: z.string(), code: z.string(), zh: z.string(), major: z.string(), isLocal: z.boolean() }),
    ),
  }),
})
const efficiency = z.object({
  areaCode: z.string(),
  name: titled.words('社区'),
  index: titled.number('效能指数', '分'),
  found: titled.count('发现'),
  byCollector: titled.count('采集员发现'),
  handled: titled.count('处置'),
  inTime: titled.count('按期处置'),
  repeated: titled.count('反复'),
  missed: titled.count('漏报'),
  illegal: titled.count('漏发现新增违建', '处'),
})
export const efficiencyRoute = route({
  method: 'GET',
  path: '/cases/efficiency',
  zh: '网格效能指数与通报',
  permission: 'cases.case.read',
  tag: 'cases',
  sheet: { menu: '督办' },
  input: z.object(titled.openPeriod),
  output: z.object({ rows: z.array(efficiency).meta({ title: '各社区网格' }), bulletin: titled.long('通报') }),
})
export const efficiencyIssueRoute = route({
  method: 'POST',
  path: '/cases/efficiency/issue',
  zh: '网格效能通报:发给重点区域的责任单位',
  permission: 'cases.supervise',
  tag: 'cases',
  sheet: { menu: '督办', button: '发通报' },
  input: z.object({
    ...titled.openPeriod,
    unit: z.uuid('请选择受文单位').meta({ title: '受文单位(通报其辖区内的网格)', isUnit: true }),
    days: z.coerce.number().int().min(1).max(30).default(5).meta({ title: '限几个工作日回复整改情况', unit: '天' }),
  }),
  output: z.object({ id: titled.row('通报', 'cases.letter'), number: titled.words('编号'), grids: titled.count('网格', '个') }),
})
const collectorScore = z.object({
  personId: z.string(),
  name: titled.words('采集员'),
  reported: titled.count('上报'),
  valid: titled.count('有效上报'),
  validRate: titled.percent('有效率'),
  cells: titled.count('覆盖网格', '个'),
  verifies: titled.count('核实核查', '次'),
  verifiesInTime: titled.count('及时', '次'),
})
export const collectorsRoute = route({
  method: 'GET',
  path: '/cases/collectors',
  zh: '采集监管:有效上报、覆盖网格、核实核查及时',
  permission: 'cases.case.read',
  tag: 'cases',
  sheet: { menu: '督办' },
  input: z.object(titled.openPeriod),
  output: z.object({ rows: z.array(collectorScore).meta({ title: '逐人' }) }),
})
