/** Routes of toilets: the programme by town, the members of the alliance, and where the nearest open one is. */
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
export const allianceRoute = route({
  method: 'GET',
  path: '/sanitation/toilet-alliance',
  zh: '联盟单位年度情况',
  permission: 'sanitation.alliance.read',
  tag,
  sheet: { menu: '公厕' },
  input: z.object({ year: z.coerce.number().int().min(2015).max(2100).meta({ title: '年度' }) }),
  output: z.object({
    members: z
      .array(
        z.object({
          member: titled.row('联盟单位', 'sanitation.alliance'),
          name: titled.words('单位'),
          town: titled.words('街道(镇)'),
          status: titled.like('sanitation.alliance.status'),
          joinedOn: titled.maybe('加入日期'),
          checks: titled.count('抽查', '次'),
          closed: titled.count('未开放', '次'),
          complaints: titled.count('投诉', '件'),
          open: titled.count('投诉待处理', '件'),
          stars: z.number().nullable().meta({ title: '市民评价', unit: '分', decimals: 2 }),
          paidYuan: titled.number('本年已补助', '元'),
          leftYuan: titled.number('本年尚可补助', '元'),
        }),
      )
      .meta({ title: '联盟单位' }),
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
