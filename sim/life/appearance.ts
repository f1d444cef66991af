/** A morning of 门前三包 in the simulated district: an agreement signed, the shop checked, what was wrong put right and verified. */
import type { Beat } from './enforcement.ts'
import type { LifeContext, Step } from './people.ts'

const call = <T>(ctx: LifeContext, login: string, path: string, values: unknown, place: object = {}) =>
  ctx.doors.as(login).call<T>('POST', `/subjects/${path}`, { values, ...place })
interface Shop {
  readonly id: string
  readonly areaCode: string | null
  readonly lon: number | null
  readonly lat: number | null
}
const duties = ['sanitation', 'order', 'greening'] as const
const wrong = { sanitation: '门前垃圾未清', order: '店外堆放桌椅', greening: '树穴内倒污水' } as const

/** @param at the moment the officers set out; `street` counts from one, as their logins do */
export const frontageRound =
  (beat: Beat, at: number, street: number): Step['next'] =>
  async (ctx) => {
    const { random } = beat
    const code = beat.streets[street - 1]?.code
    const [clerk, officer] = [`jiedao${street}`, `zhongdui${street}1`]
    const { body } = await ctx.doors.as(clerk).call<{ rows?: Shop[] }>('GET', '/rows/grid.shop?limit=200')
    const shops = (body.rows ?? []).filter((s) => s.lon !== null && code !== undefined && s.areaCode?.startsWith(code))
    const shop = shops[random.integer(0, Math.max(0, shops.length - 1))]
    if (!shop) return undefined
    const place = { lon: shop.lon, lat: shop.lat }
    const day = beat.today(at)
    const signed = {
      shop: shop.id,
      duties,
      range: '门前至路缘石',
      rangeM: random.integer(4, 12),
      keeper: '店主',
      phone: `139${random.integer(10_000_000, 99_999_999)}`,
      signedOn: day,
      validTo: `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`.replace('-02-29', '-02-28'),
      photos: [await ctx.photo('责任书')],
    }
    const agreed = await call<{ id?: string }>(ctx, clerk, 'appearance.agreement', signed, place)
    if (!agreed.body.id) return undefined
    const lines = duties.map((duty) => (random.chance(0.7) ? { duty, isOk: true } : { duty, isOk: false, note: wrong[duty] }))
    const photos = [await ctx.photo('门前三包检查')]
    await call(
      ctx,
      officer,
      'appearance.visit',
      { agreement: agreed.body.id, plan: 'surprise', checkedOn: day, lines, photos },
      place,
    )
    const verify: Step['next'] = async (later) => {
      const filter = encodeURIComponent(JSON.stringify({ shop: shop.id, status: 'told' }))
      const found = await later.doors
        .as(officer)
        .call<{ rows?: { id: string }[] }>('GET', `/rows/appearance.issue?filter=${filter}`)
      for (const issue of found.body.rows ?? []) {
        const replyPhotos = [await later.photo('整改后')]
        await call(later, officer, `appearance.issue/${issue.id}/seenFixed`, { replyNote: '商户已自行整改', replyPhotos })
        await call(later, officer, `appearance.issue/${issue.id}/verify`, {})
      }
      return undefined
    }
    return { after: 40, next: verify }
  }
