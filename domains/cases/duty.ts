/**
 * 责任矩阵: category × area × day → units. The most exact entry wins: longer category prefix first, then longer area prefix.
 * `checkDuties` proves that every category, place and day has exactly one lead, or names the holes and the conflicts.
 */
export interface DutyEntry {
  readonly id: string
  readonly kind: string
  readonly categoryPrefix: string
  readonly areaPrefix: string
  readonly unitId: string
  readonly role: 'lead' | 'assist'
  /** First day, `YYYY-MM-DD`. */
  readonly validFrom: string
  /** First day no longer valid. */
  readonly validTo: string | null
}
export interface DutyPoint {
  readonly kind: string
  readonly category: string
  readonly areaCode: string
  readonly day: string
}
const applies = (d: DutyEntry, p: DutyPoint): boolean =>
  d.kind === p.kind &&
  p.category.startsWith(d.categoryPrefix) &&
  p.areaCode.startsWith(d.areaPrefix) &&
  d.validFrom <= p.day &&
  (d.validTo === null || p.day < d.validTo)
const exactness = (d: DutyEntry): number => d.categoryPrefix.length * 100 + d.areaPrefix.length

export interface DutyFound {
  readonly lead: DutyEntry | undefined
  /** Leads of the same exactness: more than one is a conflict in the matrix. */
  readonly rivals: readonly DutyEntry[]
  readonly assist: readonly DutyEntry[]
}
export const resolveDuty = (entries: readonly DutyEntry[], point: DutyPoint): DutyFound => {
  const fitting = entries.filter((d) => applies(d, point))
  const leads = fitting.filter((d) => d.role === 'lead')
  const best = Math.max(-1, ...leads.map(exactness))
  const rivals = leads.filter((d) => exactness(d) === best)
  const lead = rivals.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
  return { lead, rivals, assist: fitting.filter((d) => d.role === 'assist' && d.unitId !== lead?.unitId) }
}

export interface DutyGap {
  readonly kind: string
  readonly category: string
  readonly areaCode: string
  readonly from: string
  /** Exclusive. */
  readonly to: string
  readonly entries?: readonly string[]
}
export interface DutyReport {
  readonly checked: number
  readonly holes: readonly DutyGap[]
  readonly conflicts: readonly DutyGap[]
}
/** Days on which the answer can change: the matrix is constant between them, so checking them proves every day. */
const turningDays = (entries: readonly DutyEntry[], from: string, to: string): readonly string[] =>
  [...new Set([from, ...entries.flatMap((d) => [d.validFrom, ...(d.validTo ? [d.validTo] : [])])])]
    .filter((d) => d >= from && d < to)
    .sort()

/** Places need to be checked only at the areas that entries speak of and the leaves given; every leaf is checked. */
export const checkDuties = (
  entries: readonly DutyEntry[],
  categories: readonly { readonly kind: string; readonly code: string }[],
  areas: readonly string[],
  from: string,
  to: string,
): DutyReport => {
  const holes: DutyGap[] = []
  const conflicts: DutyGap[] = []
  const days = turningDays(entries, from, to)
  let checked = 0
  for (const { kind, code } of categories) {
    const ofCategory = entries.filter((d) => d.kind === kind && code.startsWith(d.categoryPrefix))
    for (const areaCode of areas) {
      const here = ofCategory.filter((d) => areaCode.startsWith(d.areaPrefix))
      days.forEach((day, i) => {
        checked++
        const { lead, rivals } = resolveDuty(here, { kind, category: code, areaCode, day })
        const gap = { kind, category: code, areaCode, from: day, to: days[i + 1] ?? to }
        if (!lead) holes.push(gap)
        else if (rivals.length > 1) conflicts.push({ ...gap, entries: rivals.map((r) => r.id) })
      })
    }
  }
  return { checked, holes, conflicts }
}
