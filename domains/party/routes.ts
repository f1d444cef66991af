/** What the sheets of party building answer. */
import { type BoundRoute, bind, dayText, many, one, percentOf, performIn, reject, type Tx } from '#kernel'
import { declareRoute, dutyGapsRoute, frequencyRoute, mineRoute, missingRoute, progressRoute, rectifyRoute } from './contract.ts'
import { quarterDays } from './shared.ts'

const heldSql = `select b.name as branch, b.groups,
    (count(*) filter (where s.kind = 'meeting'))::int as meeting, (count(*) filter (where s.kind = 'committee'))::int as committee,
    (count(*) filter (where s.kind = 'group'))::int as "group", (count(*) filter (where s.kind = 'lecture'))::int as lecture
  from party.branch b left join party.session s on s.district = b.district and s.branch = b.id and s.held_on >= $1::date and s.held_on < $2::date
  where b.retired_at is null group by b.id, b.name, b.groups order by b.name`
interface Held {
  readonly branch: string
  readonly groups: number
  readonly meeting: number
  readonly committee: number
  readonly group: number
  readonly lecture: number
}
const zh = { meeting: '党员大会', committee: '支委会', group: '党小组会', lecture: '党课' } as const
const lacksOf = (h: Held, least: (name: string) => number): string =>
  (['meeting', 'committee', 'group', 'lecture'] as const)
    .filter((k) => k !== 'group' || h.groups > 0)
    .flatMap((k) => (h[k] < least(k) ? [`${zh[k]}${h[k]}/${least(k)}`] : []))
    .join('、')
const holdersSql = `with l as (select id, items from party.list where kind = 'duty' and status = any(array['effective', 'due'])), h as (select distinct (i->>'holder')::uuid as person from l, jsonb_array_elements(l.items) i where i->>'holder' is not null)
  select p.name, (select count(*)::int from kernel.journal j join party.duty_record r on r.district = j.district and r.id = j.subject_id where j.seq = 1 and j.actor_id = p.id and r.kind = 'person' and r.status <> 'void' and r.done_on >= $1::date and r.done_on < $2::date) as records
  from h join kernel.person p on p.id = h.person order by p.name`
const itemsSql = `select i->>'code' as code, i->>'what' as what from party.list l, jsonb_array_elements(l.items) i where l.kind = 'duty' and l.status = any(array['effective', 'due']) and i->>'holder' is null
  and not exists (select 1 from party.duty_record r where r.list = l.id and r.item = i->>'code' and r.kind = 'group' and r.status <> 'void' and r.done_on >= $1::date and r.done_on < $2::date) order by 1`
const progressSql = `select b.name as branch, count(t.id)::int as total, (count(*) filter (where t.closed_at is not null))::int as done, (count(*) filter (where t.closed_at is null and t.due_on < $2::date))::int as late, coalesce(sum(t.people), 0)::int as people,
    ${['studies', 'lectures', 'visits']
      .map((name, i) => {
        const kinds = [`'study', 'discuss', 'meeting', 'lecture', 'centre'`, `'outer', 'own'`, `'visit'`][i]
        return `(select count(*)::int from party.session s where s.district = b.district and s.programme = $1 and s.branch = b.id and s.held_on is not null and s.kind = any(array[${kinds}])) as ${name}`
      })
      .join(', ')}
  from party.programme_task t join party.branch b on b.district = t.district and b.id = t.branch where t.programme = $1 group by b.district, b.id, b.name order by b.name`
interface Progress {
  readonly branch: string
  readonly total: number
  readonly done: number
  readonly late: number
  readonly people: number
  readonly studies: number
  readonly lectures: number
  readonly visits: number
}
const classesSql = `select group_ as "group", count(*)::int as total, (count(*) filter (where struck_on is not null))::int as struck, (count(*) filter (where is_long = 'yes'))::int as long, (count(*) filter (where struck_on is null and due_on < $2::date))::int as late
  from party.rectification where source_id = $1 group by group_ order by min(code)`
