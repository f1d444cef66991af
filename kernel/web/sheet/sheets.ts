/** The sheets this person may open, asked for once. */
import { shallowRef } from 'vue'
import type { SheetMeta as Described, Shown as DescribedShown } from '../../contract.ts'
import { get } from '../call.ts'
import { codeLabel } from '../codes.ts'
import { downloadCsv } from '../csv.ts'
import { exactTime } from '../format.ts'
import { t } from '../i18n/index.ts'
import { useMeta } from '../meta.ts'
import { refName } from '../names.ts'

export type SheetMeta = Described
export type Shown = DescribedShown
const sheets = shallowRef<readonly SheetMeta[]>([])
let askedFor: string | undefined
/** Empty until they are there; asked for again when somebody else signs in. */
export const useSheets = () => {
  const person = useMeta().meta?.me.personId
  if (person && askedFor !== person) {
    askedFor = person
    get<{ sheets: readonly SheetMeta[] }>('/sheets').then(
      (answer) => {
        sheets.value = answer.sheets
      },
      () => {
        askedFor = undefined
      },
    )
  }
  return sheets
}
export const findSheet = (key: string): SheetMeta | undefined => sheets.value.find((s) => s.key === key)
type Line = Readonly<Record<string, unknown>>
type Column = ReturnType<typeof columnsOf>[number]
const headOf = (field: Column): string => (field.unit ? `${field.zh}(${field.isMoney ? '元' : field.unit})` : field.zh)
/** What stands on the screen: names, not ids; yuan, not fen; percent, not a part of one; the time of the place. */
const saidOf = (field: Column, row: Line): unknown => {
  const value = row[field.name]
  if (typeof value === 'number') return field.isMoney ? value / 100 : field.isRatio ? Math.round(value * 10_000) / 100 : value
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value !== 'string') return value
  const meta = useMeta()
  const names: Readonly<Partial<Record<Column['kind'], () => string | undefined>>> = {
    ref: () => refName(field.refBy ? String(row[field.refBy] ?? '') : (field.target ?? ''), value),
    instant: () => exactTime(value, true),
    code: () => codeLabel(field.target ?? '', value, row),
    area: () => meta.areaName(value),
    unit: () => meta.units.get(value),
    person: () => meta.people.get(value),
    choice: () => field.choices?.find((c) => c.value === value)?.zh,
  }
  return names[field.kind]?.() || value
}
/** The plain columns of a table; tables within a line stay on the screen. */
export const columnsOf = (of: readonly Shown[]) => of.flatMap((s) => (s.shape === 'value' ? [s.field] : []))
export const downloadTable = (zh: string, of: readonly Shown[], rows: readonly Line[]): void => {
  const fields = columnsOf(of)
  downloadCsv(zh, [fields.map(headOf), ...rows.map((row) => fields.map((f) => saidOf(f, row)))])
}
