/** Photos before they travel: what is small goes as it is; a large one is drawn smaller, with the camera's own words kept in it. */
import { readExif, withExif } from './exif.ts'

const originalLimit = 3 * 1024 * 1024
const sideLimit = 2560
const quality = 0.85
const sent = new Set(['image/jpeg', 'image/png', 'image/webp'])
export interface TakenPhoto {
  readonly name: string
  readonly blob: Blob
  /** Where the camera says it was taken. */
  readonly place: { readonly lon: number; readonly lat: number } | null
}
const draw = async (file: Blob): Promise<Blob> => {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, sideLimit / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))), 'image/jpeg', quality),
  )
}
export const preparePhoto = async (file: File): Promise<TakenPhoto> => {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const exif = readExif(bytes)
  const place = exif?.place ?? null
  // A copy: the file behind an input may be gone by the time it is stored.
  const original = { name: file.name || 'photo.jpg', blob: new Blob([bytes], { type: file.type }), place }
  if (!file.type.startsWith('image/') || (file.size <= originalLimit && sent.has(file.type))) return original
  try {
    const small = await draw(file)
    const blob = exif
      ? new Blob([withExif(new Uint8Array(await small.arrayBuffer()), exif.segment)], { type: 'image/jpeg' })
      : small
    return { name: `${original.name.replace(/\.\w+$/, '')}.jpg`, blob, place }
  } catch {
    // What this browser cannot draw goes as it is; the server says what it makes of it.
    return original
  }
}
const thumbSide = 160
export const makeThumb = async (blob: Blob): Promise<Blob | null> => {
  try {
    const picture = await createImageBitmap(blob)
    const scale = thumbSide / Math.min(picture.width, picture.height)
    const canvas = document.createElement('canvas')
    canvas.width = thumbSide
    canvas.height = thumbSide
    const [w, h] = [picture.width * scale, picture.height * scale]
    canvas.getContext('2d')?.drawImage(picture, (thumbSide - w) / 2, (thumbSide - h) / 2, w, h)
    picture.close()
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.7))
  } catch {
    return null
  }
}
