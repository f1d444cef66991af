/** What credit stands on: dated schemes with their items, subjects, legal bases of measures, points of embedding, partner platforms. */
import { choice, date, flag, integer, list, number, one, register, text } from '#kernel'
import { effects, grades, periods, severities, subjectKinds, sureness, trades } from './contract.ts'

export const scheme = register('credit.scheme', {
  zh: '信用评价方案',
  menu: '信用模型',
  title: 'name',
  help: '每个行业的基础分、等级线、评价周期;新版本从生效日起适用。得分 = 基础分 + 有效信息的分值之和(0至100)。',
  fields: {
    trade: choice('行业', trades),
    name: text('方案', { maxLength: 100 }).searchable(),
    edition: integer('版本', { min: 1 }),
    basis: text('依据', { maxLength: 200 }),
    sure: choice('核对', sureness),
    baseScore: number('基础分', { min: 0, max: 100 }),
    cutA: number('A级线', { min: 0, max: 100 }),
    cutB: number('B级线', { min: 0, max: 100 }),
    cutC: number('C级线', { min: 0, max: 100 }),
    period: choice('评价周期', periods),
    noticeDays: integer('评价结果公示', { unit: '工作日', min: 0 }),
    validFrom: date('生效日期'),
    validTo: date('失效日期').optional(),
  },
  isDated: true,
  uniqueTogether: [['trade', 'edition']],
  checks: { cuts: { sql: 'cut_a > cut_b and cut_b > cut_c', zh: 'A、B、C级线应由高到低' } },
})
export const schemeItem = register('credit.item', {
  zh: '信用指标',
  menu: '信用模型',
  title: 'name',
  fields: {
    trade: choice('行业', trades),
    edition: integer('方案版本', { min: 1 }),
    code: text('编号', { maxLength: 8 }).searchable(),
    name: text('指标', { maxLength: 80 }).searchable(),
    points: number('分值', { min: -100, max: 100 }),
    months: integer('有效期', { unit: '月', min: 1 }),
    severity: choice('程度', severities),
    feed: text('自动归集来源', { maxLength: 30 }).optional().help('如 penalty.normal、permit.revoked;由业务事实自动记入'),
    isPersonal: flag('可对个人归集').help('须有法律、法规依据'),
  },
  uniqueTogether: [['trade', 'edition', 'code']],
})
export const subject = register('credit.subject', {
  zh: '信用主体',
  menu: '信用档案',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 100 }).searchable(),
    code: text('统一社会信用代码、证件号、号牌', { maxLength: 18 }).searchable().personal('idNumber'),
    kind: choice('主体', subjectKinds),
    trade: choice('行业', trades),
    score: number('信用分', { min: 0, max: 100 }).optional(),
    grade: choice('等级', grades).optional(),
    edition: integer('适用方案版本', { min: 1 }).optional(),
    reasons: list('得分说明').optional(),
    gradedOn: date('评定日期').optional(),
    isListed: flag('严重失信名单', { isGiven: true }).optional(),
    isRed: flag('红名单', { isGiven: true }).optional(),
  },
  uniqueTogether: [['trade', 'code']],
})
export const measureBasis = register('credit.measure', {
  zh: '惩戒措施依据',
  menu: '信用模型',
  title: 'name',
  help: '只能采用有法律法规或国家清单依据的措施;“示例”“凭记忆”的未核对前不能据以惩戒。',
  fields: {
    measure: text('措施代码', { maxLength: 20 }).unique(),
    name: text('措施', { maxLength: 100 }).searchable(),
    basis: text('依据', { maxLength: 200 }),
    sure: choice('核对', sureness),
    severity: choice('适用程度', severities),
  },
})
/** 信用嵌入点: where in another trade's work a grade has an effect; switched on and off, never in code. */
export const embedding = register('credit.embedding', {
  zh: '信用嵌入点',
  menu: '信用模型',
  title: 'point',
  fields: {
    trade: choice('行业', trades),
    point: text('环节', { maxLength: 60 })
      .searchable()
      .help('许可环节写审批事项目录中的事项名称;检查中“列为重点”全部抽取,“减少抽查”减半'),
    process: choice('业务', { permit: '许可', case: '案件', check: '检查', assessment: '考核', tender: '招标' }),
    grade: choice('等级', grades),
    effect: choice('作用', effects),
    isOn: flag('启用'),
    validFrom: date('起'),
  },
  uniqueTogether: [['trade', 'process', 'point', 'grade', 'effect']],
  refuses: async (row, { tx, actor }) =>
    actor.kind === 'system' ||
    row.process !== 'permit' ||
    (await one(tx, 'select 1 as n from permits.item where name = $1 and retired_at is null limit 1', [row.point]))
      ? undefined
      : `审批事项目录中没有“${String(row.point)}”`,
})
export const partner = register('credit.partner', {
  zh: '交换平台',
  menu: '信用共享',
  title: 'name',
  fields: {
    name: text('平台', { maxLength: 100 }).unique().searchable(),
    scope: choice('范围', { region: '跨地区', department: '跨部门', platform: '跨平台' }),
    idScheme: text('对方标识规则', { maxLength: 100 }),
    isActive: flag('启用'),
  },
})
export const creditRegisters = [scheme, schemeItem, subject, measureBasis, embedding, partner]
