/** Facts that municipal works tell themselves. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A job was accepted: each line is counted once, in the unit of its item. */
export const linesDone = fact(
  'municipal.lines-done',
  '市政维修工程量',
  z.object({
    job: z.string(),
    number: z.string(),
    kind: z.string(),
    source: z.string(),
    place: z.string(),
    lines: z.array(z.object({ item: z.string(), quantity: z.number() })),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
  }),
)
/** A kerb ramp was built, with what was measured. */
export const rampBuilt = fact(
  'municipal.ramp-built',
  '接坡已建',
  z.object({
    number: z.string(),
    place: z.string(),
    form: z.string(),
    slope: z.number(),
    widthM: z.number(),
    builtOn: z.string(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
  }),
)
/** A facility for the disabled was looked at, or put right. */
export const accessSeen = fact(
  'municipal.access-seen',
  '无障碍设施状态变化',
  z.object({ facility: z.string(), state: z.string(), on: z.string(), number: z.string() }),
)
