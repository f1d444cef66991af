/** Facts that illegal buildings tell themselves. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

export const buildingConfirmed = fact(
  'buildings.confirmed',
  '违法建设已认定',
  z.object({
    building: z.string(),
    number: z.string(),
    class: z.enum(['new', 'stock']),
    via: z.string(),
    compound: z.string().nullable(),
    foundHours: z.number().nullable(),
    reportHours: z.number().nullable(),
  }),
)
export const buildingSettled = fact(
  'buildings.settled',
  '违法建设已销号',
  z.object({ building: z.string(), number: z.string(), how: z.string(), settledOn: z.string() }),
)
export const actionFinished = fact(
  'buildings.action-finished',
  '拆违行动已完成',
  z.object({
    actionId: z.string(),
    number: z.string(),
    doneOn: z.string(),
    photos: z.array(z.string()),
    lines: z.array(z.object({ building: z.string(), removedM2: z.number(), way: z.string() })),
  }),
)
export const linePressed = fact(
  'buildings.line-pressed',
  '管线巡查发现占压',
  z.object({
    checkId: z.string(),
    line: z.string(),
    place: z.string(),
    presser: z.string(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    areaCode: z.string().nullable(),
  }),
)
