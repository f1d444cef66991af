import { defineDomain } from '#kernel'
import './parameters.ts'
import { industryProcedure } from './analysis/industry.ts'
import { meetingProcedure } from './analysis/meeting.ts'
import { analysisRoutes } from './analysis/routes.ts'
import { appealProcedure } from './appeal.ts'
import { callback } from './callback.ts'
import { caseProcedure } from './case/index.ts'
import { collectorJob, collectorMonth } from './collector-month.ts'
import { blindCorner, cornerJob, cornerVisit, dirtyCorner } from './corner.ts'
import { caseIndicators } from './indicators.ts'
import { learnIndicators, textCheck, textModel } from './learn/definition.ts'
import { dropOldModels, learnFromCases } from './learn/learn.ts'
import { letterPaper, letterProcedure } from './letter.ts'
import { caseListeners } from './listens.ts'
import { itemProcedure, listProcedure } from './lists.ts'
import { microRepair, microTeam } from './micro.ts'
import { categoryGroup, condition, duty } from './registers.ts'
import { microRenewal } from './renewal.ts'
import { caseRoutes } from './routes.ts'
import { seedCases } from './seed.ts'
import { worksRoutes } from './works-routes.ts'

export default defineDomain({
  id: 'cases',
  zh: '案件',
  registers: [condition, duty, categoryGroup, microTeam, blindCorner, textModel],
  records: [callback, cornerVisit, textCheck],
  rules: [dirtyCorner],
  procedures: [
    caseProcedure,
    letterProcedure,
    appealProcedure,
    listProcedure,
    itemProcedure,
    meetingProcedure,
    industryProcedure,
    collectorMonth,
    microRepair,
    microRenewal,
  ],
  indicators: [...caseIndicators, ...learnIndicators],
  jobs: [
    collectorJob,
    cornerJob,
    {
      id: 'cases.learn',
      zh: '从案件学分类',
      everyMinutes: 24 * 60,
      run: async (ctx) => {
        await learnFromCases(ctx)
        await dropOldModels(ctx)
      },
    },
  ],
  papers: [letterPaper],
  listens: caseListeners,
  routes: (kernel) => [...caseRoutes(kernel), ...analysisRoutes(kernel), ...worksRoutes],
  seed: seedCases,
  menu: [
    { path: '/cases', zh: '案件', group: '案件', verb: 'cases.case.read' },
    { path: '/wall', zh: '大屏', group: '考核', verb: 'cases.case.read' },
    { path: '/rows/cases.letter', zh: '交办督办函', group: '案件', verb: 'cases.letter.read' },
    { path: '/rows/cases.callback', zh: '案件回访', group: '案件', verb: 'cases.callback.read' },
    ...[
      listProcedure,
      itemProcedure,
      meetingProcedure,
      industryProcedure,
      collectorMonth,
      microRepair,
      microRenewal,
      cornerVisit,
    ].map((d) => ({
      path: `/rows/${d.id}`,
      zh: d.spec.zh,
      group: '督办',
      verb: `${d.id}.read`,
    })),
    ...[microTeam, blindCorner, categoryGroup, textModel, textCheck].map((d) => ({
      path: `/rows/${d.id}`,
      zh: d.spec.zh,
      group: '设置',
      verb: `${d.id}.read`,
    })),
    { path: '/rows/cases.appeal', zh: '超时申诉', group: '案件', verb: 'cases.appeal.read' },
    { path: '/rows/cases.condition', zh: '立案条件', group: '设置', verb: 'cases.condition.read' },
    { path: '/rows/cases.duty', zh: '职责清单', group: '设置', verb: 'cases.duty.read' },
    { path: '/stats', zh: '统计', group: '考核', verb: 'cases.case.read' },
  ],
})
