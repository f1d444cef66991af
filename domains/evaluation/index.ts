import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { appealProcedure } from './appeal.ts'
import { checkProcedure } from './check.ts'
import { deductionProcedure, findingProcedure, recheckProcedure, sitePlan } from './finding.ts'
import { fundProcedure, grantProcedure } from './fund.ts'
import { evaluationIndicators } from './indicators.ts'
import { inspectionProcedure, selfCheckProcedure } from './inspection.ts'
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

const registers = [...baseRegisters, dustLimit, outerResult, outsideRank]
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
]
export default defineDomain({
  id: 'evaluation',
  zh: '考核评价',
  registers,
  records,
  procedures,
  indicators: evaluationIndicators,
  routes: evaluationRoutes,
  papers: evaluationPapers,
  seed: seedEvaluation,
  verbs: {
    'evaluation.manage': '组织考核、检查与审核',
    'evaluation.publish': '发布方案、公布与锁定考核',
    'evaluation.decide': '裁定申诉、签批资金、约谈',
    'evaluation.inspect': '现场检查与复核评分',
    'evaluation.street': '街道申诉、整改、自查',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '考核评价',
    verb: `${d.id}.read`,
  })),
})
