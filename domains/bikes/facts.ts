/** Facts that bikes tell itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const bikeMarked = fact(
  'bikes.bike-marked',
  '公共自行车状态变化',
  z.object({ bike: z.string(), state: z.enum(['docked', 'out', 'repair', 'missing']), station: z.string().nullable() }),
)
export const linePainted = fact(
  'bikes.line-painted',
  '停车线已施划',
  z.object({
    planId: z.string(),
    road: z.string(),
    lengthM: z.number(),
    capacity: z.number(),
    direction: z.string(),
    paintedOn: z.string(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
  }),
)
export const towClaimed = fact(
  'bikes.tow-claimed',
  '拖移车辆已处理',
  z.object({ towed: z.string(), state: z.enum(['claimed', 'operator', 'disposed']), feeFen: z.number(), number: z.string() }),
)
