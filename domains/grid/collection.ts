/**
 * 城市基础数据采集: a plan says which figures which units report how often; each period is handed out by itself on the day after it
 * ends, checked unit by unit, and locked as a whole, after which nothing of it changes.
 */
import {
  addDays,
  addMonths,
  choice,
  date,
  dayText,
  didBefore,
  first,
  flag,
  instant,
  integer,
  type Job,
  many,
  number,
  one,
  openIn,
  procedure,
  ref,
  refuse,
  register,
  round,
  rows,
  systemActor,
  text,
  unit,
  type WorkContext,
} from '#kernel'

const item = {
  name: text('指标', { maxLength: 60 }),
  unit: text('计量单位', { maxLength: 10 }),
  sumOf: text('等于哪几项之和', { maxLength: 200, help: '如:环卫工人+管理人员' }).optional(),
} as const
const cycles = { month: '月报', quarter: '季报', year: '年报' } as const
type Cycle = keyof typeof cycles
export const collectionPlan = register('grid.collection-plan', {
  zh: '数据采集方案',
  menu: '普查',
  title: 'name',
  help: '报告期结束次日自动下达到各填报单位,不必逐单位下达',
  fields: {
    name: text('采集方案', { maxLength: 80 }).unique().searchable(),
    cycle: choice('报送周期', cycles),
    basis: text('依据', { maxLength: 120 }).optional(),
    startsOn: date('起报日期', { help: '此日以后结束的报告期才下达' }),
    days: integer('填报时限', { unit: '工作日', min: 1, max: 60 }),
    items: rows('指标', item),
    units: rows('填报单位', { unit: unit('单位') }),
  },
  checks: { asked: { sql: 'jsonb_array_length(items) > 0 and jsonb_array_length(units) > 0', zh: '请列出指标与填报单位' } },
})
/** The last period that ended before a day, as it is written (2026, 2026-03, 2026-Q1), and its last day. */
export const lastPeriod = (cycle: Cycle, today: string): { readonly period: string; readonly endOn: string } => {
  const months = { month: 1, quarter: 3, year: 12 }[cycle]
  const month = Number(today.slice(5, 7))
  const begun = `${today.slice(0, 4)}-${String(month - ((month - 1) % months)).padStart(2, '0')}-01`
  const before = addMonths(begun, -months)
  const year = before.slice(0, 4)
  const period =
    cycle === 'year' ? year : cycle === 'month' ? before.slice(0, 7) : `${year}-Q${Math.ceil(Number(before.slice(5, 7)) / 3)}`
  return { period, endOn: addDays(begun, -1) }
}
const periodText = () =>
  text('报告期', {
    maxLength: 7,
    pattern: { source: '^20\\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$', zh: '报告期应如 2026、2026-03 或 2026-Q1' },
  })
