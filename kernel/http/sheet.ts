/** Sheets: routes that are pages too. Their schemas become the fields of a form and the facts and tables of an answer. */
import { z } from 'zod'
import type { FieldKind, FieldSpec } from '../define/field.ts'
import type { Route } from './route.ts'

export type SheetField = Omit<FieldSpec, 'choices' | 'columns'> & {
  readonly name: string
  readonly choices: readonly { readonly value: string; readonly zh: string }[] | null
  /** A part of one, shown in percent. */
  readonly isRatio?: boolean
  /** The column of the same line that says of which definition the row is. */
  readonly refBy?: string
  readonly isSvg?: boolean
}
export type Shown =
  | { readonly shape: 'value'; readonly field: SheetField }
  | { readonly shape: 'group' | 'table'; readonly name: string; readonly zh: string; readonly of: readonly Shown[] }
  /** Counts by name: one row for each key. */
  | { readonly shape: 'counts'; readonly name: string; readonly zh: string; readonly field: SheetField }
  | { readonly shape: 'texts'; readonly name: string; readonly zh: string; readonly field: SheetField }
export interface SheetMeta {
  /** `enforcement.work-721`: the path without its slashes and colons. */
  readonly key: string
  readonly method: string
  readonly path: string
  readonly zh: string
  readonly permission: string
  readonly menu: string | null
  readonly of: string | null
  readonly with: string
  readonly column: string
  readonly button?: string
  readonly ask: readonly SheetField[]
  readonly show: readonly Shown[]
}
interface Node extends z.GlobalMeta {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Node>>
  readonly additionalProperties?: Node | boolean
  readonly items?: Node
  readonly required?: readonly string[]
  readonly anyOf?: readonly Node[]
  readonly default?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
}
/** What a field of a definition (`grid.key-point.level`) or its `status` is called, in which unit and words. */
export type Words = Pick<Node, 'title' | 'unit' | 'choices'>
export type WordsOf = (like: string) => Words | undefined
const filledAll = (nodes: Node['properties'], wordsOf: WordsOf): Node['properties'] =>
  nodes && Object.fromEntries(Object.entries(nodes).map(([name, node]) => [name, filled(node, wordsOf)]))
/** With the words of the fields that are named by `like`; what the schema says itself goes first. */
const filled = (node: Node, wordsOf: WordsOf): Node => ({
  ...(node.like ? wordsOf(node.like) : undefined),
  ...node,
  ...(node.properties ? { properties: filledAll(node.properties, wordsOf) } : {}),
  ...(node.items ? { items: filled(node.items, wordsOf) } : {}),
  ...(node.anyOf ? { anyOf: node.anyOf.map((n) => filled(n, wordsOf)) } : {}),
})
const nodeOf = (schema: z.ZodType, io: 'input' | 'output'): Node =>
  z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def
      if (type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
      // A number that comes as text of a query is a number to the person who types it.
      if (type === 'number') Object.assign(jsonSchema, { type: jsonSchema.type ?? 'number' })
    },
  }) as Node
/** `T | null` is T that may be missing. */
const bare = (node: Node): Node => {
  const own = node.anyOf?.find((n) => n.type !== 'null')
  return own ? { ...own, ...node, anyOf: undefined } : node
}
const kindOf = (node: Node): FieldKind => {
  if (node.isPhotos) return 'photos'
  if (node.ref || node.refBy) return 'ref'
  if (node.code) return 'code'
  if (node.isArea) return 'area'
  if (node.isUnit) return 'unit'
  if (node.isPerson) return 'person'
  if (node.enum || node.choices) return 'choice'
  const type = Array.isArray(node.type) ? node.type[0] : node.type
  if (type === 'boolean') return 'flag'
  if (node.unit === 'fen') return 'integer'
  if (type === 'number' || type === 'integer') return node.unit === 'ratio' ? 'number' : (type as 'number' | 'integer')
  if (node.format === 'date') return 'date'
  if (node.format === 'date-time') return 'instant'
  return node.isLong ? 'longText' : 'text'
}
const fieldOf = (name: string, given: Node, isOptional: boolean): SheetField => {
  const node = bare(given)
  const choices = node.choices ? Object.entries(node.choices) : (node.enum ?? []).map((v) => [String(v), String(v)] as const)
  return {
    name,
    zh: node.title ?? name,
    kind: kindOf(node),
    isOptional,
    isUnique: false,
    isSearchable: false,
    choices: choices.length > 0 ? choices.map(([value, zh]) => ({ value, zh })) : null,
    target: node.ref ?? node.code,
    unit: node.unit === 'fen' ? '分' : node.unit === 'ratio' ? '%' : node.unit,
    isMoney: node.unit === 'fen' || undefined,
    isRatio: node.unit === 'ratio' || undefined,
    refBy: node.refBy,
    isSvg: node.isSvg,
    decimals: node.decimals,
    min: node.minimum,
    max: node.maximum,
    maxLength: node.maxLength,
    help: node.help,
    isWide: node.isLong,
  }
}
const shownOf = (name: string, given: Node): readonly Shown[] => {
  const node = bare(given)
  if (!node.title) return []
  const zh = node.title
  if (node.isPhotos) return [{ shape: 'value', field: fieldOf(name, node, true) }]
  const items = node.items ? bare(node.items) : undefined
  if (items?.properties) return [{ shape: 'table', name, zh, of: shownIn(items) }]
  if (items) return [{ shape: 'texts', name, zh, field: fieldOf(name, { ...items, title: zh }, true) }]
  if (node.properties) return [{ shape: 'group', name, zh, of: shownIn(node) }]
  if (typeof node.additionalProperties === 'object')
    return [
      {
        shape: 'counts',
        name,
        zh,
        field: fieldOf(name, { ...node.additionalProperties, title: zh, unit: node.unit, choices: node.choices }, true),
      },
    ]
  return [{ shape: 'value', field: fieldOf(name, node, true) }]
}
const shownIn = (node: Node): readonly Shown[] =>
  Object.entries(node.properties ?? {}).flatMap(([name, child]) => shownOf(name, child))

/** What is asked; the parts of an object are asked one by one, `values.name`. */
const askedIn = (node: Node, before = ''): readonly SheetField[] => {
  const required = new Set(node.required)
  return Object.entries(node.properties ?? {}).flatMap(([name, given]) => {
    const child = bare(given)
    if (child.title === undefined) return []
    return child.properties ? askedIn(child, `${before}${name}.`) : [fieldOf(before + name, child, !required.has(name))]
  })
}
/** The page of a route that is one. */
export const sheetOf = (route: Route, wordsOf: WordsOf = () => undefined): SheetMeta | undefined => {
  const { sheet, method, path, zh, permission } = route
  if (!sheet) return undefined
  return {
    key: path.slice(1).replaceAll('/', '.').replaceAll(':', ''),
    method,
    path,
    zh,
    permission,
    menu: sheet.menu ?? null,
    of: sheet.of ?? null,
    with: sheet.with ?? 'id',
    column: sheet.column ?? 'id',
    button: sheet.button,
    ask: askedIn(filled(nodeOf(route.input, 'input'), wordsOf)),
    show: shownIn(filled(nodeOf(route.output, 'output'), wordsOf)),
  }
}
