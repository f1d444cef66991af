/** Names of referenced rows, asked for in bunches. */
import { reactive } from 'vue'
import { listRows } from './api.ts'
import { codeLabel } from './codes.ts'
import { useMeta } from './meta.ts'
import type { DefinitionMeta, Row } from './types.ts'

const known = reactive(new Map<string, string>())
const wanted = new Map<string, Set<string>>()
let isScheduled = false
const bunch = 200

/** What a row is called, in words, where its title is a choice or a code. */
export const titleText = (definition: DefinitionMeta | undefined, row: Readonly<Record<string, unknown>>): string => {
  const field = definition?.fields.find((f) => f.name === definition.title)
  const value = field ? row[field.name] : undefined
  if (!field || value === null || value === undefined) return ''
  if (field.kind === 'choice') return field.choices?.find((c) => c.value === value)?.zh ?? String(value)
  return field.kind === 'code' ? codeLabel(field.target ?? '', String(value), row) : String(value)
}
/** The number of a subject; what other rows are called. */
export const titleOf = (definition: DefinitionMeta | undefined, row: Row): string => {
  const number = typeof row.number === 'string' ? row.number : ''
  return number || titleText(definition, row) || row.id.slice(0, 8)
}
const fetchNames = async (target: string, ids: readonly string[]): Promise<void> => {
  const definition = useMeta().definition(target)
  if (!definition) return
  const { rows } = await listRows(target, { filter: { id: ids }, limit: ids.length })
  for (const row of rows) known.set(`${target} ${row.id}`, titleOf(definition, row))
}
const flush = (): void => {
  isScheduled = false
  for (const [target, ids] of wanted) {
    const all = [...ids]
    for (let i = 0; i < all.length; i += bunch) fetchNames(target, all.slice(i, i + bunch)).catch(() => undefined)
  }
  wanted.clear()
}
/** The name of a row, empty until it is known. */
export const refName = (target: string, id: string): string => {
  const key = `${target} ${id}`
  const name = known.get(key)
  if (name !== undefined) return name
  known.set(key, '')
  const ids = wanted.get(target) ?? new Set<string>()
  ids.add(id)
  wanted.set(target, ids)
  if (!isScheduled) {
    isScheduled = true
    setTimeout(flush, 20)
  }
  return ''
}
export const rememberName = (target: string, id: string, name: string): void => {
  known.set(`${target} ${id}`, name)
}
