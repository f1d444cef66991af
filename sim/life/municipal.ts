/** A day of municipal repair in the simulated district: the street reports, a missing cover is fenced, the crew mends, another accepts. */
import { idOf } from '../city/people.ts'
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const p = 'municipal.job'
const crew = 'chuzhi11'
const crewUnit = '市政设施养护所'
const covers = { site: 'carriageway', load: 'D400', proofs: ['fall', 'noise', 'theft', 'trip', 'shift'] }
const kinds = [
  { kind: 'cover', item: 'cover', most: 2, extra: covers },
  { kind: 'cover', item: 'fiveProof', most: 1, extra: covers },
  { kind: 'grate', item: 'grate', most: 4, extra: {} },
  { kind: 'pavement', item: 'slab', most: 40, extra: {} },
  { kind: 'kerb', item: 'kerb', most: 20, extra: {} },
  { kind: 'dredge', item: 'dredge', most: 120, extra: { siltM3: 6, siltTo: '污泥处置中心' } },
] as const
const call = <T>(ctx: LifeContext, login: string, path: string, values: unknown, place: object = {}) =>
  ctx.doors.as(login).call<T>('POST', path, { values, ...place })
/** @param street counts from one, as the logins of its people do */
export const municipalRound =
  (beat: Beat, street: number): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    const code = beat.streets[street - 1]?.code
    const cells = beat.cells.filter((c) => code && c.code.startsWith(code))
    const cell = cells[random.integer(0, Math.max(0, cells.length - 1))]
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    if (!cell || !a || !b) return undefined
    const { kind, item, most, extra } = random.pick(kinds)
    const fault = kind === 'cover' && random.chance(0.3) ? 'lost' : 'broken'
    const place = `${cell.name}${random.integer(1, 400)}号`
    const asked = { kind, fault, source: 'patrol', place, beforePhotos: [await ctx.photo('维修前')] }
    const spot = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
    const { body } = await call<{ id?: string }>(ctx, `jiedao${street}`, `/subjects/${p}`, asked, spot)
    const { id } = body
    if (!id) return undefined
    const act = (life: LifeContext, login: string, action: string, values: object) =>
      call(life, login, `/subjects/${p}/${id}/${action}`, values)
    if (fault === 'lost') await act(ctx, crew, 'fence', { photos: [await ctx.photo('围护')] })
    await act(ctx, 'paiqian1', 'assign', { crew: idOf(`unit/${crewUnit}`) })
    const mend: Step['next'] = async (later) => {
      const quantity = random.integer(1, most)
      const { isWarranty } = (await later.doors.as(crew).call<{ isWarranty?: boolean }>('GET', `/rows/${p}/${id}`)).body
      const done = {
        lines: [{ item, quantity }],
        // What failed again within its liability period costs nothing.
        costFen: isWarranty ? 0 : quantity * 30_000,
        afterPhotos: [await later.photo('维修后')],
        ...extra,
      }
      await act(later, crew, 'fix', done)
      return {
        after: 300,
        next: async (end) => {
          await act(end, 'kaohe1', 'close', {})
          return undefined
        },
      }
    }
    return { after: random.integer(90, 900), next: mend }
  }
