/** Blocks to PDF, for filing and for what is served: the same page, a font that everyone has the right to embed. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Block } from './blocks.ts'
import type { Printed } from './docx.ts'
import { linePt, mmToPt, page, size } from './layout.ts'

const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')
const bold = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf')
type Pdf = InstanceType<typeof PDFDocument>
const width = mmToPt(page.widthMm - page.leftMm - page.rightMm)
const bottom = mmToPt(page.heightMm - page.bottomMm)
const left = mmToPt(page.leftMm)

const room = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > bottom) pdf.addPage()
}
/** Shares of the page's width: a label stands narrow before its value; a catalogue has its own; others share evenly. */
const sharesOf = (columns: number): readonly number[] =>
  columns === 2 ? [0.24, 0.76] : columns === 4 ? [0.1, 0.32, 0.46, 0.12] : Array.from({ length: columns }, () => 1 / columns)
const drawTable = (pdf: Pdf, rows: readonly (readonly string[])[]): void => {
  pdf.font('body').fontSize(size.small - 2)
  const widths = sharesOf(Math.max(...rows.map((r) => r.length))).map((share) => share * width)
  for (const row of rows) {
    const spans = row.map((_, i) => (i === row.length - 1 ? widths.slice(i).reduce((a, b) => a + b, 0) : (widths[i] ?? 0)))
    const height = Math.max(...row.map((cell, i) => pdf.heightOfString(cell || ' ', { width: (spans[i] ?? 0) - 8 }))) + 8
    room(pdf, height)
    const top = pdf.y
    let x = left
    for (const [i, cell] of row.entries()) {
      pdf
        .rect(x, top, spans[i] ?? 0, height)
        .lineWidth(0.6)
        .stroke()
      pdf.text(cell, x + 4, top + 4, { width: (spans[i] ?? 0) - 8 })
      x += spans[i] ?? 0
    }
    pdf.x = left
    pdf.y = top + height
  }
}
const drawBlock = (pdf: Pdf, block: Block): void => {
  if (block.kind === 'table') {
    drawTable(pdf, block.rows)
    return
  }
  if (block.kind === 'gap') {
    // What follows a gap is the signature and the date: they stay together.
    room(pdf, linePt * 4)
    pdf.y += linePt
    return
  }
  const isTitle = block.kind === 'title'
  const points = isTitle ? size.title : size.body
  pdf.font(isTitle || block.kind === 'first' ? 'bold' : 'body').fontSize(points)
  const lineGap = Math.max(0, linePt - pdf.currentLineHeight(true))
  room(pdf, linePt)
  const align =
    isTitle || block.kind === 'number' || block.kind === 'centre' ? 'center' : block.kind === 'right' ? 'right' : 'left'
  const indent = block.kind === 'body' || block.kind === 'first' || block.kind === 'second' ? size.body * 2 : 0
  pdf.text(block.text, left, pdf.y, { width: block.kind === 'right' ? width - size.body * 4 : width, align, indent, lineGap })
}
export const startPdf = (title: string): Pdf => {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: mmToPt(page.topMm), bottom: mmToPt(page.bottomMm), left, right: mmToPt(page.rightMm) },
    bufferPages: true,
    info: { Title: title, Creator: 'CityLoop' },
  })
  pdf.registerFont('body', font)
  pdf.registerFont('bold', bold)
  return pdf
}
export const bytesOf = (pdf: Pdf): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.on('error', reject)
    pdf.end()
  })
/** “— 1 —” at the foot; the cover and catalogue of a volume carry none. */
const numberPages = (pdf: Pdf, from: number): void => {
  const { count } = pdf.bufferedPageRange()
  for (let n = from; n < count; n++) {
    pdf.switchToPage(n)
    pdf.page.margins.bottom = 0
    pdf.font('body').fontSize(size.small)
    pdf.text(`— ${n - from + 1} —`, left, bottom + mmToPt(7), { width, align: 'center', lineBreak: false })
  }
}

export const writePdf = (papers: readonly Printed[], qr?: Buffer): Promise<Buffer> => {
  const pdf = startPdf(papers[0]?.zh ?? '')
  for (const [n, { blocks }] of papers.entries()) {
    if (n > 0) pdf.addPage()
    for (const block of blocks) drawBlock(pdf, block)
  }
  if (qr) {
    room(pdf, 80)
    pdf.image(qr, left + width - 72, pdf.y + 8, { width: 72 })
  }
  numberPages(pdf, 0)
  return bytesOf(pdf)
}

/** Each may take two lines. */
const entriesPerPage = 14
/** 卷宗: cover, catalogue with the page each paper begins on, then the papers, numbered through. */
export const writeVolume = (cover: Printed, papers: readonly Printed[]): Promise<Buffer> => {
  const pdf = startPdf(cover.zh)
  for (const block of cover.blocks) drawBlock(pdf, block)
  const catalogues = Math.max(1, Math.ceil(papers.length / entriesPerPage))
  for (let n = 0; n < catalogues; n++) pdf.addPage()
  const firstPage = 1 + catalogues
  const begins: number[] = []
  for (const { blocks } of papers) {
    pdf.addPage()
    begins.push(pdf.bufferedPageRange().count - firstPage)
    for (const block of blocks) drawBlock(pdf, block)
  }
  const rows = papers.map((p, i) => [String(i + 1), p.number, p.zh, String(begins[i] ?? '')])
  for (let n = 0; n < catalogues; n++) {
    pdf.switchToPage(1 + n)
    pdf.y = mmToPt(page.topMm)
    drawBlock(pdf, { kind: 'title', text: '卷内文件目录' })
    drawTable(pdf, [['序号', '文号', '题名', '页次'], ...rows.slice(n * entriesPerPage, (n + 1) * entriesPerPage)])
  }
  numberPages(pdf, firstPage)
  return bytesOf(pdf)
}
