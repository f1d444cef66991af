/** 评估轮次: grades of a whole trade as of a day, noticed to the public, open to objection, then published; 分级检查计划; 信用结果应用. */
import type { Transaction } from 'kysely'
import { choice, dayOf, instant, integer, json, list, longText, number, one, procedure, raw, refuse, rows, text } from '#kernel'
import { depositUpOf, effects, type Grade, grades, trades } from './contract.ts'

export interface Result {
  readonly name: string
  readonly code: string
  readonly score: number
  readonly grade: string
}
const readResults = async (tx: Transaction<unknown>, trade: string): Promise<readonly Result[]> =>
  (
    await raw<Result>(
      tx,
      `select name, code, score::float8 as score, grade from credit.subject where trade = $1 and grade is not null and kind = any (array['org', 'shop']) and retired_at is null order by score desc, code`,
      [trade],
    )
  ).rows
export const round = procedure('credit.round', {
  zh: '信用评估轮次',
  menu: '信用评价',
  title: 'period',
  help: '每轮固定当日各主体得分,公示期内可提异议,期满无未结异议的公布;公布的分数用于招标等。',
  numbering: { prefix: 'PG', per: 'year', digits: 3 },
  fields: {
    trade: choice('行业', trades),
    period: text('评估期', {
      maxLength: 10,
      pattern: { source: '^20\\d{2}(-(0[1-9]|1[0-2]|H[12]))?$', zh: '评估期应如 2026、2026-H1 或 2026-03' },
    }).searchable(),
    results: json<readonly Result[]>('结果').optional(),
    subjects: integer('主体数', { unit: '家', min: 0 }),
    noticeUntil: instant('公示止').optional(),
    publishedAt: instant('公布时间').optional(),
  },
  uniqueTogether: [['trade', 'period']],
  leadingClock: 'notice',
  mirror: { notice: { dueAt: 'noticeUntil' } },
  clocks: { notice: { zh: '结果公示', basis: '评价方案公示期', byDay: 'plain' } },
  statuses: {
    noticed: { zh: '公示中', duty: 'credit.approve', taskZh: '待公布信用评估结果' },
    published: { zh: '已公布', kind: 'final' },
  },
}).actions((action) => ({
  assess: action({
    zh: '评估并公示',
    from: 'new',
    to: 'noticed',
    by: 'credit.collect',
    form: {
      trade: choice('行业', trades),
      period: text('评估期', {
        maxLength: 10,
        pattern: { source: '^20\\d{2}(-(0[1-9]|1[0-2]|H[12]))?$', zh: '评估期应如 2026、2026-H1 或 2026-03' },
      }),
    },
    look: async (ctx) => ({
      results: await readResults(ctx.tx, ctx.input.trade),
      scheme: (
        await raw<{ period: string; noticeDays: number }>(
          ctx.tx,
          `select period, notice_days as "noticeDays" from credit.scheme where trade = $1 and retired_at is null and valid_from <= $2::date and (valid_to is null or valid_to > $2::date) order by edition desc limit 1`,
          [ctx.input.trade, dayOf(ctx.kernel, ctx.subject.district, ctx.now)],
        )
      ).rows[0],
    }),
    check: ({ found, input }) => {
      const shape = input.period.includes('H') ? 'half' : input.period.length === 7 ? 'month' : 'year'
      if (!found.scheme) return refuse('credit.scheme', { why: '该行业没有现行评价方案' })
      if (found.scheme.period !== shape) return refuse('credit.scheme', { why: '评估期与方案规定的周期不符' })
      return found.results.length === 0 ? refuse('credit.before', { why: '该行业还没有评出等级的主体' }) : undefined
    },
    effects: ({ found }) => ({
      set: { results: found.results, subjects: found.results.length },
      clocks: [{ clock: 'notice', do: 'start', limit: { value: Math.max(1, found.scheme?.noticeDays ?? 5), unit: 'work_day' } }],
    }),
  }),
  publish: action({
    zh: '公布',
    from: 'noticed',
    to: 'published',
    by: 'credit.approve',
    tone: 'primary',
    guard: ({ subject, now }) =>
      subject.noticeUntil && now < new Date(subject.noticeUntil) ? refuse('credit.before', { why: '公示期未满' }) : undefined,
    look: async (ctx) => ({
      open:
        (
          await raw<{ n: number }>(
            ctx.tx,
            `select count(*)::int as n from credit.event where trade = $1 and status = 'objected'`,
            [ctx.subject.trade],
          )
        ).rows[0]?.n ?? 0,
      results: await readResults(ctx.tx, ctx.subject.trade),
    }),
    check: ({ found }) => (found.open > 0 ? refuse('credit.before', { why: `还有${found.open}件异议未核查完` }) : undefined),
    effects: ({ found, now }) => ({
      set: { results: found.results, subjects: found.results.length, publishedAt: now.toISOString() },
      clocks: [{ clock: 'notice', do: 'stop' }],
    }),
  }),
}))

