/** Facts that sensing tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** An officer asked for a dead letter to be tried again. */
export const replayAsked = fact(
  'sensing.replay-asked',
  '重放死信',
  z.object({ letterId: z.string(), channel: z.string(), sender: z.string(), payload: z.string() }),
)
