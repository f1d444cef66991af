/** An ad of the simulated district that nobody permitted: noted on patrol, surveyed, ordered away, taken down and rechecked; and a shop that declares its sign. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const head = 'dadui1'
const day = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
const dayMinutes = 24 * 60
const dayMs = dayMinutes * 60_000
const call = <T>(ctx: LifeContext, login: string, path: string, values: unknown, place: object = {}) =>
  ctx.doors.as(login).call<T>('POST', `/subjects/${path}`, { values, ...place })

/** @param at the moment an officer passes by; `street` counts from one, as the squads' logins do */
export const adFound =
  (beat: Beat, at: number, street: number): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    const code = beat.streets[street - 1]?.code
    const cells = beat.cells.filter((c) => code && c.code.startsWith(code))
    const cell = cells[random.integer(0, Math.max(0, cells.length - 1))]
    const [a, b] = [cell?.ring[0], cell?.ring[2]]
    if (!a || !b) return undefined
    const officer = `zhongdui${street}1`
    const place = { lon: (a[0] + b[0]) / 2, lat: (a[1] + b[1]) / 2 }
    const shop = `沿街店铺${random.integer(100, 999)}`
    const [widthM, heightM] = [random.integer(2, 9), random.integer(1, 3)]
    const sign = { widthM, heightM, bottomM: 3, structure: 'box', isOverPassage: true, photos: [await ctx.photo('店招')] }
    await call(ctx, officer, 'ads.sign', { shop, address: cell?.name ?? '', ...sign }, place)
    const photos = [await ctx.photo('户外广告')]
    const values = { code: `无证广告${day(at)}`, address: `${cell?.name ?? ''}墙面`, owner: shop, photos }
    const { body } = await call<{ id?: string }>(ctx, officer, 'ads.site', values, place)
    const { id } = body
    if (!id) return undefined
    const act = (later: LifeContext, login: string, action: string, given: unknown) =>
      call(later, login, `ads.site/${id}/${action}`, given)
    const order: Step['next'] = async (later) => {
      const measured = { form: 'wall', widthM, heightM, pieces: 1, isElevated: false, coversWindow: false, coversEscape: false }
      await act(later, head, 'survey', { ...measured, carrier: 'none', photos: [await later.photo('核定')] })
      await act(later, officer, 'order', { reason: 'unpermitted', noticeNo: `责改${day(at)}`, dueOn: day(at + 7 * dayMs) })
      return { after: 4 * dayMinutes, next: remove }
    }
    const remove: Step['next'] = async (later) => {
      await act(later, officer, 'remove', { removedOn: day(at + 4 * dayMs), afterPhotos: [await later.photo('拆后')] })
      await act(later, head, 'recheck', { photos: [await later.photo('复查')] })
      return undefined
    }
    return { after: 240, next: order }
  }
