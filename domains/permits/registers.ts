/** What permits stand on: the dated item catalogue, places and quotas, admitted firms and trucks, projects and standards. */
import { choice, date, flag, instant, integer, list, longText, money, number, person, ref, register, text } from '#kernel'
import { kindNames, projectKinds, sureness } from './contract.ts'

const onlineFlags = {
  onlineApply: flag('可网上申请').group('一网通办'),
  onlineSupplement: flag('可网上补正').group('一网通办'),
  onlinePay: flag('可网上缴费(不收费视为可)').group('一网通办'),
  onlineDeliver: flag('可网上取证').group('一网通办'),
} as const
/** What a revision may change: documents, steps, limits, ways of handling. */
export const itemTerms = {
  promisedDays: integer('承诺期限', { unit: '工作日', min: 0, max: 45 }).group('时限'),
  documents: list('要件').group('要件'),
  deferrable: list('可容缺要件').group('要件'),
  steps: list('环节').group('环节'),
  needsSiteCheck: flag('须现场核查').group('环节'),
  canCommit: flag('适用告知承诺').group('办理方式'),
  commitDays: integer('承诺后核查期限', { unit: '日', min: 0 }).group('办理方式'),
  canDefer: flag('适用容缺后补').group('办理方式'),
  deferDays: integer('后补期限', { unit: '日', min: 0 }).group('办理方式'),
  ...onlineFlags,
} as const
export const item = register('permits.item', {
  zh: '审批事项目录',
  menu: '审批事项',
  title: 'name',
  help: '每次精简要件、环节、时限都是一个新版本;版本比较 GET /api/permits/items/:code/compare。',
  fields: {
    code: text('事项编码', { maxLength: 12 }).searchable(),
    name: text('事项名称', { maxLength: 120 }).searchable(),
    kind: choice('种类', kindNames),
    edition: integer('版本', { min: 1 }),
    basis: text('设定依据', { maxLength: 200 }),
    sure: choice('核对', sureness),
    legalDays: integer('法定期限', { unit: '工作日', min: 1, max: 60 }).group('时限'),
    ...itemTerms,
    validMonths: integer('证照有效期', { unit: '月', min: 1 }),
    feeFen: money('收费'),
    validFrom: date('生效日期'),
    validTo: date('失效日期').optional().help('当日起不再适用'),
    note: text('说明', { maxLength: 300 }).optional(),
  },
  isDated: true,
  sort: { by: 'code' },
  uniqueTogether: [['code', 'edition']],
  checks: {
    promise: { sql: 'promised_days <= legal_days', zh: '承诺期限不得长于法定期限' },
    order: { sql: 'valid_to is null or valid_to > valid_from', zh: '失效日期晚于生效日期' },
  },
})
export const adZone = register('permits.ad-zone', {
  zh: '户外广告规划分区',
  menu: '审批台账',
  geometry: 'Polygon',
  title: 'name',
  fields: {
    name: text('分区', { maxLength: 80 }).unique().searchable(),
    level: choice('控制', { allowed: '允许设置', limited: '限制设置', banned: '禁止设置' }),
    forms: list('允许的形式'),
    maxAreaM2: number('单幅最大面积', { unit: '㎡', min: 0 }),
    maxMonths: integer('最长期限', { unit: '月', min: 1 }),
    plan: text('所属规划', { maxLength: 120 }),
    validFrom: date('施行日期'),
  },
})
export const hauler = register('permits.hauler', {
  zh: '渣土运输企业名录',
  menu: '审批台账',
  title: 'name',
  fields: {
    name: text('企业', { maxLength: 100 }).searchable(),
    code: text('统一社会信用代码', { maxLength: 18 }).unique().searchable(),
    state: choice('状态', { admitted: '准入', removed: '退出' }),
    grade: choice('信用等级', { A: 'A', B: 'B', C: 'C', D: 'D' }).optional().help('由信用评价结果写入'),
    admittedOn: date('准入日期'),
    removedOn: date('退出日期').optional(),
  },
})
export const truck = register('permits.truck', {
  zh: '渣土车名录',
  menu: '审批台账',
  title: 'plate',
  fields: {
    plate: text('号牌', { maxLength: 10 }).unique().searchable(),
    haulerCode: text('企业信用代码', { maxLength: 18 }).searchable(),
    haulerName: text('企业', { maxLength: 100 }).searchable(),
    isNewType: flag('新型环保渣土车'),
    hasSafetySystem: flag('主动安全系统正常'),
    state: choice('状态', { admitted: '准入', removed: '退出' }),
    admittedOn: date('准入日期'),
    removedOn: date('退出日期').optional(),
    reason: text('退出原因', { maxLength: 200 }).optional(),
  },
  checks: { removed: { sql: "(state = 'removed') = (removed_on is not null)", zh: '退出的须填退出日期,未退出的不得填' } },
})
export const disposalSite = register('permits.disposal-site', {
  zh: '建筑垃圾消纳场所',
  menu: '审批台账',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 100 }).unique().searchable(),
    kind: choice('种类', { fill: '消纳场', reuse: '资源化利用厂', backfill: '工地回填', transfer: '转运调配场' }),
    capacityM3: number('核定容量', { unit: 'm³', min: 0 }),
    isOpen: flag('正常受纳'),
    validTo: date('有效期止'),
  },
})
/** Areas that a permit lets somebody occupy, as drawn: a map layer for patrol. */
export const occupation = register('permits.occupation', {
  zh: '许可占道范围',
  menu: '审批台账',
  geometry: 'Polygon',
  title: 'holder',
  fields: {
    certificate: ref('许可证', 'permits.certificate').unique(),
    holder: text('单位', { maxLength: 100 }).searchable(),
    fromOn: date('起'),
    toOn: date('止'),
    state: choice('状态', { valid: '有效', ended: '已终止' }),
    endedReason: text('终止原因', { maxLength: 200 }).optional(),
  },
})
export const project = register('permits.project', {
  zh: '建设项目',
  menu: '建设项目备案',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('项目代码', { maxLength: 40 }).unique().searchable(),
    name: text('项目', { maxLength: 120 }).searchable(),
    kind: choice('类型', projectKinds),
    developer: text('建设单位', { maxLength: 100 }).searchable(),
    phone: text('联系电话', { maxLength: 20 }).personal('phone').optional(),
    households: integer('户数', { unit: '户', min: 0 }),
    floorM2: number('建筑面积', { unit: '㎡', min: 0 }),
    landM2: number('用地面积', { unit: '㎡', min: 0 }),
  },
})
export const sanitationStandard = register('permits.sanitation-standard', {
  zh: '环卫设施配置标准',
  menu: '建设项目备案',
  title: 'note',
  fields: {
    projectKind: choice('项目类型', projectKinds),
    facility: choice('设施', { bins: '收集点', rooms: '垃圾房', toilets: '公厕', stations: '转运站' }),
    per: choice('计量', { households: '户数', floorM2: '建筑面积' }),
    perAmount: number('每', { min: 1 }),
    least: integer('至少', { min: 0 }),
    note: text('条文', { maxLength: 200 }).searchable(),
    source: text('来源', { maxLength: 200 }),
    sure: choice('核对', sureness),
    validFrom: date('施行日期'),
  },
  isDated: true,
  uniqueTogether: [['projectKind', 'facility', 'validFrom']],
})
/** 延时服务值班: without an officer on duty a slot cannot be booked. */
export const dutySlot = register('permits.duty-slot', {
  zh: '延时服务值班',
  menu: '政务窗口',
  title: 'window',
  fields: {
    window: text('窗口', { maxLength: 40 }).searchable(),
    person: person('值班人员'),
    fromAt: instant('起'),
    toAt: instant('止'),
  },
  checks: { order: { sql: 'to_at > from_at', zh: '止时应晚于起时' } },
})
export const faq = register('permits.faq', {
  zh: '高频咨询解答',
  menu: '政务窗口',
  title: 'question',
  help: '由高频咨询发布而来(POST /api/permits/consultations/publish),公众可查。',
  fields: {
    topic: text('主题', { maxLength: 60 }).unique().searchable(),
    question: text('问题', { maxLength: 200 }).searchable(),
    answer: longText('解答', { maxLength: 2000 }),
    askedBefore: integer('发布前咨询', { unit: '人次', min: 0 }),
    publishedOn: date('发布日期'),
  },
})
export const permitRegisters = [item, adZone, hauler, truck, disposalSite, occupation, project, sanitationStandard, dutySlot, faq]
