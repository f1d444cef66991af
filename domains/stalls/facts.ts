/** Facts that 摊区夜市 tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const schoolDrawn = fact('stalls.school-drawn', '校园边界已画', z.object({ school: z.string() }))
export const drawn = fact(
  'stalls.drawn',
  '摊位已抽签(排队)分配',
  z.object({
    round: z.string(),
    site: z.string(),
    seats: z.array(z.object({ applicant: z.string(), stall: z.number() })),
    waiting: z.array(z.object({ applicant: z.string(), place: z.number() })),
  }),
)
export const seatTaken = fact(
  'stalls.seat-taken',
  '摊位确认使用',
  z.object({
    applicant: z.string(),
    round: z.string(),
    site: z.string(),
    stall: z.number(),
    name: z.string(),
    idCode: z.string(),
    phone: z.string(),
    goods: z.string(),
  }),
)
export const seatFreed = fact(
  'stalls.seat-freed',
  '摊位空出',
  z.object({ site: z.string(), stall: z.number(), reason: z.string() }),
)
export const eveningCounted = fact(
  'stalls.evening-counted',
  '夜市当晚已点名',
  z.object({ site: z.string(), on: z.string(), present: z.array(z.number()) }),
)
export const hazardsFound = fact(
  'stalls.hazards-found',
  '联合检查发现隐患',
  z.object({
    check: z.string(),
    site: z.string(),
    items: z.array(
      z.object({
        key: z.string(),
        agency: z.string(),
        what: z.string(),
        stall: z.number().nullable(),
        isSerious: z.boolean(),
        dueOn: z.string(),
      }),
    ),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    areaCode: z.string().nullable(),
  }),
)
