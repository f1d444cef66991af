import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readExif, withExif } from './exif.ts'

const camera = {
  IFD0: { Make: 'Camera', Model: 'X' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 43/1 3396/100', GPSLongitudeRef: 'E', GPSLongitude: '119/1 54/1 2628/100' },
}
const make = (exif: object | undefined): Promise<Buffer> => {
  const plain = sharp({ create: { width: 64, height: 48, channels: 3, background: '#345' } }).jpeg()
  return (exif ? plain.withExif(exif as never) : plain).toBuffer()
}
describe('EXIF of photos', () => {
  it('reads the place', async () => {
    const { place } = readExif(new Uint8Array(await make(camera))) ?? {}
    expect(place?.lat).toBeCloseTo(31.726_1, 4)
    expect(place?.lon).toBeCloseTo(119.907_3, 4)
  })
  it('carries the block over to a smaller picture, upright', async () => {
    const large = await sharp(await make(camera))
      .withExifMerge({ IFD0: { Orientation: '6' } })
      .toBuffer()
    const block = readExif(new Uint8Array(large))
    const small = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    const joined = withExif(new Uint8Array(small), block?.segment ?? new Uint8Array())
    const { width, orientation } = await sharp(joined).metadata()
    expect(width).toBe(8)
    expect(orientation ?? 1).toBe(1)
    expect(readExif(joined)?.place?.lon).toBeCloseTo(119.907_3, 4)
  })
  it('finds nothing in a picture without, in another format and in noise', async () => {
    expect(readExif(new Uint8Array(await make(undefined)))).toBeUndefined()
    expect(readExif(new Uint8Array([1, 2, 3]))).toBeUndefined()
    expect(readExif(new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 9, 0x45, 0x78, 0x69, 0x66, 0, 0, 1]))?.place ?? null).toBeNull()
  })
})
