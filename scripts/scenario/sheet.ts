/** A CSV of a pack: UTF-8, a head line, `#` begins a remark line; every row knows its line. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvError, parse } from 'csv-parse/sync'
import type { Fault } from './faults.ts'

export interface SheetRow<C extends string> {
  readonly line: number
  readonly cells: Readonly<Record<C, string>>
}
interface Shape<C extends string> {
  readonly columns: readonly C[]
  readonly required: readonly C[]
}
/** UTF-8, or the GB18030 that a Chinese Excel saves. */
const decode = (bytes: Buffer): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}
export const readCsv = <C extends string>(
  dir: string,
  file: string,
  { columns, required }: Shape<C>,
  faults: Fault[],
  isOptional = false,
): readonly SheetRow<C>[] => {
  const path = join(dir, file)
  if (!existsSync(path)) {
    if (!isOptional) faults.push({ file, line: 1, zh: `没有这个文件;应有的栏:${columns.join(',')}` })
    return []
  }
  let parsed: readonly Parsed[]
  try {
    parsed = parse(decode(readFileSync(path)), {
      bom: true,
      comment: '#',
      comment_no_infix: true,
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
      info: true,
    }) as unknown as readonly Parsed[]
  } catch (error) {
    const at = (error as CsvError & { lines?: number }).lines ?? 1
    faults.push({ file, line: at, zh: '读不下去:多半是引号没有配对,请检查这一行前后的引号' })
    return []
  }
  const [head, ...rows] = parsed
  const names = head?.record ?? []
  const unknown = names.filter((n) => !(columns as readonly string[]).includes(n))
  const missing = required.filter((c) => !names.includes(c))
  if (unknown.length > 0) faults.push({ file, line: 1, zh: `不认识的栏:${unknown.join('、')};可用的是 ${columns.join(',')}` })
  if (missing.length > 0) faults.push({ file, line: 1, zh: `缺少栏:${missing.join('、')}` })
  if (missing.length > 0) return []
  return rows.map(({ record, info }) => {
    const line = info.lines
    if (record.length > names.length)
      faults.push({ file, line, zh: `这一行有${record.length}格,表头只有${names.length}格;含逗号的内容请加引号` })
    const cells = Object.fromEntries(columns.map((c) => [c, record[names.indexOf(c)] ?? ''])) as Record<C, string>
    for (const c of required) if (cells[c] === '') faults.push({ file, line, zh: `“${c}”没有填` })
    return { line, cells }
  })
}
