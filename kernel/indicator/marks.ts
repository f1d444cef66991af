/** Which cells a change may have moved. Counted by day and street: a row that moves from one to another marks both. */
import type { Indicator } from '../define/indicator.ts'
import type { Definition } from '../define/table.ts'
import { aggregatesOf, isKept } from './parts.ts'

type Plain = Readonly<Record<string, unknown>>
export type Mark = {
  readonly district: string
  readonly source: string
  /** First nine digits of the area code; empty where a row has no area. */
  readonly street: string
  /** Somewhere within the quarter of an hour: no zone has a midnight inside one. */
  readonly at: Date
}
/** Instants by which the rows of a definition are counted. Definitions belong to the process, so this does too. */
const markedColumns = new Map<string, readonly string[]>()
export const rememberMarks = (indicators: readonly Indicator[], find: (id: string) => Definition | undefined): void => {
  const columns = new Map<string, Set<string>>()
  for (const aggregate of indicators.flatMap(aggregatesOf)) {
    const definition = find(aggregate.source)
    if (!definition || !aggregate.at || !isKept(definition, aggregate)) continue
    const own = columns.get(definition.id) ?? new Set()
    columns.set(definition.id, own.add(aggregate.at))
  }
  for (const [id, names] of columns) markedColumns.set(id, [...names])
}
/** For a bench that asks what keeping costs. */
export const forgetMarks = (): void => markedColumns.clear()
const quarterMs = 15 * 60_000
const marksOfRow = (definition: Definition, district: string, row: Plain): readonly Mark[] => {
  const street = typeof row.areaCode === 'string' ? row.areaCode.slice(0, 9) : ''
  return (markedColumns.get(definition.id) ?? []).flatMap((name) => {
    const value = row[name]
    if (value === null || value === undefined) return []
    const ms = new Date(value as string | Date).getTime()
    return [{ district, source: definition.id, street, at: new Date(ms - (ms % quarterMs)) }]
  })
}
interface Written {
  readonly insert?: { readonly definition: Definition; readonly row: Plain }
  readonly update?: { readonly definition: Definition; readonly before: Plain; readonly set: Plain }
}
/** The marks of all that one statement writes, each once. */
export const marksOf = (sets: readonly Written[]): readonly Mark[] => {
  const marks = new Map<string, Mark>()
  const add = (list: readonly Mark[]): void => {
    for (const mark of list) marks.set(`${mark.district} ${mark.source} ${mark.street} ${mark.at.getTime()}`, mark)
  }
  for (const { insert, update } of sets) {
    if (insert) add(marksOfRow(insert.definition, String(insert.row.district), insert.row))
    if (update) {
      const district = String(update.before.district)
      add(marksOfRow(update.definition, district, update.before))
      add(marksOfRow(update.definition, district, { ...update.before, ...update.set }))
    }
  }
  return [...marks.values()]
}
/** Column names and types of a mark, for the statement that writes them. */
export const markColumns = 'district text, source text, street text, at timestamptz'
