/** Facts that waste sorting tells itself: what a procedure decided becomes rows elsewhere. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const titleDecided = fact(
  'sorting.title-decided',
  '分类称号授予或撤销',
  z.object({ place: z.string(), title: z.string(), level: z.string(), on: z.string(), isGranted: z.boolean() }),
)
export const problemsFound = fact(
  'sorting.problems-found',
  '分类检查发现问题',
  z.object({
    source: z.string(),
    sourceType: z.string(),
    sourceId: z.string(),
    place: z.string().nullable(),
    facility: z.string().nullable(),
    owner: z.string(),
    dueOn: z.string(),
    items: z.array(z.object({ key: z.string(), what: z.string(), owner: z.string().optional(), dueOn: z.string().optional() })),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    areaCode: z.string().nullable(),
  }),
)
export const bagsCounted = fact(
  'sorting.bags-counted',
  '开袋检查已计数',
  z.object({
    sample: z.string(),
    place: z.string(),
    areaCode: z.string().nullable(),
    lines: z.array(z.object({ stream: z.string(), checked: z.number(), correct: z.number() })),
  }),
)
export const facilityMoved = fact(
  'sorting.facility-moved',
  '设施状态变化',
  z.object({ facility: z.string(), state: z.enum(['good', 'broken']), reason: z.string() }),
)
export const facilityBuilt = fact(
  'sorting.facility-built',
  '收集点补建完成',
  z.object({
    place: z.string(),
    code: z.string(),
    number: z.string(),
    on: z.string(),
    areaCode: z.string().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
  }),
)
export const attended = fact(
  'sorting.attended',
  '指导员参训',
  z.object({
    training: z.string(),
    guide: z.string(),
    isPresent: z.boolean(),
    score: z.number(),
    isPassed: z.boolean(),
    validTo: z.string().nullable(),
    heldOn: z.string(),
  }),
)
export const siteServes = fact('sorting.site-serves', '回收点服务小区', z.object({ place: z.string(), isServed: z.boolean() }))
export const flowed = fact(
  'sorting.flowed',
  '可回收物流转',
  z.object({
    site: z.string(),
    level: z.string(),
    kind: z.string(),
    material: z.string(),
    kg: z.number(),
    on: z.string(),
    to: z.string().nullable(),
    unitFen: z.number(),
    subsidyFen: z.number(),
    amountFen: z.number(),
    isLowValue: z.boolean(),
    account: z.string().nullable(),
    points: z.number(),
    place: z.string().nullable(),
    areaCode: z.string().nullable(),
    seq: z.string(),
  }),
)
export type Flowed = z.infer<typeof flowed.payload>
export const priceSet = fact(
  'sorting.price-set',
  '回收价格已公布',
  z.object({ id: z.string(), material: z.string(), from: z.string() }),
)
/** Points of a household moved; the key makes it harmless to be told twice. */
export const pointsEarned = fact(
  'sorting.points-earned',
  '积分入账',
  z.object({ account: z.string(), points: z.number(), why: z.string(), key: z.string() }),
)
export const picked = fact('sorting.picked', '餐厨已收运', z.object({ contract: z.string(), on: z.string(), kg: z.number() }))
export const bulkyMoved = fact(
  'sorting.bulky-moved',
  '大件入出暂存点',
  z.object({ point: z.string(), m3: z.number(), number: z.string() }),
)
/** The first of a year was voided: the next one is the first now, or the household, place or unit is lost from the count. */
export const firstVoided = fact(
  'sorting.first-voided',
  '本年首次作废',
  z.object({ procedure: z.enum(['sorting.check', 'sorting.visit', 'sorting.event']), id: z.string() }),
)
/** Points of an event go to the accounts of those who came; taken back where it was voided. */
export const pointsGiven = fact(
  'sorting.points-given',
  '活动积分',
  z.object({
    event: z.string(),
    number: z.string(),
    given: z.array(z.object({ account: z.string(), points: z.number() })),
    isVoid: z.boolean(),
  }),
)
