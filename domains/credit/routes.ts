/** Routes of credit: one file per subject, what the public may see, what a grade means at a point of embedding. */
import { z } from 'zod'
import { type BoundRoute, bind, dayOf, type RequestContext, raw, reject } from '#kernel'
import { route, titled } from '#kernel/contract'
import { depositUpOf, effects, type Grade, grades, type Trade, trades } from './contract.ts'

const values = z.record(z.string(), z.unknown())
const trade = z.enum(Object.keys(trades) as [Trade])
/** By its own code (18 characters at most), or the id of its row. */
const who = z.string().max(36).meta({ title: '信用主体', ref: 'credit.subject' })
const entry = z.object({
  id: titled.row('编号', 'credit.event'),
  number: z.string(),
  trade: titled.like('credit.event.trade'),
  name: titled.words('信息'),
  points: z.number().meta({ title: '分值', unit: '分' }),
  severity: titled.like('credit.event.severity'),
  status: titled.like('credit.event.status'),
  source: titled.words('来源'),
  sourceId: z.string().nullable(),
  happenedOn: titled.day('发生日'),
  validUntil: titled.day('有效至').nullable(),
  showUntil: titled.day('公示至').nullable(),
  isShown: z.boolean().nullable().meta({ title: '公示' }),
  objection: titled.maybe('异议'),
  objectionResult: titled.maybe('异议结果'),
})
type Entry = z.input<typeof entry>
export const fileRoute = route({
  method: 'GET',
  path: '/credit/files/:code',
  zh: '信用档案:一个主体各行业的好坏记录、来源、异议与得分说明',
  permission: 'credit.subject.read',
  tag: 'credit',
  sheet: { menu: '信用档案', of: 'credit.subject', with: 'code' },
  input: z.object({ code: who }),
  output: z.object({
    subjects: z
      .array(
        z.object({
          name: titled.words('名称'),
          kind: titled.like('credit.subject.kind'),
          trade: titled.like('credit.subject.trade'),
          score: z.number().nullable().meta({ title: '信用分', unit: '分', decimals: 2 }),
          grade: z.string().nullable().meta({ like: 'credit.subject.grade' }),
          reasons: z.array(z.string()).nullable().meta({ title: '得分说明' }),
          gradedOn: titled.day('评定日期').nullable(),
        }),
      )
      .meta({ title: '各行业信用' }),
    bad: z.array(entry).meta({ title: '不良信息' }),
    good: z.array(entry).meta({ title: '良好信息' }),
    lists: z
      .array(
        z.object({
          list: titled.like('credit.list-entry.list'),
          measure: titled.maybe('措施'),
          basis: titled.maybe('依据'),
          status: titled.like('credit.list-entry.status'),
          listedAt: z.date().nullable().meta({ title: '列入时间' }),
        }),
      )
      .meta({ title: '在列名单' }),
    outside: z
      .array(
        z.object({
          partner: titled.words('平台'),
          outsideId: titled.maybe('对方标识'),
          content: titled.words('对方结果'),
          provenance: titled.words('来源与核实'),
          adoptedAt: z.date().nullable().meta({ title: '采用时间' }),
        }),
      )
      .meta({ title: '采用的外部结果' }),
  }),
})
/** The same of an enterprise of the base register, found by its credit code; one of which nothing was ever said has an empty file. */
export const enterpriseFileRoute = route({
  method: 'GET',
  path: '/credit/enterprises/:id',
  zh: '企业信用记录',
  permission: 'credit.subject.read',
  tag: 'credit',
  sheet: { of: 'grid.enterprise' },
  input: z.object({ id: z.uuid().meta({ title: '企业', ref: 'grid.enterprise' }) }),
  output: fileRoute.output,
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
  sheet: { menu: '信用惩戒', of: 'credit.subject', with: 'code' },
  input: z.object({
    code: who,
    process: z
      .enum(['permit', 'case', 'check', 'assessment', 'tender'])
      .meta({ like: 'credit.embedding.process', title: '办理环节' }),
    /** Left out where the code is the id of a row, which knows its trade. */
    trade: trade.optional().meta({ title: '行业', choices: trades, help: '不填按所选主体的行业' }),
  }),
  output: z.object({
    grade: titled.maybe('信用等级'),
    rate: titled.percent('抽查比例'),
    depositUp: titled.count('保证金提高', '%'),
    effects: z
      .array(z.object({ point: titled.words('环节'), effect: z.string().meta({ title: '作用', choices: effects }) }))
      .meta({ title: '作用' }),
  }),
})
const many = async <T = Record<string, unknown>>(ctx: RequestContext, sql: string, params: readonly unknown[]): Promise<T[]> =>
  ctx.work(async ({ tx }) => [...(await raw<T & object>(tx, sql, [...params])).rows])
