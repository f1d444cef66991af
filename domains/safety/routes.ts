/** What the sheets of safety answer. */
import { type BoundRoute, bind, dayText, many, one, type Tx } from '#kernel'
import { coverageRoute, ledgerRoute, officeRoute } from './contract.ts'
import { officeDuties } from './office.ts'

interface Pair {
  readonly topic: string
  readonly list: string
}
const wantedSql = `select t.id, t.name as topic, l.list from safety.duty_topic t cross join lateral unnest(t.lists) as l(list) where t.retired_at is null`
const gapsSql = `select w.topic, w.list from (${wantedSql}) w where not exists (select 1 from safety.duty_item i where i.topic = w.id and i.list = w.list and i.retired_at is null) order by w.topic, w.list`
const overlapsSql = `select t.name as topic, i.list, string_agg(i.holder, '、' order by i.holder) as holders from safety.duty_item i join safety.duty_topic t on t.district = i.district and t.id = i.topic
  where i.retired_at is null and i.is_lead group by t.name, i.list having count(*) > 1 order by t.name, i.list`
const missingSql = `select id as due, name as holder, due_on::text as "dueOn", ($1::date - due_on) as days from safety.due where kind = 'duty' and status = 'missed' order by due_on, name`
const countSql = `select (select count(*)::int from safety.duty_topic where retired_at is null) as topics, (select count(*)::int from safety.duty_item where retired_at is null) as items`
const readCoverage = async (tx: Tx, day: string) => {
  const n = await one<{ topics: number; items: number }>(tx, countSql)
  return {
    topics: n?.topics ?? 0,
    items: n?.items ?? 0,
    gaps: [...(await many<Pair>(tx, gapsSql))],
    overlaps: [...(await many<Pair & { holders: string }>(tx, overlapsSql))],
    missing: [...(await many<{ due: string; holder: string; dueOn: string; days: number }>(tx, missingSql, [day]))],
  }
}
interface Line {
  readonly id: string
  readonly level: string
  readonly state: string
  readonly isKey: boolean
  readonly checks: number
  readonly checkedOn: string | null
  readonly nextOn: string | null
  readonly isMissed: boolean
  readonly open: number
  readonly found: number
}
const ledgerSql = `select e.id, e.level, e.state, e.is_key as "isKey", coalesce(c.n, 0)::int as checks, c.last::text as "checkedOn", d.next::text as "nextOn", coalesce(d.missed, false) as "isMissed", coalesce(p.open, 0)::int as open, coalesce(p.n, 0)::int as found
  from safety.enterprise e
  left join lateral (select count(*) as n, max(checked_on) as last from safety.check c where c.district = e.district and c.enterprise = e.id and c.checked_on is not null) c on true
  left join lateral (select min(due_on) as next, bool_or(status = 'missed') as missed from safety.due d where d.district = e.district and d.enterprise = e.id::text and d.kind = any(array['check', 'key']) and d.closed_at is null) d on true
  left join lateral (select count(*) as n, count(*) filter (where closed_at is null) as open from safety.problem p where p.district = e.district and p.enterprise = e.id) p on true
  where e.retired_at is null order by array_position(array['red', 'orange', 'yellow', 'blue'], e.level), e.is_key desc, e.name`
interface Member {
  readonly person: string
  readonly post: string
  readonly duties: readonly (keyof typeof officeDuties)[]
  readonly paper: string
  readonly open: number
  readonly late: number
}
const membersSql = `select a.person, a.post, to_jsonb(a.duties) as duties, a.paper, (select count(*)::int from safety.inbox i where i.person = a.person and i.closed_at is null) as open,
    (select count(*)::int from safety.inbox i where i.person = a.person and i.closed_at is null and i.is_late = 'yes') as late from safety.appointment a where a.status = any(array['on', 'leaving']) order by a.created_at`
const monthSql = `select (select count(*)::int from safety.inbox where created_at >= $1) as received, (select count(*)::int from safety.inbox where done_at >= $1) as done,
  (select count(*)::int from safety.check where checked_on >= $2::date) as checks, (select count(*)::int from safety.problem where found_on >= $2::date) as problems`
const readOffice = async (tx: Tx, now: Date) => {
  const members = await many<Member>(tx, membersSql)
  const month = `${dayText(now).slice(0, 7)}-01`
  const n = await one<{ received: number; done: number; checks: number; problems: number }>(tx, monthSql, [
    new Date(`${month}T00:00:00+08:00`),
    month,
  ])
  return {
    members: members.map((m) => ({ ...m, duties: m.duties.map((d) => officeDuties[d]).join('、') })),
    vacant: Object.entries(officeDuties)
      .filter(([d]) => !members.some((m) => (m.duties as readonly string[]).includes(d)))
      .map(([, zh]) => zh),
    ...{ received: 0, done: 0, checks: 0, problems: 0, ...n },
  }
}
export const safetyRoutes: readonly BoundRoute[] = [
  bind(coverageRoute, (_input, ctx) => ctx.work(({ tx }) => readCoverage(tx, dayText(ctx.now)))),
  bind(ledgerRoute, (_input, ctx) =>
    ctx.work(async ({ tx, kernel, district }) => ({
      rows: (await many<Line>(tx, ledgerSql)).map((l) => ({
        ...l,
        everyDays: kernel.parameters.value(district, `safety.check-${l.level}`, dayText(ctx.now)),
      })),
    })),
  ),
  bind(officeRoute, (_input, ctx) => ctx.work(({ tx }) => readOffice(tx, ctx.now))),
]
