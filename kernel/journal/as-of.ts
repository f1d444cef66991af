/**
 * Any figure as of a past moment: the same SQL, read over tables as the journal says they were then. What has no entry since is as it
 * was; what has is put together from its entries up to the moment. Nothing is written, nothing is locked.
 */
import type { Transaction } from 'kysely'
import { quoteText } from '../db/index.ts'
import { type Definition, tableName, tableOf } from '../define/table.ts'
import type { Kernel } from '../kernel.ts'

/** Written by the engine beside the journal, which does not tell them. */
const given: Readonly<Record<string, string>> = {
  id: 'to_jsonb(f.subject_id)',
  district: 'to_jsonb(f.district)',
  version: 'to_jsonb(f.seq)',
  head: `to_jsonb(''::text)`,
  updatedAt: 'to_jsonb(f.last)',
}
const toldValue = (name: string): string =>
  given[name] ?? (name === 'createdAt' ? `coalesce(f.s->'createdAt', to_jsonb(f.first))` : `f.s->${quoteText(name)}`)
/** A table as of a moment, as a query. Records are never changed: what was entered later is left out. */
const tableSql = (definition: Definition, at: Date): string => {
  const table = tableName(definition)
  const moment = `${quoteText(at.toISOString())}::timestamptz`
  const { columns } = tableOf(definition)
  if (definition.primitive === 'record')
    return columns.some((c) => c.name === 'createdAt')
      ? `select * from ${table} where created_at <= ${moment}`
      : `select * from ${table}`
  const told = columns.filter((c) => !c.generated && c.sql !== 'geom')
  const type = quoteText(definition.id)
  const since = `select subject_id from kernel.journal where subject_type = ${type} and at > ${moment}`
  // Pairs in groups: a function takes a hundred arguments.
  const groups = Array.from({ length: Math.ceil(told.length / 40) }, (_, i) => told.slice(i * 40, i * 40 + 40))
  const object = groups
    .map((g) => `jsonb_build_object(${g.map((c) => `${quoteText(c.sql)}, ${toldValue(c.name)}`).join(', ')})`)
    .join(' || ')
  return `select * from ${table} where id not in (${since})
    union all select p.* from (
      select district, subject_id, jsonb_object_agg(k, v) as s, min(at) as first, max(at) as last, max(seq) as seq from (
        select distinct on (j.subject_id, e.key) j.district, j.subject_id, e.key as k, e.value as v, j.at, j.seq
        from kernel.journal j, jsonb_each(j.changes) e
        where j.subject_type = ${type} and j.at <= ${moment} and j.subject_id in (${since}) order by j.subject_id, e.key, j.seq desc) x group by 1, 2) f,
    jsonb_populate_record(null::${table}, ${object}) p`
}
const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** SQL that reads tables of definitions, made to read them as of a moment. */
export const asOfSql = (kernel: Pick<Kernel, 'definitions'>, sql: string, at: Date): string => {
  const parts: string[] = []
  let text = sql
  for (const definition of kernel.definitions) {
    const { schema, name } = tableOf(definition)
    const mention = new RegExp(`\\b${escaped(schema)}\\.(?:"${escaped(name)}"|${escaped(name)}\\b)`, 'g')
    if (!mention.test(text)) continue
    const alias = `as_of_${parts.length}`
    text = text.replaceAll(mention, alias)
    parts.push(`${alias} as (${tableSql(definition, at)})`)
  }
  if (parts.length === 0) return sql
  const own = /^\s*with\s+/i.exec(text)
  return own ? `with ${parts.join(', ')}, ${text.slice(own[0].length)}` : `with ${parts.join(', ')} ${text}`
}
/** The transaction as a reader of the past: give it to whatever computes a figure from rows (kept cells know only the present). */
export const asOf = (tx: Transaction<unknown>, kernel: Pick<Kernel, 'definitions'>, at: Date): Transaction<unknown> =>
  new Proxy(tx, {
    get: (target, key) => {
      if (key === 'executeQuery') {
        const execute: Transaction<unknown>['executeQuery'] = (query) => {
          const compiled = 'compile' in query ? query.compile() : query
          return target.executeQuery({ ...compiled, sql: asOfSql(kernel, compiled.sql, at) })
        }
        return execute
      }
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
