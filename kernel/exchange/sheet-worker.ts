/** The thread that unpacks a workbook: bytes in, plain cells of its first visible sheet out. */
import { parentPort, workerData } from 'node:worker_threads'
import ExcelJS from 'exceljs'
import type { Cell } from './columns.ts'
import type { SheetRow } from './sheet.ts'

const { bytes, rowLimit } = workerData as { readonly bytes: Uint8Array; readonly rowLimit: number }

/** Formulas by their result, rich text and links by their words, errors as written. */
const plain = (value: ExcelJS.CellValue): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value !== 'object' || value instanceof Date) return value
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  if ('text' in value) return plain(value.text as ExcelJS.CellValue)
  if ('result' in value) return plain(value.result as ExcelJS.CellValue)
  return 'error' in value ? String(value.error) : null
}
const workbook = new ExcelJS.Workbook()
await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer)
const sheet = workbook.worksheets.find((s) => s.state === 'visible')
const rows: SheetRow[] = []
sheet?.eachRow((row, number) => {
  if (rows.length > rowLimit + 1) return
  const cells: Cell[] = []
  for (let column = 1; column <= row.cellCount; column++) cells.push(plain(row.getCell(column).value))
  rows.push({ number, cells })
})
parentPort?.postMessage(rows)
