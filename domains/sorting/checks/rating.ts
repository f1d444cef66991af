/** 微风行动、争优除差 → one rating a month: from the checks of the month, moved up or down by accuracy and by what is left unrectified. */
import {
  addMonths,
  addRecord,
  bySystem,
  choice,
  date,
  dayText,
  flag,
  integer,
  type Job,
  many,
  number,
  one,
  parameterOf,
  record,
  ref,
  text,
  type WorkContext,
} from '#kernel'
import { type Grade, gradeOrder, grades } from '../words.ts'

export const rating = record('sorting.rating', {
  zh: '小区月度评级',
  menu: '检查整改',
  title: 'grade',
  help: '每月1日由上月检查评出;优为红榜,差为黑榜(除差清单)。',
  fields: {
    place: ref('小区', 'sorting.place'),
    month: text('月份', { maxLength: 7 }).searchable(),
    monthOn: date('月份首日'),
    score: number('检查平均分', { unit: '分' }),
    base: choice('检查评级', grades),
    accuracy: number('准确率', { unit: '%' }).optional(),
    left: integer('月末未整改', { unit: '个' }),
    grade: choice('评级', grades),
    previous: choice('上月评级', grades).optional(),
    move: choice('升降', { up: '升', down: '降', same: '不变', fresh: '首次' }),
    reasons: text('动态调整', { maxLength: 200 }).optional(),
    list: choice('榜单', { red: '红榜', black: '黑榜', none: '—' }),
    isGood: flag('优良'),
  },
})
export interface Measured {
  readonly score: number
  readonly accuracy: number | null
  readonly left: number
}
export interface Limits {
  readonly excellent: number
  readonly good: number
  readonly fair: number
  readonly low: number
  readonly high: number
}
/** The rating of a month: the grade of the mean score; one step down for low accuracy and one for problems left, one up for high accuracy with nothing left. */
export const judge = (m: Measured, limits: Limits): { base: Grade; grade: Grade; reasons: readonly string[] } => {
  const base: Grade =
    m.score >= limits.excellent ? 'excellent' : m.score >= limits.good ? 'good' : m.score >= limits.fair ? 'fair' : 'poor'
  const isLow = m.accuracy !== null && m.accuracy < limits.low
  const isHigh = m.accuracy !== null && m.accuracy >= limits.high && m.left === 0
  const step = (isHigh ? 1 : 0) - (isLow ? 1 : 0) - (m.left > 0 ? 1 : 0)
  const at = Math.min(gradeOrder.length - 1, Math.max(0, gradeOrder.indexOf(base) + step))
  return {
    base,
    grade: gradeOrder[at] ?? base,
    reasons: [
      ...(isLow ? [`准确率${m.accuracy}%低于${limits.low}%,降一级`] : []),
      ...(m.left > 0 ? [`未整改${m.left}个,降一级`] : []),
      ...(isHigh ? [`准确率${m.accuracy}%且无未整改,升一级`] : []),
    ],
  }
}
interface Row extends Measured {
  readonly id: string
  readonly areaCode: string | null
  readonly previous: Grade | null
}
const sql = `select p.id, p.area_code as "areaCode", avg(c.score)::float8 as score, (select round(sum(b.correct) * 100.0 / nullif(sum(b.checked), 0), 2)::float8 from sorting.bag b where b.place = p.id and b.at >= $3 and b.at < $4) as accuracy,
    (select count(*)::int from sorting.problem x where x.place = p.id and x.created_at < $4 and x.due_on < $2::date and (x.status in ('ordered', 'fixed') or x.closed_on >= $2::date)) as "left",
    (select r.grade from sorting.rating r where r.place = p.id and r.month_on < $1::date order by r.month_on desc limit 1) as previous
  from sorting.place p join sorting.check c on c.place = p.id and c.team in ('breeze', 'contend', 'taskForce') and c.status <> 'void' and c.checked_on >= $1::date and c.checked_on < $2::date
  where p.kind = 'compound' and p.status <> 'off' group by p.id, p.area_code order by p.id`
const rateMonth = async (ctx: WorkContext): Promise<void> => {
  const next = `${dayText(ctx.now).slice(0, 7)}-01`
  const monthOn = addMonths(next, -1)
  const month = monthOn.slice(0, 7)
  if (await one(ctx.tx, 'select 1 as n from sorting.rating where month = $1 limit 1', [month])) return
  const p = (name: string) => parameterOf(ctx, `sorting.${name}`)
  const limits = {
    excellent: p('excellent-score'),
    good: p('good-score'),
    fair: p('fair-score'),
    low: p('accuracy-low'),
    high: p('accuracy-high'),
  }
  const rows = await many<Row>(ctx.tx, sql, [
    monthOn,
    next,
    new Date(`${monthOn}T00:00:00+08:00`),
    new Date(`${next}T00:00:00+08:00`),
  ])
  for (const { id, areaCode, previous, ...m } of rows) {
    const { base, grade, reasons } = judge(m, limits)
    const moved = previous ? gradeOrder.indexOf(grade) - gradeOrder.indexOf(previous) : null
    await addRecord(
      ctx,
      rating,
      {
        place: id,
        month,
        monthOn,
        score: m.score,
        base,
        accuracy: m.accuracy,
        left: m.left,
        grade,
        previous,
        move: moved === null ? 'fresh' : moved > 0 ? 'up' : moved < 0 ? 'down' : 'same',
        reasons: reasons.join(';') || null,
        list: grade === 'excellent' ? 'red' : grade === 'poor' ? 'black' : 'none',
        isGood: grade === 'excellent' || grade === 'good',
      },
      { areaCode },
    )
    await bySystem(ctx, 'sorting.place', id, 'rate', { rating: grade, ratedMonth: month })
  }
}
export const ratingJob: Job = { id: 'sorting.rating', zh: '小区月度评级', everyMinutes: 360, run: rateMonth }
