/** What may be picked for a field: codes, rows, people, units, areas, choices. Searched on the device where it is all there. */
import { listRows } from '#kernel/web/api.ts'
import { codeLabel, codeOptions, refHint } from '#kernel/web/codes.ts'
import { amongOf } from '#kernel/web/form/validate.ts'
import { useMeta } from '#kernel/web/meta.ts'
import { refName, rememberName, titleOf, titleText } from '#kernel/web/names.ts'
import { searchByWords, wantPinyin } from '#kernel/web/pinyin.ts'
import type { DefinitionMeta, FieldMeta, Row } from '#kernel/web/types.ts'
import { isOffline } from '../store/kept.ts'
import { findKeptRows } from './kept-rows.ts'

export interface Option {
  readonly value: string
  readonly zh: string
  readonly more: string
}
export interface OptionSource {
  readonly find: (query: string) => Promise<readonly Option[]>
  readonly name: (value: string) => string
  /** Where what is missing may be entered on the spot. */
  readonly adds?: DefinitionMeta
}
type Context = Readonly<Record<string, unknown>>
const shownLimit = 60
const local = (options: () => readonly Option[]): OptionSource => ({
  find: async (query) => {
    wantPinyin()
    return searchByWords(options(), query, (o) => [o.zh, o.value, o.more], shownLimit)
  },
  name: (value) => options().find((o) => o.value === value)?.zh ?? value,
})
/** As the server would: what fits the rest of the form and has the words. */
const searchKept = async (definition: DefinitionMeta, hint: Context, query: string): Promise<readonly Row[]> => {
  const fitting = (await findKeptRows(definition.id)).filter((row) => Object.entries(hint).every(([k, v]) => row[k] === v))
  const searched = definition.fields.filter((f) => f.isSearchable).map((f) => f.name)
  return searchByWords(
    fitting,
    query,
    (row) => [titleOf(definition, row), ...searched.map((n) => String(row[n] ?? ''))],
    shownLimit,
  )
}
const findRows = async (definition: DefinitionMeta, hint: Context, query: string): Promise<readonly Row[]> => {
  try {
    const filter = Object.keys(hint).length > 0 ? hint : undefined
    return (await listRows(definition.id, { search: query || undefined, filter, limit: 30 })).rows
  } catch (error) {
    if (!isOffline(error)) throw error
    return searchKept(definition, hint, query)
  }
}
const addable = (target: string): DefinitionMeta | undefined => {
  const definition = useMeta().definition(target)
  return definition?.primitive === 'register' && definition.mayWrite && !definition.geometry ? definition : undefined
}
const rowsOf = (target: string, context: Context): OptionSource => ({
  find: async (query) => {
    const meta = useMeta()
    const definition = meta.definition(target)
    if (!definition) return []
    return (await findRows(definition, refHint(target, context), query)).map((row) => {
      const zh = titleOf(definition, row)
      rememberName(target, row.id, zh)
      return {
        value: row.id,
        zh,
        more: definition.primitive === 'procedure' ? titleText(definition, row) : meta.areaName(row.areaCode),
      }
    })
  },
  adds: addable(target),
  name: (value) => refName(target, value) || '…',
})
export const codeSource = (list: string, context: Context): OptionSource => ({
  ...local(() =>
    codeOptions(list, context).map((o) => ({ value: o.code, zh: o.zh, more: o.group ? `${o.code} · ${o.group}` : o.code })),
  ),
  name: (value) => codeLabel(list, value, context),
})
export const optionSource = (field: FieldMeta, context: Context): OptionSource | undefined => {
  const meta = useMeta()
  const unitOptions = (): readonly Option[] => (meta.meta?.units ?? []).map((u) => ({ value: u.id, zh: u.name, more: u.kind }))
  if (field.among) return local(() => amongOf(field, context).map((name) => ({ value: name, zh: name, more: '' })))
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return local(() => (field.choices ?? []).map((c) => ({ value: c.value, zh: c.zh, more: '' })))
    case 'code':
      return codeSource(field.target ?? '', context)
    case 'ref':
      return rowsOf(field.target ?? '', context)
    case 'person':
      return local(() =>
        (meta.meta?.people ?? []).map((p) => ({ value: p.id, zh: p.name, more: meta.units.get(p.unitId ?? '') ?? '' })),
      )
    case 'unit':
      return local(unitOptions)
    case 'area':
      return local(() => (meta.meta?.areas ?? []).map((a) => ({ value: a.code, zh: a.name, more: meta.areaName(a.code) })))
    case 'json':
      return field.isList && /units?$/i.test(field.name) ? local(unitOptions) : undefined
    default:
      return undefined
  }
}
