/** Routes of toilets: the programme by town, a random draw to check, and where the nearest open one is. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const tag = 'sanitation'
export const revolutionRoute = route({
  method: 'GET',
  path: '/sanitation/toilet-revolution',
  zh: '厕所革命进度与布点盲区',
  permission: 'sanitation.toilet-project.read',
  tag,
  sheet: { menu: '公厕' },
  input: z.object({ year: z.coerce.number().int().min(2015).max(2100).meta({ title: '年度' }) }),
  output: z.object({
    towns: z
      .array(
        z.object({
          town: titled.words('街道(镇)'),
          area: titled.like('sanitation.toilet-plan.area'),
          kind: titled.like('sanitation.toilet-plan.kind'),
          target: titled.count('计划', '座'),
          done: titled.count('已验收', '座'),
          building: titled.count('在建', '座'),
          left: titled.count('尚差', '座'),
        }),
      )
      .meta({ title: '计划与完成' }),
    metres: titled.number('服务半径', 'm'),
    blind: z
      .array(
        z.object({
          name: titled.words('重点点位'),
          kind: titled.like('grid.key-point.kind'),
          nearest: titled.maybe('最近公厕'),
          metres: z.number().nullable().meta({ title: '距离', unit: 'm' }),
        }),
      )
      .meta({ title: '布点盲区' }),
  }),
})
export const drawRoute = route({
  method: 'POST',
  path: '/sanitation/toilet-draw',
  zh: '公厕随机抽查名单',
  permission: 'sanitation.inspect',
  tag,
  sheet: { menu: '公厕', button: '抽取' },
  input: z.object({
    count: z.number().int().min(1).max(200).meta({ title: '抽几座', unit: '座' }),
    seed: z.string().min(1).max(40).meta({ title: '抽签种子', help: '同一种子、同一台账抽出的名单相同,可复核' }),
  }),
  output: z.object({
    total: titled.count('在册', '座'),
    toilets: z
      .array(
        z.object({
          toilet: titled.row('公厕', 'sanitation.toilet'),
          address: titled.words('地址'),
          hours: titled.words('开放时间'),
        }),
      )
      .meta({ title: '抽查名单' }),
  }),
})
const shown = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(['public', 'alliance']),
  address: z.string(),
  openFrom: z.string(),
  openTo: z.string(),
  isAllDay: z.boolean(),
  isOpen: z.boolean(),
  /** Why it is not open, or what the public is told. */
  notice: z.string().nullable(),
  isAccessible: z.boolean(),
  thirdRooms: z.number(),
  stalls: z.number(),
  /** null where nothing counts them, or what counts them has been silent for an hour. */
  freeStalls: z.number().nullable(),
  aGrade: z.string(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  metres: z.number().nullable(),
})
export const publicToiletsRoute = route({
  method: 'GET',
  path: '/public/toilets',
  zh: '公众:就近找公厕',
  permission: 'public',
  tag: 'public',
  input: z.object({
    lon: z.coerce.number().min(73).max(136).optional(),
    lat: z.coerce.number().min(3).max(54).optional(),
    search: z.string().max(60).optional(),
    accessible: z.enum(['yes']).optional(),
    open: z.enum(['yes']).optional(),
    alliance: z.enum(['yes']).optional(),
  }),
  output: z.object({ at: z.date(), toilets: z.array(shown) }),
})
export const publicRateRoute = route({
  method: 'POST',
  path: '/public/toilets/:code/ratings',
  zh: '公众:评价公厕',
  permission: 'public',
  tag: 'public',
  input: z.object({ code: z.string().max(30), stars: z.number().int().min(1).max(5), words: z.string().max(200).optional() }),
  output: z.object({ name: z.string(), stars: z.number() }),
})
