/** Facts that 市容 tells itself: what a procedure decided becomes rows elsewhere. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

const place = { lon: z.number().nullable(), lat: z.number().nullable(), areaCode: z.string().nullable() }
export const shopChecked = fact(
  'appearance.shop-checked',
  '门前三包已检查',
  z.object({
    source: z.string(),
    sourceId: z.string(),
    shop: z.string(),
    agreement: z.string().nullable(),
    on: z.string(),
    photos: z.array(z.string()),
    items: z.array(z.object({ key: z.string(), duty: z.string(), what: z.string() })),
    ...place,
  }),
)
/** A check that does not stand: what it told shops is taken back. */
export const checkVoided = fact('appearance.check-voided', '门前检查作废', z.object({ sourceId: z.string(), reason: z.string() }))
/** A measure has come to its end: whoever benefited does no longer. */
export const measureEnded = fact('appearance.measure-ended', '纾困措施期满', z.object({ measure: z.string() }))
export const itemsFound = fact(
  'appearance.items-found',
  '专项行动发现问题',
  z.object({
    campaign: z.string(),
    sourceId: z.string(),
    photos: z.array(z.string()),
    items: z.array(z.object({ code: z.string(), what: z.string(), place: z.string() })),
    ...place,
  }),
)
export const laneProblems = fact(
  'appearance.lane-problems',
  '街巷长巡查发现问题',
  z.object({
    lane: z.string(),
    sourceId: z.string(),
    items: z.array(z.string()),
    photos: z.array(z.string()).default([]),
    ...place,
  }),
)
export const lanePatrolled = fact('appearance.lane-patrolled', '街巷已巡查', z.object({ lane: z.string(), on: z.string() }))
