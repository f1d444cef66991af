/** Taking a file in: what it is, its evidence, its bytes into the store, its row into the district. */
import { v7 as uuid } from 'uuid'
import type { WorkContext } from '../context.ts'
import { raw } from '../db/index.ts'
import { reject } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import type { FileView } from './contract.ts'
import { type Evidence, readEvidence } from './evidence.ts'
import { guessName, type Kind, kindOf, type Sort } from './kind.ts'
import { type Picture, redraw } from './picture.ts'
import { findReuse } from './reuse.ts'
import { putBlob, sha256Of } from './store.ts'

export const imageLimitMb = 20
export const fileLimitMb = 30
const megabyte = 1024 * 1024

/** A file whose bytes are in the store, not yet in the database. */
export interface Prepared {
  readonly name: string
  readonly kind: Kind
  readonly sha256: string
  readonly size: number
  readonly servedSha256: string
  readonly servedMime: string
  readonly servedSize: number
  readonly picture: Picture | null
  readonly evidence: Evidence | null
  /** Only who made it may fetch it: exports, error workbooks. */
  readonly isPrivate: boolean
}
const cleanName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is taken out
  return last.replace(/[\u0000-\u001f\u007f"<>|:*?]/g, '').slice(-120) || '未命名'
}
const checkSize = (kind: Kind, size: number): void => {
  const limit = kind.sort === 'image' ? imageLimitMb : fileLimitMb
  if (size > limit * megabyte) reject('kernel.too-large', { limit })
}

export interface Given {
  readonly name: string
  readonly bytes: Buffer
  readonly accept?: readonly Sort[]
  readonly isPrivate?: boolean
}
/** Outside any transaction: decoding a photo takes some 100 ms. Refusals: kernel.file-kind, kernel.too-large. */
export const prepareFile = async (
  kernel: Pick<Kernel, 'fileDir' | 'calendar'>,
  district: string,
  given: Given,
): Promise<Prepared> => {
  const { bytes } = given
  const name = cleanName(given.name)
  const kind = kindOf(bytes)
  if (!kind || (given.accept && !given.accept.includes(kind.sort)))
    return reject('kernel.file-kind', { kind: kind ? kind.extension : guessName(bytes, name) })
  checkSize(kind, bytes.length)
  const common = { name, kind, size: bytes.length, isPrivate: given.isPrivate ?? false }
  if (kind.sort !== 'image') {
    const sha256 = await putBlob(kernel.fileDir, bytes)
    return {
      ...common,
      sha256,
      servedSha256: sha256,
      servedMime: kind.mime,
      servedSize: bytes.length,
      picture: null,
      evidence: null,
    }
  }
  // Apple's HEIC holds HEVC, which the decoder may not have for reasons of patents.
  const picture = await redraw(bytes, kind.extension === 'heic' ? 'HEIC,请在手机相机设置中选择“兼容性最佳”' : name)
  const evidence = await readEvidence(bytes, kernel.calendar(district).zone)
  const servedSha256 = await putBlob(kernel.fileDir, picture.bytes)
  return {
    ...common,
    sha256: sha256Of(bytes),
    servedSha256,
    servedMime: 'image/jpeg',
    servedSize: picture.bytes.length,
    picture,
    evidence,
  }
}

/** Writes the row and says where the picture was seen before. With `isWaiting` it is taken away again unless a form names it in time. */
export const keepFile = async (ctx: WorkContext, file: Prepared, isWaiting = false): Promise<FileView> => {
  const id = uuid()
  const { picture, evidence } = file
  const reusedFrom = picture ? await findReuse(ctx, file.sha256, picture.phash) : []
  await raw(
    ctx.tx,
    `insert into kernel.file (district, id, sha256, name, mime, size, width, height, phash, taken_at, taken_lon, taken_lat, device, evidence, uploaded_by, uploaded_at, served_sha256, served_mime, served_size, waits_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::bigint, $10, $11, $12, $13, $14::jsonb, $15, $16, $17, $18, $19, $20)`,
    [
      ctx.district,
      id,
      file.sha256,
      file.name,
      file.kind.mime,
      file.size,
      picture?.width ?? null,
      picture?.height ?? null,
      picture?.phash ?? null,
      evidence?.takenAt ?? null,
      evidence?.takenLon ?? null,
      evidence?.takenLat ?? null,
      evidence?.device ?? null,
      JSON.stringify({ ...evidence?.detail, ...(file.isPrivate ? { isPrivate: true } : {}) }),
      ctx.actor.id,
      ctx.now,
      file.servedSha256,
      file.servedMime,
      file.servedSize,
      isWaiting ? ctx.now : null,
    ],
  )
  return {
    id,
    sha256: file.sha256,
    name: file.name,
    mime: file.kind.mime,
    size: file.size,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    takenAt: evidence?.takenAt ?? null,
    takenLon: evidence?.takenLon ?? null,
    takenLat: evidence?.takenLat ?? null,
    device: evidence?.device ?? null,
    reusedFrom,
  }
}

export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly mime: string
  readonly sha256: string
  readonly size: number
}
/** The file as it is served, if this person may have it. */
export const findStored = async (ctx: WorkContext, id: string, personId: string | null): Promise<StoredFile | undefined> => {
  const { rows } = await raw<StoredFile>(
    ctx.tx,
    `select id, name, coalesce(served_mime, mime) as mime, coalesce(served_sha256, sha256) as sha256, coalesce(served_size, size) as size from kernel.file
     where id = $1 and (evidence->>'isPrivate' is null or uploaded_by = $2)`,
    [id, personId],
  )
  return rows[0]
}
