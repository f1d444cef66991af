/** A new illegal building of the simulated district: found on patrol, verified the same day, stopped, ordered away, taken down and accepted. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const p = 'buildings.building'
const head = 'dadui1'
const call = <T>(ctx: LifeContext, login: string, path: string, body: unknown) =>
  ctx.doors.as(login).call<T>('POST', `/subjects/${p}${path}`, body)
const day = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const dayMinutes = 24 * 60

/** @param at the moment an officer passes by; `street` counts from one, as the squads' logins do */
export const buildingFound =
  (beat: Beat, at: number, street: number): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    const code = beat.streets[street - 1]?.code
    const cells = beat.cells.filter((c) => code && c.code.startsWith(code))
    const cell = cells[random.integer(0, Math.max(0, cells.length - 1))]
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    if (!a || !b) return undefined
    const officer = `zhongdui${street}1`
    const areaM2 = random.integer(6, 80)
    const values = {
      address: `${cell?.name ?? ''}楼顶`,
      kind: 'roof',
      areaM2,
      via: 'patrol',
      photos: [await ctx.photo('疑似违建')],
    }
    const found = await call<{ id?: string }>(ctx, officer, '', { values, lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 })
    const { id } = found.body
    if (!id) return undefined
    const act = (later: LifeContext, login: string, action: string, given: unknown) =>
      call(later, login, `/${id}/${action}`, { values: given })
    const startedAt = new Date(at - random.integer(2, 30) * 3_600_000).toISOString()
    const verify: Step['next'] = async (later) => {
      await act(later, head, 'confirm', {
        class: 'new',
        kind: 'roof',
        land: 'urban',
        surveyedM2: areaM2,
        startedAt,
        isHazard: false,
        isUgly: false,
        isHated: false,
        photos: [await later.photo('核实')],
      })
      await act(later, officer, 'stop', { noticeNo: `停字${day(at)}`, photos: [await later.photo('送达')] })
      return { after: 5 * dayMinutes, next: remove }
    }
    const remove: Step['next'] = async (later) => {
      const removedOn = day(at + 5 * dayMinutes * 60_000)
      await act(later, officer, 'demolish', {
        way: 'self',
        removedOn,
        removedM2: areaM2,
        afterPhotos: [await later.photo('拆后')],
      })
      await act(later, head, 'accept', { photos: [await later.photo('验收')] })
      return undefined
    }
    return { after: 180, next: verify }
  }
