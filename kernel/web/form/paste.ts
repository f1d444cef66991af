/** Lines copied from a spreadsheet: cells by tab, in the order of the columns; choices by their word, numbers with or without commas. */
import type { FieldMeta } from '../types.ts'

type Line = Readonly<Record<string, unknown>>
const readCell = (column: FieldMeta, written: string): unknown => {
  const cell = written.trim()
  if (cell === '') return null
  switch (column.kind) {
    case 'number':
    case 'integer': {
      const value = Number(cell.replaceAll(/[,,]/g, ''))
      return Number.isNaN(value) ? cell : column.isMoney ? Math.round(value * 100) : value
    }
    case 'choice':
      return column.choices?.find((c) => c.zh === cell || c.value === cell)?.value ?? null
    case 'flag':
      return cell === '是' || cell === '√' ? true : cell === '否' || cell === '×' ? false : null
    case 'date':
      return cell
        .replaceAll(/[/.]/g, '-')
        .replace(/^(\d{4})-(\d)-/, '$1-0$2-')
        .replace(/-(\d)$/, '-0$1')
    default:
      return cell
  }
}
/** A single cell is no table: it is left to the control the person is in. A heading line is passed over. */
export const linesOfPaste = (text: string, columns: readonly FieldMeta[]): readonly Line[] => {
  if (!text.includes('\t')) return []
  const rows = text
    .split(/\r?\n/)
    .filter((row) => row.trim() !== '')
    .map((row) => row.split('\t'))
  const body = rows[0]?.[0]?.trim() === columns[0]?.zh ? rows.slice(1) : rows
  return body.map((cells) => Object.fromEntries(columns.map((c, i) => [c.name, readCell(c, cells[i] ?? '')])))
}
