/** Reading a sheet: CSV here, xlsx in a thread of its own (ExcelJS takes seconds for ten thousand rows and would stall every request). */
import { Worker } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'
import { reject } from '../errors.ts'
import type { Cell } from './columns.ts'

export interface SheetRow {
  /** As the person counts, from 1 with the header. */
  readonly number: number
  readonly cells: readonly Cell[]
}
export interface Sheet {
  readonly header: readonly string[]
  readonly rows: readonly SheetRow[]
}
export const rowLimit = 50_000
const unpackedLimit = 300 * 1024 * 1024
const readSeconds = 60

/** Sizes the zip's directory promises for its entries; a bomb is refused before it is unpacked. */
const unpackedSize = (bytes: Buffer): number => {
  let total = 0
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0 && at + 28 <= bytes.length; at = bytes.indexOf('PK\x01\x02', at + 46))
    total += bytes.readUInt32LE(at + 24)
  return total
}
const inThread = (bytes: Buffer): Promise<readonly SheetRow[]> =>
  new Promise((resolve, fail) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: { bytes, rowLimit },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    })
    const timer = setTimeout(() => {
      void worker.terminate()
      fail(new Error('the sheet took too long'))
    }, readSeconds * 1000)
    worker.once('message', resolve)
    worker.once('error', fail)
    worker.once('exit', (code) => {
      clearTimeout(timer)
      if (code !== 0) fail(new Error(`sheet reader ended with ${code}`))
    })
  })
const readXlsx = async (bytes: Buffer): Promise<readonly SheetRow[]> => {
  if (unpackedSize(bytes) > unpackedLimit) reject('kernel.invalid', { detail: '表格展开后太大' })
  return inThread(bytes).catch((error: unknown) =>
    reject('kernel.invalid', { detail: `表格打不开(${error instanceof Error ? error.message.slice(0, 80) : '未知原因'})` }),
  )
}

/** Excel on a Chinese Windows saves CSV as GBK. */
const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
const readCsv = (bytes: Buffer): readonly SheetRow[] => {
  try {
    const records = parse(decode(bytes), { bom: true, relax_column_count: true, relax_quotes: true, to: rowLimit + 2 })
    return records.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => (cell === '' ? null : cell)) }))
  } catch (error) {
    return reject('kernel.invalid', { detail: `CSV 读不懂(${error instanceof Error ? error.message.slice(0, 80) : ''})` })
  }
}
const isBlank = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')

/** The first sheet of a workbook or the records of a CSV; blank rows are left out. */
export const readSheet = async (bytes: Buffer): Promise<Sheet> => {
  const isZip = bytes.toString('latin1', 0, 4) === 'PK\x03\x04'
  if (!isZip && bytes.subarray(0, 4096).includes(0))
    reject('kernel.file-kind', { kind: '不是 xlsx 或 csv(旧版 xls 请另存为 xlsx)' })
  const [first, ...rest] = (isZip ? await readXlsx(bytes) : readCsv(bytes)).filter((row) => !row.cells.every(isBlank))
  if (!first) return reject('kernel.invalid', { detail: '表格是空的' })
  if (rest.length > rowLimit) reject('kernel.invalid', { detail: `一次最多导入${rowLimit}行` })
  return { header: first.cells.map((cell) => (cell === null ? '' : String(cell).trim())), rows: rest }
}
