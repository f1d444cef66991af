/**
 * Change sets: what an action, an edit or an import wants written, as plain data; and the one statement that writes any number
 * of them. Everything of a batch (subjects, journal, clocks, timers, tasks, outbox, notices) goes in one set-based statement,
 * which is what makes intake fast (one round trip and one commit for all who wait).
 */
import type { Transaction } from 'kysely'
import { type Database, raw } from '../db/index.ts'
import { type Definition, tableName, tableOf } from '../define/table.ts'
import { markColumns, marksOf } from '../indicator/marks.ts'
import type { ChainedEntry } from '../journal/chain.ts'
import { journalRow, writeInserts } from './inserts.ts'
import { kernelColumns, names, recordset, type Statement } from './statement.ts'

export type Plain = Readonly<Record<string, unknown>>
export interface ClockRow {
  readonly district: string
  readonly subjectType: string
  readonly subjectId: string
  readonly name: string
  readonly round: number
  readonly unitId: string | null
  readonly areaCode: string | null
  readonly limitValue: number
  readonly limitUnit: string
  readonly startedAt: Date
  readonly dueAt: Date
  readonly usedMs: number
  readonly restartedAt: Date
  readonly pausedAt: Date | null
  readonly stoppedAt: Date | null
  readonly cancelledAt: Date | null
  readonly extensions: number
  readonly extendedMs: number
  readonly isExempt: boolean
  readonly calendar: string
}
export interface TaskRow {
  readonly district: string
  readonly id: string
  readonly subjectType: string
  readonly subjectId: string
  readonly number: string
  readonly title: string
  readonly status: string
  readonly verb: string
  readonly areaCode: string | null
  readonly unitId: string | null
  readonly personId: string | null
  readonly createdAt: Date
  readonly dueAt: Date | null
}
export interface ChangeSet {
  /** With `isOpening` the entry's changes are the row: all of it but its version, head, client key and time of change. */
  readonly insert?: { readonly definition: Definition; readonly row: Plain; readonly isOpening?: boolean }
  /** `before` is the row as it was: what was counted by it has to be counted anew. */
  readonly update?: { readonly definition: Definition; readonly id: string; readonly before: Plain; readonly set: Plain }
  readonly journal?: ChainedEntry
  readonly clocks?: readonly ClockRow[]
  readonly timers?: readonly { readonly name: string; readonly fireAt: Date | null; readonly action: string }[]
  readonly endTasks?: { readonly at: Date; readonly by: string | null }
  readonly taskDueAt?: Date | null
  readonly tasks?: readonly TaskRow[]
  /** `isHeard` false: nobody listens to this fact about this subject, so it is kept but waits for no delivery. */
  readonly outbox?: readonly {
    readonly id: string
    readonly at: Date
    readonly fact: string
    readonly payload: unknown
    readonly isHeard: boolean
  }[]
  readonly notices?: readonly {
    readonly id: string
    readonly personId: string | null
    readonly unitId: string | null
    readonly at: Date
    readonly zh: string
    readonly link: string
  }[]
  readonly messages?: readonly Plain[]
}

const subjectOf = (set: ChangeSet): { district: string; id: string; type: string } => {
  const entry = set.journal
  if (!entry) throw new Error('a change set without a journal entry has no subject')
  return { district: entry.district, id: entry.subjectId, type: entry.subjectType }
}
const writeUpdates = (s: Statement, sets: readonly ChangeSet[]): void => {
  const groups = new Map<string, { definition: Definition; keys: readonly string[]; rows: Plain[] }>()
  for (const { update, journal } of sets) {
    if (!update) continue
    const keys = Object.keys(update.set).sort()
    const signature = `${update.definition.id} ${keys.join()}`
    const group = groups.get(signature) ?? { definition: update.definition, keys, rows: [] }
    group.rows.push({ ...update.set, id: update.id, district: journal?.district ?? update.set.district })
    groups.set(signature, group)
  }
  let index = 0
  for (const { definition, keys, rows } of groups.values()) {
    const columns = tableOf(definition).columns.filter((c) => keys.includes(c.name) || c.name === 'id' || c.name === 'district')
    const source = recordset(s, rows, columns)
    const assignments = columns.filter((c) => c.name !== 'id' && c.name !== 'district').map((c) => `${c.sql} = x.${c.sql}`)
    s.parts.push(
      `u${index++} as (update ${tableName(definition)} r set ${assignments.join(', ')} from ${source} where r.district = x.district and r.id = x.id)`,
    )
  }
}

