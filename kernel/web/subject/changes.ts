/** What an entry of the journal changed: old → new, entry by entry. */
import { t } from '../i18n/index.ts'
import type { DefinitionMeta, FieldMeta, TimelineEntry } from '../types.ts'

export interface ChangeLine {
  readonly field: FieldMeta
  readonly before: unknown
  readonly after: unknown
}
export interface HistoryEntry {
  readonly entry: TimelineEntry
  readonly lines: readonly ChangeLine[]
}
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const base = { isOptional: true, isUnique: false, isSearchable: false, choices: null } as const
const system = (definition: DefinitionMeta): readonly FieldMeta[] => [
  {
    ...base,
    name: 'status',
    kind: 'choice',
    zh: t('column.status'),
    choices: (definition.statuses ?? []).map((s) => ({ value: s.id, zh: s.zh })),
  },
  { ...base, name: 'unitId', kind: 'unit', zh: t('column.unit') },
  { ...base, name: 'dueAt', kind: 'instant', zh: t('column.dueAt') },
  { ...base, name: 'areaCode', kind: 'area', zh: t('column.area') },
  { ...base, name: 'lon', kind: 'number', zh: t('column.lon'), decimals: 6 },
  { ...base, name: 'lat', kind: 'number', zh: t('column.lat'), decimals: 6 },
  { ...base, name: 'retiredAt', kind: 'instant', zh: t('column.retired') },
]
/** Newest first. */
export const historyOf = (definition: DefinitionMeta, entries: readonly TimelineEntry[]): readonly HistoryEntry[] => {
  const fields = new Map([...system(definition), ...definition.fields].map((f) => [f.name, f]))
  const order = [...fields.keys()]
  const state: Record<string, unknown> = {}
  const out = entries.map((entry) => {
    const lines = Object.entries(entry.changes).flatMap(([name, after]): ChangeLine[] => {
      const before = state[name]
      state[name] = after
      const field = fields.get(name)
      return field && !same(before, after) ? [{ field, before, after }] : []
    })
    return { entry, lines: lines.sort((a, b) => order.indexOf(a.field.name) - order.indexOf(b.field.name)) }
  })
  return out.reverse()
}
