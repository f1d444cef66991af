/** Facts that staff tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** The stars of a squad are not what they were. */
export const starsChanged = fact(
  'staff.stars-changed',
  '中队星级变动',
  z.object({ squad: z.string(), stars: z.number(), until: z.string().nullable(), number: z.string() }),
)
/** Somebody took office: the fact of it, nothing of how. */
export const appointed = fact(
  'staff.appointed',
  '任职',
  z.object({ person: z.string(), kind: z.string(), post: z.string(), paper: z.string(), on: z.string() }),
)
