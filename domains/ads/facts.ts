/** Facts that advertising tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const siteRemoved = fact(
  'ads.site-removed',
  '户外广告已拆除',
  z.object({
    site: z.string(),
    number: z.string(),
    form: z.string(),
    reason: z.string(),
    areaM2: z.number(),
    pieces: z.number(),
    removedOn: z.string(),
    street: z.string().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    areaCode: z.string().nullable(),
  }),
)
/** A roof ad or billboard is now on the list: plans that clear them take it in. */
export const siteKnown = fact(
  'ads.site-known',
  '户外广告已核定',
  z.object({ site: z.string(), form: z.string(), isElevated: z.boolean() }),
)
export const zeroStarted = fact('ads.zero-started', '清零计划已下达', z.object({ plan: z.string() }))
