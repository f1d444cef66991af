/**
 * Carries `intake.return_box` back to the platforms: the answers of an order in their order, each until it is taken, however long
 * the platform is away. `webhook-id` is the same at every attempt, so that a platform that took one twice knows it.
 */
import { dayOf, type Kernel, raw } from '#kernel'
import { type Outcome, post } from '../webhooks/post.ts'
import { hotlineKeys, type Keys } from './keys.ts'

const batch = 50
const waits = [1, 2, 5, 15, 30] as const
const longestWait = 30
interface Answer {
  readonly district: string
  readonly id: string
  readonly at: Date
  readonly channel: string
  readonly number: string
  readonly outsideNumber: string | null
  readonly status: string
  readonly reply: string
  readonly satisfaction: string | null
  readonly address: string
  readonly attempts: number
}
const statusZh: Readonly<Record<string, string>> = {
  accepted: '已接单',
  returned: '已退单',
  merged: '已并单',
  answered: '已答复',
  done: '已办结',
}
/** The oldest waiting answer of each order, of channels that have a key. */
const claim = async (kernel: Kernel, channels: readonly string[]): Promise<readonly Answer[]> => {
  const { rows } = await raw<Answer>(
    kernel.db.admin,
    `update intake.return_box b set claimed_until = clock_timestamp() + interval '2 minutes'
     from (select district, id from intake.return_box w where sent_at is null and address is not null and channel = any($2::text[])
         and (next_at is null or next_at <= $1) and (claimed_until is null or claimed_until < clock_timestamp())
         and not exists (select from intake.return_box e where e.district = w.district and e.order_id = w.order_id and e.sent_at is null
           and (e.at, e.id) < (w.at, w.id))
       order by at, id limit ${batch} for update skip locked) t
     where b.district = t.district and b.id = t.id
     returning b.district, b.id, b.at, b.channel, b.number, b.outside_number as "outsideNumber", b.status, b.reply, b.satisfaction, b.address, b.attempts`,
    [kernel.now(), channels],
  )
  return rows
}
const mark = async (kernel: Kernel, a: Answer, outcome: Outcome): Promise<void> => {
  const minutes = waits[a.attempts] ?? longestWait
  const next = new Date(kernel.now().getTime() + minutes * 60_000)
  await raw(
    kernel.db.admin,
    outcome.sent
      ? 'update intake.return_box set sent_at = $3, attempts = attempts + 1, error = null, next_at = null, claimed_until = null where district = $1 and id = $2'
      : 'update intake.return_box set next_at = $3, attempts = attempts + 1, error = $4, claimed_until = null where district = $1 and id = $2',
    outcome.sent ? [a.district, a.id, kernel.now()] : [a.district, a.id, next, outcome.error],
  )
}
const bodyOf = (a: Answer): string =>
  JSON.stringify({
    id: a.id,
    district: a.district,
    channel: a.channel,
    number: a.number,
    outsideNumber: a.outsideNumber,
    status: a.status,
    statusZh: statusZh[a.status] ?? a.status,
    reply: a.reply,
    satisfaction: a.satisfaction,
    at: a.at.toISOString(),
  })
const send = (kernel: Kernel, keys: Keys, a: Answer): Promise<Outcome> => {
  const reach = kernel.parameters.value(a.district, 'connect.reach', dayOf(kernel, a.district, kernel.now()))
  return post({ id: a.id, url: a.address, secret: keys.get(a.channel as never) ?? '', body: bodyOf(a) }, reach)
}
/** Sends all that is due, an order's next answer after its last. @returns how many were taken. */
export const sendAnswers = async (kernel: Kernel, keys: Keys = hotlineKeys()): Promise<number> => {
  if (keys.size === 0) return 0
  let taken = 0
  for (;;) {
    const answers = await claim(kernel, [...keys.keys()])
    await Promise.all(
      answers.map(async (a) => {
        const outcome = await send(kernel, keys, a)
        await mark(kernel, a, outcome)
        if (outcome.sent) taken++
      }),
    )
    if (answers.length === 0) return taken
  }
}
