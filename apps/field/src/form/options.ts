/** What may be picked for a field: codes, rows, people, units, areas, choices. Searched on the device where it is all there. */
import { listRows } from '#kernel/web/api.ts'
import { codeLabel, codeOptions, refHint } from '#kernel/web/codes.ts'
import { useMeta } from '#kernel/web/meta.ts'
import { refName, rememberName, titleOf } from '#kernel/web/names.ts'
import { searchByWords, wantPinyin } from '#kernel/web/pinyin.ts'
import type { FieldMeta } from '#kernel/web/types.ts'

export interface Option {
  readonly value: string
  readonly zh: string
  readonly more: string
}
export interface OptionSource {
  readonly find: (query: string) => Promise<readonly Option[]>
  readonly name: (value: string) => string
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
const rowsOf = (target: string, context: Context): OptionSource => ({
  find: async (query) => {
    const meta = useMeta()
    const definition = meta.definition(target)
    if (!definition) return []
    const hint = refHint(target, context)
    const { rows } = await listRows(target, {
      search: query || undefined,
      filter: Object.keys(hint).length > 0 ? hint : undefined,
      limit: 30,
    })
    return rows.map((row) => {
      const zh = titleOf(definition, row)
      rememberName(target, row.id, zh)
      return {
        value: row.id,
        zh,
        more: definition.primitive === 'procedure' ? String(row[definition.title] ?? '') : meta.areaName(row.areaCode),
      }
    })
  },
  name: (value) => refName(target, value) || '…',
})
export const codeSource = (list: string, context: Context): OptionSource => ({
  ...local(() => codeOptions(list, context).map((o) => ({ value: o.code, zh: o.zh, more: o.group ?? o.code }))),
  name: (value) => codeLabel(list, value, context),
})
export const optionSource = (field: FieldMeta, context: Context): OptionSource | undefined => {
  const meta = useMeta()
  const unitOptions = (): readonly Option[] => (meta.meta?.units ?? []).map((u) => ({ value: u.id, zh: u.name, more: u.kind }))
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
