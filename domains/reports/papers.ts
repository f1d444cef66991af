/** 总结通报的印面: the text with its figures, then the list of figures with what each means. */
import { type Paper, paper } from '#kernel'
import type { Block } from '#kernel/documents/blocks.ts'
import { computeFigures, type Figure, namedFigures, printChange, printFigure } from './figures.ts'
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
const appendix = (figures: readonly Figure[]): string =>
  figures.length === 0
    ? ''
    : [
        '---',
        '## 附:数据口径',
        '| 指标 | 数值 | 同比 | 口径 |',
        ...figures.map((f) => `| ${f.zh} | ${printFigure(f)} | ${printChange(f)} | ${f.definition.replaceAll('|', '/')} |`),
      ].join('\n')

export const reportPapers: readonly Paper[] = [
  paper({
    id: 'report',
    zh: '总结通报',
    of: 'reports.report',
    texts: async (ctx, row) => {
      const body = String(row.body)
      const isFrozen = Array.isArray(row.figures)
      const figures = isFrozen
        ? (row.figures as readonly Figure[])
        : await computeFigures(
            ctx.kernel,
            ctx.tx,
            ctx.district,
            namedFigures(body),
            { from: String(row.from), to: String(row.to) },
            ctx.now,
          )
      const head = `# ${String(row.title)}\n`
      const foot = row.correction ? `\n---\n## 更正\n${String(row.correction)}` : ''
      const text = `${head}${written(fillReport(body, figures, {}))}\n${appendix(figures)}${foot}${isFrozen ? '' : '\n---\n> (草稿,数据随时变动)'}`
      return [{ number: String(row.number), source: raw(text), data: {} }]
    },
  }),
]
