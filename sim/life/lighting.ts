/** A lit road of the simulated district: lamps that fail in the evening, reported, mended the same night and checked. */
import { idOf } from '../city/people.ts'
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const road = '湖滨大道'
const lampCount = 24
const crew = 'chuzhi61'
const call = <T>(ctx: LifeContext, login: string, method: 'GET' | 'POST', path: string, body?: unknown) =>
  ctx.doors.as(login).call<T>(method, path, body)
const codeOf = (n: number): string => `HB-${String(n).padStart(3, '0')}`
const repair = 'lighting.repair'

/** The cabinet and its lamps, entered by the data administrator where they are not there yet. */
const install = async (beat: Beat, ctx: LifeContext): Promise<boolean> => {
  const filter = encodeURIComponent(JSON.stringify({ code: 'HB-PD1' }))
  const known = await call<{ rows?: readonly unknown[] }>(ctx, 'shuju', 'GET', `/rows/lighting.cabinet?filter=${filter}`)
  if ((known.body.rows?.length ?? 0) > 0) return true
  const cell = beat.cells[0]
  const [a, b] = [cell?.ring[0], cell?.ring[2]]
  if (!a || !b) return false
  const [lon, lat] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  const values = { code: 'HB-PD1', kind: 'street', road, loops: 3, fenPerKwh: 65.5, installedOn: '2019-06-01' }
  const { body } = await call<{ id?: string }>(ctx, 'shuju', 'POST', '/rows/lighting.cabinet', { values, place: { lon, lat } })
  if (!body.id) return false
  for (let n = 1; n <= lampCount; n++)
    await call(ctx, 'shuju', 'POST', '/rows/lighting.lamp', {
      values: {
        code: codeOf(n),
        cabinet: body.id,
        loop: 1 + (n % 3),
        road,
        source: n % 4 === 0 ? 'sodium' : 'led',
        watt: n % 4 === 0 ? 250 : 120,
        control: 'cabinet',
        state: 'lit',
        condition: 'intact',
        installedOn: '2019-06-01',
      },
      place: { lon: lon + n * 0.0002, lat },
    })
  return true
}
/** The photo is taken before the crew reports: the clock of a busy window may stand a little before the step. */
const photoMs = 20 * 60_000
const mend =
  (id: string, at: number): Step['next'] =>
  async (ctx) => {
    const values = { donePhotos: [await ctx.photo('夜间')], takenAt: new Date(at - photoMs).toISOString(), parts: '光源1只' }
    await call(ctx, crew, 'POST', `/subjects/${repair}/${id}/fix`, { values })
    return {
      after: 600,
      next: async (later) => {
        await call(later, 'zhiban1', 'POST', `/subjects/${repair}/${id}/close`, { values: {} })
        return undefined
      },
    }
  }
/** @param at 19:30 of the day, or later in the dark */
export const lampsFail =
  (beat: Beat, at: number): Step['next'] =>
  async (ctx) => {
    if (!(await install(beat, ctx))) return undefined
    const first = beat.random.integer(1, lampCount - 2)
    const lamps = Array.from({ length: beat.random.integer(1, 2) }, (_, i) => ({ code: codeOf(first + i) }))
    const values = { kind: 'dark', source: 'citizen', place: road, lamps }
    const { body } = await call<{ id?: string }>(ctx, 'shouli1', 'POST', `/subjects/${repair}`, { values })
    const { id } = body
    if (!id) return undefined
    await call(ctx, 'zhiban1', 'POST', `/subjects/${repair}/${id}/assign`, { values: { crew: idOf('unit/城市照明管理所') } })
    const after = beat.random.integer(45, 150)
    return { after, next: mend(id, at + after * 60_000) }
  }
