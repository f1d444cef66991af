/** Routes of credit: one file per subject, what the public may see, what a grade means at a point of embedding. */
import { z } from 'zod'
import { type BoundRoute, bind, dayOf, raw, reject } from '#kernel'
import { route } from '#kernel/contract'
import { type Grade, grades, type Trade, trades } from './contract.ts'

const values = z.record(z.string(), z.unknown())
const trade = z.enum(Object.keys(trades) as [Trade])
export const fileRoute = route({
  method: 'GET',
  path: '/credit/files/:code',
  zh: '信用档案:一个主体各行业的好坏记录、来源、异议与得分说明',
  permission: 'credit.subject.read',
  tag: 'credit',
  input: z.object({ code: z.string().max(18) }),
  output: z.object({ subjects: z.array(values), good: z.array(values), bad: z.array(values), lists: z.array(values) }),
})
export const publicCreditRoute = route({
  method: 'GET',
  path: '/public/credit',
  zh: '公众:信用等级与公示中的信息',
  permission: 'public',
  tag: 'public',
  input: z.object({ trade, search: z.string().max(60).optional() }),
  output: z.object({ rows: z.array(values) }),
})
export const effectRoute = route({
  method: 'GET',
  path: '/credit/effects',
  zh: '嵌入点:此主体在此环节的信用作用',
  permission: 'credit.subject.read',
  tag: 'credit',
  input: z.object({ trade, code: z.string().max(18), process: z.enum(['permit', 'case', 'check', 'assessment', 'tender']) }),
  output: z.object({
    grade: z.string().nullable(),
    rate: z.number().nullable(),
    depositUp: z.number(),
    effects: z.array(values),
  }),
})
const many = async (ctx: Parameters<Parameters<typeof bind>[1]>[1], sql: string, params: readonly unknown[]) =>
  ctx.work(async ({ tx }) => [...(await raw<Record<string, unknown>>(tx, sql, [...params])).rows])
const eventColumns = `number, trade, item_name as name, points::float8 as points, severity, status, source, source_id as "sourceId", happened_on::text as "happenedOn", valid_until::text as "validUntil",
  show_until::text as "showUntil", is_shown as "isShown", objection, objection_result as "objectionResult"`
export const creditRoutes = (): readonly BoundRoute[] => [
  bind(fileRoute, async ({ code }, ctx) => {
    const subjects = await many(
      ctx,
      `select name, kind, trade, score::float8 as score, grade, reasons, graded_on::text as "gradedOn" from credit.subject where code = $1 and retired_at is null order by trade`,
      [code],
    )
    if (subjects.length === 0) return reject('kernel.not-found', { what: '信用主体' })
    const events = await many(
      ctx,
      `select ${eventColumns} from credit.event where code = $1 and status <> 'rejected' order by happened_on desc, number desc`,
      [code],
    )
    return {
      subjects,
      good: events.filter((e) => Number(e.points) >= 0),
      bad: events.filter((e) => Number(e.points) < 0),
      lists: await many(
        ctx,
        `select list, measure_name as measure, basis, status, listed_at as "listedAt" from credit.list_entry where code = $1 and status = 'listed'`,
        [code],
      ),
    }
  }),
  // Persons are never listed; of firms and shops only what is within its showing period.
  bind(publicCreditRoute, async (input, ctx) => ({
    rows: await many(
      ctx,
      `select s.name, s.kind, s.score::float8 as score, s.grade, s.graded_on::text as "gradedOn",
         (select coalesce(json_agg(json_build_object('name', e.item_name, 'happenedOn', e.happened_on, 'showUntil', e.show_until)), '[]') from credit.event e
          where e.trade = s.trade and e.code = s.code and e.is_shown and e.status = any (array['effective', 'objected', 'repairing'])) as shown
       from credit.subject s where s.trade = $1 and s.kind = any (array['org', 'shop']) and s.grade is not null and s.retired_at is null and ($2::text is null or s.name ilike '%' || $2 || '%')
       order by s.score desc, s.name limit 500`,
      [input.trade, input.search ?? null],
    ),
  })),
  bind(effectRoute, async (input, ctx) => {
    const day = dayOf(ctx.kernel, ctx.district, ctx.now)
    const [row] = await many(ctx, 'select grade from credit.subject where trade = $1 and code = $2 and retired_at is null', [
      input.trade,
      input.code,
    ])
    const grade = (row?.grade ?? null) as Grade | null
    const parameter = (name: string) => ctx.kernel.parameters.value(ctx.district, `credit.${name}`, day)
    return {
      grade: grade ? grades[grade] : null,
      rate: grade ? parameter(`rate-${grade}`) : null,
      depositUp: grade === 'C' || grade === 'D' ? parameter(`deposit-${grade}`) : 0,
      effects: await many(
        ctx,
        `select point, effect from credit.embedding where trade = $1 and process = $2 and grade = $3 and is_on and retired_at is null and valid_from <= $4::date order by point`,
        [input.trade, input.process, grade ?? '', day],
      ),
    }
  }),
]
