/**
 * Tables of definitions: the one place that says which columns a register, record or procedure has.
 * Migrations are written by comparing this with the database (`npm run migration`), and a test holds the two together.
 */
import { columnName, snake } from '../naming.ts'
import type { FieldKind, Fields } from './field.ts'
import type { Procedure } from './procedure.ts'
import type { RecordDefinition } from './record.ts'
import type { Register } from './register.ts'

export type Definition = Register<Fields> | RecordDefinition<Fields> | Procedure<Fields, string>

export interface Column {
  /** Property name in TypeScript rows. */
  readonly name: string
  readonly sql: string
  readonly type: string
  readonly isNull: boolean
  readonly generated?: string
  readonly default?: string
}
export interface Index {
  readonly name: string
  readonly isUnique: boolean
  readonly columns: string
  readonly method?: string
  readonly where?: string
}
export interface Table {
  readonly schema: string
  readonly name: string
  readonly columns: readonly Column[]
  readonly key: readonly string[]
  readonly indexes: readonly Index[]
  readonly checks: Readonly<Record<string, string>>
  readonly comment: string
  readonly partitionBy?: string
}

const types: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  longText: 'text',
  number: 'numeric',
  integer: 'integer',
  flag: 'boolean',
  date: 'date',
  instant: 'timestamp with time zone',
  choice: 'text',
  choices: 'text[]',
  code: 'text',
  ref: 'uuid',
  person: 'uuid',
  unit: 'uuid',
  area: 'text',
  photos: 'uuid[]',
  files: 'uuid[]',
  limit: 'jsonb',
  json: 'jsonb',
}
const column = (name: string, type: string, isNull = false, extra: Partial<Column> = {}): Column => ({
  name,
  sql: columnName(name),
  type,
  isNull,
  ...extra,
})
const instantType = 'timestamp with time zone'

const fieldColumns = (fields: Fields): readonly Column[] =>
  Object.entries(fields).map(([name, field]) => column(name, types[field.spec.kind], field.spec.isOptional))

const placeColumns = (geometry: string | undefined): readonly Column[] => [
  column('lon', 'double precision', true),
  column('lat', 'double precision', true),
  ...(geometry === undefined
    ? []
    : geometry === 'Point'
      ? [column('geom', 'geometry(Point,4326)', true, { generated: 'st_setsrid(st_makepoint(lon, lat), 4326)' })]
      : [column('geom', `geometry(${geometry === 'Polygon' ? 'MultiPolygon' : 'MultiLineString'},4326)`, true)]),
  column('areaCode', 'text', true),
]

const choiceChecks = (fields: Fields): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, f]) => f.spec.kind === 'choice')
      .map(([name, f]) => [
        `${snake(name)}_choice`,
        `${columnName(name)} = any (array[${Object.keys(f.spec.choices ?? {})
          .map((k) => `'${k}'`)
          .join(', ')}])`,
      ]),
  )

const uniqueIndexes = (table: string, fields: Fields, where: string | undefined): readonly Index[] =>
  Object.entries(fields)
    .filter(([, f]) => f.spec.isUnique)
    .map(([name]) => ({ name: `${table}_${snake(name)}_key`, isUnique: true, columns: `district, ${columnName(name)}`, where }))

const split = (id: string): readonly [string, string] => {
  const [schema, name] = id.split('.')
  if (!schema || !name) throw new Error(`definition id must be domain.noun: ${id}`)
  return [snake(schema), snake(name)]
}

