/** GB/T 9704-2012 党政机关公文格式: the page and the type of an official paper. Millimetres and points. */
export const page = { widthMm: 210, heightMm: 297, topMm: 37, bottomMm: 35, leftMm: 28, rightMm: 26 } as const
/** 22 lines of 28 characters on 156 × 225 mm. */
export const lines = { perPage: 22, perLine: 28 } as const
export const size = { title: 22, body: 16, small: 14 } as const
/** 225 mm by 22 lines, in points: 28.99. */
export const linePt = ((page.heightMm - page.topMm - page.bottomMm) / 25.4) * (72 / lines.perPage)
export const fonts = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  first: '黑体',
  second: '楷体_GB2312',
  page: '宋体',
  latin: 'Times New Roman',
} as const
export const mmToPt = (mm: number): number => (mm / 25.4) * 72
/** Twentieths of a point, as Word counts. */
export const mmToTwip = (mm: number): number => Math.round((mm / 25.4) * 1440)
