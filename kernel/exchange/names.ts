/** Names ↔ ids of what cells point at: units, people, rows of registers and procedures, codes. Asked for in sets, never one by one. */
import type { Transaction } from 'kysely'
import { raw } from '../db/index.ts'
import { codeColumn, type FieldSpec } from '../define/field.ts'
import { titleField } from '../define/register.ts'
import { type Definition, tableName, tableOf } from '../define/table.ts'
import type { Kernel } from '../kernel.ts'
import type { NameBook, TitleOf } from './cell.ts'

interface Named {
  readonly id: string
  readonly name: string
}
type Lists = ReadonlyMap<string, readonly Named[]>
const listName = (spec: FieldSpec): string =>
  spec.kind === 'ref' || spec.kind === 'code' ? `${spec.kind}:${spec.target ?? ''}` : spec.kind
export const isNamed = (spec: FieldSpec): boolean =>
  spec.kind === 'ref' || spec.kind === 'code' || spec.kind === 'unit' || spec.kind === 'person'

/** What a row is called: a procedure by its number, a register by its title. */
const titleColumn = (definition: Definition): string => {
  if (definition.primitive === 'procedure') return 'number'
  const name = titleField(definition)
  return tableOf(definition).columns.find((column) => column.name === name)?.sql ?? 'id'
}
const named = async (tx: Transaction<unknown>, sql: string, values: readonly string[]): Promise<readonly Named[]> =>
  (await raw<Named>(tx, sql, [values])).rows

/** The register and column that a code list is taken from, where it is not one of the kernel's. */
const registerBehind = (
  kernel: Kernel,
  spec: FieldSpec,
): { readonly definition: Definition; readonly column: string } | undefined => {
  const behind = codeColumn(spec.target ?? '')
  const definition = behind && kernel.definition(behind.register)
  const column = definition && tableOf(definition).columns.find((c) => c.name === behind.column)?.sql
  return column ? { definition, column } : undefined
}
const byName = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  spec: FieldSpec,
  names: readonly string[],
): Promise<readonly Named[]> => {
  if (spec.kind === 'unit')
    return named(tx, 'select id, name from kernel.unit where name = any($1::text[]) and retired_at is null', names)
  if (spec.kind === 'person')
    return named(
      tx,
      'select id, v.name from kernel.person n, lateral (values (n.name), (n.login)) v(name) where v.name = any($1::text[]) and not n.is_disabled',
      names,
    )
  if (spec.kind === 'code') {
    const behind = registerBehind(kernel, spec)
    if (behind)
      return named(
        tx,
        `select distinct ${behind.column} as id, v.name from ${tableName(behind.definition)} r, lateral (values (${behind.column}), (${titleColumn(behind.definition)})) v(name)
         where v.name = any($1::text[]) and retired_at is null`,
        names,
      )
    const { rows } = await raw<Named>(
      tx,
      'select distinct code as id, v.name from kernel.code c, lateral (values (c.code), (c.zh)) v(name) where c.list = $2 and v.name = any($1::text[])',
      [names, spec.target ?? ''],
    )
    return rows
  }
  const target = kernel.definition(spec.target ?? '')
  if (!target) return []
  const column = titleColumn(target)
  const live = target.primitive === 'register' ? ' and retired_at is null' : ''
  return named(
    tx,
    `select id, ${column}::text as name from ${tableName(target)} where ${column}::text = any($1::text[])${live}`,
    names,
  )
}
const byId = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  spec: FieldSpec,
  ids: readonly string[],
): Promise<readonly Named[]> => {
  if (spec.kind === 'unit') return named(tx, 'select id, name from kernel.unit where id = any($1::uuid[])', ids)
  if (spec.kind === 'person') return named(tx, 'select id, name from kernel.person where id = any($1::uuid[])', ids)
  const target = kernel.definition(spec.target ?? '')
  return target
    ? named(tx, `select id, ${titleColumn(target)}::text as name from ${tableName(target)} where id = any($1::uuid[])`, ids)
    : []
}

/** A book of every name that occurs in the given columns. */
export const loadNameBook = async (
  tx: Transaction<unknown>,
  kernel: Kernel,
  wanted: readonly { readonly spec: FieldSpec; readonly names: ReadonlySet<string> }[],
): Promise<NameBook> => {
  const lists = new Map<string, readonly Named[]>()
  for (const { spec, names } of wanted) {
    const key = listName(spec)
    if (names.size > 0) lists.set(key, [...(lists.get(key) ?? []), ...(await byName(tx, kernel, spec, [...names]))])
  }
  const ids = indexBy(lists)
  return {
    find: (spec, name) => {
      const found = ids.get(`${listName(spec)} ${name}`)
      return found === undefined ? undefined : found.size === 1 ? [...found][0] : null
    },
  }
}
const indexBy = (lists: Lists): ReadonlyMap<string, ReadonlySet<string>> => {
  const index = new Map<string, Set<string>>()
  for (const [list, entries] of lists)
    for (const { id, name } of entries) {
      const key = `${list} ${name}`
      index.set(key, (index.get(key) ?? new Set()).add(id))
    }
  return index
}

export interface Titles {
  readonly titleOf: TitleOf
  /** Asks for the names of everything these rows point at and that is not known yet. */
  readonly learn: (
    tx: Transaction<unknown>,
    specs: Readonly<Record<string, FieldSpec>>,
    rows: readonly Readonly<Record<string, unknown>>[],
  ) => Promise<void>
}
/** Names of what the rows of an export point at, remembered from batch to batch. */
export const createTitles = (kernel: Kernel): Titles => {
  const known = new Map<string, string>()
  return {
    titleOf: (spec, id) => known.get(`${listName(spec)} ${id}`),
    learn: async (tx, specs, rows) => {
      for (const [key, spec] of Object.entries(specs)) {
        if (!isNamed(spec) || spec.kind === 'code') continue
        const list = listName(spec)
        const ids = new Set(
          rows.map((row) => row[key]).filter((id): id is string => typeof id === 'string' && !known.has(`${list} ${id}`)),
        )
        if (ids.size === 0) continue
        for (const { id, name } of await byId(tx, kernel, spec, [...ids])) known.set(`${list} ${id}`, name)
      }
    },
  }
}
