/** 三色评定: on the first of a month every agreement is scored from the month that ended; the change is kept, the shop is told. */
import {
  addMonths,
  addRecord,
  bySystem,
  choice,
  date,
  dayText,
  integer,
  type Job,
  many,
  number,
  one,
  parameterOf,
  record,
  ref,
  startOf,
  text,
  type WorkContext,
} from '#kernel'
import { type Colour, colours } from '../words.ts'

export const grade = record('appearance.grade', {
  zh: '门前三包三色评定',
  menu: '门前三包',
  title: 'month',
  help: '每月1日按上月检查、问题、处罚评出;升降留痕。',
  fields: {
    agreement: ref('责任书', 'appearance.agreement'),
    shop: ref('商户', 'grid.shop'),
    month: text('月份', { maxLength: 7 }).searchable(),
    monthOn: date('月份首日'),
    bad: integer('检查不合格', { unit: '项' }),
    self: integer('自行整改', { unit: '件' }),
    left: integer('未自行整改', { unit: '件' }),
    penalties: integer('处罚', { unit: '件' }),
    score: number('得分', { unit: '分' }),
    grade: choice('等级', colours),
    previous: choice('上月等级', colours).optional(),
    move: choice('升降', { up: '升', down: '降', same: '不变', fresh: '首次' }),
  },
})
export interface Counted {
  readonly bad: number
  readonly self: number
  readonly left: number
  readonly penalties: number
}
export interface Points {
  readonly bad: number
  readonly self: number
  readonly left: number
  readonly penalty: number
  readonly green: number
  readonly yellow: number
}
const order: readonly Colour[] = ['red', 'yellow', 'green']
/** 100 less the points of what was found; a month with a penalty is never green. */
export const judge = (c: Counted, p: Points): { score: number; grade: Colour } => {
  const score = Math.max(0, 100 - c.bad * p.bad - c.self * p.self - c.left * p.left - c.penalties * p.penalty)
  const colour: Colour = score >= p.green ? 'green' : score >= p.yellow ? 'yellow' : 'red'
  return { score, grade: colour === 'green' && c.penalties > 0 ? 'yellow' : colour }
}
interface Row extends Counted {
  readonly id: string
  readonly shop: string
  readonly areaCode: string | null
  readonly previous: Colour | null
}
const sql = `select a.id, a.shop, a.area_code as "areaCode", a.grade as previous,
    (select coalesce(sum(v.bad), 0)::int from appearance.visit v where v.shop = a.shop and v.status <> 'void' and v.checked_on >= $1::date and v.checked_on < $2::date) as bad,
    (select count(*)::int from appearance.issue i where i.shop = a.shop and i.created_at >= $3 and i.created_at < $4 and i.status = 'self') as self,
    (select count(*)::int from appearance.issue i where i.shop = a.shop and i.created_at >= $3 and i.created_at < $4 and i.status in ('street', 'assisted', 'sent')) as "left",
    (select count(*)::int from appearance.issue i where i.shop = a.shop and i.closed_at >= $3 and i.closed_at < $4 and i.status = 'penalised')
      + (select count(*)::int from enforcement.frontage_issue f where f.shop = a.shop and f.closed_at >= $3 and f.closed_at < $4 and f.status = 'penalised') as penalties
  from appearance.agreement a where a.status <> 'ended' and a.signed_on < $2::date order by a.number`
const gradeMonth = async (ctx: WorkContext): Promise<void> => {
  const next = `${dayText(ctx.now).slice(0, 7)}-01`
  const monthOn = addMonths(next, -1)
  const month = monthOn.slice(0, 7)
  if (await one(ctx.tx, 'select 1 as n from appearance.grade where month = $1 limit 1', [month])) return
  const p = (name: string) => parameterOf(ctx, `appearance.${name}`)
  const points: Points = {
    bad: p('bad-points'),
    self: p('self-points'),
    left: p('left-points'),
    penalty: p('penalty-points'),
    green: p('green-score'),
    yellow: p('yellow-score'),
  }
  for (const { id, shop, areaCode, previous, ...c } of await many<Row>(ctx.tx, sql, [
    monthOn,
    next,
    startOf(monthOn),
    startOf(next),
  ])) {
    const judged = judge(c, points)
    const moved = previous ? order.indexOf(judged.grade) - order.indexOf(previous) : null
    const move = moved === null ? 'fresh' : moved > 0 ? 'up' : moved < 0 ? 'down' : 'same'
    await addRecord(ctx, grade, { agreement: id, shop, month, monthOn, ...c, ...judged, previous, move }, { areaCode })
    await bySystem(ctx, 'appearance.agreement', id, 'grade', { month, ...judged })
  }
}
export const gradeJob: Job = { id: 'appearance.grade', zh: '门前三包三色评定', everyMinutes: 360, run: gradeMonth }
