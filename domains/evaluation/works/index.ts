/** 创建与督办, 服务评价: what evaluation adds to schemes, checks and rounds. */
import { criterion, fineLane, fineStreet, modelRoad } from './acceptance.ts'
import { quarterAnalysis } from './analysis.ts'
import { campaign, taskForce } from './force.ts'
import { honourRoll, localScheme } from './honours.ts'
import { reviewMeeting, ruleOpinion, workshop } from './meeting.ts'
import { multi } from './multi.ts'
import { patrolFile } from './patrol.ts'
import { ruralRanking } from './rural.ts'
import { serviceIndex, serviceRound, serviceValue } from './service.ts'
import { targetLetter, unitAppraisal } from './target.ts'
import { taskProcedure } from './task.ts'
import { title } from './title.ts'

export { worksIndicators } from './indicators.ts'
export { worksPapers } from './papers.ts'
export const worksRegisters = [criterion, localScheme, serviceIndex]
export const worksProcedures = [
  taskProcedure,
  reviewMeeting,
  workshop,
  ruleOpinion,
  taskForce,
  campaign,
  title,
  fineStreet,
  modelRoad,
  fineLane,
  targetLetter,
  unitAppraisal,
  quarterAnalysis,
  serviceRound,
  serviceValue,
  multi,
  ruralRanking,
  patrolFile,
  honourRoll,
]
