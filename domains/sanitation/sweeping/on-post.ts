/** 在岗定位抽查: within its shift, each hour, how many of a post's people with a device were near their road in the last half hour. */
import { addRecord, hourMs, type Job, many, one, type WorkContext } from '#kernel'
import { distanceToLineM, type LineCoords } from '#kernel/geo/index.ts'
import { clockText, inForce } from '../shared.ts'
import { isOpenAt } from './cover.ts'
import { postCheck } from './records.ts'

interface Post {
  readonly id: string
  readonly fromTime: string
  readonly toTime: string
  readonly areaCode: string | null
  readonly devices: readonly string[]
  readonly line: { readonly coordinates: readonly LineCoords[] }
}
const postsSql = `select p.id, p.from_time as "fromTime", p.to_time as "toTime", r.area_code as "areaCode", st_asgeojson(st_multi(r.geom))::json as line,
    array(select k.device::text from sanitation.worker k where k.district = p.district and k.post = p.id and k.device is not null and k.is_on and k.retired_at is null) as devices
  from sanitation.shift_post p join grid.road r on r.district = p.district and r.id = p.road
  where p.retired_at is null and r.geom is not null and exists (select 1 from sanitation.worker k where k.district = p.district and k.post = p.id and k.device is not null and k.is_on and k.retired_at is null)
    and not exists (select 1 from sanitation.post_check c where c.district = p.district and c.post = p.id and c.via = 'track' and c.at > $1::timestamptz - interval '55 minutes') order by p.name`
const fixesSql = `select device::text as device, lon, lat from sensing.position where device = any($1::uuid[]) and at > $2::timestamptz - interval '30 minutes' and at <= $2`
interface Fix {
  readonly device: string
  readonly lon: number
  readonly lat: number
}
/** Half an hour after the shift began and until it ends: who is still on the way there is not missing. */
const isOnShift = (p: Post, now: Date): boolean =>
  isOpenAt(p.fromTime, p.toTime, clockText(now)) &&
  isOpenAt(p.fromTime, p.toTime, clockText(new Date(now.getTime() - hourMs / 2)))
const lookAt = async (ctx: WorkContext, p: Post): Promise<void> => {
  const fixes = await many<Fix>(ctx.tx, fixesSql, [p.devices, ctx.now])
  const limit = inForce(ctx, 'post-offset')
  const isNear = (f: Fix): boolean => p.line.coordinates.some((line) => distanceToLineM([f.lon, f.lat], line) <= limit)
  const present = new Set(fixes.filter(isNear).map((f) => f.device)).size
  await addRecord(ctx, postCheck, { post: p.id, present, photos: [] }, { areaCode: p.areaCode ?? ctx.district })
}
export const onPostJob: Job = {
  id: 'sanitation.on-post',
  zh: '保洁在岗定位抽查',
  everyMinutes: 60,
  run: async (ctx) => {
    if (!(await one(ctx.tx, 'select 1 as n from sanitation.worker where device is not null and post is not null limit 1'))) return
    for (const p of await many<Post>(ctx.tx, postsSql, [ctx.now])) if (isOnShift(p, ctx.now)) await lookAt(ctx, p)
  },
}
