/**
 * Finished histories of the platform's own definitions (案件、处罚、许可 …) from rows of facts: general by definition id. What a row does
 * not say is filled by the kind of column: 是否 no, numbers 0, lists empty, dates the day itself, a choice its first item, a reference an
 * entry named “(历史数据)”. Each subject has one journal entry, 导入, at its own day.
 */
import type { Transaction } from 'kysely'
import { type ChangeSet, type Definition, type Field, isFinal, type Kernel, raw, systemActor, tableName, tableOf } from '#kernel'
import { titleField } from '#kernel/define/register.ts'
import { newId } from '#kernel/id.ts'
import { chain, genesis } from '#kernel/journal/chain.ts'

type Row = Record<string, unknown>
export interface Scope {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly district: string
  readonly refs: Map<string, string>
  readonly units: (name: string) => Promise<string>
  /** People by name; who is not there is entered as somebody who can no longer sign in. */
  readonly people: (name: string) => Promise<string>
  serial: number
}
/** One drawn row: its day, and what was said about it by field (key or Chinese label). */
export interface Past {
  readonly day: string
  readonly values: readonly (readonly [string, string])[]
  readonly areaCode: string | null
}
/** A mistake in what a fact says of a definition: told with the fact's line by whoever reads it. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError'
}
const unknownText = '(历史数据)'
const localTime = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00+08:00`

const pick = (choices: Readonly<Record<string, string>>, value: string, label: string): string => {
  const key = value in choices ? value : Object.keys(choices).find((k) => choices[k] === value)
  if (key === undefined) throw new HistoryError(`“${label}”没有“${value}”;可用的是 ${Object.values(choices).join('、')}`)
  return key
}
const numberOf = (value: string, label: string): number => {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new HistoryError(`“${label}”的“${value}”应为数字`)
  return Number(value)
}
const findByTitle = async (scope: Scope, target: Definition, name: string): Promise<string | undefined> => {
  const column =
    target.primitive === 'procedure' ? 'number' : tableOf(target).columns.find((c) => c.name === titleField(target))?.sql
  const { rows } = await raw<{ id: string }>(
    scope.tx,
    `select id from ${tableName(target)} where district = $1 and ${column ?? 'id'}::text = $2 order by id desc limit 1`,
    [scope.district, name],
  )
  return rows[0]?.id
}
const refTo = async (scope: Scope, target: string, name: string): Promise<string> => {
  const key = `${target} ${name}`
  const known = scope.refs.get(key)
  if (known) return known
  const definition = scope.kernel.definition(target)
  if (!definition) throw new HistoryError(`平台没有“${target}”`)
  const found = await findByTitle(scope, definition, name)
  if (found) {
    scope.refs.set(key, found)
    return found
  }
  const title = definition.primitive === 'procedure' ? undefined : titleField(definition)
  const set = await historyOf(scope, definition, {
    day: '2000-01-01',
    values: title ? [[title, name]] : [],
    areaCode: null,
  })
  const { writeChanges } = await import('#kernel')
  await writeChanges(scope.tx, [set])
  const id = String(set.insert?.row.id)
  scope.refs.set(key, id)
  return id
}
const given = async (scope: Scope, field: Field<unknown>, value: string, day: string): Promise<unknown> => {
  const { kind, zh, choices, isMoney, target, isList } = field.spec
  if (kind === 'choice') return pick(choices ?? {}, value, zh)
  if (kind === 'choices') return value.split('|').map((v) => pick(choices ?? {}, v, zh))
  if (kind === 'flag') return value === '是' || value === 'true'
  if (kind === 'integer') return isMoney ? Math.round(numberOf(value, zh) * 100) : Math.round(numberOf(value, zh))
  if (kind === 'number') return numberOf(value, zh)
  if (kind === 'date') return value
  if (kind === 'instant') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? localTime(value, 10) : value
  if (kind === 'unit') return scope.units(value)
  if (kind === 'person') return scope.people(value)
  if (kind === 'ref') return refTo(scope, target ?? '', value)
  if (kind === 'json' && isList) return value.split('|')
  if (kind === 'photos' || kind === 'files' || kind === 'limit' || kind === 'json')
    throw new HistoryError(`“${zh}”不能从事实文件装入`)
  return value.replaceAll('{on}', day)
}
const unsaid = async (scope: Scope, field: Field<unknown>, past: Past, isPartOfKey: boolean): Promise<unknown> => {
  const { kind, isOptional, isUnique, choices, min, target, isList } = field.spec
  if (isOptional) return null
  if (kind === 'flag') return false
  if (kind === 'integer' || kind === 'number') return min ?? 0
  if (kind === 'date') return past.day
  if (kind === 'instant') return localTime(past.day, 9)
  if (kind === 'choice') return Object.keys(choices ?? {})[0]
  if (kind === 'choices' || kind === 'photos' || kind === 'files') return []
  if (kind === 'json') return isList ? [] : {}
  if (kind === 'limit') return { value: 1, unit: 'natural_day' }
  if (kind === 'area') return past.areaCode ?? scope.district
  if (kind === 'unit') return scope.units('未载明单位')
  if (kind === 'ref') return refTo(scope, target ?? '', unknownText)
  if (kind === 'person') return scope.people(unknownText)
  return isUnique || isPartOfKey ? `历史${scope.serial}` : unknownText
}
const statusOf = (definition: Extract<Definition, { primitive: 'procedure' }>, written: string | undefined): string => {
  const { statuses } = definition.spec
  const names = Object.fromEntries(Object.entries(statuses).map(([k, s]) => [k, s.zh]))
  if (written) return pick(names, written, '状态')
  return Object.keys(statuses).find((s) => isFinal(definition, s)) ?? Object.keys(statuses)[0] ?? ''
}
const baseOf = (scope: Scope, definition: Definition, past: Past, said: ReadonlyMap<string, string>): Row => {
  const at = new Date(localTime(past.day, 9))
  const base = { district: scope.district, id: newId(at), lon: null, lat: null, areaCode: past.areaCode ?? scope.district }
  if (definition.primitive === 'record') return { ...base, at, receivedAt: at, byId: null, byName: '历史数据', corrects: null }
  const kept = { ...base, version: 1, createdAt: at, updatedAt: at }
  if (definition.primitive === 'register') return { ...kept, retiredAt: null }
  const status = statusOf(definition, said.get('状态') ?? said.get('status'))
  const ended = said.get('closedAt') ?? said.get('办结日期')
  return {
    ...kept,
    number: `${definition.spec.numbering.prefix}${scope.district}${past.day.slice(0, 4)}L${String(scope.serial).padStart(6, '0')}`,
    status,
    procedureVersion: definition.spec.version ?? 1,
    unitId: null,
    dueAt: null,
    parentType: null,
    parentId: null,
    clientKey: null,
    closedAt: isFinal(definition, status) ? new Date(localTime(ended ?? past.day, 17)) : null,
  }
}
const notJournaled: ReadonlySet<string> = new Set(['version', 'head', 'updatedAt', 'clientKey'])
const ofBase: ReadonlySet<string> = new Set(['状态', 'status', 'closedAt', '办结日期'])

/** The change set of one finished history. @throws HistoryError where the fact says what the definition does not know. */
export const historyOf = async (scope: Scope, definition: Definition, past: Past): Promise<ChangeSet> => {
  scope.serial += 1
  const { fields } = definition.spec
  const said = new Map(past.values)
  const base = baseOf(scope, definition, past, said)
  const values: Row = {}
  const keys = new Set('uniqueTogether' in definition.spec ? definition.spec.uniqueTogether?.flat() : [])
  const labels = new Map(Object.entries(fields).map(([key, f]) => [f.spec.zh, key]))
  for (const name of said.keys())
    if (!ofBase.has(name) && !(name in fields) && !labels.has(name))
      throw new HistoryError(
        `“${definition.spec.zh}”没有“${name}”这一栏;可用的有 ${[...labels.keys()].slice(0, 12).join('、')} …`,
      )
  for (const [key, field] of Object.entries(fields)) {
    const value = said.get(key) ?? said.get(field.spec.zh)
    values[key] =
      value === undefined || value === ''
        ? await unsaid(scope, field, past, keys.has(key))
        : await given(scope, field, value, past.day)
  }
  const row = { ...values, ...base }
  const entry = chain({
    district: scope.district,
    subjectType: definition.id,
    subjectId: String(base.id),
    seq: 1,
    at: new Date(localTime(past.day, 9)),
    actor: { ...systemActor, name: '历史数据装入' },
    action: 'import',
    changes: Object.fromEntries(Object.entries(row).filter(([key, v]) => v !== null && !notJournaled.has(key))),
    detail: {},
    prevHash: genesis(scope.district, definition.id, String(base.id)),
  })
  return { insert: { definition, row: { ...row, head: entry.hash } }, journal: entry }
}