const shapes = { month: /^\d{4}-\d\d$/, quarter: /^\d{4}-Q[1-4]$/, year: /^\d{4}$/ } as const
interface Plan {
  readonly name: string
  readonly cycle: Cycle
  readonly days: number
  readonly items: readonly { readonly name: string; readonly unit: string; readonly sumOf?: string }[]
  readonly units: readonly { readonly unit: string }[]
}
const periodForm = { plan: ref('采集方案', 'grid.collection-plan'), period: periodText() } as const
const isRefused = (rule: string) => refuse('kernel.check', { rule })
export const collectionPeriod = procedure('grid.collection-period', {
  zh: '数据采集报告期',
  menu: '普查',
  numbering: { prefix: 'BQ', per: 'year', digits: 4 },
  title: 'name',
  isCommon: true,
  help: '各单位全部审核后整期锁定,汇总数随之固定;锁定后不能再填报、补报',
  uniqueTogether: [['plan', 'period']],
  fields: {
    ...periodForm,
    name: text('名称', { maxLength: 100 }).searchable(),
    asked: integer('应报单位', { unit: '家' }),
    totals: rows('汇总', { name: text('指标'), unit: text('计量单位'), value: number('合计') }).optional(),
    lockedOn: date('锁定日期').optional(),
  },
  statuses: {
    open: { zh: '填报中', duty: 'grid.collection.review', taskZh: '采集报告期待锁定' },
    locked: { zh: '已锁定', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '下达报告期',
    from: 'new',
    to: 'open',
    by: 'grid.collection.review',
    form: periodForm,
    look: ({ tx, input }) =>
      one<Plan>(tx, 'select name, cycle, days, items, units from grid.collection_plan where id = $1 and retired_at is null', [
        input.plan,
      ]),
    check: ({ input, found }) =>
      first(
        found ? undefined : isRefused('没有这个采集方案'),
        found && !shapes[found.cycle].test(input.period) ? isRefused(`该方案为${cycles[found.cycle]},报告期写法不符`) : undefined,
      ),
    effects: ({ input, found, subject }) => ({
      set: { name: `${found?.name ?? ''} ${input.period}`, asked: found?.units.length ?? 0, areaCode: null },
      spawn: (found?.units ?? []).map(({ unit: of }) => ({
        procedure: 'grid.collection',
        action: 'hand',
        input: {
          plan: found?.name ?? '',
          period: input.period,
          report: subject.id,
          unit: of,
          items: found?.items ?? [],
          days: found?.days ?? 1,
        },
      })),
    }),
  }),
  lock: action({
    zh: '整期锁定',
    from: 'open',
    to: 'locked',
    by: 'grid.collection.review',
    tone: 'primary',
    look: async ({ tx, subject }) => ({
      left: await many<{ unit: string }>(
        tx,
        `select u.name as unit from grid.collection c join kernel.unit u on u.district = c.district and u.id = c.unit where c.report = $1 and c.status <> 'locked' order by 1`,
        [subject.id],
      ),
      figures: await many<{ name: string; unit: string; value: number }>(
        tx,
        `select i.name, i.unit, sum(f.value)::float8 as value from grid.collection c, jsonb_to_recordset(c.items) as i(name text, unit text), jsonb_to_recordset(c.figures) as f(name text, value numeric)
         where c.report = $1 and f.name = i.name group by 1, 2 order by 1`,
        [subject.id],
      ),
    }),
    check: ({ found }) =>
      found.left.length > 0
        ? isRefused(`还有${found.left.length}家未审核:${found.left.map((l) => l.unit).join('、')}`)
        : undefined,
    effects: ({ found, now }) => ({
      set: { lockedOn: dayText(now), totals: found.figures.map((f) => ({ ...f, value: round(f.value, 4) })) },
    }),
  }),
}))

