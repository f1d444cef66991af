/**
 * What a camera wrote into its JPEG, as far as evidence needs it: the whole EXIF block (to be carried over when the picture is made
 * smaller), and the place. Only what is looked for is read; anything odd reads as nothing.
 */
export interface ExifBlock {
  /** The APP1 segment with its marker and length. */
  readonly segment: Uint8Array
  readonly place: { readonly lon: number; readonly lat: number } | null
}
const exifMark = [0x45, 0x78, 0x69, 0x66, 0, 0]
const headLength = 10

/** The EXIF segment of a JPEG. */
const findSegment = (bytes: Uint8Array): Uint8Array | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 4 < bytes.length && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xda) return undefined
    if (marker === 0xe1 && exifMark.every((b, i) => bytes[at + 4 + i] === b))
      return bytes.slice(at, at + 2 + view.getUint16(at + 2))
  }
  return undefined
}
interface Tiff {
  readonly view: DataView
  readonly isLittle: boolean
}
/** Where a tag's value stands in a directory. */
const findTag = ({ view, isLittle }: Tiff, directory: number, tag: number): number | undefined => {
  const count = view.getUint16(directory, isLittle)
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + i * 12
    if (view.getUint16(at, isLittle) === tag) return at + 8
  }
  return undefined
}
const rational = ({ view, isLittle }: Tiff, at: number): number =>
  view.getUint32(at, isLittle) / (view.getUint32(at + 4, isLittle) || 1)
const degrees = (tiff: Tiff, directory: number, refTag: number, tag: number): number | undefined => {
  const ref = findTag(tiff, directory, refTag)
  const value = findTag(tiff, directory, tag)
  if (ref === undefined || value === undefined) return undefined
  const at = tiff.view.getUint32(value, tiff.isLittle)
  const sum = rational(tiff, at) + rational(tiff, at + 8) / 60 + rational(tiff, at + 16) / 3600
  const letter = String.fromCharCode(tiff.view.getUint8(ref))
  return letter === 'S' || letter === 'W' ? -sum : sum
}
const gpsPointer = 0x8825
const orientationTag = 0x0112
const placeOf = (tiff: Tiff, first: number): ExifBlock['place'] => {
  const pointer = findTag(tiff, first, gpsPointer)
  if (pointer === undefined) return null
  const directory = tiff.view.getUint32(pointer, tiff.isLittle)
  const lat = degrees(tiff, directory, 1, 2)
  const lon = degrees(tiff, directory, 3, 4)
  return lon !== undefined && lat !== undefined && (lon !== 0 || lat !== 0) ? { lon, lat } : null
}
export const readExif = (bytes: Uint8Array): ExifBlock | undefined => {
  const segment = findSegment(bytes)
  if (!segment) return undefined
  try {
    const view = new DataView(segment.buffer, segment.byteOffset + headLength)
    const tiff = { view, isLittle: view.getUint16(0) === 0x4949 }
    const first = view.getUint32(4, tiff.isLittle)
    const place = placeOf(tiff, first)
    const orientation = findTag(tiff, first, orientationTag)
    // The smaller picture is drawn upright already; the tag would turn it a second time.
    if (orientation !== undefined) view.setUint16(orientation, 1, tiff.isLittle)
    return { segment, place }
  } catch {
    return undefined
  }
}
/** Puts an EXIF segment behind the start of another JPEG. */
export const withExif = (jpeg: Uint8Array, segment: Uint8Array): Uint8Array<ArrayBuffer> => {
  const out = new Uint8Array(jpeg.length + segment.length)
  out.set(jpeg.subarray(0, 2))
  out.set(segment, 2)
  out.set(jpeg.subarray(2), 2 + segment.length)
  return out
}
