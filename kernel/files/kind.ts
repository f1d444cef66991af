/** What a file is, by its first bytes; its name and the browser's word count for nothing. */
export type Sort = 'image' | 'document' | 'video' | 'audio'
export interface Kind {
  readonly mime: string
  readonly sort: Sort
  readonly extension: string
}
const image = (mime: string, extension: string): Kind => ({ mime, sort: 'image', extension })
const office = 'application/vnd.openxmlformats-officedocument'

const heicBrands = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1', 'avif'])
const videoBrands = new Set(['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'dash', 'M4V '])
/** ISO base media (ISO/IEC 14496-12): the brand in the `ftyp` box says which. */
const isoMedia = (brand: string): Kind | undefined => {
  if (heicBrands.has(brand)) return image('image/heic', 'heic')
  if (brand === 'M4A ' || brand === 'M4B ') return { mime: 'audio/mp4', sort: 'audio', extension: 'm4a' }
  return videoBrands.has(brand) ? { mime: 'video/mp4', sort: 'video', extension: 'mp4' } : undefined
}
/** Entry names stand uncompressed in a zip. Macros are code, and refused. */
const officeOpenXml = (bytes: Buffer): Kind | undefined => {
  if (!bytes.includes('[Content_Types].xml') || bytes.includes('vbaProject.bin')) return undefined
  if (bytes.includes('word/document.xml'))
    return { mime: `${office}.wordprocessingml.document`, sort: 'document', extension: 'docx' }
  return bytes.includes('xl/workbook.xml')
    ? { mime: `${office}.spreadsheetml.sheet`, sort: 'document', extension: 'xlsx' }
    : undefined
}
const isMp3 = (bytes: Buffer): boolean => {
  if (bytes.toString('latin1', 0, 3) === 'ID3') return true
  const [first = 0, second = 0] = bytes
  // Frame sync, MPEG layer III; layer bits 00 would be AAC or a JPEG-like marker.
  return first === 0xff && (second & 0xe6) === 0xe2
}

/** The accepted kind of a file, or undefined: JPEG, PNG, WebP, HEIC, PDF, MP4, M4A, MP3, docx, xlsx. */
export const kindOf = (bytes: Buffer): Kind | undefined => {
  const text = (from: number, to: number): string => bytes.toString('latin1', from, to)
  if (bytes.length < 12) return undefined
  if (text(0, 3) === '\xff\xd8\xff') return image('image/jpeg', 'jpg')
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return image('image/png', 'png')
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return image('image/webp', 'webp')
  if (text(4, 8) === 'ftyp') return isoMedia(text(8, 12))
  if (text(0, 5) === '%PDF-') return { mime: 'application/pdf', sort: 'document', extension: 'pdf' }
  if (text(0, 4) === 'PK\x03\x04') return officeOpenXml(bytes)
  return isMp3(bytes) ? { mime: 'audio/mpeg', sort: 'audio', extension: 'mp3' } : undefined
}

/** What a refused file seems to be, for the message. */
export const guessName = (bytes: Buffer, name: string): string => {
  if (bytes.toString('latin1', 0, 2) === 'MZ' || bytes.toString('latin1', 1, 4) === 'ELF') return `可执行程序(${name})`
  return name || '未知'
}
