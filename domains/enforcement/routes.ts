/** Routes of enforcement beyond what its definitions give: the campaign's report, the ledger in any unit, 721, the public list. */
import type { Transaction } from 'kysely'
import { type BoundRoute, bind, dayOf, dayText, endOf, loadSubject, raw, reject, startOf } from '#kernel'
import { checkTables, itemTables } from './campaign.ts'
import { measureKinds, topics, workClasses } from './contract.ts'
import { explainFine } from './law.ts'
import { lawyerSheet } from './lawyers.ts'
import { printMoney, yuan } from './money.ts'
import { readFile } from './penalty/file.ts'
import { penaltyProcedure } from './penalty/index.ts'
import {
  barbecueRoute,
  campaignReportRoute,
  lawyersRoute,
  ledgerRoute,
  proposalRoute,
  publicListRoute,
  work721Route,
} from './route-contract.ts'

const one = async <T extends object>(tx: Transaction<unknown>, sql: string, params: readonly unknown[]): Promise<T | undefined> =>
  (await raw<T>(tx, sql, [...params])).rows[0]
const many = async <T extends object>(tx: Transaction<unknown>, sql: string, params: readonly unknown[]): Promise<readonly T[]> =>
  (await raw<T>(tx, sql, [...params])).rows

interface CampaignRow {
  readonly name: string
  readonly goal: string
  readonly target: number
  readonly startsOn: string
  readonly endsOn: string
  readonly areas: readonly string[]
  readonly status: string
}
interface Counted {
  readonly key: string
  readonly n: number
}
const campaignReport = async (tx: Transaction<unknown>, id: string) => {
  const campaign =
    (await one<CampaignRow>(
      tx,
      'select name, goal, target, starts_on as "startsOn", ends_on as "endsOn", areas, status from enforcement.campaign where id = $1',
      [id],
    )) ?? reject('kernel.not-found', { what: '专项行动' })
  const operations = await one<{ n: number; people: number; vehicles: number }>(
    tx,
    'select count(*)::int as n, coalesce(sum(people), 0)::int as people, coalesce(sum(vehicles), 0)::int as vehicles from enforcement.operation where campaign = $1',
    [id],
  )
  const checks = await many<Counted>(
    tx,
    `select outcome as key, count(*)::int as n from (${checkTables.map((t) => `select outcome from enforcement.${t} where campaign = $1`).join(' union all ')}) x group by 1 order by 1`,
    [id],
  )
  const issues = await one<{ found: number; cleared: number }>(
    tx,
    `select count(*)::int as found, (count(*) filter (where closed_at is not null))::int as cleared from (${itemTables.map((t) => `select closed_at from enforcement.${t} where campaign = $1 and status <> 'dropped'`).join(' union all ')}) x`,
    [id],
  )
  const measures = await many<Counted>(
    tx,
    `select kind as key, count(*)::int as n from enforcement.measure where campaign = $1 and status <> 'revoked' and (kind <> 'interview' or status = 'done') group by 1 order by 1`,
    [id],
  )
  const penalties = await one<{ filed: number; decided: number; fen: number }>(
    tx,
    `select (count(*) filter (where filed_at is not null))::int as filed, (count(*) filter (where decided_at is not null and status <> all (array['revoked', 'not_punished'])))::int as decided,
       coalesce(sum(fine_fen) filter (where decided_at is not null and status <> all (array['revoked', 'not_punished'])), 0)::float8 as fen from enforcement.penalty where campaign = $1`,
    [id],
  )
  return { campaign, operations, checks, issues, measures, penalties }
}
type Report = Awaited<ReturnType<typeof campaignReport>>
const outcomeZh: Readonly<Record<string, string>> = {
  pass: '合格',
  educated: '当场教育整改',
  guided: '行政指导',
  ordered: '督促整改',
  filed: '立案查处',
  stopped: '责令停止',
}
const sentence = ({ campaign, operations, checks, issues, measures, penalties }: Report): string => {
  const total = checks.reduce((n, c) => n + c.n, 0)
  const listed = (rows: readonly Counted[], names: Readonly<Record<string, string>>) =>
    rows.map((r) => `${names[r.key] ?? r.key}${r.n}起`).join('、')
  return [
    `${campaign.startsOn}至${campaign.endsOn}开展${campaign.name},范围${campaign.areas.join('、')}。`,
    `出动${operations?.n ?? 0}次,${operations?.people ?? 0}人次、车辆${operations?.vehicles ?? 0}台次。`,
    `检查${total}次(目标${campaign.target}次,完成${campaign.target > 0 ? Math.round((total * 1000) / campaign.target) / 10 : 0}%)${total > 0 ? `:${listed(checks, outcomeZh)}` : ''}。`,
    `发现整改事项${issues?.found ?? 0}项,办结${issues?.cleared ?? 0}项。`,
    measures.length > 0 ? `${listed(measures, measureKinds)}。` : '',
    `立案${penalties?.filed ?? 0}件,处罚${penalties?.decided ?? 0}件,罚款${printMoney(penalties?.fen ?? 0, 'wan', 2)}。`,
  ].join('')
}
interface LedgerRow {
  readonly id: string
  readonly number: string
  readonly decisionNumber: string | null
  readonly party: string | null
  readonly topic: keyof typeof topics
  readonly fineFen: number
  readonly paidFen: number
  readonly surchargeFen: number
  readonly decidedAt: Date
  readonly fulfilledAt: Date | null
  readonly payDueAt: Date | null
}
const ledgerSql = `select id, number, decision_number as "decisionNumber", party_name as party, topic, (coalesce(fine_fen, 0) + coalesce(forfeit_fen, 0))::float8 as "fineFen", paid_fen::float8 as "paidFen",
    coalesce(surcharge_fen, 0)::float8 as "surchargeFen", decided_at as "decidedAt", fulfilled_at as "fulfilledAt", pay_due_at as "payDueAt"
  from enforcement.penalty where decided_at >= $1 and decided_at < $2 and status <> all (array['revoked', 'not_punished']) and ($3::text is null or topic = $3) order by decided_at, number`