interface Named {
  readonly code: string
  readonly trade: string
}
const isRowId = (code: string): boolean => z.uuid().safeParse(code).success
/** The code and trade that a row of the register stands for. */
const namedBy = async (ctx: RequestContext, id: string): Promise<Named> => {
  const [row] = await many<Named>(ctx, 'select code, trade from credit.subject where id = $1', [id])
  return row ?? reject('kernel.not-found', { what: '信用主体' })
}
const eventColumns = `id, number, trade, item_name as name, points::float8 as points, severity, status, source, source_id as "sourceId", happened_on::text as "happenedOn", valid_until::text as "validUntil",
  show_until::text as "showUntil", is_shown as "isShown", objection, objection_result as "objectionResult"`
const fileOf = async (ctx: RequestContext, code: string): Promise<z.input<typeof fileRoute.output>> => {
  const events = await many<Entry>(
    ctx,
    `select ${eventColumns} from credit.event where code = $1 and status <> 'rejected' order by happened_on desc, number desc`,
    [code],
  )
  return {
    subjects: await many<z.input<typeof fileRoute.output>['subjects'][number]>(
      ctx,
      `select name, kind, trade, score::float8 as score, grade, reasons, graded_on::text as "gradedOn" from credit.subject where code = $1 and retired_at is null order by trade`,
      [code],
    ),
    good: events.filter((e) => Number(e.points) >= 0),
    bad: events.filter((e) => Number(e.points) < 0),
    lists: await many<z.input<typeof fileRoute.output>['lists'][number]>(
      ctx,
      `select list, measure_name as measure, basis, status, listed_at as "listedAt" from credit.list_entry where code = $1 and status = 'listed'`,
      [code],
    ),
    outside: await many<z.input<typeof fileRoute.output>['outside'][number]>(
      ctx,
      `select p.name as partner, s.outside_id as "outsideId", s.content, s.provenance, s.sent_at as "adoptedAt" from credit.share s
       join credit.partner p on p.district = s.district and p.id = s.partner where s.code = $1 and s.direction = 'in' and s.status = 'adopted' order by s.sent_at desc`,
      [code],
    ),
  }
}
export const creditRoutes = (): readonly BoundRoute[] => [
  bind(fileRoute, async (input, ctx) => {
    const file = await fileOf(ctx, isRowId(input.code) ? (await namedBy(ctx, input.code)).code : input.code)
    return file.subjects.length === 0 ? reject('kernel.not-found', { what: '信用主体' }) : file
  }),
  bind(enterpriseFileRoute, async ({ id }, ctx) => {
    const [firm] = await many<{ uscc: string }>(ctx, 'select uscc from grid.enterprise where id = $1', [id])
    return firm ? fileOf(ctx, firm.uscc) : reject('kernel.not-found', { what: '企业' })
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
  bind(effectRoute, async ({ process, ...input }, ctx) => {
    const { code, trade } = isRowId(input.code) ? { ...input, ...(await namedBy(ctx, input.code)) } : input
    if (!trade) return reject('kernel.not-found', { what: '行业' })
    const day = dayOf(ctx.kernel, ctx.district, ctx.now)
    const [row] = await many<{ grade: Grade | null }>(
      ctx,
      'select grade from credit.subject where trade = $1 and code = $2 and retired_at is null',
      [trade, code],
    )
    const grade = row?.grade ?? null
    const parameter = (name: string) => ctx.kernel.parameters.value(ctx.district, name, day)
    return {
      grade: grade ? grades[grade] : null,
      rate: grade ? parameter(`credit.rate-${grade}`) : null,
      depositUp: depositUpOf(grade, parameter),
      effects: await many<{ point: string; effect: string }>(
        ctx,
        `select point, effect from credit.embedding where trade = $1 and process = $2 and grade = $3 and is_on and retired_at is null and valid_from <= $4::date order by point`,
        [trade, process, grade ?? '', day],
      ),
    }
  }),
]
