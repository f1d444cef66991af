/** What citizens and enterprises do from a phone, without an account of the bureau. */
import {
  addRecord,
  type BoundRoute,
  bind,
  bySystem,
  createOpener,
  dayText,
  type Kernel,
  many,
  one,
  perform,
  type RequestContext,
  reject,
} from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { accountRoutes } from './account-routes.ts'
import { appOpen } from './app.ts'
import { consult } from './consult.ts'
import {
  appOpenRoute,
  appsRoute,
  askRoute,
  consultRateRoute,
  consultRoute,
  decisionsRoute,
  eventsRoute,
  lawyersRoute,
  markRoute,
  newsListRoute,
  newsOneRoute,
  noticeEndRoute,
  noticePostRoute,
  noticesRoute,
  requestRateRoute,
  requestRoute,
  requestSeenRoute,
  signedRoute,
  signedStepRoute,
  signRoute,
  townsRoute,
  voiceRoute,
} from './contract.ts'
import { mark } from './decision.ts'
import { request } from './enterprise.ts'
import { attendance } from './event.ts'
import { reading } from './news.ts'
import { citizen, provedPhone } from './proof.ts'
import { civicSheets } from './sheets.ts'

const newsSql = `select n.id, n.number, n.title, n.kind, n.published_at as "publishedAt", n.body, (select count(*)::int from civic.reading r where r.news = n.id) as reads from civic.news n
  where n.status = 'published'`
const decisionsSql = `select d.id, d.number, d.title, d.background, d.options, d.status as step, d.to_on::text as "toOn", d.heard_on::text as "heardOn", d.hearing, coalesce(jsonb_array_length(d.attendees), 0)::int as hearers, d.result, d.adopted, d.refused, d.progress, coalesce(d.marks, 0)::int as marks, coalesce(d.good_marks, 0)::int as "goodMarks", coalesce(d.rounds, 0)::int as rounds,
    (select count(*)::int from civic.voice where decision = d.id) as voices,
    coalesce((select jsonb_object_agg(v.vote, v.n) from (select vote, count(*)::int as n from civic.voice where decision = d.id and vote is not null group by vote) v), '{}') as votes,
    coalesce((select jsonb_agg(jsonb_build_object('words', v.words, 'isAdopted', v.is_adopted, 'answer', v.answer) order by v.number) from civic.voice v where v.decision = d.id and v.status = 'answered'), '[]') as answers
  from civic.decision d order by d.created_at desc limit 50`
interface Decision {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly background: string
  readonly options: readonly string[] | null
  readonly step: 'open' | 'weighing' | 'decided' | 'carried' | 'closed'
  readonly toOn: string
  readonly heardOn: string | null
  readonly hearing: string | null
  readonly hearers: number
  readonly result: string | null
  readonly adopted: number | null
  readonly refused: number | null
  readonly progress: string | null
  readonly marks: number
  readonly goodMarks: number
  readonly rounds: number
  readonly voices: number
  readonly votes: Readonly<Record<string, number>>
  readonly answers: { words: string; isAdopted: boolean; answer: string }[]
}
type Held = Readonly<{ id: string; status: string }>
/** Only who knows the number and the phone sees a subject. */
const findHeld = async <T extends Held>(ctx: RequestContext, sql: string, number: string, phone: string): Promise<T> =>
  (await ctx.work(({ tx }) => one<T>(tx, sql, [number, phone]))) ?? reject('civic.unknown')
const heldSql = {
  consult: 'select id, status, number, answer, stars from civic.consult where number = $1 and phone = $2',
  request: 'select id, status, number, answer, verdict from civic.request where number = $1 and phone = $2',
  attendance:
    'select a.id, a.status, a.number, a.stars, e.name as event from civic.attendance a join civic.event e on e.district = a.district and e.id = a.event where a.number = $1 and a.phone = $2',
  notice: 'select id, status, number from civic.small_notice where number = $1 and phone = $2',
} as const
const wordOf = (statuses: object, status: string): string =>
  (statuses as Readonly<Record<string, { readonly zh: string } | undefined>>)[status]?.zh ?? status
/** The row a citizen names by number, open to all. */
const idOf = async (ctx: RequestContext, sql: string, number: string, what: string): Promise<string> =>
  (await ctx.work(({ tx }) => one<{ id: string }>(tx, sql, [number])))?.id ?? reject('kernel.not-found', { what })

