/** The attributes of a Shapefile: dBASE III in UTF-8. A text keeps its first 254 bytes, cut between characters: the format has no more. */
import type { Cell } from './columns.ts'

export interface DbfColumn {
  readonly name: string
  readonly isNumber: boolean
}
const textLimit = 254
const numberWidth = 20
const decimals = 8
const textOf = (cell: Cell): string =>
  cell === null
    ? ''
    : cell instanceof Date
      ? cell.toISOString().slice(0, 10)
      : typeof cell === 'boolean'
        ? cell
          ? '是'
          : '否'
        : String(cell)
/** The longest beginning that fits, never half a character. */
const cut = (bytes: Buffer): Buffer => {
  if (bytes.length <= textLimit) return bytes
  let end = textLimit
  while (end > 0 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--
  return bytes.subarray(0, end)
}
const numberText = (cell: Cell): Buffer => {
  const n = typeof cell === 'number' ? cell : Number.NaN
  if (!Number.isFinite(n)) return Buffer.alloc(numberWidth, ' ')
  const plain = Number.isInteger(n) ? String(n) : n.toFixed(decimals)
  return Buffer.from(plain.slice(0, numberWidth).padStart(numberWidth))
}
/** @param rows cells in the order of the columns */
export const dbf = (columns: readonly DbfColumn[], rows: readonly (readonly Cell[])[]): Buffer => {
  const cells = rows.map((row) =>
    columns.map((c, i) => (c.isNumber ? numberText(row[i] ?? null) : cut(Buffer.from(textOf(row[i] ?? null), 'utf8')))),
  )
  const widths = columns.map((c, i) =>
    c.isNumber ? numberWidth : cells.reduce((most, row) => Math.max(most, row[i]?.length ?? 0), 1),
  )
  const recordLength = 1 + widths.reduce((a, b) => a + b, 0)
  const head = Buffer.alloc(32 + 32 * columns.length + 1)
  head.writeUInt8(0x03, 0)
  head.set([126, 1, 1], 1)
  head.writeUInt32LE(rows.length, 4)
  head.writeUInt16LE(head.length, 8)
  head.writeUInt16LE(recordLength, 10)
  columns.forEach((c, i) => {
    const at = 32 + 32 * i
    head.write(c.name, at, 10, 'ascii')
    head.write(c.isNumber ? 'N' : 'C', at + 11, 'ascii')
    head.writeUInt8(widths[i] ?? 1, at + 16)
    head.writeUInt8(c.isNumber ? decimals : 0, at + 17)
  })
  head.writeUInt8(0x0d, head.length - 1)
  const body = Buffer.alloc(recordLength * rows.length + 1, ' ')
  cells.forEach((row, n) => {
    let at = n * recordLength + 1
    row.forEach((cell, i) => {
      cell.copy(body, at)
      at += widths[i] ?? 1
    })
  })
  body.writeUInt8(0x1a, body.length - 1)
  return Buffer.concat([head, body])
}
/** Field names of at most ten letters, each once. */
export const shortNames = (keys: readonly string[]): readonly string[] => {
  const seen = new Set<string>()
  return keys.map((key) => {
    const plain = key.replace(/[^A-Za-z0-9_]/g, '_').slice(0, 10) || 'field'
    let name = plain
    for (let n = 1; seen.has(name.toLowerCase()); n++) name = `${plain.slice(0, 10 - String(n).length)}${n}`
    seen.add(name.toLowerCase())
    return name
  })
}
