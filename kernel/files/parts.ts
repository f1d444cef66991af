/**
 * A file that comes in pieces over a bad line: each piece is on the disk before it is answered, and whoever sends asks first how much is
 * there and goes on from that byte, after a cut, a restart of the phone or of the server.
 */
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { reject } from '../errors.ts'
import type { RequestContext } from '../http/bind.ts'
import { fileLimitMb } from './keep.ts'

/** Largest piece taken at once, bytes. */
export const pieceLimit = 1024 * 1024
const keptMs = 7 * 86_400_000

/** Only who began an upload goes on with it: a key guessed by another names another file. */
const partPath = (ctx: RequestContext, key: string): string => {
  const name = createHash('sha256')
    .update(`${ctx.district} ${ctx.who?.personId ?? 'public'} ${key}`)
    .digest('hex')
  return join(ctx.kernel.fileDir, 'parts', name)
}
/** Bytes of an upload that are here. */
export const receivedOf = (ctx: RequestContext, key: string): Promise<number> =>
  stat(partPath(ctx, key)).then(
    (s) => s.size,
    () => 0,
  )
/** What was begun and given up. */
const sweep = async (dir: string): Promise<void> => {
  const before = Date.now() - keptMs
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }))
    if (mtimeMs < before) await rm(path, { force: true })
  }
}
/** Takes a piece that begins at byte `at`; one that begins elsewhere (said twice, or out of turn) changes nothing. @returns bytes that are here */
export const takePiece = async (ctx: RequestContext, key: string, at: number): Promise<number> => {
  const piece = ctx.request.body
  if (!Buffer.isBuffer(piece) || piece.length === 0) return reject('kernel.invalid', { detail: '没有内容' })
  if (at + piece.length > fileLimitMb * 1024 * 1024) reject('kernel.too-large', { limit: fileLimitMb })
  const dir = join(ctx.kernel.fileDir, 'parts')
  await mkdir(dir, { recursive: true })
  const there = await receivedOf(ctx, key)
  if (there !== at) return there
  if (at === 0) await sweep(dir)
  const file = await open(partPath(ctx, key), 'a')
  try {
    await file.writeFile(piece)
    await file.sync()
  } finally {
    await file.close()
  }
  return at + piece.length
}
/** The whole, once its size is what the sender says. */
export const wholeOf = async (ctx: RequestContext, key: string, size: number): Promise<Buffer> => {
  const there = await receivedOf(ctx, key)
  if (there !== size) reject('kernel.invalid', { detail: `文件还没有传完:${there}/${size}字节` })
  return readFile(partPath(ctx, key))
}
export const forgetParts = (ctx: RequestContext, key: string): Promise<void> => rm(partPath(ctx, key), { force: true })
