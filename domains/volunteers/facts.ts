/** Facts that volunteering tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** Hours or points of a volunteer stand (or, negative, are taken back). */
export const earned = fact(
  'volunteers.earned',
  '志愿服务记入',
  z.object({
    volunteer: z.string(),
    team: z.string(),
    source: z.enum(['time', 'piece']),
    sourceId: z.string(),
    on: z.string(),
    hours: z.number(),
    points: z.number(),
    pieces: z.number(),
    what: z.string(),
  }),
)
export const sessionHeld = fact(
  'volunteers.session-held',
  '志愿活动已开展',
  z.object({ programme: z.string(), beneficiaries: z.number() }),
)
export const emergencyEnded = fact('volunteers.emergency-ended', '应急志愿结束', z.object({ emergency: z.string() }))
