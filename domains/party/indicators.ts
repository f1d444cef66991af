/** Counted figures of party building and discipline. */
import { atLeast, average, count, indicatorsOf, ratio, sum, value } from '#kernel'
import { actionBranch } from './branch/action-branch.ts'
import { excellence, nominee } from './branch/excellence.ts'
import { pointQuarter, points, pointYear } from './branch/points.ts'
import { award, branch, member, tally } from './branch/registers.ts'
import { session } from './branch/session.ts'
import { governance } from './discipline/governance.ts'
import { inspection, rectification } from './discipline/rectify.ts'
import { integrityCheck, riskPost } from './discipline/risk.ts'
import { decision } from './work/decision.ts'
import { dutyRecord } from './work/duty.ts'
import { ideology } from './work/ideology.ts'
import { joint } from './work/joint.ts'
import { listCheck, partyList } from './work/lists.ts'
import { partnership } from './work/partnership.ts'
import { programme, programmeTask } from './work/programme.ts'
import { project } from './work/project.ts'

const plain = indicatorsOf('party')
const sessions = (id: string, zh: string, kind: string, what: string) =>
  plain(id, zh, '次', value(count(session, { at: 'heldOn', where: { kind: kind as never } })), what, { by: ['branch'] })
const outer = { level: ['nation', 'province', 'city'] } as const
const ofBranches = [
  plain('branches', '党支部', '个', value(count(branch)), '在册党支部', { by: ['kind'] }),
  plain('members', '党员', '人', value(count(member)), '现在在册、未转出的党员', { by: ['branch', 'stage'] }),
  plain('sessions', '组织生活与学习', '次', value(count(session, { at: 'heldOn' })), '期内已召开的各类组织生活与学习', {
    by: ['kind', 'branch'],
  }),
  sessions('centre-sessions', '中心组专题学习会', 'centre', '期内已召开的中心组专题学习会'),
  sessions('discussions', '交流研讨', 'discuss', '期内已开展的交流研讨'),
  sessions('branch-studies', '支部集中学习', 'study', '期内已开展的支部集中学习'),
  sessions('visits', '实地参观', 'visit', '期内已开展的实地参观'),
  sessions('outer-lectures', '上级宣讲团宣讲', 'outer', '期内上级(市委)宣讲团成员宣讲'),
  sessions('own-lectures', '基层主题宣讲', 'own', '期内基层主题宣讲'),
  sessions('warnings', '警示教育', 'warning', '期内已开展的警示教育'),
  plain('study-hours', '学习学时', '小时', value(sum(session, 'hours', { at: 'heldOn' })), '期内各次组织生活与学习学时之和', {
    by: ['kind', 'branch'],
  }),
  plain(
    'attendance',
    '组织生活到会率',
    '%',
    ratio(sum(session, 'present', { at: 'heldOn' }), sum(session, 'shouldBe', { at: 'heldOn' })),
    '期内实到人次÷应到人次(补课不计入实到)',
    { by: ['kind', 'branch'] },
  ),
  plain('action-branches', '行动支部', '个', value(count(actionBranch)), '成立过的行动支部', {
    by: ['task', 'status', 'isTemporary'],
  }),
  plain('action-deeds', '行动支部行动', '次', value(sum(actionBranch, 'deedCount')), '行动支部登记的行动次数', { by: ['task'] }),
  plain('action-awards', '行动支部获评', '项', value(sum(actionBranch, 'awardCount')), '行动支部登记的获评项数', {
    by: ['task'],
  }),
  plain(
    'points-approved',
    '党员积分',
    '分',
    value(sum(points, 'points', { at: 'doneOn', where: { status: 'approved' } })),
    '期内审核通过的积分(含扣分)',
    { by: ['branch'] },
  ),
  plain('quarters-published', '积分季度公示', '期', value(count(pointQuarter, { at: 'publishedOn' })), '期内公示的支部季度积分'),
  plain(
    'members-excellent',
    '积分优秀党员比例',
    '%',
    ratio(sum(pointYear, 'excellent', { at: 'gradedOn' }), sum(pointYear, 'graded', { at: 'gradedOn' })),
    '期内评定年度等次的党员中优秀的比例',
  ),
  plain('nominees', '两优一先推荐', '个', value(count(nominee)), '各支部推荐的人选与集体', { by: ['kind', 'status'] }),
  plain(
    'excellence-awarded',
    '两优一先表彰',
    '个',
    value(sum(excellence, 'winners', { at: 'awardedOn' })),
    '期内表彰的个人与集体',
  ),
  plain(
    'honours-members',
    '获省市级以上荣誉党员',
    '名',
    value(count(award, { at: 'grantedOn', where: { holder: 'person', ...outer } })),
    '期内获国家、省、市级荣誉的党员',
    { by: ['level'] },
  ),
  plain(
    'honours-groups',
    '获省市级以上荣誉集体',
    '个',
    value(count(award, { at: 'grantedOn', where: { holder: 'group', ...outer } })),
    '期内获国家、省、市级荣誉的集体',
    { by: ['level'] },
  ),
]
const uploaded = (id: string, zh: string, kind: 'group' | 'person') =>
  plain(id, zh, '条', value(count(dutyRecord, { at: 'uploadedOn', where: { kind } })), `期内上传履责记实平台的${zh}(退回的不计)`)
