/** From the rows of a sheet to what the register is asked to take: which column is which field, and what each cell says. */
import type { Fields } from '../define/field.ts'
import type { Register } from '../define/register.ts'
import { Refused, refusalZh, reject } from '../errors.ts'
import type { PlaceInput } from '../register/edit.ts'
import { isMisread, type NameBook, readCell } from './cell.ts'
import { type Cell, matchHeader, reasonHeader, type SheetColumn, sheetColumns } from './columns.ts'
import { isNamed } from './names.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { parseWkt } from './wkt.ts'

export interface ReadRow {
  readonly number: number
  readonly values: Readonly<Record<string, unknown>>
  readonly place: PlaceInput
}
export interface WrongRow {
  readonly number: number
  readonly messages: readonly string[]
}
/** The column of each position; `undefined` where the sheet has one that is not read back. */
export type Layout = readonly (SheetColumn | undefined)[]

/** A column nobody knows is refused: a misspelt header must not lose its data in silence. */
export const layoutOf = (definition: Register<Fields>, header: readonly string[]): Layout => {
  const columns = sheetColumns(definition)
  const layout = header.map((name) => (name === '' || name === reasonHeader ? undefined : (matchHeader(columns, name) ?? null)))
  const unknown = header.filter((_, index) => layout[index] === null)
  if (unknown.length > 0) reject('kernel.invalid', { detail: `没有这些栏目:${unknown.join('、')}(请用最新的导入模板)` })
  const twice = layout.find((column, index) => column && layout.indexOf(column) !== index)
  if (twice) reject('kernel.invalid', { detail: `栏目“${twice.header}”出现两次` })
  const missing = columns.filter((column) => column.isRequired && !layout.includes(column))
  if (missing.length > 0)
    reject('kernel.invalid', { detail: `缺少必填栏目:${missing.map((column) => column.header).join('、')}` })
  return layout.map((column) => (column?.isReadOnly ? undefined : (column ?? undefined)))
}

const cellText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell).trim())
/** The template's second row explains; left in, it is not data. */
export const withoutHelp = (sheet: Sheet, layout: Layout): readonly SheetRow[] => {
  const [first] = sheet.rows
  const filled = (first?.cells ?? []).flatMap((cell, index) =>
    cellText(cell) === '' ? [] : [cellText(cell) === layout[index]?.help],
  )
  return filled.length > 0 && filled.every(Boolean) ? sheet.rows.slice(1) : sheet.rows
}
/** Every name that a cell points with, by column. */
export const namesIn = (rows: readonly SheetRow[], layout: Layout) =>
  layout.flatMap((column, index) =>
    column?.spec && isNamed(column.spec)
      ? [{ spec: column.spec, names: new Set(rows.map((row) => cellText(row.cells[index])).filter((name) => name !== '')) }]
      : [],
  )

const numberOf = (cell: Cell | undefined, zh: string, limit: number): number | undefined => {
  if (cellText(cell) === '') return undefined
  const value = Number(cellText(cell))
  return Number.isFinite(value) && Math.abs(value) <= limit
    ? value
    : reject('kernel.invalid', { detail: `${zh}应为-${limit}至${limit}的数字` })
}
const readPlace = (row: SheetRow, layout: Layout, district: string): PlaceInput => {
  const at = (key: string): Cell | undefined =>
    row.cells[layout.findIndex((column) => column && !column.spec && column.key === key)]
  const [lon, lat] = [numberOf(at('lon'), '经度', 180), numberOf(at('lat'), '纬度', 90)]
  if ((lon === undefined) !== (lat === undefined)) reject('kernel.invalid', { detail: '经度、纬度应同时填写' })
  const areaCode = cellText(at('areaCode'))
  if (areaCode !== '' && !(/^\d{6}(\d{3}(\d{3}(\d{3})?)?)?$/.test(areaCode) && areaCode.startsWith(district)))
    reject('kernel.invalid', { detail: `区域代码“${areaCode}”不是本区的6、9、12或15位代码` })
  const wkt = cellText(at('wkt'))
  return {
    ...(lon !== undefined && lat !== undefined ? { lon, lat } : {}),
    ...(wkt ? { geometry: parseWkt(wkt) } : {}),
    ...(areaCode ? { areaCode } : {}),
  }
}

/** What went wrong, in the words of the fields. */
export const messagesOf = ({ refusal }: Refused): readonly string[] =>
  refusal.fields ? Object.values(refusal.fields) : [refusalZh(refusal)]

const attachments = (definition: Register<Fields>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(definition.spec.fields)
      .filter(([, { spec }]) => (spec.kind === 'photos' || spec.kind === 'files') && !spec.isOptional)
      .map(([key]) => [key, []]),
  )

export interface Reading {
  readonly definition: Register<Fields>
  readonly layout: Layout
  readonly names: NameBook
  readonly zone: string
  readonly district: string
}
/** One row as the register's form takes it, or everything that is wrong with how it is written. */
export const readRow = (row: SheetRow, { definition, layout, names, zone, district }: Reading): ReadRow | WrongRow => {
  const values: Record<string, unknown> = { ...attachments(definition) }
  const messages: string[] = []
  layout.forEach((column, index) => {
    if (!column?.spec) return
    const value = readCell(column.spec, row.cells[index] ?? null, names, zone)
    if (isMisread(value)) messages.push(value.problem)
    else if (value !== undefined) values[column.key] = value
  })
  try {
    const place = readPlace(row, layout, district)
    return messages.length > 0 ? { number: row.number, messages } : { number: row.number, values, place }
  } catch (error) {
    if (error instanceof Refused) return { number: row.number, messages: [...messages, ...messagesOf(error)] }
    throw error
  }
}
