/** Facts that party building tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A discipline matter was decided: only what may be counted leaves the discipline office. */
export const disciplineCounted = fact(
  'party.discipline-counted',
  '监督执纪计数',
  z.object({
    key: z.string(),
    form: z.string(),
    measure: z.string(),
    persons: z.number(),
    isFiled: z.boolean(),
    on: z.string(),
  }),
)
/** A risk post was looked at. */
export const postChecked = fact(
  'party.post-checked',
  '廉政风险岗位已检查',
  z.object({ posts: z.array(z.object({ id: z.string(), isHeld: z.boolean() })), on: z.string() }),
)
/** An objection to one who is announced, or the end of it. */
export const nomineeMoved = fact(
  'party.nominee-moved',
  '评选推荐进展',
  z.object({ ids: z.array(z.string()), action: z.enum(['announce', 'award', 'lapse']), on: z.string() }),
)
/** A list was approved: the one before gives way. */
export const listApproved = fact(
  'party.list-approved',
  '责任清单生效',
  z.object({ id: z.string(), kind: z.string(), name: z.string() }),
)
/** An appeal against points was decided. */
export const pointsAppealed = fact(
  'party.points-appealed',
  '积分申诉已处理',
  z.object({ quarter: z.string(), member: z.string(), label: z.string(), delta: z.number() }),
)
/** A special governance began: each of these people is asked to declare. */
export const governanceLaunched = fact(
  'party.governance-launched',
  '专项治理已部署',
  z.object({ id: z.string(), topic: z.string(), people: z.array(z.string()) }),
)
