/** The statement being put together: its parts, its parameters, the columns of the kernel's own tables. */
import { type Row, type SentColumn, sendColumn, sentColumns } from './columns.ts'

export interface Statement {
  readonly parts: string[]
  readonly params: unknown[]
}
/** Rows as a table named `x`; at least one column must be filled in every row. */
export const recordset = (statement: Statement, rows: readonly Row[], columns: readonly SentColumn[] | string): string => {
  const lists: string[] = []
  const reads: string[] = []
  const names: string[] = []
  for (const column of typeof columns === 'string' ? sentColumns(columns) : columns) {
    const { param, type, cast } = sendColumn(rows, column)
    statement.params.push(param)
    lists.push(`$${statement.params.length}::${type}[]`)
    reads.push(`u.${column.sql}${cast}`)
    names.push(column.sql)
  }
  return `(select ${reads.join(', ')} from unnest(${lists.join(', ')}) as u(${names.join(', ')})) as x(${names.join(', ')})`
}

export const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export const kernelColumns = {
  journal:
    'district text, subject_type text, subject_id uuid, seq int, at timestamptz, actor_kind text, actor_id uuid, actor_name text, action text, changes jsontext, detail jsontext, prev_hash text, hash text',
  clock:
    'district text, subject_type text, subject_id uuid, name text, round int, unit_id uuid, area_code text, limit_value numeric, limit_unit text, started_at timestamptz, due_at timestamptz, used_ms bigint, restarted_at timestamptz, paused_at timestamptz, stopped_at timestamptz, cancelled_at timestamptz, extensions int, extended_ms bigint, is_exempt boolean, calendar text',
  task: 'district text, id uuid, subject_type text, subject_id uuid, number text, title text, status text, verb text, area_code text, unit_id uuid, person_id uuid, created_at timestamptz, due_at timestamptz',
  timer: 'district text, subject_type text, subject_id uuid, name text, fire_at timestamptz, action text',
  outbox: 'district text, id uuid, at timestamptz, fact text, payload jsonb, done_at timestamptz',
  notice: 'district text, id uuid, person_id uuid, unit_id uuid, at timestamptz, zh text, link text',
  message: 'district text, id uuid, channel text, recipient text, body text, created_at timestamptz',
} as const

export const names = (columns: string): string =>
  sentColumns(columns)
    .map((c) => c.sql)
    .join(', ')
