/** The import template of a register: a sheet to fill, lists to choose from, and a dictionary of its fields with a sample. */
import ExcelJS from 'exceljs'
import { type FieldSpec, type Fields, shownUnit } from '../define/field.ts'
import type { Register } from '../define/register.ts'
import { guardFormula } from './cell.ts'
import { type SheetColumn, sheetColumns } from './columns.ts'

const dataSheet = '导入'
const listSheet = '选项'
const lastRow = 5000
/** Longer lists are typed, not chosen. */
const listLimit = 1000

const sampleOf = (spec: FieldSpec | undefined, key: string): string | number => {
  const places: Readonly<Record<string, string | number>> = {
    lon: 116.3875,
    lat: 39.9083,
    wkt: 'LINESTRING(116.38 39.90, 116.39 39.90)',
    areaCode: '',
  }
  if (!spec) return places[key] ?? ''
  const samples: Partial<Record<FieldSpec['kind'], string | number>> = {
    number: spec.min ?? 12.5,
    integer: spec.min ?? 3,
    flag: '是',
    date: '2026-11-21',
    instant: '2026-11-21 08:30',
    choice: Object.values(spec.choices ?? {})[0] ?? '',
    choices: Object.values(spec.choices ?? {})
      .slice(0, 2)
      .join('、'),
    limit: '5 工作日',
  }
  return samples[spec.kind] ?? (spec.isOptional ? '' : `示例${spec.zh}`)
}
const isTextual = ({ spec, key }: SheetColumn): boolean =>
  spec ? spec.kind === 'text' || spec.kind === 'code' || spec.kind === 'area' : key === 'areaCode'

const writeHeader = (sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void => {
  sheet.columns = columns.map((column) => ({
    key: column.key,
    width: Math.min(40, Math.max(12, column.header.length * 2 + 2)),
    // Long codes typed into a number column lose their last digits.
    ...(isTextual(column) ? { style: { numFmt: '@' } } : {}),
  }))
  const header = sheet.addRow(columns.map((column) => column.header))
  header.font = { bold: true }
  header.eachCell((cell, index) => {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: columns[index - 1]?.isRequired ? 'FFFDE68A' : 'FFE5E7EB' } }
  })
}
/** Named once on a hidden sheet: a list written into the cell's own rule may be 255 letters long at most. */
const addLists = (
  workbook: ExcelJS.Workbook,
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  units: readonly string[],
): void => {
  const hidden = workbook.addWorksheet(listSheet, { state: 'hidden' })
  // ExcelJS has rules for ranges but does not declare them.
  const { dataValidations } = sheet as unknown as {
    readonly dataValidations: { readonly add: (range: string, rule: ExcelJS.DataValidation) => void }
  }
  columns.forEach(({ spec, header, isRequired }, index) => {
    const options =
      spec?.kind === 'choice'
        ? Object.values(spec.choices ?? {})
        : spec?.kind === 'flag'
          ? ['是', '否']
          : spec?.kind === 'unit'
            ? units
            : []
    if (options.length === 0 || options.length > listLimit) return
    const letter = hidden.getColumn(index + 1).letter
    hidden.getColumn(index + 1).values = [header, ...options]
    dataValidations.add(`${letter}3:${letter}${lastRow}`, {
      type: 'list',
      allowBlank: !isRequired,
      formulae: [`${listSheet}!$${letter}$2:$${letter}$${options.length + 1}`],
      showErrorMessage: true,
      errorTitle: header,
      error: '请从列表中选择',
    })
  })
}
const addDictionary = (workbook: ExcelJS.Workbook, columns: readonly SheetColumn[]): void => {
  const sheet = workbook.addWorksheet('字段说明')
  sheet.columns = [{ width: 24 }, { width: 8 }, { width: 10 }, { width: 60 }, { width: 30 }, { width: 22 }]
  sheet.addRow(['栏目', '必填', '单位', '填写说明', '样例', '字段名']).font = { bold: true }
  for (const { header, isRequired, spec, help, key } of columns)
    sheet.addRow([
      header,
      isRequired ? '是' : '',
      spec ? (shownUnit(spec) ?? '') : '',
      help,
      guardFormula(sampleOf(spec, key)),
      key,
    ])
}

/** @param units names offered where a unit is asked for. */
export const writeTemplate = async (definition: Register<Fields>, units: readonly string[]): Promise<Buffer> => {
  const columns = sheetColumns(definition).filter((column) => !column.isReadOnly)
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet(dataSheet, { views: [{ state: 'frozen', ySplit: 2 }] })
  writeHeader(sheet, columns)
  const help = sheet.addRow(columns.map((column) => column.help))
  help.font = { italic: true, color: { argb: 'FF6B7280' }, size: 9 }
  help.alignment = { wrapText: true, vertical: 'top' }
  addLists(workbook, sheet, columns, units)
  addDictionary(workbook, columns)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
