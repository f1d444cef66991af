/**
 * Pictures that leave for the public. Nothing leaves by itself: a copy with plates and faces covered is made after a machine has looked
 * for both and the district trusts it (`files.publish-by-machine`), or after an officer has looked; the original stays as evidence.
 */
import { audit } from '../audit.ts'
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import { Refused, refusalZh, reject } from '../errors.ts'
import { type BoundRoute, bind } from '../http/bind.ts'
import type { Kernel } from '../kernel.ts'
import { defineParameters } from '../parameter.ts'
import { nameVerbs } from '../permission/permit.ts'
import { dayOf } from '../time.ts'
import { type Box, detectorModel, headBoxes, pictureReader, plateBoxes } from '../vision/index.ts'
import { coverParts, type Part } from './cover.ts'
import { publicPictureRoute, publishPictureRoute, waitingPicturesRoute, withholdPictureRoute } from './publish-contract.ts'
import { putBlob, readBlob, streamBlob } from './store.ts'

nameVerbs({ 'files.publish': '审看公开的图片' })
export const publishParameters = defineParameters([
  {
    name: 'files.publish-by-machine',
    zh: '车牌、人脸都由机器查过的图片免人工审看(0否1是)',
    value: 0,
    unit: '',
    source: '个人信息保护法第二十六条、第二十七条;机器会漏,由本局决定',
  },
] as const)

interface Picture {
  readonly sha256: string
  readonly state: string
  readonly boxes: readonly Part[]
}
const findPicture = async (kernel: Kernel, district: string, id: string): Promise<Picture | undefined> => {
  const { rows } = await kernel.db.withDistricts([district], (tx) =>
    raw<Picture>(
      tx,
      `select coalesce(f.served_sha256, f.sha256) as sha256, p.state, p.boxes from kernel.published_picture p join kernel.file f on f.district = p.district and f.id = p.file_id where p.file_id = $1`,
      [id],
    ),
  )
  return rows[0]
}
const makeCopy = async (
  kernel: Kernel,
  district: string,
  id: string,
  sha256: string,
  boxes: readonly Part[],
  by: string | null,
) => {
  const copy = await coverParts(await readBlob(kernel.fileDir, sha256), boxes)
  const copySha = await putBlob(kernel.fileDir, copy)
  await kernel.db.withDistricts([district], (tx) =>
    raw(
      tx,
      `update kernel.published_picture set state = 'published', sha256 = $3, size = $4, boxes = $5::jsonb, decided_at = $6, decided_by = $7, reason = null where district = $1 and file_id = $2`,
      [district, id, copySha, copy.length, JSON.stringify(boxes), kernel.now(), by],
    ),
  )
}

const partsOf = (
  boxes: readonly Box[],
  { width, height }: { readonly width: number; readonly height: number },
): readonly Part[] =>
  boxes.flatMap((b) => {
    const left = Math.min(1, Math.max(0, b.left / width))
    const top = Math.min(1, Math.max(0, b.top / height))
    const part = {
      left,
      top,
      width: Math.min(1 - left, (b.left + b.width) / width - left),
      height: Math.min(1 - top, (b.top + b.height) / height - top),
    }
    return part.width > 0 && part.height > 0 ? [part] : []
  })
/** Looks for plates and heads, as far as this machine can. */
const look = async (
  picture: Buffer,
): Promise<{ readonly boxes: readonly Part[]; readonly checked: readonly string[]; readonly note: string | null }> => {
  const { default: sharp } = await import('sharp')
  const { autoOrient: size } = await sharp(picture).metadata()
  const checked: string[] = []
  const notes: string[] = []
  const attempt = async (what: string, find: () => Promise<readonly Box[]>): Promise<readonly Box[]> => {
    try {
      const found = await find()
      checked.push(what)
      return found
    } catch (error) {
      notes.push(error instanceof Refused ? refusalZh(error.refusal) : String(error).slice(0, 100))
      return []
    }
  }
  const plates = await attempt('plates', async () => plateBoxes(await pictureReader().readText(picture)))
  const heads = await attempt('faces', async () => headBoxes(await pictureReader().detectObjects(picture, detectorModel(), 0.2)))
  return { boxes: partsOf([...plates, ...heads], size), checked, note: notes.length > 0 ? [...new Set(notes)].join(';') : null }
}
/** The machine's part: what it found is kept for the officer; published at once only where both were looked for and that is allowed. */
export const checkPicture = async (kernel: Kernel, district: string, id: string): Promise<void> => {
  const known = await findPicture(kernel, district, id)
  if (known?.state !== 'waiting') return
  const { boxes, checked, note } = await look(await readBlob(kernel.fileDir, known.sha256))
  const { rows } = await kernel.db.withDistricts([district], (tx) =>
    raw(
      tx,
      `update kernel.published_picture set boxes = $3::jsonb, checked = $4, check_note = $5 where district = $1 and file_id = $2 and state = 'waiting' returning 1`,
      [district, id, JSON.stringify(boxes), checked, note],
    ),
  )
  const isTrusted = kernel.parameters.value(district, 'files.publish-by-machine', dayOf(kernel, district, kernel.now())) === 1
  if (rows.length > 0 && isTrusted && checked.length === 2) await makeCopy(kernel, district, id, known.sha256, boxes, null)
}
/** Long enough for the asking transaction to be over. */
const afterCommitMs = 300

