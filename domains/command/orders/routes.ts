/** What the floor, the desks and the playback answer. */
import { type BoundRoute, bind, many, one, reject, type Tx } from '#kernel'
import { desksRoute, floorRoute, playbackRoute } from '../contract.ts'
import { clockText, later, minutesBetween } from '../shared.ts'
import { deskOfPerson } from './desk.ts'
import { lastSeenSql } from './errand.ts'
import { drawingOf, lengthKm, longestGap, type Point } from './track.ts'

interface OnFloor {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly post: string
  readonly state: string
  readonly radio: string | null
  readonly seenAt: Date | null
  readonly lon: number | null
  readonly lat: number | null
  readonly errand: string | null
}
/** Whoever has a shift now, and whoever carries a radio. */
const peopleSql = `with s as (select distinct on (person) person, post_name, status from command.shift where starts_at <= $1 and ends_at > $1 order by person, starts_at desc), seen as (${lastSeenSql})
  select p.id, p.name, coalesce(u.name, '') as unit, coalesce(s.post_name, '外勤') as post, case s.status when 'on' then '在岗' when 'off' then '已交班' when 'missed' then '脱岗' when 'gone' then '缺岗' when 'planned' then '未接班' when 'swapping' then '换班待批' else '持机' end as state,
    x.radio, x.at as "seenAt", x.lon, x.lat, (select e.number from command.errand e where e.district = p.district and e.person = p.id and e.closed_at is null order by e.sent_at desc limit 1) as errand
  from kernel.person p left join kernel.unit u on u.district = p.district and u.id = p.unit_id left join s on s.person = p.id
  left join lateral (select * from seen where seen.person = p.id order by seen.at desc limit 1) x on true
  where (s.person is not null or x.person is not null) and not p.is_disabled order by u.name, p.name limit 500`
const vehiclesSql = `select d.plate, s.at as "seenAt", s.speed, s.lon, s.lat from sensing.status s join sensing.device d on d.district = s.district and d.id = s.id where d.plate is not null and d.retired_at is null and s.lon is not null and s.at >= $1 order by d.plate limit 500`
const alarmsSql = `select id, title, created_at as at, lon, lat from sensing.alarm where closed_at is null order by array_position(array['critical', 'alarm', 'warning', 'notice'], severity), created_at desc limit 50`
const casesSql = `select id, left(description, 60) as what, due_at as "dueAt", lon, lat from cases."case" where closed_at is null order by due_at nulls last limit 50`
const eyesSql = `select d.name, s.lon, s.lat from sensing.status s join sensing.device d on d.district = s.district and d.id = s.id where s.kind = 'camera' and s.presence = 'online' and d.retired_at is null order by d.name limit 200`
const countsSql = `select (select count(*)::int from sensing.alarm where closed_at is null) as alarms, (select count(*)::int from cases."case" where closed_at is null) as cases`
const readFloor = async (tx: Tx, now: Date, freshMinutes: number) => {
  const fresh = later(now, -freshMinutes)
  const people = (await many<OnFloor>(tx, peopleSql, [now])).map((p) => ({
    ...p,
    agoMinutes: p.seenAt ? minutesBetween(p.seenAt, now) : null,
    isFresh: p.seenAt !== null && p.seenAt >= fresh,
  }))
  const counts = await one<{ alarms: number; cases: number }>(tx, countsSql)
  const eyes = await many<{ name: string; lon: number | null; lat: number | null }>(tx, eyesSql)
  type Vehicle = { plate: string; seenAt: Date | null; speed: number | null; lon: number | null; lat: number | null }
  type Alarm = { id: string; title: string; at: Date; lon: number | null; lat: number | null }
  type Case = { id: string; what: string; dueAt: Date | null; lon: number | null; lat: number | null }
  return {
    at: now,
    onShift: people.filter((p) => p.state === '在岗').length,
    located: people.filter((p) => p.isFresh).length,
    openAlarms: counts?.alarms ?? 0,
    openCases: counts?.cases ?? 0,
    cameras: eyes.length,
    people,
    vehicles: [...(await many<Vehicle>(tx, vehiclesSql, [fresh]))],
    alarms: [...(await many<Alarm>(tx, alarmsSql))],
    cases: [...(await many<Case>(tx, casesSql))],
    eyes: [...eyes],
  }
}
interface DeskLine {
  readonly level: string
  readonly name: string
  readonly waiting: number
  readonly missed: number
  readonly doing: number
  readonly late: number
  readonly toJudge: number
  readonly receipt: number | null
}
const receiveDue = `(o.sent_at + d.receipt_minutes * interval '1 minute')`
const desksSql = `select d.level, d.name, (count(*) filter (where o.desk = d.id and o.status = 'sent'))::int as waiting,
    (count(*) filter (where o.desk = d.id and o.status = 'sent' and ${receiveDue} <= $1))::int as missed,
    (count(*) filter (where o.desk = d.id and o.status = 'doing'))::int as doing, (count(*) filter (where o.desk = d.id and o.status = 'doing' and o.finish_by < $1))::int as late,
    (count(*) filter (where o.from_desk = d.id and o.status = 'answered'))::int as "toJudge", (avg(o.receipt_minutes) filter (where o.desk = d.id))::float8 as receipt
  from command.desk d left join command."order" o on o.district = d.district and (o.desk = d.id or o.from_desk = d.id) where d.retired_at is null
  group by d.id, d.level, d.name order by array_position(array['city', 'district', 'street'], d.level), d.name`
