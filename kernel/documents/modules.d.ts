/** What we use of two libraries that bring no types of their own. */
declare module 'pdfkit' {
  import { Readable } from 'node:stream'

  interface TextOptions {
    readonly width?: number
    readonly align?: 'left' | 'center' | 'right' | 'justify'
    readonly indent?: number
    readonly lineGap?: number
    readonly lineBreak?: boolean
    readonly height?: number
    readonly ellipsis?: boolean
  }
  export default class PDFDocument extends Readable {
    constructor(options: {
      readonly size: string
      readonly margins: { top: number; bottom: number; left: number; right: number }
      readonly bufferPages: boolean
      readonly info: Readonly<Record<string, string>>
    })
    x: number
    y: number
    page: { margins: { top: number; bottom: number; left: number; right: number } }
    registerFont(name: string, file: string): this
    font(name: string): this
    fontSize(points: number): this
    currentLineHeight(includeGap: boolean): number
    heightOfString(text: string, options: TextOptions): number
    text(text: string, x: number, y: number, options?: TextOptions): this
    rect(x: number, y: number, width: number, height: number): this
    lineWidth(points: number): this
    stroke(): this
    image(bytes: Buffer, x: number, y: number, options: { readonly width: number }): this
    addPage(): this
    switchToPage(n: number): this
    bufferedPageRange(): { readonly start: number; readonly count: number }
    end(): void
  }
}
declare module 'qrcode' {
  const QRCode: { toBuffer(text: string, options: { readonly margin: number; readonly width: number }): Promise<Buffer> }
  export default QRCode
}
