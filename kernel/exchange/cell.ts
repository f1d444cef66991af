/** One cell ↔ one value. What a cell cannot mean is passed on as it is, so that the field's own rule says what is wrong with it. */
import { instantOf, LIMIT_UNITS, type LimitUnit, limitLabelZh, unitLabelZh, wallText } from '../calendar/index.ts'
import { type FieldSpec, type Fields, shownUnit } from '../define/field.ts'
import type { Cell } from './columns.ts'

/** Ids of units, people, rows and codes by what people call them. */
export interface NameBook {
  /** The id, `undefined` when nothing is called so, `null` when several are. */
  readonly find: (spec: FieldSpec, name: string) => string | null | undefined
}
export interface Misread {
  readonly problem: string
}
export const isMisread = (value: unknown): value is Misread => typeof value === 'object' && value !== null && 'problem' in value

const text = (cell: Cell): string => {
  if (cell === null) return ''
  if (cell instanceof Date)
    return cell
      .toISOString()
      .slice(0, cell.getTime() % 86_400_000 === 0 ? 10 : 19)
      .replace('T', ' ')
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  // Our own guard against formulas (see `guardFormula`) comes off again.
  return typeof cell === 'number' ? String(cell) : cell.trim().replace(/^'(?=[=+\-@])/, '')
}
const readText = (spec: FieldSpec, cell: Cell): string | Misread =>
  typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER
    ? { problem: `${spec.zh}的数字太长,Excel 已丢失末几位:请把该列设为文本格式后重新填写` }
    : text(cell)

/** Yuan as written, fen as kept; half a fen is no money. */
const toKept = (spec: FieldSpec, value: number): number | string => {
  if (!spec.isMoney) return value
  const fen = Math.round(value * 100)
  return Math.abs(fen / 100 - value) < 1e-9 ? fen : `${value}(金额最多两位小数)`
}
const readNumber = (spec: FieldSpec, cell: Cell): number | string => {
  if (typeof cell === 'number') return toKept(spec, cell)
  const written = text(cell).normalize('NFKC')
  const plain = written
    .replace(/[,\s]/g, '')
    .replace(
      shownUnit(spec) ? new RegExp(`${(shownUnit(spec) ?? '').normalize('NFKC').replace(/[^\p{L}\d]/gu, '\\$&')}$`, 'u') : /$/,
      '',
    )
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? toKept(spec, Number(plain)) : written
}
const yes = new Set(['是', '有', '√', '✓', 'y', 'yes', 'true', '1'])
const no = new Set(['否', '无', '×', 'x', 'n', 'no', 'false', '0'])
const readFlag = (cell: Cell): boolean | string => {
  if (typeof cell === 'boolean') return cell
  const written = text(cell).toLowerCase()
  return yes.has(written) ? true : no.has(written) ? false : written
}

const pad = (part: string | undefined): string => (part ?? '').padStart(2, '0')
const dayPattern = /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})(?:[-/.]|\s*月\s*)(\d{1,2})(?:\s*日)?/
/** `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305` → `2026-03-05` with what follows. */
const normalDay = (written: string): string =>
  written
    .replace(/^(\d{4})(\d{2})(\d{2})(?!\d)/, '$1-$2-$3')
    .replace(dayPattern, (_, y: string, m: string, d: string) => `${y}-${pad(m)}-${pad(d)}`)
/** Excel counts days from 1899-12-30. */
const serialDate = (serial: number): Date => new Date(Math.round((serial - 25_569) * 86_400_000))
const isSerial = (cell: Cell): cell is number => typeof cell === 'number' && cell > 1 && cell < 80_000

