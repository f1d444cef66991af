/** What an aggregate says, as SQL over the source's row `r`: the one condition that values, cells and drill-down share. */
import type { Aggregate } from '../define/indicator.ts'
import { areaRange, type Definition, tableOf } from '../define/table.ts'
import { reject } from '../errors.ts'
import type { Kernel } from '../kernel.ts'

export type Bind = (value: unknown) => string
export const binder =
  (params: unknown[]): Bind =>
  (value) =>
    `$${params.push(value)}`

export const sourceOf = (kernel: Pick<Kernel, 'definition'>, aggregate: Aggregate): Definition =>
  kernel.definition(aggregate.source) ?? reject('kernel.not-found', { what: aggregate.source })

interface Column {
  readonly sql: string
  readonly type: string
}
export const columnOf = (definition: Definition, name: string): Column => {
  const found = tableOf(definition).columns.find((c) => c.name === name)
  if (!found) throw new Error(`${definition.id} has no column ${name}`)
  return { sql: `r.${found.sql}`, type: found.type }
}
const oneCondition = ({ sql, type }: Column, value: unknown, bind: Bind): string => {
  if (value === null) return `${sql} is null`
  if (Array.isArray(value)) return `${sql} = any(${bind(value)}::${type}[])`
  if (typeof value === 'object') {
    if ('not' in value)
      return value.not === null
        ? `${sql} is not null`
        : `(${sql} = any(${bind(Array.isArray(value.not) ? value.not : [value.not])}::${type}[])) is not true`
    if ('atLeast' in value) return `${sql} >= ${bind(value.atLeast)}::${type}`
    if ('below' in value) return `${sql} < ${bind(value.below)}::${type}`
  }
  return `${sql} = ${bind(value)}::${type}`
}

/** Which rows belong, whatever the period and the area. `now()` in a condition is the platform's moment. */
export const memberSql = (kernel: Pick<Kernel, 'definition'>, aggregate: Aggregate, now: Date, bind: Bind): string => {
  const definition = sourceOf(kernel, aggregate)
  const parts = Object.entries(aggregate.where).map(([name, value]) => oneCondition(columnOf(definition, name), value, bind))
  if (aggregate.and)
    parts.push(
      `(${aggregate.and.includes('now()') ? aggregate.and.replaceAll('now()', `${bind(now)}::timestamptz`) : aggregate.and})`,
    )
  if (definition.primitive === 'register') parts.push('r.retired_at is null')
  if (aggregate.at) parts.push(`${columnOf(definition, aggregate.at).sql} is not null`)
  return parts.length > 0 ? parts.join(' and ') : 'true'
}
/** What is added up or averaged: a column, or the hours between two instants. */
export const measureSql = (kernel: Pick<Kernel, 'definition'>, aggregate: Aggregate): string | undefined => {
  const definition = sourceOf(kernel, aggregate)
  if (aggregate.hours) {
    const { from, to } = aggregate.hours
    return `(extract(epoch from ${columnOf(definition, to).sql} - ${columnOf(definition, from).sql}) / 3600)`
  }
  return aggregate.field ? columnOf(definition, aggregate.field).sql : undefined
}
export const areaSql = (areaCode: string, column: string, bind: Bind): string => {
  const [from, before] = areaRange(areaCode)
  return `${column} >= ${bind(from)} and ${column} < ${bind(before)}`
}