interface Class {
  readonly group: string
  readonly total: number
  readonly struck: number
  readonly long: number
  readonly late: number
}
const missingSql = `select p.name, coalesce(u.name, '') as unit, d.status from party.declaration d join kernel.person p on p.district = d.district and p.id = d.person left join kernel.unit u on u.district = p.district and u.id = p.unit_id where d.governance = $1 order by u.name, p.name`
const mineSql = `select g.id, g.declare_by::text as until, case when d.status = 'asked' then '未申报' else '已申报' end as state from party.declaration d join party.governance g on g.district = d.district and g.id = d.governance where d.person = $1 and g.closed_at is null order by g.declare_by`
const ownSql = `select d.id, d.number, g.declare_by::text as until from party.declaration d join party.governance g on g.district = d.district and g.id = d.governance where d.governance = $1 and d.person = $2`
const dutyGaps = async (tx: Tx, year: number, quarter: number, least: number) => {
  const span = quarterDays(year, quarter)
  const holders = await many<{ name: string; records: number }>(tx, holdersSql, span)
  const people = holders.filter((h) => h.records < least)
  return {
    holders: holders.length,
    lacking: people.length,
    people,
    items: [...(await many<{ code: string; what: string }>(tx, itemsSql, span))],
  }
}
export const partyRoutes: readonly BoundRoute[] = [
  bind(frequencyRoute, ({ year, quarter }, ctx) =>
    ctx.work(async ({ tx, kernel, district }) => {
      const least = (k: string) => kernel.parameters.value(district, `party.least-${k}`, dayText(ctx.now))
      const branches = (await many<Held>(tx, heldSql, quarterDays(year, quarter))).map(({ groups, ...h }) => ({
        ...h,
        lacks: lacksOf({ ...h, groups }, least),
      }))
      return { behind: branches.filter((b) => b.lacks !== '').length, branches }
    }),
  ),
  bind(dutyGapsRoute, ({ year, quarter }, ctx) =>
    ctx.work(({ tx, kernel, district }) =>
      dutyGaps(tx, year, quarter, kernel.parameters.value(district, 'party.duty-least', dayText(ctx.now))),
    ),
  ),
  bind(progressRoute, ({ id }, ctx) =>
    ctx.work(async ({ tx }) => ({
      branches: (await many<Progress>(tx, progressSql, [id, dayText(ctx.now)])).map((b) => ({
        ...b,
        rate: percentOf(b.done, b.total),
      })),
    })),
  ),
  bind(rectifyRoute, ({ id }, ctx) =>
    ctx.work(async ({ tx }) => {
      const classes = [...(await many<Class>(tx, classesSql, [id, dayText(ctx.now)]))]
      const total = classes.reduce((n, c) => n + c.total, 0)
      const struck = classes.reduce((n, c) => n + c.struck, 0)
      return { total, struck, rate: percentOf(struck, total), classes }
    }),
  ),
  bind(missingRoute, ({ id }, ctx) =>
    ctx.work(async ({ tx }) => {
      const all = await many<{ name: string; unit: string; status: string }>(tx, missingSql, [id])
      const missing = all.filter((a) => a.status === 'asked').map(({ name, unit }) => ({ name, unit }))
      return { total: all.length, declared: all.length - missing.length, missing }
    }),
  ),
  bind(mineRoute, (_input, ctx) =>
    ctx.work(async ({ tx, actor }) => ({
      rows: [...(await many<{ id: string; until: string; state: string }>(tx, mineSql, [actor.id]))],
    })),
  ),
  bind(declareRoute, ({ id, hasMatter, matter }, ctx) =>
    ctx.work(async (work) => {
      const own = await one<{ id: string; number: string; until: string }>(work.tx, ownSql, [id, work.actor.id])
      if (!own) return reject('kernel.not-found', { what: '您的申报(不在申报范围)' })
      const isLate = dayText(ctx.now) > own.until
      const input = { hasMatter, isLate, ...(matter ? { matter } : {}) }
      await performIn(work, { procedure: 'party.declaration', subjectId: own.id, action: 'declare', input, who: ctx.who })
      return { number: own.number, isLate }
    }),
  ),
]
