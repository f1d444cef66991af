/** What affairs does when told: a closed task counts for the meeting it came from and mends the shortcoming it answered; slips close their document; a new edition ends the old one; adoptions count for their practice. */
import { bySystem, type Listener, listen, many, one } from '#kernel'
import { adoptionMoved, editionIssued, matterClosed, slipAnswered } from './facts.ts'
import { slipsOf } from './papers/document.ts'

const adoptedSql = `select count(*)::int as n from affairs.matter where source_id = $1 and status = 'closed' and rating = any(array['excellent', 'good'])`
const whenMatter = listen(matterClosed, async ({ sourceType, sourceId, issue }, ctx) => {
  if (sourceType === 'affairs.onsite') {
    const on = await one(ctx.tx, `select 1 as n from affairs.onsite where id = $1 and status = 'following' for update`, [
      sourceId,
    ])
    const n = await one<{ n: number }>(ctx.tx, adoptedSql, [sourceId])
    if (on) await bySystem(ctx, 'affairs.onsite', sourceId, 'count', { adopted: n?.n ?? 0 })
  }
  if (!issue) return
  const open = await one(ctx.tx, `select 1 as n from affairs.shortcoming where id = $1 and status = 'open' for update`, [issue])
  const tasks = await many<{ isOpen: boolean }>(
    ctx.tx,
    `select closed_at is null as "isOpen" from affairs.matter where issue = $1 and status <> 'cancelled'`,
    [issue],
  )
  if (open && tasks.length > 0 && tasks.every((t) => !t.isOpen))
    await bySystem(ctx, 'affairs.shortcoming', issue, 'fix', { tasks: tasks.length })
})
const whenSlip = listen(slipAnswered, async ({ document }, ctx) => {
  const on = await one(ctx.tx, `select 1 as n from affairs.document where id = $1 and status = 'out' for update`, [document])
  const { open, ...n } = await slipsOf(ctx.tx, document)
  if (on) await bySystem(ctx, 'affairs.document', document, open === 0 ? 'finish' : 'count', n)
})
const whenEdition = listen(editionIssued, async ({ id, prior }, ctx) => {
  const old = await one(
    ctx.tx,
    `select 1 as n from affairs.file where id = $1 and status = any(array['trial', 'issued']) for update`,
    [prior],
  )
  const fresh = await one<{ by: string }>(ctx.tx, `select coalesce(paper, number) as by from affairs.file where id = $1`, [id])
  if (old) await bySystem(ctx, 'affairs.file', prior, 'replace', { by: fresh?.by ?? '' })
})
const whenAdopted = listen(adoptionMoved, async ({ practice }, ctx) => {
  const n = await one<{ adoptions: number; proved: number }>(
    ctx.tx,
    `select count(*)::int as adoptions, (count(*) filter (where status = 'proved'))::int as proved from affairs.adoption where practice = $1`,
    [practice],
  )
  const on = await one(
    ctx.tx,
    `select 1 as n from affairs.practice where id = $1 and status = any(array['spread', 'ended']) for update`,
    [practice],
  )
  if (on && n) await bySystem(ctx, 'affairs.practice', practice, 'count', { ...n })
})
export const affairsListeners = [whenMatter, whenSlip, whenEdition, whenAdopted] as unknown as readonly Listener[]
