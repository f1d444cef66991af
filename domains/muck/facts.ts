/** Facts that muck tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'
import { alarmCodes } from './words.ts'

/** Something a person has to look at. With the same key while it is open it is not raised again. */
export const alarmWanted = fact(
  'muck.alarm-wanted',
  '渣土异常',
  z.object({
    kind: z.enum(alarmCodes),
    key: z.string(),
    detail: z.string(),
    happenedAt: z.string(),
    plate: z.string().nullish(),
    trip: z.string().nullish(),
    site: z.string().nullish(),
    dump: z.string().nullish(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
  }),
)
/** A person dealt with an alarm of a trip: that trip was not 无感. */
export const tripTouched = fact('muck.trip-touched', '趟次有人介入', z.object({ trip: z.string() }))
export const pointsGiven = fact(
  'muck.points-given',
  '违法记分',
  z.object({
    violation: z.string(),
    number: z.string(),
    kind: z.string(),
    plate: z.string(),
    haulerCode: z.string(),
    haulerName: z.string(),
    truckPoints: z.number(),
    companyPoints: z.number(),
    happenedOn: z.string(),
  }),
)
export const dumpMarked = fact(
  'muck.dump-marked',
  '消纳场状态变化',
  z.object({ dump: z.string(), state: z.enum(['open', 'stopped', 'closed']), reason: z.string() }),
)
/** An order's or an account's volume has to be counted again. */
export const soilMoved = fact(
  'muck.soil-moved',
  '土方变动',
  z.object({ orders: z.array(z.string()), account: z.string().nullish() }),
)
