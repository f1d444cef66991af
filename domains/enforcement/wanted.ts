/** A breach handed over by another domain becomes a lead here; who handed it over is told its case. */
import { penaltyOpened, penaltyWanted } from '#catalogue/facts.ts'
import { createRow, listen, openIn, publish, raw, say, systemActor, type WorkContext } from '#kernel'
import { penaltyProcedure } from './penalty/index.ts'
import { party } from './registers/index.ts'

/** The party known by that code, entered now where it is not. */
const partyOf = async (ctx: WorkContext, name: string, code: string, kind: 'person' | 'org'): Promise<string> => {
  const { rows } = await raw<{ id: string }>(ctx.tx, 'select id from enforcement.party where code = $1 and retired_at is null', [
    code,
  ])
  if (rows[0]) return rows[0].id
  return (await createRow(ctx, party, { kind, name, code, isReachable: false })).id
}
export const whenPenaltyWanted = listen(penaltyWanted, async (wanted, ctx) => {
  const { rows } = await raw(ctx.tx, 'select 1 from enforcement.penalty where source_type = $1 and source_id = $2', [
    wanted.sourceType,
    wanted.sourceId,
  ])
  if (rows.length > 0) return
  const opened = await openIn(ctx.tx, ctx.kernel, {
    procedure: penaltyProcedure.id,
    action: 'report',
    district: ctx.district,
    actor: systemActor,
    lon: wanted.lon ?? null,
    lat: wanted.lat ?? null,
    areaCode: wanted.areaCode ?? undefined,
    clientKey: `wanted:${wanted.sourceType}:${wanted.sourceId}`,
    input: {
      source: 'capture',
      topic: wanted.topic,
      party: await partyOf(ctx, wanted.partyName, wanted.partyCode, wanted.partyKind ?? 'person'),
      lawCode: wanted.lawCode,
      happenedOn: wanted.happenedOn,
      address: wanted.address,
      description: wanted.description,
      contact: 'noncontact',
      sourceType: wanted.sourceType,
      sourceId: wanted.sourceId,
    },
  })
  await publish(ctx, [
    say(penaltyOpened, { penaltyId: opened.id, number: opened.number, sourceType: wanted.sourceType, sourceId: wanted.sourceId }),
  ])
})
