/** Sheets of civic life. */
import { addDays, type BoundRoute, bind, dayText, many, percentOf, round, startOf } from '#kernel'
import { appKinds } from './app.ts'
import { agreementsRoute, monthRoute, surveysRoute, usageRoute } from './contract.ts'

const usageSql = `select a.id as app, a.kind, a.is_on as "isOn", (select count(*)::int from civic.app_open o where o.app = a.id and o.at >= $1 and o.at < $2) as opens from civic.app a where a.retired_at is null order by opens desc, a.rank`
const monthSql = `select id as request, kind, what, status, verdict, answered_at is not null as "isAnswered", is_in_time as "isInTime", coalesce(coalesce(answered_at, $3::timestamptz) > promise_due_at, false) as "isLate"
  from civic.request where created_at >= $1 and created_at < $2 order by number`
interface Request {
  readonly isAnswered: boolean
  readonly isInTime: boolean | null
  readonly verdict: string | null
}
/** Our own survey of a year: the share of answers of 4 and 5 among all, as evaluation counts it. */
const surveysSql = `select s.year, s.topic, s.percent::float8 as percent, case when s.rank is null then '' else s.rank || coalesce('/' || s.peers, '') end as rank,
    (select p.percent::float8 from civic.outer_survey p where p.topic = s.topic and p.publisher = s.publisher and p.year = s.year - 1 and p.retired_at is null) as last, o.answers, o.good
  from civic.outer_survey s left join lateral (select count(*)::int as answers, (count(*) filter (where a.score >= 4))::int as good from evaluation.survey_answer a
    where a.district = s.district and a.at >= make_timestamptz(s.year, 1, 1, 0, 0, 0, 'Asia/Shanghai') and a.at < make_timestamptz(s.year + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')) o on true
  where s.retired_at is null order by s.year desc, s.topic`
interface Outer {
  readonly year: number
  readonly topic: string
  readonly percent: number
  readonly rank: string
  readonly last: number | null
  readonly answers: number
  readonly good: number
}
const agreementsSql = `select t.village, t.target, count(h.id)::int as listed, (count(h.id) filter (where h.signed_on is not null))::int as signed, coalesce(sum(h.given_days), 0)::int as "givenDays", coalesce(sum(h.given_yuan), 0)::int as "givenYuan"
  from civic.agreement_task t left join civic.household h on h.district = t.district and h.village = t.village and extract(year from h.created_at at time zone 'Asia/Shanghai') = t.year where t.year = $1 and t.retired_at is null group by t.village, t.target order by t.village`
export const civicSheets: readonly BoundRoute[] = [
  bind(usageRoute, ({ from, to }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ kind: keyof typeof appKinds; isOn: boolean }>(tx, usageSql, [
        startOf(from),
        startOf(addDays(to, 1)),
      ])
      const missing = Object.entries(appKinds).filter(
        ([kind]) => kind !== 'small' && !rows.some((r) => r.kind === kind && r.isOn),
      )
      return { rows, missing: missing.map(([, zh]) => zh) } as never
    }),
  ),
  bind(monthRoute, ({ month }, ctx) =>
    ctx.work(async ({ tx, now }) => {
      const from = `${month}-01`
      const next = dayText(new Date(startOf(from).getTime() + 31 * 86_400_000)).slice(0, 7)
      const rows = await many<Request>(tx, monthSql, [startOf(from), startOf(`${next}-01`), now])
      const [answered, rated] = [rows.filter((r) => r.isAnswered), rows.filter((r) => r.verdict !== null)]
      return {
        received: rows.length,
        answered: answered.length,
        inTime: percentOf(answered.filter((r) => r.isInTime).length, answered.length),
        pleased: percentOf(rated.filter((r) => r.verdict !== 'bad').length, rated.length),
        rows: rows.map(({ isAnswered: _, isInTime: __, ...r }) => r),
      } as never
    }),
  ),
  bind(surveysRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => ({
      rows: (await many<Outer>(tx, surveysSql)).map(({ last, good, ...r }) => {
        const own = percentOf(good, r.answers)
        return {
          ...r,
          before: last === null ? null : round(r.percent - last),
          own,
          gap: own === null ? null : round(r.percent - own),
        }
      }),
    })),
  ),
  bind(agreementsRoute, ({ year }, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ target: number; signed: number }>(tx, agreementsSql, [year])
      return { rows: rows.map((r) => ({ ...r, percent: percentOf(r.signed, r.target) })) } as never
    }),
  ),
]
