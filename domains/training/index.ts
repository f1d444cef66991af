/** 培训与制度: survey and training of everybody, employee school, auxiliary month, lectures, study of law, internal rules signed by each, appraisal from real records, reform hand-overs. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { appraisal, item, score } from './appraisal.ts'
import { attend, course } from './course.ts'
import { trainingIndicators } from './indicators.ts'
import { lawPlan } from './law-plan.ts'
import { trainingListeners } from './listens.ts'
import { month } from './month.ts'
import { reform } from './reform.ts'
import { trainingRoutes } from './routes.ts'
import { reading, rule } from './rule.ts'
import { card, survey } from './survey.ts'

const registers = [item]
const procedures = [survey, card, course, attend, month, lawPlan, rule, reading, appraisal, score, reform]
export default defineDomain({
  id: 'training',
  zh: '培训与制度',
  registers,
  procedures,
  indicators: trainingIndicators,
  listens: trainingListeners,
  routes: () => trainingRoutes,
  verbs: {
    'training.manage': '培训、制度与绩效的组织',
    'training.lead': '制度审签、绩效申诉与划转办结',
    'training.learn': '本人培训、阅签、申诉与交接签字',
    'training.serve': '列为执法队员(全员普查与培训对象)',
    'training.govern': '列为领导班子(集体学法对象)',
  },
  menu: ([...procedures, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '教育培训',
    verb: `${d.id}.read`,
  })),
})
