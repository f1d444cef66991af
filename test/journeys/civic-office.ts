/** The public side of the house for its journeys: a phone that proves itself, and the office behind the doors. */
import { expect } from 'vitest'
import type { World } from '../world.ts'
import { openOffice, type Row } from './buildings-office.ts'

export type { Row } from './buildings-office.ts'
export const openCivic = async (w: World) => {
  const o = await openOffice(w)
  const [legal, legal2, handler] = await Promise.all(['fazhi1', 'fazhi2', 'chuzhi11'].map((l) => w.as(l)))
  const [unit] = await o.query<{ u: string }>('select unit_id as u from kernel.appointment where person_id = $1', [
    handler?.personId,
  ])
  const post = (path: string, body: Row = {}) => w.anyone.post<Row>(`/public/${path}`, body)
  const get = (path: string, query: Record<string, string> = {}) => w.anyone.get<Row>(`/public/${path}`, query)
  const minute = async () =>
    w.clock.to(new Date(w.clock.now().getTime() + 8 * 3_600_000 + 61_000).toISOString().slice(0, 16).replace('T', ' '))
  /** The code that was just sent to a phone, as its owner reads it. */
  const codeFor = async (phone: string, purpose = '测试'): Promise<string> => {
    await minute()
    const sent = await post('account/code', { phone, purpose })
    expect([phone, sent.body.zh, sent.status]).toEqual([phone, undefined, 201])
    await w.settle()
    const [message] = await o.query<{ body: string }>(
      `select body from kernel.message where recipient = $1 and channel = 'sms' order by created_at desc limit 1`,
      [phone],
    )
    return /验证码(\d{6})/.exec(message?.body ?? '')?.[1] ?? ''
  }
  const proof = async (phone: string) => ({ phone, code: await codeFor(phone) })
  /** A citizen's deed that must work. */
  const did = async (path: string, body: Row): Promise<Row> => {
    const answer = await post(path, body)
    expect([path, answer.body.zh]).toEqual([path, undefined])
    await w.settle()
    return answer.body
  }
  const idOf = async (definition: string, number: string): Promise<string> =>
    String((await o.list(definition, { number }))[0]?.id)
  const day = (days: number) => new Date(w.clock.now().getTime() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
  return {
    ...o,
    legal: legal as typeof o.data,
    legal2: legal2 as typeof o.data,
    handler: handler as typeof o.data,
    unit: String(unit?.u),
    post,
    get,
    codeFor,
    proof,
    did,
    idOf,
    day,
    minute,
  }
}
export type Civic = Awaited<ReturnType<typeof openCivic>>
