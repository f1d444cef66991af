/** 无人机巡查: a flight needs a licensed pilot, a permit for the air space, weather and battery within limits; findings become cases. */
import { buildingSuspected, problemFound } from '#catalogue/facts.ts'
import {
  choice,
  count,
  date,
  dayText,
  defineParameters,
  first,
  type Indicator,
  indicator,
  instant,
  integer,
  number,
  one,
  person,
  photos,
  procedure,
  ref,
  register,
  say,
  sum,
  text,
  value,
} from '#kernel'
import { why } from './shared.ts'

export const droneParameters = defineParameters([
  { name: 'sensing.drone-wind', zh: '无人机可飞最大风速', value: 10, unit: 'm/s', source: '飞行手册(示例)' },
  { name: 'sensing.drone-battery', zh: '起飞最低电量', value: 80, unit: '%', source: '飞行手册(示例)' },
] as const)
export const drone = register('sensing.drone', {
  zh: '无人机',
  menu: '航拍与卫星',
  title: 'number',
  fields: {
    number: text('登记编号', { maxLength: 40 }).unique().searchable(),
    model: text('型号', { maxLength: 60 }),
    insuredTo: date('保险到期'),
    device: ref('定位设备', 'sensing.device').optional(),
  },
})
export const pilot = register('sensing.pilot', {
  zh: '飞手',
  menu: '航拍与卫星',
  title: 'licence',
  fields: { person: person('人员'), licence: text('执照号', { maxLength: 40 }).unique().searchable(), validTo: date('有效期至') },
})
const plan = {
  name: text('任务', { maxLength: 100 }).searchable(),
  drone: ref('无人机', 'sensing.drone'),
  pilot: ref('飞手', 'sensing.pilot'),
  line: ref('航线', 'sensing.line'),
  permit: text('空域批准号', { maxLength: 60 }),
  permitTo: date('批准有效至'),
  plannedOn: date('计划日期'),
} as const
interface Seen {
  readonly description: string
  readonly areaM2?: number | null
  readonly pictures: readonly string[]
  readonly lon: number
  readonly lat: number
}
/** A suspected building goes to whoever verifies those; anything else becomes a case. */
const toldOf = (
  flown: { readonly id: string; readonly number: string; readonly name: string; readonly findings: number | null },
  { description, areaM2, pictures, lon, lat }: Seen,
  areaCode: string | null,
) => {
  const origin = { sourceType: 'sensing.flight', sourceId: `${flown.id}:${(flown.findings ?? 0) + 1}` }
  const where = { lon, lat, areaCode, photos: [...pictures] }
  return areaM2
    ? say(buildingSuspected, { ...origin, ...where, number: flown.number, via: 'drone', address: description, areaM2 })
    : say(problemFound, {
        ...origin,
        ...where,
        source: 'drone',
        description: `无人机巡查(${flown.name}):${description}`,
        isUrgent: false,
      })
}
export const flight = procedure('sensing.flight', {
  zh: '无人机飞行',
  menu: '航拍与卫星',
  title: 'name',
  numbering: { prefix: 'FJ', per: 'year', digits: 4 },
  fields: {
    ...plan,
    windSpeed: number('风速', { unit: 'm/s' }).optional(),
    weather: choice('天气', { clear: '晴', cloudy: '多云、阴', rain: '雨雪', fog: '雾霾' }).optional(),
    battery: integer('起飞电量', { unit: '%' }).optional(),
    tookOffAt: instant('起飞').optional(),
    landedAt: instant('降落').optional(),
    minutes: number('飞行分钟').optional(),
    batteryLeft: integer('剩余电量', { unit: '%' }).optional(),
    pictures: photos(0, '成果照片').optional(),
    findings: integer('发现问题', { min: 0 }).optional(),
  },
  statuses: {
    planned: { zh: '待批准', duty: 'sensing.duty', taskZh: '飞行计划待批准' },
    approved: { zh: '待起飞', duty: 'sensing.fly', taskZh: '飞行待起飞' },
    flying: { zh: '飞行中', duty: 'sensing.fly', taskZh: '飞行中' },
    landed: { zh: '已完成', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '报飞行计划',
    from: 'new',
    to: 'planned',
    by: 'sensing.fly',
    form: plan,
    look: async ({ tx, input }) => ({
      pilot: await one<{ validTo: string }>(
        tx,
        'select valid_to::text as "validTo" from sensing.pilot where id = $1 and retired_at is null',
        [input.pilot],
      ),
      drone: await one<{ insuredTo: string }>(
        tx,
        'select insured_to::text as "insuredTo" from sensing.drone where id = $1 and retired_at is null',
        [input.drone],
      ),
    }),
    check: ({ input, found }) =>
      first(
        why(!found.pilot || found.pilot.validTo < input.plannedOn, '飞手执照届时已过期'),
        why(!found.drone || found.drone.insuredTo < input.plannedOn, '无人机保险届时已到期'),
        why(input.permitTo < input.plannedOn, '空域批准届时已失效'),
      ),
  }),
  approve: action({ zh: '批准', from: 'planned', to: 'approved', by: 'sensing.duty', tone: 'primary' }),
  takeOff: action({
    zh: '起飞',
    from: 'approved',
    to: 'flying',
    by: 'sensing.fly',
    tone: 'primary',
    form: {
      windSpeed: number('风速', { unit: 'm/s', min: 0, max: 60 }),
      weather: choice('天气', { clear: '晴', cloudy: '多云、阴', rain: '雨雪', fog: '雾霾' }),
      battery: integer('起飞电量', { unit: '%', min: 0, max: 100 }),
    },
    check: ({ input, subject, now, parameter }) =>
      first(
        why(input.windSpeed > parameter('sensing.drone-wind'), `风速超过${parameter('sensing.drone-wind')}m/s,不得起飞`),
        why(input.weather === 'rain' || input.weather === 'fog', '雨雪、雾霾天气不得起飞'),
        why(input.battery < parameter('sensing.drone-battery'), `电量低于${parameter('sensing.drone-battery')}%,不得起飞`),
        why(subject.permitTo < dayText(now), '空域批准已失效'),
      ),
    effects: ({ input, now }) => ({ set: { ...input, tookOffAt: now.toISOString(), findings: 0 } }),
  }),
  find: action({
    zh: '上报发现问题',
    from: ['flying'],
    to: 'same',
    by: 'sensing.fly',
    form: {
      description: text('问题', { maxLength: 300 }),
      areaM2: number('疑似违建面积', { unit: '㎡', min: 0.01 }).optional().help('是疑似违建的填写,转违建核实;其他问题立案'),
      pictures: photos(1, '带坐标的照片'),
      lon: number('经度', { min: -180, max: 180 }),
      lat: number('纬度', { min: -90, max: 90 }),
    },
    look: async ({ kernel, subject, input }) => kernel.places.find(subject.district, input.lon, input.lat),
    check: ({ found }) => why(!found, '照片位置不在本区'),
    effects: ({ subject, input, found }) => ({
      set: { findings: (subject.findings ?? 0) + 1, pictures: [...(subject.pictures ?? []), ...input.pictures] },
      facts: [toldOf(subject, input, found ?? null)],
    }),
  }),
  land: action({
    zh: '降落',
    from: 'flying',
    to: 'landed',
    by: 'sensing.fly',
    tone: 'primary',
    form: { batteryLeft: integer('剩余电量', { unit: '%', min: 0, max: 100 }) },
    effects: ({ input, subject, now }) => ({
      set: {
        ...input,
        landedAt: now.toISOString(),
        minutes: subject.tookOffAt ? Math.round((now.getTime() - new Date(subject.tookOffAt).getTime()) / 60_000) : 0,
      },
    }),
  }),
  cancel: action({
    zh: '取消',
    from: ['planned', 'approved'],
    to: 'cancelled',
    by: 'sensing.fly',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
const flown = { status: 'landed' } as const
export const droneIndicators: readonly Indicator[] = [
  indicator('sensing.flown-hours', {
    zh: '无人机飞行时数',
    unit: '小时',
    decimals: 1,
    definition: '起飞至降落',
    of: value(sum(flight, 'minutes', { at: 'landedAt', where: flown }), 60),
  }),
  indicator('sensing.flights', {
    zh: '无人机飞行架次',
    unit: '架次',
    decimals: 0,
    definition: '已降落的飞行',
    of: value(count(flight, { at: 'landedAt', where: flown })),
  }),
  indicator('sensing.flight-findings', {
    zh: '无人机发现问题',
    unit: '件',
    decimals: 0,
    definition: '飞行中上报并转案件的问题',
    of: value(sum(flight, 'findings', { at: 'landedAt', where: flown })),
  }),
]
