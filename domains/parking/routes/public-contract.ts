/** What citizens and machines may ask and say of parking. */
import { z } from 'zod'
import { route } from '#kernel/contract'

const tag = 'public'
const plate = z.string().min(6).max(10)
const held = { number: z.string().max(40), receipt: z.string().min(32).max(80) }
const lotShown = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  address: z.string().nullable(),
  price: z.string().nullable(),
  openHours: z.string().nullable(),
  spaces: z.number(),
  /** null: the data is stale, and no number is shown. */
  free: z.number().nullable(),
  ageMinutes: z.number().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  metres: z.number().nullable(),
})
export const publicLotsRoute = route({
  method: 'GET',
  path: '/public/parking/lots',
  zh: '公众:查停车场余位、价格、距离',
  permission: 'public',
  tag,
  input: z.object({
    lon: z.coerce.number().optional(),
    lat: z.coerce.number().optional(),
    metres: z.coerce.number().int().min(50).max(5000).optional(),
    search: z.string().max(60).optional(),
  }),
  output: z.object({ at: z.date(), lots: z.array(lotShown) }),
})
export const publicBoardRoute = route({
  method: 'GET',
  path: '/public/parking/boards/:code',
  zh: '诱导屏:显示什么、数据多旧、往哪走',
  permission: 'public',
  tag,
  input: z.object({ code: z.string().max(40) }),
  output: z.object({
    code: z.string(),
    name: z.string(),
    level: z.string(),
    text: z.string(),
    ageMinutes: z.number().nullable(),
    isStale: z.boolean(),
    lines: z.array(
      z.object({
        name: z.string(),
        free: z.number().nullable(),
        ageMinutes: z.number().nullable(),
        metres: z.number().nullable(),
        heading: z.string().nullable(),
      }),
    ),
  }),
})
export const publicReserveRoute = route({
  method: 'POST',
  path: '/public/parking/reservations',
  zh: '公众:预约车位',
  permission: 'public',
  tag,
  input: z.object({ lot: z.uuid(), plate, phone: z.string().max(20) }),
  output: z.object({ number: z.string(), receipt: z.string(), holdUntil: z.string(), missedBefore: z.number() }),
})
export const publicCancelRoute = route({
  method: 'POST',
  path: '/public/parking/reservations/:number/cancel',
  zh: '公众:取消预约',
  permission: 'public',
  tag,
  input: z.object(held),
  output: z.object({ status: z.string() }),
})
export const publicAccountRoute = route({
  method: 'POST',
  path: '/public/parking/accounts',
  zh: '公众:申请无感支付',
  permission: 'public',
  tag,
  input: z.object({ plate, ownerName: z.string().max(40), phone: z.string().max(20) }),
  output: z.object({ number: z.string(), receipt: z.string() }),
})
const orderShown = z.object({
  number: z.string(),
  lot: z.string(),
  enteredAt: z.date(),
  leftAt: z.date().nullable(),
  minutes: z.number().nullable(),
  amountFen: z.number().nullable(),
  status: z.string(),
  statusZh: z.string(),
  steps: z.array(z.string()).nullable(),
  invoiceNumber: z.string().nullable(),
})
export const publicMineRoute = route({
  method: 'GET',
  path: '/public/parking/accounts/:number',
  zh: '公众:凭回执看自己的账户、停放与欠费',
  permission: 'public',
  tag,
  input: z.object(held),
  output: z.object({
    number: z.string(),
    plate: z.string(),
    status: z.string(),
    statusZh: z.string(),
    balanceFen: z.number(),
    owedFen: z.number(),
    orders: z.array(orderShown),
  }),
})
export const publicPayRoute = route({
  method: 'POST',
  path: '/public/parking/accounts/:number/pay',
  zh: '公众:以账户余额补缴欠费',
  permission: 'public',
  tag,
  input: z.object({ ...held, order: z.string().max(40) }),
  output: z.object({ status: z.string(), balanceFen: z.number() }),
})
export const publicOrderRoute = route({
  method: 'GET',
  path: '/public/parking/orders/:number',
  zh: '公众:凭订单号与号牌查一笔停车费',
  permission: 'public',
  tag,
  input: z.object({ number: z.string().max(40), plate }),
  output: orderShown,
})
export const publicCarRoute = route({
  method: 'POST',
  path: '/public/parking/car',
  zh: '公众:反向寻车(只限绑定该号牌的车主)',
  permission: 'public',
  tag,
  input: z.object({ ...held, from: z.string().max(30) }),
  output: z.object({
    lot: z.string(),
    berth: z.string(),
    floor: z.string().nullable(),
    section: z.string().nullable(),
    metres: z.number().nullable(),
    steps: z.array(z.object({ to: z.string(), metres: z.number(), hint: z.string() })),
    seenAt: z.date(),
  }),
})
export const publicWalkRoute = route({
  method: 'GET',
  path: '/public/parking/berths/:number/walk',
  zh: '公众:按泊位号找路(不涉及车辆)',
  permission: 'public',
  tag,
  input: z.object({ number: z.string().max(30), from: z.string().max(30) }),
  output: z.object({
    floor: z.string().nullable(),
    section: z.string().nullable(),
    metres: z.number(),
    steps: z.array(z.object({ to: z.string(), metres: z.number(), hint: z.string() })),
  }),
})
export const publicViolationRoute = route({
  method: 'GET',
  path: '/public/parking/violations/:number',
  zh: '公众:凭告知书看违停与周边停车场',
  permission: 'public',
  tag,
  input: z.object({ number: z.string().max(40), plate }),
  output: z.object({
    address: z.string(),
    status: z.string(),
    firstAt: z.date().nullable(),
    secondAt: z.date().nullable(),
    nearby: z.array(
      z.object({ name: z.string(), metres: z.number(), free: z.number().nullable(), price: z.string().nullable() }),
    ),
  }),
})
export const publicShareRoute = route({
  method: 'GET',
  path: '/public/parking/shares',
  zh: '公众:可预订的共享车位',
  permission: 'public',
  tag,
  input: z.object({}),
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        unitName: z.string(),
        lot: z.string(),
        spaces: z.number(),
        days: z.array(z.string()),
        opensAt: z.string(),
        closesAt: z.string(),
        hourFen: z.number(),
        liability: z.string(),
      }),
    ),
  }),
})
export const publicBookRoute = route({
  method: 'POST',
  path: '/public/parking/shares/:id/book',
  zh: '公众:预订共享车位',
  permission: 'public',
  tag,
  input: z.object({
    id: z.uuid(),
    plate,
    phone: z.string().max(20),
    startsAt: z.iso.datetime({ offset: true }),
    endsAt: z.iso.datetime({ offset: true }),
  }),
  output: z.object({ number: z.string(), receipt: z.string() }),
})
