/** Blocks as a page to look at before printing. */
import type { Printed } from './docx.ts'
import { lines, page, size } from './layout.ts'

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
/** 〔cases.closed 2026-01-01..2026-01-31〕 behind a figure's name leads to the rows that it counts. */
const withLinks = (text: string): string =>
  escapeHtml(text).replace(
    /〔([a-z][a-z-]*\.[a-z0-9-]+) (\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})〕/g,
    (_, id: string, from: string, to: string) =>
      ` <a target="_top" href="/stats?i=${id}&amp;period=custom&amp;from=${from}&amp;to=${to}">${id}</a>`,
  )
const style = `body{background:#e8eaee;margin:0;padding:16px;font-family:FangSong,"仿宋","Noto Serif CJK SC","Noto Serif SC",serif;font-size:${size.body}pt;line-height:1.8}
article{background:#fff;color:#000;width:${page.widthMm}mm;min-height:${page.heightMm}mm;margin:0 auto 16px;padding:${page.topMm}mm ${page.rightMm}mm ${page.bottomMm}mm ${page.leftMm}mm;box-sizing:border-box;max-width:100%}
.title{font-size:${size.title}pt;text-align:center;font-weight:600}.number,.centre{text-align:center}.body,.first,.second{text-indent:2em}.first{font-weight:700}.right{text-align:right;padding-right:4em}
p{margin:0;max-width:${lines.perLine}em}.title,.number,.centre,.right{max-width:none}table{border-collapse:collapse;width:100%;font-size:${size.small}pt}td{border:1px solid #000;padding:4px 6px;vertical-align:top}
@media print{body{background:none;padding:0}article{margin:0;width:auto}}`
export const writeHtml = (papers: readonly Printed[]): string => {
  const articles = papers.map(({ blocks }) => {
    const inner = blocks.map((b) => {
      if (b.kind === 'gap') return '<p>&nbsp;</p>'
      if (b.kind === 'table')
        return `<table>${b.rows.map((r) => `<tr>${r.map((c) => `<td>${withLinks(c)}</td>`).join('')}</tr>`).join('')}</table>`
      return b.kind === 'title'
        ? `<h1 class="title">${escapeHtml(b.text)}</h1>`
        : `<p class="${b.kind}">${escapeHtml(b.text)}</p>`
    })
    return `<article>${inner.join('\n')}</article>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${escapeHtml(papers[0]?.zh ?? '')}</title><style>${style}</style><body>${articles.join('\n')}</body></html>`
}
