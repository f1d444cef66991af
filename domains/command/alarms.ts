/** Critical alarms that a plan answers by itself: each minute, one event for each plan that is not being carried out already. */
import { type Job, many, openIn, systemActor, type WorkContext } from '#kernel'

interface Due {
  readonly plan: string
  readonly level: string
  readonly alarm: string
  readonly number: string
  readonly title: string
  readonly lon: number | null
  readonly lat: number | null
}
const dueSql = `select distinct on (p.id) p.id as plan, p.alarm_level as level, a.id as alarm, a.number, a.title, a.lon, a.lat
  from command.plan p join sensing.alarm a on a.district = p.district and a.device_kind = p.alarm_kind and a.severity = 'critical' and a.closed_at is null
  where p.status = 'effective' and not exists (select 1 from command.event e where e.district = p.district
    and (e.alarm = a.id or (e.plan = p.id and e.mode = 'real' and (e.status = 'running' or e.stand_down_at >= a.created_at))))
  order by p.id, a.created_at`
export const alarmsJob: Job = {
  id: 'command.alarms',
  zh: '紧急告警自动启动预案',
  everyMinutes: 1,
  run: async ({ tx, kernel, district, now }: WorkContext) => {
    for (const { plan, level, alarm, number, title, lon, lat } of await many<Due>(tx, dueSql)) {
      const place = `告警${number}`
      await openIn(tx, kernel, {
        procedure: 'command.event',
        action: 'openByAlarm',
        district,
        actor: systemActor,
        input: { name: title.slice(0, 100), plan, level, place, alarm },
        ...(lon !== null && lat !== null ? { lon, lat } : { areaCode: district, isOutsideGrid: true }),
        clientKey: `alarm ${alarm}`,
        at: now,
      })
    }
  },
}
