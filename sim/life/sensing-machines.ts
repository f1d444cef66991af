/** What the machines of the simulated district tell by themselves, and what people do right after: rounds with tags, sweepers, cabinets, docks, berths, cameras. */
import {
  berths,
  box,
  cameras,
  data,
  docks,
  exchange,
  halfLine,
  recyclers,
  says,
  scanCar,
  sweepers,
  tags,
} from './sensing-things.ts'
import { hour, minute, type Story } from './story.ts'

const duty = 'zhiban1'
const dayMs = 86_400_000
const at = (instant: string): number => Date.parse(instant)

/** An evening round of the park; now and then a point is passed by. */
export const round: Story = async function* (o) {
  const counter = Math.floor(at(o.at(0, 8)) / dayMs)
  for (const [name, tag] of tags) {
    yield o.random.integer(6, 15)
    if (o.random.chance(0.08)) continue
    await o.post('caiji2', '/sensing/patrol/tap', { tag, counter, ...o.spot(name) })
  }
}
/** A sweeper on its route before dawn; every other day the terminal hands in what it kept, the day before as well. */
export const sweep: Story = async function* (o) {
  for (const [i, [number, route]] of sweepers.entries()) {
    const { lon, lat } = o.spot(route)
    const kept = [-1, 0].flatMap((ago) => {
      const from = at(o.at(ago, 5.1))
      const share = o.random.chance(i ? 0.2 : 0.06) ? 0.5 : 1
      const fixes = Array.from({ length: 25 }, (_, n) => ({
        at: from + n * 60_000,
        ...{ lon: lon - halfLine + (2 * halfLine * share * n) / 24, lat, speed: o.random.integer(5, 11) },
      }))
      return [...[0, 8, 16].map((n) => ({ at: from + n * 60_000, quantity: 'switch', value: 1 })), ...fixes]
    })
    await says(o, number, 'readings', kept)
    yield 5
  }
}
export const drops: Story = async function* (o) {
  const user = `YH0${o.random.integer(1, 4)}`
  const kind = o.random.pick(['paper', 'plastic', 'metal', 'textile'] as const)
  const kg = o.random.integer(25, 80) / 10
  const { balance } = await says<{ balance: number }>(o, o.random.pick(recyclers), 'drops', { user, kind, kg })
  if (balance < 100 || o.random.chance(0.3)) return
  yield 3 * hour
  await says(o, exchange, 'exchanges', { user, slot: balance < 200 ? 2 : o.random.integer(1, 2) })
}
export const clearing: Story = async function* (o) {
  yield minute
  const recycler = o.random.pick(await o.rows('chuzhi31', 'sensing.recycler'))
  const kind = o.random.pick(['paper', 'plastic', 'metal', 'textile'] as const)
  await o.add('chuzhi31', 'sensing.recycler-clearing', {
    recycler: recycler.id,
    kind,
    kg: o.random.integer(20, 60),
    vehicle: '苏D61108',
  })
}
/** In the morning all come to the station: the third bike stands beside the docks. In the evening they go again. */
export const bikes: Story = async function* (o) {
  const [number, name] = o.random.pick(docks)
  const come = Array.from({ length: o.random.integer(2, 3) }, (_, n) => `GG${String(n + 1).padStart(4, '0')}`)
  for (const bike of come) {
    yield 9
    await says(o, number, 'bike-moves', { bike, kind: 'back', ...o.spot(name) })
  }
  yield 9 * hour
  for (const bike of come) await says(o, number, 'bike-moves', { bike, kind: 'out' })
}
/** A car stands over the magnet of a berth: paid for, or not; sometimes the patrol car sees its plate. */
export const stay: Story = async function* (o) {
  const [number, meter] = o.random.pick(berths)
  const plate = `苏D${o.random.integer(10_000, 99_999)}`
  const [from, minutes] = [at(o.at(0, 9)), o.random.integer(8, 150)]
  const isPaid = minutes > 15 && o.random.chance(0.75)
  yield 20
  if (o.random.chance(0.4)) await says(o, scanCar, 'berth-scans', { berth: number, plate })
  yield 160
  const [startedAt, endedAt] = [from, from + minutes * 60_000].map((t) => new Date(t).toISOString())
  await says(o, meter, 'readings', [
    { at: startedAt, values: { occupied: 1 } },
    { at: endedAt, values: { occupied: 0 } },
  ])
  if (!isPaid) return
  const [berth] = await o.rows(data, 'sensing.berth', { number })
  const amountFen = Math.ceil(minutes / 30) * 200
  await o.add(data, 'sensing.berth-order', { berth: berth?.id, plate, startedAt, endedAt, amountFen })
}
/** A machine speaks of what nobody knows; the letter is put right and said again, or thrown away. */
export const letter: Story = async function* (o) {
  const value = o.random.integer(400, 900)
  await says(o, recyclers[0], 'readings', [{ at: o.at(0, 9), quantity: 'pm1', value }])
  yield 4 * hour
  const [waiting] = await o.rows(data, 'sensing.dead-letter', { status: 'waiting' })
  if (!waiting || o.random.chance(0.25)) return
  if (o.random.chance(0.4))
    return void (await o.act(data, 'sensing.dead-letter', waiting.id, 'discard', { why: '设备试运行时误发' }))
  const corrected = JSON.stringify([{ at: o.at(0, 9), quantity: 'pm10', value }])
  await o.act(data, 'sensing.dead-letter', waiting.id, 'replay', { corrected })
}
const seenKinds = ['outside', 'outside', 'occupying', 'bin', 'litter'] as const
/** What the cameras tell: some shops put it right by themselves, some of it was nothing, some becomes a case. */
export const detect: Story = async function* (o) {
  const p = 'sensing.detection'
  const model = (await o.rows(duty, 'sensing.model', { state: 'running' }))[0]?.modelVersion ?? 'sz-1.1'
  const picture = await o.photo('视频识别')
  const seen = [0, 1, 2].map((n) => {
    const [camera, , , , shop] = o.random.pick(cameras)
    const scene = shop ? o.random.pick(seenKinds) : o.random.pick(['bin', 'litter'] as const)
    const confidence = o.random.integer(58, 97) / 100
    return { at: o.at(0, 10 + n / 10), detection: { camera, scene, confidence, model, picture, ...(shop ? { shop } : {}) } }
  })
  yield 20
  await says(o, box, 'readings', seen)
  yield 50
  const pending = await o.rows(duty, p, { status: 'pending' })
  for (const { id, shop } of pending.slice(0, 3)) {
    if (o.random.chance(0.35)) await o.act(duty, p, id, 'relearn', { label: o.random.pick(['goods', 'person', 'light']) })
    else if (shop) await o.act(duty, p, id, 'confirm')
    else if (o.random.chance(0.3)) await o.act(duty, p, id, 'dispatch', { labelNote: '请尽快清理' })
  }
  yield hour
  for (const { id } of await o.rows(duty, p, { status: 'told' })) {
    if (o.random.chance(0.12)) continue
    await o.act(duty, p, id, 'seenFixed', { fixNote: '店家已搬回店内' })
    if (o.random.chance(0.85)) await o.act(duty, p, id, 'verify', { fixPhotos: [await o.photo('核实')] })
  }
}
