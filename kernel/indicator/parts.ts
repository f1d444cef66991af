/** The parts of indicators that are kept counted: numerators and denominators, each once however many indicators share it. */
import { createHash } from 'node:crypto'
import type { Aggregate, Indicator } from '../define/indicator.ts'
import { type Definition, tableOf } from '../define/table.ts'
import type { Kernel } from '../kernel.ts'
import { sourceOf } from './condition.ts'

export interface Part {
  readonly key: string
  readonly aggregate: Aggregate
}
export const aggregatesOf = ({ spec }: Indicator): readonly Aggregate[] =>
  spec.of.kind === 'value' ? [spec.of.of] : [spec.of.numerator, spec.of.denominator]

/**
 * Kept are parts that belong to a day by an instant of the row and whose condition neither moves with the clock nor looks at other
 * rows: nothing would mark them. Fast and live records are written past the change sets, so nothing marks those either.
 */
export const isKept = (definition: Definition, aggregate: Aggregate): boolean => {
  if (!aggregate.at || /now\(\)|\bselect\b/i.test(aggregate.and ?? '')) return false
  if (definition.primitive === 'record' && (definition.spec.isFast || definition.spec.isLive)) return false
  const { columns } = tableOf(definition)
  return (
    columns.find((c) => c.name === aggregate.at)?.type === 'timestamp with time zone' &&
    columns.some((c) => c.name === 'areaCode')
  )
}

const keys = new WeakMap<Aggregate, string>()
/** The same condition gives the same key on every machine; a changed one is another part and is counted anew. */
export const keyOf = (aggregate: Aggregate): string => {
  const known = keys.get(aggregate)
  if (known) return known
  const { kind, source, field, hours, fraction, at, where, and } = aggregate
  const text = JSON.stringify([kind, source, field, hours, fraction, at, where, and])
  const made = createHash('sha256').update(text).digest('hex').slice(0, 16)
  keys.set(aggregate, made)
  return made
}

const known = new WeakMap<Kernel, ReadonlyMap<string, readonly Part[]>>()
/** Kept parts by the id of their source. */
export const partsBySource = (kernel: Kernel): ReadonlyMap<string, readonly Part[]> => {
  const before = known.get(kernel)
  if (before) return before
  const parts = new Map<string, Part>()
  for (const aggregate of kernel.indicators.flatMap(aggregatesOf))
    if (isKept(sourceOf(kernel, aggregate), aggregate)) parts.set(keyOf(aggregate), { key: keyOf(aggregate), aggregate })
  const made = Map.groupBy(parts.values(), (p) => p.aggregate.source)
  known.set(kernel, made)
  return made
}
