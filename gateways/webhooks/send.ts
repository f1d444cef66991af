/**
 * Sends what waits in `connect.delivery`. A delivery is claimed for some minutes, sent outside any transaction and then marked: two
 * processes never send one at once; one that dies between sending and marking has it sent again under the same `webhook-id`.
 */
import { waitMinutes } from '#domains/connect/delivery.ts'
import { dayOf, type Kernel, performIn, raw, systemActor } from '#kernel'
import { type Outcome, post } from './post.ts'

const batch = 50
interface Waiting {
  readonly district: string
  readonly id: string
  readonly number: string
  readonly body: string
  readonly attempts: number
  readonly url: string | null
  readonly secret: string | null
}
/** Real time decides claims, the platform's clock when a delivery is due. */
const claim = async (kernel: Kernel): Promise<readonly Waiting[]> => {
  const { rows } = await raw<Waiting>(
    kernel.db.admin,
    `with due as (select d.district, d.id from connect.delivery d left join connect.claim c on c.district = d.district and c.id = d.id
         where d.status = 'waiting' and d.next_at <= $1 and (c.until is null or c.until < clock_timestamp())
         order by d.next_at, d.id limit ${batch}),
       taken as (insert into connect.claim as c (district, id, until) select district, id, clock_timestamp() + interval '2 minutes' from due
         on conflict (district, id) do update set until = excluded.until where c.until < clock_timestamp() returning district, id)
     select d.district, d.id, d.number, d.body, d.attempts, r.url, s.secret from taken t
     join connect.delivery d on d.district = t.district and d.id = t.id
     left join connect.receiver r on r.district = d.district and r.id = d.receiver and r.is_active and r.retired_at is null
     left join connect.receiver_secret s on s.district = d.district and s.receiver = d.receiver
     order by d.number`,
    [kernel.now()],
  )
  return rows
}
const send = async (kernel: Kernel, d: Waiting): Promise<Outcome> => {
  const stopped = (error: string): Outcome => ({ sent: false, status: null, error, isFinal: true })
  if (!d.url) return stopped('接收方已停用或撤销')
  if (!d.secret) return stopped('接收方尚未签发签名密钥')
  const reach = kernel.parameters.value(d.district, 'connect.reach', dayOf(kernel, d.district, kernel.now()))
  return post({ id: `${d.district}-${d.number}`, url: d.url, secret: kernel.vault.open(d.secret), body: d.body }, reach)
}
const stepOf = (kernel: Kernel, d: Waiting, outcome: Outcome): { readonly action: string; readonly input: object } => {
  if (outcome.sent) return { action: 'arrive', input: { httpStatus: outcome.status } }
  const { status: httpStatus, error, isFinal } = outcome
  const now = kernel.now()
  const most = kernel.parameters.value(d.district, 'connect.attempts', dayOf(kernel, d.district, now))
  if (isFinal || d.attempts + 1 >= most) return { action: 'giveUp', input: { httpStatus, error } }
  const minutes = waitMinutes[Math.min(d.attempts, waitMinutes.length - 1)] ?? 1
  return { action: 'miss', input: { httpStatus, error, nextAt: new Date(now.getTime() + minutes * 60_000).toISOString() } }
}
const mark = (kernel: Kernel, d: Waiting, outcome: Outcome): Promise<void> =>
  kernel.db.withDistricts([d.district], async (tx) => {
    const ctx = { kernel, tx, district: d.district, now: kernel.now(), actor: systemActor }
    const { rows } = await raw<{ status: string }>(tx, 'select status from connect.delivery where id = $1 for update', [d.id])
    // Called off by a person while it was under way: what they decided stands.
    if (rows[0]?.status === 'waiting')
      await performIn(ctx, {
        procedure: 'connect.delivery',
        subjectId: d.id,
        who: null,
        actor: systemActor,
        ...stepOf(kernel, d, outcome),
      })
    await raw(tx, 'delete from connect.claim where district = $1 and id = $2', [d.district, d.id])
  })

/** Sends everything that is due. @returns how many arrived. */
export const sendDeliveries = async (kernel: Kernel): Promise<number> => {
  let arrived = 0
  for (;;) {
    const waiting = await claim(kernel)
    await Promise.all(
      waiting.map(async (d) => {
        const outcome = await send(kernel, d)
        await mark(kernel, d, outcome)
        if (outcome.sent) arrived++
      }),
    )
    if (waiting.length < batch) return arrived
  }
}
