/** What training does when told: a changed score places everybody anew; a new edition ends the old one and its signatures still owed. */
import { bySystem, type Listener, listen, many, one } from '#kernel'
import { editionOut, scoreChanged } from './facts.ts'

const whenScore = listen(scoreChanged, async ({ appraisal }, ctx) => {
  const all = await many<{ id: string; total: number; rank: number }>(
    ctx.tx,
    'select id, total::float8 as total, rank from training.score where appraisal = $1 for update',
    [appraisal],
  )
  for (const s of all) {
    const rank = 1 + all.filter((o) => o.total > s.total).length
    if (rank !== s.rank) await bySystem(ctx, 'training.score', s.id, 'place', { rank })
  }
})
const whenEdition = listen(editionOut, async ({ prior }, ctx) => {
  const old = await one(ctx.tx, `select 1 as n from training.rule where id = $1 and status = 'on' for update`, [prior])
  if (old) await bySystem(ctx, 'training.rule', prior, 'replace')
  const owed = await many<{ id: string }>(
    ctx.tx,
    `select id from training.reading where rule = $1 and status = 'open' for update`,
    [prior],
  )
  for (const r of owed) await bySystem(ctx, 'training.reading', r.id, 'cancel')
})
export const trainingListeners = [whenScore, whenEdition] as unknown as readonly Listener[]
