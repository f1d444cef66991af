/** Looking into a .docx: its parts, its page, the code printed on it. */
import { inflateRawSync } from 'node:zlib'
import jsQR from 'jsqr'
import sharp from 'sharp'

/** The parts of a zip by name, from its central directory. */
export const unzip = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const parts = new Map<string, Buffer>()
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = bytes.readUInt32LE(end + 16)
  for (let n = bytes.readUInt16LE(end + 10); n > 0; n--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const raw = bytes.subarray(begin, begin + size)
    parts.set(bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8'), method === 0 ? raw : inflateRawSync(raw))
    at += 46 + nameLength + extra + comment
  }
  return parts
}
/** The library's types name its module, not its function. */
const decode = jsQR as unknown as (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null
export const readCode = async (png: Buffer): Promise<string | undefined> => {
  const { data, info } = await sharp(png)
    .extend({ top: 24, bottom: 24, left: 24, right: 24, background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return decode(new Uint8ClampedArray(data), info.width, info.height)?.data
}
