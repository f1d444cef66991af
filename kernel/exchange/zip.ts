/** A few files as one ZIP (APPNOTE 6.3.10), deflated, names in UTF-8. */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  readonly name: string
  readonly data: Buffer
}
const isUtf8 = 0x0800
/** 1980-01-01, so that the same content gives the same bytes. */
const date = 0x0021
const header = (signature: number, extra: Buffer, name: Buffer, crc: number, packed: number, size: number): Buffer => {
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(isUtf8, 2)
  common.writeUInt16LE(8, 4)
  common.writeUInt16LE(0, 6)
  common.writeUInt16LE(date, 8)
  common.writeUInt32LE(crc, 10)
  common.writeUInt32LE(packed, 14)
  common.writeUInt32LE(size, 18)
  common.writeUInt16LE(name.length, 22)
  const sign = Buffer.alloc(4)
  sign.writeUInt32LE(signature)
  // The central directory says first by which version it was made.
  return Buffer.concat([sign, ...(signature === 0x02014b50 ? [Buffer.from([20, 0])] : []), common, extra, name])
}
/** Whole in memory: for exports, which are bounded. */
export const zip = (files: readonly ZipFile[]): Buffer => {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data } of files) {
    const bytes = Buffer.from(name, 'utf8')
    const packed = deflateRawSync(data)
    const crc = crc32(data)
    const local = header(0x04034b50, Buffer.alloc(0), bytes, crc, packed.length, data.length)
    const more = Buffer.alloc(14)
    more.writeUInt32LE(at, 10)
    directory.push(header(0x02014b50, more, bytes, crc, packed.length, data.length))
    parts.push(local, packed)
    at += local.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, list, end])
}
