/** Everything the offices do that is told as stories: one diary a domain. */
import { affairsDiary } from './affairs.ts'
import { choresDiary } from './chores.ts'
import { civicDiary } from './civic.ts'
import { commandDiary } from './command.ts'
import { partyDiary } from './party.ts'
import { safetyDiary } from './safety.ts'
import { staffDiary } from './staff.ts'
import { type Planned, planned, type Town } from './story.ts'
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
} as const
/** @param passed days since the life began */
export const officesDay = (town: Town, startOfDay: number, passed: number): readonly Planned[] =>
  Object.values(diaries).flatMap((diary) => planned(town, diary, startOfDay, passed))
