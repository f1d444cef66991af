/** The entries of a small ZIP by name; refuses what is encrypted, torn or would unpack to too much. */
import { inflateRawSync } from 'node:zlib'
import { reject } from '../errors.ts'

const mostBytes = 200 * 1024 * 1024
const mostEntries = 200
const torn = (): never => reject('kernel.invalid', { detail: '压缩包打不开' })

const entryAt = (bytes: Buffer, at: number) => {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return torn()
  const [flags, method, packed, size] = [
    bytes.readUInt16LE(at + 8),
    bytes.readUInt16LE(at + 10),
    bytes.readUInt32LE(at + 20),
    bytes.readUInt32LE(at + 24),
  ]
  const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)]
  if (flags & 1) reject('kernel.invalid', { detail: '压缩包设了密码' })
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    method,
    packed,
    size,
    local: bytes.readUInt32LE(at + 42),
    next: at + 46 + nameLength + extra + comment,
  }
}
export const unzip = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const end = bytes.lastIndexOf('PK\x05\x06')
  if (end < 0 || end + 22 > bytes.length) return torn()
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  for (let n = Math.min(bytes.readUInt16LE(end + 10), mostEntries); n > 0; n--) {
    const { name, method, packed, size, local, next } = entryAt(bytes, at)
    at = next
    total += size
    if (total > mostBytes) reject('kernel.invalid', { detail: '压缩包展开后太大' })
    if (local + 30 > bytes.length) return torn()
    const begins = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(begins, begins + packed)
    if (method !== 0 && method !== 8) return torn()
    try {
      files.set(name, method === 0 ? data : inflateRawSync(data, { maxOutputLength: Math.max(1, size) }))
    } catch {
      return torn()
    }
  }
  return files
}
