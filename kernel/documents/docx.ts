/** Blocks to Word (.docx) in the layout of GB/T 9704-2012. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Block } from './blocks.ts'
import { fonts, linePt, mmToTwip, page, size } from './layout.ts'

export interface Printed {
  readonly zh: string
  readonly number: string
  readonly blocks: readonly Block[]
}
/** 28 characters of 16 pt are 448 pt, the line has 442: each stands a quarter point closer. */
const tighter = -5
const run = (text: string, eastAsia: string, points: number): TextRun =>
  new TextRun({
    text,
    size: points * 2,
    characterSpacing: points === size.body ? tighter : 0,
    font: { eastAsia, ascii: fonts.latin, hAnsi: fonts.latin },
  })
const spacing = { line: Math.round(linePt * 20), lineRule: LineRuleType.EXACT }
const looks = {
  title: [fonts.title, size.title, AlignmentType.CENTER],
  number: [fonts.body, size.body, AlignmentType.CENTER],
  addressee: [fonts.body, size.body, AlignmentType.LEFT],
  first: [fonts.first, size.body, AlignmentType.LEFT],
  second: [fonts.second, size.body, AlignmentType.LEFT],
  body: [fonts.body, size.body, AlignmentType.BOTH],
  right: [fonts.body, size.body, AlignmentType.RIGHT],
  centre: [fonts.body, size.body, AlignmentType.CENTER],
} as const
const isIndented = (kind: Block['kind']): boolean => kind === 'body' || kind === 'first' || kind === 'second'

const tableOf = (rows: readonly (readonly string[])[]): Table => {
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const columns = Math.max(...rows.map((r) => r.length))
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map(
            (cell, i) =>
              new TableCell({
                ...(i === row.length - 1 && row.length < columns ? { columnSpan: columns - row.length + 1 } : {}),
                margins: { left: 80, right: 80, top: 40, bottom: 40 },
                children: [new Paragraph({ children: [run(cell, fonts.body, size.small)] })],
              }),
          ),
        }),
    ),
  })
}
const drawn = (block: Block, startsPage: boolean): Paragraph | Table => {
  if (block.kind === 'table') return tableOf(block.rows)
  if (block.kind === 'gap') return new Paragraph({ spacing, children: [] })
  const [font, points, alignment] = looks[block.kind]
  return new Paragraph({
    alignment,
    spacing,
    pageBreakBefore: startsPage,
    ...(isIndented(block.kind) ? { indent: { firstLine: size.body * 2 * 20, firstLineChars: 200 } } : {}),
    ...(block.kind === 'right' ? { indent: { right: size.body * 4 * 20 } } : {}),
    children: [run(block.text, font, points)],
  })
}
const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            size: size.small * 2,
            font: { eastAsia: fonts.page, ascii: fonts.page },
          }),
        ],
      }),
    ],
  })

/** @param qr PNG of the code that leads to the receipt of the last paper. */
export const writeDocx = (papers: readonly Printed[], qr?: Buffer): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: papers[0]?.zh ?? '',
      creator: 'CityLoop',
      sections: [
        {
          properties: {
            page: {
              size: { width: mmToTwip(page.widthMm), height: mmToTwip(page.heightMm) },
              margin: {
                top: mmToTwip(page.topMm),
                bottom: mmToTwip(page.bottomMm),
                left: mmToTwip(page.leftMm),
                right: mmToTwip(page.rightMm),
                footer: mmToTwip(page.bottomMm - 12),
              },
            },
            grid: { type: DocumentGridType.LINES, linePitch: Math.round(linePt * 20) },
          },
          footers: { default: pageNumber() },
          children: [
            ...papers.flatMap(({ blocks }, n) => blocks.map((block, i) => drawn(block, n > 0 && i === 0))),
            ...(qr
              ? [
                  new Paragraph({
                    alignment: AlignmentType.RIGHT,
                    children: [new ImageRun({ type: 'png', data: qr, transformation: { width: 72, height: 72 } })],
                  }),
                ]
              : []),
          ],
        },
      ],
    }),
  )
