/** The query options of a request and of each `$expand` within it. */
import { wrong } from './filter.ts'

export interface Options {
  readonly top: number
  readonly skip: number
  readonly isCounted: boolean
  readonly orderBy?: string
  readonly filter?: string
  readonly select?: readonly string[]
  readonly expand: readonly Expand[]
}
export interface Expand {
  readonly name: string
  readonly options: Options
}
export const mostRows = 1000
const defaultRows = 100
/** Splits at a mark outside parentheses and quotes. */
const split = (text: string, mark: string): readonly string[] => {
  const parts: string[] = []
  let [depth, begins, isQuoted] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const c = text[i]
    if (c === "'") isQuoted = !isQuoted
    if (isQuoted) continue
    if (c === '(') depth++
    if (c === ')') depth--
    if (c === mark && depth === 0) {
      parts.push(text.slice(begins, i))
      begins = i + 1
    }
  }
  if (depth !== 0 || isQuoted) wrong('括号或引号没有配对')
  return [...parts, text.slice(begins)].map((p) => p.trim()).filter((p) => p !== '')
}
const expandOf = (text: string, depth: number): Expand => {
  const [, path = '', inner] = /^([A-Za-z/]+)(?:\((.*)\))?$/s.exec(text) ?? wrong(`$expand 读不懂“${text}”`)
  const [name = '', ...rest] = path.split('/')
  const pairs = Object.fromEntries(
    split(inner ?? '', ';').map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1)]),
  )
  // `Datastreams/Observations` is short for an expansion within an expansion.
  const given = rest.length > 0 ? { ...pairs, $expand: `${rest.join('/')}${inner ? `(${inner})` : ''}` } : pairs
  return { name, options: optionsOf(rest.length > 0 ? { $expand: given.$expand ?? '' } : given, depth + 1) }
}
const whole = (given: Readonly<Record<string, string>>, name: string, otherwise: number): number => {
  const n = Number(given[name] ?? otherwise)
  return Number.isInteger(n) && n >= 0 ? n : wrong(`${name} 应为不小于0的整数`)
}
const known = new Set(['$top', '$skip', '$count', '$orderby', '$filter', '$select', '$expand', '$resultFormat'])
export const optionsOf = (given: Readonly<Record<string, string>>, depth = 0): Options => {
  const unknown = Object.keys(given).find((name) => !known.has(name))
  if (unknown) wrong(`不支持“${unknown}”;可用 ${[...known].join('、')}`)
  if (given.$resultFormat !== undefined) wrong('只提供默认的结果格式')
  if (depth > 3) wrong('$expand 最多三层')
  if (given.$count !== undefined && given.$count !== 'true' && given.$count !== 'false') wrong('$count 应为 true 或 false')
  return {
    top: Math.min(whole(given, '$top', defaultRows), mostRows),
    skip: whole(given, '$skip', 0),
    isCounted: given.$count === 'true',
    orderBy: given.$orderby,
    filter: given.$filter,
    select: given.$select === undefined ? undefined : split(given.$select, ','),
    expand: split(given.$expand ?? '', ',').map((text) => expandOf(text, depth)),
  }
}
