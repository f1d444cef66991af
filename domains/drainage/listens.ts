/** What drainage does when told: defects become jobs, mended pipes are newer, rain sends people out and tests the points. */
import { municipalDone } from '#catalogue/facts.ts'
import { addRecord, bySystem, dayText, editRow, type Listener, listen, many, one, parameterOf } from '#kernel'
import { defect } from './defect.ts'
import { defectFixed, partFinished, pipeSurveyed, pointFlooded, rainBegun, rainEnded } from './facts.ts'
import { flooding, point } from './point.ts'
import { partDone } from './project.ts'
import { pipe } from './registers.ts'
import { type BeatRow, beatColumns, round, roundInput } from './round.ts'
import { openBySystem } from './shared.ts'

interface Spot {
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const whenSurveyed = listen(pipeSurveyed, async ({ survey, number, pipe: id, on, place, defects }, ctx) => {
  const spot = await one<Spot>(ctx.tx, 'select lon, lat, area_code as "areaCode" from drainage.pipe where id = $1', [id])
  const grade = defects.reduce((n, d) => Math.max(n, d.grade), 0)
  await editRow(ctx, pipe, id, { surveyedOn: on, grade }, { reason: `检测${number}` })
  for (const [i, d] of defects.entries())
    await openBySystem(
      ctx,
      defect.id,
      {
        pipe: id,
        place: `${place} 距起点${d.atM}米`,
        code: d.code,
        grade: d.grade,
        atM: d.atM,
        note: d.note ?? `检测${number}`,
        survey,
      },
      `defect:${survey}:${i}`,
      spot ?? {},
    )
})
const lining = ['cipp', 'spray']
const whenFixed = listen(defectFixed, async ({ pipe: id, method, on, number }, ctx) => {
  const left = await one<{ grade: number }>(
    ctx.tx,
    `select coalesce(max(grade), 0)::int as grade from drainage.defect where pipe = $1 and status <> 'closed'`,
    [id],
  )
  const values = { renovatedOn: on, grade: left?.grade ?? 0, ...(lining.includes(method) ? { material: 'lined' } : {}) }
  await editRow(ctx, pipe, id, values, { reason: `病害修复${number}` })
})
const whenPart = listen(partFinished, async (part, ctx) => {
  const known = await one(ctx.tx, 'select 1 as n from drainage.part_done where project = $1 and name = $2', [
    part.project,
    part.name,
  ])
  if (!known) await addRecord(ctx, partDone, { ...part })
})
const whenFlooded = listen(pointFlooded, async ({ from, ...values }, ctx) => {
  const known = await one(ctx.tx, 'select 1 as n from drainage.flooding where point = $1 and wet_at = $2', [values.point, from])
  if (!known) await addRecord(ctx, flooding, { ...values, wetAt: from })
})
const whenRain = listen(rainBegun, async ({ rain }, ctx) => {
  const beats = await many<BeatRow>(
    ctx.tx,
    `select ${beatColumns} from drainage.beat b where b.kind = 'route' and b.retired_at is null order by b.name`,
  )
  for (const b of beats)
    await openBySystem(ctx, round.id, roundInput(b, 'rain', dayText(ctx.now), rain), `rain:${rain}:${b.id}`, b)
})
/** A point that stayed dry under enough rain has passed once; one that did not begins anew. */
const whenRainEnded = listen(rainEnded, async ({ mm, from, to }, ctx) => {
  const isEnough = mm >= parameterOf(ctx, 'drainage.rain-mm')
  const points = await many<{ id: string; isWet: boolean }>(
    ctx.tx,
    `select p.id, exists (select 1 from drainage.flooding f where f.point = p.id and f.wet_at between $1 and $2) as "isWet"
     from drainage.point p where p.status <> 'solved' order by p.number`,
    [from, to],
  )
  for (const p of points)
    if (p.isWet || isEnough) await bySystem(ctx, point.id, p.id, 'noteRain', { mm, ...(p.isWet ? {} : { isDry: 'yes' }) })
})
const whenMended = listen(
  municipalDone,
  async ({ sourceId, number, result }, ctx) => {
    await bySystem(ctx, round.id, sourceId, 'noteMended', { answer: `${result}(${number})`.slice(0, 300) })
  },
  ({ sourceType }) => sourceType === 'drainage.round',
)
export const drainageListeners = [
  whenSurveyed,
  whenFixed,
  whenPart,
  whenFlooded,
  whenRain,
  whenRainEnded,
  whenMended,
] as unknown as readonly Listener[]
