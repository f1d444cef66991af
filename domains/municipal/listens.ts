/** What municipal works do when told: open a job that another asks for, count accepted lines, keep the facilities' state. */
import { municipalDone, municipalWanted } from '#catalogue/facts.ts'
import { addRecord, bySystem, createRow, editRow, type Listener, listen, one, openIn, systemActor } from '#kernel'
import { facility } from './access.ts'
import { accessSeen, linesDone, rampBuilt } from './facts.ts'
import { job } from './job.ts'
import { workLine } from './ledger.ts'
import { type Item, unitOf } from './words.ts'

const whenWanted = listen(municipalWanted, async ({ sourceType, sourceId, lon, lat, areaCode, ...asked }, ctx) => {
  await openIn(ctx.tx, ctx.kernel, {
    procedure: job.id,
    district: ctx.district,
    actor: systemActor,
    lon: lon ?? null,
    lat: lat ?? null,
    areaCode: areaCode ?? ctx.district,
    isOutsideGrid: true,
    clientKey: `municipal:${sourceType}:${sourceId}`,
    input: { ...asked, beforePhotos: [], askedType: sourceType, askedId: sourceId },
    at: ctx.now,
  })
})
const whenLines = listen(linesDone, async ({ job: id, lines, lon, lat, areaCode, ...common }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from municipal.work_line where job = $1 limit 1', [id])) return
  for (const { item, quantity } of lines)
    await addRecord(
      ctx,
      workLine,
      { ...common, job: id, item, quantity, measure: unitOf[item as Item] },
      { lon: lon ?? null, lat: lat ?? null, areaCode: areaCode ?? null },
    )
})
const whenRamp = listen(rampBuilt, async ({ number, place, form, slope, widthM, builtOn, lon, lat }, ctx) => {
  const known = await one<{ id: string }>(ctx.tx, 'select id from municipal.facility where name = $1 and retired_at is null', [
    place,
  ])
  const values = { rampForm: form, slope, widthM, builtOn, state: 'usable', number }
  if (known) await editRow(ctx, facility, known.id, values, { reason: `维修单${number}` })
  else await createRow(ctx, facility, { name: place, kind: 'kerbRamp', ...values }, { lon: lon ?? null, lat: lat ?? null })
})
const whenSeen = listen(accessSeen, async ({ facility: id, state, on, number }, ctx) => {
  await editRow(ctx, facility, id, { state, seenOn: on }, { reason: `排查单${number}` })
})
const whenDone = listen(
  municipalDone,
  async ({ sourceId, number, result }, ctx) => {
    await bySystem(ctx, 'municipal.access-check', sourceId, 'noteRepaired', { fixNote: `${result}(${number})`.slice(0, 200) })
  },
  ({ sourceType }) => sourceType === 'municipal.access-check',
)
export const municipalListeners = [whenWanted, whenLines, whenRamp, whenSeen, whenDone] as unknown as readonly Listener[]
