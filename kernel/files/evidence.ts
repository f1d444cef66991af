/** What a camera wrote into its picture: when, where, with what. Kept as evidence, never served. */
import exifr from 'exifr'
import { instantOf } from '../calendar/index.ts'

export interface Evidence {
  readonly takenAt: Date | null
  readonly takenLon: number | null
  readonly takenLat: number | null
  readonly device: string | null
  /** As written by the camera. */
  readonly detail: Readonly<Record<string, string | number>>
}
const none: Evidence = { takenAt: null, takenLon: null, takenLat: null, device: null, detail: {} }
const tags = [
  'Make',
  'Model',
  'Software',
  'DateTimeOriginal',
  'CreateDate',
  'OffsetTimeOriginal',
  'GPSLatitude',
  'GPSLatitudeRef',
  'GPSLongitude',
  'GPSLongitudeRef',
  'GPSAltitude',
  'GPSImgDirection',
  'Orientation',
]

/** PostgreSQL takes no NUL, and nobody needs a thousand letters of it. */
const clean = (value: unknown): string | undefined => {
  if (typeof value !== 'string') return undefined
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
  const text = value.replace(/[\u0000-\u001f\u007f]/g, '').trim()
  return text === '' ? undefined : text.slice(0, 120)
}
/** `2026:11:20 10:20:30` with `+08:00`, or else on the wall of the district. */
const instantFrom = (text: string | undefined, offset: string | undefined, zone: string): Date | null => {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/.exec(text ?? '')
  if (!match) return null
  const [, y, mo, d, h, mi, s] = match
  const wall = `${y}-${mo}-${d}T${h}:${mi}:${s}`
  if (offset && /^[+-]\d\d:\d\d$/.test(offset)) {
    const at = new Date(`${wall}${offset}`)
    return Number.isNaN(at.getTime()) ? null : at
  }
  const local = Date.parse(`${wall}Z`)
  return Number.isNaN(local) ? null : new Date(instantOf(zone, local))
}
const deviceOf = (make: string | undefined, model: string | undefined): string | null => {
  if (!make) return model ?? null
  if (!model) return make
  return model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`
}
const isPlace = (lon: unknown, lat: unknown): boolean =>
  typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90 && (lon !== 0 || lat !== 0)

/** Reads EXIF. A picture without it, or with a broken one, has no evidence; that is no reason to refuse it. */
export const readEvidence = async (bytes: Buffer, zone: string): Promise<Evidence> => {
  const found: Record<string, unknown> | undefined = await exifr
    .parse(bytes, { tiff: true, exif: true, gps: true, reviveValues: false, translateValues: false, pick: tags })
    .catch(() => undefined)
  if (!found) return none
  const detail: Record<string, string | number> = {}
  for (const tag of tags) {
    const value = found[tag]
    const text = clean(value)
    if (text !== undefined) detail[tag] = text
    else if (typeof value === 'number' && Number.isFinite(value)) detail[tag] = value
  }
  const { longitude, latitude } = found
  const hasPlace = isPlace(longitude, latitude)
  return {
    takenAt: instantFrom(clean(found.DateTimeOriginal) ?? clean(found.CreateDate), clean(found.OffsetTimeOriginal), zone),
    takenLon: hasPlace ? Number(longitude) : null,
    takenLat: hasPlace ? Number(latitude) : null,
    device: deviceOf(clean(found.Make), clean(found.Model)),
    detail,
  }
}