/** What a grade means in this trade: how often it is checked, who was drawn, what is asked as deposit, what it gains or loses in permits. */
const gradeLine = {
  grade: choice('等级', grades),
  total: integer('主体', { unit: '家' }),
  rate: number('抽查比例', { unit: '%' }),
  drawn: list('抽中对象'),
  depositUp: number('保证金上浮', { unit: '%' }),
  measures: text('许可、检查、招标中的作用', { maxLength: 1000 }),
} as const
interface Embedded {
  readonly process: string
  readonly point: string
  readonly grade: string
  readonly effect: keyof typeof effects
}
/** 分级分类监管: how many of each grade are checked follows the grade's rate; the order is the hash of round and code, so it can be drawn again. */
export const checkPlan = procedure('credit.check-plan', {
  zh: '信用分级检查计划',
  menu: '信用评价',
  title: 'period',
  help: '各等级的抽查比例、保证金上浮、许可便利或限制按现行参数和信用嵌入点一并列出;抽取可复算,查完抽中对象即完成。',
  numbering: { prefix: 'FJ', per: 'year', digits: 3 },
  fields: {
    trade: choice('行业', trades),
    period: text('计划期', { maxLength: 10 }).searchable(),
    groups: rows('各级差别化监管', gradeLine).optional(),
    drawnNames: list('抽中对象').optional(),
    drawn: integer('抽取', { unit: '家', min: 0 }),
    checked: integer('已查', { unit: '家', min: 0 }),
    note: longText('检查情况', { maxLength: 2000 }).optional(),
    doneAt: instant('完成时间').optional(),
  },
  uniqueTogether: [['trade', 'period']],
  statuses: { planned: { zh: '检查中', duty: 'credit.collect', taskZh: '信用分级检查' }, done: { zh: '已完成', kind: 'final' } },
}).actions((action) => ({
  draw: action({
    zh: '按等级抽取',
    from: 'new',
    to: 'planned',
    by: 'credit.collect',
    form: { trade: choice('行业', trades), period: text('计划期', { maxLength: 10 }) },
    look: async (ctx) => ({
      graded: (
        await raw<{ grade: string; name: string }>(
          ctx.tx,
          `select grade, name from credit.subject where trade = $1 and grade is not null and retired_at is null order by grade, md5($2 || code)`,
          [ctx.input.trade, ctx.input.period],
        )
      ).rows,
      embedded: (
        await raw<Embedded>(
          ctx.tx,
          `select process, point, grade, effect from credit.embedding where trade = $1 and is_on and retired_at is null and valid_from <= $2::date order by process, point`,
          [ctx.input.trade, dayOf(ctx.kernel, ctx.subject.district, ctx.now)],
        )
      ).rows,
    }),
    check: ({ found }) =>
      found.graded.length === 0 ? refuse('credit.before', { why: '该行业还没有评出等级的主体' }) : undefined,
    effects: ({ found, parameter }) => {
      const groups = (Object.keys(grades) as readonly Grade[]).map((grade) => {
        const all = found.graded.filter((f) => f.grade === grade)
        const own = found.embedded.filter((e) => e.grade === grade)
        const has = (effect: string) => own.some((e) => e.process === 'check' && e.effect === effect)
        const base = parameter(`credit.rate-${grade}`)
        const rate = has('watch') ? 100 : has('fast') ? base / 2 : base
        const measures = own.map((e) => `${e.point}:${effects[e.effect]}`)
        return {
          grade,
          total: all.length,
          rate,
          drawn: all.slice(0, Math.ceil((all.length * rate) / 100)).map((f) => f.name),
          depositUp: depositUpOf(grade, parameter),
          measures: measures.join(';') || '照常',
        }
      })
      const drawnNames = groups.flatMap((g) => g.drawn)
      return { set: { groups, drawnNames, drawn: drawnNames.length, checked: 0 } }
    },
  }),
  report: action({
    zh: '登记检查',
    from: 'planned',
    to: ({ subject }) => (subject.checked + 1 >= subject.drawn ? 'done' : 'planned'),
    by: 'credit.collect',
    tone: 'primary',
    form: { name: text('检查对象', { maxLength: 100 }), result: text('结果', { maxLength: 300 }) },
    check: ({ input, subject }) =>
      !(subject.drawnNames ?? []).includes(input.name)
        ? refuse('credit.field', { why: `${input.name}不在本期抽取名单` })
        : (subject.note ?? '').includes(`${input.name}:`)
          ? refuse('credit.field', { why: `${input.name}已登记` })
          : undefined,
    effects: ({ input, subject, now }) => ({
      set: {
        checked: subject.checked + 1,
        note: `${subject.note ?? ''}${input.name}:${input.result}\n`,
        doneAt: subject.checked + 1 >= subject.drawn ? now.toISOString() : null,
      },
    }),
  }),
}))

