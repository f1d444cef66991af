/** What lighting does when told: lamps change state, commands end, cabinets speak, accepted lamps come in. */
import { commandEnded, deviceReported, objectAccepted } from '#catalogue/facts.ts'
import {
  addRecord,
  createRow,
  dayText,
  editRow,
  type Listener,
  listen,
  many,
  one,
  openIn,
  performIn,
  systemActor,
  type WorkContext,
} from '#kernel'
import { lampsMarked, lampsRetrofitted, lanesLit, pitMarked } from './facts.ts'
import { lampRepair } from './records.ts'
import { lamp, lane, pit } from './registers.ts'

interface LampRow {
  readonly id: string
  readonly code: string
  readonly road: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const lampsOf = (ctx: WorkContext, codes: readonly string[]) =>
  many<LampRow>(
    ctx.tx,
    'select id, code, road, lon, lat, area_code as "areaCode" from lighting.lamp where code = any($1) and retired_at is null order by code',
    [codes],
  )
const whenMarked = listen(lampsMarked, async ({ codes, state, condition, repairId, number, kind, isRepaired }, ctx) => {
  const done = isRepaired
    ? await many<{ code: string }>(ctx.tx, 'select code from lighting.lamp_repair where repair = $1', [repairId])
    : []
  for (const l of await lampsOf(ctx, codes)) {
    await editRow(ctx, lamp, l.id, { state, condition }, { reason: `维修单${number}` })
    if (isRepaired && !done.some((d) => d.code === l.code))
      await addRecord(
        ctx,
        lampRepair,
        { lamp: l.id, code: l.code, road: l.road, kind, repair: repairId },
        { lon: l.lon, lat: l.lat, areaCode: l.areaCode },
      )
  }
})
const whenPit = listen(pitMarked, async ({ pit: id, state, number }, ctx) => {
  await editRow(ctx, pit, id, { state }, { reason: `维修单${number}` })
})
const whenRetrofitted = listen(lampsRetrofitted, async ({ number, doneOn, source, control, lamps }, ctx) => {
  const rows = await lampsOf(
    ctx,
    lamps.map((l) => l.code),
  )
  for (const { id, code } of rows) {
    const watt = lamps.find((l) => l.code === code)?.watt
    await editRow(ctx, lamp, id, { watt, source, control, retrofittedOn: doneOn }, { reason: `节能改造${number}` })
  }
})
const whenLanesLit = listen(lanesLit, async ({ number, lanes }, ctx) => {
  const known = await many<{ id: string; name: string; lamps: number; light: string }>(
    ctx.tx,
    'select id, name, lamps, light from lighting.lane where name = any($1) and retired_at is null',
    [lanes.map((l) => l.name)],
  )
  for (const k of known.filter((x) => x.light !== 'full')) {
    const added = lanes.find((l) => l.name === k.name)?.lamps ?? 0
    await editRow(ctx, lane, k.id, { light: 'full', lamps: k.lamps + added }, { reason: `亮化项目${number}` })
  }
})
/** 部件代码 01037 is 路灯 (GB/T 47678.5): a lamp that passed its acceptance is ours to keep lit. */
const whenAccepted = listen(
  objectAccepted,
  async ({ values, lon, lat }, ctx) => {
    const code = String(values.code ?? '')
    if (!code || (await lampsOf(ctx, [code])).length > 0) return
    await createRow(
      ctx,
      lamp,
      {
        code,
        road: String(values.name ?? '').slice(0, 80) || '待补',
        source: 'led',
        watt: 0,
        control: 'none',
        state: 'lit',
        condition: 'intact',
        installedOn: dayText(ctx.now),
        project: String(values.note ?? '').slice(0, 80) || null,
      },
      { lon, lat },
    )
  },
  ({ register, values }) => register === 'grid.component' && values.category === '01037',
)

interface CabinetRow {
  readonly id: string
  readonly code: string
  readonly road: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
const columns = 'id, code, road, lon, lat, area_code as "areaCode"'
/** A fault that the platform found itself; one open job for a cabinet and kind. */
const reportFault = async (ctx: WorkContext, cabinet: CabinetRow, kind: 'dark' | 'daylit' | 'remote', note: string) => {
  const open = await one(
    ctx.tx,
    `select 1 as n from lighting.repair where cabinet = $1 and kind = $2 and status <> all (array['closed', 'dropped']) limit 1`,
    [cabinet.id, kind],
  )
  if (open) return
  const { lon, lat, areaCode } = cabinet
  await openIn(ctx.tx, ctx.kernel, {
    procedure: 'lighting.repair',
    district: ctx.district,
    actor: systemActor,
    lon,
    lat,
    areaCode,
    isOutsideGrid: areaCode === null,
    input: { kind, source: 'device', place: `${cabinet.code} ${cabinet.road}`, note, cabinet: cabinet.id },
    at: ctx.now,
  })
}
const whenCommandEnded = listen(
  commandEnded,
  async ({ parentId, result, answer, at }, ctx) => {
    const found = await one<CabinetRow & { status: string }>(
      ctx.tx,
      `select c.id, c.code, c.road, c.lon, c.lat, c.area_code as "areaCode", s.status from lighting.switching s join lighting.cabinet c on c.id = s.cabinet where s.id = $1`,
      [parentId],
    )
    if (found?.status !== 'sent') return
    await performIn(ctx, {
      procedure: 'lighting.switching',
      subjectId: String(parentId),
      action: 'end',
      input: { result, answer: answer.slice(0, 300), endedAt: at },
      who: null,
      actor: systemActor,
    })
    if (result !== 'done')
      await reportFault(ctx, found, 'remote', `开关灯指令${result === 'timeout' ? '超时' : '被拒绝'}:${answer}`)
  },
  ({ parentType }) => parentType === 'lighting.switching',
)
/** Current against what was last commanded: no current though on, current though off. Loops are judged together: the whole cabinet only. */
const whenReported = listen(
  deviceReported,
  async ({ deviceId, at, values }, ctx) => {
    const { current } = values
    if (current === undefined) return
    const cabinet = await one<CabinetRow>(
      ctx.tx,
      `select ${columns} from lighting.cabinet where gateway = $1 and retired_at is null`,
      [deviceId],
    )
    if (!cabinet) return
    const last = await one<{ kind: string; endedAt: Date; loop: number | null }>(
      ctx.tx,
      `select kind, ended_at as "endedAt", loop from lighting.switching where cabinet = $1 and status = 'done' order by ended_at desc limit 1`,
      [cabinet.id],
    )
    const day = dayText(ctx.now)
    const value = (name: string) => ctx.kernel.parameters.value(ctx.district, name, day)
    if (!last || last.loop !== null) return
    if (new Date(at).getTime() < last.endedAt.getTime() + value('lighting.settle-seconds') * 1000) return
    const hasCurrent = current >= value('lighting.dark-amps')
    if (last.kind !== 'off' && !hasCurrent) await reportFault(ctx, cabinet, 'dark', `已开灯,电流${current}A`)
    if (last.kind === 'off' && hasCurrent) await reportFault(ctx, cabinet, 'daylit', `已关灯,电流${current}A`)
  },
  ({ kind }) => kind === 'cabinet',
)
export const lightingListeners = [
  whenMarked,
  whenPit,
  whenRetrofitted,
  whenLanesLit,
  whenAccepted,
  whenCommandEnded,
  whenReported,
] as unknown as readonly Listener[]