const writeKernelRows = (s: Statement, sets: readonly ChangeSet[], onlyInserted: boolean): void => {
  // A subject that begins has no clock and no timer yet that could stand in the way.
  const isAllNew = sets.every((set) => set.insert?.isOpening)
  const filter = onlyInserted ? ' where x.subject_id in (select id from i0)' : ''
  const insert = (table: keyof typeof kernelColumns, rows: readonly Plain[], suffix = '', where = filter): void => {
    if (rows.length === 0) return
    const list = names(kernelColumns[table])
    s.parts.push(
      `${table}_rows as (insert into kernel.${table} (${list}) select ${list} from ${recordset(s, rows, kernelColumns[table])}${where}${suffix})`,
    )
  }
  const entries = sets.flatMap((set) => (set.journal && !set.insert?.isOpening ? [journalRow(set.journal)] : []))
  insert('journal', entries)
  insert(
    'clock',
    sets.flatMap((set) => (set.clocks ?? []) as unknown as readonly Plain[]),
    isAllNew
      ? ''
      : ` on conflict (district, subject_id, name, round) do update set due_at = excluded.due_at, used_ms = excluded.used_ms, restarted_at = excluded.restarted_at,
      paused_at = excluded.paused_at, stopped_at = excluded.stopped_at, cancelled_at = excluded.cancelled_at, extensions = excluded.extensions, extended_ms = excluded.extended_ms, is_exempt = excluded.is_exempt, unit_id = excluded.unit_id`,
  )
  insert(
    'task',
    sets.flatMap((set) => (set.tasks ?? []) as unknown as readonly Plain[]),
  )
  const timers = sets.flatMap((set) => (set.timers ?? []).map((t) => ({ ...t, ...subjectOf(set) })))
  insert(
    'timer',
    timers
      .filter((t) => t.fireAt)
      .map((t) => ({
        district: t.district,
        subjectType: t.type,
        subjectId: t.id,
        name: t.name,
        fireAt: t.fireAt,
        action: t.action,
      })),
    isAllNew
      ? ''
      : ' on conflict (district, subject_id, name) do update set fire_at = excluded.fire_at, action = excluded.action',
  )
  const off = timers.filter((t) => !t.fireAt).map((t) => ({ district: t.district, subjectId: t.id, name: t.name }))
  if (off.length > 0)
    s.parts.push(
      `timer_off as (delete from kernel.timer r using ${recordset(s, off, 'district text, subject_id uuid, name text')} where r.district = x.district and r.subject_id = x.subject_id and r.name = x.name)`,
    )
  const outbox = sets.flatMap((set) =>
    (set.outbox ?? []).map(({ isHeard, ...o }) => ({
      ...o,
      doneAt: isHeard ? null : o.at,
      district: subjectOf(set).district,
      subjectId: subjectOf(set).id,
    })),
  )
  if (outbox.length > 0)
    s.parts.push(
      `outbox_rows as (insert into kernel.outbox (${names(kernelColumns.outbox)}) select ${names(kernelColumns.outbox)} from ${recordset(s, outbox, `${kernelColumns.outbox}, subject_id uuid`)}${filter})`,
    )
  insert(
    'notice',
    sets.flatMap((set) => (set.notices ?? []).map((n) => ({ ...n, district: subjectOf(set).district }))),
    '',
    '',
  )
  insert(
    'message',
    sets.flatMap((set) => set.messages ?? []),
    '',
    '',
  )
}

const writeTaskEnds = (s: Statement, sets: readonly ChangeSet[]): void => {
  const ends = sets.flatMap((set) => (set.endTasks ? [{ ...subjectOf(set), at: set.endTasks.at, by: set.endTasks.by }] : []))
  if (ends.length > 0)
    s.parts.push(
      `task_ends as (update kernel.task r set done_at = x.at, done_by = x.by from ${recordset(s, ends, 'district text, id uuid, at timestamptz, by uuid')} where r.district = x.district and r.subject_id = x.id and r.done_at is null)`,
    )
  const dues = sets.flatMap((set) =>
    set.taskDueAt !== undefined && !set.endTasks ? [{ ...subjectOf(set), due: set.taskDueAt }] : [],
  )
  if (dues.length > 0)
    s.parts.push(
      `task_dues as (update kernel.task r set due_at = x.due from ${recordset(s, dues, 'district text, id uuid, due timestamptz')} where r.district = x.district and r.subject_id = x.id and r.done_at is null)`,
    )
}

