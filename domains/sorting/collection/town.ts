/** 镇(街)分类年度与月度: population and ceiling of a year; what each month came to, charged and scored on the same ledger as the urban area. */
import {
  addMonths,
  addRecord,
  area,
  date,
  dayText,
  flag,
  integer,
  type Job,
  many,
  money,
  number,
  one,
  parameterOf,
  record,
  register,
  round,
  text,
  type WorkContext,
} from '#kernel'

export const quota = register('sorting.quota', {
  zh: '镇(街)人口与总量配额',
  menu: '总量控制',
  title: 'town',
  fields: {
    town: area('镇(街道)'),
    year: integer('年度', { min: 2000, max: 2100 }),
    yearOn: date('年度首日'),
    persons: integer('常住人口', { unit: '人', min: 1 }),
    ceilingT: number('全年上限', { unit: '吨', min: 0.01 }),
    isRural: flag('乡镇'),
    basis: text('依据', { maxLength: 120 }),
  },
  uniqueTogether: [['town', 'year']],
  checks: { year: { sql: 'extract(year from year_on) = year and extract(doy from year_on) = 1', zh: '年度首日应为该年1月1日' } },
})
export const month = record('sorting.month', {
  zh: '镇(街)月度计量',
  menu: '总量控制',
  title: 'month',
  help: '每月1日结上月:清运、人均、缴费、准确率;低价值可回收物与上年同月相比。',
  fields: {
    town: area('镇(街道)'),
    month: text('月份', { maxLength: 7 }).searchable(),
    monthOn: date('月份首日'),
    kg: number('清运量', { unit: 'kg' }),
    perHeadKg: number('人均', { unit: 'kg' }),
    kitchenKg: number('厨余', { unit: 'kg' }),
    recoveredKg: number('回收', { unit: 'kg' }),
    lowKg: number('低价值回收', { unit: 'kg' }),
    lowPerHead: number('人均低价值回收', { unit: 'kg' }),
    lowBefore: number('上年同月人均低价值回收', { unit: 'kg' }).optional(),
    accuracy: number('准确率', { unit: '%' }).optional(),
    score: number('得分', { unit: '分' }).optional().help('准确率与问题整改率各半'),
    feeFen: money('应缴处理费'),
  },
})
interface Town {
  readonly town: string
  readonly persons: number
  readonly kg: number
  readonly kitchenKg: number
  readonly recoveredKg: number
  readonly lowKg: number
  readonly lowBefore: number | null
  readonly accuracy: number | null
  readonly solved: number | null
}
const sql = `select q.town, q.persons,
    coalesce((select sum(i.kg) from sorting.intake i where i.retired_at is null and i.town = q.town and i.is_household and i.is_first and i.weighed_on >= $1::date and i.weighed_on < $2::date), 0)::float8 as kg,
    coalesce((select sum(i.kg) from sorting.intake i where i.retired_at is null and i.town = q.town and i.waste = 'kitchen' and i.is_first and i.weighed_on >= $1::date and i.weighed_on < $2::date), 0)::float8 as "kitchenKg",
    coalesce((select sum(i.kg) from sorting.intake i where i.retired_at is null and i.town = q.town and i.source = 'recovery' and i.weighed_on >= $1::date and i.weighed_on < $2::date), 0)::float8 as "recoveredKg",
    coalesce((select sum(f.kg) from sorting.flow f where left(f.area_code, 9) = q.town and f.kind = 'buy' and f.is_low_value and f.day_on >= $1::date and f.day_on < $2::date), 0)::float8 as "lowKg",
    (select m.low_per_head::float8 from sorting.month m where m.town = q.town and m.month_on = ($1::date - interval '1 year')::date limit 1) as "lowBefore",
    (select round(sum(b.correct) * 100.0 / nullif(sum(b.checked), 0), 2)::float8 from sorting.bag b where left(b.area_code, 9) = q.town and b.at >= $3 and b.at < $4) as accuracy,
    (select round((count(*) filter (where x.is_rectified)) * 100.0 / nullif(count(*), 0), 2)::float8 from sorting.problem x where left(x.area_code, 9) = q.town and x.created_at >= $3 and x.created_at < $4) as solved
  from sorting.quota q where q.year = extract(year from $1::date) and q.retired_at is null order by q.town`
const closeMonth = async (ctx: WorkContext): Promise<void> => {
  const next = `${dayText(ctx.now).slice(0, 7)}-01`
  const monthOn = addMonths(next, -1)
  const name = monthOn.slice(0, 7)
  if (await one(ctx.tx, 'select 1 as n from sorting.month where month = $1 limit 1', [name])) return
  const bounds = [monthOn, next, new Date(`${monthOn}T00:00:00+08:00`), new Date(`${next}T00:00:00+08:00`)]
  const fee = parameterOf(ctx, 'sorting.town-fee')
  for (const t of await many<Town>(ctx.tx, sql, bounds)) {
    const { solved, persons, ...rest } = t
    const parts = [t.accuracy, solved].filter((n) => n !== null)
    await addRecord(
      ctx,
      month,
      {
        ...rest,
        month: name,
        monthOn,
        perHeadKg: round(t.kg / persons, 3),
        lowPerHead: round(t.lowKg / persons, 4),
        score: parts.length === 0 ? null : round(parts.reduce((n, x) => n + x, 0) / parts.length),
        feeFen: Math.round((t.kg / 1000) * fee),
      },
      { areaCode: t.town },
    )
  }
}
export const monthJob: Job = { id: 'sorting.month', zh: '镇(街)月度计量', everyMinutes: 360, run: closeMonth }
