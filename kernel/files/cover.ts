/** Covering parts of a picture for good: each is reduced to a few squares of its mean colours, from which nothing can be brought back. */
import sharp from 'sharp'

/** A rectangle as parts (0–1) of the picture's width and height. */
export interface Part {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}
/** Squares along the longer side of a covered part. */
const squares = 6
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** @returns a JPEG of the same size without metadata, each part covered */
export const coverParts = async (picture: Buffer, parts: readonly Part[]): Promise<Buffer> => {
  const { data, info } = await sharp(picture)
    .rotate()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: 3 } as const
  const covers = await Promise.all(
    parts.map(async (part) => {
      const left = clamp(Math.floor(part.left * info.width), 0, info.width - 1)
      const top = clamp(Math.floor(part.top * info.height), 0, info.height - 1)
      const width = clamp(Math.ceil(part.width * info.width), 1, info.width - left)
      const height = clamp(Math.ceil(part.height * info.height), 1, info.height - top)
      const side = Math.max(width, height) / squares
      const small = await sharp(data, { raw })
        .extract({ left, top, width, height })
        .resize(Math.max(1, Math.round(width / side)), Math.max(1, Math.round(height / side)), { fit: 'fill', kernel: 'linear' })
        .png()
        .toBuffer()
      return { input: await sharp(small).resize(width, height, { fit: 'fill', kernel: 'nearest' }).png().toBuffer(), left, top }
    }),
  )
  return sharp(data, { raw }).composite(covers).jpeg({ quality: 82 }).toBuffer()
}
