/** What overhead cables do when told: metres are counted, crossings know their height, allowed lines are entered. */
import { penaltyOpened } from '#catalogue/facts.ts'
import { addRecord, bySystem, createRow, editRow, type Listener, listen, one } from '#kernel'
import { crossingMeasured, lineAllowed, metresDone } from './facts.ts'
import { crossing, line, metre } from './registers.ts'

const whenDone = listen(metresDone, async ({ lines, ...common }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from cables.metre where work = $1 limit 1', [common.work])) return
  for (const l of lines) await addRecord(ctx, metre, { ...common, ...l })
})
const whenMeasured = listen(crossingMeasured, async ({ crossing: id, heightM, isLow, on, number }, ctx) => {
  await editRow(ctx, crossing, id, { heightM, isLow, measuredOn: on }, { reason: `测高${number}` })
})
const whenAllowed = listen(lineAllowed, async ({ number, operator, place, metres, on, lon, lat }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from cables.line where consent = $1', [number])) return
  const values = { place, operator, metres, consent: number, isAbandoned: false, hungOn: on }
  await createRow(ctx, line, values, { lon: lon ?? null, lat: lat ?? null })
})
const whenCase = listen(
  penaltyOpened,
  async ({ sourceId, number }, ctx) => {
    await bySystem(ctx, 'cables.notice', sourceId, 'noteCase', { penaltyNumber: number })
  },
  ({ sourceType }) => sourceType === 'cables.notice',
)
export const cablesListeners = [whenDone, whenMeasured, whenAllowed, whenCase] as unknown as readonly Listener[]