const registerTable = (definition: Register<Fields>): Table => {
  const [schema, name] = split(definition.id)
  const { fields, geometry, uniqueTogether = [], checks = {}, zh } = definition.spec
  const live = 'retired_at is null'
  return {
    schema,
    name,
    comment: zh,
    key: ['district', 'id'],
    columns: [
      column('district', 'text'),
      column('id', 'uuid'),
      column('version', 'integer'),
      column('head', 'text'),
      column('createdAt', instantType),
      column('updatedAt', instantType),
      column('retiredAt', instantType, true),
      ...placeColumns(geometry),
      ...fieldColumns(fields),
    ],
    indexes: [
      ...uniqueIndexes(name, fields, live),
      ...uniqueTogether.map((columns) => ({
        name: `${name}_${columns.map(snake).join('_')}_key`.slice(0, 60),
        isUnique: true,
        columns: ['district', ...columns.map(columnName)].join(', '),
        where: live,
      })),
      ...(geometry ? [{ name: `${name}_geom`, isUnique: false, columns: 'geom', method: 'gist' }] : []),
      { name: `${name}_area`, isUnique: false, columns: 'district, area_code' },
    ],
    checks: { ...choiceChecks(fields), ...Object.fromEntries(Object.entries(checks).map(([k, v]) => [k, v.sql])) },
  }
}

const recordTable = (definition: RecordDefinition<Fields>): Table => {
  const [schema, name] = split(definition.id)
  const { fields, geometry, zh, isFast, isLive } = definition.spec
  return {
    schema,
    name,
    comment: isLive ? zh : `append-only: ${zh}`,
    key: isFast ? ['district', 'id', 'at'] : ['district', 'id'],
    partitionBy: isFast ? 'at' : undefined,
    columns: [
      column('district', 'text'),
      column('id', 'uuid'),
      column('at', instantType),
      column('receivedAt', instantType),
      column('byId', 'uuid', true),
      column('byName', 'text'),
      column('corrects', 'uuid', true),
      ...placeColumns(geometry),
      ...fieldColumns(fields),
    ],
    indexes: [
      { name: `${name}_at`, isUnique: false, columns: 'district, at desc' },
      ...(geometry ? [{ name: `${name}_geom`, isUnique: false, columns: 'geom', method: 'gist' }] : []),
    ],
    checks: choiceChecks(fields),
  }
}

const procedureTable = (definition: Procedure<Fields, string>): Table => {
  const [schema, name] = split(definition.id)
  const { fields, statuses, zh, uniqueTogether = [] } = definition.spec
  const finals = Object.entries(statuses as Readonly<Record<string, { kind?: string }>>).filter(([, s]) => s.kind === 'final')
  const open = `status <> all (array[${finals.map(([s]) => `'${s}'`).join(', ')}])`
  return {
    schema,
    name,
    comment: zh,
    key: ['district', 'id'],
    columns: [
      column('district', 'text'),
      column('id', 'uuid'),
      column('number', 'text'),
      column('status', 'text'),
      column('procedureVersion', 'integer'),
      column('version', 'integer'),
      column('head', 'text'),
      column('unitId', 'uuid', true),
      column('dueAt', instantType, true),
      column('parentType', 'text', true),
      column('parentId', 'uuid', true),
      column('clientKey', 'text', true),
      column('createdAt', instantType),
      column('updatedAt', instantType),
      column('closedAt', instantType, true),
      ...placeColumns('Point'),
      ...fieldColumns(fields),
    ],
    indexes: [
      { name: `${name}_number_key`, isUnique: true, columns: 'district, number' },
      { name: `${name}_client_key`, isUnique: true, columns: 'district, client_key' },
      { name: `${name}_created`, isUnique: false, columns: 'district, created_at desc, id desc' },
      { name: `${name}_by_due`, isUnique: false, columns: 'district, due_at', where: open },
      // Open ones of a street or a stage; and two halves of the map, because the few open ones are what maps and boxes ask for.
      {
        name: `${name}_open_place`,
        isUnique: false,
        columns: 'district, status, area_code, due_at',
        where: open,
      },
      { name: `${name}_open_geom`, isUnique: false, columns: 'geom, created_at', method: 'gist', where: 'closed_at is null' },
      {
        name: `${name}_closed_geom`,
        isUnique: false,
        columns: 'geom, created_at',
        method: 'gist',
        where: 'closed_at is not null',
      },
      { name: `${name}_parent`, isUnique: false, columns: 'district, parent_id', where: 'parent_id is not null' },
      ...uniqueIndexes(name, fields, undefined),
      ...uniqueTogether.map((columns) => ({
        name: `${name}_${columns.map(snake).join('_')}_key`.slice(0, 60),
        isUnique: true,
        columns: ['district', ...columns.map(columnName)].join(', '),
      })),
    ],
    checks: choiceChecks(fields),
  }
}

