/** Pictures: drawn anew without anything their camera wrote into them, and fingerprinted so that a photo handed in twice is noticed. */
import sharp from 'sharp'
import { reject } from '../errors.ts'

const longestSide = 2560
const thumbSide = 320
/** Above this a picture is a bomb: 100 megapixels are 300 MB of memory. */
const pixelLimit = 100_000_000

export interface Picture {
  readonly bytes: Buffer
  readonly width: number
  readonly height: number
  /** 64 bits as a signed decimal, or null for a picture too plain to tell from others. */
  readonly phash: string | null
}

/** Neighbouring grey values closer than this say nothing. */
const grain = 2
/** A fingerprint with fewer telling pairs of 64 (a bare wall, a dark frame) would resemble every other plain picture. */
const leastTelling = 16

/** Difference hash (dHash): 9 × 8 grey pixels, one bit per pair of neighbours. Survives re-saving, scaling and small changes of light. */
const fingerprint = async (bytes: Buffer): Promise<string | null> => {
  const grey = await sharp(bytes).greyscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer()
  let hash = 0n
  let telling = 0
  for (let y = 0; y < 8; y++)
    for (let x = 0; x < 8; x++) {
      const difference = (grey[y * 9 + x] ?? 0) - (grey[y * 9 + x + 1] ?? 0)
      if (Math.abs(difference) >= grain) telling++
      hash = (hash << 1n) | (difference > 0 ? 1n : 0n)
    }
  return telling < leastTelling ? null : BigInt.asIntN(64, hash).toString()
}

/** Decodes, turns upright, drops all metadata, scales to 2560 px and encodes as JPEG. Refuses what cannot be decoded to its end. */
export const redraw = async (original: Buffer, name: string): Promise<Picture> => {
  const { data, info } = await sharp(original, { failOn: 'warning', limitInputPixels: pixelLimit })
    .rotate()
    .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
    .catch(() => reject('kernel.file-kind', { kind: `打不开的图片(${name})` }))
  return { bytes: data, width: info.width, height: info.height, phash: await fingerprint(data) }
}
export const thumbnail = (served: Buffer): Promise<Buffer> =>
  sharp(served).resize(thumbSide, thumbSide, { fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 75 }).toBuffer()
