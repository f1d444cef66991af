/**
 * 采集员月度考评: when a month is over, every collector's month is reckoned from what was reported, walked, verified and found by spot
 * checks; the collector sees it and may object, and then it stands. What a month has nothing of is not counted: the rest makes the hundred.
 */
import {
  addMonths,
  dayMs,
  dayText,
  integer,
  type Job,
  type Kernel,
  longText,
  many,
  number,
  one,
  openIn,
  performIn,
  person,
  procedure,
  refuse,
  round,
  rows,
  startOf,
  systemActor,
  type Tx,
  text,
  type WorkContext,
} from '#kernel'

interface Month {
  readonly reported: number
  readonly valid: number
  readonly refused: number
  readonly duplicate: number
  readonly verifies: number
  readonly inTime: number
  readonly placed: number
  readonly checks: number
  readonly missed: number
  readonly area: string | null
  readonly areaCells: number
  readonly reportCells: readonly string[]
  readonly postDays: number
}
/** Reports are those of the month; verifications those done in it; both by the collector. */
const monthSql = `with span as (select $2::timestamptz as first, $3::timestamptz as next),
  post as (select min(a.area_code) as area from kernel.appointment a join kernel.post p on p.district = a.district and p.id = a.post_id and 'cases.verify' = any(p.verbs)
    where a.person_id = $1 and a.valid_from < ($3::timestamptz at time zone 'Asia/Shanghai')::date and (a.valid_to is null or a.valid_to > ($2::timestamptz at time zone 'Asia/Shanghai')::date)),
  made as (select c.* from cases."case" c, span where c.reporter = $1 and c.source = 'collector' and c.created_at >= span.first and c.created_at < span.next),
  seen as (select c.* from cases."case" c, span where c.verifier = $1 and coalesce(c.checked_at, c.verified_at) >= span.first and coalesce(c.checked_at, c.verified_at) < span.next),
  spot as (select s.was_reported from intake.spot_check s, span where s.collector = $1 and s.at >= span.first and s.at < span.next)
select (select count(*)::int from made) as reported,
  (select count(*)::int from made where filed_at is not null and status <> all (array['cancelled', 'merged'])) as valid,
  (select count(*)::int from made where status = any (array['not_accepted', 'cancelled'])) as refused,
  (select count(*)::int from made where status = 'merged') as duplicate,
  (select count(*)::int from seen) as verifies,
  (select count(*)::int from seen where coalesce(checked_at, verified_at) <= coalesce(check_due_at, verify_due_at)) as "inTime",
  (select count(*)::int from seen where check_metres is not null) as placed,
  (select count(*)::int from spot) as checks, (select count(*)::int from spot where not was_reported) as missed,
  (select area from post) as area,
  (select count(*)::int from kernel.area a, post where a.level = 'cell' and a.valid_to is null and a.code like post.area || '%') as "areaCells",
  (select coalesce(array_agg(distinct area_code), '{}') from made where area_code is not null) as "reportCells",
  (select count(distinct (p.started_at at time zone 'Asia/Shanghai')::date)::int from intake.patrol p, span where p.by_id = $1 and p.who = 'collector' and p.started_at >= span.first and p.started_at < span.next) as "postDays"`
const tracksSql = `select p.track from intake.patrol p where p.by_id = $1 and p.who = 'collector' and p.started_at >= $2 and p.started_at < $3`

const workdaysOf = (kernel: Kernel, district: string, month: string): number => {
  const { overrides } = kernel.calendar(district)
  const [first, next] = [Date.parse(`${month}-01`), Date.parse(addMonths(`${month}-01`, 1))]
  return Array.from({ length: (next - first) / dayMs }, (_, i) => new Date(first + i * dayMs)).filter((day) => {
    const own = overrides[day.toISOString().slice(0, 10)]
    return own ? own.kind === 'work' : ![0, 6].includes(day.getUTCDay())
  }).length
}
/** Cells of the collector's own area that a report or a walk has reached. */
const cellsReached = async (look: Look, who: string, month: Month, from: Date, to: Date): Promise<number> => {
  const reached = new Set(month.reportCells)
  for (const { track } of await many<Walked>(look.tx, tracksSql, [who, from, to]))
    for (const [lon, lat] of track) {
      const cell = look.kernel.places.find(look.district, lon, lat)
      if (cell) reached.add(cell)
    }
  return [...reached].filter((cell) => cell.length >= 15 && cell.startsWith(month.area ?? look.district)).length
}
interface Walked {
  readonly track: readonly (readonly [number, number])[]
}
interface Look {
  readonly tx: Tx
  readonly kernel: Kernel
  readonly district: string
}

