/** Counted figures of affairs. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { bond } from './money/bond.ts'
import { budget } from './money/budget.ts'
import { arrival, fund } from './money/fund.ts'
import { ppp } from './money/ppp.ts'
import { project } from './money/project.ts'
import { bidReview } from './money/review.ts'
import { document, slip } from './papers/document.ts'
import { policyFile } from './papers/file.ts'
import { legislation } from './papers/legislation.ts'
import { charge } from './work/charge.ts'
import { dispute } from './work/dispute.ts'
import { matter } from './work/matter.ts'
import { adoption, onsite, practice } from './work/onsite.ts'
import { proposal } from './work/proposal.ts'
import { step } from './work/step.ts'
import { topic } from './work/topic.ts'
import { request, shortcoming } from './work/year.ts'

const plain = indicatorsOf('affairs')
const live = { status: { not: 'cancelled' } } as const
const workIndicators = [
  plain('matters', '督办与重点工作', '项', value(count(matter, { at: 'issuedOn', where: live })), '期内交办、未撤销的事项', {
    by: ['kind', 'status', 'unit', 'light'],
  }),
  plain(
    'matters-in-time',
    '督办事项按时办结率',
    '%',
    ratio(
      count(matter, { at: 'issuedOn', where: { status: 'closed', isLate: 'no' } }),
      count(matter, { at: 'issuedOn', and: `(r.status = 'closed' or r.is_late = 'yes') and r.status <> 'cancelled'` }),
    ),
    '未逾期办结的 ÷ 期内交办且已办结或已逾期的',
    { by: ['kind', 'unit'], target: atLeast(100, '本局督查办法(示例)') },
  ),
  plain('matters-overdue', '逾期未结督办', '项', value(count(matter, { where: { status: 'overdue' } })), '现在逾期未报结的事项', {
    by: ['kind', 'unit'],
  }),
  plain(
    'matters-effective',
    '督办效果优良率',
    '%',
    ratio(
      count(matter, { at: 'closedOn', where: { rating: ['excellent', 'good'] } }),
      count(matter, { at: 'closedOn', where: { status: 'closed' } }),
    ),
    '效果评优、良的 ÷ 期内办结的事项',
    { by: ['kind', 'unit'] },
  ),
  plain(
    'steps-open',
    '分解到人未完成',
    '项',
    value(count(step, { where: { status: ['open', 'late'] } })),
    '现在未完成的分解任务',
    {
      by: ['status', 'unitId'],
    },
  ),
  plain('charges', '包保路段社区', '处', value(count(charge, { where: { status: 'on' } })), '现在包保中的路段、社区', {
    by: ['kind', 'rank'],
  }),
  plain('charge-checks', '包保检查', '次', value(sum(charge, 'checkCount', { at: 'fromOn' })), '期内开始的包保登记的检查之和', {
    by: ['kind', 'holderName'],
  }),
  plain('charge-missed', '包保漏检', '周', value(sum(charge, 'missedCount', { at: 'fromOn' })), '期内开始的包保漏检周数之和', {
    by: ['kind', 'holderName'],
  }),
  plain(
    'topics',
    '课题研究',
    '项',
    value(count(topic, { at: 'fromOn', where: { kind: 'research' } })),
    '期内立题的城市治理课题',
    {
      by: ['status'],
    },
  ),
  plain(
    'topics-used',
    '课题转化',
    '项',
    value(count(topic, { at: 'closedOn', where: { status: 'used' } })),
    '期内形成决策、方案的课题与调研',
    {
      by: ['kind'],
    },
  ),
  plain(
    'onsites',
    '工作现场会',
    '次',
    value(count(onsite, { at: 'meetOn', where: { status: ['following', 'closed'] } })),
    '期内召开的现场会',
  ),
  plain(
    'onsite-adopted',
    '现场会任务见效率',
    '%',
    ratio(sum(onsite, 'adopted', { at: 'meetOn' }), sum(onsite, 'tasks', { at: 'meetOn' })),
    '办结且评优良的任务 ÷ 期内现场会部署的任务',
  ),
  plain('practices', '推广中的经验做法', '项', value(count(practice, { where: { status: 'spread' } })), '现在推广中的经验做法'),
  plain('adoptions', '经验采用', '处', value(count(adoption, { at: 'adoptedOn' })), '期内采用经验做法的地点', {
    by: ['practiceName', 'status', 'unit'],
  }),
  plain(
    'adoptions-proved',
    '经验采用见效率',
    '%',
    ratio(
      count(adoption, { at: 'adoptedOn', where: { status: 'proved' } }),
      count(adoption, { at: 'adoptedOn', where: { status: ['proved', 'failed'] } }),
    ),
    '见效的 ÷ 期内采用且已检查的地点',
    { by: ['practiceName'] },
  ),
  plain('shortcomings', '存在问题与不足', '条', value(count(shortcoming)), '已列出的不足,按年度分', { by: ['year', 'status'] }),
  plain('requests', '请上级支持事项', '项', value(count(request, { at: 'sentOn' })), '期内报出的意见建议', {
    by: ['verdict', 'status'],
  }),
]
const voiceIndicators = [
  plain('proposals', '承办建议提案', '件', value(count(proposal, { at: 'handedOn' })), '期内交办的人大代表建议与政协提案', {
    by: ['kind', 'role', 'status'],
  }),
  plain(
    'proposals-lead',
    '主办建议提案',
    '件',
    value(count(proposal, { at: 'handedOn', where: { role: 'lead' } })),
    '期内交办、本局主办的,不含会办',
    { by: ['kind'] },
  ),
  plain(
    'proposals-joint',
    '会办建议提案',
    '件',
    value(count(proposal, { at: 'handedOn', where: { role: 'joint' } })),
    '期内交办、本局会办的',
    { by: ['kind'] },
  ),
  plain(
    'proposals-in-time',
    '建议提案按时答复率',
    '%',
    ratio(
      count(proposal, { at: 'handedOn', where: { isLate: 'no' } }),
      count(proposal, { at: 'handedOn', where: { isLate: ['yes', 'no'] } }),
    ),
    '法定期限内答复的 ÷ 期内交办且已答复的',
    { by: ['kind', 'role'], target: atLeast(100) },
  ),
  plain(
    'proposals-pleased',
    '建议提案满意率',
    '%',
    ratio(
      count(proposal, { at: 'handedOn', where: { satisfaction: ['good', 'basic'] } }),
      count(proposal, { at: 'handedOn', where: { satisfaction: ['good', 'basic', 'bad'] } }),
    ),
    '满意、基本满意 ÷ 期内交办且提出人已反馈的主办件',
    { by: ['kind'] },
  ),
  plain('disputes', '矛盾纠纷', '件', value(count(dispute, { at: 'createdAt' })), '期内登记的矛盾纠纷', {
    by: ['kind', 'risk', 'status', 'unit'],
  }),
  plain(
    'disputes-settled',
    '矛盾纠纷化解率',
    '%',
    ratio(count(dispute, { at: 'createdAt', where: { status: ['settled', 'closed'] } }), count(dispute, { at: 'createdAt' })),
    '已化解的 ÷ 期内登记的矛盾纠纷',
    { by: ['risk', 'unit'] },
  ),
  plain(
    'disputes-pleased',
    '矛盾纠纷回访满意率',
    '%',
    ratio(
      count(dispute, { at: 'createdAt', where: { satisfaction: ['good', 'basic'] } }),
      count(dispute, { at: 'createdAt', where: { satisfaction: ['good', 'basic', 'bad'] } }),
    ),
    '满意、基本满意 ÷ 期内登记且已回访的',
  ),
]
const moneyIndicators = [
  plain('projects', '重点项目', '个', value(count(project, { at: 'startedOn' })), '期内立项的项目', {
    by: ['kind', 'status', 'unit'],
  }),
  plain('sub-projects', '子项目', '个', value(sum(project, 'subCount', { at: 'startedOn' })), '期内立项项目的子项目之和', {
    by: ['kind', 'name'],
  }),
  plain('sub-done', '完工子项目', '个', value(sum(project, 'done', { at: 'startedOn' })), '期内立项项目的已完工子项目之和', {
    by: ['kind', 'name'],
  }),
  plain(
    'project-percent',
    '项目总体进度',
    '%',
    value(average(project, 'percent', { at: 'startedOn' })),
    '期内立项项目按各自权重的总体进度平均,按项目分即单个项目',
    { by: ['name', 'weight', 'kind'] },
  ),
  plain(
    'budget-wan',
    '运行经费预算',
    '万元',
    value(sum(budget, 'wan', { where: { status: ['running', 'closed'] } })),
    '已批准预算之和,按年度、职能分',
    {
      by: ['year', 'function'],
    },
  ),
  plain(
    'budget-spent',
    '运行经费执行率',
    '%',
    ratio(
      sum(budget, 'spentWan', { where: { status: ['running', 'closed'] } }),
      sum(budget, 'wan', { where: { status: ['running', 'closed'] } }),
    ),
    '已支出 ÷ 已批准预算',
    { by: ['year', 'function'] },
  ),
  plain(
    'budget-warned',
    '经费增幅预警',
    '个',
    value(count(budget, { where: { isWarned: 'yes', status: { not: 'refused' } } })),
    '经费增幅低于保障对象增幅的职能',
    {
      by: ['year', 'function'],
    },
  ),
  plain(
    'ppp-projects',
    'PPP与市场化项目',
    '个',
    value(count(ppp, { where: { status: ['running', 'handing'] } })),
    '合作期内或待移交的项目',
    {
      by: ['structure', 'isExpiring'],
    },
  ),
  plain('ppp-lost', 'PPP绩效扣减', '万元', value(sum(ppp, 'lostWan')), '历次付费因绩效少付之和', { by: ['name', 'structure'] }),
  plain('funds-approved', '争取落实政策和项目', '项', value(count(fund, { at: 'approvedOn' })), '期内获批的申报', {
    by: ['grade', 'status'],
  }),
  plain('funds-arrived', '争取到位资金', '万元', value(sum(arrival, 'wan', { at: 'arrivedOn' })), '期内到账金额之和', {
    by: ['grade', 'name'],
  }),
  plain('bonds-balance', '专项债资金余额', '万元', value(sum(bond, 'balanceWan')), '已发行未使用之和', {
    by: ['name', 'status'],
  }),
  plain(
    'bonds-interest',
    '专项债年利息',
    '万元',
    value(sum(bond, 'yearInterestWan', { where: { status: { not: 'repaid' } } })),
    '未还清债券按票面利率的年利息',
    {
      by: ['name'],
      decimals: 4,
    },
  ),
  plain(
    'bid-reviews',
    '经费测算评审',
    '项',
    value(count(bidReview, { at: 'reviewOn', where: { status: 'done' } })),
    '期内评审并出具评审后版本的',
  ),
  plain(
    'bid-cut',
    '经费测算核减率',
    '%',
    ratio(
      sum(bidReview, 'afterWan', { at: 'reviewOn', where: { status: 'done' } }),
      sum(bidReview, 'beforeWan', { at: 'reviewOn', where: { status: 'done' } }),
    ),
    '评审后 ÷ 评审前(100减去即核减率)',
  ),
]
const paperIndicators = [
  plain('documents', '发出公文通知', '件', value(count(document, { at: 'sentAt' })), '期内发出的公文、通知', {
    by: ['kind', 'status'],
  }),
  plain(
    'slips-in-time',
    '公文按时回复率',
    '%',
    ratio(
      count(slip, { at: 'createdAt', and: `r.reply_on is not null and r.replied_on is not null and r.is_late = 'no'` }),
      count(slip, { at: 'createdAt', and: `r.reply_on is not null and (r.replied_on is not null or r.is_late = 'yes')` }),
    ),
    '期限内回复的 ÷ 期内送达、须回复且已回复或逾期的',
    { by: ['unit'], target: atLeast(100) },
  ),
  plain(
    'files',
    '施行中的方案办法规程',
    '件',
    value(count(policyFile, { where: { status: ['trial', 'issued'] } })),
    '现在试行、发布的文件',
    {
      by: ['kind', 'status', 'isExpiring'],
    },
  ),
  plain(
    'laws-in-review',
    '进入审核程序的立法制规',
    '件',
    value(count(legislation, { at: 'sentOn', where: { status: ['reviewing', 'published'] } })),
    '期内送审、已进入审核或已公布的草案',
    { by: ['kind', 'status'] },
  ),
  plain(
    'law-opinions',
    '立法意见采纳率',
    '%',
    ratio(sum(legislation, 'adopted'), sum(legislation, 'opinionCount')),
    '采纳(含部分) ÷ 征集的意见',
    { by: ['name'] },
  ),
]
export const affairsIndicators = [...workIndicators, ...voiceIndicators, ...moneyIndicators, ...paperIndicators]
