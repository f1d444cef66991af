/** Counted figures of green space, works and upkeep. */
import { atLeast, average, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { healthIndicators } from './indicators-health.ts'
import { plan } from './spaces/plan.ts'
import { basis, block, greenway, space } from './spaces/space.ts'
import { pruning } from './spaces/tree.ts'
import { defect } from './upkeep/defect.ts'
import { drought } from './upkeep/drought.ts'
import { meterReading, segment, waterPoint } from './upkeep/segment.ts'
import { topic } from './upkeep/topic.ts'
import { work } from './upkeep/work.ts'
import { check } from './works/check.ts'
import { project } from './works/project.ts'

const plain = indicatorsOf('greening')
const green = { state: { not: 'building' } } as const
const current = { current: 'yes' } as const
const done = { status: 'closed' } as const
const works = (
  id: string,
  zh: string,
  unit: 'tree' | 'm2' | 'pot',
  kind: 'replant' | 'flower' | 'colour' | 'hang' | 'cover',
  definition: string,
) =>
  plain(
    id,
    zh,
    { tree: '株', m2: '㎡', pot: '盆' }[unit],
    value(sum(work, 'done', { at: 'safetyOn', where: { kind, unit } })),
    definition,
    { by: ['species'] },
  )
const land = [
  plain(
    'land-rate',
    '绿地率',
    '%',
    ratio(
      sum(space, 'areaM2', { where: { ...green, class: ['G1', 'G2', 'G3', 'XG'] } }),
      sum(basis, 'builtUpM2', { where: current }),
    ),
    '建成区各类绿地面积(G1、G2、G3、XG) ÷ 建成区面积',
    { by: ['class'] },
  ),
  plain(
    'cover-rate',
    '绿化覆盖率',
    '%',
    ratio(
      sum(space, 'coverM2', { where: { ...green, class: ['G1', 'G2', 'G3', 'XG'] } }),
      sum(basis, 'builtUpM2', { where: current }),
    ),
    '建成区绿化垂直投影面积 ÷ 建成区面积',
  ),
  plain(
    'per-head',
    '人均公园绿地面积',
    '㎡/人',
    ratio(sum(space, 'areaM2', { where: { ...green, class: 'G1' } }), sum(basis, 'population', { where: current }), 1),
    '公园绿地(G1)面积 ÷ 建成区人口',
  ),
  plain(
    'service-rate',
    '公园绿化活动场地服务半径覆盖率',
    '%',
    ratio(sum(block, 'areaHa', { where: { isServed: true } }), sum(block, 'areaHa')),
    '服务半径内居住用地 ÷ 居住用地(GB/T 50563)',
  ),
  plain('built-ha', '新改建绿地', '公顷', value(sum(space, 'areaM2', { at: 'builtOn' }), 10_000), '期内建成(改建)的绿地面积', {
    by: ['buildKind', 'form', 'class'],
    decimals: 2,
  }),
  plain(
    'pocket-parks',
    '口袋公园建成',
    '个',
    value(count(space, { at: 'builtOn', where: { form: 'pocket' } })),
    '期内建成的口袋公园',
    { by: ['buildKind'] },
  ),
  plain(
    'rose-gardens',
    '邻里月季园',
    '座',
    value(count(space, { at: 'builtOn', where: { form: 'rose' } })),
    '期内新建、改造的邻里月季园',
    { by: ['buildKind'] },
  ),
  plain('spaces', '绿地', '处', value(count(space)), '台账中现有的绿地', { by: ['class', 'form', 'state', 'grade'] }),
  plain('greenway-km', '绿道建设里程', '公里', value(sum(greenway, 'lengthM', { at: 'builtOn' }), 1000), '期内建成的绿道长度', {
    by: ['buildKind'],
  }),
  plain('plan-years', '绿地系统规划期', '年', value(sum(plan, 'years')), '止年 - 起年 + 1'),
  plain(
    'greenway-closed-km',
    '封闭绿道',
    '公里',
    value(sum(greenway, 'lengthM', { where: { state: 'closed' } }), 1000),
    '现在封闭维修的绿道长度',
  ),
]
const projects = [
  plain('projects', '园林工程项目', '个', value(count(project, { where: { status: { not: 'dropped' } } })), '立项的工程', {
    by: ['programme', 'cityProgramme', 'status', 'year'],
  }),
  plain(
    'city-projects',
    '生态园林城市创建项目',
    '个',
    value(count(project, { where: { status: { not: 'dropped' } }, and: 'r.city_programme is not null' })),
    '列入六大工程的项目',
    { by: ['cityProgramme', 'status'] },
  ),
  plain(
    'projects-accepted',
    '园林工程验收',
    '个',
    value(count(project, { at: 'acceptedOn', where: { status: 'accepted' } })),
    '验收日期在期内的园林工程',
    { by: ['programme', 'buildKind', 'batch'] },
  ),
  plain(
    'micro-greens',
    '街头绿地微治理',
    '处',
    value(count(project, { at: 'acceptedOn', where: { programme: 'micro', status: 'accepted' } })),
    '期内验收的街头绿地微治理',
    { by: ['batch'] },
  ),
  plain(
    'walls-opened-m',
    '围墙通透与开敞',
    'm',
    value(sum(project, 'lengthM', { at: 'acceptedOn', where: { programme: 'wall', status: 'accepted' } })),
    '期内验收的开敞(通透)长度',
    { by: ['park'] },
  ),
  plain(
    'gardens-upgraded',
    '小游园提档',
    '个',
    value(count(project, { at: 'acceptedOn', where: { programme: 'garden', status: 'accepted' } })),
    '期内验收的小游园提档',
  ),
  plain(
    'roads-upgraded',
    '道路绿化提档升级',
    '条',
    value(count(project, { at: 'acceptedOn', where: { programme: 'road', status: 'accepted' } })),
    '期内验收的道路',
  ),
  plain(
    'project-late-rate',
    '工程逾期率',
    '%',
    ratio(
      count(project, { at: 'acceptedOn', where: { isLate: true } }),
      count(project, { at: 'acceptedOn', where: { status: 'accepted' } }),
    ),
    '逾期完工 ÷ 验收',
  ),
  plain(
    'quality-checks',
    '工程质量监督检查',
    '次',
    value(count(check, { at: 'checkedOn', where: { kind: 'project', status: { not: 'void' } } })),
    '期内质量检查',
    { by: ['stage', 'status'] },
  ),
  plain(
    'quality-open',
    '质量不合格未整改',
    '次',
    value(count(check, { where: { kind: 'project', status: 'failed' } })),
    '现在不合格的检查',
  ),
]
const upkeep = [
  plain(
    'trees-pruned',
    '行道树精细修剪',
    '株',
    value(count(pruning, { at: 'prunedOn', where: { isFirst: true } })),
    '期内修剪的不同树(一年只计一次)',
    { by: ['how'] },
  ),
  works('replanted', '补栽', 'tree', 'replant', '核定的补栽株数(只计株)'),
  works('replanted-m2', '补栽(面积)', 'm2', 'replant', '核定的补栽面积(只计㎡)'),
  works('flowers', '草花布置', 'pot', 'flower', '核定的草花盆数'),
  works('coloured', '彩化提升', 'tree', 'colour', '核定的彩化株数'),
  works('hung', '天桥挂花', 'pot', 'hang', '核定的挂花盆数'),
  works('covered', '黄土复绿', 'm2', 'cover', '核定的复绿面积'),
  plain(
    'survival',
    '补栽成活率',
    '%',
    ratio(
      sum(work, 'alive', { where: { kind: ['replant', 'colour'], status: 'closed' } }),
      sum(work, 'done', { where: { kind: ['replant', 'colour'], status: 'closed' } }),
    ),
    '已查成活 ÷ 栽植',
    { target: atLeast(95, '养护管理办法') },
  ),
  plain(
    'watered-tons',
    '抗旱浇水',
    '吨',
    value(sum(work, 'waterT', { at: 'safetyOn', where: { kind: 'water' } })),
    '核定的抗旱浇水吨数',
    { by: ['segment'] },
  ),
  plain(
    'water-trucks',
    '抗旱水车',
    '台次',
    value(sum(work, 'trucks', { at: 'safetyOn', where: { kind: 'water' } })),
    '核定的水车台次',
  ),
  plain(
    'plants-lost',
    '旱死苗木',
    '株',
    value(sum(work, 'lost', { at: 'safetyOn', where: { kind: 'water' } })),
    '浇水时登记的旱死株数',
  ),
  plain('droughts', '抗旱行动', '次', value(count(drought, { at: 'startedOn' })), '期内启动的抗旱行动', {
    by: ['level', 'status'],
  }),
  plain(
    'defects',
    '绿化缺陷',
    '个',
    value(count(defect, { at: 'foundOn', where: { status: { not: 'dropped' } } })),
    '期内发现的缺陷',
    { by: ['kind', 'source', 'status'] },
  ),
  plain('defects-shelved', '待适栽季', '个', value(count(defect, { where: { status: 'shelved' } })), '现在挂到适栽日的缺陷'),
  plain(
    'defects-in-time',
    '缺陷按期整改率',
    '%',
    ratio(
      count(defect, { at: 'foundOn', where: { ...done, isInTime: true } }),
      count(defect, { at: 'foundOn', where: { status: { not: ['dropped', 'shelved'] } } }),
    ),
    '按期整改并销号 ÷ 应整改(待适栽季的不计)',
    { by: ['kind'] },
  ),
  plain(
    'bare-m2',
    '黄土裸露',
    '㎡',
    value(sum(defect, 'areaM2', { where: { kind: 'bare', status: ['ordered', 'fixed', 'shelved'] } })),
    '现在未销号的裸露面积',
  ),
  plain(
    'roads-rectified',
    '绿化专项整治道路',
    '条',
    value(sum(topic, 'roadsDone', { at: 'closedOn' })),
    '各季度专项办结时整治的道路',
    { by: ['quarter', 'year'] },
  ),
  plain('drives', '绿化专项整治', '次', value(count(topic)), '每季度一次', { by: ['quarter', 'year'] }),
  plain('segments', '养护标段', '个', value(count(segment)), '台账中现有的养护标段', { by: ['grade', 'honour', 'contractor'] }),
  plain(
    'segment-score',
    '标段月度考核均分',
    '分',
    value(average(check, 'score', { at: 'checkedOn', where: { kind: 'month', status: { not: 'void' } } })),
    '期内月度考核平均',
    { by: ['segment', 'period'] },
  ),
  plain(
    'checks',
    '城市绿化专项考核',
    '次',
    value(count(check, { at: 'checkedOn', where: { status: { not: 'void' } } })),
    '期内园林检查评分',
    { by: ['kind', 'period'] },
  ),
  plain(
    'check-cases',
    '绿化考评案卷',
    '个',
    value(count(defect, { at: 'foundOn', where: { source: 'check' } })),
    '检查扣分开出的缺陷单',
  ),
  plain(
    'patrol-cases',
    '绿化巡查案卷',
    '个',
    value(count(defect, { at: 'foundOn', where: { source: 'patrol' } })),
    '巡查登记的缺陷单',
  ),
  plain('water-points', '绿化给水点', '处', value(count(waterPoint, { at: 'builtOn' })), '期内建成的给水点', {
    by: ['kind', 'state'],
  }),
  plain(
    'water-coverage',
    '给水覆盖率',
    '%',
    ratio(sum(waterPoint, 'coverM2', { where: { state: 'good' } }), sum(segment, 'areaM2')),
    '正常给水点覆盖面积 ÷ 标段面积',
  ),
  plain('water-used', '绿化用水', 'm³', value(sum(meterReading, 'm3', { at: 'readOn' })), '期内抄表用水'),
]
export const groundIndicators: readonly Indicator[] = [...land, ...projects, ...upkeep, ...healthIndicators]