const stateOf = (row: LedgerRow, now: Date): string =>
  row.fulfilledAt ? '已缴清' : row.paidFen > 0 ? '部分缴纳' : row.payDueAt && row.payDueAt < now ? '逾期未缴' : '未到期'

/** The middle of a band, to whole yuan: where the discretion starts. */
const middle = (minFen: number, maxFen: number): number => Math.round((minFen + maxFen) / 200) * 100

interface Barbecue {
  readonly site: string
  readonly hours: string
  readonly state: string
  readonly found: number
  readonly complaints: number
  readonly educated: number
  readonly filed: number
  readonly open: number
  readonly lastOn: string | null
}
const barbecueSql = `select s.id as site, s.hours, s.state, count(f.id)::int as found, (count(f.id) filter (where f.finder = 'citizen'))::int as complaints,
    (count(f.id) filter (where f.outcome = 'educate'))::int as educated, (count(f.id) filter (where f.outcome = 'penalty'))::int as filed,
    (count(f.id) filter (where f.closed_at is null))::int as open, to_char(max(f.created_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "lastOn"
  from enforcement.barbecue_site s left join enforcement.fire f on f.site = s.id and f.status <> 'dropped' and f.created_at >= $1 and f.created_at < $2
  where s.retired_at is null group by s.id, s.name, s.hours, s.state order by count(f.id) desc, s.name`