const item = {
  name: text('考评项', { maxLength: 20 }),
  numerator: number('分子'),
  denominator: number('分母'),
  full: number('满分', { unit: '分' }),
  points: number('得分', { unit: '分' }).optional(),
} as const
interface Item {
  readonly name: string
  readonly numerator: number
  readonly denominator: number
  readonly full: number
  /** Null where there is nothing to divide by: the item is not counted. */
  readonly points: number | null
}
export interface Weights {
  readonly valid: number
  readonly cover: number
  readonly post: number
  readonly inTime: number
  /** Taken off for each problem that a spot check found unreported, and for each repeat. */
  readonly missed: number
  readonly duplicate: number
}
/** Parts and score of a month; the score is null where no part can be counted. */
export const reckonMonth = (
  month: Pick<Month, 'reported' | 'valid' | 'duplicate' | 'verifies' | 'inTime' | 'missed' | 'areaCells' | 'postDays'>,
  cells: number,
  workdays: number,
  weights: Weights,
): { readonly items: readonly Item[]; readonly deducted: number; readonly score: number | null } => {
  const line = (name: string, numerator: number, denominator: number, full: number): Item => ({
    name,
    numerator,
    denominator,
    full,
    points: denominator === 0 ? null : round(full * Math.min(1, numerator / denominator)),
  })
  const items = [
    line('有效上报', month.valid, month.reported, weights.valid),
    line('网格覆盖', cells, month.areaCells, weights.cover),
    line('在岗巡查', month.postDays, workdays, weights.post),
    line('核实核查按时', month.inTime, month.verifies, weights.inTime),
  ]
  const counted = items.filter((i) => i.points !== null)
  const full = counted.reduce((sum, i) => sum + i.full, 0)
  const got = counted.reduce((sum, i) => sum + (i.points ?? 0), 0)
  const deducted = round(month.missed * weights.missed + month.duplicate * weights.duplicate)
  return { items, deducted, score: full === 0 ? null : Math.max(0, round((got * 100) / full - deducted)) }
}

