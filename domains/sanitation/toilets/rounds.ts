/** 标准保洁: the rounds of a day are counted against what the toilet asks for; what a round found broken is put to repair. */
import { addDays, addRecord, dayText, type Job, many, rule, say } from '#kernel'
import { raiseAlarm } from '../alarm.ts'
import { faultFound } from '../facts.ts'
import { toiletClean, toiletDay } from './registers.ts'

interface Due {
  readonly toilet: string
  readonly name: string
  readonly keeper: string
  readonly operator: string
  readonly least: number
  readonly times: number
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
/** Toilets that were to be kept on a day and have no row of it: not those suspended with leave, nor those newer than the day. */
const dueSql = `select t.id as toilet, t.name, t.keeper, t.operator, t.rounds as least, t.lon, t.lat, t.area_code as "areaCode",
    (select count(*)::int from sanitation.toilet_clean c where c.district = t.district and c.toilet = t.id and (c.at at time zone 'Asia/Shanghai')::date = $1::date) as times
  from sanitation.toilet t where t.retired_at is null and t.state <> 'closed' and t.rounds is not null and (t.created_at at time zone 'Asia/Shanghai')::date <= $1::date
    and not exists (select 1 from sanitation.suspension s where s.district = t.district and s.toilet = t.id and s.status = any(array['approved', 'due', 'reopened']) and s.from_on <= $1::date and coalesce(s.reopened_on, s.to_on) >= $1::date)
    and not exists (select 1 from sanitation.toilet_day d where d.district = t.district and d.toilet = t.id and d.day_on = $1::date) order by t.code`
export const toiletDayJob: Job = {
  id: 'sanitation.toilet-days',
  zh: '公厕日保洁结算',
  everyMinutes: 60,
  run: async (ctx) => {
    const dayOn = addDays(dayText(ctx.now), -1)
    for (const { lon, lat, areaCode, ...t } of await many<Due>(ctx.tx, dueSql, [dayOn])) {
      const isMet = t.times >= t.least ? 'yes' : 'no'
      await addRecord(ctx, toiletDay, { ...t, dayOn, isMet }, { areaCode: areaCode ?? ctx.district })
      if (isMet === 'no')
        await raiseAlarm(ctx, {
          kind: 'toiletClean',
          key: `toiletClean ${t.toilet}`,
          target: t.name,
          detail: `${dayOn}保洁${t.times}轮,应${t.least}轮;专管员${t.keeper}`,
          lon,
          lat,
          areaCode,
        })
    }
  },
}
export const faultRule = rule('sanitation.toilet-fault', {
  zh: '公厕保洁发现问题报修',
  on: toiletClean,
  when: (row) => Boolean(row.fault),
  then: (row) => [say(faultFound, { toilet: row.toilet, fault: row.fault ?? '', photos: [...(row.photos ?? [])] })],
  basis: '本局公厕管理办法(示例)',
})
