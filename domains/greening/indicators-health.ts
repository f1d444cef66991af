/** Counted figures of pests, green waste and titles. */
import { average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { trap } from './upkeep/segment.ts'
import { treatment } from './upkeep/treatment.ts'
import { waste, wasteSite } from './upkeep/waste.ts'
import { title } from './works/title.ts'

const plain = indicatorsOf('greening')
export const healthIndicators: readonly Indicator[] = [
  plain('pest-seen', '虫情监测', '次', value(count(trap, { at: 'seenOn' })), '期内登记的虫情监测', { by: ['pest'] }),
  plain('trees-treated', '有害生物防治', '株', value(sum(treatment, 'treated', { at: 'treatedOn' })), '期内防治株数(末次)', {
    by: ['way', 'pest'],
  }),
  plain(
    'catkin-injected',
    '杨柳絮注射',
    '株',
    value(sum(treatment, 'treated', { at: 'treatedOn', where: { way: 'inject' } })),
    '期内注射抑絮的株数',
  ),
  plain('treatment-effect', '防治效果', '%', value(average(treatment, 'effect', { at: 'treatedOn' })), '复查效果平均'),
  plain('waste-capacity', '园林绿化垃圾处理能力', '吨/日', value(sum(wasteSite, 'capacityT')), '处置点处理能力合计'),
  plain(
    'waste-capacity-new',
    '新增园林绿化垃圾处理能力',
    '吨/日',
    value(sum(wasteSite, 'capacityT', { at: 'commissionedOn' })),
    '期内投运的处理能力',
  ),
  plain(
    'waste-in',
    '绿化废弃物进场',
    '吨',
    value(sum(waste, 'tons', { at: 'dayOn', where: { direction: 'in' } })),
    '期内进处置点',
    { by: ['town'] },
  ),
  plain(
    'waste-used-rate',
    '绿化废弃物资源化率',
    '%',
    ratio(
      sum(waste, 'tons', { at: 'dayOn', where: { direction: 'out', product: ['compost', 'mulch', 'pellet', 'wood'] } }),
      sum(waste, 'tons', { at: 'dayOn', where: { direction: ['in', 'loose'] } }),
    ),
    '成为产品的 ÷ 收集的(进场+未进场)',
  ),
  plain('titles', '园林称号授予', '个', value(count(title, { at: 'titledOn' })), '期内授予(含后来撤销的)', {
    by: ['kind', 'level', 'year'],
  }),
  plain('titles-held', '现有称号', '个', value(count(title, { where: { status: 'titled' } })), '现在持有、未撤销的称号', {
    by: ['kind', 'level', 'star'],
  }),
  plain(
    'star-awards',
    '公园星级评定',
    '个',
    value(count(title, { at: 'titledOn', where: { kind: 'star' } })),
    '期内评定星级的公园',
  ),
  plain(
    'star-rechecks',
    '星级公园复查',
    '个',
    value(count(title, { at: 'recheckedOn', where: { kind: 'star' } })),
    '期内复查的星级公园',
    { by: ['status'] },
  ),
  plain(
    'fine-roads',
    '绿化精品道路',
    '条',
    value(count(title, { at: 'titledOn', where: { kind: 'fineRoad' } })),
    '评定日期在期内的绿化精品道路',
    {
      by: ['year'],
    },
  ),
  plain(
    'demo-segments',
    '绿化养护示范标段',
    '个',
    value(count(title, { at: 'titledOn', where: { kind: 'demo' } })),
    '评定日期在期内的示范标段',
  ),
  plain(
    'good-segments',
    '绿化养护优质标段',
    '个',
    value(count(title, { at: 'titledOn', where: { kind: 'good' } })),
    '双优竞赛优质标段',
  ),
  plain(
    'good-workers',
    '绿化养护优秀能手',
    '位',
    value(count(title, { at: 'titledOn', where: { kind: 'worker' } })),
    '双优竞赛优秀能手',
  ),
  plain(
    'garden-units',
    '市园林式单位',
    '个',
    value(count(title, { at: 'titledOn', where: { kind: 'unit' } })),
    '期内公布的园林式单位',
    { by: ['level'] },
  ),
  plain(
    'garden-compounds',
    '市园林式居住区',
    '个',
    value(count(title, { at: 'titledOn', where: { kind: 'compound' } })),
    '期内公布的园林式居住区',
    { by: ['level'] },
  ),
]
