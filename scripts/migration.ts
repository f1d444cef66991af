/**
 * `npm run migration -- DOMAIN NAME`: writes the next numbered migration of a domain from the difference between its definitions
 * and what the existing migrations make (tried on a fresh in-memory database). Additions are written; a removed or changed
 * column is named in a comment, because only a person knows what should become of its data.
 * `--check` writes nothing and fails when any domain's definitions and migrations differ.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { domains } from '#apps/server/domains.ts'
import { type Database, migrateAll, openDatabase, raw } from '#kernel'
import { columnSql, createTableSql, type Definition, indexSql, tableOf } from '#kernel/define/table.ts'

interface Known {
  readonly columns: ReadonlyMap<string, string>
  readonly indexes: ReadonlySet<string>
}
const known = async (db: Database, schema: string, name: string): Promise<Known> => {
  const columns = await raw<{ name: string; type: string; isNull: boolean }>(
    db.admin,
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as "isNull" from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped`,
    [schema, name],
  )
  const indexes = await raw<{ name: string }>(
    db.admin,
    'select indexname as name from pg_indexes where schemaname = $1 and tablename = $2',
    [schema, name],
  )
  return {
    columns: new Map(columns.rows.map((c) => [c.name, `${c.type}${c.isNull ? '' : ' not null'}`])),
    indexes: new Set(indexes.rows.map((i) => i.name)),
  }
}

/** The statements one definition still needs, and the remarks a person must act on. */
const difference = async (db: Database, definition: Definition): Promise<readonly string[]> => {
  const table = tableOf(definition)
  const now = await known(db, table.schema, table.name)
  if (now.columns.size === 0) return [createTableSql(definition)]
  const target = `${table.schema}."${table.name}"`
  const lines: string[] = []
  for (const column of table.columns) {
    const have = now.columns.get(column.sql)
    const want = `${column.type}${column.isNull ? '' : ' not null'}`
    if (!have) lines.push(`alter table ${target} add column ${columnSql(column)};`)
    else if (have.toLowerCase() !== want.toLowerCase())
      lines.push(`-- by hand: ${target}.${column.sql} is ${have}, the definition says ${want}`)
  }
  for (const name of now.columns.keys())
    if (!table.columns.some((c) => c.sql === name)) lines.push(`-- by hand: ${target}.${name} is no longer defined`)
  for (const index of table.indexes) if (!now.indexes.has(index.name)) lines.push(indexSql(table, index))
  return [...lines, ...(await checkDifferences(db, definition))]
}
const checkDifferences = async (db: Database, definition: Definition): Promise<readonly string[]> => {
  const table = tableOf(definition)
  const target = `${table.schema}."${table.name}"`
  const { rows } = await raw<{ name: string; text: string }>(
    db.admin,
    `select conname as name, pg_get_constraintdef(oid) as text from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [target],
  )
  const have = new Map(rows.map((r) => [r.name, r.text]))
  const literals = (sql: string): string =>
    [...sql.matchAll(/'([^']*)'/g)]
      .map((m) => m[1])
      .sort()
      .join()
  return Object.entries(table.checks).flatMap(([name, sql]) => {
    const full = `${table.name}_${name}`
    const old = have.get(full)
    const add = `alter table ${target} add constraint ${full} check (${sql});`
    if (old === undefined) return [add]
    return literals(old) === literals(sql) ? [] : [`alter table ${target} drop constraint ${full};`, add]
  })
}

const differences = async (db: Database): Promise<ReadonlyMap<string, readonly string[]>> => {
  const out = new Map<string, readonly string[]>()
  for (const domain of domains) {
    const definitions = [...(domain.registers ?? []), ...(domain.records ?? []), ...(domain.procedures ?? [])]
    const newest = [...new Map(definitions.map((d) => [d.id, d])).values()]
    const lines: string[] = []
    for (const definition of newest) lines.push(...(await difference(db, definition)))
    if (lines.length > 0) out.set(domain.id, lines)
  }
  return out
}

const nextFile = (domain: string, name: string): string => {
  const dir = `domains/${domain}/migrations`
  mkdirSync(dir, { recursive: true })
  const last = existsSync(dir) ? Math.max(0, ...readdirSync(dir).map((f) => Number.parseInt(f, 10) || 0)) : 0
  return `${dir}/${String(last + 1).padStart(4, '0')}_${name.replaceAll(/[^a-z0-9]+/gi, '_')}.sql`
}

const main = async (): Promise<void> => {
  const args = process.argv.slice(2)
  const isCheck = args.includes('--check')
  const [only, name = 'definitions'] = args.filter((a) => !a.startsWith('--'))
  const db = await openDatabase({ prefer: 'pglite' })
  await migrateAll(db, domains)
  const found = await differences(db)
  await db.close()
  if (isCheck) {
    for (const [domain, lines] of found) console.error(`${domain}: definitions and migrations differ:\n${lines.join('\n')}\n`)
    process.exit(found.size > 0 ? 1 : 0)
  }
  for (const [domain, lines] of found) {
    if (only && only !== domain && only !== 'all') continue
    const file = nextFile(domain, name)
    const isFirst = file.includes('/0001_')
    writeFileSync(
      file,
      `${isFirst ? `create schema if not exists ${domain.replaceAll('-', '_')};\n\n` : ''}${lines.join('\n\n')}\n`,
    )
    console.log(`wrote ${file}`)
  }
  if (found.size === 0) console.log('definitions and migrations agree')
}
await main()