const ofWork = [
  uploaded('duty-group', '党组集体履责信息', 'group'),
  uploaded('duty-person', '个人履责信息', 'person'),
  plain(
    'lists-on-time',
    '责任清单按时修订率',
    '%',
    ratio(count(partyList, { at: 'effectiveOn', where: { isOnTime: 'yes' } }), count(partyList, { at: 'effectiveOn' })),
    '期内审定的清单与细则中在当年7月底前生效的比例',
  ),
  plain(
    'list-score',
    '党建考核平均分',
    '分',
    value(average(listCheck, 'score', { at: 'endedOn' })),
    '期内定档的党建考核平均得分',
    {
      by: ['unit', 'grade'],
    },
  ),
  plain('programmes', '党建活动', '个', value(count(programme)), '部署的党建活动', { by: ['kind', 'status'] }),
  plain(
    'culture-classes',
    '文化建设活动大类',
    '类',
    value(sum(programme, 'groupCount', { where: { kind: 'culture525' } })),
    '“525”系列活动的类数',
  ),
  plain(
    'culture-items',
    '文化建设活动',
    '项',
    value(sum(programme, 'itemCount', { where: { kind: 'culture525' } })),
    '“525”系列活动的项数',
  ),
  plain(
    'history-topics',
    '党史学习教育专题与实践',
    '项',
    value(sum(programme, 'itemCount', { where: { kind: 'history' } })),
    '党史学习教育的专题与实践项数',
  ),
  plain(
    'programme-rate',
    '党建活动任务完成率',
    '%',
    ratio(count(programmeTask, { where: { status: 'done' } }), count(programmeTask)),
    '已核实完成的任务÷下达的任务',
    { by: ['kind', 'branch', 'group'] },
  ),
  plain(
    'programme-people',
    '党建活动参加',
    '人次',
    value(sum(programmeTask, 'people', { at: 'heldOn' })),
    '期内开展的党建活动任务参加人次',
    {
      by: ['kind', 'group'],
    },
  ),
  plain(
    'programme-late',
    '党建活动逾期任务',
    '项',
    value(count(programmeTask, { where: { isLate: 'yes' } })),
    '逾期未报完成的任务',
    {
      by: ['kind', 'branch'],
    },
  ),
  plain(
    'projects-done',
    '“我为群众办实事”重点项目完成',
    '个',
    value(count(project, { at: 'closedOn', where: { isKey: 'yes' } })),
    '期内经群众评议办结的重点项目',
  ),
  plain('projects-all', '“我为群众办实事”项目完成', '个', value(count(project, { at: 'closedOn' })), '期内经群众评议办结的项目', {
    by: ['isKey', 'unit'],
  }),
  plain(
    'projects-rating',
    '实事项目群众评分',
    '分',
    value(average(project, 'rating', { at: 'closedOn' })),
    '期内办结项目的群众评分平均(5分制)',
  ),
  plain(
    'projects-spent',
    '实事项目支出',
    '万元',
    value(sum(project, 'spent', { at: 'doneOn' }), 1_000_000),
    '期内完成项目的实际支出',
  ),
  plain('partnerships', '结对共建', '对', value(count(partnership)), '签约的结对共建与联系点', { by: ['kind', 'status'] }),
  plain('partner-activities', '共建活动', '次', value(sum(partnership, 'activityCount')), '结对共建登记的活动次数', {
    by: ['kind'],
  }),
  plain('decisions', '“三重一大”决策', '件', value(count(decision, { at: 'decidedOn' })), '期内经会议表决的事项', {
    by: ['kind', 'isCarried'],
  }),
  plain(
    'decisions-done',
    '“三重一大”决策执行办结率',
    '%',
    ratio(count(decision, { where: { status: 'closed' } }), count(decision, { where: { isCarried: 'yes' } })),
    '已核实办结÷表决通过的事项',
    { by: ['kind'] },
  ),
  plain(
    'decisions-urgent',
    '紧急先行处置事项',
    '件',
    value(count(decision, { where: { isUrgent: 'yes' } })),
    '先执行后补议的事项',
  ),
  plain('ideology-agendas', '意识形态专题议题', '次', value(sum(ideology, 'agendas')), '各年度研究意识形态的专题议题次数', {
    by: ['year'],
  }),
  plain('ideology-checks', '意识形态专项检查', '次', value(sum(ideology, 'checks')), '各年度意识形态专项检查次数', {
    by: ['year'],
  }),
  plain(
    'joint-score',
    '四同任务考核得分',
    '分',
    value(average(joint, 'score', { at: 'closedOn' })),
    '期内办结的四同任务业务与党建平均得分',
    {
      by: ['unit', 'branch'],
    },
  ),
  plain('joint-open', '在办四同任务', '件', value(count(joint, { where: { status: { not: 'closed' } } })), '没有办结的四同任务', {
    by: ['status'],
  }),
]
const ofDiscipline = [
  plain(
    'filed-cases',
    '违纪立案',
    '起',
    value(count(tally, { at: 'decidedOn', where: { isFiled: true } })),
    '期内处理的立案件数,不含姓名案情',
  ),
  plain(
    'filed-persons',
    '违纪立案人数',
    '人',
    value(sum(tally, 'persons', { at: 'decidedOn', where: { isFiled: true } })),
    '期内处理的立案人数',
  ),
  plain(
    'admonitions',
    '诫勉谈话',
    '人次',
    value(sum(tally, 'persons', { at: 'decidedOn', where: { measure: '诫勉谈话' } })),
    '期内诫勉谈话人次',
  ),
  plain(
    'four-forms',
    '运用“四种形态”',
    '人次',
    value(sum(tally, 'persons', { at: 'decidedOn', where: { form: { not: 'none' } } })),
    '期内运用四种形态处理人次',
    {
      by: ['form'],
    },
  ),
  plain(
    'risk-posts',
    '廉政风险岗位',
    '个',
    value(count(riskPost, { where: { status: { not: 'gone' } } })),
    '在册的廉政风险岗位',
    {
      by: ['field', 'level', 'status'],
    },
  ),
  plain(
    'risk-controlled',
    '廉政风险受控率',
    '%',
    ratio(count(riskPost, { where: { status: 'controlled' } }), count(riskPost, { where: { status: { not: 'gone' } } })),
    '受控岗位÷在册风险岗位(到期未查、防控不落实的不算受控)',
    { target: atLeast(100, '本局廉政风险防控办法(示例)') },
  ),
  plain(
    'clean-checks',
    '“清风城管”专项检查',
    '次',
    value(count(integrityCheck, { at: 'checkedOn' })),
    '期内完成的清风城管专项检查',
  ),
  plain(
    'clean-found',
    '“清风城管”发现问题',
    '个',
    value(sum(integrityCheck, 'found', { at: 'checkedOn' })),
    '期内专项检查发现的问题',
  ),
  plain('governances', '专项治理', '项', value(count(governance)), '部署的专项治理', { by: ['topic', 'status'] }),
  plain('governance-people', '专项治理申报', '人', value(sum(governance, 'people')), '专项治理应申报人数', { by: ['topic'] }),
  plain('governance-problems', '专项治理查实问题', '人', value(sum(governance, 'problems')), '已结束的专项治理查实问题人数', {
    by: ['topic'],
  }),
  plain('inspections', '巡察反馈', '次', value(count(inspection, { at: 'feedbackOn' })), '期内收到的巡察反馈'),
  plain(
    'inspection-items',
    '巡察反馈问题',
    '项',
    value(count(rectification, { where: { source: 'inspection' } })),
    '巡察反馈列账的问题',
    {
      by: ['group', 'status'],
    },
  ),
  plain(
    'rectify-rate',
    '问题整改销号率',
    '%',
    ratio(count(rectification, { and: 'r.struck_on is not null' }), count(rectification)),
    '已销号(含长期坚持)÷列账问题',
    { by: ['source', 'unit'] },
  ),
  plain('rectify-late', '整改逾期', '项', value(count(rectification, { where: { isLate: 'yes' } })), '曾逾期的整改问题', {
    by: ['source', 'unit'],
  }),
  plain('style-problems', '作风问题', '项', value(count(rectification, { where: { source: 'style' } })), '登记的四风问题', {
    by: ['style'],
  }),
]
export const partyIndicators = [...ofBranches, ...ofWork, ...ofDiscipline]
