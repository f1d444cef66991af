/** The sheets of gas. */
import { type BoundRoute, bind, dayText, many, one, parameterOf, percentOf } from '#kernel'
import { partsRoute, renewalRoute, screenRoute } from './contract.ts'

const partsSql = `select q.user_class as "userClass", q.part, sum(q.households)::int as planned, max(q.due_on)::text as "dueOn",
    (select count(*)::int from gas.fit f where f.user_class = q.user_class and f.part = q.part and f.status = 'accepted') as fitted
  from gas.quota q where q.retired_at is null group by q.user_class, q.part order by q.user_class, q.part`
const devicesSql = `select d.number, d.name, case s.presence when 'online' then '在线' when 'offline' then '离线' else '未上报' end as presence, qn.zh as quantity, s.last_value::float8 as value,
    to_char(s.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at
  from sensing.device d left join sensing.status s on s.number = d.number left join (values ('lel', '可燃气体 %LEL'), ('pressure', '压力 kPa')) as qn(code, zh) on qn.code = s.last_quantity
  where d.kind = 'gas' and d.state <> 'scrapped' and d.retired_at is null order by d.number limit 1000`
export const gasRoutes = (): readonly BoundRoute[] => [
  bind(partsRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{ userClass: string; part: string; planned: number; fitted: number; dueOn: string }>(tx, partsSql)
      const today = dayText(ctx.now)
      return {
        rows: rows.map(({ dueOn, ...r }) => ({
          ...r,
          percent: percentOf(r.fitted, r.planned),
          isLate: dueOn < today && r.fitted < r.planned,
        })),
      }
    }),
  ),
  bind(renewalRoute, (_input, ctx) =>
    ctx.work(async (work) => {
      const years = parameterOf(work, 'gas.old-years')
      const today = dayText(ctx.now)
      const old = await one<{ km: number }>(
        work.tx,
        `select coalesce(sum(length_m), 0)::float8 / 1000 as km from gas.pipe where retired_at is null and renewed_on is null and built_on <= ($1::date - make_interval(years => $2))`,
        [today, years],
      )
      const rows = await many<{
        project: string
        parts: number
        done: number
        countPercent: number
        weightPercent: number
        isLate: boolean
      }>(
        work.tx,
        `select id as project, part_count as parts, done_count as done, count_percent::float8 as "countPercent", weight_percent::float8 as "weightPercent",
          (due_on < coalesce(done_on, $1::date)) as "isLate" from gas.project order by number`,
        [today],
      )
      return { years, oldKm: old?.km ?? 0, rows: [...rows] }
    }),
  ),
  bind(screenRoute, (_input, ctx) =>
    ctx.work(async ({ tx }) => {
      const rows = await many<{
        number: string
        name: string
        presence: string
        quantity: string | null
        value: number | null
        at: string | null
      }>(tx, devicesSql)
      const open = await many<{ leak: string; status: string; minutes: number | null }>(
        tx,
        'select id as leak, status, minutes from gas.leak where closed_at is null order by number desc limit 200',
      )
      const plans = await many<{ plan: string; planned: number; installed: number }>(
        tx,
        'select id as plan, planned, installed from gas.upgrade order by number',
      )
      return {
        devices: rows.length,
        online: rows.filter((r) => r.presence === '在线').length,
        alarms: open.length,
        rows: [...rows],
        open: [...open],
        plans: [...plans],
      }
    }),
  ),
]