export const purposes = {
  tender: '招标投标',
  admission: '准入、许可',
  contract: '合同续签',
  reward: '评先评优',
  service: '作业招投标',
} as const
export const use = procedure('credit.use', {
  zh: '信用结果应用',
  menu: '信用评价',
  title: 'project',
  help: '取最近公布轮次的分数,折算为评标分;D级的不得在应用中得分。',
  numbering: { prefix: 'YY', per: 'year', digits: 4 },
  fields: {
    trade: choice('行业', trades),
    code: text('主体代码', { maxLength: 18 }).searchable(),
    purpose: choice('用途', purposes),
    project: text('项目', { maxLength: 120 }).searchable(),
    name: text('主体', { maxLength: 100 }).optional(),
    score: number('公布的信用分').optional(),
    grade: choice('等级', grades).optional(),
    converted: number('折算分').optional(),
    round: text('依据轮次', { maxLength: 10 }).optional(),
  },
  statuses: { used: { zh: '已应用', kind: 'final' } },
}).actions((action) => ({
  use: action({
    zh: '应用信用结果',
    from: 'new',
    to: 'used',
    by: 'credit.collect',
    form: {
      trade: choice('行业', trades),
      code: text('主体代码', { maxLength: 18 }),
      purpose: choice('用途', purposes),
      project: text('项目', { maxLength: 120 }),
    },
    look: async (ctx) =>
      one<{ period: string; results: readonly Result[]; closed: readonly string[] }>(
        ctx.tx,
        `select period, results, (select coalesce(array_agg(distinct e.grade), '{}') from credit.embedding e where e.trade = r.trade and e.process = 'tender'
           and e.effect = 'deny' and e.is_on and e.retired_at is null and e.valid_from <= $2::date) as closed
         from credit.round r where trade = $1 and status = 'published' order by published_at desc limit 1`,
        [ctx.input.trade, dayOf(ctx.kernel, ctx.subject.district, ctx.now)],
      ),
    check: ({ found, input }) => {
      if (!found) return refuse('credit.before', { why: '该行业还没有公布的评估结果' })
      const mine = found.results.find((r) => r.code === input.code)
      if (!mine) return refuse('credit.before', { why: '该主体不在最近公布的结果中' })
      return (input.purpose === 'tender' || input.purpose === 'service') && found.closed.includes(mine.grade)
        ? refuse('credit.before', { why: `${mine.name}信用为${mine.grade}级,按信用嵌入点不得参加招标投标` })
        : undefined
    },
    effects: ({ found, input, parameter }) => {
      const mine = found?.results.find((r) => r.code === input.code)
      const score = mine?.grade === 'D' ? 0 : (mine?.score ?? 0)
      return {
        set: {
          name: mine?.name ?? null,
          score: mine?.score ?? null,
          grade: (mine?.grade ?? null) as 'A' | null,
          converted: Math.round(score * parameter('credit.tender-weight')) / 100,
          round: found?.period ?? null,
        },
      }
    },
  }),
}))