const figure = { name: text('指标', { maxLength: 60 }), value: number('数值') } as const
const partsOf = (sum: string): readonly string[] => sum.split(/[++]/).map((part) => part.trim())
const askForm = {
  plan: text('采集方案', { maxLength: 80 }),
  period: periodText(),
  unit: unit('填报单位'),
  items: rows('指标', item),
} as const
/** One unit's report of one period. */
export const collection = procedure('grid.collection', {
  zh: '基础数据填报',
  menu: '普查',
  numbering: { prefix: 'CJ', per: 'year', digits: 5 },
  title: 'plan',
  leadingClock: 'submit',
  mirror: { submit: { dueAt: 'submitDueAt', stoppedAt: 'submittedAt' } },
  fields: {
    ...askForm,
    plan: askForm.plan.searchable(),
    report: ref('报告期', 'grid.collection-period').optional(),
    figures: rows('数值', figure).optional(),
    submitDueAt: instant('填报期限').optional(),
    submittedAt: instant('填报时间').optional(),
    isLocked: flag('已锁定'),
  },
  uniqueTogether: [['plan', 'period', 'unit']],
  clocks: { submit: { zh: '填报', limit: { value: 5, unit: 'work_day' } } },
  statuses: {
    asked: { zh: '待填报', duty: 'grid.collection.submit', ofUnit: true, taskZh: '待填报数据' },
    submitted: { zh: '待审核', duty: 'grid.collection.review', taskZh: '待审核数据' },
    locked: { zh: '已锁定', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '单独下达',
    from: 'new',
    to: 'asked',
    by: 'grid.collection.review',
    form: askForm,
    look: ({ tx, input }) =>
      one<{ number: string }>(tx, `select number from grid.collection_period where name = $1 and status = 'locked'`, [
        `${input.plan} ${input.period}`,
      ]),
    check: ({ found }) => (found ? isRefused(`该报告期已整期锁定(${found.number}),不能再下达`) : undefined),
    effects: ({ input }) => ({
      set: { unitId: input.unit, isLocked: false },
      clocks: [{ clock: 'submit', do: 'start' }],
      assign: { unitId: input.unit },
    }),
  }),
  hand: action({
    zh: '按方案下达',
    from: 'new',
    to: 'asked',
    by: 'system',
    form: {
      ...askForm,
      report: ref('报告期', 'grid.collection-period'),
      days: integer('填报时限', { unit: '工作日', min: 1 }),
    },
    effects: ({ input }) => ({
      set: { unitId: input.unit, isLocked: false },
      clocks: [{ clock: 'submit', do: 'start', limit: { value: input.days, unit: 'work_day' } }],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `请填报“${input.plan}”${input.period}` }],
    }),
  }),
  submit: action({
    zh: '填报',
    from: 'asked',
    to: 'submitted',
    by: 'grid.collection.submit',
    tone: 'primary',
    form: { figures: rows('数值', figure, { eachOf: 'items' }) },
    check: ({ subject, input }) => {
      const given = new Map(input.figures.map((f) => [f.name, f.value]))
      const missing = subject.items.filter((i) => !given.has(i.name)).map((i) => i.name)
      if (missing.length > 0) return isRefused(`未填:${missing.join('、')}`)
      const wrong = subject.items.find(
        (i) =>
          i.sumOf &&
          round(
            partsOf(i.sumOf).reduce((n, part) => n + (given.get(part) ?? 0), 0),
            4,
          ) !== given.get(i.name),
      )
      return wrong ? isRefused(`“${wrong.name}”应等于${wrong.sumOf}`) : undefined
    },
    effects: ({ input }) => ({ set: { figures: input.figures }, clocks: [{ clock: 'submit', do: 'stop' }] }),
  }),
  sendBack: action({
    zh: '退回',
    from: 'submitted',
    to: 'asked',
    by: 'grid.collection.review',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({ clocks: [{ clock: 'submit', do: 'start' }], assign: { unitId: subject.unitId ?? undefined } }),
  }),
  lock: action({
    zh: '审核并锁定',
    from: 'submitted',
    to: 'locked',
    by: 'grid.collection.review',
    tone: 'primary',
    isBulk: true,
    guard: ({ actor, past }) => (didBefore(past, 'submit', actor) ? isRefused('填报人不能审核自己的填报') : undefined),
    effects: () => ({ set: { isLocked: true } }),
  }),
}))

const dueSql = `select p.id, p.cycle, p.starts_on::text as "startsOn" from grid.collection_plan p where p.retired_at is null order by p.name`
export const collectionJob: Job = {
  id: 'grid.collection',
  zh: '数据采集报告期下达',
  everyMinutes: 360,
  run: async (ctx: WorkContext) => {
    for (const plan of await many<{ id: string; cycle: Cycle; startsOn: string }>(ctx.tx, dueSql, [])) {
      const { period, endOn } = lastPeriod(plan.cycle, dayText(ctx.now))
      const has = await one(ctx.tx, 'select 1 as n from grid.collection_period where plan = $1 and period = $2', [
        plan.id,
        period,
      ])
      if (has || endOn < plan.startsOn) continue
      await openIn(ctx.tx, ctx.kernel, {
        procedure: collectionPeriod.id,
        district: ctx.district,
        actor: systemActor,
        isOutsideGrid: true,
        input: { plan: plan.id, period },
      })
    }
  },
}
