/** Addresses of pictures for the public, and of the officer's table where they are looked over. */
import { z } from 'zod'
import { route } from '../http/route.ts'

const tag = 'files'
const part = z.object({
  left: z.number().min(0).max(1),
  top: z.number().min(0).max(1),
  width: z.number().positive().max(1),
  height: z.number().positive().max(1),
})
const one = z.object({ id: z.uuid() })
export const publicPictureRoute = route({
  method: 'GET',
  path: '/public/pictures/:id',
  zh: '公开的图片(车牌、人脸已遮挡的副本)',
  permission: 'public',
  tag: 'public',
  raw: 'image/jpeg',
  input: one,
  output: z.unknown(),
})
export const waitingPicturesRoute = route({
  method: 'GET',
  path: '/pictures/waiting',
  zh: '待公开的图片',
  permission: 'files.publish',
  tag,
  input: z.object({}),
  output: z.object({
    /** Why no machine looks, where none does. */
    note: z.string().nullable(),
    pictures: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        askedAt: z.date(),
        boxes: z.array(part),
        checked: z.array(z.string()),
        note: z.string().nullable(),
      }),
    ),
  }),
})
export const publishPictureRoute = route({
  method: 'POST',
  path: '/pictures/:id/publish',
  zh: '遮挡后公开',
  permission: 'files.publish',
  tag,
  input: one.extend({ boxes: z.array(part).max(200) }),
  output: z.object({}),
})
export const withholdPictureRoute = route({
  method: 'POST',
  path: '/pictures/:id/withhold',
  zh: '不予公开、撤下',
  permission: 'files.publish',
  tag,
  input: one.extend({ reason: z.string().min(2, '请写明理由').max(300) }),
  output: z.object({}),
})
