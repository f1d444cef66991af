/** What the wall shows of the eyes and ears: what moves, what alarms, what weather is being answered. */
import { type BoundRoute, bind, raw } from '#kernel'
import { nowRoute } from './now-contract.ts'
import { severities, weatherLevels } from './rules/words.ts'

const freshMs = 15 * 60_000
const mostMovers = 5000
interface Alarm {
  readonly id: string
  readonly title: string
  readonly severity: keyof typeof severities
  readonly at: Date
}
interface Weather {
  readonly name: string
  readonly level: keyof typeof weatherLevels
  readonly endsAt: Date | null
}
export const nowRoutes: readonly BoundRoute[] = [
  bind(nowRoute, (_input, { work, now, district }) =>
    work(async ({ tx }) => {
      const since = new Date(now.getTime() - freshMs)
      const moving = await raw<{ id: string; lon: number; lat: number }>(
        tx,
        `select id, (lon * 1e6)::int as lon, (lat * 1e6)::int as lat from sensing.status
         where district = $1 and at >= $2 and lon is not null and speed is not null order by id limit ${mostMovers}`,
        [district, since],
      )
      const presence = await raw<{ online: number; offline: number }>(
        tx,
        `select (count(*) filter (where presence = 'online'))::int as online, (count(*) filter (where presence <> 'online'))::int as offline from sensing.status where district = $1`,
        [district],
      )
      const open = `district = $1 and closed_at is null`
      const alarms = await raw<Alarm>(
        tx,
        `select id, title, severity, created_at as at from sensing.alarm where ${open}
         order by array_position(array['critical', 'alarm', 'warning', 'notice'], severity), created_at desc limit 5`,
        [district],
      )
      const counted = await raw<{ n: number }>(tx, `select count(*)::int as n from sensing.alarm where ${open}`, [district])
      const weather = await raw<Weather>(
        tx,
        `select name, level, ends_at as "endsAt" from sensing.weather where retired_at is null and starts_at <= $1 and (ends_at is null or ends_at > $1) order by starts_at desc limit 1`,
        [now],
      )
      const [answer] = weather.rows
      return {
        movers: moving.rows.map((m): [string, number, number] => [m.id, m.lon, m.lat]),
        online: presence.rows[0]?.online ?? 0,
        offline: presence.rows[0]?.offline ?? 0,
        alarms: alarms.rows.map((a) => ({ ...a, severityZh: severities[a.severity] })),
        openAlarms: counted.rows[0]?.n ?? 0,
        weather: answer ? { ...answer, levelZh: weatherLevels[answer.level] } : null,
      }
    }),
  ),
]
