/** 从旧兼从轻 (第37条): the law of the day of the act, unless the law of the day of the decision is lighter; and what a fine may be. */
import './errors.ts'
import type { Transaction } from 'kysely'
import { type Refusal, raw, refuse } from '#kernel'
import { yuan } from './money.ts'

export interface LawVersion {
  readonly id: string
  readonly code: string
  readonly act: string
  readonly law: string
  readonly article: string
  readonly minFen: number | null
  readonly maxFen: number | null
  readonly validFrom: string
  readonly validTo: string | null
  readonly sure: string
}
export interface Benchmark {
  readonly id: string
  readonly circumstance: string
  readonly level: string
  readonly minFen: number
  readonly maxFen: number
}
export const isInForce = (v: Pick<LawVersion, 'validFrom' | 'validTo'>, on: string): boolean =>
  v.validFrom <= on && (v.validTo === null || on < v.validTo)

/** A lower ceiling is lighter; with equal ceilings the lower floor. Unknown amounts are never called lighter. */
const isLighter = (a: LawVersion, b: LawVersion): boolean => {
  if (a.maxFen === null || b.maxFen === null) return false
  return a.maxFen !== b.maxFen ? a.maxFen < b.maxFen : (a.minFen ?? 0) < (b.minFen ?? 0)
}
export interface Favoured {
  readonly old: LawVersion | undefined
  readonly now: LawVersion | undefined
  readonly chosen: LawVersion | undefined
  readonly why: string
}
export const favouredLaw = (versions: readonly LawVersion[], happenedOn: string, decidedOn: string): Favoured => {
  const old = versions.findLast((v) => isInForce(v, happenedOn))
  const now = versions.findLast((v) => isInForce(v, decidedOn))
  if (!old) return { old, now, chosen: undefined, why: '行为发生时没有处罚依据' }
  if (!now || now.id === old.id) return { old, now, chosen: old, why: '行为时的规定' }
  return isLighter(now, old)
    ? { old, now, chosen: now, why: '新规定处罚较轻,适用新规定' }
    : { old, now, chosen: old, why: '新规定不轻于行为时的规定,适用行为时的规定' }
}
export const findLaws = async (tx: Transaction<unknown>, code: string, partyKind: string): Promise<readonly LawVersion[]> => {
  const prefix = partyKind === 'org' ? 'org' : 'person'
  const { rows } = await raw<LawVersion>(
    tx,
    `select id, code, act, law, article, ${prefix}_min_fen as "minFen", ${prefix}_max_fen as "maxFen", valid_from as "validFrom", valid_to as "validTo", sure
     from enforcement.law where code = $1 and retired_at is null order by valid_from`,
    [code],
  )
  return rows
}
export const findBenchmarks = async (
  tx: Transaction<unknown>,
  code: string,
  partyKind: string,
  day: string,
): Promise<readonly Benchmark[]> => {
  const { rows } = await raw<Benchmark>(
    tx,
    `select id, circumstance, level, min_fen as "minFen", max_fen as "maxFen" from enforcement.benchmark
     where law = $1 and party_kind = $2 and retired_at is null and valid_from <= $3::date and (valid_to is null or valid_to > $3::date) order by min_fen`,
    [code, partyKind, day],
  )
  return rows
}
/** The benchmark named, or else the one whose band holds the fine. */
export const matchBenchmark = (
  benchmarks: readonly Benchmark[],
  id: string | null | undefined,
  fineFen: number,
): Benchmark | undefined =>
  id ? benchmarks.find((b) => b.id === id) : benchmarks.find((b) => fineFen >= b.minFen && fineFen <= b.maxFen)

/** The fine against the article in force and the benchmark; leaving the benchmark needs a written reason. */
export const refuseFine = (
  fineFen: number,
  favoured: Favoured,
  happenedOn: string,
  benchmarks: readonly Benchmark[],
  named: string | null | undefined,
  reason: string | null | undefined,
): Refusal | undefined => {
  const { chosen } = favoured
  if (!chosen) return refuse('enforcement.law', { law: '所选依据', day: happenedOn })
  if (fineFen > 0 && chosen.maxFen === null)
    return refuse('enforcement.law-unsure', { law: `${chosen.law}第${chosen.article}条` })
  const [min, max] = [chosen.minFen ?? 0, chosen.maxFen ?? 0]
  if (fineFen > max || (fineFen > 0 && fineFen < min)) return refuse('enforcement.amount', { min: yuan(min), max: yuan(max) })
  const benchmark = matchBenchmark(benchmarks, named, fineFen) ?? (fineFen > 0 ? benchmarks[0] : undefined)
  const isOutside = benchmark && (fineFen < benchmark.minFen || fineFen > benchmark.maxFen)
  if (isOutside && !reason)
    return refuse('enforcement.benchmark', {
      circumstance: benchmark.circumstance,
      min: yuan(benchmark.minFen),
      max: yuan(benchmark.maxFen),
    })
  return undefined
}
/** The explanation that goes into the report and the decision. */
export const explainFine = (fineFen: number, favoured: Favoured, benchmark: Benchmark | undefined): string => {
  const { chosen, why } = favoured
  if (!chosen) return why
  const band = benchmark
    ? `;裁量基准“${benchmark.circumstance}”${yuan(benchmark.minFen)}至${yuan(benchmark.maxFen)}`
    : ';本行为没有公布的裁量基准'
  return `依据《${chosen.law}》第${chosen.article}条(${why}),法定幅度${yuan(chosen.minFen)}至${yuan(chosen.maxFen)}${band};拟罚${yuan(fineFen)}`
}
