/** Secrets of receivers, and a trial delivery. */
import { hash, randomBytes } from 'node:crypto'
import { audit, type BoundRoute, bind, findRow, type RegisterRow, raw, reject, type WorkContext } from '#kernel'
import { client } from './client.ts'
import { issueClientRoute, issueSecretRoute, trial, tryReceiverRoute } from './contract.ts'
import { bodyOf, queueDelivery } from './listens.ts'
import { receiver } from './receiver.ts'

const getReceiver = async ({ tx }: WorkContext, id: string) => {
  const row = await findRow<RegisterRow<typeof receiver>>(tx, receiver, id)
  return row && !row.retiredAt ? row : reject('kernel.not-found', { what: receiver.spec.zh })
}
export const connectRoutes: readonly BoundRoute[] = [
  bind(issueClientRoute, ({ id }, ctx) =>
    ctx.work(async (work) => {
      const row = await findRow<RegisterRow<typeof client>>(work.tx, client, id)
      if (!row || row.retiredAt) return reject('kernel.not-found', { what: client.spec.zh })
      if (row.isBrowser) reject('connect.browser', { name: row.name })
      const secret = randomBytes(32).toString('base64url')
      await raw(
        work.tx,
        `insert into connect.client_secret (district, client, hash, issued_at, issued_by) values ($1, $2, $3, $4, $5)
         on conflict (district, client) do update set hash = excluded.hash, issued_at = excluded.issued_at, issued_by = excluded.issued_by`,
        [ctx.district, id, hash('sha256', secret), ctx.now, ctx.who?.personId ?? null],
      )
      await audit(work, 'connect.secret', { client: id, name: row.name }, ctx.ip)
      return { name: row.name, clientId: row.clientId, secret }
    }),
  ),
  bind(issueSecretRoute, ({ id }, ctx) =>
    ctx.work(async (work) => {
      const row = await getReceiver(work, id)
      const secret = `whsec_${randomBytes(32).toString('base64')}`
      await raw(
        work.tx,
        `insert into connect.receiver_secret (district, receiver, secret, issued_at, issued_by) values ($1, $2, $3, $4, $5)
         on conflict (district, receiver) do update set secret = excluded.secret, issued_at = excluded.issued_at, issued_by = excluded.issued_by`,
        [ctx.district, id, ctx.kernel.vault.seal(secret), ctx.now, ctx.who?.personId ?? null],
      )
      await audit(work, 'connect.secret', { receiver: id, name: row.name }, ctx.ip)
      return { name: row.name, secret }
    }),
  ),
  bind(tryReceiverRoute, ({ id }, ctx) =>
    ctx.work(async (work) => {
      const row = await getReceiver(work, id)
      if (!row.isActive) reject('connect.stopped', { name: row.name })
      const { rows } = await raw(work.tx, 'select 1 from connect.receiver_secret where receiver = $1', [id])
      if (rows.length === 0) reject('connect.no-secret', { name: row.name })
      const body = bodyOf(trial, work.now, ctx.district, { text: '试推:收到并验过签名即可' })
      const { id: made, number } = await queueDelivery(work, row, trial, body)
      return { id: made, number }
    }),
  ),
]
