/**
 * Legal time limits and their units (时限). The five units are those of the municipal practice collected in
 * `codes/time_limit_types.csv` (GB/T 30428.8 处置时限 and the public rule tables of several bureaus).
 */

export const LIMIT_UNITS = ['urgent_hour', 'urgent_day', 'work_hour', 'work_day', 'natural_day'] as const
export type LimitUnit = (typeof LIMIT_UNITS)[number]

/** A length of countable time, e.g. `{ value: 2, unit: 'urgent_hour' }`. Fractions are allowed (`0.5` work_day). */
export type Limit = { readonly value: number; readonly unit: LimitUnit }

export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000

type UnitFacts = { readonly zh: string; readonly ms: number }

const UNITS: Readonly<Record<LimitUnit, UnitFacts>> = {
  urgent_hour: { zh: '紧急工作时', ms: HOUR_MS },
  urgent_day: { zh: '紧急工作日', ms: DAY_MS },
  work_hour: { zh: '工作时', ms: HOUR_MS },
  work_day: { zh: '工作日', ms: DAY_MS },
  natural_day: { zh: '自然日', ms: DAY_MS },
}

/** The Chinese name of a unit, as printed in limit tables. */
export function unitLabelZh(unit: LimitUnit): string {
  return UNITS[unit].zh
}

/** `2 紧急工作时`, `5 工作日`. */
export function limitLabelZh(limit: Limit): string {
  return `${limit.value} ${UNITS[limit.unit].zh}`
}

/** Length of a limit in milliseconds of *countable* time of its unit, rounded to the millisecond. Throws RangeError when not ≥ 0. */
export function limitMs(limit: Limit): number {
  const ms = Math.round(limit.value * UNITS[limit.unit].ms)
  if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError(`limit out of range: ${limit.value} ${limit.unit}`)
  return ms
}

/** `2天4小时`, `26小时20分`: a countable length for people. Limits in hours stay in hours, days are 24 countable hours. */
export function durationZh(ms: number, unit: LimitUnit): string {
  const minutes = Math.floor(ms / 60_000)
  const days = UNITS[unit].ms === DAY_MS ? Math.floor(minutes / 1440) : 0
  const parts = [
    [days, '天'],
    [Math.floor((minutes - days * 1440) / 60), '小时'],
    [minutes % 60, '分'],
  ] as const
  const text = parts.flatMap(([count, zh]) => (count > 0 ? [`${count}${zh}`] : [])).join('')
  return text || `${Math.floor(ms / 1000)}秒`
}
