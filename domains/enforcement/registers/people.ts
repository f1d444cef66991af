/** Who enforces: certificates, squads with what they cover, lawyers at the squads; and whom: the parties. */
import { area, choice, choices, code, date, flag, integer, money, person, ref, register, text, unit } from '#kernel'
import { grades, partyKinds } from '../contract.ts'

export const certificate = register('enforcement.certificate', {
  zh: '行政执法证',
  menu: '执法台账',
  title: 'number',
  help: '持证上岗:没有当日有效证件的人不能办理任何执法步骤(行政处罚法第42条)。',
  fields: {
    person: person('持证人'),
    number: text('证号', { maxLength: 40 }).unique().searchable(),
    organ: text('发证机关', { maxLength: 80 }),
    scope: text('执法领域', { maxLength: 120 }),
    areaPrefix: area('执法区域'),
    state: choice('状态', { valid: '有效', suspended: '暂扣', revoked: '收回' }),
    validFrom: date('有效期起'),
    validTo: date('有效期止'),
  },
  isDated: true,
  checks: { order: { sql: 'valid_to >= valid_from', zh: '有效期止不早于起' } },
})
export const party = register('enforcement.party', {
  zh: '当事人(监管对象)',
  menu: '执法台账',
  title: 'name',
  fields: {
    kind: choice('性质', partyKinds),
    name: text('名称、姓名', { maxLength: 80 }).searchable(),
    code: text('统一社会信用代码、证件号码', { maxLength: 18 }).unique().personal('idNumber'),
    phone: text('电话', { maxLength: 20 }).optional().personal('phone'),
    address: text('住址、住所', { maxLength: 200 }).optional().personal('address'),
    trade: text('行业', { maxLength: 60 }).optional(),
    grade: choice('信用等级', grades).optional(),
    isReachable: flag('已签电子送达确认书').help('行政处罚法第61条:须当事人同意并签订确认书'),
    reachAt: text('电子送达地址', { maxLength: 120 }).optional().personal('phone'),
  },
})
export const squad = register('enforcement.squad', {
  zh: '执法中队、快速行动队',
  menu: '执法台账',
  fields: {
    name: text('名称', { maxLength: 60 }).unique().searchable(),
    kind: choice('种类', { team: '基层中队', quick: '快速行动队' }),
    unit: unit('所属单位'),
    leader: person('队长').optional(),
    star: integer('星级', { min: 1, max: 5 }).optional(),
    formedOn: date('组建日期'),
  },
})
export const squadMember = register('enforcement.squad-member', {
  zh: '队伍成员',
  menu: '执法台账',
  title: 'person',
  fields: { squad: ref('队伍', 'enforcement.squad'), person: person('队员'), joinedOn: date('入队日期') },
  uniqueTogether: [['squad', 'person']],
})
export const squadPlace = register('enforcement.squad-place', {
  zh: '队伍覆盖网格、点位',
  menu: '执法台账',
  title: 'name',
  fields: {
    squad: ref('队伍', 'enforcement.squad'),
    kind: choice('种类', { cell: '网格', point: '重点区域点位' }),
    place: text('网格代码、点位编号', { maxLength: 40 }),
    name: text('名称', { maxLength: 60 }),
  },
  uniqueTogether: [['squad', 'kind', 'place']],
  // A call goes to whoever covers its cell, so a cell that is none covers nothing.
  refuses: (row, { district }) =>
    row.kind === 'cell' && !(/^\d{15}$/.test(String(row.place)) && String(row.place).startsWith(district))
      ? '网格代码应为本区的15位单元网格代码'
      : undefined,
})
export const lawyer = register('enforcement.lawyer', {
  zh: '驻队律师',
  menu: '执法台账',
  title: 'name',
  fields: {
    name: text('姓名', { maxLength: 40 }).searchable(),
    firm: text('律师事务所', { maxLength: 80 }),
    licence: text('执业证号', { maxLength: 20 }).unique(),
    phone: text('电话', { maxLength: 20 }).optional().personal('phone'),
    account: person('平台账号').optional(),
  },
})
const weekdays = {
  mon: '周一',
  tue: '周二',
  wed: '周三',
  thu: '周四',
  fri: '周五',
  sat: '周六',
  sun: '周日',
} as const
export const lawyerPost = register('enforcement.lawyer-post', {
  zh: '律师驻队安排',
  menu: '执法台账',
  title: 'lawyer',
  help: '律师—中队的安排和每周值班日;覆盖率按基层中队计,到岗率按值班日计。',
  fields: {
    lawyer: ref('律师', 'enforcement.lawyer'),
    squad: ref('基层中队', 'enforcement.squad'),
    weekdays: choices('值班日', weekdays),
    validFrom: date('起'),
    validTo: date('止'),
  },
  uniqueTogether: [['lawyer', 'squad', 'validFrom']],
  checks: { order: { sql: 'valid_to >= valid_from', zh: '止不早于起' } },
  refuses: (row) => (Array.isArray(row.weekdays) && row.weekdays.length > 0 ? undefined : '请至少选一个值班日'),
})
/** Codes stay in the kernel's lists; this register names the benchmarks' own circumstances. */
export const benchmark = register('enforcement.benchmark', {
  zh: '裁量基准',
  menu: '执法台账',
  title: 'circumstance',
  help: '行政处罚法第34条:裁量基准应当向社会公布;决定时提出并解释幅度,偏离须写理由。',
  fields: {
    law: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).searchable(),
    partyKind: choice('适用对象', partyKinds),
    circumstance: text('情节', { maxLength: 200 }).searchable(),
    level: choice('档次', { none: '不予处罚', light: '从轻', normal: '一般', heavy: '从重' }),
    minFen: money('下限'),
    maxFen: money('上限'),
    publishedOn: date('公布日期'),
    validFrom: date('生效日期'),
    validTo: date('失效日期').optional(),
  },
  isDated: true,
  uniqueTogether: [['law', 'partyKind', 'circumstance', 'validFrom']],
  checks: { order: { sql: 'max_fen >= min_fen', zh: '上限不低于下限' } },
})
export const leniency = register('enforcement.leniency', {
  zh: '免罚与小微清单',
  menu: '执法台账',
  title: 'condition',
  help: '首违可不罚、轻微不罚(行政处罚法第33条)、小微快办清单。',
  fields: {
    kind: choice('清单', { first: '首违可不罚', minor: '轻微不予处罚', micro: '小微快办' }),
    law: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).searchable(),
    condition: text('适用条件', { maxLength: 200 }),
    validFrom: date('生效日期'),
    validTo: date('失效日期').optional(),
  },
  isDated: true,
  uniqueTogether: [['kind', 'law', 'validFrom']],
})
