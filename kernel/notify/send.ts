/**
 * Sending what waits in `kernel.message`. A message is claimed for some minutes, sent outside any transaction and then marked, so
 * two processes never send one at the same moment; a process that dies between the two may have it sent again (at least once).
 */
import { raw } from '../db/index.ts'
import type { Kernel } from '../kernel.ts'
import type { Delivery, MessageAdapter, OutgoingMessage } from './adapter.ts'
import { adaptersFromEnv } from './webhook.ts'

const batch = 50
const claimMinutes = 5
/** Waits before the second to the last attempt; afterwards it has failed and says why. */
const retryMinutes: readonly number[] = [1, 5, 15, 60, 240]
export const attemptLimit = retryMinutes.length + 1

/** Real time decides retries: an outside gateway knows nothing of the platform's clock. */
const claim = async (
  kernel: Kernel,
  channels: readonly string[],
): Promise<readonly (OutgoingMessage & { readonly attempts: number })[]> => {
  const { rows } = await raw<OutgoingMessage & { readonly attempts: number }>(
    kernel.db.admin,
    `update kernel.message m set attempts = m.attempts + 1, next_at = now() + interval '${claimMinutes} minutes'
     from (select district, id from kernel.message where sent_at is null and failed_at is null and channel = any($1::text[]) and (next_at is null or next_at <= now())
       order by created_at limit ${batch} for update skip locked) w
     where m.district = w.district and m.id = w.id
     returning m.district, m.id, m.channel, m.recipient, m.body, m.attempts`,
    [channels],
  )
  return rows
}
const mark = async (
  kernel: Kernel,
  message: OutgoingMessage & { readonly attempts: number },
  delivery: Delivery,
): Promise<void> => {
  const key = [message.district, message.id, kernel.now()]
  if (delivery.sent) {
    await raw(
      kernel.db.admin,
      'update kernel.message set sent_at = $3, error = null, next_at = null where district = $1 and id = $2',
      key,
    )
    return
  }
  const wait = delivery.isFinal ? undefined : retryMinutes[message.attempts - 1]
  if (wait === undefined) {
    kernel.log.warn({ id: message.id, channel: message.channel, error: delivery.error }, 'a message could not be sent')
    await raw(
      kernel.db.admin,
      'update kernel.message set failed_at = $3, error = $4, next_at = null where district = $1 and id = $2',
      [...key, delivery.error],
    )
  } else
    await raw(
      kernel.db.admin,
      `update kernel.message set next_at = now() + $3 * interval '1 minute', error = $4 where district = $1 and id = $2`,
      [message.district, message.id, wait, delivery.error],
    )
}

/** Sends everything that waits and has an adapter. @returns how many were sent. */
export const sendWaiting = async (kernel: Kernel, adapters: readonly MessageAdapter[] = adaptersFromEnv()): Promise<number> => {
  if (adapters.length === 0) return 0
  let sent = 0
  for (;;) {
    const messages = await claim(
      kernel,
      adapters.map((adapter) => adapter.channel),
    )
    await Promise.all(
      messages.map(async (message) => {
        const adapter = adapters.find((a) => a.channel === message.channel)
        const { id, district, channel, recipient, body } = message
        const delivery = adapter
          ? await adapter
              .send({ id, district, channel, recipient, body })
              .catch((error: unknown): Delivery => ({ sent: false, error: String(error) }))
          : undefined
        if (delivery) await mark(kernel, message, delivery)
        if (delivery?.sent) sent++
      }),
    )
    if (messages.length < batch) return sent
  }
}
