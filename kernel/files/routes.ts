/** Files in and out. What leaves has no metadata of its camera. */
import '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { reject } from '../errors.ts'
import { type BoundRoute, bind, type RequestContext } from '../http/bind.ts'
import { bucketsPer } from './bucket.ts'
import { type FileView, fileRoute, partRoutes, publicPartRoutes, publicUploadRoute, thumbRoute, uploadRoute } from './contract.ts'
import { fileLimitMb, findStored, keepFile, type Prepared, prepareFile, type StoredFile } from './keep.ts'
import type { Sort } from './kind.ts'
import { forgetParts, receivedOf, takePiece, wholeOf } from './parts.ts'
import { thumbnail } from './picture.ts'
import { derivedBlob, streamBlob } from './store.ts'

export interface UploadedPart {
  readonly name: string
  readonly bytes: Buffer
}
/** The files of a multipart request, one after the other: only one is in memory at a time. */
export const readParts = async function* (request: FastifyRequest): AsyncGenerator<UploadedPart> {
  if (!request.isMultipart()) reject('kernel.invalid', { detail: '请以 multipart/form-data 上传文件' })
  try {
    for await (const part of request.parts())
      if (part.type === 'file') yield { name: part.filename ?? '', bytes: await part.toBuffer() }
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), 'code')
    if (code === 'FST_REQ_FILE_TOO_LARGE') reject('kernel.too-large', { limit: fileLimitMb })
    if (code === 'FST_FILES_LIMIT') reject('kernel.invalid', { detail: '一次上传的文件太多' })
    throw error
  }
}

const keepAll = (ctx: RequestContext, prepared: readonly Prepared[]) => {
  ctx.reply.code(201)
  return ctx.work(async (work) => {
    const files = []
    for (const file of prepared) files.push(await keepFile(work, file, true))
    return files
  })
}
const takeIn = async (ctx: RequestContext, accept?: readonly Sort[]) => {
  const prepared: Prepared[] = []
  for await (const part of readParts(ctx.request)) prepared.push(await prepareFile(ctx.kernel, ctx.district, { ...part, accept }))
  if (prepared.length === 0) reject('kernel.invalid', { detail: '没有选择文件' })
  return keepAll(ctx, prepared)
}
interface Ended {
  readonly key: string
  readonly name: string
  readonly size: number
}
const takeWhole = async (ctx: RequestContext, { key, name, size }: Ended, accept?: readonly Sort[]) => {
  const bytes = await wholeOf(ctx, key, size)
  try {
    return await keepAll(ctx, [await prepareFile(ctx.kernel, ctx.district, { name, bytes, accept })])
  } finally {
    // Kept, or of a kind that is never kept: in both cases nothing is left to go on with.
    await forgetParts(ctx, key)
  }
}

/** Thirty files at once and thirty a minute from one address: a family behind one router reports in comfort, a script does not. */
const publicBuckets = bucketsPer({ capacity: 30, perMinute: 30 })

const spend = (ctx: RequestContext): void => {
  const seconds = publicBuckets(ctx.kernel).take(ctx.ip)
  if (seconds > 0) reject('kernel.too-many', { seconds })
}
const citizenSorts: readonly Sort[] = ['image', 'video', 'audio']
/** A citizen is not told what others have handed in. */
const told = ({ id, sha256, mime, width, height }: FileView) => ({ id, sha256, mime, width, height })

const getStored = async (ctx: RequestContext, id: string): Promise<StoredFile> =>
  (await ctx.work((work) => findStored(work, id, ctx.who?.personId ?? null))) ?? reject('kernel.not-found', { what: '文件' })

/** The bytes of an address never change: a browser asks once. A PDF or page inside may run nothing. */
const describe = (reply: FastifyReply, tag: string, mime: string): FastifyReply =>
  reply
    .header('content-type', mime)
    .header('etag', tag)
    .header('cache-control', 'private, max-age=31536000, immutable')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
const disposition = ({ name, mime }: StoredFile): string =>
  `${/^(image|video|audio)\/|pdf$/.test(mime) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(name)}`

/** One range, as players of video ask for; anything else gets the whole. */
const rangeOf = (header: string | undefined, size: number): { readonly start: number; readonly end: number } | undefined => {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return undefined
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]))
  return start <= end && start < size ? { start, end } : undefined
}
/** A kept file as the answer of a route of its own, which has asked whether this reader may have it. */
export const sendStored = async (ctx: RequestContext, id: string): Promise<FastifyReply> =>
  sendFile(ctx, await getStored(ctx, id))
const sendFile = (ctx: RequestContext, file: StoredFile): FastifyReply => {
  const tag = `"${file.sha256}"`
  const reply = describe(ctx.reply, tag, file.mime)
    .header('content-disposition', disposition(file))
    .header('accept-ranges', 'bytes')
  if (ctx.request.headers['if-none-match'] === tag) return reply.code(304).send()
  const range = rangeOf(ctx.request.headers.range, file.size)
  if (!range) return reply.header('content-length', file.size).send(streamBlob(ctx.kernel.fileDir, file.sha256))
  return reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${file.size}`)
    .header('content-length', range.end - range.start + 1)
    .send(streamBlob(ctx.kernel.fileDir, file.sha256, range))
}

export const fileRoutes: readonly BoundRoute[] = [
  bind(uploadRoute, async (_input, ctx) => ({ files: await takeIn(ctx) })),
  bind(publicUploadRoute, async (_input, ctx) => {
    spend(ctx)
    return { files: (await takeIn(ctx, citizenSorts)).map(told) }
  }),
  bind(partRoutes.seen, async ({ key }, ctx) => ({ received: await receivedOf(ctx, key) })),
  bind(partRoutes.piece, async ({ key, at }, ctx) => ({ received: await takePiece(ctx, key, at) })),
  bind(partRoutes.end, async (input, ctx) => ({ files: await takeWhole(ctx, input) })),
  bind(publicPartRoutes.seen, async ({ key }, ctx) => ({ received: await receivedOf(ctx, key) })),
  bind(publicPartRoutes.piece, async ({ key, at }, ctx) => {
    if (at === 0) spend(ctx)
    return { received: await takePiece(ctx, key, at) }
  }),
  bind(publicPartRoutes.end, async (input, ctx) => ({ files: (await takeWhole(ctx, input, citizenSorts)).map(told) })),
  bind(fileRoute, ({ id }, ctx) => sendStored(ctx, id)),
  bind(thumbRoute, async ({ id }, ctx) => {
    const file = await getStored(ctx, id)
    if (!file.mime.startsWith('image/')) return reject('kernel.not-found', { what: '缩略图' })
    const tag = `"${file.sha256}-320"`
    const reply = describe(ctx.reply, tag, 'image/jpeg')
    if (ctx.request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.send(await derivedBlob(ctx.kernel.fileDir, file.sha256, '320.jpg', thumbnail))
  }),
]
