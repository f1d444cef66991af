/** Routes of bikes: what the vendor of the docks reports, and where a citizen may leave a bike. */
import { z } from 'zod'
import { route } from '#kernel/contract'

export const moveRoute = route({
  method: 'POST',
  path: '/bikes/moves',
  zh: '公共自行车借还上报(车桩厂家)',
  permission: 'bikes.feed',
  tag: 'bikes',
  input: z.object({
    order: z.string().min(1).max(60),
    bike: z.string().min(1).max(20),
    kind: z.enum(['out', 'back']),
    station: z.string().min(1).max(30),
    at: z.iso.datetime({ offset: true }),
    lon: z.number().optional(),
    lat: z.number().optional(),
  }),
  output: z.object({
    order: z.string(),
    status: z.string(),
    way: z.string().nullable(),
    parked: z.number(),
    isKnown: z.boolean(),
  }),
})
export const guideRoute = route({
  method: 'GET',
  path: '/public/bikes/parking',
  zh: '非机动车就近停放',
  permission: 'public',
  tag: 'bikes',
  sheet: { menu: '非机动车停放' },
  input: z.object({
    lon: z.coerce.number().min(73).max(136).meta({ title: '经度', decimals: 6 }),
    lat: z.coerce.number().min(3).max(54).meta({ title: '纬度', decimals: 6 }),
  }),
  output: z.object({
    lines: z
      .array(
        z.object({
          road: z.string().meta({ title: '路段' }),
          metres: z.number().meta({ title: '距离', unit: '米' }),
          capacity: z.number().meta({ title: '可停', unit: '辆' }),
          direction: z.string().meta({ title: '停放方向' }),
          note: z.string().nullable().meta({ title: '停放提示' }),
        }),
      )
      .meta({ title: '就近停车线' }),
  }),
})
