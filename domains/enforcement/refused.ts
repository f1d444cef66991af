/** 拒不改正、拒不停工: what follows when an order was looked at again and not heeded, and who has to be known for it. */
import { z } from 'zod'
import { buildingSuspected, problemFound } from '#catalogue/facts.ts'
import { code, dayText, fact, ref, refuse, say } from '#kernel'

/** Inside this domain: an order that a check brought with it has been looked at again. */
export const orderEnded = fact(
  'enforcement.order-ended',
  '责令整改已复查',
  z.object({ parentType: z.string(), parentId: z.string(), number: z.string(), isHeeded: z.boolean(), outcome: z.string() }),
)
/** Who goes on to a case must be known, and for what. */
export const lead = {
  party: ref('当事人(拒不改正的须登记)', 'enforcement.party').optional(),
  lawCode: code('违法行为(拒不改正的须登记)', 'enforcement.law.code', { maxLength: 12 }).optional(),
} as const
interface Known {
  readonly party?: string | null
  readonly lawCode?: string | null
}
export const needLead = (subject: Known, input: Known & { readonly isHeeded: boolean }) =>
  input.isHeeded || ((input.party ?? subject.party) && (input.lawCode ?? subject.lawCode))
    ? undefined
    : refuse('enforcement.field', { why: '拒不改正、拒不停工的转案源,须登记当事人和违法行为' })
export const known = (subject: Known, input: Known) => ({
  party: input.party ?? subject.party ?? null,
  lawCode: input.lawCode ?? subject.lawCode ?? null,
})
interface Ordered {
  readonly id: string
  readonly number: string
  readonly topic: string
  readonly party: string | null
  readonly lawCode: string | null
  readonly content: string
  readonly address: string | null
  readonly createdAt: Date
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
/** Where the order was not heeded and the party is known, a case begins; the lead names the measure it came from. */
export const leadOf = (subject: Ordered, outcome: string) =>
  subject.party && subject.lawCode
    ? [
        {
          procedure: 'enforcement.penalty',
          input: {
            source: 'issue',
            topic: subject.topic,
            party: subject.party,
            lawCode: subject.lawCode,
            happenedOn: dayText(subject.createdAt),
            address: subject.address ?? '见来源单据',
            description: `${subject.number}拒不改正:${subject.content.slice(0, 300)};${outcome.slice(0, 300)}`,
            sourceType: 'enforcement.measure',
            sourceId: subject.id,
          },
        },
      ]
    : []
/** An illegal building goes to those who order its demolition, everything else to the loop of cases. */
export const refusedToStop = (subject: Ordered, visit: { readonly outcome: string; readonly areaM2?: number | null }) => ({
  spawn: leadOf(subject, visit.outcome),
  facts: subject.topic === 'building' && visit.areaM2 ? [suspected(subject, visit.areaM2)] : [stillAtWork(subject)],
})
const suspected = (subject: Ordered, areaM2: number) =>
  say(buildingSuspected, {
    sourceType: 'enforcement.measure',
    sourceId: subject.id,
    number: subject.number,
    via: 'patrol',
    address: subject.address ?? '见停工通知书',
    areaM2,
    photos: [],
    lon: subject.lon,
    lat: subject.lat,
    areaCode: subject.areaCode,
  })
const stillAtWork = (subject: Ordered) =>
  say(problemFound, {
    source: 'officer',
    sourceType: 'enforcement.measure',
    sourceId: subject.id,
    description: `停工通知书${subject.number}送达后仍在施工:${subject.content.slice(0, 200)}`,
    address: subject.address,
    lon: subject.lon,
    lat: subject.lat,
    areaCode: subject.areaCode,
    photos: [],
    isUrgent: false,
  })
