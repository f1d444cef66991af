/** The model: base plus the points of what is in force, held between 0 and 100; a grave record is grade D whatever the sum. Pure. */
import type { Grade } from './contract.ts'

export interface Model {
  readonly edition: number
  readonly baseScore: number
  readonly cutA: number
  readonly cutB: number
  readonly cutC: number
}
export interface Counted {
  readonly number: string
  readonly name: string
  readonly points: number
  readonly happenedOn: string
  readonly validUntil: string
  readonly severity: string
  readonly isDisputed: boolean
}
export interface Scored {
  readonly score: number
  readonly grade: Grade
  readonly reasons: readonly string[]
}
const signed = (n: number): string => (n > 0 ? `+${n}` : String(n))
export const scoreOf = (model: Model, events: readonly Counted[], day: string): Scored => {
  const live = events.filter((e) => e.happenedOn <= day && day <= e.validUntil)
  const score = Math.min(
    100,
    Math.max(
      0,
      live.reduce((n, e) => n + e.points, model.baseScore),
    ),
  )
  const hasGrave = live.some((e) => e.severity === 'serious' && e.points < 0)
  const bySum: Grade = score >= model.cutA ? 'A' : score >= model.cutB ? 'B' : score >= model.cutC ? 'C' : 'D'
  return {
    score,
    grade: hasGrave ? 'D' : bySum,
    reasons: [
      `基础分${model.baseScore}(第${model.edition}版方案)`,
      ...live.map(
        (e) =>
          `${e.happenedOn} ${e.name} ${signed(e.points)}分(${e.number},有效至${e.validUntil}${e.isDisputed ? ',异议核查中' : ''})`,
      ),
      ...(hasGrave ? ['有有效期内的严重失信信息,评为D级'] : []),
      `合计${score}分;A≥${model.cutA}、B≥${model.cutB}、C≥${model.cutC}`,
    ],
  }
}
export const addMonths = (on: string, months: number): string => {
  const [year = 1970, month = 1, day = 1] = on.split('-').map(Number)
  const target = year * 12 + month - 1 + months
  const [y, m] = [Math.floor(target / 12), (target % 12) + 1]
  const last = new Date(Date.UTC(y, m, 0)).getUTCDate()
  return `${y}-${String(m).padStart(2, '0')}-${String(Math.min(day, last)).padStart(2, '0')}`
}
export const endOfDay = (on: string): Date => new Date(new Date(`${on}T00:00:00+08:00`).getTime() + 86_400_000)
/** How long a record is shown at least and at most (信用修复管理办法): minor ones are not shown at all. */
export const showMonths = (
  severity: string,
  parameter: (name: string) => number,
): readonly [least: number, most: number] | undefined =>
  severity === 'minor' ? undefined : [parameter(`credit.show-${severity}-min`), parameter(`credit.show-${severity}-max`)]