export const civicRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const opener = createOpener(kernel)
  const buckets = createBuckets({ capacity: 40, perMinute: 20, now: () => kernel.now().getTime() })
  const spend = (ctx: RequestContext): void => {
    const seconds = buckets.take(ctx.ip)
    if (seconds > 0) reject('kernel.too-many', { seconds })
  }
  const open = async (
    ctx: RequestContext,
    procedure: string,
    input: object,
    areaCode?: string,
  ): Promise<{ id: string; number: string }> => {
    const opened = await opener({
      procedure,
      district: ctx.district,
      actor: citizen,
      input: { ...input },
      isOutsideGrid: true,
      areaCode: areaCode ?? ctx.district,
    })
    ctx.reply.code(201)
    return opened
  }
  const act = (ctx: RequestContext, procedure: string, subjectId: string, action: string, input: object = {}) =>
    perform(ctx.kernel, ctx.district, { procedure, subjectId, action, input: { ...input }, who: null, actor: citizen })
  const lists: readonly BoundRoute[] = [
    bind(townsRoute, (_input, ctx) =>
      ctx.work(async ({ tx }) => ({
        towns: [
          ...(await many<{ code: string; name: string }>(
            tx,
            `select code, name from kernel.area where level = 'street' and valid_to is null order by code`,
          )),
        ],
      })),
    ),
    bind(appsRoute, (_input, ctx) =>
      ctx.work(
        async ({ tx }) =>
          ({
            apps: await many(
              tx,
              'select code, name, kind, target, icon from civic.app where is_on and retired_at is null order by rank, code',
            ),
          }) as never,
      ),
    ),
    bind(appOpenRoute, async ({ code }, ctx) => {
      spend(ctx)
      return ctx.work(async (work) => {
        const app = await one<{ id: string; name: string; kind: string; target: string }>(
          work.tx,
          'select id, name, kind, target from civic.app where code = $1 and is_on and retired_at is null',
          [code],
        )
        if (!app) return reject('kernel.not-found', { what: '这个入口' })
        await addRecord({ ...work, actor: citizen }, appOpen, { app: app.id, name: app.name, kind: app.kind as never }, {})
        return { target: app.target }
      })
    }),
    bind(newsListRoute, ({ town }, ctx) =>
      ctx.work(
        async ({ tx }) =>
          ({
            news: await many(
              tx,
              `${newsSql} and (n.audience is null or n.audience = $1) order by n.published_at desc limit 100`,
              [town ?? null],
            ),
          }) as never,
      ),
    ),
    bind(newsOneRoute, async ({ number }, ctx) => {
      spend(ctx)
      return ctx.work(async (work) => {
        const found = await one<{ id: string; title: string; reads: number }>(work.tx, `${newsSql} and n.number = $1`, [number])
        if (!found) return reject('kernel.not-found', { what: '这条信息' })
        await addRecord({ ...work, actor: citizen }, reading, { news: found.id, title: found.title, channel: 'app' }, {})
        return { ...found, reads: found.reads + 1 } as never
      })
    }),
    bind(noticesRoute, ({ town, kind }, ctx) =>
      ctx.work(
        async ({ tx }) =>
          ({
            notices: await many(
              tx,
              `select number, kind, title, words, phone, town, until::text as until from civic.small_notice where status = 'published' and ($1::text is null or town = $1) and ($2::text is null or kind = $2) order by published_on desc, number desc limit 100`,
              [town ?? null, kind ?? null],
            ),
          }) as never,
      ),
    ),
    bind(lawyersRoute, (_input, ctx) =>
      ctx.work(
        async ({ tx }) =>
          ({
            lawyers: await many(
              tx,
              'select id, name, firm, topics from civic.lawyer where is_on and retired_at is null order by name',
            ),
            taken: await many(
              tx,
              `select lawyer, booked_on::text as "on", slot from civic.consult where way = 'booked' and status <> 'dropped' and booked_on >= $1::date`,
              [dayText(ctx.now)],
            ),
            cases: await many(
              tx,
              `select number, topic, case_text as text from civic.consult where is_published and case_text is not null order by number desc limit 100`,
            ),
          }) as never,
      ),
    ),
    bind(decisionsRoute, (_input, ctx) =>
      ctx.work(async ({ tx }) => ({
        decisions: (await many<Decision>(tx, decisionsSql)).map(({ options, votes, answers, ...d }) => ({
          ...d,
          options: (options ?? []).map((name) => ({ name, votes: votes[name] ?? 0 })),
          answers: [...answers],
        })),
      })),
    ),
    bind(eventsRoute, (_input, ctx) =>
      ctx.work(
        async ({ tx }) =>
          ({
            events: await many(
              tx,
              `select number, kind, name, place, host, starts_at as "startsAt", ends_at as "endsAt", greatest(0, quota - (select count(*)::int from civic.attendance a where a.event = e.id and a.status <> 'cancelled')) as left from civic.event e where status = 'open' and is_public and starts_at > $1::timestamptz order by starts_at limit 100`,
              [ctx.now.toISOString()],
            ),
          }) as never,
      ),
    ),
  ]
  const deeds: readonly BoundRoute[] = [
    bind(noticePostRoute, async ({ phone, code, token, town, ...input }, ctx) => {
      spend(ctx)
      const proved = await provedPhone(ctx, { phone, code, token })
      return open(ctx, 'civic.small-notice', { ...input, town, phone: proved }, town)
    }),
    bind(noticeEndRoute, async ({ number, ...proof }, ctx) => {
      spend(ctx)
      const found = await findHeld(ctx, heldSql.notice, number, await provedPhone(ctx, proof))
      await act(ctx, 'civic.small-notice', found.id, 'withdraw')
      return { number }
    }),
    bind(askRoute, async ({ phone, code, token, ...input }, ctx) => {
      spend(ctx)
      return open(ctx, 'civic.consult', { ...input, phone: await provedPhone(ctx, { phone, code, token }) })
    }),
    bind(consultRoute, async ({ number, phone }, ctx) => {
      spend(ctx)
      const found = await findHeld<Held & { answer: string | null; stars: number | null }>(ctx, heldSql.consult, number, phone)
      return { number, statusZh: wordOf(consult.spec.statuses, found.status), answer: found.answer, stars: found.stars }
    }),
    bind(consultRateRoute, async ({ number, phone, stars }, ctx) => {
      spend(ctx)
      const found = await findHeld(ctx, heldSql.consult, number, phone)
      await act(ctx, 'civic.consult', found.id, 'rate', { stars })
      return { number }
    }),
    bind(voiceRoute, async ({ number, phone, code, token, ...input }, ctx) => {
      spend(ctx)
      const decision = await idOf(ctx, 'select id from civic.decision where number = $1', number, '这个议题')
      return open(ctx, 'civic.voice', { ...input, decision, phone: await provedPhone(ctx, { phone, code, token }) })
    }),
    bind(markRoute, async ({ number, phone, code, token, isGood }, ctx) => {
      spend(ctx)
      const decision = await idOf(ctx, 'select id from civic.decision where number = $1', number, '这个议题')
      const proved = await provedPhone(ctx, { phone, code, token })
      return ctx.work(async (work) => {
        const mine = { ...work, actor: citizen }
        const round =
          (
            await one<{ rounds: number }>(work.tx, 'select coalesce(rounds, 0) as rounds from civic.decision where id = $1', [
              decision,
            ])
          )?.rounds ?? 0
        const known = await one(work.tx, 'select 1 as n from civic.mark where decision = $1 and phone = $2 and round = $3', [
          decision,
          proved,
          round,
        ])
        if (known) return reject('civic.not-yet', { why: '这个手机号已经评议过' })
        await bySystem(mine, 'civic.decision', decision, 'mark', { isGood }, citizen)
        await addRecord(mine, mark, { decision, phone: proved, round }, {})
        return { number }
      })
    }),
    bind(signRoute, async ({ number, phone, code, token, name }, ctx) => {
      spend(ctx)
      const event = await idOf(ctx, 'select id from civic.event where number = $1', number, '这场活动')
      return open(ctx, 'civic.attendance', { event, name, phone: await provedPhone(ctx, { phone, code, token }) })
    }),
    bind(signedRoute, async ({ number, phone }, ctx) => {
      spend(ctx)
      const found = await findHeld<Held & { event: string; stars: number | null }>(ctx, heldSql.attendance, number, phone)
      return { number, statusZh: wordOf(attendance.spec.statuses, found.status), event: found.event, stars: found.stars }
    }),
    bind(signedStepRoute, async ({ number, phone, action, stars, words }, ctx) => {
      spend(ctx)
      const found = await findHeld(ctx, heldSql.attendance, number, phone)
      await act(ctx, 'civic.attendance', found.id, action, action === 'reflect' ? { stars, words } : {})
      return { number }
    }),
    bind(requestRoute, async ({ phone, code, token, creditCode, ...input }, ctx) => {
      spend(ctx)
      const made = await open(ctx, 'civic.request', {
        ...input,
        code: creditCode,
        phone: await provedPhone(ctx, { phone, code, token }),
      })
      const row = await ctx.work(({ tx }) =>
        one<{ due: Date | null }>(tx, 'select promise_due_at as due from civic.request where id = $1', [made.id]),
      )
      return { number: made.number, promiseDueAt: row?.due ? new Date(row.due) : null }
    }),
    bind(requestSeenRoute, async ({ number, phone }, ctx) => {
      spend(ctx)
      const found = await findHeld<Held & { answer: string | null; verdict: string | null }>(ctx, heldSql.request, number, phone)
      return { number, statusZh: wordOf(request.spec.statuses, found.status), answer: found.answer, verdict: found.verdict }
    }),
    bind(requestRateRoute, async ({ number, phone, verdict }, ctx) => {
      spend(ctx)
      const found = await findHeld(ctx, heldSql.request, number, phone)
      await act(ctx, 'civic.request', found.id, 'rate', { verdict })
      return { number }
    }),
  ]
  return [...accountRoutes(spend), ...lists, ...deeds, ...civicSheets]
}
