/** Dead letters tried again: interpreted by what is registered now and written in the same transaction as the letter's new state. */
import { addRecord, editRow, type Listener, listen, performIn, raw, systemActor, type WorkContext } from '#kernel'
import { letterReasons } from './contract.ts'
import { reinstalled, replayAsked } from './facts.ts'
import { ingestOf } from './ingest.ts'
import { interpret, parseItems } from './interpret.ts'
import { upkeep } from './records.ts'
import { device } from './registers.ts'
import { whenGasReplaced } from './things/gas.ts'
import { firsts, writeBatch } from './write.ts'

const act = (ctx: WorkContext, subjectId: string, action: string, input: unknown) =>
  performIn(ctx, { procedure: 'sensing.dead-letter', subjectId, action, input, who: null, actor: systemActor })

const whenReplayAsked = listen(replayAsked, async ({ letterId, sender, payload }, ctx) => {
  const { book, interpreter } = await ingestOf(ctx.kernel)
  const device = book.find(`${ctx.district}:${sender}`)
  if (!device) return void (await act(ctx, letterId, 'failAgain', { result: `设备${sender}未登记`, reason: 'unknownDevice' }))
  const items = parseItems(payload)
  if (!items) return void (await act(ctx, letterId, 'failAgain', { result: '不是有效的JSON', reason: 'malformed' }))
  const points = await interpret(interpreter, device, items)
  const [refused] = points.refused
  if (refused)
    return void (await act(ctx, letterId, 'failAgain', {
      result: `${letterReasons[refused.reason]}:${refused.detail}`.slice(0, 300),
      reason: refused.reason,
    }))
  const batch = { readings: firsts(points.readings), positions: firsts(points.positions) }
  const written = await writeBatch((text, params) => raw(ctx.tx, text, params), ctx.district, batch, ctx.now)
  const all = batch.readings.length + batch.positions.length
  const fresh = written.readings + written.positions
  await act(ctx, letterId, 'succeed', { result: `入库${fresh}条${all > fresh ? `,已有${all - fresh}条` : ''}` })
})
/** The register says when it was installed, and the upkeep of the device that it was. */
const whenReinstalled = listen(reinstalled, async ({ deviceId, installedOn, position }, ctx) => {
  await editRow(ctx, device, deviceId, { installedOn }, { reason: '复装验收' })
  await addRecord(ctx, upkeep, { device: deviceId, kind: 'replace', result: `复装:${position}`.slice(0, 200) })
})
export const sensingListeners: readonly Listener[] = [
  whenReplayAsked as Listener,
  whenReinstalled as Listener,
  whenGasReplaced as Listener,
]
