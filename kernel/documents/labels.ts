/** 标签: sheets of stickers for things in the street, 24 to an A4 page (70 × 37 mm), each with the code a phone reads. */
import QRCode from 'qrcode'
import { mmToPt } from './layout.ts'
import { bytesOf, startPdf } from './pdf.ts'

export interface Label {
  readonly title: string
  readonly code: string
  readonly kind: string
  /** What the code says: the address of the thing's own page. */
  readonly url: string
}
const sheet = { columns: 3, rows: 8, widthMm: 70, heightMm: 37, padMm: 4 } as const
const perPage = sheet.columns * sheet.rows

/** A PDF of the labels in their order; at least one. */
export const writeLabels = async (zh: string, labels: readonly Label[]): Promise<Buffer> => {
  const pdf = startPdf(zh)
  pdf.page.margins.bottom = 0
  for (const [n, label] of labels.entries()) {
    if (n > 0 && n % perPage === 0) {
      pdf.addPage()
      pdf.page.margins.bottom = 0
    }
    const place = n % perPage
    const x = mmToPt((place % sheet.columns) * sheet.widthMm + sheet.padMm)
    const y = mmToPt(Math.floor(place / sheet.columns) * sheet.heightMm + sheet.padMm)
    const side = mmToPt(sheet.heightMm - 2 * sheet.padMm)
    pdf.image(await QRCode.toBuffer(label.url, { margin: 0, width: 288 }), x, y, { width: side })
    const text = { width: mmToPt(sheet.widthMm - 2 * sheet.padMm - 3) - side, ellipsis: true, lineBreak: true }
    const left = x + side + mmToPt(3)
    pdf
      .font('bold')
      .fontSize(10)
      .text(label.title, left, y, { ...text, height: mmToPt(13) })
    pdf
      .font('body')
      .fontSize(9)
      .text(label.code, left, y + mmToPt(15), { ...text, height: mmToPt(8) })
    pdf.fontSize(8).text(label.kind, left, y + mmToPt(24), { ...text, height: mmToPt(5) })
  }
  return bytesOf(pdf)
}