/** Longest NOTIFY payload PostgreSQL takes is 7,999 bytes; a batch tells its changes in as few as fit. */
const announcements = (sets: readonly ChangeSet[]): readonly string[] => {
  const lines: string[] = []
  let line: unknown[] = []
  for (const set of sets) {
    const { journal } = set
    if (!journal) continue
    const row = set.insert?.row ?? {}
    line.push([
      journal.district,
      journal.subjectType,
      journal.subjectId,
      journal.action,
      journal.changes.status ?? null,
      row.lon ?? null,
      row.lat ?? null,
    ])
    if (line.length === 40) {
      lines.push(JSON.stringify(line))
      line = []
    }
  }
  if (line.length > 0) lines.push(JSON.stringify(line))
  return lines
}

/** The channel on which every process learns of every committed change. */
export const changeChannel = 'cityloop_change'
/** One committed change as the channel tells it. */
export type Change = readonly [
  district: string,
  subjectType: string,
  subjectId: string,
  action: string,
  status: string | null,
  lon: number | null,
  lat: number | null,
]
let lastRead: { readonly payload: string; readonly changes: readonly Change[] } | undefined
/** The changes of a payload; several parts of a process hear the same one, and it is parsed once. */
export const readChanges = (payload: string): readonly Change[] => {
  if (lastRead?.payload !== payload) lastRead = { payload, changes: JSON.parse(payload) as Change[] }
  return lastRead.changes
}

/**
 * The one statement that writes all sets. With `ignoreKnown` (openings of one definition only) a row whose client key is already
 * there is left alone with all that belongs to it; without, it fails as a whole.
 */
export const changesStatement = (
  sets: readonly ChangeSet[],
  options: { readonly ignoreKnown?: boolean } = {},
): { readonly text: string; readonly params: readonly unknown[] } => {
  const s: Statement = { parts: [], params: [] }
  const ignoreKnown = options.ignoreKnown ?? false
  writeInserts(s, sets, ignoreKnown)
  writeUpdates(s, sets)
  writeKernelRows(s, sets, ignoreKnown)
  writeTaskEnds(s, sets)
  const marks = marksOf(sets)
  if (marks.length > 0)
    s.parts.push(
      `marks as (insert into kernel.tally_mark (${names(markColumns)}) select ${names(markColumns)} from ${recordset(s, marks, markColumns)})`,
    )
  s.params.push(JSON.stringify(announcements(sets)))
  const text = `with ${s.parts.join(',\n')}, told as (select count(pg_notify('${changeChannel}', value)) from json_array_elements_text($${s.params.length}::json))
     ${ignoreKnown ? 'select i0.id from i0, told' : 'select null as id from told'}`
  return { text, params: s.params }
}
type Inserted = { readonly id: string | null }
const writtenIds = (rows: readonly Inserted[], sets: readonly ChangeSet[], ignoreKnown = false): ReadonlySet<string> =>
  new Set(ignoreKnown ? rows.flatMap((r) => r.id ?? []) : sets.flatMap((set) => (set.insert ? [String(set.insert.row.id)] : [])))

/** Writes all sets in the given transaction. @returns the ids of the rows that were inserted. */
export const writeChanges = async (
  tx: Transaction<unknown>,
  sets: readonly ChangeSet[],
  options: { readonly ignoreKnown?: boolean } = {},
): Promise<ReadonlySet<string>> => {
  if (sets.length === 0) return new Set()
  const { text, params } = changesStatement(sets, options)
  return writtenIds((await raw<Inserted>(tx, text, params)).rows, sets, options.ignoreKnown)
}
/** The same as a transaction of its own, in one round trip: the statement is all of it. */
export const commitChanges = async (
  db: Database,
  district: string,
  sets: readonly ChangeSet[],
  options: { readonly ignoreKnown?: boolean } = {},
): Promise<ReadonlySet<string>> => {
  const { text, params } = changesStatement(sets, options)
  const { rows } = await db.single<Inserted>(district, text, params, { isPlannedOnce: true })
  return writtenIds(rows, sets, options.ignoreKnown)
}
