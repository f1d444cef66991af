import type { Kysely } from 'kysely'
import { quoteName, raw } from './driver.ts'

/** Not ours: PostgreSQL's, PostGIS's, the queue's, the test harness's. Also left out of the schema dump. */
export const foreignSchemas = ['public', 'information_schema', 'tiger', 'topology', 'pgboss', 'pristine'] as const
export const isOurSchema = (column: string): string =>
  `${column} not like 'pg\\_%' and ${column} <> all ('{${foreignSchemas.join(',')}}'::text[])`

interface TableFacts {
  readonly schema: string
  readonly name: string
  readonly kind: 'r' | 'p' | 'v'
  readonly isPartition: boolean
  readonly comment: string
  readonly isBordered: boolean
  readonly isSecured: boolean
  readonly isForced: boolean
  readonly isInvoker: boolean
  readonly policies: readonly string[]
  readonly verbs: readonly string[]
}

const factsQuery = `
  select n.nspname as schema, c.relname as name, c.relkind::text as kind, c.relispartition as "isPartition",
    coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
    c.relkind <> 'v' and exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum = 1 and a.attname = 'district') as "isBordered",
    c.relrowsecurity as "isSecured", c.relforcerowsecurity as "isForced",
    coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false) as "isInvoker",
    array(select p.polname::text from pg_policy p where p.polrelid = c.oid) as policies,
    array(select x.privilege_type::text from aclexplode(c.relacl) x
      where x.grantee = 'cityloop_app'::regrole order by x.privilege_type::text collate "C") as verbs
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and ${isOurSchema('n.nspname')}
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by n.nspname collate "C", c.relname collate "C"`

const all = ['DELETE', 'INSERT', 'SELECT', 'UPDATE']

/**
 * What the application may do to a table follows from its shape and the first word of its comment. A partition gets nothing:
 * it is reached through its parent, whose border and verbs count, so that a new month needs no new grant.
 */
const verbsOf = ({ kind, isPartition, comment, isBordered }: TableFacts): readonly string[] => {
  if (isPartition) return []
  if (kind === 'v') return ['SELECT']
  if (comment.startsWith('append-only')) return ['INSERT', 'SELECT']
  return isBordered || comment.startsWith('shared-writable') ? all : ['SELECT']
}

const borderRule = "district = any (string_to_array(current_setting('app.districts', true), ','))"

const statementsFor = (table: TableFacts, isOwnerBound: boolean): readonly string[] => {
  const name = `${quoteName(table.schema)}.${quoteName(table.name)}`
  if (table.kind === 'v' && !table.isInvoker) {
    throw new Error(`view ${table.schema}.${table.name} would see every district: create it with (security_invoker = true)`)
  }
  const statements: string[] = []
  const verbs = verbsOf(table)
  if (verbs.join() !== table.verbs.join()) {
    statements.push(`revoke all on ${name} from cityloop_app`)
    if (verbs.length > 0) statements.push(`grant ${verbs.join(', ')} on ${name} to cityloop_app`)
  }
  if (!table.isBordered) return statements
  if (!table.isSecured) statements.push(`alter table ${name} enable row level security`)
  if (!table.isForced) statements.push(`alter table ${name} force row level security`)
  if (!table.policies.includes('district_border')) {
    statements.push(`create policy district_border on ${name} using (${borderRule}) with check (${borderRule})`)
  }
  // FORCE binds the owner as well. Superusers are exempt anyway; on a server where our login is not one, maintenance needs this.
  if (isOwnerBound && !table.policies.includes('maintenance')) {
    statements.push(`create policy maintenance on ${name} to current_user using (true) with check (true)`)
  }
  return statements
}

const schemaStatements = `
  select format('grant usage on schema %I to cityloop_app', n.nspname) as statement from pg_namespace n
  where ${isOurSchema('n.nspname')} and not has_schema_privilege('cityloop_app', n.oid, 'usage')
  union all
  select format('grant usage on sequence %I.%I to cityloop_app', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${isOurSchema('n.nspname')} and case when c.relkind = 'S' then not has_sequence_privilege('cityloop_app', c.oid, 'usage') end`

/**
 * Gives the application role exactly its verbs and draws the district border on every table whose first column is
 * `district`. Idempotent, in one transaction, and without a lock on anything that is right already; a job that creates
 * partitions calls it again afterwards.
 */
export const applyGrants = (admin: Kysely<unknown>): Promise<void> =>
  admin.transaction().execute(async (tx) => {
    const owner = await raw<{ isBound: boolean }>(
      tx,
      'select not (rolsuper or rolbypassrls) as "isBound" from pg_roles where rolname = current_user',
    )
    const tables = await raw<TableFacts>(tx, factsQuery)
    const schemas = await raw<{ statement: string }>(tx, schemaStatements)
    const statements = [
      ...schemas.rows.map(({ statement }) => statement),
      ...tables.rows.flatMap((table) => statementsFor(table, owner.rows[0]?.isBound === true)),
    ]
    if (statements.length > 0) await raw(tx, statements.join(';\n'))
  })
