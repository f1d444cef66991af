/** Public bikes of the simulated district: two stations, taken in the morning and brought back in the evening; a heap of shared bikes now and then. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const stations = [
  { code: 'HB-A', name: '湖滨广场', docks: 12 },
  { code: 'HB-B', name: '湖滨地铁站', docks: 12 },
] as const
const bikeCount = 14
const numberOf = (n: number): string => `HB${String(n).padStart(4, '0')}`
const call = <T>(ctx: LifeContext, login: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
  ctx.doors.as(login).call<T>(method, path, body)

const install = async (beat: Beat, at: number, ctx: LifeContext): Promise<void> => {
  const known = await call<{ total?: number }>(ctx, 'shuju', 'GET', '/rows/bikes.station?limit=1')
  const cell = beat.cells[0]
  const [a, b] = [cell?.ring[0], cell?.ring[2]]
  if ((known.body.total ?? 1) > 0 || !a || !b) return
  const [lon, lat] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const opened = beat.today(at)
  for (let n = 1; n <= bikeCount; n++)
    await call(ctx, 'shuju', 'POST', '/rows/bikes.bike', { values: { number: numberOf(n), inServiceOn: opened } })
  for (const [i, s] of stations.entries()) {
    const values = { ...s, emptyAt: 1, fullAt: 1, mode: 'docked', openedOn: opened }
    const place = { lon: lon + i * 0.0008, lat }
    const { body } = await call<{ id?: string }>(ctx, 'shuju', 'POST', '/rows/bikes.station', { values, place })
    const half = bikeCount / 2
    const bikes = Array.from({ length: half }, (_, n) => numberOf(i * half + n + 1))
    if (body.id) await call(ctx, 'paiqian1', 'POST', '/subjects/bikes.deploy', { values: { station: body.id, bikes }, ...place })
  }
}
/** One ride: taken at `at` from one station, left at the other after some minutes, or back where it came from when that one is full. */
export const bikeRide =
  (beat: Beat, at: number): Step['next'] =>
  async (ctx) => {
    await install(beat, at, ctx)
    const isMorning = new Date(at + 8 * 3_600_000).getUTCHours() < 12
    const [from, to] = isMorning ? ['HB-A', 'HB-B'] : ['HB-B', 'HB-A']
    const bike = numberOf(beat.random.integer(1, bikeCount))
    const order = `HB-${at}-${bike}`
    const move = (kind: 'out' | 'back', station: string, when: number) => {
      const body = { order, bike, kind, station, at: new Date(when).toISOString() }
      return (later: LifeContext) => call(later, 'shuju', 'POST', '/bikes/moves', body)
    }
    if ((await move('out', from, at)(ctx)).status >= 300) return undefined
    const after = beat.random.integer(8, 50)
    const back = at + after * 60_000
    return {
      after,
      next: async (later) => {
        if ((await move('back', to, back)(later)).status >= 300) await move('back', from, back)(later)
        return undefined
      },
    }
  }
