import { defineDomain } from '#kernel'
import './parameters.ts'
import { appealProcedure } from './appeal.ts'
import { caseProcedure } from './case.ts'
import { caseIndicators } from './indicators.ts'
import { letterProcedure } from './letter.ts'
import { caseListeners } from './listens.ts'
import { categoryGroup, condition, duty } from './registers.ts'
import { caseRoutes } from './routes.ts'
import { seedCases } from './seed.ts'

export default defineDomain({
  id: 'cases',
  zh: '案件',
  registers: [condition, duty, categoryGroup],
  procedures: [caseProcedure, letterProcedure, appealProcedure],
  indicators: caseIndicators,
  listens: caseListeners,
  routes: caseRoutes,
  seed: seedCases,
  menu: [
    { path: '/cases', zh: '案件', group: '案件', verb: 'cases.case.read' },
    { path: '/rows/cases.letter', zh: '交办督办函', group: '案件', verb: 'cases.letter.read' },
    { path: '/rows/cases.appeal', zh: '超时申诉', group: '案件', verb: 'cases.appeal.read' },
    { path: '/rows/cases.condition', zh: '立案条件', group: '设置', verb: 'cases.condition.read' },
    { path: '/rows/cases.duty', zh: '职责清单', group: '设置', verb: 'cases.duty.read' },
    { path: '/stats', zh: '统计', group: '考核', verb: 'cases.case.read' },
  ],
})
