/** A charged road of the simulated district: the collector notes cars that come and go, takes the money, and now and then one leaves owing. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const roadName = '湖滨大道路内泊位'
const berthCount = 12
const collector = 'shoufei1'
const call = <T>(ctx: LifeContext, login: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
  ctx.doors.as(login).call<T>(method, path, body)

/** The road and its berths, made by the parking manager where they are not there yet. */
const install = async (beat: Beat, at: number, ctx: LifeContext): Promise<void> => {
  const filter = encodeURIComponent(JSON.stringify({ name: roadName }))
  const known = await call<{ rows?: readonly unknown[] }>(ctx, 'tingche1', 'GET', `/rows/parking.lot?filter=${filter}`)
  const cell = beat.cells[0]
  const [a, b] = [cell?.ring[0], cell?.ring[2]]
  if ((known.body.rows?.length ?? 1) > 0 || !a || !b) return
  const [lon, lat] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const values = {
    name: roadName,
    kind: 'road',
    spaces: berthCount,
    priceText: '首15分钟免费,每15分钟1.5元',
    openHours: '全天',
    zone: 'one',
    isCharged: true,
    hasIndoorMap: false,
    hasPlateCamera: false,
    connection: 'none',
  }
  const { body } = await call<{ id?: string }>(ctx, 'tingche1', 'POST', '/rows/parking.lot', { values, place: { lon, lat } })
  if (!body.id) return
  for (let n = 1; n <= berthCount; n++)
    await call(ctx, 'tingche1', 'POST', '/rows/parking.berth', {
      values: {
        number: `HBDD${String(n).padStart(3, '0')}`,
        lot: body.id,
        vehicle: 'motor',
        ownership: 'road',
        origin: 'fresh',
        openedOn: beat.today(at),
        isDisabled: false,
        isCharging: n === berthCount,
      },
      place: { lon: lon + n * 0.00006, lat },
    })
}
interface Seen {
  readonly order: string | null
  readonly status: string | null
  readonly amountFen: number | null
}
const leave =
  (beat: Beat, berth: string): Step['next'] =>
  async (ctx) => {
    const { body } = await call<Seen>(ctx, collector, 'POST', '/parking/sightings', { berth, isTaken: false })
    if (body.status !== 'due' || beat.random.chance(0.1)) return undefined
    const filter = encodeURIComponent(JSON.stringify({ number: body.order }))
    const found = await call<{ rows: readonly { id: string }[] }>(ctx, collector, 'GET', `/rows/parking.order?filter=${filter}`)
    const id = found.body.rows[0]?.id
    if (id) {
      const channel = beat.random.chance(0.7) ? { channel: 'code', voucher: `WX-${body.order}` } : { channel: 'cash' }
      await call(ctx, collector, 'POST', `/subjects/parking.order/${id}/pay`, { values: { ...channel, paidFen: body.amountFen } })
    }
    return undefined
  }
/** One car: it comes, stays for a quarter of an hour to some hours, and leaves. */
export const parkingRound =
  (beat: Beat, at: number): Step['next'] =>
  async (ctx) => {
    await install(beat, at, ctx)
    const { random } = beat
    const berth = `HBDD${String(random.integer(1, berthCount)).padStart(3, '0')}`
    const plate = `苏D${random.integer(10_000, 99_999)}`
    const { status, body } = await call<Seen>(ctx, collector, 'POST', '/parking/sightings', { berth, isTaken: true, plate })
    if (status >= 300 || body.status !== 'parked') return undefined
    return { after: random.integer(15, 240), next: leave(beat, berth) }
  }
