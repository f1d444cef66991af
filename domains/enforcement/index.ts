import { type Definition, defineDomain } from '#kernel'
import { enforcementPapers } from './papers.ts'
import './errors.ts'
import './parameters.ts'
import { campaignProcedure, operation } from './campaign.ts'
import { holdProcedure, seizureProcedure } from './coercion.ts'
import { deed } from './deed.ts'
import { documentProcedure } from './document.ts'
import { evidenceProcedure, processRecord } from './evidence.ts'
import { caseIndicators } from './indicators/cases.ts'
import { teamIndicators } from './indicators/teams.ts'
import { topicIndicators } from './indicators/topics.ts'
import { enforcementListeners } from './listens.ts'
import { measureProcedure } from './measure.ts'
import { paymentProcedure } from './payment.ts'
import { penaltyProcedure } from './penalty/index.ts'
import { publicationProcedure } from './publication.ts'
import * as registersByName from './registers/index.ts'
import { remedyProcedure } from './remedy.ts'
import { enforcementRoutes } from './routes.ts'
import { seedEnforcement } from './seed.ts'
import { reviewedBackRule, supervisionProcedure } from './supervision.ts'
import { assessment, assessmentScore } from './teams/assessment.ts'
import { checkPlan, checkTask } from './teams/checks.ts'
import { assistance, policeTask, regionMeeting } from './teams/cooperation.ts'
import { jointFinding, jointPatrol } from './teams/patrol.ts'
import { guidance, jointMeeting, powerTransfer } from './teams/reform.ts'
import { capture } from './teams/remote.ts'
import { attendance, lawyerWork, squadCall, training } from './teams/support.ts'
import { barbecueSite, fireProcedure } from './topics/fire.ts'
import { carrier, flyer, flyerIndicators, flyerJob, flyerListeners, flyerPhone, reconciliation } from './topics/flyer/index.ts'
import { foodWasteCheck, sortingCheck } from './topics/inspection.ts'
import { compoundCase, frontageIssue, greeningDamage, obstacle } from './topics/items.ts'
import { railCheck, railProject, railZone } from './topics/rail.ts'
import { revenueCheck } from './topics/revenue.ts'

const registers = [...Object.values(registersByName), barbecueSite, railZone, railProject, carrier]
const records = [deed, operation, regionMeeting]
const procedures = [
  penaltyProcedure,
  measureProcedure,
  evidenceProcedure,
  processRecord,
  holdProcedure,
  seizureProcedure,
  documentProcedure,
  paymentProcedure,
  remedyProcedure,
  squadCall,
  capture,
  campaignProcedure,
  frontageIssue,
  sortingCheck,
  foodWasteCheck,
  fireProcedure,
  greeningDamage,
  obstacle,
  compoundCase,
  revenueCheck,
  railCheck,
  policeTask,
  jointPatrol,
  jointFinding,
  assistance,
  publicationProcedure,
  supervisionProcedure,
  checkPlan,
  checkTask,
  lawyerWork,
  training,
  attendance,
  powerTransfer,
  jointMeeting,
  guidance,
  assessment,
  assessmentScore,
  flyer,
  flyerPhone,
  reconciliation,
]
export default defineDomain({
  id: 'enforcement',
  zh: '综合执法',
  registers,
  records,
  rules: [reviewedBackRule],
  procedures,
  indicators: [...caseIndicators, ...topicIndicators, ...flyerIndicators, ...teamIndicators],
  listens: [...enforcementListeners, ...flyerListeners],
  jobs: [flyerJob],
  papers: enforcementPapers,
  routes: enforcementRoutes,
  seed: seedEnforcement,
  verbs: {
    'enforcement.handle': '办理执法事项',
    'enforcement.approve': '审批执法事项',
    'enforcement.review': '法制审核、应诉',
    'enforcement.hear': '组织听证',
    'enforcement.verify': '核验证据、审核非现场记录',
    'enforcement.publish': '批准执法公示',
    'enforcement.collect': '登记罚没款收缴',
    'enforcement.archive': '案卷归档',
    'enforcement.supervise': '执法监督考核',
    'enforcement.plan': '部署专项行动、赋权交接',
    'enforcement.cooperate': '协作联动',
    'enforcement.teach': '培训与律师驻队',
    'enforcement.capture': '接收非现场记录',
    'enforcement.confirm': '确认赋权交接',
    'enforcement.street': '镇街提请与确认',
    'enforcement.guide': '答复协同指导',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '综合执法',
    verb: `${d.id}.read`,
  })),
})
