/** Files as numbered records: JSON lines or CSV, plain or gzipped, one at a time. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'

export interface FileRow {
  /** 1 is the first line of the file, a header included. */
  readonly row: number
  readonly values: Readonly<Record<string, unknown>>
  /** Why it could not be read. */
  readonly fault?: string
}

export const openText = (file: string): Readable => {
  const bytes = createReadStream(file)
  if (!file.endsWith('.gz')) return bytes.setEncoding('utf8')
  const text = createGunzip()
  // Without this a missing file would hang the reader instead of failing it.
  bytes.on('error', (error) => text.destroy(error))
  return bytes.pipe(text).setEncoding('utf8')
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
async function* readLines(file: string): AsyncGenerator<FileRow> {
  let row = 0
  for await (const line of createInterface({ input: openText(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    row += 1
    const text = row === 1 ? line.replace(/^\uFEFF/, '') : line
    if (text.trim() === '') continue
    yield parseLine(text, row)
  }
}
const parseLine = (text: string, row: number): FileRow => {
  try {
    const values: unknown = JSON.parse(text)
    return isObject(values) ? { row, values } : { row, values: {}, fault: '不是一个 JSON 对象 not a JSON object' }
  } catch (error) {
    return { row, values: {}, fault: `不是 JSON not JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
}
async function* readCsv(file: string): AsyncGenerator<FileRow> {
  const records = openText(file).pipe(
    parse({ columns: true, bom: true, relax_column_count: true, skip_empty_lines: true, info: true }),
  )
  for await (const { record, info } of records as AsyncIterable<{ record: Record<string, unknown>; info: { lines: number } }>)
    yield { row: info.lines, values: record }
}
/** By the name: `.jsonl`/`.ndjson` or `.csv`, with or without `.gz`. */
export const readRows = (file: string): AsyncIterable<FileRow> => (/\.csv(\.gz)?$/i.test(file) ? readCsv(file) : readLines(file))

/** How many records there are, for the bar: reading costs a hundredth of writing. */
export const countRows = async (file: string): Promise<number> => {
  let count = 0
  for await (const _ of readRows(file)) count += 1
  return count
}
