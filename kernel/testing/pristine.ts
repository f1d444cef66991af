import { quoteName, quoteText, raw } from '../db/driver.ts'
import { isOurSchema } from '../db/grants.ts'
import type { Database } from '../db/types.ts'

/**
 * PGlite cannot clone a database, so the state after migrations and seed is kept beside it in the schema `pristine`, and
 * every test file begins by putting it back.
 */

interface Table {
  readonly schema: string
  readonly name: string
  /** Columns that may be written; generated ones may not. */
  readonly columns: string
}
const nameOf = ({ schema, name }: Pick<Table, 'schema' | 'name'>): string => `${quoteName(schema)}.${quoteName(name)}`

const tableQuery = `
  select n.nspname as schema, c.relname as name,
    (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${isOurSchema('n.nspname')} order by 1, 2`

const leafQuery = tableQuery.replace("in ('r', 'p')", "= 'r'")

const filledOf = async (db: Database, tables: readonly Table[]): Promise<readonly Table[]> => {
  if (tables.length === 0) return []
  const probes = tables.map((table, index) => `select ${index} as at where exists (select from ${nameOf(table)})`)
  const { rows } = await raw<{ at: number }>(db.admin, probes.join(' union all '))
  return tables.filter((_, index) => rows.some(({ at }) => at === index))
}

const sequenceQuery = `select schemaname as schema, sequencename as name, start_value as start, last_value as last from pg_sequences where ${isOurSchema('schemaname')}`

/** Remembers the present state of all our tables. */
export const keepPristine = async (db: Database): Promise<void> => {
  const { rows: tables } = await raw<Table>(db.admin, leafQuery)
  const filled = await filledOf(db, tables)
  const copies = filled.map(
    (table, index) =>
      `create table pristine.t${index} as select ${table.columns} from only ${nameOf(table)};
       insert into pristine.copy values (${index}, ${quoteText(table.schema)}, ${quoteText(table.name)}, ${quoteText(table.columns)});`,
  )
  await raw(
    db.admin,
    `create schema pristine;
     create table pristine.copy (at integer, schema text, name text, columns text);
     create table pristine.known as select schema::text, name::text from (${tableQuery}) t;
     create table pristine.sequence as select schema::text, name::text, start, last from (${sequenceQuery}) s;
     ${copies.join('\n')}`,
  )
}

const dropNew = async (db: Database): Promise<void> => {
  const { rows: tables } = await raw<Table>(
    db.admin,
    `select schema, name, columns from (${tableQuery}) t where not exists (select from pristine.known k where k.schema = t.schema and k.name = t.name)`,
  )
  for (const table of tables) await raw(db.admin, `drop table if exists ${nameOf(table)} cascade`)
  const { rows: schemas } = await raw<{ name: string }>(
    db.admin,
    `select nspname::text as name from pg_namespace where ${isOurSchema('nspname')} and nspname not in (select schema from pristine.known)`,
  )
  for (const { name } of schemas) await raw(db.admin, `drop schema ${quoteName(name)} cascade`)
}

/** Puts the remembered state back: tables and schemas that a test made are dropped, rows and sequences restored. */
export const restorePristine = async (db: Database): Promise<void> => {
  await dropNew(db)
  const { rows: tables } = await raw<Table>(db.admin, leafQuery)
  const { rows: copies } = await raw<Table & { at: number }>(db.admin, 'select * from pristine.copy order by at')
  const filled = await filledOf(db, tables)
  const statements = [
    ...(filled.length > 0 ? [`truncate ${filled.map(nameOf).join(', ')} cascade`] : []),
    ...copies.map(
      (copy) =>
        `insert into ${nameOf(copy)} (${copy.columns}) overriding system value select ${copy.columns} from pristine.t${copy.at}`,
    ),
    `select setval(format('%I.%I', schema, name)::regclass, coalesce(last, start), last is not null) from pristine.sequence`,
  ]
  // Foreign keys were right when the rows were copied; `replica` spares their order.
  await raw(db.admin, `begin; set local session_replication_role = replica; ${statements.join('; ')}; commit`)
}
