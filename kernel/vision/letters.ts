/**
 * The reader of writing: PP-OCRv4 through @gutenye/ocr-node. That library joins lines which stand at one height into one, and the
 * joint box of slanted lines covers neither; each line is therefore shown to it at a height of its own and looked up afterwards.
 */
import sharp from 'sharp'
import { boundsOf, type ReadOptions, type TextLine } from './shape.ts'

type Corners = readonly (readonly [number, number])[]
interface RawPicture {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}
type Line = { readonly text: string; readonly mean: number; readonly box?: Corners }
type Split = (image: RawPicture, source: RawPicture) => Promise<{ readonly image: RawPicture; readonly box: Corners }[]>
interface OcrModule {
  readonly default: { readonly create: () => Promise<{ readonly detect: (image: unknown) => Promise<readonly Line[]> }> }
  readonly registerBackend: (backend: Readonly<Record<string, unknown>>) => void
}
/** Not every machine has these packages, and no type of theirs may be asked for where they are not. */
export const importOptional = async <T>(name: string): Promise<T> => (await import(name)) as T

/** Above this nothing more is read and memory grows by gigabytes. */
const longestSide = 1600
const apart = 1000

/** A picture as the library wants it: RGBA, resized on request. A class because the library makes them by `new`. */
class Picture implements RawPicture {
  data: Uint8Array
  width: number
  height: number
  constructor({ data, width, height }: RawPicture) {
    this.data = data
    this.width = width
    this.height = height
  }
  static open(picture: RawPicture): Picture {
    return new Picture(picture)
  }
  async resize(size: { readonly width?: number; readonly height?: number }): Promise<Picture> {
    const raw = { width: this.width, height: this.height, channels: 4 } as const
    const { data, info } = await sharp(this.data, { raw })
      .resize({ ...size, fit: 'contain' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    this.data = data
    this.width = info.width
    this.height = info.height
    return this
  }
}

export const createLetters = async () => {
  const ocr = await importOptional<OcrModule>('@gutenye/ocr-node')
  const { splitIntoLineImages } = await importOptional<{ readonly splitIntoLineImages: Split }>(
    '@gutenye/ocr-common/splitIntoLineImages',
  )
  const engine = await ocr.default.create()
  let corners: readonly Corners[] = []
  const split: Split = async (image, source) => {
    const lines = await splitIntoLineImages(image, source)
    corners = lines.map((line) => line.box.map(([x, y]) => [x, y] as const))
    return lines.map((line, n) => {
      const [top, bottom] = [n * apart, n * apart + 10]
      return {
        image: line.image,
        box: [
          [0, top],
          [1, top],
          [1, bottom],
          [0, bottom],
        ] as const,
      }
    })
  }
  ocr.registerBackend({ ImageRaw: Picture, splitIntoLineImages: split })
  return async (bytes: Uint8Array, { turned, stretched }: ReadOptions): Promise<readonly TextLine[]> => {
    let upright = sharp(bytes).rotate().flatten({ background: '#ffffff' }).toColourspace('srgb')
    const whole = await upright.clone().raw().toBuffer({ resolveWithObject: true })
    upright = sharp(whole.data, { raw: { width: whole.info.width, height: whole.info.height, channels: 3 } })
    upright = upright.resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    if (stretched) upright = upright.normalise({ lower: 2, upper: 98 })
    let { data, info } = await upright.ensureAlpha(1).raw().toBuffer({ resolveWithObject: true })
    if (turned) {
      const raw = { width: info.width, height: info.height, channels: 4 } as const
      ;({ data, info } = await sharp(data, { raw }).rotate(180).raw().toBuffer({ resolveWithObject: true }))
    }
    const lines = await engine.detect({ data, width: info.width, height: info.height })
    const scale = whole.info.width / info.width
    return lines.flatMap(({ text, mean, box }) => {
      const own = corners[Math.round((box?.[0]?.[1] ?? -1) / apart)]
      if (!own) return []
      const seen = turned ? own.map(([x, y]) => [info.width - x, info.height - y] as const) : own
      return [{ text, confidence: mean, box: boundsOf(seen.map(([x, y]) => [x * scale, y * scale] as const)) }]
    })
  }
}
