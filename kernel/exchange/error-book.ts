/** The refused rows as they were given, with why: to be corrected in place and imported again. */
import ExcelJS from 'exceljs'
import { reasonHeader } from './columns.ts'
import type { RowError } from './contract.ts'
import type { Sheet } from './sheet.ts'

export const writeErrorBook = async (sheet: Sheet, errors: readonly RowError[]): Promise<Buffer> => {
  const why = new Map(errors.map((error) => [error.row, error.messages.join(';')]))
  const old = sheet.header.indexOf(reasonHeader)
  const without = <T>(cells: readonly T[]): readonly T[] => (old < 0 ? cells : cells.filter((_, index) => index !== old))
  const width = without(sheet.header).length
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet('导入', { views: [{ state: 'frozen', ySplit: 1 }] })
  page.addRow([...without(sheet.header), reasonHeader]).font = { bold: true }
  for (const row of sheet.rows) {
    const reason = why.get(row.number)
    if (reason === undefined) continue
    const cells = without(row.cells)
    page.addRow([...Array.from({ length: width }, (_, index) => cells[index] ?? null), reason]).getCell(width + 1).font = {
      color: { argb: 'FFDC2626' },
    }
  }
  for (let column = 1; column <= width + 1; column++) page.getColumn(column).width = column > width ? 50 : 16
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
