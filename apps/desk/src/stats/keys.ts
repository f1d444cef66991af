/** What a key of a split stands for, in words. */
import { codeLabel } from '#kernel/web/codes.ts'
import { hasWord, t } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'

const times = new Set(['hour', 'day', 'month', 'year'])
export const isTimeSplit = (by: string): boolean => times.has(by)
export const keyLabel = (by: string, key: string | null): string => {
  const meta = useMeta()
  if (key === null || key === '') return t('stats.noKey')
  if (by === 'street' || by === 'community') return meta.areas.get(key) ?? meta.areaName(key) ?? key
  if (by === 'hour') return `${key.slice(11)}时`
  if (by === 'day') return key.slice(5)
  if (isTimeSplit(by)) return key
  if (/unit/i.test(by)) return meta.units.get(key) ?? key.slice(0, 8)
  for (const d of meta.definitions.values()) {
    const field = d.fields.find((f) => f.name === by)
    if (field?.kind === 'code') return codeLabel(field.target ?? '', key)
    const choice = field?.choices?.find((c) => c.value === key)
    if (choice) return choice.zh
  }
  return key
}
export const dimensionLabel = (by: string): string => {
  if (hasWord(`stats.dim.${by}`)) return t(`stats.dim.${by}`)
  for (const d of useMeta().definitions.values()) {
    const field = d.fields.find((f) => f.name === by)
    if (field) return field.zh
  }
  return by
}
