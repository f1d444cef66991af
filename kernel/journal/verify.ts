/**
 * The verifier: walks every chain of a district, compares its end with the subject's own row, and the row's columns with what the chain
 * says they are. So an entry changed, taken out or cut off is found, and a row changed, deleted or put in behind the journal's back too.
 * Shapes of lines and areas are not compared (their label points are): a geometry has no one text.
 */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import { type Column, type Definition, readColumns, tableName, tableOf } from '../define/table.ts'
import type { Kernel } from '../kernel.ts'
import { type Break, type ChainedEntry, canonical, findBreak, foldJournal } from './chain.ts'
import { loadChains } from './load.ts'

export type Fault =
  | Break
  /** Columns of the subject's row that are not what its journal says. */
  | { readonly kind: 'row'; readonly seq: number; readonly subjectId: string; readonly columns: readonly string[] }
  /** A journal whose row is gone; a row that has no journal. */
  | { readonly kind: 'gone' | 'unwritten'; readonly seq: number; readonly subjectId: string }
export interface Verification {
  readonly subjects: number
  readonly entries: number
  readonly breaks: readonly (Fault & { readonly subjectType: string })[]
}
type Row = Readonly<Record<string, unknown>>
const start = '00000000-0000-0000-0000-000000000000'
const instantType = 'timestamp with time zone'

/** Kept by the engine beside the journal (`procedure/effects.ts`, `register/edit.ts`), so that no entry tells them. */
const untold: Readonly<Record<Definition['primitive'], ReadonlySet<string>>> = {
  procedure: new Set(['version', 'head', 'updatedAt', 'clientKey']),
  register: new Set(['version', 'head', 'updatedAt', 'district', 'id', 'createdAt']),
  record: new Set(),
}
/** Records are never changed and tell their journal nothing of their columns. */
const isKept = (definition: Definition | undefined): definition is Definition =>
  definition !== undefined && definition.primitive !== 'record'
const toldColumns = (definition: Definition): readonly Column[] =>
  tableOf(definition).columns.filter((c) => !c.generated && c.sql !== 'geom' && !untold[definition.primitive].has(c.name))

const plain = (column: Column, value: unknown): string => {
  if (value === null || value === undefined) return 'null'
  if (column.type === instantType) return new Date(value as string | Date).toISOString()
  return canonical(value)
}
/** Columns in which a row differs from the fold of its journal. */
const findLies = (definition: Definition, row: Row, entries: readonly ChainedEntry[]): readonly string[] => {
  const told = foldJournal(entries)
  return toldColumns(definition).flatMap((c) => (plain(c, row[c.name]) === plain(c, told[c.name]) ? [] : [c.name]))
}

const loadRows = async (
  tx: Transaction<unknown>,
  definition: Definition,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> => {
  const { rows } = await raw<Row>(
    tx,
    `select ${readColumns(definition)} from ${tableName(definition)} r where r.id = any($1::uuid[])`,
    [ids],
  )
  return new Map(rows.map((r) => [String(r.id), r]))
}
const findFault = (
  definition: Definition | undefined,
  id: string,
  entries: readonly ChainedEntry[],
  row: Row | undefined,
): Fault | undefined => {
  if (!isKept(definition)) return findBreak(entries)
  const seq = entries.at(-1)?.seq ?? 0
  if (!row) return findBreak(entries) ?? { kind: 'gone', seq, subjectId: id }
  const broken = findBreak(entries, { version: Number(row.version), hash: String(row.head) })
  if (broken) return broken
  const columns = findLies(definition, row, entries)
  return columns.length > 0 ? { kind: 'row', seq, subjectId: id, columns } : undefined
}
/**
 * Rows that nobody entered: without a journal there is no chain to walk to them. Written as a join over the distinct subjects because
 * `not exists` becomes a nested loop of seconds where the tables have no statistics yet.
 */
const findUnwritten = async (tx: Transaction<unknown>, definition: Definition): Promise<readonly string[]> => {
  const { rows } = await raw<{ id: string }>(
    tx,
    `select r.id from ${tableName(definition)} r left join (select distinct subject_id from kernel.journal where subject_type = $1) j on j.subject_id = r.id
     where j.subject_id is null order by r.id`,
    [definition.id],
  )
  return rows.map((r) => r.id)
}

export const verifyJournal = (kernel: Kernel, district: string): Promise<Verification> =>
  kernel.db.withDistricts([district], async (tx) => {
    const breaks: (Fault & { subjectType: string })[] = []
    let subjects = 0
    let entries = 0
    for (let after = start; ; ) {
      const chains = await loadChains(tx, after, 500)
      if (chains.size === 0) break
      const types = Map.groupBy(chains, ([, list]) => list[0]?.subjectType ?? '')
      for (const [type, group] of types) {
        const definition = kernel.definition(type)
        const ids = group.map(([id]) => id)
        const rows = isKept(definition) ? await loadRows(tx, definition, ids) : new Map<string, Row>()
        for (const [id, list] of group) {
          subjects++
          entries += list.length
          const found = findFault(definition, id, list, rows.get(id))
          if (found) breaks.push({ ...found, subjectType: type })
        }
      }
      after = [...chains.keys()].at(-1) ?? after
    }
    for (const definition of kernel.definitions.filter(isKept))
      for (const subjectId of await findUnwritten(tx, definition))
        breaks.push({ kind: 'unwritten', seq: 0, subjectId, subjectType: definition.id })
    return { subjects, entries, breaks }
  })
