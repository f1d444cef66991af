import { defineDomain } from '#kernel'
import { alarm, alarmRule, spotProcedure } from './alarm.ts'
import { orderCallback } from './callback.ts'
import { entry } from './entry.ts'
import { findingProcedure } from './finding.ts'
import { intakeIndicators } from './indicators.ts'
import { intakeListeners } from './listens.ts'
import { opinionProcedure } from './opinion.ts'
import { orderProcedure } from './order.ts'
import { channel, correction, missedReport, patrol, patrolPlan, shift, spotCheck } from './patrol.ts'
import { petitionProcedure } from './petition.ts'
import { rewardBudget, rewardProcedure, rewardScale } from './reward.ts'
import { intakeRoutes } from './routes.ts'
import { assignmentProcedure } from './tasks.ts'
import { issueProcedure, topicProcedure } from './topic.ts'
import { arrivalProcedure, whistleProcedure } from './whistle.ts'

const registers = [entry, channel, shift, patrolPlan, rewardScale, rewardBudget]
const records = [patrol, correction, spotCheck, alarm, orderCallback]
const procedures = [
  orderProcedure,
  petitionProcedure,
  rewardProcedure,
  assignmentProcedure,
  topicProcedure,
  issueProcedure,
  findingProcedure,
  spotProcedure,
  whistleProcedure,
  arrivalProcedure,
  opinionProcedure,
]
export default defineDomain({
  id: 'intake',
  zh: '诉求与发现',
  registers,
  records,
  rules: [alarmRule, missedReport],
  procedures,
  indicators: intakeIndicators,
  listens: intakeListeners,
  routes: intakeRoutes,
  verbs: { 'intake.return': '取走回传的答复' },
  menu: [
    { path: '/intake', zh: '诉求登记', group: '诉求', verb: 'cases.accept' },
    ...[...procedures, ...records].map((d) => ({ path: `/rows/${d.id}`, zh: d.spec.zh, group: '诉求', verb: `${d.id}.read` })),
    ...registers.map((d) => ({ path: `/rows/${d.id}`, zh: d.spec.zh, group: '设置', verb: `${d.id}.read` })),
  ],
})
