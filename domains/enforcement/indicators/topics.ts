/** Figures of the special topics. */
import { atLeast, count, indicator, type Procedure, ratio, sum, value } from '#kernel'
import type { Fields } from '#kernel/contract'
import { penaltyProcedure as p } from '../penalty/index.ts'
import { fireProcedure } from '../topics/fire.ts'
import { foodWasteCheck, sortingCheck } from '../topics/inspection.ts'
import { compoundCase, frontageIssue, greeningDamage, obstacle } from '../topics/items.ts'
import { railCheck } from '../topics/rail.ts'
import { revenueCheck } from '../topics/revenue.ts'
import { plain } from './plain.ts'

const punished = "r.decided_at is not null and r.status <> all (array['revoked', 'not_punished'])"
const topicPenalties = (id: string, zh: string, topic: 'frontage' | 'sorting' | 'foodWaste' | 'posting' | 'muck' | 'compound') =>
  plain(id, zh, '件', count(p, { at: 'decidedAt', where: { topic }, and: punished }), `期内${zh}:作出处罚决定、未被撤销`, [
    'unitId',
    'month',
    'street',
  ])
/** Items of one shape but of different columns: only the common ones are asked about. */
const created = (of: Procedure<Fields, string>, status: unknown) => count(of, { at: 'createdAt', where: { status } } as never)
const cleared = (id: string, zh: string, of: Procedure<Fields, string>) => [
  plain(`${id}-found`, `${zh}:登记`, '件', created(of, { not: 'dropped' }), `期内登记、未撤下的${zh}`, [
    'status',
    'street',
    'month',
  ]),
  indicator(`enforcement.${id}-cleared-rate`, {
    zh: `${zh}:销号率`,
    unit: '%',
    decimals: 2,
    by: ['street', 'month'],
    of: ratio(created(of, ['cleared', 'penalised']), created(of, { not: 'dropped' })),
    definition: `期内登记的${zh}中已销号或已转查处数 ÷ 登记数`,
  }),
]
const items = [
  ...cleared('frontage', '门前三包整改', frontageIssue as unknown as Procedure<Fields, string>),
  ...cleared('obstacle', '地桩地锁锥桶', obstacle as unknown as Procedure<Fields, string>),
  ...cleared('greening', '占绿毁绿', greeningDamage as unknown as Procedure<Fields, string>),
  ...cleared('compound', '进小区执法', compoundCase as unknown as Procedure<Fields, string>),
  plain(
    'obstacle-pieces',
    '整改地桩地锁锥桶',
    '处',
    sum(obstacle, 'pieces', { at: 'clearedAt', where: { status: 'cleared' } }),
    '期内销号的地桩、地锁、锥桶处数',
    ['kind', 'fixedBy', 'street', 'month'],
  ),
  plain(
    'compound-classes',
    '进小区四类查处',
    '件',
    count(compoundCase, { at: 'createdAt', where: { status: { not: 'dropped' } } }),
    '期内四类违法登记数',
    ['class', 'street', 'status'],
  ),
  indicator('enforcement.greening-restored', {
    zh: '恢复绿地面积',
    unit: '㎡',
    decimals: 1,
    by: ['street', 'month'],
    of: value(sum(greeningDamage as never, 'restoredM2' as never, { at: 'clearedAt' as never })),
    definition: '期内销号的占绿毁绿恢复面积',
  }),
]
const checks = [
  plain(
    'food-waste-checks',
    '餐厨废弃物检查次数',
    '次',
    count(foodWasteCheck, { at: 'createdAt' }),
    '期内检查次数,与结果分开计数',
    ['outcome', 'subjectKind', 'street', 'month'],
  ),
  plain(
    'food-waste-educated',
    '餐厨:当场教育整改',
    '起',
    count(foodWasteCheck, { at: 'createdAt', where: { outcome: 'educated' } }),
    '期内检查中当场教育整改的起数',
  ),
  plain(
    'food-waste-guided',
    '餐厨:行政指导',
    '起',
    count(foodWasteCheck, { at: 'createdAt', where: { outcome: 'guided' } }),
    '期内检查中行政指导的起数',
  ),
  plain(
    'food-waste-filed',
    '餐厨:立案查处',
    '起',
    count(foodWasteCheck, { at: 'createdAt', where: { outcome: 'filed' } }),
    '期内检查中立案查处的起数',
  ),
  plain('sorting-checks', '以法促分检查次数', '次', count(sortingCheck, { at: 'createdAt' }), '期内四个环节的检查次数', [
    'link',
    'place',
    'outcome',
    'street',
    'month',
  ]),
  plain(
    'sorting-educated',
    '分类:教育劝阻',
    '起',
    count(sortingCheck, { at: 'createdAt', where: { outcome: 'educated' } }),
    '期内检查中教育劝阻的起数',
    ['link'],
  ),
  plain(
    'sorting-ordered',
    '分类:督促整改',
    '起',
    count(sortingCheck, { at: 'createdAt', where: { outcome: 'ordered' } }),
    '期内检查中督促整改的起数',
    ['link'],
  ),
  plain(
    'sorting-filed',
    '分类:立案',
    '起',
    count(sortingCheck, { at: 'createdAt', where: { outcome: 'filed' } }),
    '期内检查中立案的起数',
    ['link'],
  ),
  indicator('enforcement.sorting-fines-yuan', {
    zh: '分类:罚款',
    unit: '元',
    decimals: 0,
    by: ['unitId', 'street', 'month'],
    of: value(sum(p, 'fineFen', { at: 'decidedAt', where: { topic: 'sorting' }, and: punished }), 100),
    definition: '期内垃圾分类案件的罚款',
  }),
  plain('rail-checks', '轨道保护区联合检查', '次', count(railCheck, { at: 'createdAt' }), '期内与轨道公司联合检查次数', [
    'outcome',
    'zone',
    'month',
  ]),
  topicPenalties('frontage-penalties', '市容环卫责任制处罚', 'frontage'),
  topicPenalties('sorting-penalties', '垃圾分类处罚', 'sorting'),
  topicPenalties('posting-penalties', '小广告处罚', 'posting'),
]
const fires = [
  plain(
    'fires',
    '露天焚烧烧烤查处',
    '起',
    count(fireProcedure, { at: 'createdAt', where: { status: { not: 'dropped' } } }),
    '期内查处的露天焚烧与露天烧烤,两类之和',
    ['class', 'finder', 'outcome', 'street', 'month', 'isRepeated'],
  ),
  plain(
    'fires-repeated',
    '焚烧烧烤反复地点',
    '起',
    count(fireProcedure, { at: 'createdAt', where: { isRepeated: true, status: { not: 'dropped' } } }),
    '期内发生在反复地点的起数',
    ['class', 'street'],
  ),
  indicator('enforcement.fires-rechecked-rate', {
    zh: '焚烧烧烤按时复查率',
    unit: '%',
    decimals: 2,
    by: ['class', 'street'],
    target: atLeast(100),
    of: ratio(
      count(fireProcedure, { at: 'recheckDueAt', and: 'r.rechecked_at <= r.recheck_due_at' }),
      count(fireProcedure, { at: 'recheckDueAt', and: 'r.rechecked_at is not null or r.recheck_due_at < now()' }),
    ),
    definition: '复查期限在期内的火点中按时复查数 ÷ 应复查数',
  }),
]
const revenue = [
  plain(
    'revenue-compounds',
    '公共收益检查小区',
    '家',
    count(revenueCheck, { at: 'createdAt' }),
    '期内检查的小区(每批每小区一次)',
    ['batch', 'status', 'street'],
  ),
  plain(
    'revenue-households',
    '公共收益涉及户数',
    '户',
    sum(revenueCheck, 'households', { at: 'createdAt' }),
    '期内检查小区的户数',
    ['batch'],
  ),
  indicator('enforcement.revenue-returned-wan', {
    zh: '公共收益入账',
    unit: '万元',
    decimals: 1,
    by: ['batch', 'street'],
    of: value(sum(revenueCheck, 'returnedFen', { at: 'createdAt' }), 1_000_000),
    definition: '期内检查的小区已入账“归位”的公共收益',
  }),
  indicator('enforcement.revenue-returned-rate', {
    zh: '公共收益归位率',
    unit: '%',
    decimals: 2,
    by: ['batch'],
    of: ratio(sum(revenueCheck, 'returnedFen', { at: 'createdAt' }), sum(revenueCheck, 'foundFen', { at: 'createdAt' })),
    definition: '期内检查小区已入账金额 ÷ 查实金额',
  }),
]
export const topicIndicators = [...items, ...checks, ...fires, ...revenue]
