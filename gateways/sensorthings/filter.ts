/** `$filter`: comparisons, and/or/not, parentheses and four text functions, made into SQL with bound values. */
import { reject } from '#kernel'
import type { EntitySet, PropertyType } from './model.ts'

export const wrong = (detail: string): never => reject('kernel.invalid', { detail })
export type Bind = (value: unknown) => string
export interface Expression {
  readonly sql: string
  readonly type: PropertyType | 'truth'
}
const tokenShape =
  /\s*(?:(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d))|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|'((?:[^']|'')*)'|([A-Za-z@][\w@.]*(?:\/[A-Za-z@][\w@.]*)*)|([(),]))/y
interface Token {
  readonly kind: 'time' | 'number' | 'text' | 'word' | 'mark'
  readonly text: string
}
const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  const shape = new RegExp(tokenShape)
  while (shape.lastIndex < text.trimEnd().length) {
    const at = shape.lastIndex
    const found = shape.exec(text)
    if (!found) return wrong(`$filter 从“${text.slice(at, at + 20)}”起读不懂`)
    const [, time, number, quoted, word, mark] = found
    if (time !== undefined) tokens.push({ kind: 'time', text: time })
    else if (number !== undefined) tokens.push({ kind: 'number', text: number })
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replaceAll("''", "'") })
    else tokens.push(word === undefined ? { kind: 'mark', text: mark ?? '' } : { kind: 'word', text: word })
  }
  return tokens
}
/** The column of a property, `properties/number` inside JSON, or the id of what it belongs to. */
export const columnOf = (set: EntitySet, path: string): Expression => {
  const [first = '', ...rest] = path.split('/')
  if (path === 'id' || path === '@iot.id') return { sql: 'r.id', type: 'text' }
  const navigation = set.navigation[first]
  if (navigation && !navigation.isMany && /^(@iot\.)?id$/.test(rest.join('/')))
    return { sql: navigation.by.map((key) => `r.${key}::text`).join(` || ':' || `), type: 'text' }
  const type = set.properties[first]
  if (!type || (type !== 'json' && rest.length > 0)) return wrong(`${set.name} 没有属性“${path}”`)
  if (type !== 'json') return { sql: `r."${first}"`, type }
  return { sql: `(r."${first}" #>> '{${rest.join(',').replace(/[^\w,]/g, '')}}')`, type: 'text' }
}
const comparisons: Readonly<Record<string, string>> = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' }
const functions = ['substringof', 'startswith', 'endswith', 'contains'] as const
const isFunction = (word: string): word is (typeof functions)[number] => (functions as readonly string[]).includes(word)
const casts: Readonly<Record<string, string>> = { number: '::float8', time: '::timestamptz', text: '::text' }

/** @returns SQL over the row `r` */
export const filterSql = (set: EntitySet, text: string, bind: Bind): string => {
  const tokens = tokensOf(text)
  let at = 0
  let depth = 0
  const isNext = (word: string): boolean =>
    tokens[at]?.text === word && (tokens[at]?.kind === 'word' || tokens[at]?.kind === 'mark')
  const expect = (mark: string): void => {
    if (!isNext(mark)) wrong(`$filter 缺“${mark}”`)
    at++
  }
  const value = (): Expression => {
    const token = tokens[at++] ?? wrong('$filter 没有写完')
    if (token.kind === 'mark') return wrong(`$filter 在“${token.text}”处读不懂`)
    if (token.kind === 'word') return columnOf(set, token.text)
    const given = token.kind === 'number' ? Number(token.text) : token.kind === 'time' ? new Date(token.text) : token.text
    if (given instanceof Date && Number.isNaN(given.getTime())) wrong(`时间“${token.text}”读不懂`)
    return { sql: `${bind(given)}${casts[token.kind]}`, type: token.kind }
  }
  const call = (name: (typeof functions)[number]): string => {
    at++
    expect('(')
    const first = value()
    expect(',')
    const second = value()
    expect(')')
    if (first.type !== 'text' || second.type !== 'text') wrong(`${name} 的两个参数都应为文字`)
    const [whole, part] = name === 'substringof' ? [second.sql, first.sql] : [first.sql, second.sql]
    if (name === 'startswith') return `starts_with(${whole}, ${part})`
    return name === 'endswith' ? `right(${whole}, length(${part})) = ${part}` : `position(${part} in ${whole}) > 0`
  }
  const comparison = (): string => {
    const left = value()
    const operator = comparisons[tokens[at]?.text ?? ''] ?? wrong(`$filter 应有 ${Object.keys(comparisons).join('、')} 之一`)
    at++
    const right = value()
    if (left.type !== right.type) wrong('$filter 两边不是同一种值(文字用单引号,时间带时区)')
    return `${left.sql} ${operator} ${right.sql}`
  }
  const term = (): string => {
    if (++depth > 50) wrong('$filter 太深')
    if (isNext('not')) {
      at++
      return `not (${term()})`
    }
    if (isNext('(')) {
      at++
      const inner = either()
      expect(')')
      return `(${inner})`
    }
    const word = tokens[at]?.kind === 'word' ? tokens[at]?.text : undefined
    return word && isFunction(word) ? call(word) : comparison()
  }
  const both = (): string => {
    const parts = [term()]
    while (isNext('and')) {
      at++
      parts.push(term())
    }
    return parts.join(' and ')
  }
  const either = (): string => {
    const parts = [both()]
    while (isNext('or')) {
      at++
      parts.push(both())
    }
    return parts.length > 1 ? `(${parts.map((p) => `(${p})`).join(' or ')})` : (parts[0] ?? 'true')
  }
  const sql = either()
  if (at < tokens.length) wrong(`$filter 在“${tokens[at]?.text}”处读不懂`)
  return sql
}
