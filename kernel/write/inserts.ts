/**
 * New rows and their first journal entries. What an opening writes into its row is what its first entry says has changed, so it
 * is sent once and read twice.
 */
import { type Column, type Definition, tableName, tableOf } from '../define/table.ts'
import type { ChainedEntry } from '../journal/chain.ts'
import type { ChangeSet, Plain } from './changes.ts'
import { kernelColumns, names, push, recordset, type Statement } from './statement.ts'

/** The hash has made canonical JSON of what changed already; it is sent as it is instead of being written a second time. */
export const journalRow = (entry: ChainedEntry, clientKey: string | null = null): Plain => ({
  district: entry.district,
  subjectType: entry.subjectType,
  subjectId: entry.subjectId,
  seq: entry.seq,
  at: entry.at,
  actorKind: entry.actor.kind,
  actorId: entry.actor.id,
  actorName: entry.actor.name,
  action: entry.action,
  changes: entry.changesText ?? JSON.stringify(entry.changes),
  detail: entry.detailText ?? JSON.stringify(entry.detail),
  prevHash: entry.prevHash,
  hash: entry.hash,
  clientKey,
})

const sentOf = (definition: Definition): readonly Column[] => tableOf(definition).columns.filter((c) => !c.generated)

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
  const columns = sentOf(definition)
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

const unlessKnown = ' on conflict (district, client_key) do nothing returning id'
const writeOpened = (
  s: Statement,
  definition: Definition,
  sets: readonly ChangeSet[],
  index: number,
  ignoreKnown: boolean,
): void => {
  const { list, values, typed } = openingShape(definition)
  const entries = sets.flatMap(({ journal, insert }) =>
    journal ? [journalRow(journal, (insert?.row.clientKey as string | undefined) ?? null)] : [],
  )
  s.parts.push(
    `e${index} as materialized (select * from ${recordset(s, entries, entryColumns)})`,
    `i${index} as (insert into ${tableName(definition)} (${list}) select ${values} from e${index} e, jsonb_to_record(e.changes) as r(${typed})${ignoreKnown ? unlessKnown : ''})`,
    `j${index} as (insert into kernel.journal (${names(kernelColumns.journal)}) select ${entryValues} from e${index}${ignoreKnown ? ` where subject_id in (select id from i${index})` : ''})`,
  )
}

/** With `ignoreKnown` the part named `i0` returns the ids of what was inserted. */
export const writeInserts = (s: Statement, sets: readonly ChangeSet[], ignoreKnown: boolean): void => {
  const opened = new Map<Definition, ChangeSet[]>()
  const plain = new Map<Definition, Plain[]>()
  for (const set of sets) {
    if (!set.insert) continue
    if (set.insert.isOpening) push(opened, set.insert.definition, set)
    else push(plain, set.insert.definition, set.insert.row)
  }
  let index = 0
  for (const [definition, own] of opened) writeOpened(s, definition, own, index++, ignoreKnown)
  for (const [definition, rows] of plain) {
    const columns = sentOf(definition)
    const list = columns.map((c) => c.sql).join(', ')
    s.parts.push(
      `i${index++} as (insert into ${tableName(definition)} (${list}) select ${list} from ${recordset(s, rows, columns)})`,
    )
  }
}
