/** Counted figures of 市容. */
import { atLeast, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { outing } from './campaigns/campaign.ts'
import { item, streetCheck } from './campaigns/item.ts'
import { agreement } from './frontage/agreement.ts'
import { alliance, mutual } from './frontage/alliance.ts'
import { grade } from './frontage/grade.ts'
import { issue } from './frontage/issue.ts'
import { benefit } from './frontage/relief.ts'
import { visit } from './frontage/visit.ts'
import { lane, lanePatrol, laneProblem } from './lanes/lane.ts'
import { lecture, project } from './lanes/project.ts'
import { festival, vigil } from './street/festival.ts'
import { occupation } from './street/occupation.ts'
import { cleanup, kiosk, works } from './street/works.ts'

const plain = indicatorsOf('appearance')
const settled = { status: ['self', 'assisted', 'sent', 'penalised'] } as const
const live = { status: { not: 'ended' } } as const
const laid = (
  id: string,
  zh: string,
  unit: string,
  kinds: readonly ('pillar' | 'ball' | 'isolator' | 'flowerBox' | 'board' | 'nano' | 'sunshade' | 'fence')[],
) =>
  plain(id, zh, unit, value(sum(works, 'doneQuantity', { at: 'doneOn', where: { kind: kinds } })), `完成日期在期内的${zh}`, {
    by: ['kind', 'status', 'town', 'spot'],
  })
const frontage = [
  plain('agreements', '门前三包责任书', '份', value(count(agreement, { where: live })), '现在履行中(含到期待续)', {
    by: ['grade', 'status'],
  }),
  plain(
    'visits',
    '门前三包检查',
    '次',
    value(count(visit, { at: 'checkedOn', where: { status: { not: 'void' } } })),
    '检查日期在期内、未作废的门前三包检查',
    { by: ['plan', 'status'] },
  ),
  plain('issues', '市容环卫责任问题采集', '件', value(count(issue, { at: 'createdAt' })), '期内采集(识别)的问题', {
    by: ['source', 'duty', 'status'],
  }),
  plain(
    'issues-self',
    '市容环卫责任问题自行整改',
    '件',
    value(count(issue, { at: 'createdAt', where: { status: 'self' } })),
    '期内采集、经核实由商户自行整改的',
    { by: ['source', 'isAuto'] },
  ),
  plain(
    'self-rate',
    '自行整改率',
    '%',
    ratio(count(issue, { at: 'createdAt', where: { status: 'self' } }), count(issue, { at: 'createdAt', where: settled })),
    '自行整改 ÷ 已办结且非误报;未办结、再学习的不进分母',
    {
      by: ['source', 'duty'],
      target: atLeast(86, '年度总结'),
    },
  ),
  plain(
    'issues-penalised',
    '责任区问题转处罚',
    '件',
    value(count(issue, { at: 'closedAt', where: { status: 'penalised' } })),
    '期内转市容环卫责任制处罚',
  ),
  plain('graded', '三色评定', '家次', value(count(grade, { at: 'monthOn' })), '期内各月评定', { by: ['grade', 'move', 'month'] }),
  plain('alliances', '自治联盟(商街)', '个', value(count(alliance, { where: { status: 'running' } })), '现在运行的', {
    by: ['kind'],
  }),
  plain(
    'mutual-checks',
    '联盟互查',
    '次',
    value(count(mutual, { at: 'checkedOn', where: { status: 'done' } })),
    '期内登记的联盟互查',
    {
      by: ['isOk'],
    },
  ),
  plain('benefited', '纾困措施受益', '家', value(count(benefit, { at: 'createdAt' })), '期内列入的商户(摊位)', {
    by: ['status', 'measure'],
  }),
  plain('yellow-line', '施划文明黄线', 'm', value(sum(benefit, 'widthM', { at: 'paintedOn' })), '期内施划的线长'),
]
const campaigns = [
  plain('campaign-items', '专项行动排查问题', '个', value(count(item, { at: 'createdAt' })), '期内排查的问题', {
    by: ['campaign', 'code', 'group', 'town', 'status'],
  }),
  plain(
    'campaign-rectified',
    '专项行动排查整改问题',
    '个',
    value(count(item, { at: 'closedOn', where: { status: 'closed' } })),
    '期内销号的问题',
    { by: ['campaign', 'code', 'group', 'town'] },
  ),
  plain(
    'campaign-penalised',
    '专项行动查处案件',
    '个',
    value(count(item, { at: 'closedAt', where: { status: 'penalised' } })),
    '期内转处罚的',
    { by: ['campaign'] },
  ),
  plain(
    'campaign-left',
    '专项行动未销号',
    '个',
    value(count(item, { where: { status: ['surveyed', 'assigned', 'done'] } })),
    '现在未销号',
    { by: ['campaign', 'town', 'isStuck'] },
  ),
  plain('campaign-outings', '专项行动', '次', value(count(outing, { at: 'at' })), '期内出动次数', { by: ['campaign'] }),
  plain(
    'street-score',
    '专项标准督查得分',
    '分',
    ratio(
      sum(streetCheck, 'score', { at: 'checkedOn', where: { status: 'done' } }),
      count(streetCheck, { at: 'checkedOn', where: { status: 'done' } }),
      1,
    ),
    '期内督查得分的平均',
    { by: ['town', 'campaign'] },
  ),
]
const lanes = [
  plain('lane-chiefs', '在任路(街巷)长', '人', value(count(lane, { where: { status: 'held' } })), '现在在任的路(街巷)长', {
    by: ['kind'],
  }),
  plain(
    'lane-vacant',
    '路(街巷)长空缺',
    '条',
    value(count(lane, { where: { status: 'vacant' } })),
    '现在没有在任路长的道路街巷',
    { by: ['kind'] },
  ),
  plain(
    'lane-patrols',
    '街巷长巡查',
    '次',
    value(count(lanePatrol, { at: 'patrolledOn', where: { status: 'done' } })),
    '期内完成的路长巡查',
  ),
  plain(
    'lane-solved-rate',
    '街巷长自行解决率',
    '%',
    ratio(
      count(laneProblem, { at: 'createdAt', where: { status: 'solved' } }),
      count(laneProblem, { at: 'createdAt', where: { status: ['solved', 'sent'] } }),
    ),
    '街巷长解决 ÷ 已办结的街巷问题',
  ),
  plain(
    'projects-accepted',
    '改造项目验收',
    '个',
    value(count(project, { at: 'acceptedOn' })),
    '期内验收(背街小巷条数、精品街道条数按类别看)',
    { by: ['kind', 'package', 'phase', 'isAdRectified'] },
  ),
  plain('project-metres', '改造长度', 'm', value(sum(project, 'lengthM', { at: 'acceptedOn' })), '期内验收项目的长度', {
    by: ['kind'],
  }),
  plain(
    'project-funds',
    '改造资金',
    '万元',
    value(sum(project, 'fundsWan', { where: { status: { not: 'dropped' } } })),
    '已批准项目的资金',
    { by: ['kind', 'yearOf'] },
  ),
  plain(
    'lecture-people',
    '视觉品质培训',
    '人',
    value(sum(lecture, 'people', { at: 'heldOn', where: { status: 'held' } })),
    '期内参加培训',
  ),
  plain(
    'lecture-designers',
    '设计人员参训',
    '人',
    value(sum(lecture, 'designers', { at: 'heldOn', where: { status: 'held' } })),
    '期内参训的设计人员',
  ),
]
const street = [
  plain(
    'occupation-corrected',
    '纠正占道经营、流动商贩',
    '起',
    value(count(occupation, { at: 'seenAt', where: { status: 'corrected' } })),
    '期内发现并纠正',
    { by: ['kind', 'level', 'isKnown', 'hourOf'] },
  ),
  plain(
    'occupation-penalty-rate',
    '占道处罚率',
    '%',
    ratio(count(occupation, { at: 'seenAt', where: { status: 'penalised' } }), count(occupation, { at: 'seenAt' })),
    '移送处罚 ÷ 发现',
  ),
  plain(
    'kiosks-cleared',
    '清理占道岗亭',
    '个',
    value(count(kiosk, { at: 'endedOn', where: { status: ['removed', 'upgraded'] } })),
    '期内拆除或提升',
    { by: ['kind', 'town', 'status'] },
  ),
  plain(
    'kiosks-removed',
    '拆除岗亭',
    '个',
    value(count(kiosk, { at: 'endedOn', where: { status: 'removed' } })),
    '期内拆除(报刊亭按类别看)',
    { by: ['kind'] },
  ),
  plain('kiosks-left', '未处理岗亭', '个', value(count(kiosk, { where: { status: ['listed', 'agreed'] } })), '现在未处理', {
    by: ['town', 'kind'],
  }),
  laid('bollards', '阻车立柱球柱', '个', ['pillar', 'ball']),
  laid('isolators', '隔离栏', 'm', ['isolator']),
  laid('flower-boxes', '花箱', '个', ['flowerBox']),
  laid('boards', '便民张贴栏', '块', ['board']),
  laid('nano', '纳米漆涂刷', '套', ['nano']),
  laid('sunshades', '非机动车等候区遮阳棚', '个', ['sunshade']),
  laid('fences', '新增围挡', '㎡', ['fence']),
  plain('flyers-cleaned', '清理小广告', '张', value(sum(cleanup, 'sheets', { at: 'cleanedOn' })), '期内清理张数'),
  plain('worship-persuaded', '祭祀劝导', '起', value(sum(vigil, 'persuaded', { at: 'dayOn' })), '期内值守劝导', {
    by: ['festival'],
  }),
  plain(
    'worship-guided',
    '引导到固定焚烧点',
    '人次',
    value(sum(vigil, 'guided', { at: 'dayOn' })),
    '期内引导到固定焚烧点的人次',
    {
      by: ['festival'],
    },
  ),
  plain('worship-staff', '文明祭祀值守', '人', value(sum(festival, 'onDuty', { at: 'fromOn' })), '期内护航部署的值守人数'),
]
export const appearanceIndicators: readonly Indicator[] = [...frontage, ...campaigns, ...lanes, ...street]
