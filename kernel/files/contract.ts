/** Addresses of files. Isomorphic: screens call these values. */
import { z } from 'zod'
import { route } from '../http/route.ts'

const reuse = z.object({
  fileId: z.string(),
  /** Number of the case or other subject the earlier file belongs to, where it is found. */
  subjectNumber: z.string().nullable(),
  uploadedAt: z.date(),
  /** Differing bits of 64 between the two fingerprints; 0 also for the same bytes. */
  distance: z.number(),
})
export const fileView = z.object({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  mime: z.string(),
  size: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  takenAt: z.date().nullable(),
  takenLon: z.number().nullable(),
  takenLat: z.number().nullable(),
  device: z.string().nullable(),
  reusedFrom: z.array(reuse),
})
export type FileView = z.output<typeof fileView>
export type Reuse = z.output<typeof reuse>

const tag = 'files'
const one = z.object({ id: z.uuid() })
const refusals = ['kernel.file-kind', 'kernel.too-large'] as const
const output = z.object({ files: z.array(fileView) })
export const uploadRoute = route({
  method: 'POST',
  path: '/files',
  zh: '上传照片和附件',
  permission: 'signed-in',
  tag,
  input: z.object({}),
  output,
  refusals,
})
export const publicUploadRoute = route({
  method: 'POST',
  path: '/public/files',
  zh: '市民上传照片、视频、录音',
  permission: 'public',
  tag: 'public',
  input: z.object({}),
  output: z.object({ files: z.array(fileView.pick({ id: true, sha256: true, mime: true, width: true, height: true })) }),
  refusals: [...refusals, 'kernel.too-many'],
})
const key = z.string().regex(/^[A-Za-z0-9 _-]{16,80}$/)
const received = z.object({ received: z.number() })
const partsOf = (base: string, permission: 'signed-in' | 'public') =>
  ({
    seen: route({
      method: 'GET',
      path: `${base}/parts/:key`,
      zh: '分段上传:已收到多少字节',
      permission,
      tag,
      input: z.object({ key }),
      output: received,
    }),
    piece: route({
      method: 'POST',
      path: `${base}/parts/:key`,
      zh: '分段上传:一段(application/octet-stream,不超过1MB)',
      permission,
      tag,
      input: z.object({ key, at: z.coerce.number().int().min(0) }),
      output: received,
      refusals: ['kernel.too-large'],
    }),
    end: route({
      method: 'POST',
      path: `${base}/parts/:key/end`,
      zh: '分段上传:传完,成为文件',
      permission,
      tag,
      input: z.object({ key, name: z.string().max(200), size: z.number().int().min(1) }),
      output: permission === 'public' ? publicUploadRoute.output : output,
      refusals: [...refusals, 'kernel.too-many'],
    }),
  }) as const
export const partRoutes = partsOf('/files', 'signed-in')
export const publicPartRoutes = partsOf('/public/files', 'public')
export const fileRoute = route({
  method: 'GET',
  path: '/files/:id',
  zh: '文件',
  permission: 'signed-in',
  tag,
  raw: 'application/octet-stream',
  input: one,
  output: z.unknown(),
})
export const thumbRoute = route({
  method: 'GET',
  path: '/files/:id/thumb',
  zh: '缩略图',
  permission: 'signed-in',
  tag,
  raw: 'image/jpeg',
  input: one,
  output: z.unknown(),
})
