/** Files in and out. What leaves has no metadata of its camera. */
import '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { reject } from '../errors.ts'
import { type BoundRoute, bind, type RequestContext } from '../http/bind.ts'
import { createBuckets } from './bucket.ts'
import { fileRoute, publicUploadRoute, thumbRoute, uploadRoute } from './contract.ts'
import { fileLimitMb, findStored, keepFile, type Prepared, prepareFile, type StoredFile } from './keep.ts'
import type { Sort } from './kind.ts'
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

const takeIn = async (ctx: RequestContext, accept?: readonly Sort[]) => {
  const prepared: Prepared[] = []
  for await (const part of readParts(ctx.request)) prepared.push(await prepareFile(ctx.kernel, ctx.district, { ...part, accept }))
  if (prepared.length === 0) reject('kernel.invalid', { detail: '没有选择文件' })
  ctx.reply.code(201)
  return ctx.work(async (work) => {
    const files = []
    for (const file of prepared) files.push(await keepFile(work, file))
    return files
  })
}

/** Thirty files at once and thirty a minute from one address: a family behind one router reports in comfort, a script does not. */
const publicBuckets = createBuckets({ capacity: 30, perMinute: 30 })

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
    const seconds = publicBuckets.take(ctx.ip)
    if (seconds > 0) reject('kernel.too-many', { seconds })
    const files = await takeIn(ctx, ['image', 'video', 'audio'])
    // A citizen is not told what others have handed in.
    return { files: files.map(({ id, sha256, mime, width, height }) => ({ id, sha256, mime, width, height })) }
  }),
  bind(fileRoute, async ({ id }, ctx) => sendFile(ctx, await getStored(ctx, id))),
  bind(thumbRoute, async ({ id }, ctx) => {
    const file = await getStored(ctx, id)
    if (!file.mime.startsWith('image/')) return reject('kernel.not-found', { what: '缩略图' })
    const tag = `"${file.sha256}-320"`
    const reply = describe(ctx.reply, tag, 'image/jpeg')
    if (ctx.request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.send(await derivedBlob(ctx.kernel.fileDir, file.sha256, '320.jpg', thumbnail))
  }),
]
