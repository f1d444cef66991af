/** 大数据预警: what happened in a place on the same weekday of past weeks is expected again; arranged for, then seen whether it came. */
import {
  choice,
  count,
  date,
  dayMs,
  dayText,
  defineParameters,
  type Indicator,
  indicator,
  integer,
  type Job,
  longText,
  many,
  openIn,
  performIn,
  procedure,
  ratio,
  text,
  value,
} from '#kernel'

export const warningParameters = defineParameters([
  { name: 'sensing.warning-weeks', zh: '大数据预警回看', value: 8, unit: '周', source: '平台约定' },
  { name: 'sensing.warning-hits', zh: '同一星期几发生达此周数即预警', value: 5, unit: '周', source: '平台约定' },
] as const)
const form = {
  place: text('地点(社区或单元网格)', { maxLength: 16 }).searchable(),
  category: text('问题类别', { maxLength: 20 }).searchable(),
  forOn: date('预警日期'),
  weeks: integer('回看周数'),
  hits: integer('发生周数'),
  expected: integer('预计件数'),
} as const
export const warning = procedure('sensing.warning', {
  zh: '大数据预警',
  menu: '感知告警',
  title: 'category',
  numbering: { prefix: 'YJ', per: 'day', digits: 4 },
  help: '按历史案件的地点、类别、星期几推算次日;次日过后自动核对是否发生。',
  fields: {
    ...form,
    plan: longText('安排', { maxLength: 500 }).optional(),
    actual: integer('实际件数').optional(),
    arranged: choice('已安排', { yes: '是', no: '否' }).optional(),
  },
  uniqueTogether: [['place', 'category', 'forOn']],
  statuses: {
    issued: { zh: '待安排', duty: 'sensing.duty', taskZh: '大数据预警待安排' },
    arranged: { zh: '已安排' },
    hit: { zh: '应验', kind: 'final' },
    missed: { zh: '未发生', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({ zh: '预警', from: 'new', to: 'issued', by: 'system', form, effects: () => ({ set: { arranged: 'no' } }) }),
  arrange: action({
    zh: '安排巡查',
    from: 'issued',
    to: 'arranged',
    by: 'sensing.duty',
    tone: 'primary',
    form: { plan: longText('安排(人员、时段、路线)', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { plan: input.plan, arranged: 'yes' } }),
  }),
  settle: action({
    zh: '核对',
    from: ['issued', 'arranged'],
    to: ({ input }) => (input.actual > 0 ? 'hit' : 'missed'),
    by: 'system',
    form: { actual: integer('实际件数', { min: 0 }) },
    effects: ({ input }) => ({ set: { actual: input.actual } }),
  }),
}))
const localDay = `(c.created_at at time zone 'Asia/Shanghai')::date`
const historySql = `with h as (select left(c.area_code, 12) as place, c.category, ${localDay} as day, count(*) as n from cases."case" c
    where c.category is not null and c.area_code is not null and ${localDay} < $1::date and ${localDay} >= $1::date - $2::int * 7 and extract(dow from ${localDay}) = extract(dow from $1::date) group by 1, 2, 3)
  select place, category, count(*)::int as hits, round(avg(n))::int as expected from h group by 1, 2 having count(*) >= $3`
/** Once a day is enough; the key of each warning makes a repetition harmless. */
export const warningJob: Job = {
  id: 'sensing.warning',
  zh: '大数据预警与核对',
  everyMinutes: 60,
  run: async (ctx) => {
    const { tx, kernel, district, now, actor } = ctx
    const today = dayText(now)
    const over = await many<{ id: string; actual: number }>(
      tx,
      `select w.id, (select count(*)::int from cases."case" c where c.category = w.category and c.area_code like w.place || '%' and ${localDay} = w.for_on) as actual
       from sensing.warning w where w.closed_at is null and w.for_on < $1::date`,
      [today],
    )
    for (const { id, actual } of over)
      await performIn(ctx, { procedure: 'sensing.warning', subjectId: id, action: 'settle', input: { actual }, who: null, actor })
    const forOn = dayText(new Date(now.getTime() + dayMs))
    const parameter = (name: string): number => kernel.parameters.value(district, name, today)
    const weeks = parameter('sensing.warning-weeks')
    for (const row of await many<{ place: string; category: string; hits: number; expected: number }>(tx, historySql, [
      forOn,
      weeks,
      parameter('sensing.warning-hits'),
    ]))
      await openIn(tx, kernel, {
        procedure: 'sensing.warning',
        district,
        actor,
        areaCode: row.place,
        clientKey: `${row.place} ${row.category} ${forOn}`,
        input: { ...row, forOn, weeks },
        at: now,
      })
  },
}
const over = { status: ['hit', 'missed'] as const }
export const warningIndicators: readonly Indicator[] = [
  indicator('sensing.warnings', {
    zh: '大数据预警数',
    unit: '条',
    decimals: 0,
    definition: '预警日期在期内',
    of: value(count(warning, { at: 'forOn' })),
    by: ['category'],
  }),
  indicator('sensing.warning-hit-rate', {
    zh: '预警应验率',
    unit: '%',
    decimals: 2,
    definition: '应验的 ÷ 已核对的',
    of: ratio(
      count(warning, { at: 'forOn', where: { status: 'hit' } }),
      count(warning, { at: 'forOn', where: { status: [...over.status] } }),
    ),
    by: ['category', 'arranged'],
  }),
]
