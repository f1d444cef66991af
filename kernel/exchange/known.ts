/**
 * Which rows are here already. A register with unique keys is asked by them; one without remembers the rows it was given
 * (`kernel.import_row`), so that the same sheet imported twice adds nothing the second time.
 */
import { createHash } from 'node:crypto'
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import type { Fields } from '../define/field.ts'
import type { Register } from '../define/register.ts'
import { type Column, tableName, tableOf } from '../define/table.ts'

export interface Candidate {
  readonly number: number
  readonly row: Readonly<Record<string, unknown>> & { readonly id: string }
  /** Fingerprint of what the sheet said, for registers without a key. */
  readonly print: string
}
export type UniqueKey = readonly Column[]
export const uniqueKeys = (definition: Register<Fields>): readonly UniqueKey[] => {
  const { indexes, columns } = tableOf(definition)
  return indexes
    .filter((index) => index.isUnique)
    .map((index) =>
      index.columns
        .split(', ')
        .filter((sql) => sql !== 'district')
        .flatMap((sql) => columns.find((column) => column.sql === sql) ?? []),
    )
}
/** The value of a key as text; undefined where a part is empty: empty is never the same as empty. */
export const keyText = (key: UniqueKey, row: Readonly<Record<string, unknown>>): string | undefined => {
  const parts = key.map((column) => row[column.name] ?? null)
  return parts.includes(null) ? undefined : JSON.stringify(parts)
}

const byKey = async (
  ctx: WorkContext,
  definition: Register<Fields>,
  key: UniqueKey,
  candidates: readonly Candidate[],
): Promise<readonly number[]> => {
  const rows = candidates.map(({ number, row }) => ({
    n: number,
    ...Object.fromEntries(key.map((column) => [column.sql, row[column.name] ?? null])),
  }))
  const found = await raw<{ n: number }>(
    ctx.tx,
    `select x.n from jsonb_to_recordset($2::jsonb) as x(n int, ${key.map((c) => `${c.sql} ${c.type}`).join(', ')})
     join ${tableName(definition)} r on r.district = $1 and r.retired_at is null and ${key.map((c) => `r.${c.sql} = x.${c.sql}`).join(' and ')}`,
    [ctx.district, JSON.stringify(rows)],
  )
  return found.rows.map((row) => row.n)
}

const importId = (definition: Register<Fields>): string => `rows:${definition.id}`
const byPrint = async (
  ctx: WorkContext,
  definition: Register<Fields>,
  candidates: readonly Candidate[],
): Promise<readonly number[]> => {
  const { rows } = await raw<{ key: string }>(
    ctx.tx,
    `select i.key from kernel.import_row i join ${tableName(definition)} r on r.district = i.district and r.id = i.subject_id and r.retired_at is null
     where i.district = $1 and i.import_id = $2 and i.key = any($3::text[])`,
    [ctx.district, importId(definition), candidates.map((c) => c.print)],
  )
  const known = new Set(rows.map((row) => row.key))
  return candidates.filter((c) => known.has(c.print)).map((c) => c.number)
}
/** Numbers of the rows that are here already. */
export const findKnown = async (
  ctx: WorkContext,
  definition: Register<Fields>,
  candidates: readonly Candidate[],
): Promise<ReadonlySet<number>> => {
  const keys = uniqueKeys(definition)
  if (candidates.length === 0) return new Set()
  if (keys.length === 0) return new Set(await byPrint(ctx, definition, candidates))
  const known = new Set<number>()
  for (const key of keys) for (const number of await byKey(ctx, definition, key, candidates)) known.add(number)
  return known
}
/** Remembers what a register without keys has taken in; in the transaction that writes the rows. */
export const rememberRows = async (
  ctx: WorkContext,
  definition: Register<Fields>,
  candidates: readonly Candidate[],
): Promise<void> => {
  if (candidates.length === 0 || uniqueKeys(definition).length > 0) return
  await raw(
    ctx.tx,
    `insert into kernel.import_row (district, import_id, key, at, result, subject_id)
     select $1, $2, x.key, $3, 'added', x.id from jsonb_to_recordset($4::jsonb) as x(key text, id uuid)
     on conflict (district, import_id, key) do update set at = excluded.at, subject_id = excluded.subject_id`,
    [ctx.district, importId(definition), ctx.now, JSON.stringify(candidates.map((c) => ({ key: c.print, id: c.row.id })))],
  )
}

/** Fingerprints rows; the second and later of equal rows in one sheet are told apart, for two like things are two. */
export const createPrinter = (): ((content: unknown) => string) => {
  const seen = new Map<string, number>()
  return (content) => {
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return count === 1 ? hash : `${hash}#${count}`
  }
}
