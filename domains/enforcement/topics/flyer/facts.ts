/** What a flyer tells: that it is there to be read, and whose numbers stand on it. */
import { z } from 'zod'
import { fact } from '#kernel'

export const flyerTaken = fact('enforcement.flyer-taken', '小广告已取证', z.object({ id: z.string() }))
export const flyerNumbered = fact(
  'enforcement.flyer-numbered',
  '小广告号码已确认',
  z.object({
    id: z.string(),
    number: z.string(),
    address: z.string(),
    sheets: z.number(),
    takenAt: z.string(),
    areaCode: z.string().nullish(),
    phones: z.array(z.string()),
  }),
)
