/** What volunteering does when told: what was verified becomes a line of the ledger, once; shifts stop with their emergency. */
import { addRecord, bySystem, type Listener, listen, many, one, type RecordDefinition } from '#kernel'
import { earned, emergencyEnded } from './facts.ts'
import { ledger } from './team.ts'

const whenEarned = listen(earned, async ({ on, ...e }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from volunteers.ledger where source = $1 and source_id = $2', [e.source, e.sourceId]))
    return
  await addRecord(ctx, ledger as unknown as RecordDefinition, { ...e, dayOn: on }, {})
})
const whenEnded = listen(emergencyEnded, async ({ emergency }, ctx) => {
  const sql = `select id from volunteers.shift where emergency = $1 and status = 'planned' for update`
  for (const { id } of await many<{ id: string }>(ctx.tx, sql, [emergency])) await bySystem(ctx, 'volunteers.shift', id, 'stop')
})
export const volunteerListeners = [whenEarned, whenEnded] as unknown as readonly Listener[]
