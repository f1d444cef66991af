/** Facts that lighting tells itself: what a procedure decided becomes rows of the registers. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A repair was reported, or accepted: the lamps stand otherwise, and each repaired lamp is one 盏次. */
export const lampsMarked = fact(
  'lighting.lamps-marked',
  '路灯状态变化',
  z.object({
    codes: z.array(z.string()),
    state: z.enum(['lit', 'fault']),
    condition: z.enum(['intact', 'damaged']),
    repairId: z.string(),
    number: z.string(),
    kind: z.string(),
    isRepaired: z.boolean(),
  }),
)
export const pitMarked = fact(
  'lighting.pit-marked',
  '工作井状态变化',
  z.object({ pit: z.string(), state: z.enum(['intact', 'damaged', 'stolen']), number: z.string() }),
)
export const lampsRetrofitted = fact(
  'lighting.lamps-retrofitted',
  '路灯已节能改造',
  z.object({
    number: z.string(),
    doneOn: z.string(),
    source: z.string(),
    control: z.string(),
    lamps: z.array(z.object({ code: z.string(), watt: z.number() })),
  }),
)
export const lanesLit = fact(
  'lighting.lanes-lit',
  '街巷已亮化',
  z.object({ number: z.string(), lanes: z.array(z.object({ name: z.string(), lamps: z.number() })) }),
)
