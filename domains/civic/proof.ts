/** Who a citizen is: a phone proved by a code or by a login; and the platform's own hand that acts for them. */
import { createHash, randomBytes } from 'node:crypto'
import {
  type Actor,
  addDays,
  createRow,
  dayText,
  editRow,
  endOf,
  one,
  openIn,
  perform,
  type RequestContext,
  reject,
  retireRow,
  systemActor,
} from '#kernel'
import { account, type clients, session } from './account.ts'

export const citizen: Actor = { kind: 'public', id: null, name: '市民' }
export type Client = keyof typeof clients
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
interface Check {
  readonly id: string
  readonly number: string
}
const checkSql = `select id, number from civic.phone_check where phone = $1 and status = 'sent' order by created_at desc limit 1`
/** Sends a code to a phone. */
export const sendCode = async (ctx: RequestContext, phone: string, purpose: string): Promise<void> => {
  await ctx.work(({ tx }) =>
    openIn(tx, ctx.kernel, {
      procedure: 'civic.phone-check',
      district: ctx.district,
      actor: systemActor,
      input: { phone, purpose },
      areaCode: ctx.district,
      isOutsideGrid: true,
      at: ctx.now,
    }),
  )
}
/** Settles the last code sent to a phone; a wrong one is counted before it is refused. */
const passCode = async (ctx: RequestContext, phone: string, code: string): Promise<void> => {
  const sent = await ctx.work(({ tx }) => one<Check>(tx, checkSql, [phone]))
  if (!sent) return reject('civic.code-wrong')
  const isSame = ctx.kernel.vault.code('civic.phone-check', sent.id) === code
  const step = {
    procedure: 'civic.phone-check',
    subjectId: sent.id,
    action: 'answer',
    input: { isSame },
    who: null,
    actor: systemActor,
  }
  await perform(ctx.kernel, ctx.district, step)
  if (!isSame) return reject('civic.code-wrong')
}
export interface SignedIn {
  readonly id: string
  readonly session: string
  readonly name: string
  readonly phone: string
  readonly readAt: Date | null
}
const signedSql = `select a.id, s.id as session, a.name, a.phone, a.read_at as "readAt" from civic.session s join civic.account a on a.district = s.district and a.id = s.account
  where s.token_hash = $1 and s.until > $2::timestamptz and s.retired_at is null and a.retired_at is null`
export const signedIn = async (ctx: RequestContext, token: string): Promise<SignedIn> =>
  (await ctx.work(({ tx }) => one<SignedIn>(tx, signedSql, [hashOf(token), ctx.now.toISOString()]))) ?? reject('civic.signed-out')
/** The phone somebody proved: by the login, or by the code that was just sent to it. */
export const provedPhone = async (
  ctx: RequestContext,
  proof: { readonly phone?: string | undefined; readonly code?: string | undefined; readonly token?: string | undefined },
): Promise<string> => {
  if (proof.token) return (await signedIn(ctx, proof.token)).phone
  if (!proof.phone || !proof.code) return reject('civic.code-wrong')
  await passCode(ctx, proof.phone, proof.code)
  return proof.phone
}
const knownSql = 'select id, name from civic.account where phone = $1 and retired_at is null'
/** A phone's account, opened the first time; and a login to it. */
export const signIn = async (
  ctx: RequestContext,
  given: { phone: string; code: string; client: Client; name?: string | undefined },
) => {
  await passCode(ctx, given.phone, given.code)
  const token = randomBytes(24).toString('hex')
  return ctx.work(async (work) => {
    const mine = { ...work, actor: citizen }
    const today = dayText(ctx.now)
    const known = await one<{ id: string; name: string }>(work.tx, knownSql, [given.phone])
    const name = known?.name ?? given.name ?? `市民${given.phone.slice(-4)}`
    if (known) await editRow(mine, account, known.id, { lastClient: given.client }, { reason: '登录' })
    const id =
      known?.id ?? (await createRow(mine, account, { name, phone: given.phone, since: today, lastClient: given.client }, {})).id
    const until = endOf(addDays(today, ctx.kernel.parameters.value(ctx.district, 'civic.session-days', today))).toISOString()
    await createRow(mine, session, { account: id, tokenHash: hashOf(token), client: given.client, until }, {})
    return { token, name, phone: `${given.phone.slice(0, 3)}****${given.phone.slice(7)}` }
  })
}
export const signOut = async (ctx: RequestContext, token: string): Promise<void> => {
  const { session: id } = await signedIn(ctx, token)
  await ctx.work((work) => retireRow({ ...work, actor: citizen }, session, id, '退出登录'))
}
export const markRead = async (ctx: RequestContext, token: string): Promise<void> => {
  const { id } = await signedIn(ctx, token)
  await ctx.work((work) =>
    editRow({ ...work, actor: citizen }, account, id, { readAt: ctx.now.toISOString() }, { reason: '消息已读' }),
  )
}
