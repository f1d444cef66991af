/** The statement being put together: its parts, its parameters, the columns of the kernel's own tables. */

export interface Statement {
  readonly parts: string[]
  readonly params: unknown[]
}
/** Rows as one parameter of JSON text (`json`, not `jsonb`: it is read once, from front to back). */
export const recordset = (statement: Statement, rows: readonly unknown[] | string, columns: string): string => {
  statement.params.push(typeof rows === 'string' ? rows : JSON.stringify(rows))
  return `json_to_recordset($${statement.params.length}::json) as x(${columns})`
}

export const push = <K, V>(map: Map<K, V[]>, key: K, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

export const kernelColumns = {
  journal:
    'district text, subject_type text, subject_id uuid, seq int, at timestamptz, actor_kind text, actor_id uuid, actor_name text, action text, changes jsonb, detail jsonb, prev_hash text, hash text',
  clock:
    'district text, subject_type text, subject_id uuid, name text, round int, unit_id uuid, area_code text, limit_value numeric, limit_unit text, started_at timestamptz, due_at timestamptz, used_ms bigint, restarted_at timestamptz, paused_at timestamptz, stopped_at timestamptz, cancelled_at timestamptz, extensions int, extended_ms bigint, is_exempt boolean, calendar text',
  task: 'district text, id uuid, subject_type text, subject_id uuid, number text, title text, status text, verb text, area_code text, unit_id uuid, person_id uuid, created_at timestamptz, due_at timestamptz',
  timer: 'district text, subject_type text, subject_id uuid, name text, fire_at timestamptz, action text',
  outbox: 'district text, id uuid, at timestamptz, fact text, payload jsonb, done_at timestamptz',
  notice: 'district text, id uuid, person_id uuid, unit_id uuid, at timestamptz, zh text, link text',
  message: 'district text, id uuid, channel text, recipient text, body text, created_at timestamptz',
} as const

export const names = (columns: string): string =>
  columns
    .split(', ')
    .map((c) => c.split(' ')[0])
    .join(', ')