const monthText = (zh: string) =>
  text(zh, { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份应如 2026-03' } })
const ofMonth = { collector: person('采集员'), month: monthText('月份') } as const
const reckoned = async (look: Look & { now: Date }, collector: string, monthOf: string) => {
  const [from, to] = [startOf(`${monthOf}-01`), startOf(addMonths(`${monthOf}-01`, 1))]
  const month = await one<Month>(look.tx, monthSql, [collector, from, to])
  if (!month) throw new Error('a query without from gives one row')
  const cells = await cellsReached(look, collector, month, from, to)
  return { month, cells, workdays: workdaysOf(look.kernel, look.district, monthOf), isOver: to <= look.now }
}
type Found = Awaited<ReturnType<typeof reckoned>>
const written = ({ month, cells, workdays }: Found, parameter: (name: string) => number) => {
  const { reported, valid, refused, duplicate, verifies, inTime, placed, checks, missed, areaCells, postDays } = month
  const weight = (name: string): number => parameter(`cases.collector-${name}`)
  const { items, deducted, score } = reckonMonth(month, cells, workdays, {
    valid: weight('valid'),
    cover: weight('cover'),
    post: weight('post'),
    inTime: weight('in-time'),
    missed: weight('missed'),
    duplicate: weight('duplicate'),
  })
  return {
    reported,
    valid,
    refused,
    duplicate,
    verifies,
    inTime,
    placed,
    checks,
    missed,
    cells,
    areaCells,
    postDays,
    workdays,
    items: [...items],
    deducted,
    score,
  }
}
const pieces = { unit: '件', min: 0 } as const
export const collectorMonth = procedure('cases.collector-month', {
  zh: '采集员月度考评',
  menu: '督办',
  numbering: { prefix: 'CK', per: 'year', digits: 5 },
  title: 'month',
  help: '月末后自动算出:有效上报、网格覆盖(上报与巡查轨迹到过的本人辖区网格)、在岗、核实核查按时,减去抽查漏报与重复上报;本人可申诉,期满自动定格',
  uniqueTogether: [['collector', 'month']],
  fields: {
    ...ofMonth,
    score: number('得分', { unit: '分', decimals: 2 }).optional(),
    items: rows('考评项', item).optional(),
    deducted: number('扣分', { unit: '分', decimals: 2 }).optional(),
    reported: integer('上报', pieces).optional(),
    valid: integer('有效上报', pieces).optional(),
    refused: integer('误报(未立案、作废)', pieces).optional(),
    duplicate: integer('重复上报', pieces).optional(),
    checks: integer('抽查', pieces).optional(),
    missed: integer('抽查漏报', pieces).optional(),
    cells: integer('到过网格', { unit: '个', min: 0 }).optional(),
    areaCells: integer('辖区网格', { unit: '个', min: 0 }).optional(),
    postDays: integer('在岗', { unit: '天', min: 0 }).optional(),
    workdays: integer('应在岗(工作日)', { unit: '天', min: 0 }).optional(),
    verifies: integer('核实核查', { unit: '次', min: 0 }).optional(),
    inTime: integer('其中按时', { unit: '次', min: 0 }).optional(),
    placed: integer('其中带定位', { unit: '次', min: 0 }).optional(),
    objection: longText('申诉', { maxLength: 1000 }).optional(),
    review: text('复核意见', { maxLength: 500 }).optional(),
  },
  clocks: { answer: { zh: '本人确认', limit: { value: 3, unit: 'work_day' } } },
  statuses: {
    told: { zh: '待本人确认', duty: 'cases.verify', taskZh: '月度考评待确认' },
    objected: { zh: '申诉待复核', duty: 'cases.supervise', taskZh: '采集员考评申诉待复核' },
    standing: { zh: '已定格', kind: 'final' },
  },
}).actions((action) => ({
  reckon: action({
    zh: '算出',
    from: 'new',
    to: 'told',
    by: 'system',
    form: ofMonth,
    look: ({ tx, kernel, subject, input, now }) =>
      reckoned({ tx, kernel, district: subject.district, now }, input.collector, input.month),
    check: ({ found }) => (found.isOver ? undefined : refuse('cases.month-runs')),
    effects: ({ found, input, parameter }) => ({
      set: { ...input, ...written(found, parameter as never), areaCode: found.month.area ?? undefined },
      assign: { personId: input.collector },
      clocks: [{ clock: 'answer', do: 'start' }],
      notify: [{ personId: input.collector, zh: `${input.month} 月度考评已算出,请三个工作日内确认或申诉` }],
    }),
  }),
  agree: action({
    zh: '确认',
    from: 'told',
    to: 'standing',
    by: 'cases.verify',
    tone: 'primary',
    effects: () => ({ clocks: [{ clock: 'answer', do: 'stop' }] }),
  }),
  object: action({
    zh: '申诉',
    from: 'told',
    to: 'objected',
    by: 'cases.verify',
    form: { objection: longText('哪一项、为什么', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'answer', do: 'stop' }] }),
  }),
  review: action({
    zh: '复核重算',
    from: 'objected',
    to: 'standing',
    by: 'cases.supervise',
    tone: 'primary',
    help: '案件、抽查、轨迹更正后在此重算;分数只由记录算出,不能手改',
    form: { review: text('复核意见', { maxLength: 500 }) },
    guard: ({ subject, actor }) => (actor.id === subject.collector ? refuse('cases.own-review') : undefined),
    look: ({ tx, kernel, subject, now }) =>
      reckoned({ tx, kernel, district: subject.district, now }, subject.collector, subject.month),
    effects: ({ found, subject, input, parameter }) => ({
      set: { ...written(found, parameter as never), review: input.review },
      notify: [{ personId: subject.collector, zh: `${subject.month} 月度考评申诉已复核:${input.review}` }],
    }),
  }),
  settle: action({
    zh: '期满定格',
    from: 'told',
    to: 'standing',
    by: 'system',
    effects: () => ({ clocks: [{ clock: 'answer', do: 'stop' }] }),
  }),
}))

const dueSql = `select n.id from kernel.person n where exists (select from kernel.appointment a join kernel.post p on p.district = a.district and p.id = a.post_id and 'cases.verify' = any(p.verbs)
    where a.person_id = n.id and a.valid_from < ($1 || '-01')::date + interval '1 month' and (a.valid_to is null or a.valid_to >= ($1 || '-01')::date + interval '1 month'))
  and exists (select from cases."case" c where c.source = 'collector' and c.created_at >= $2 and c.created_at < $3)
  and not exists (select from cases.collector_month m where m.collector = n.id and m.month = $1) order by n.id`
/** Last month of everyone who was a collector at its end; what nobody objected to in time stands. */
const reckonAll = async (ctx: WorkContext): Promise<void> => {
  const month = addMonths(`${dayText(ctx.now).slice(0, 7)}-01`, -1).slice(0, 7)
  const span = [startOf(`${month}-01`), startOf(addMonths(`${month}-01`, 1))]
  for (const { id } of await many<{ id: string }>(ctx.tx, dueSql, [month, ...span]))
    await openIn(ctx.tx, ctx.kernel, {
      procedure: collectorMonth.id,
      district: ctx.district,
      actor: systemActor,
      action: 'reckon',
      input: { collector: id, month },
      at: ctx.now,
    })
  const silent = `select id from cases.collector_month where status = 'told' and due_at < $1`
  for (const { id } of await many<{ id: string }>(ctx.tx, silent, [ctx.now]))
    await performIn(ctx, {
      procedure: collectorMonth.id,
      subjectId: id,
      action: 'settle',
      who: null,
      actor: systemActor,
      input: {},
    })
}
export const collectorJob: Job = { id: 'cases.collector-month', zh: '采集员月度考评', everyMinutes: 360, run: reckonAll }
