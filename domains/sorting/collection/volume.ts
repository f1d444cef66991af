/** 总量控制: how a town stands against its ceiling of the year; a ceiling that will be crossed becomes one problem of the town that year. */
import {
  addDays,
  dayText,
  type Job,
  many,
  openIn,
  parameterOf,
  percentOf,
  round,
  systemActor,
  type Tx,
  type WorkContext,
} from '#kernel'

/** Household waste over the weighbridge on its first load, the only tons a ceiling counts. */
const volumeSql = `select q.town, q.persons, q.ceiling_t::float8 as "ceilingT", coalesce((select sum(i.kg) from sorting.intake i where i.retired_at is null and i.weighed_on >= $1::date and i.weighed_on <= $2::date
    and i.is_household and i.is_first and i.source = 'weighbridge' and i.town = q.town), 0)::float8 / 1000 as "usedT"
  from sorting.quota q where q.year = $3 and q.retired_at is null order by q.town`
interface Quota {
  readonly town: string
  readonly persons: number
  readonly ceilingT: number
  readonly usedT: number
}
/** Share used, and the year's end in tons if it goes on as so far. */
const judge = (q: Quota, daysGone: number, daysOfYear: number, warnPercent: number) => {
  const projectedT = round((q.usedT / Math.max(1, daysGone)) * daysOfYear)
  const percent = percentOf(q.usedT, q.ceilingT)
  const reasons = [
    ...(percent !== null && percent >= warnPercent ? [`已用${percent}%`] : []),
    ...(projectedT > q.ceilingT ? [`照此预计全年${projectedT}吨,超上限`] : []),
  ]
  return {
    ...q,
    usedT: round(q.usedT, 3),
    percent,
    perHeadKg: round((q.usedT * 1000) / q.persons, 2),
    projectedT,
    isWarned: reasons.length > 0,
    why: reasons.join(';') || null,
  }
}
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** Every town with a ceiling in `year`, judged up to `today` (or the year's end). */
export const volumeOf = async (work: { readonly tx: Tx } & Parameters<typeof parameterOf>[0], year: number, today: string) => {
  const [from, end] = [`${year}-01-01`, `${year}-12-31`]
  const day = today < end ? (today > from ? today : from) : end
  const [gone, all] = [daysBetween(from, addDays(day, 1)), daysBetween(from, addDays(end, 1))]
  const quotas = await many<Quota>(work.tx, volumeSql, [from, day, year])
  return { from, day, rows: quotas.map((q) => judge(q, gone, all, parameterOf(work, 'sorting.volume-warn'))) }
}
const warn = async (ctx: WorkContext): Promise<void> => {
  const today = dayText(ctx.now)
  const { day, rows } = await volumeOf(ctx, Number(today.slice(0, 4)), today)
  if (daysBetween(`${today.slice(0, 4)}-01-01`, day) < parameterOf(ctx, 'sorting.volume-days')) return
  for (const { town, ceilingT, usedT, why } of rows.filter((r) => r.isWarned))
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'sorting.problem',
      district: ctx.district,
      actor: systemActor,
      areaCode: town,
      isOutsideGrid: true,
      clientKey: `volume ${town} ${today.slice(0, 4)}`,
      input: {
        source: 'volume',
        what: `生活垃圾总量预警:上限${ceilingT}吨,已用${usedT}吨,${why}`,
        owner: '镇(街)',
        sourceType: 'sorting.quota',
        sourceId: town,
      },
    })
}
export const volumeJob: Job = { id: 'sorting.volume', zh: '生活垃圾总量预警', everyMinutes: 360, run: warn }
