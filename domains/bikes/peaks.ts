/** After each peak: how many minutes each station was empty and full, and in which mode it ran then. */
import { addRecord, dayText, type Job, many, type WorkContext } from '#kernel'
import { type Peak, peakWindows } from './move.ts'
import { peakMinutes } from './records.ts'

interface Change {
  readonly at: Date
  readonly level: string
}
/**
 * Minutes at a level within a window.
 * @param changes in the order of time, the last one before the window included
 */
export const minutesAt = (changes: readonly Change[], level: string, from: Date, to: Date): number => {
  let ms = 0
  for (const [i, change] of changes.entries()) {
    const begin = Math.max(change.at.getTime(), from.getTime())
    const end = Math.min(changes[i + 1]?.at.getTime() ?? to.getTime(), to.getTime())
    if (change.level === level && end > begin) ms += end - begin
  }
  return Math.round(ms / 60_000)
}
interface Station {
  readonly id: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly mode: 'docked' | 'bluetooth'
  readonly bluetoothOn: string | null
}
const stationSql = `select s.id, s.lon, s.lat, s.area_code as "areaCode", s.mode, to_char(s.bluetooth_on, 'YYYY-MM-DD') as "bluetoothOn" from bikes.station s
  where s.retired_at is null and s.opened_on <= $1::date and not exists (select 1 from bikes.peak_minutes p where p.station = s.id and p.peak_on = $1::date and p.peak = $2) order by s.code`
const levelSql = `(select at, level from bikes.level where station = $1 and at < $2 order by at desc, id desc limit 1)
  union all (select at, level from bikes.level where station = $1 and at >= $2 and at < $3) order by at`
const closePeak = async (ctx: WorkContext, day: string, peak: Peak, from: Date, to: Date): Promise<void> => {
  for (const s of await many<Station>(ctx.tx, stationSql, [day, peak])) {
    const changes = await many<Change>(ctx.tx, levelSql, [s.id, from, to])
    const mode = s.mode === 'bluetooth' && (!s.bluetoothOn || s.bluetoothOn <= day) ? 'bluetooth' : 'docked'
    await addRecord(
      ctx,
      peakMinutes,
      {
        station: s.id,
        peakOn: day,
        peak,
        mode,
        emptyMinutes: minutesAt(changes, 'empty', from, to),
        fullMinutes: minutesAt(changes, 'full', from, to),
      },
      { lon: s.lon, lat: s.lat, areaCode: s.areaCode },
    )
  }
}
export const peakJob: Job = {
  id: 'bikes.peaks',
  zh: '高峰空满桩时长',
  everyMinutes: 10,
  run: async (ctx) => {
    const day = dayText(ctx.now)
    for (const { peak, from, to } of peakWindows(ctx, day)) if (ctx.now >= to) await closePeak(ctx, day, peak, from, to)
  },
}
