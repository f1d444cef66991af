/** Figures of teams, cooperation, supervision and reform. */
import { atLeast, average, count, indicator, ratio, sum, value } from '#kernel'
import { campaignProcedure, operation } from '../campaign.ts'
import { certificate, lawyerPost, power, squad, squadPlace } from '../registers/index.ts'
import { assessment } from '../teams/assessment.ts'
import { checkTask } from '../teams/checks.ts'
import { assistance, policeTask, regionMeeting } from '../teams/cooperation.ts'
import { jointFinding, jointPatrol } from '../teams/patrol.ts'
import { guidance, powerTransfer } from '../teams/reform.ts'
import { capture } from '../teams/remote.ts'
import { attendance, lawyerWork, squadCall } from '../teams/support.ts'
import { plain } from './plain.ts'

export const teamIndicators = [
  plain('campaigns', '专项行动数', '个', count(campaignProcedure, { at: 'createdAt' }), '期内部署的专项行动', [
    'status',
    'month',
  ]),
  plain('operations', '专项执法行动次数', '次', count(operation, { at: 'at' }), '期内专项行动的出动次数', ['campaign', 'month']),
  plain('quick-squads', '快速行动队', '支', count(squad, { where: { kind: 'quick' } }), '此刻在册的快速行动队'),
  plain('quick-cells', '快速行动队覆盖网格', '个', count(squadPlace, { where: { kind: 'cell' } }), '此刻快速行动队覆盖的网格', [
    'squad',
  ]),
  plain(
    'quick-points',
    '快速行动队覆盖重点点位',
    '个',
    count(squadPlace, { where: { kind: 'point' } }),
    '此刻快速行动队覆盖的重点区域点位',
    ['squad'],
  ),
  indicator('enforcement.squad-minutes', {
    zh: '快速行动平均到场',
    unit: '分钟',
    decimals: 1,
    by: ['squad', 'street'],
    of: value(average(squadCall, 'minutes', { at: 'arrivedAt' })),
    definition: '期内到场的平均用时',
  }),
  indicator('enforcement.squad-in-time-rate', {
    zh: '快速行动按时到场率',
    unit: '%',
    decimals: 2,
    by: ['squad', 'street'],
    of: ratio(
      count(squadCall, { at: 'arriveDueAt', and: 'r.arrived_at <= r.arrive_due_at' }),
      count(squadCall, { at: 'arriveDueAt', and: 'r.arrived_at is not null or r.arrive_due_at < now()' }),
    ),
    definition: '到场期限在期内的调派中按时到场数 ÷ 应到场数',
  }),
  plain('police-tasks', '警城联动', '次', count(policeTask, { at: 'createdAt' }), '期内请求联动次数', [
    'kind',
    'status',
    'month',
  ]),
  indicator('enforcement.police-minutes', {
    zh: '警城联动平均响应',
    unit: '分钟',
    decimals: 1,
    by: ['kind'],
    of: value(average(policeTask, 'minutes', { at: 'respondedAt' })),
    definition: '期内公安到场的平均用时',
  }),
  plain('joint-patrols', '联合巡查', '次', count(jointPatrol, { at: 'createdAt' }), '期内联合巡查执法次数', ['status', 'month']),
  indicator('enforcement.joint-findings-done-rate', {
    zh: '联合巡查问题办结率',
    unit: '%',
    decimals: 2,
    by: ['department'],
    of: ratio(count(jointFinding, { at: 'createdAt', where: { status: 'done' } }), count(jointFinding, { at: 'createdAt' })),
    definition: '期内分派的问题中已办结数 ÷ 分派数',
  }),
  plain('assistances', '跨区域协助', '件', count(assistance, { at: 'createdAt' }), '期内跨区域协助请求', [
    'kind',
    'helper',
    'status',
  ]),
  plain('region-meetings', '跨区域会商', '次', count(regionMeeting, { at: 'at' }), '期内会商记录'),
  indicator('enforcement.lawyer-coverage', {
    zh: '律师驻队覆盖率',
    unit: '%',
    decimals: 2,
    target: atLeast(100, '律师驻队工作'),
    of: ratio(
      count(squad, {
        where: { kind: 'team' },
        and: 'exists (select 1 from enforcement.lawyer_post o where o.squad = r.id and o.retired_at is null and o.valid_from <= now()::date and o.valid_to >= now()::date)',
      }),
      count(squad, { where: { kind: 'team' } }),
    ),
    definition: '此刻有律师驻队的基层中队数 ÷ 基层中队数',
  }),
  plain('lawyer-posts', '律师驻队安排', '个', count(lawyerPost), '此刻的驻队安排'),
  plain(
    'lawyer-works',
    '律师驻队工作',
    '次',
    count(lawyerWork, { at: 'createdAt', where: { status: 'confirmed' } }),
    '期内经中队确认的律师工作',
    ['kind', 'squad', 'month'],
  ),
  indicator('enforcement.trained-rate', {
    zh: '执法人员培训率',
    unit: '%',
    decimals: 2,
    target: atLeast(100, '全员培训机制'),
    of: ratio(
      count(certificate, {
        where: { state: 'valid' },
        and: "exists (select 1 from enforcement.attendance a where a.person = r.person and a.status = 'passed')",
      }),
      count(certificate, { where: { state: 'valid' } }),
    ),
    definition: '持证人员中培训考试合格人数 ÷ 持证人数',
  }),
  plain('attendances', '培训人次', '人次', count(attendance, { at: 'createdAt' }), '期内签到人次', ['status', 'training']),
  plain(
    'powers',
    '集中事项数',
    '项',
    count(power, { and: 'r.valid_from <= now()::date and (r.valid_to is null or r.valid_to > now()::date)' }),
    '此刻有效的集中事项',
    ['areaPrefix', 'scheme', 'unit'],
  ),
  plain(
    'power-transfers',
    '赋权交接',
    '次',
    count(powerTransfer, { at: 'createdAt', where: { status: 'done' } }),
    '期内双方确认的交接',
  ),
  plain(
    'transferred-cases',
    '交接在办案件',
    '件',
    sum(powerTransfer, 'caseCount', { at: 'closedAt', where: { status: 'done' } }),
    '期内随事项移交的在办案件',
  ),
  plain('guidances', '协同指导次数', '次', count(guidance, { at: 'createdAt' }), '期内镇街提请、部门指导的事项', [
    'status',
    'unitId',
  ]),
  indicator('enforcement.guidance-in-time-rate', {
    zh: '协同指导按期答复率',
    unit: '%',
    decimals: 2,
    by: ['unitId'],
    of: ratio(
      count(guidance, { at: 'answerDueAt', and: 'r.answered_at <= r.answer_due_at' }),
      count(guidance, { at: 'answerDueAt', and: 'r.answered_at is not null or r.answer_due_at < now()' }),
    ),
    definition: '答复期限在期内的事项中按期答复数 ÷ 应答复数',
  }),
  indicator('enforcement.assessment-average', {
    zh: '镇街队伍考核平均分',
    unit: '分',
    decimals: 2,
    by: ['squad', 'period', 'scheme'],
    of: value(average(assessment, 'total', { at: 'createdAt', where: { status: ['published', 'confirmed'] } })),
    definition: '期内已反馈的考核总分平均',
  }),
  plain('captures', '非现场采集', '条', count(capture, { at: 'createdAt' }), '期内接收的非现场记录', [
    'status',
    'topic',
    'device',
  ]),
  indicator('enforcement.captures-used-rate', {
    zh: '非现场记录采用率',
    unit: '%',
    decimals: 2,
    by: ['topic', 'device'],
    of: ratio(
      count(capture, { at: 'createdAt', where: { status: 'filed' } }),
      count(capture, { at: 'createdAt', where: { status: ['filed', 'rejected'] } }),
    ),
    definition: '期内记录中已转案源数 ÷ (已转案源+不予采用)',
  }),
  plain('supervision-checks', '监管检查', '次', count(checkTask, { at: 'createdAt' }), '期内派发的检查任务', [
    'grade',
    'result',
    'status',
  ]),
  indicator('enforcement.supervision-hit-rate', {
    zh: '监管检查问题发现率',
    unit: '%',
    decimals: 2,
    by: ['grade', 'item'],
    of: ratio(
      count(checkTask, { at: 'createdAt', where: { result: ['corrected', 'filed'] } }),
      count(checkTask, { at: 'createdAt', where: { result: ['ok', 'corrected', 'filed'] } }),
    ),
    definition: '期内完成的检查中发现问题数 ÷ 检查数(无法联系的不计)',
  }),
]
