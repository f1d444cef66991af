/**
 * Scores from values: pure, so that a locked round can be worked out again from its snapshot. Two decimals at every step, half up.
 * An item without a value (zero denominator) is not assessed: its full marks leave the sum, and the rest is scaled to 100.
 */
import { createHash } from 'node:crypto'

export interface Item {
  readonly code: string
  readonly name: string
  readonly clause: string
  readonly kind: 'score' | 'merge' | 'deduct' | 'bonus' | 'veto'
  readonly full: number
  readonly indicator: string | null
  readonly scoring: 'linear' | 'band' | null
  /** Value that earns full marks, and the one that earns none; the second above the first means fewer is better. */
  readonly target: number | null
  readonly zeroAt: number | null
  /** `95:100,90:80`: from 95 on 100 % of the marks; with fewer better, up to. */
  readonly bands: string | null
  readonly isFewerBetter: boolean
  readonly perUnit: number | null
  readonly cap: number | null
  readonly exposure: string
  readonly mergeLevel: string | null
}
export interface Value {
  readonly area: string
  readonly code: string
  readonly numerator: number
  readonly denominator: number | null
  readonly value: number | null
  readonly rows: number
  /** Over the ids of the rows behind the number, in order. */
  readonly rowsHash: string
}
export interface Street {
  readonly area: string
  readonly name: string
  readonly class: string
}
export interface Adjustment {
  readonly area: string
  readonly code: string
  readonly score: number
  readonly appeal: string
}
export interface Lines {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly green: number
  readonly red: number
  readonly vetoCap: number
}
export interface Inputs {
  readonly scheme: { readonly number: string; readonly revision: number; readonly sha256: string }
  readonly fromOn: string
  readonly toOn: string
  readonly items: readonly Item[]
  readonly streets: readonly Street[]
  readonly values: readonly Value[]
  readonly exposures: readonly { readonly area: string; readonly kind: string; readonly value: number }[]
  readonly adjustments: readonly Adjustment[]
  readonly lines: Lines
}
export interface ItemScore {
  readonly code: string
  readonly full: number
  readonly score: number | null
  readonly value: number | null
  readonly isAppealed: boolean
}
export interface Standing extends Street {
  readonly items: readonly ItemScore[]
  readonly base: number
  readonly bonus: number
  readonly deduction: number
  readonly isVetoed: boolean
  readonly total: number
  readonly rank: number
  readonly ties: readonly string[]
  readonly grade: 'A' | 'B' | 'C' | 'D' | 'E'
  readonly light: 'green' | 'yellow' | 'red'
  /** With values of the items that ask for it divided by the street's exposure. */
  readonly adjustedTotal: number
  readonly adjustedRank: number
}
export interface Outcome {
  readonly standings: readonly Standing[]
}

