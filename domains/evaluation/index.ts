import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { appealProcedure } from './appeal.ts'
import { checkProcedure } from './check.ts'
import { deductionProcedure, findingProcedure, recheckProcedure, sitePlan } from './finding.ts'
import { fundProcedure, grantProcedure } from './fund.ts'
import { evaluationIndicators } from './indicators.ts'
import { inspectionProcedure, selfCheckProcedure } from './inspection.ts'
import { evaluationListeners } from './listens.ts'
import { dustLimit, dustSample, flyerCount, honour, objectGrade, outerResult, outsideRank } from './measured.ts'
import { evaluationPapers } from './papers.ts'
import { registers as baseRegisters } from './registers.ts'
import { resultProcedure, roundProcedure } from './round.ts'
import { evaluationRoutes } from './routes.ts'
import { itemProcedure, schemeProcedure } from './scheme.ts'
import { seedEvaluation } from './seed.ts'
import { survey, surveyAnswer, surveySlip } from './survey.ts'
import { talkProcedure } from './talk.ts'
import { special, thirdReport, thirdScore } from './third.ts'
import { worksIndicators, worksPapers, worksProcedures, worksRegisters } from './works/index.ts'
import { seedWorks } from './works/seed.ts'

const registers = [...baseRegisters, dustLimit, outerResult, outsideRank, ...worksRegisters]
const records = [flyerCount, objectGrade, surveyAnswer]
const procedures = [
  schemeProcedure,
  itemProcedure,
  roundProcedure,
  resultProcedure,
  appealProcedure,
  checkProcedure,
  selfCheckProcedure,
  inspectionProcedure,
  findingProcedure,
  recheckProcedure,
  sitePlan,
  deductionProcedure,
  fundProcedure,
  grantProcedure,
  talkProcedure,
  dustSample,
  honour,
  thirdReport,
  thirdScore,
  special,
  survey,
  surveySlip,
  ...worksProcedures,
]
export default defineDomain({
  id: 'evaluation',
  zh: '考核评价',
  registers,
  records,
  procedures,
  indicators: [...evaluationIndicators, ...worksIndicators],
  listens: evaluationListeners,
  routes: evaluationRoutes,
  papers: [...evaluationPapers, ...worksPapers],
  seed: async (kernel) => {
    await seedEvaluation(kernel)
    await seedWorks(kernel)
  },
  verbs: {
    'evaluation.manage': '组织考核、检查与审核',
    'evaluation.publish': '发布方案、公布与锁定考核',
    'evaluation.decide': '裁定申诉、签批资金、约谈',
    'evaluation.inspect': '现场检查与复核评分',
    'evaluation.street': '街道申诉、整改、自查、申报',
    'evaluation.carry': '承办督办任务、目标、自报与采集',
  },
  menu: [
    { path: '/evaluation/ranking', zh: '考核名次与核对', group: '考核评价', verb: 'evaluation.round.read' },
    { path: '/evaluation/dry-run', zh: '方案试算', group: '考核评价', verb: 'evaluation.manage' },
    ...([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
      path: `/rows/${d.id}`,
      zh: d.spec.zh,
      group: d.spec.menu ?? '考核评价',
      verb: `${d.id}.read`,
    })),
  ],
})
