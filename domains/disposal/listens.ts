/** What disposal does when told: a landfill knows its last patrol, a place the case it led to. */
import { penaltyOpened } from '#catalogue/facts.ts'
import { bySystem, type Listener, listen } from '#kernel'

const whenCase = listen(
  penaltyOpened,
  async ({ sourceId, number }, ctx) => {
    await bySystem(ctx, 'disposal.dump', sourceId, 'noteCase', { penaltyNumber: number })
  },
  ({ sourceType }) => sourceType === 'disposal.dump',
)
export const disposalListeners = [whenCase] as unknown as readonly Listener[]