export const enforcementRoutes = (): readonly BoundRoute[] => [
  bind(campaignReportRoute, async ({ id }, ctx) => {
    const report = await ctx.work(({ tx }) => campaignReport(tx, id))
    return {
      ...report.campaign,
      areas: [...report.campaign.areas],
      operations: { n: 0, people: 0, vehicles: 0, ...report.operations },
      checks: {
        total: report.checks.reduce((n, c) => n + c.n, 0),
        byOutcome: Object.fromEntries(report.checks.map((c) => [c.key, c.n])),
      },
      issues: { found: 0, cleared: 0, ...report.issues },
      measures: Object.fromEntries(report.measures.map((m) => [m.key, m.n])),
      penalties: { filed: 0, decided: 0, fen: 0, ...report.penalties },
      text: sentence(report),
    }
  }),
  bind(proposalRoute, async ({ id }, ctx) =>
    ctx.work(async (work) => {
      const loaded = await loadSubject(work.tx, work.kernel, penaltyProcedure.id, id, false)
      if (!loaded) return reject('kernel.not-found', { what: penaltyProcedure.spec.zh })
      const file = await readFile({ ...work, subject: loaded.subject })
      const { chosen, why } = file.favoured
      return {
        law: chosen ? `${chosen.law}第${chosen.article}条` : null,
        why,
        range: chosen && chosen.maxFen !== null ? `${yuan(chosen.minFen ?? 0)}至${yuan(chosen.maxFen)}` : '幅度待核对',
        sure: chosen?.sure ?? null,
        earlierWarnings: file.earlierWarnings,
        earlierPenalties: file.earlierPenalties,
        lenient: [...file.lenient],
        benchmarks: file.benchmarks.map((b) => {
          const proposedFen = middle(b.minFen, b.maxFen)
          return { ...b, proposedFen, text: explainFine(proposedFen, file.favoured, b) }
        }),
      }
    }),
  ),
  bind(ledgerRoute, async (input, ctx) => {
    const to = new Date(new Date(`${input.to}T00:00:00+08:00`).getTime() + 86_400_000)
    const rows = await ctx.work(({ tx }) =>
      many<LedgerRow>(tx, ledgerSql, [new Date(`${input.from}T00:00:00+08:00`), to, input.topic ?? null]),
    )
    const shown = (fen: number): string => printMoney(fen, input.unit, input.decimals)
    const total = (pick: (r: LedgerRow) => number): number => rows.reduce((n, r) => n + pick(r), 0)
    return {
      rows: rows.map((r) => ({
        id: r.id,
        number: r.number,
        decisionNumber: r.decisionNumber,
        party: r.party,
        topic: topics[r.topic],
        decidedOn: dayOf(ctx.kernel, ctx.district, r.decidedAt),
        fineFen: r.fineFen,
        fine: shown(r.fineFen),
        paid: shown(r.paidFen),
        surcharge: shown(r.surchargeFen),
        state: stateOf(r, ctx.now),
      })),
      count: rows.length,
      fineFen: total((r) => r.fineFen),
      fine: shown(total((r) => r.fineFen)),
      paid: shown(total((r) => r.paidFen)),
      unpaid: shown(total((r) => Math.max(0, r.fineFen - r.paidFen))),
    }
  }),
  bind(work721Route, async (input, ctx) => {
    const rows = await ctx.work(({ tx }) =>
      many<Counted>(
        tx,
        'select work_class as key, count(*)::int as n from enforcement.deed where at >= $1 and at < $2 group by 1',
        [new Date(`${input.from}T00:00:00+08:00`), new Date(new Date(`${input.to}T00:00:00+08:00`).getTime() + 86_400_000)],
      ),
    )
    const total = rows.reduce((n, r) => n + r.n, 0)
    return {
      total,
      classes: Object.entries(workClasses).map(([key, zh]) => {
        const n = rows.find((r) => r.key === key)?.n ?? 0
        const share = total === 0 ? null : Math.round((n * 10_000) / total) / 100
        const weight = ctx.kernel.parameters.value(
          ctx.district,
          `enforcement.share-${key}`,
          dayOf(ctx.kernel, ctx.district, ctx.now),
        )
        return { key, zh, n, share, weight, difference: share === null ? null : Math.round((share - weight) * 100) / 100 }
      }),
    }
  }),
  bind(barbecueRoute, async ({ from, to }, ctx) => ({
    rows: [...(await ctx.work(({ tx }) => many<Barbecue>(tx, barbecueSql, [startOf(from), endOf(to)])))],
  })),
  bind(lawyersRoute, ({ from, to }, ctx) => ctx.work(({ tx, now }) => lawyerSheet(tx, from, to, dayText(now)))),
  bind(publicListRoute, async (input, ctx) => ({
    rows: [
      ...(await ctx.work(({ tx }) =>
        many<{
          number: string
          kind: string
          title: string
          body: string | null
          party: string | null
          publishedAt: Date
          status: string
          reason: string | null
          photos: string[]
        }>(
          tx,
          `select number, kind, title, case when status = 'withdrawn' then null else body end as body, case when status = 'withdrawn' then null else party_shown end as party, published_at as "publishedAt", status, case when status = 'withdrawn' then reason end as reason,
             case when status = 'withdrawn' then '[]' else coalesce((select jsonb_agg(c.file_id) from kernel.published_picture c where c.district = r.district and c.state = 'published' and c.file_id = any(r.photos)), '[]') end as photos
           from enforcement.publication r where published_at is not null and status in ('published', 'withdrawing', 'withdrawn') and ($1::text is null or kind = $1) order by published_at desc limit 200`,
          [input.kind ?? null],
        ),
      )),
    ],
  })),
]
