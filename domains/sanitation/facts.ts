/** Facts that sanitation tells itself: what a procedure decided becomes rows of the registers and records. */
import { z } from 'zod'
import { fact } from '#kernel/contract'
import { alarmCodes } from './words.ts'

/** Something a person has to look at; with the same key while it is open it is not raised again. */
export const alarmWanted = fact(
  'sanitation.alarm-wanted',
  '环卫异常',
  z.object({
    kind: z.enum(alarmCodes),
    key: z.string(),
    detail: z.string(),
    target: z.string(),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
    areaCode: z.string().nullish(),
  }),
)
/** One time of work on a road, checked in by a person. */
export const worked = fact(
  'sanitation.worked',
  '作业打卡',
  z.object({ order: z.string(), at: z.string(), workers: z.number(), photos: z.array(z.string()) }),
)
export const weatherSet = fact('sanitation.weather-set', '天气作业令', z.object({ id: z.string() }))
/** A row of one of our registers stands otherwise. */
export const rowMarked = fact(
  'sanitation.row-marked',
  '环卫台账变化',
  z.object({ register: z.string(), id: z.string(), values: z.record(z.string(), z.unknown()), reason: z.string() }),
)
/** A new row of one of our registers; `key` is the field by which it is known, so that it is made once. */
export const rowMade = fact(
  'sanitation.row-made',
  '环卫台账新增',
  z.object({
    register: z.string(),
    key: z.string(),
    values: z.record(z.string(), z.unknown()),
    lon: z.number().nullish(),
    lat: z.number().nullish(),
  }),
)
export const binsRemoved = fact(
  'sanitation.bins-removed',
  '撤桶',
  z.object({
    bins: z.array(z.object({ code: z.string(), how: z.enum(['removed', 'moved']), newPlace: z.string().nullish() })),
    on: z.string(),
    number: z.string(),
  }),
)
/** The score of a toilet fell: it is to be graded anew. */
export const toiletScored = fact('sanitation.toilet-scored', '公厕检查得分', z.object({ toilet: z.string() }))
/** Whoever cleaned a toilet found something broken there. */
export const faultFound = fact(
  'sanitation.fault-found',
  '公厕保洁发现问题',
  z.object({ toilet: z.string(), fault: z.string(), photos: z.array(z.string()) }),
)
/** A plan of weighing changed the day: its ledger is counted again. */
export const dayTouched = fact('sanitation.day-touched', '当日吨位变动', z.object({ day: z.string() }))
/** A load was refused at the gate: its ticket does not count. */
export const ticketRefused = fact('sanitation.ticket-refused', '混装拒收', z.object({ ticket: z.string(), reason: z.string() }))
