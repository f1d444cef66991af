/** Flyers as they hang in the street: drawn, then turned, blurred, faded, photographed. */
import sharp from 'sharp'

export interface FlyerLook {
  /** Degrees. */
  readonly turn?: number
  /** Radius of the blur in pixels. */
  readonly blur?: number
  readonly paper?: string
  readonly ink?: string
  /** Hung upside down. */
  readonly isUpsideDown?: boolean
  /** JPEG quality. */
  readonly quality?: number
}
export const flyerPicture = async (lines: readonly string[], look: FlyerLook = {}): Promise<Buffer> => {
  const { turn = 0, blur, paper = '#fdfbf3', ink = '#b00c0c', isUpsideDown = false, quality = 75 } = look
  const text = lines
    .map((line, i) => `<text x="480" y="${210 + i * 100}" text-anchor="middle" fill="${ink}">${line}</text>`)
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720"><rect width="100%" height="100%" fill="#8d877a"/>
    <g transform="rotate(${turn} 480 360)" font-family="Noto Sans CJK SC, Noto Serif CJK SC, sans-serif" font-size="58"><rect x="130" y="110" width="700" height="500" fill="${paper}"/>${text}</g></svg>`
  let picture = sharp(Buffer.from(svg))
  if (isUpsideDown) picture = picture.rotate(180)
  if (blur) picture = picture.blur(blur)
  return picture.jpeg({ quality }).toBuffer()
}
/** The body of an upload. */
export const uploadBody = (...pictures: readonly Buffer[]): FormData => {
  const body = new FormData()
  for (const [n, picture] of pictures.entries())
    body.append('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), `照片${n + 1}.jpg`)
  return body
}