const cache = new WeakMap<Definition, Table>()
export const tableOf = (definition: Definition): Table => {
  const known = cache.get(definition)
  if (known) return known
  const table =
    definition.primitive === 'register'
      ? registerTable(definition)
      : definition.primitive === 'record'
        ? recordTable(definition)
        : procedureTable(definition)
  const names = table.columns.map((c) => c.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice)
    throw new Error(`${definition.id}: every ${definition.primitive} has a column ${twice} already; give the field another name`)
  cache.set(definition, table)
  return table
}
export const tableName = (definition: Definition): string => `${tableOf(definition).schema}."${tableOf(definition).name}"`

/**
 * Everything at or below an area, as a range: codes are digits and a child's begins with its parent's. (`like` would say the same,
 * but PostgreSQL does not trust it behind the border, and reads the whole district.) `bound` are the two parameters' names.
 */
export const areaRange = (areaCode: string): readonly [from: string, before: string] => {
  const before = String(BigInt(`1${areaCode}`) + 1n).slice(1)
  return [areaCode, before]
}

/** A subject within a box (SQL of the envelope): its map is indexed in two halves, open and closed, and both must be named. */
export const subjectInBox = (envelope: string, alias = 'r'): string => {
  const box = `${alias}.geom && ${envelope}`
  return `((${box} and ${alias}.closed_at is null) or (${box} and ${alias}.closed_at is not null))`
}

/** Columns to read: all but geometries, which maps ask for on their own. */
export const readColumns = (definition: Definition, alias = 'r'): string =>
  tableOf(definition)
    .columns.filter((c) => c.sql !== 'geom')
    .map((c) => `${alias}.${c.sql} as "${c.name}"`)
    .join(', ')

/** A database row in the shape of its definition: instants of fields as ISO text, the rest as the driver gives it. */
export const readRow = <T>(definition: Definition, row: Readonly<Record<string, unknown>>): T => {
  const out: Record<string, unknown> = { ...row }
  for (const [name, field] of Object.entries(definition.spec.fields)) {
    const value = out[name]
    if (field.spec.kind === 'instant' && value instanceof Date) out[name] = value.toISOString()
  }
  return out as T
}

const quote = (value: string): string => `'${value.replaceAll("'", "''")}'`
export const columnSql = (c: Column): string =>
  `${c.sql} ${c.type}${c.generated ? ` generated always as (${c.generated}) stored` : ''}${c.isNull ? '' : ' not null'}${c.default ? ` default ${c.default}` : ''}`
export const indexSql = (table: Table, index: Index): string =>
  `create ${index.isUnique ? 'unique ' : ''}index ${index.name} on ${table.schema}."${table.name}"${index.method ? ` using ${index.method}` : ''} (${index.columns})${index.where ? ` where ${index.where}` : ''};`

/** The statements that make a definition's table from nothing. */
export const createTableSql = (definition: Definition): string => {
  const table = tableOf(definition)
  const lines = [
    ...table.columns.map(columnSql),
    `primary key (${table.key.join(', ')})`,
    ...Object.entries(table.checks).map(([name, sql]) => `constraint ${table.name}_${name} check (${sql})`),
  ]
  const partition = table.partitionBy ? ` partition by range (${table.partitionBy})` : ''
  const rest = table.partitionBy
    ? [`create table ${table.schema}."${table.name}_default" partition of ${table.schema}."${table.name}" default;`]
    : []
  return [
    `create table ${table.schema}."${table.name}" (\n  ${lines.join(',\n  ')}\n)${partition};`,
    `comment on table ${table.schema}."${table.name}" is ${quote(table.comment)};`,
    ...rest,
    ...table.indexes.map((index) => indexSql(table, index)),
  ].join('\n')
}
