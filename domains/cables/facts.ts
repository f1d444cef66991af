/** Facts that overhead cables tell themselves. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A project was accepted: metres by method, each counted once. */
export const metresDone = fact(
  'cables.metres-done',
  '线缆整治工程量',
  z.object({
    work: z.string(),
    number: z.string(),
    place: z.string(),
    placeKind: z.string(),
    doneOn: z.string(),
    lines: z.array(z.object({ operator: z.string(), method: z.string(), metres: z.number() })),
  }),
)
/** A crossing was measured. */
export const crossingMeasured = fact(
  'cables.crossing-measured',
  '跨路线缆已测高',
  z.object({ crossing: z.string(), heightM: z.number(), isLow: z.boolean(), on: z.string(), number: z.string() }),
)
/** A line got its consent: it may be put up, and stands in the register. */
export const lineAllowed = fact(
  'cables.line-allowed',
  '新架线缆已同意',
  z.object({
    number: z.string(),
    operator: z.string(),
    place: z.string(),
    metres: z.number(),
    on: z.string(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
  }),
)
