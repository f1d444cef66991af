/** What party building does when told: counts leave the discipline office, posts are marked checked, nominees move with their round, an old list gives way. */
import { addRecord, bySystem, type Listener, listen, many, one, openIn, type RecordDefinition, systemActor } from '#kernel'
import { tally } from './branch/registers.ts'
import { measures } from './discipline/clue.ts'
import { disciplineCounted, governanceLaunched, listApproved, nomineeMoved, pointsAppealed, postChecked } from './facts.ts'

const whenCounted = listen(disciplineCounted, async ({ key, form, measure, persons, isFiled, on }, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from party.discipline_tally where key = $1', [key])) return
  const zh = measures[measure as keyof typeof measures] ?? measure
  await addRecord(ctx, tally as unknown as RecordDefinition, { key, form, measure: zh, persons, isFiled, decidedOn: on }, {})
})
const whenChecked = listen(postChecked, async ({ posts, on }, ctx) => {
  for (const p of posts) {
    const open = await one(
      ctx.tx,
      'select 1 as n from party.risk_post where id = $1 and closed_at is null and (checked_on is null or checked_on < $2::date) for update',
      [p.id, on],
    )
    if (open) await bySystem(ctx, 'party.risk-post', p.id, 'examine', { isHeld: p.isHeld ? 'yes' : 'no', on })
  }
})
const whenNominee = listen(nomineeMoved, async ({ ids, action }, ctx) => {
  const from = action === 'announce' ? 'reviewed' : 'notice'
  const sql = 'select id from party.nominee where id = any($1::uuid[]) and status = $2 for update'
  for (const { id } of await many<{ id: string }>(ctx.tx, sql, [ids, from])) await bySystem(ctx, 'party.nominee', id, action)
})
const whenList = listen(listApproved, async ({ id, kind, name }, ctx) => {
  const sql = `select id from party.list where kind = $1 and name = $2 and id <> $3 and status = any(array['effective', 'due']) for update`
  for (const old of await many<{ id: string }>(ctx.tx, sql, [kind, name, id]))
    await bySystem(ctx, 'party.list', old.id, 'replace')
})
const whenAppealed = listen(pointsAppealed, async ({ quarter, label, delta }, ctx) => {
  const open = await one(
    ctx.tx,
    `select 1 as n from party.point_quarter where id = $1 and status = any(array['published', 'waiting']) for update`,
    [quarter],
  )
  if (open) await bySystem(ctx, 'party.point-quarter', quarter, 'correct', { label, delta })
})
const whenLaunched = listen(governanceLaunched, async ({ id, topic, people }, { kernel, tx, district }) => {
  const sql = 'select person from party.declaration where governance = $1'
  const asked = new Set((await many<{ person: string }>(tx, sql, [id])).map((d) => d.person))
  for (const person of people.filter((p) => !asked.has(p)))
    await openIn(tx, kernel, {
      procedure: 'party.declaration',
      district,
      actor: systemActor,
      input: { governance: id, topic, person },
    })
})
export const partyListeners = [
  whenCounted,
  whenChecked,
  whenNominee,
  whenList,
  whenAppealed,
  whenLaunched,
] as unknown as readonly Listener[]
