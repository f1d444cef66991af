/** Counted figures of internal works. */
import { atLeast, count, type Indicator, indicatorsOf, ratio, sum, value } from '#kernel'
import { itProject } from './it.ts'
import { publication, siteProblem, siteScore } from './openness.ts'
import { module, phase, problem } from './phase.ts'
import { lawWork, product } from './publicity.ts'
import { councilMeeting, research, standard } from './research.ts'
import { seat, shift, teamMonth, teamTraining } from './team.ts'
import { access, cooperation } from './vendor.ts'

const plain = indicatorsOf('office')

const informatics = [
  plain(
    'modules-accepted-rate',
    '平台模块验收率',
    '%',
    ratio(count(module, { where: { status: 'accepted' } }), count(module)),
    '已验收模块 ÷ 全部模块',
    { by: ['phase', 'kind'] },
  ),
  plain('module-users', '平台使用人数', '人', value(sum(module, 'users')), '各模块登记的使用人数之和', { by: ['name', 'kind'] }),
  plain(
    'problems-open',
    '平台未解决问题',
    '个',
    value(count(problem, { where: { status: ['open', 'fixed'] } })),
    '现在未确认解决的平台问题',
  ),
  plain(
    'phases-done',
    '建成平台期次',
    '个',
    value(count(phase, { at: 'closedAt', where: { status: 'done' } })),
    '期内建成办结的期次',
    {
      by: ['kind'],
    },
  ),
  plain(
    'pilots-stopped',
    '试点后停止',
    '个',
    value(count(phase, { at: 'closedAt', where: { status: 'stopped' } })),
    '期内试点后决定停止的应用',
  ),
  plain('people-trained', '平台培训', '人次', value(sum(phase, 'trained', { at: 'createdAt' })), '期内启动的各期平台培训人次'),
  plain(
    'it-projects',
    '信息化项目',
    '个',
    value(count(itProject, { where: { status: { not: 'stopped' } } })),
    '现在预研、建设、应用中的项目',
    {
      by: ['status'],
    },
  ),
  plain('it-benefit', '信息化效益', '万元', value(sum(itProject, 'benefitFen'), 1_000_000), '各应用项目登记的累计效益', {
    by: ['name'],
  }),
  plain('cooperations', '技术合作', '个', value(count(cooperation, { where: { status: 'running' } })), '现在进行中的技术合作'),
  plain(
    'cooperation-delivered',
    '合作验收成果',
    '项',
    value(sum(cooperation, 'acceptedCount', { at: 'startOn' })),
    '期内开始的合作至今验收的成果',
  ),
  plain(
    'cooperation-trained',
    '合作培训',
    '人次',
    value(sum(cooperation, 'trained', { at: 'startOn' })),
    '期内开始的合作至今培训人次',
  ),
  plain('accesses', '有效外部权限', '个', value(count(access, { where: { status: 'granted' } })), '现在有效的外部人员权限'),
]
const science = [
  plain(
    'lab-topics',
    '重点实验室课题',
    '项',
    value(count(research, { at: 'approvedOn', where: { kind: 'lab' } })),
    '期内立项的课题',
  ),
  plain(
    'sci-projects',
    '局级科技项目',
    '项',
    value(count(research, { at: 'approvedOn', where: { kind: 'bureau' } })),
    '期内立项的局级科技项目',
    { by: ['field'] },
  ),
  plain(
    'research-accepted',
    '科技项目验收',
    '项',
    value(count(research, { at: 'acceptedOn', where: { status: ['accepted', 'used'] } })),
    '期内验收的科技项目与课题',
    { by: ['kind'] },
  ),
  plain(
    'research-spent',
    '科技经费支出',
    '万元',
    value(sum(research, 'spentFen', { at: 'approvedOn' }), 1_000_000),
    '期内立项项目至今的经费支出',
    {
      by: ['kind'],
    },
  ),
  plain(
    'council-meetings',
    '理事会议',
    '次',
    value(count(councilMeeting, { at: 'meetOn', where: { status: 'held' } })),
    '期内有效召开的理事会议',
  ),
  plain(
    'standards-published',
    '参编发布标准',
    '项',
    value(count(standard, { at: 'publishedOn', where: { status: 'published' } })),
    '期内发布的参编标准',
    { by: ['level', 'role'] },
  ),
  plain(
    'standard-clauses',
    '提交标准条款',
    '条',
    value(sum(standard, 'clauseCount', { at: 'joinedOn' })),
    '期内参与的标准所提交的条款草案',
    {
      by: ['level'],
    },
  ),
]
const team = [
  plain('seats-filled', '数字化团队在岗席位', '席', value(count(seat, { and: 'r.holder is not null' })), '现在有人在岗的席位', {
    by: ['duty'],
  }),
  plain('shifts', '数字化团队排班', '班', value(count(shift, { at: 'dutyOn' })), '值班日在期内的班次', { by: ['turn', 'seat'] }),
  plain('team-trained', '数字化团队培训', '人次', value(sum(teamTraining, 'people', { at: 'heldOn' })), '期内培训人次', {
    by: ['skill'],
  }),
  plain(
    'team-handled',
    '数字化团队办理',
    '件次',
    value(sum(teamMonth, 'handled', { at: 'monthOn' })),
    '月份在期内的月报办理件次之和',
  ),
  plain(
    'team-returned-rate',
    '派遣被退率',
    '%',
    ratio(sum(teamMonth, 'returned', { at: 'monthOn' }), sum(teamMonth, 'handled', { at: 'monthOn' })),
    '派遣被退件数 ÷ 办理件次',
  ),
]
const publicity = [
  plain('products', '宣传产品', '个', value(count(product, { at: 'releasedOn' })), '期内推出的宣传产品', { by: ['kind'] }),
  plain(
    'product-copies',
    '宣传产品发放',
    '份',
    value(sum(product, 'handedOut', { at: 'releasedOn' })),
    '期内推出的产品至今发放(展出)',
    { by: ['kind'] },
  ),
  plain(
    'law-works',
    '普法作品',
    '部',
    value(count(lawWork, { at: 'publishedOn', where: { status: ['published', 'awarded'] } })),
    '期内发布的普法作品',
    {
      by: ['kind', 'campaign'],
    },
  ),
  plain(
    'law-prizes',
    '普法作品获奖',
    '部',
    value(count(lawWork, { at: 'publishedOn', where: { status: 'awarded' } })),
    '期内发布并获奖的普法作品',
  ),
  plain(
    'published-in-time-rate',
    '政务公开按期率',
    '%',
    ratio(
      count(publication, { at: 'publishDueAt', and: 'r.published_at <= r.publish_due_at' }),
      count(publication, { at: 'publishDueAt', and: `r.published_at is not null or r.status = 'overdue'` }),
    ),
    '期限在期内、已公开或已逾期的任务中按期公开的占比',
    { by: ['unit'], target: atLeast(100, '政府信息公开条例') },
  ),
  plain(
    'site-pass-rate',
    '网站与新媒体评估合格率',
    '%',
    ratio(count(siteScore, { at: 'scoredOn', where: { isPassed: true } }), count(siteScore, { at: 'scoredOn' })),
    '期内季度评估合格的 ÷ 评估的',
    { by: ['kind'] },
  ),
  plain('site-problems', '网站与新媒体问题', '个', value(count(siteProblem, { at: 'createdAt' })), '期内评估发现的问题', {
    by: ['status', 'site'],
  }),
]
export const officeIndicators: readonly Indicator[] = [...informatics, ...science, ...team, ...publicity]
