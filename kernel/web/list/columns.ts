/** Columns of a list: the definition's fields and what every row of its kind carries. */
import { labelOf, t } from '../i18n/index.ts'
import type { DefinitionMeta, FieldMeta } from '../types.ts'

export interface ListColumn {
  readonly key: string
  readonly label: string
  readonly field?: FieldMeta
  readonly width?: number
  readonly isNumber?: boolean
}
const system = (key: string, label: string, width: number): ListColumn => ({ key, label, width })
const widths: Readonly<Partial<Record<FieldMeta['kind'], number>>> = {
  longText: 320,
  text: 200,
  flag: 72,
  date: 104,
  instant: 128,
  choice: 104,
  code: 136,
  unit: 168,
  person: 88,
  number: 96,
  integer: 88,
  photos: 160,
  limit: 104,
}
/** As wide as its longest word; a very long one is cut. */
const widthOf = (words: readonly string[], least: number, beside: number): number =>
  Math.min(200, Math.max(least, beside + 14 * Math.max(0, ...words.map((w) => w.length))))
const isCounted = (field: FieldMeta): boolean => field.kind === 'number' || field.kind === 'integer'
const widthFor = (field: FieldMeta): number => {
  const least = widths[field.kind] ?? 152
  if (field.choices)
    return widthOf(
      field.choices.map((c) => c.zh),
      104,
      24,
    )
  // Seven digits and their unit.
  return isCounted(field) ? widthOf([labelOf(field)], least + 14 * (field.unit?.length ?? 0), 24) : least
}
const ofField = (field: FieldMeta): ListColumn => ({
  key: field.name,
  label: labelOf(field),
  field,
  width: widthFor(field),
  isNumber: isCounted(field),
})

export const columnsOf = (definition: DefinitionMeta): readonly ListColumn[] => {
  const fields = definition.fields.map(ofField)
  const place = definition.geometry || definition.primitive === 'procedure' ? [system('areaCode', t('column.area'), 176)] : []
  const title = fields.filter((c) => c.key === definition.title)
  const rest = fields.filter((c) => c.key !== definition.title)
  if (definition.primitive === 'procedure')
    return [
      system('number', t('column.number'), 196),
      system(
        'status',
        t('column.status'),
        widthOf(
          (definition.statuses ?? []).map((s) => s.zh),
          104,
          44,
        ),
      ),
      system('dueAt', t('column.due'), 136),
      ...title,
      ...rest,
      ...place,
      system('unitId', t('column.unit'), 168),
      system('createdAt', t('column.created'), 128),
      system('closedAt', t('column.closed'), 128),
    ]
  if (definition.primitive === 'record')
    return [
      system('at', t('column.at'), 128),
      system('byName', t('column.by'), 96),
      ...fields,
      ...place,
      system('receivedAt', t('column.received'), 128),
    ]
  return [...fields, ...place, system('updatedAt', t('column.updated'), 128), system('createdAt', t('column.created'), 128)]
}
const isPlain = (field: FieldMeta): boolean => !['json', 'photos', 'files', 'longText'].includes(field.kind)
export const defaultColumns = (definition: DefinitionMeta): readonly string[] => {
  const plain = definition.fields.filter((f) => isPlain(f) && f.name !== definition.title).map((f) => f.name)
  if (definition.primitive === 'procedure') {
    const due = definition.isClocked ? ['dueAt'] : []
    if (definition.listed) return ['number', 'status', ...due, definition.title, ...definition.listed, 'createdAt']
    const telling = definition.fields
      .filter((f) => (f.kind === 'code' || f.kind === 'choice') && f.name !== definition.title)
      .slice(0, 2)
      .map((f) => f.name)
    return ['number', 'status', ...due, definition.title, ...telling, 'areaCode', 'unitId', 'createdAt']
  }
  if (definition.primitive === 'record') return ['at', 'byName', definition.title, ...plain.slice(0, 6), 'areaCode']
  const required = new Set(definition.fields.filter((f) => !f.isOptional).map((f) => f.name))
  const chosen = new Set([...plain].sort((a, b) => Number(required.has(b)) - Number(required.has(a))).slice(0, 7))
  return [definition.title, ...plain.filter((name) => chosen.has(name)), 'areaCode', 'updatedAt']
}
const storageKey = (definition: string): string => `columns ${definition}`
export const loadColumns = (definition: DefinitionMeta): readonly string[] => {
  const text = localStorage.getItem(storageKey(definition.id))
  return text ? (JSON.parse(text) as readonly string[]) : defaultColumns(definition)
}
export const saveColumns = (definition: DefinitionMeta, keys: readonly string[] | null): void => {
  if (keys) localStorage.setItem(storageKey(definition.id), JSON.stringify(keys))
  else localStorage.removeItem(storageKey(definition.id))
}
