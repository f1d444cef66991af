/** 总结通报的印面: the text with its figures, then the list of figures with what each means. */
import { type Paper, paper } from '#kernel'
import type { Block } from '#kernel/documents/blocks.ts'
import type { Verdict } from './check.ts'
import { type Figure, printChange, printFigure } from './figures.ts'
import { everyFigure, type Looked } from './report.ts'
import { fillReport } from './text.ts'

/** Blocks back to the marks of the template, so that one writer prints everything. */
const marks: Readonly<Record<string, string>> = {
  title: '# ',
  number: '^ ',
  addressee: '@ ',
  first: '## ',
  second: '### ',
  right: '> ',
  centre: '- ',
  body: '',
}
const written = (blocks: readonly Block[]): string =>
  blocks
    .map((b) =>
      b.kind === 'gap'
        ? '---'
        : b.kind === 'table'
          ? b.rows.map((r) => `| ${r.join(' | ')} |`).join('\n')
          : `${marks[b.kind] ?? ''}${b.text}`,
    )
    .join('\n')
const raw = (text: string): string => `{% raw %}${text}{% endraw %}`
/** A table shows eighty figures on three pages; the number behind each name leads to its rows (the page makes it a link). */
const appendix = (figures: readonly Figure[], period: string): string =>
  figures.length === 0
    ? ''
    : [
        '---',
        '## 附:数据口径',
        '| 指标 | 数值 | 同比 | 口径 |',
        ...figures.map(
          (f) =>
            `| ${f.zh}〔${f.id} ${period}〕 | ${printFigure(f)} | ${printChange(f)} | ${f.definition.replaceAll('|', '/')}${f.owner ? `(${f.owner})` : ''} |`,
        ),
      ].join('\n')
/** What a writer should see before anybody else does: claims that the data do not bear out, figures without data. */
const warnings = (figures: readonly Figure[], verdicts: readonly Verdict[]): string => {
  const lines = [
    ...verdicts.filter((v) => !v.isRight).map((v) => `“${v.text}”与数据不符,应为${v.found}`),
    ...figures.filter((f) => f.value === null && !f.printed?.replace('—', '')).map((f) => `${f.zh}(${f.id})在统计期内没有数据`),
  ]
  return lines.length === 0 ? '' : ['---', '## 待核实', ...lines.map((l) => `${l}。`)].join('\n')
}

export const reportPapers: readonly Paper[] = [
  paper({
    id: 'report',
    zh: '总结通报',
    of: 'reports.report',
    texts: async (ctx, row) => {
      const body = String(row.body)
      const isFrozen = Array.isArray(row.figures)
      const live = isFrozen ? undefined : await everyFigure({ ...ctx, subject: row } as unknown as Looked)
      const figures = live?.figures ?? (row.figures as readonly Figure[])
      const head = `# ${String(row.title)}\n`
      const foot = row.correction ? `\n---\n## 更正\n${String(row.correction)}` : ''
      const doubt = live ? `\n${warnings(figures, live.verdicts)}\n---\n> (草稿,数据随时变动)` : ''
      const period = `${String(row.from)}..${String(row.to)}`
      const text = `${head}${written(fillReport(body, figures, {}))}\n${appendix(figures, period)}${foot}${doubt}`
      return [{ number: String(row.number), source: raw(text), data: {} }]
    },
  }),
]
