/** The volunteer's own door: a number and a phone are the key; what stands, check in, check out, a piece of work. */
import { z } from 'zod'
import { route } from '#kernel/contract'

const tag = '志愿服务'
const key = {
  code: z.string().trim().min(1).max(20).meta({ title: '志愿者编号' }),
  phone: z
    .string()
    .regex(/^1\d{10}$/, '应为11位手机号')
    .meta({ title: '手机号' }),
}
const point = { lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }
const mine = z.object({
  name: z.string(),
  team: z.string(),
  hours: z.number(),
  points: z.number(),
  serving: z.object({ number: z.string(), what: z.string(), startedAt: z.date() }).nullable(),
  kinds: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string(), points: z.number(), left: z.number() })),
})
export const mineRoute = route({
  method: 'POST',
  path: '/public/volunteers/me',
  zh: '我的志愿服务',
  permission: 'public',
  tag,
  input: z.object(key),
  output: mine,
  refusals: ['volunteers.unknown', 'kernel.too-many'],
})
export const checkInRoute = route({
  method: 'POST',
  path: '/public/volunteers/check-in',
  zh: '志愿签到',
  permission: 'public',
  tag,
  input: z.object({ ...key, ...point, what: z.string().trim().min(2).max(120) }),
  output: mine,
  refusals: ['volunteers.unknown', 'volunteers.not-yet', 'volunteers.field', 'kernel.too-many'],
})
export const checkOutRoute = route({
  method: 'POST',
  path: '/public/volunteers/check-out',
  zh: '志愿签退',
  permission: 'public',
  tag,
  input: z.object({ ...key, ...point }),
  output: mine.extend({ counted: z.number(), doubt: z.string().nullable() }),
  refusals: ['volunteers.unknown', 'volunteers.not-yet', 'kernel.too-many'],
})
export const pieceRoute = route({
  method: 'POST',
  path: '/public/volunteers/pieces',
  zh: '随手做公益',
  permission: 'public',
  tag,
  input: z.object({
    ...key,
    ...point,
    kind: z.uuid(),
    pieces: z.number().int().min(1).max(1000),
    photos: z.array(z.uuid()).min(2).max(6),
    clientKey: z.string().min(8).max(80).optional(),
  }),
  output: z.object({ number: z.string(), points: z.number() }),
  refusals: ['volunteers.unknown', 'volunteers.not-yet', 'volunteers.field', 'kernel.too-many'],
})
