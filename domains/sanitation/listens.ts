/** What sanitation does when told: its registers change, passes are written down, weather is applied, days are counted again, penalties come back. */
import { penaltyOpened } from '#catalogue/facts.ts'
import {
  addRecord,
  bySystem,
  createRow,
  editRow,
  type Listener,
  listen,
  one,
  type RecordDefinition,
  type Register,
} from '#kernel'
import { raiseAlarm } from './alarm.ts'
import { stop, streetBin } from './collection/registers.ts'
import {
  alarmWanted,
  binsRemoved,
  dayTouched,
  faultFound,
  rowMade,
  rowMarked,
  ticketRefused,
  toiletScored,
  weatherSet,
  worked,
} from './facts.ts'
import { vehicle } from './fleet/vehicle.ts'
import { openBySystem } from './shared.ts'
import { restPlace } from './stations/registers.ts'
import { pass } from './sweeping/records.ts'
import { collector } from './sweeping/registers.ts'
import { applyWeather } from './sweeping/weather.ts'
import { lookAgain } from './toilets/grading.ts'
import { toilet } from './toilets/registers.ts'
import { recountDay } from './weighing/ledger.ts'
import { station } from './weighing/station.ts'

const registers: Readonly<Record<string, Register>> = Object.fromEntries(
  [collector, streetBin, stop, station, vehicle, restPlace, toilet].map((r) => [r.id, r]),
)
const whenAlarm = listen(alarmWanted, async (a, ctx) => {
  await raiseAlarm(ctx, a)
})
const whenMarked = listen(rowMarked, async ({ register, id, values, reason }, ctx) => {
  const definition = registers[register]
  if (definition) await editRow(ctx, definition, id, values, { reason })
})
const columnOf: Readonly<Record<string, string>> = {
  'sanitation.vehicle': 'select 1 as n from sanitation.vehicle where plate = $1 and retired_at is null',
  'sanitation.toilet': 'select 1 as n from sanitation.toilet where code = $1 and retired_at is null',
  'sanitation.collector': 'select 1 as n from sanitation.collector where code = $1 and retired_at is null',
}
const whenMade = listen(rowMade, async ({ register, key, values, lon, lat }, ctx) => {
  const definition = registers[register]
  const known = columnOf[register]
  if (!definition || !known || (await one(ctx.tx, known, [values[key]]))) return
  await createRow(ctx, definition, values, { lon: lon ?? null, lat: lat ?? null })
})
interface OrderRow {
  readonly road: string
  readonly name: string
  readonly work: string
  readonly lengthKm: number
  readonly areaCode: string | null
}
const orderSql = `select road, name, work, length_km as "lengthKm", area_code as "areaCode" from sanitation."order" where id = $1`
const whenWorked = listen(worked, async ({ order, at, workers, photos }, ctx) => {
  const o = await one<OrderRow>(ctx.tx, orderSql, [order])
  const when = new Date(at)
  const known = await one(ctx.tx, `select 1 as n from sanitation.pass where job_order = $1 and via = 'checkIn' and at = $2`, [
    order,
    when,
  ])
  if (!o || known) return
  const values = { jobOrder: order, road: o.road, name: o.name, work: o.work, via: 'checkIn', km: o.lengthKm, workers, photos }
  await addRecord(ctx, pass as unknown as RecordDefinition, values, { at: when, areaCode: o.areaCode ?? ctx.district })
})
const whenWeather = listen(weatherSet, (_w, ctx) => applyWeather(ctx))
const whenBins = listen(binsRemoved, async ({ bins, on, number }, ctx) => {
  for (const b of bins) {
    const row = await one<{ id: string }>(ctx.tx, 'select id from sanitation.street_bin where code = $1 and retired_at is null', [
      b.code,
    ])
    if (row)
      await editRow(
        ctx,
        streetBin,
        row.id,
        { state: b.how, newPlace: b.how === 'moved' ? b.newPlace : null, changedOn: on },
        { reason: `撤桶${number}` },
      )
  }
})
const whenDay = listen(dayTouched, ({ day }, ctx) => recountDay(ctx, day))
const whenRefused = listen(ticketRefused, async ({ ticket, reason }, ctx) => {
  const t = await one<{ status: string }>(ctx.tx, 'select status from sanitation.ticket where id = $1', [ticket])
  if (t && t.status !== 'void') await bySystem(ctx, 'sanitation.ticket', ticket, 'refuseLoad', { reason })
})
const whenScored = listen(toiletScored, ({ toilet: id }, ctx) => lookAgain(ctx, id))
interface Broken {
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly busy: string | null
}
const brokenSql = `select t.lon, t.lat, t.area_code as "areaCode", (select number from sanitation.repair r where r.district = t.district and r.toilet = t.id and r.status <> 'closed' and r.fault = $2 limit 1) as busy
  from sanitation.toilet t where t.id = $1 and t.retired_at is null`
const whenFault = listen(faultFound, async ({ toilet: id, fault, photos }, ctx) => {
  const t = await one<Broken>(ctx.tx, brokenSql, [id, fault])
  if (t && !t.busy)
    await openBySystem(
      ctx,
      'sanitation.repair',
      'report',
      { kind: 'toilet', toilet: id, fault, isStopped: false, photos },
      undefined,
      t,
    )
})
const whenCase = listen(
  penaltyOpened,
  async ({ sourceId, number }, ctx) => {
    await bySystem(ctx, 'sanitation.mix-check', sourceId, 'noteCase', { penaltyNumber: number })
  },
  ({ sourceType }) => sourceType === 'sanitation.mix-check',
)
export const sanitationListeners = [
  whenAlarm,
  whenMarked,
  whenMade,
  whenWorked,
  whenWeather,
  whenBins,
  whenDay,
  whenRefused,
  whenScored,
  whenFault,
  whenCase,
] as unknown as readonly Listener[]