export const round2 = (n: number): number => Math.round((n + Number.EPSILON) * 100) / 100
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
      .join(',')}}`
  return JSON.stringify(value ?? null)
}
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface Band {
  readonly at: number
  readonly share: number
}
export const parseBands = (text: string | null): readonly Band[] =>
  (text ?? '')
    .split(/[,,]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [at, share] = part.split(/[::]/).map(Number)
      return { at: at ?? Number.NaN, share: share ?? Number.NaN }
    })

export const scoreOf = (item: Item, value: number | null): number | null => {
  if (value === null) return null
  if (item.kind === 'merge') return round2((item.full * Math.min(100, Math.max(0, value))) / 100)
  if (item.scoring === 'band') {
    const reached = parseBands(item.bands).filter((b) => (item.isFewerBetter ? value <= b.at : value >= b.at))
    return round2((item.full * Math.max(0, ...reached.map((b) => b.share))) / 100)
  }
  const [target, zeroAt] = [item.target ?? 100, item.zeroAt ?? 0]
  return round2(item.full * Math.min(1, Math.max(0, (value - zeroAt) / (target - zeroAt))))
}
const pointsOf = (item: Item, value: number | null): number => {
  const points = (value ?? 0) * (item.perUnit ?? 0)
  return round2(item.cap === null ? points : Math.min(item.cap, points))
}
const gradeOf = (total: number, l: Lines): Standing['grade'] =>
  total >= l.a ? 'A' : total >= l.b ? 'B' : total >= l.c ? 'C' : total >= l.d ? 'D' : 'E'

interface Totalled {
  readonly items: readonly ItemScore[]
  readonly base: number
  readonly bonus: number
  readonly deduction: number
  readonly isVetoed: boolean
  readonly total: number
}
const totalOf = (inputs: Inputs, area: string, valueFor: (item: Item) => number | null): Totalled => {
  const items = inputs.items.map((item): ItemScore => {
    const value = valueFor(item)
    const adjusted = inputs.adjustments.findLast((a) => a.area === area && a.code === item.code)
    const isMarks = item.kind === 'score' || item.kind === 'merge'
    const own = isMarks ? scoreOf(item, value) : item.kind === 'veto' ? ((value ?? 0) > 0 ? 1 : 0) : pointsOf(item, value)
    return { code: item.code, full: item.full, value, score: adjusted ? adjusted.score : own, isAppealed: adjusted !== undefined }
  })
  const of = (...kinds: readonly string[]) => items.filter((_, i) => kinds.includes(inputs.items[i]?.kind ?? ''))
  const sum = (list: readonly ItemScore[]) => list.reduce((n, i) => n + (i.score ?? 0), 0)
  const marks = of('score', 'merge').filter((i) => i.score !== null)
  const full = marks.reduce((n, i) => n + i.full, 0)
  const base = full === 0 ? 0 : round2((sum(marks) * 100) / full)
  const [bonus, deduction] = [round2(sum(of('bonus'))), round2(sum(of('deduct')))]
  const isVetoed = sum(of('veto')) > 0
  const total = Math.max(0, round2(base + bonus - deduction))
  return { items, base, bonus, deduction, isVetoed, total: isVetoed ? Math.min(total, inputs.lines.vetoCap) : total }
}
/** Rank within the class: equal totals share a rank and the next is left out (1, 1, 3). */
const rankIn = <T extends { readonly class: string }>(all: readonly T[], one: T, of: (t: T) => number): number =>
  1 + all.filter((o) => o.class === one.class && of(o) > of(one)).length

/** An exposure-adjusted value is per unit of exposure, brought back to the mean of all streets so that targets keep their meaning. */
const adjuster = (inputs: Inputs) => {
  const of = (area: string, kind: string) => inputs.exposures.find((e) => e.area === area && e.kind === kind)?.value
  return (item: Item, area: string, value: number | null): number | null => {
    const own = of(area, item.exposure)
    if (value === null || item.exposure === 'none' || !own) return value
    const known = inputs.streets.flatMap((s) => of(s.area, item.exposure) ?? [])
    return (value / own) * (known.reduce((n, v) => n + v, 0) / known.length)
  }
}
export const outcomeOf = (inputs: Inputs): Outcome => {
  const adjust = adjuster(inputs)
  const found = new Map(inputs.values.map((v) => [`${v.area} ${v.code}`, v.value]))
  const rows = inputs.streets.map((street) => {
    const plain = (item: Item) => found.get(`${street.area} ${item.code}`) ?? null
    return {
      ...street,
      ...totalOf(inputs, street.area, plain),
      adjustedTotal: totalOf(inputs, street.area, (item) => adjust(item, street.area, plain(item))).total,
    }
  })
  const standings = rows.map((r): Standing => {
    const { green, red } = inputs.lines
    return {
      ...r,
      rank: rankIn(rows, r, (t) => t.total),
      adjustedRank: rankIn(rows, r, (t) => t.adjustedTotal),
      ties: rows.filter((o) => o.class === r.class && o.total === r.total && o.area !== r.area).map((o) => o.area),
      grade: gradeOf(r.total, inputs.lines),
      light: r.total >= green && !r.isVetoed ? 'green' : r.total < red || r.isVetoed ? 'red' : 'yellow',
    }
  })
  return {
    standings: standings.sort(
      (a, b) => (a.class === b.class ? a.rank - b.rank : a.class < b.class ? -1 : 1) || (a.area < b.area ? -1 : 1),
    ),
  }
}
export const digestOf = (inputs: Inputs, outcome: Outcome): string => sha256(canonical({ inputs, outcome }))

/** Divides an amount by weights to the last fen: whole parts first, what remains to the largest remainders, ties to the earlier. */
export const allocate = (amount: number, weights: readonly number[]): readonly number[] => {
  const total = weights.reduce((n, w) => n + w, 0)
  if (total <= 0) return weights.map(() => 0)
  const exact = weights.map((w) => (amount * w) / total)
  const parts = exact.map(Math.floor)
  const order = exact.map((e, i) => [e - Math.floor(e), i] as const).sort((a, b) => b[0] - a[0] || a[1] - b[1])
  let left = amount - parts.reduce((n, p) => n + p, 0)
  for (const [, i] of order) {
    if (left <= 0) break
    parts[i] = (parts[i] ?? 0) + 1
    left--
  }
  return parts
}
/** A draw anybody can repeat: in the order of the hash of seed and id. */
export const drawOrder = <T extends { readonly id: string }>(seed: string, from: readonly T[]): readonly T[] =>
  from
    .map((one) => [sha256(`${seed}:${one.id}`), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
/** 95 % margin of a mean or rate of a sample from a frame (normal approximation with the finite correction). */
export const marginOf = (deviation: number, sample: number, frame: number): number | null =>
  sample < 2
    ? null
    : round2(1.96 * (deviation / Math.sqrt(sample)) * Math.sqrt(frame > sample ? (frame - sample) / (frame - 1) : 0))