const readDay = (cell: Cell): string =>
  isSerial(cell)
    ? text(serialDate(Math.floor(cell)))
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : normalDay(text(cell))
const readInstant = (cell: Cell, zone: string): string => {
  const written = normalDay(text(isSerial(cell) ? serialDate(cell) : cell))
  const wall = /^(\d{4}-\d{2}-\d{2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(written)
  if (!wall) return written
  const local = Date.parse(`${wall[1]}T${pad(wall[2] ?? '0')}:${wall[3] ?? '00'}:${wall[4] ?? '00'}Z`)
  return Number.isNaN(local) ? written : new Date(instantOf(zone, local)).toISOString()
}

const keyOf = (spec: FieldSpec, written: string): string => {
  const found = Object.entries(spec.choices ?? {}).find(([key, label]) => key === written || label === written)
  return found?.[0] ?? written
}
const readChoices = (spec: FieldSpec, cell: Cell): readonly string[] =>
  text(cell)
    .split(/[、,,;;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => keyOf(spec, part))
const readLimit = (cell: Cell): unknown => {
  const match = /^(\d+(?:\.\d+)?)\s*个?\s*(\S+)$/.exec(text(cell))
  const unit = LIMIT_UNITS.find((u: LimitUnit) => u === match?.[2] || unitLabelZh(u) === match?.[2])
  return match && unit ? { value: Number(match[1]), unit } : text(cell)
}
/** Lists and tables as `writeCell` writes them: one to a line; in a table `名:值;名:值`. JSON is taken as it is. */
const readLines = (spec: FieldSpec, cell: Cell, names: NameBook, zone: string): unknown => {
  const written = text(cell)
  if (/^\s*\[/.test(written)) return readJson(cell)
  const lines = written.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (!spec.columns) return lines.length === 1 ? (lines[0] ?? '').split('、') : lines
  const columns = Object.entries(spec.columns)
  return lines.map((line) =>
    Object.fromEntries(
      line.split(/[;;]/).flatMap((part): [string, unknown][] => {
        const [name, value] = part.split(/[::](.*)/s)
        const column = columns.find(([, f]) => f.spec.zh === name?.trim())
        return column ? [[column[0], readCell(column[1].spec, value ?? '', names, zone)]] : [[(name ?? '').trim(), value]]
      }),
    ),
  )
}
const readJson = (cell: Cell): unknown => {
  try {
    return JSON.parse(text(cell)) as unknown
  } catch {
    return text(cell)
  }
}
const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const readName = (spec: FieldSpec, cell: Cell, names: NameBook): string | Misread => {
  const written = text(cell)
  if (uuidPattern.test(written)) return written.toLowerCase()
  const found = names.find(spec, written)
  if (found) return found
  // A code list that is not loaded cannot judge.
  if (spec.kind === 'code' && found === undefined) return written
  return { problem: found === null ? `${spec.zh}“${written}”有多个,请改填编号` : `${spec.zh}“${written}”不存在` }
}

/** What a cell says for a field; an empty cell says nothing. */
export const readCell = (spec: FieldSpec, cell: Cell, names: NameBook, zone: string): unknown => {
  if (text(cell) === '') return undefined
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return readNumber(spec, cell)
    case 'flag':
      return readFlag(cell)
    case 'date':
      return readDay(cell)
    case 'instant':
      return readInstant(cell, zone)
    case 'choice':
      return keyOf(spec, text(cell))
    case 'choices':
      return readChoices(spec, cell)
    case 'limit':
      return readLimit(cell)
    case 'json':
      return spec.isList || spec.columns ? readLines(spec, cell, names, zone) : readJson(cell)
    case 'code':
    case 'ref':
    case 'person':
    case 'unit':
      return readName(spec, cell, names)
    case 'photos':
    case 'files':
      return undefined
    default:
      return readText(spec, cell)
  }
}

export type TitleOf = (spec: FieldSpec, id: string) => string | undefined
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
/** A table of details in one cell: a line for each, its values by their names. */
const linesOf = (columns: Fields, value: unknown, titleOf: TitleOf, zone: string): string =>
  list(Array.isArray(value) ? value : [value])
    .map((line) =>
      Object.entries(columns)
        .flatMap(([name, { spec }]) => {
          const cell = writeCell(spec, (line as Record<string, unknown>)[name], titleOf, zone)
          return cell === null || cell === ''
            ? []
            : [`${spec.zh}:${cell instanceof Date ? cell.toISOString().slice(0, 10) : cell}`]
        })
        .join(';'),
    )
    .join('\n')
/** What a person reads in the cell of a value; days as dates, so that Excel can reckon with them. */
export const writeCell = (spec: FieldSpec, value: unknown, titleOf: TitleOf, zone: string): Cell => {
  if (value === null || value === undefined) return null
  switch (spec.kind) {
    case 'flag':
      return value === true ? '是' : '否'
    case 'date':
      return new Date(`${String(value)}T00:00:00Z`)
    case 'instant':
      return wallText(zone, new Date(String(value)))
    case 'choice':
      return spec.choices?.[String(value)] ?? String(value)
    case 'choices':
      return list(value)
        .map((key) => spec.choices?.[String(key)] ?? String(key))
        .join('、')
    case 'limit':
      return limitLabelZh(value as Parameters<typeof limitLabelZh>[0])
    case 'photos':
    case 'files':
      return list(value).length
    case 'json':
      if (spec.columns) return linesOf(spec.columns, value, titleOf, zone)
      return spec.isList ? list(value).join('\n') : JSON.stringify(value)
    case 'ref':
    case 'person':
    case 'unit':
      return titleOf(spec, String(value)) ?? String(value)
    case 'number':
    case 'integer':
      return spec.isMoney ? Number(value) / 100 : Number(value)
    default:
      return String(value)
  }
}
/** A spreadsheet runs text that begins like a formula: an apostrophe in front makes it text (OWASP CSV injection). */
export const guardFormula = (cell: Cell): Cell => (typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)