const mineSql = `select o.id as "order", o.status, case when o.status = 'sent' then ${receiveDue} end as "receiveBy", o.finish_by as "finishBy", (o.finish_by < $2 or (o.status = 'sent' and ${receiveDue} <= $2)) as "isOver"
  from command."order" o join command.desk d on d.district = o.district and d.id = o.desk where o.closed_at is null and (o.desk = $1 and o.status <> 'answered' or o.from_desk = $1 and o.status = 'answered') order by o.finish_by`
type Mine = { order: string; status: string; receiveBy: Date | null; finishBy: Date | null; isOver: boolean }
const readDesks = async (tx: Tx, person: string | null, now: Date) => {
  const own = await deskOfPerson(tx, person)
  return {
    own: own?.name ?? null,
    desks: [...(await many<DeskLine>(tx, desksSql, [now]))],
    mine: own ? [...(await many<Mine>(tx, mineSql, [own.id, now]))] : [],
  }
}
interface Span {
  readonly name: string
  readonly from: Date
  readonly to: Date
}
const lastShiftSql = `select post_name as name, coalesce(on_at, starts_at) as "from", coalesce(off_at, ends_at) as "to" from command.shift where person = $1 and starts_at <= $2 order by (ends_at <= $2 or off_at is not null) desc, ends_at desc limit 1`
/** A radio handed on keeps the track of its former holder apart: only the time it was issued to this person counts. */
const trackSql = `select p.at, p.lon, p.lat, p.speed from sensing.radio_issue i join sensing.radio r on r.district = i.district and r.id = i.radio join sensing.position p on p.district = r.district and p.device = r.device
  where i.holder = $1 and p.at >= $2 and p.at <= $3 and p.at >= i.created_at and (i.closed_at is null or p.at <= i.closed_at) and p.lon is not null order by p.at limit 5000`
const playback = async (tx: Tx, person: string, from: string | undefined, to: string | undefined, now: Date) => {
  const last = from && to ? undefined : await one<Span>(tx, lastShiftSql, [person, now])
  if (!last && !(from && to)) return reject('kernel.not-found', { what: '上一班(请填写起止)' })
  const span = from && to ? { name: '指定时段', from: new Date(from), to: new Date(to) } : (last as Span)
  const points = await many<Point>(tx, trackSql, [person, span.from, span.to])
  return {
    shift: `${span.name} ${clockText(span.from)}至${clockText(span.to)}`,
    from: span.from,
    to: span.to,
    km: lengthKm(points),
    longestGap: longestGap(points, span.from, span.to < now ? span.to : now),
    drawing: drawingOf(points),
    points: [...points],
  }
}
export const orderRoutes: readonly BoundRoute[] = [
  bind(floorRoute, (_input, ctx) =>
    ctx.work(({ tx, kernel, district }) =>
      readFloor(tx, ctx.now, kernel.parameters.value(district, 'command.seen-minutes', ctx.now.toISOString().slice(0, 10))),
    ),
  ),
  bind(desksRoute, (_input, ctx) => ctx.work(({ tx, actor }) => readDesks(tx, actor.id, ctx.now))),
  bind(playbackRoute, ({ person, from, to }, ctx) => ctx.work(({ tx }) => playback(tx, person, from, to, ctx.now))),
]
