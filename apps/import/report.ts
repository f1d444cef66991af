/** What a run tells: a bar or lines while it works, rows it refused as CSV, and the count at the end. */
import { rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Summary, Tally } from './job.ts'

export interface RowError {
  readonly row: number
  readonly key: string
  readonly reason: string
}
export interface ErrorSheet {
  readonly path: string
  readonly add: (error: RowError) => void
  readonly rows: readonly RowError[]
  /** Writes the sheet, or takes an older one away where nothing was refused. */
  readonly save: () => void
}
/** `FILE.errors.csv` in the current directory (the data folder may be read-only). */
export const createErrorSheet = (file: string, dir = process.cwd()): ErrorSheet => {
  const rows: RowError[] = []
  const path = join(dir, `${basename(file)}.errors.csv`)
  return {
    path,
    rows,
    add: (error) => void rows.push(error),
    save: () => {
      if (rows.length === 0) return rmSync(path, { force: true })
      // The mark tells Excel that this is UTF-8.
      writeFileSync(
        path,
        `\uFEFF${stringify(
          rows.toSorted((a, b) => a.row - b.row),
          { header: true, columns: ['row', 'key', 'reason'] },
        )}`,
      )
    },
  }
}

const barWidth = 30
/** A bar on a terminal; elsewhere a line at every tenth. */
export const createProgress = (out: NodeJS.WriteStream): ((done: number, total: number | undefined) => void) => {
  let told = -1
  return (done, total) => {
    const share = total ? Math.min(1, done / total) : 0
    if (out.isTTY) {
      const filled = Math.round(share * barWidth)
      const bar = total ? `[${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}] ${Math.floor(share * 100)}% ` : ''
      out.write(`\r${bar}${done}${total ? `/${total}` : ''} 行 rows${done === total ? '\n' : ''}`)
      return
    }
    const step = total ? Math.floor(share * 10) : Math.floor(done / 5000)
    if (step === told) return
    told = step
    out.write(`  ${done}${total ? `/${total}` : ''} 行 rows\n`)
  }
}

const counted = (t: Readonly<Tally>): string =>
  `${t.read} 行 rows · 新增 added ${t.added} · 已有 known ${t.known} · 退回 refused ${t.refused}`
export const summaryLines = (summary: Summary): readonly string[] => [
  `合计 total: ${counted(summary)}`,
  ...[...summary.byChannel].sort(([a], [b]) => (a < b ? -1 : 1)).map(([channel, tally]) => `  ${channel}: ${counted(tally)}`),
  ...summary.notes.flatMap((n) => [n.zh, `  ${n.en}`]),
]
