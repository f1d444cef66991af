/** What phones and machines tell about things. Machines sign with the number and key of their device (HTTP Basic or the headers of the ingest). */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

const refusals = ['sensing.key', 'sensing.field', 'sensing.not-yet'] as const
const degrees = { lon: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }
export const tapRoute = route({
  method: 'POST',
  path: '/sensing/patrol/tap',
  zh: 'NFC巡更刷卡',
  permission: 'sensing.patrol',
  tag: 'sensing',
  input: z.object({ tag: z.string().max(32), counter: z.number().int().min(0), ...degrees }),
  output: z.object({ verdict: z.string(), distanceM: z.number() }),
  refusals: ['sensing.field'],
})
export const dropRoute = route({
  method: 'POST',
  path: '/ingest/drops',
  zh: '可回收物投放(设备上报)',
  permission: 'public',
  tag: 'sensing',
  input: z.object({
    user: z.string().min(1).max(40),
    kind: z.enum(['paper', 'plastic', 'metal', 'textile']),
    kg: z.number().positive().max(200),
  }),
  output: z.object({ points: z.number(), balance: z.number() }),
  refusals: [...refusals],
})
export const exchangeRoute = route({
  method: 'POST',
  path: '/ingest/exchanges',
  zh: '积分兑换(兑换机上报)',
  permission: 'public',
  tag: 'sensing',
  input: z.object({ user: z.string().min(1).max(40), slot: z.number().int().min(1) }),
  output: z.object({ name: z.string(), balance: z.number() }),
  refusals: [...refusals],
})
export const bikeRoute = route({
  method: 'POST',
  path: '/ingest/bike-moves',
  zh: '公共自行车借还(站点上报)',
  permission: 'public',
  tag: 'sensing',
  input: z.object({
    bike: z.string().min(1).max(20),
    kind: z.enum(['out', 'back']),
    lon: degrees.lon.optional(),
    lat: degrees.lat.optional(),
  }),
  output: z.object({ way: z.string(), parked: z.number() }),
  refusals: [...refusals],
})
export const scanRoute = route({
  method: 'POST',
  path: '/ingest/berth-scans',
  zh: '泊位巡检扫描(车载终端上报)',
  permission: 'public',
  tag: 'sensing',
  input: z.object({ berth: z.string().min(1).max(20), plate: z.string().min(1).max(10) }),
  output: z.object({ hasOrder: z.string() }),
  refusals: [...refusals],
})

export const issueBatchRoute = route({
  method: 'POST',
  path: '/sensing/spot-shapes/:id/issue',
  zh: '下发同一批次的图斑',
  permission: 'sensing.duty',
  tag: 'sensing',
  sheet: { of: 'sensing.spot-shape', button: '下发' },
  input: z.object({ id: titled.about('图斑', 'sensing.spot-shape') }),
  output: z.object({
    batch: titled.words('批次'),
    issued: titled.count('本次下发', '个'),
    already: titled.count('此前已下发', '个'),
    withoutShape: titled.count('没有图形,未下发', '个'),
  }),
})
