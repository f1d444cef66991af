import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'

/**
 * PGlite unpacks the whole PostGIS bundle at every start. Raster, topology, the US geocoder and the upgrade scripts are two
 * thirds of it and nothing of ours uses them: without them a start is faster and takes 300 MB less memory (stack.md 1).
 */
const unused = [/postgis_(raster|topology)/, /tiger/, /unpackaged/, /--ANY--/, /upgrade/, /share\/postgresql\/contrib\//]

const block = 512
const textAt = (tar: Buffer, start: number, length: number): string =>
  tar.toString('latin1', start, start + length).replace(/\0.*$/s, '')

/** Reads a .tar.gz and returns it without the unused entries. Long-name entries (type L) go with the entry they name. */
export const slimBundle = (file: string | URL): Buffer => {
  const tar = gunzipSync(readFileSync(file))
  const kept: Buffer[] = []
  let longName: { name: string; bytes: Buffer } | undefined
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const size = Number.parseInt(textAt(tar, at + 124, 12).trim() || '0', 8)
    const next = at + block + Math.ceil(size / block) * block
    const bytes = tar.subarray(at, next)
    const type = textAt(tar, at + 156, 1)
    if (type === 'L' || type === 'x') {
      longName = { name: textAt(tar, at + block, size), bytes }
    } else {
      const name = longName?.name ?? `${textAt(tar, at + 345, 155)}/${textAt(tar, at, 100)}`
      if (!unused.some((pattern) => pattern.test(name))) kept.push(...(longName ? [longName.bytes] : []), bytes)
      longName = undefined
    }
    at = next
  }
  kept.push(Buffer.alloc(2 * block))
  return gzipSync(Buffer.concat(kept), { level: 6 })
}
