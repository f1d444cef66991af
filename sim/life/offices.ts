/** Everything the offices do that is told as stories: one diary a domain. */
import { affairsDiary } from './affairs.ts'
import { appearanceDiary } from './appearance-year.ts'
import { bikesDiary } from './bikes-year.ts'
import { buildingsDiary } from './buildings-year.ts'
import { casesDiary } from './cases.ts'
import { choresDiary } from './chores.ts'
import { civicDiary } from './civic.ts'
import { commandDiary } from './command.ts'
import { creditDiary } from './credit.ts'
import { enforcementDiary } from './enforcement-year.ts'
import { evaluationDiary } from './evaluation-year.ts'
import { greeningDiary } from './greening-year.ts'
import { gridDiary } from './grid.ts'
import { intakeDiary } from './intake.ts'
import { lightingDiary } from './lighting-year.ts'
import { muckDiary } from './muck-year.ts'
import { officeDiary } from './office.ts'
import { parkingDiary } from './parking-year.ts'
import { partyDiary } from './party.ts'
import { permitsDiary } from './permits-year.ts'
import { reportsDiary } from './reports.ts'
import { safetyDiary } from './safety.ts'
import { sanitationDiary } from './sanitation-year.ts'
import { sensingDiary } from './sensing-year.ts'
import { sortingDiary } from './sorting-year.ts'
import { staffDiary } from './staff.ts'
import { stallsDiary } from './stalls-year.ts'
import { type Planned, planned, type Town } from './story.ts'
import { streetWorksDiary } from './street-works.ts'
import { trainingDiary } from './training.ts'

const diaries = {
  safety: safetyDiary,
  civic: civicDiary,
  party: partyDiary,
  staff: staffDiary,
  affairs: affairsDiary,
  training: trainingDiary,
  command: commandDiary,
  chores: choresDiary,
  greening: greeningDiary,
  stalls: stallsDiary,
  sorting: sortingDiary,
  sanitation: sanitationDiary,
  appearance: appearanceDiary,
  intake: intakeDiary,
  cases: casesDiary,
  sensing: sensingDiary,
  muck: muckDiary,
  enforcement: enforcementDiary,
  buildings: buildingsDiary,
  bikes: bikesDiary,
  evaluation: evaluationDiary,
  office: officeDiary,
  parking: parkingDiary,
  lighting: lightingDiary,
  reports: reportsDiary,
  grid: gridDiary,
  streetWorks: streetWorksDiary,
  permits: permitsDiary,
  credit: creditDiary,
} as const
/** @param passed days since the life began */
export const officesDay = (town: Town, startOfDay: number, passed: number): readonly Planned[] =>
  Object.values(diaries).flatMap((diary) => planned(town, diary, startOfDay, passed))
