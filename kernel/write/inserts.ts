/**
 * New rows and their first journal entries. What an opening writes into its row is what its first entry says has changed, so it
 * is sent once and read twice; every other row is sent under short column names.
 */
import { type Definition, tableName, tableOf } from '../define/table.ts'
import type { ChainedEntry } from '../journal/chain.ts'
import type { ChangeSet, Plain } from './changes.ts'
import { kernelColumns, names, push, recordset, type Statement } from './statement.ts'

/** The hash has made canonical JSON of what changed already; it is sent as it is instead of being written a second time. */
export const journalJson = (e: ChainedEntry, clientKey?: string): string => {
  const changes = e.changesText ?? JSON.stringify(e.changes)
  const detail = e.detailText ?? JSON.stringify(e.detail)
  const head = JSON.stringify({
    district: e.district,
    subject_type: e.subjectType,
    subject_id: e.subjectId,
    seq: e.seq,
    at: e.at,
    actor_kind: e.actor.kind,
    actor_id: e.actor.id,
    actor_name: e.actor.name,
    action: e.action,
    prev_hash: e.prevHash,
    hash: e.hash,
    client_key: clientKey,
  })
  return `${head.slice(0, -1)},"changes":${changes},"detail":${detail}}`
}

interface InsertShape {
  readonly columns: readonly (readonly [property: string, short: string])[]
  readonly list: string
  readonly short: string
  readonly typed: string
}
const insertShapes = new WeakMap<Definition, InsertShape>()
/** Columns by short names (`a0`, `a1` …): with forty columns a row, their full names would be half of what is sent and parsed. */
const insertShape = (definition: Definition): InsertShape => {
  const known = insertShapes.get(definition)
  if (known) return known
  const columns = tableOf(definition).columns.filter((c) => !c.generated)
  const made: InsertShape = {
    columns: columns.map((c, i) => [c.name, `a${i}`]),
    list: columns.map((c) => c.sql).join(', '),
    short: columns.map((_, i) => `a${i}`).join(', '),
    typed: columns.map((c, i) => `a${i} ${c.type}`).join(', '),
  }
  insertShapes.set(definition, made)
  return made
}
/** Nulls are left out: a record set gives them back. */
const shortRow = (columns: InsertShape['columns'], row: Plain): Plain => {
  const out: Record<string, unknown> = {}
  for (const [property, short] of columns) {
    const value = row[property]
    if (value !== null && value !== undefined) out[short] = value
  }
  return out
}

/** Columns that the entry itself holds beside its changes. */
const ofEntry: Readonly<Record<string, string>> = {
  version: 'e.seq',
  head: 'e.hash',
  updatedAt: 'e.at',
  clientKey: 'e.client_key',
}
interface OpeningShape {
  readonly list: string
  readonly values: string
  readonly typed: string
}
const openingShapes = new WeakMap<Definition, OpeningShape>()
const openingShape = (definition: Definition): OpeningShape => {
  const known = openingShapes.get(definition)
  if (known) return known
  const columns = tableOf(definition).columns.filter((c) => !c.generated)
  const made: OpeningShape = {
    list: columns.map((c) => c.sql).join(', '),
    values: columns.map((c) => ofEntry[c.name] ?? `r."${c.name}"`).join(', '),
    typed: columns.flatMap((c) => (c.name in ofEntry ? [] : [`"${c.name}" ${c.type}`])).join(', '),
  }
  openingShapes.set(definition, made)
  return made
}
const entryColumns = `${kernelColumns.journal}, client_key text`
const entryValues = names(kernelColumns.journal)

const writeOpened = (s: Statement, definition: Definition, sets: readonly ChangeSet[], index: number, conflict: string): void => {
  const { list, values, typed } = openingShape(definition)
  const entries = sets.flatMap(({ journal, insert }) =>
    journal ? [journalJson(journal, (insert?.row.clientKey as string | null) ?? undefined)] : [],
  )
  s.parts.push(
    `e${index} as materialized (select * from ${recordset(s, `[${entries.join(',')}]`, entryColumns)})`,
    `i${index} as (insert into ${tableName(definition)} (${list}) select ${values} from e${index} e, jsonb_to_record(e.changes) as r(${typed})${conflict} returning id)`,
    `j${index} as (insert into kernel.journal (${names(kernelColumns.journal)}) select ${entryValues} from e${index} where subject_id in (select id from i${index}))`,
  )
}

/** @returns how many parts named `i0`, `i1` … return the ids of what was inserted. */
export const writeInserts = (s: Statement, sets: readonly ChangeSet[], ignoreKnown: boolean): number => {
  const conflict = ignoreKnown ? ' on conflict (district, client_key) do nothing' : ''
  const opened = new Map<Definition, ChangeSet[]>()
  const plain = new Map<Definition, Plain[]>()
  for (const set of sets) {
    if (!set.insert) continue
    if (set.insert.isOpening) push(opened, set.insert.definition, set)
    else push(plain, set.insert.definition, set.insert.row)
  }
  let index = 0
  for (const [definition, own] of opened) writeOpened(s, definition, own, index++, conflict)
  for (const [definition, rows] of plain) {
    const { columns, list, short, typed } = insertShape(definition)
    const source = recordset(
      s,
      rows.map((row) => shortRow(columns, row)),
      typed,
    )
    s.parts.push(
      `i${index++} as (insert into ${tableName(definition)} (${list}) select ${short} from ${source}${conflict} returning id)`,
    )
  }
  return index
}
