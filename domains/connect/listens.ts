/** Every fact that may leave becomes one delivery for each receiver that asked for it, in the transaction that hears it. */
import {
  caseEnded,
  caseOpened,
  clockOverdue,
  creditGraded,
  issueStage,
  objectAccepted,
  penaltyStage,
  permitEnded,
  permitIssued,
  problemFound,
  workDecided,
} from '#catalogue/facts.ts'
import { type Listener, listen, mask, openIn, raw, systemActor, type WorkContext } from '#kernel'
import type { fact } from '#kernel/contract'
import { isWanted } from './book.ts'
import { delivery } from './delivery.ts'

type Payload = Readonly<Record<string, unknown>>
interface Wanting {
  readonly id: string
  readonly name: string
}
const hide = (payload: Payload, key: string, kind: 'name' | 'phone' | 'idNumber'): Payload =>
  payload[key] == null ? payload : { ...payload, [key]: mask(kind, String(payload[key])) }
/** Personal data never leaves in the clear: a reporter, a holder who is a person, the key under which a person is rated. */
const outward = (event: string, payload: Payload): Payload => {
  if (event === 'problem.found') return hide(hide(payload, 'reporterName', 'name'), 'reporterPhone', 'phone')
  if (event.startsWith('permit.') && payload.holderKind === 'person')
    return hide(hide(payload, 'holder', 'name'), 'holderCode', 'idNumber')
  if (event === 'credit.graded' && !/^[0-9A-Z]{18}$/.test(String(payload.code)))
    return hide(hide(payload, 'name', 'name'), 'code', 'idNumber')
  return payload
}
export const bodyOf = (event: string, at: Date, district: string, payload: Payload): string =>
  JSON.stringify({ type: event, timestamp: at.toISOString(), district, data: outward(event, payload) })

export const queueDelivery = (ctx: WorkContext, to: Wanting, event: string, body: string) =>
  openIn(ctx.tx, ctx.kernel, {
    procedure: delivery.id,
    action: 'queue',
    district: ctx.district,
    actor: systemActor,
    input: { receiver: to.id, receiverName: to.name, event, body },
  })
const forward = (about: ReturnType<typeof fact<unknown>>): Listener =>
  listen(
    about,
    async (payload, ctx) => {
      const { rows } = await raw<Wanting>(
        ctx.tx,
        'select id, name from connect.receiver where is_active and retired_at is null and to_jsonb(events) ? $1 order by id',
        [about.id],
      )
      const body = bodyOf(about.id, ctx.now, ctx.district, payload as Payload)
      for (const to of rows) await queueDelivery(ctx, to, about.id, body)
    },
    () => isWanted(about.id),
  )
export const connectListeners: readonly Listener[] = (
  [
    caseOpened,
    caseEnded,
    problemFound,
    clockOverdue,
    workDecided,
    permitIssued,
    permitEnded,
    objectAccepted,
    creditGraded,
    penaltyStage,
    issueStage,
  ] as unknown as readonly ReturnType<typeof fact<unknown>>[]
).map(forward)