/** Asks for copies of these pictures for the public; those asked for before stay as they are. Call inside a transaction. */
export const requestPublication = async (ctx: WorkContext, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    `insert into kernel.published_picture (district, file_id, state, asked_at) select district, id, 'waiting', $3 from kernel.file
     where district = $1 and id = any($2::uuid[]) and mime like 'image/%' and evidence->>'isPrivate' is null on conflict do nothing returning file_id as id`,
    [ctx.district, ids, ctx.now],
  )
  for (const { id } of rows)
    setTimeout(() => {
      checkPicture(ctx.kernel, ctx.district, id).catch((error: unknown) =>
        ctx.kernel.log.warn({ err: error, file: id }, 'a picture could not be looked over'),
      )
    }, afterCommitMs).unref()
}
/** Of these pictures those the public may see. */
export const publishedOf = async (tx: WorkContext['tx'], ids: readonly string[]): Promise<readonly string[]> => {
  if (ids.length === 0) return []
  const { rows } = await raw<{ id: string }>(
    tx,
    `select file_id as id from kernel.published_picture where state = 'published' and file_id = any($1::uuid[])`,
    [ids],
  )
  const published = new Set(rows.map((r) => r.id))
  return ids.filter((id) => published.has(id))
}

/** The same for a page of the public: whichever of them nobody has looked over yet is asked for by being wanted there. */
export const publicOf = async (ctx: WorkContext, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  await requestPublication(ctx, ids)
  return new Set(await publishedOf(ctx.tx, ids))
}

interface Copy {
  readonly sha256: string
  readonly size: number
}
export const publishRoutes: readonly BoundRoute[] = [
  bind(publicPictureRoute, async ({ id }, ctx) => {
    const { rows } = await ctx.work(({ tx }) =>
      raw<Copy>(
        tx,
        `select sha256, size from kernel.published_picture where district = $2 and file_id = $1 and state = 'published'`,
        [id, ctx.district],
      ),
    )
    const copy = rows[0] ?? reject('kernel.not-found', { what: '公开的图片' })
    return (
      ctx.reply
        .header('content-type', 'image/jpeg')
        .header('content-length', copy.size)
        .header('etag', `"${copy.sha256}"`)
        // Short, because a picture may be taken back.
        .header('cache-control', 'public, max-age=300')
        .header('x-content-type-options', 'nosniff')
        .send(streamBlob(ctx.kernel.fileDir, copy.sha256))
    )
  }),
  bind(waitingPicturesRoute, async (_input, ctx) => {
    const { rows } = await ctx.work(({ tx }) =>
      raw<{ id: string; name: string; askedAt: Date; boxes: Part[]; checked: string[]; note: string | null }>(
        tx,
        `select p.file_id as id, f.name, p.asked_at as "askedAt", p.boxes, p.checked, p.check_note as note from kernel.published_picture p
         join kernel.file f on f.district = p.district and f.id = p.file_id where p.district = $1 and p.state = 'waiting' order by p.asked_at, p.file_id limit 200`,
        [ctx.district],
      ),
    )
    return { note: detectorModel() ? null : '未配置目标识别模型:人脸须由您逐张查看并画框', pictures: [...rows] }
  }),
  bind(publishPictureRoute, async ({ id, boxes }, ctx) => {
    const known = (await findPicture(ctx.kernel, ctx.district, id)) ?? reject('kernel.not-found', { what: '待公开的图片' })
    await makeCopy(ctx.kernel, ctx.district, id, known.sha256, boxes, ctx.who?.personId ?? null)
    await ctx.work((work) => audit(work, 'files.publish', { file: id, boxes: boxes.length }, ctx.ip))
    return {}
  }),
  bind(withholdPictureRoute, async ({ id, reason }, ctx) => {
    await ctx.work(async (work) => {
      const { rows } = await raw(
        work.tx,
        `update kernel.published_picture set state = 'withheld', reason = $3, decided_at = $4, decided_by = $5 where district = $1 and file_id = $2 returning 1`,
        [ctx.district, id, reason, ctx.now, ctx.who?.personId ?? null],
      )
      if (rows.length === 0) reject('kernel.not-found', { what: '待公开的图片' })
      await audit(work, 'files.withhold', { file: id, reason }, ctx.ip)
    })
    return {}
  }),
]
