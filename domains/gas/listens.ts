/** What gas does when told, and by the clock: hazards become orders, fitted parts and renewed pipes are entered, alarms go to the company. */
import { penaltyOpened, permitEnded } from '#catalogue/facts.ts'
import {
  addRecord,
  bySystem,
  createRow,
  editRow,
  type Job,
  type Listener,
  listen,
  many,
  one,
  openIn,
  type Register,
  systemActor,
  type WorkContext,
} from '#kernel'
import { hazard } from './check.ts'
import { cylinderMoved, hazardsFound, partFitted, pipesRenewed } from './facts.ts'
import { leak } from './leak.ts'
import { cylinder, station } from './lpg.ts'
import { pipe, renewed } from './renewal.ts'

interface Spot {
  readonly lon?: number | null | undefined
  readonly lat?: number | null | undefined
  readonly areaCode?: string | null | undefined
}
const open = (ctx: WorkContext, procedure: string, input: Record<string, unknown>, clientKey: string, spot: Spot) =>
  openIn(ctx.tx, ctx.kernel, {
    procedure,
    district: ctx.district,
    actor: systemActor,
    input,
    lon: spot.lon ?? null,
    lat: spot.lat ?? null,
    areaCode: spot.areaCode ?? ctx.district,
    isOutsideGrid: true,
    clientKey,
    at: ctx.now,
  })
const whenFound = listen(hazardsFound, async ({ hazards, lon, lat, areaCode, number: _, ...common }, ctx) => {
  for (const h of hazards)
    await open(ctx, hazard.id, { ...common, ...h }, `hazard:${common.check}:${h.item}`, { lon, lat, areaCode })
})
/** The parts of a household stand in one register, kept by whoever reads the devices. */
const whenFitted = listen(partFitted, async ({ user, part, serial, installedOn, expiresOn, number }, ctx) => {
  const definition = ctx.kernel.definition('sensing.gas-part')
  if (definition?.primitive !== 'register') return
  const known = await one<{ id: string }>(
    ctx.tx,
    'select id from sensing.gas_part where user_ = $1 and kind = $2 and retired_at is null',
    [user, part],
  )
  const values = { serial, installedOn, expiresOn }
  if (known) await editRow(ctx, definition as Register, known.id, values, { reason: `三件套安装${number}` })
  else await createRow(ctx, definition as Register, { user, kind: part, ...values })
})
const whenRenewed = listen(pipesRenewed, async ({ codes, ...part }, ctx) => {
  const known = await one(ctx.tx, 'select 1 as n from gas.renewed where project = $1 and name = $2', [part.project, part.name])
  if (!known) await addRecord(ctx, renewed, { ...part })
  const rows = await many<{ id: string }>(
    ctx.tx,
    'select id from gas.pipe where code = any($1) and retired_at is null order by code',
    [codes],
  )
  for (const { id } of rows) await editRow(ctx, pipe, id, { renewedOn: part.doneOn }, { reason: part.name })
})
const whenMoved = listen(cylinderMoved, async ({ cylinder: id, state, number }, ctx) => {
  await editRow(ctx, cylinder, id, { state }, { reason: `配送单${number}` })
})
/** A station without its licence delivers nothing from that day. */
const whenLicenceEnded = listen(
  permitEnded,
  async ({ number, endedOn, reason }, ctx) => {
    const held = await many<{ id: string }>(
      ctx.tx,
      'select id from gas.station where licence = $1 and licence_until > $2::date and retired_at is null order by id',
      [number, endedOn],
    )
    for (const { id } of held) await editRow(ctx, station, id, { licenceUntil: endedOn }, { reason: reason.slice(0, 200) })
  },
  ({ kind }) => kind === 'gas',
)
const punished = ['gas.hazard', 'gas.seizure']
const whenCase = listen(
  penaltyOpened,
  async ({ sourceType, sourceId, number }, ctx) => {
    await bySystem(ctx, sourceType, sourceId, 'noteCase', { penaltyNumber: number })
  },
  ({ sourceType }) => punished.includes(sourceType),
)
export const gasListeners = [
  whenFound,
  whenFitted,
  whenRenewed,
  whenMoved,
  whenLicenceEnded,
  whenCase,
] as unknown as readonly Listener[]
/** Every open alarm of a gas device has its job at the company. */
export const leakJob: Job = {
  id: 'gas.leaks',
  zh: '燃气报警告知企业',
  everyMinutes: 1,
  run: async (ctx) => {
    const alarms = await many<{ id: string; title: string; device: string } & Spot>(
      ctx.tx,
      `select a.id, concat_ws(' ', d.name, a.title) as title, a.device_number as device, a.lon, a.lat, a.area_code as "areaCode" from sensing.alarm a left join sensing.device d on d.id = a.device
       where a.device_kind = 'gas' and a.closed_at is null and not exists (select 1 from gas.leak l where l.alarm = a.id) order by a.raised_at limit 200`,
    )
    for (const { id, title, device, ...spot } of alarms)
      await open(ctx, leak.id, { alarm: id, title: title.slice(0, 120), device }, `leak:${id}`, spot)
  },
}
