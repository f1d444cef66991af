/** What evaluation stands on: classes of streets with dates, exposure figures, sample points, checklists, reward table, survey frame. */
import { area, choice, date, flag, integer, money, number, ref, register, text, unit } from '#kernel'
import { classes, exposures, roadClasses, topics } from './contract.ts'

export const streetClass = register('evaluation.street-class', {
  zh: '街道(镇)考核类别',
  menu: '考核评价',
  title: 'street',
  isDated: true,
  help: '只在同类之中排名;调整类别另起一行,写明起止日与文件',
  uniqueTogether: [['street', 'validFrom']],
  checks: { dates: { sql: 'valid_to is null or valid_to > valid_from', zh: '终止日应晚于起始日' } },
  fields: {
    street: area('街道(镇)'),
    class: choice('类别', classes),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
    basis: text('依据文件', { maxLength: 200 }),
  },
})
export const exposure = register('evaluation.exposure', {
  zh: '街道规模(折算用)',
  menu: '考核评价',
  title: 'street',
  uniqueTogether: [['street', 'kind', 'asOf']],
  checks: { positive: { sql: 'value > 0', zh: '数值应大于零' } },
  fields: {
    street: area('街道(镇)'),
    kind: choice('口径', exposures),
    value: number('数值', { min: 0 }),
    asOf: date('截至'),
    source: text('来源', { maxLength: 200 }),
  },
})
export const point = register('evaluation.point', {
  zh: '考核样本点位',
  menu: '检查考评',
  title: 'name',
  geometry: 'Point',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    name: text('名称', { maxLength: 100 }).searchable(),
    topic: choice('检查专题', topics),
    street: area('所在街道(镇)'),
    keeper: unit('责任单位').optional(),
    operator: text('作业企业', { maxLength: 100 }).optional(),
    kind: text('点位类型', { maxLength: 40 }).optional().help('如 主次干道、农贸市场、社区、医院'),
    roadClass: choice('道路等级', roadClasses).optional(),
  },
})
export const checkItem = register('evaluation.check-item', {
  zh: '检查细则',
  menu: '检查考评',
  title: 'name',
  isDated: true,
  help: '发起检查时照录当时有效的细则,之后修订不影响已发起的检查',
  uniqueTogether: [['topic', 'code', 'validFrom']],
  fields: {
    topic: choice('检查专题', topics),
    code: text('编号', { maxLength: 20 }),
    name: text('检查内容', { maxLength: 200 }).searchable(),
    full: number('满分', { min: 0, max: 100 }),
    deduction: number('每处扣分', { min: 0, max: 100 }),
    clause: text('标准条款', { maxLength: 200, help: '选了标准库检查项的,检查时以标准库的名称、版本与条款为准' }),
    standardItem: ref('标准库检查项', 'grid.standard-item').optional(),
    fixDays: integer('整改期限(工作日)', { min: 1, max: 90 }),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
  },
})
export const rewardRule = register('evaluation.reward-rule', {
  zh: '奖惩标准',
  menu: '考核结果运用',
  title: 'name',
  checks: { ranks: { sql: 'rank_to >= rank_from', zh: '名次止不能小于名次起' } },
  uniqueTogether: [['name', 'class', 'rankFrom']],
  fields: {
    name: text('标准名称', { maxLength: 60 }).searchable(),
    class: choice('类别', classes),
    rankFrom: integer('名次起', { min: 1 }),
    rankTo: integer('名次止', { min: 1 }),
    amountFen: money('金额', { min: -2_000_000_000 }).help('扣减写负数'),
    measure: text('措施', { maxLength: 100 }).help('如 通报表扬、通报批评、约谈'),
    isTalk: flag('须约谈').optional(),
  },
})
export const frame = register('evaluation.frame', {
  zh: '满意度调查抽样框',
  menu: '满意度',
  title: 'address',
  fields: {
    street: area('街道(镇)'),
    address: text('门牌', { maxLength: 200 }).unique().searchable(),
  },
})
export const registers = [streetClass, exposure, point, checkItem, rewardRule, frame]
