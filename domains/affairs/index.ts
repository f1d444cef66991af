/** 综合办公与项目资金: tasks to their effect and down to a person, promises, proposals and disputes, meetings and practices, the year's shortcomings and plan; projects and their money; papers. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { affairsIndicators } from './indicators.ts'
import { affairsListeners } from './listens.ts'
import { bond } from './money/bond.ts'
import { budget } from './money/budget.ts'
import { arrival, fund } from './money/fund.ts'
import { ppp } from './money/ppp.ts'
import { project } from './money/project.ts'
import { bidReview, expert } from './money/review.ts'
import { document, slip, template } from './papers/document.ts'
import { policyFile } from './papers/file.ts'
import { legislation } from './papers/legislation.ts'
import { affairsRoutes } from './routes.ts'
import { charge } from './work/charge.ts'
import { dispute } from './work/dispute.ts'
import { matter } from './work/matter.ts'
import { adoption, onsite, practice } from './work/onsite.ts'
import { proposal } from './work/proposal.ts'
import { step } from './work/step.ts'
import { topic } from './work/topic.ts'
import { plan, request, shortcoming } from './work/year.ts'

const registers = [expert, template]
const procedures = [
  matter,
  step,
  charge,
  topic,
  onsite,
  practice,
  adoption,
  proposal,
  dispute,
  shortcoming,
  plan,
  request,
  project,
  budget,
  fund,
  arrival,
  bond,
  ppp,
  bidReview,
  document,
  slip,
  policyFile,
  legislation,
]
export default defineDomain({
  id: 'affairs',
  zh: '综合办公',
  registers,
  procedures,
  indicators: affairsIndicators,
  listens: affairsListeners,
  routes: () => affairsRoutes,
  verbs: {
    'affairs.manage': '综合办公:交办、评效、项目资金与公文',
    'affairs.carry': '承办督办、包保、建议提案与公文回复',
    'affairs.lead': '审定经费、文件、计划与请示',
    'affairs.mediate': '矛盾纠纷排查化解',
    'affairs.voices': '查看诉求与矛盾的分渠道统计',
  },
  menu: ([...procedures, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '督办与重点工作',
    verb: `${d.id}.read`,
  })),
})
