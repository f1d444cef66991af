/** Who a machine is: a source of the register, by its code and key (HTTP Basic, or the headers x-source-code and x-source-key). */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { SourceKind } from '#domains/parking/contract.ts'

import { one, type RequestContext, reject } from '#kernel'

export interface Source {
  readonly code: string
  readonly kind: SourceKind
  readonly lot: string | null
}
const credentials = ({ request }: RequestContext): readonly [code: string, key: string] => {
  const { authorization, 'x-source-code': code, 'x-source-key': key } = request.headers
  if (authorization?.startsWith('Basic ')) {
    const text = Buffer.from(authorization.slice(6), 'base64').toString('utf8')
    const colon = text.lastIndexOf(':')
    return [text.slice(0, colon), text.slice(colon + 1)]
  }
  return [String(code ?? ''), String(key ?? '')]
}
/** @throws parking.key */
export const sourceOf = async (ctx: RequestContext): Promise<Source> => {
  const [code, key] = credentials(ctx)
  const found = await ctx.work(({ tx }) =>
    one<Source & { keyHash: string | null }>(
      tx,
      'select code, kind, lot, key_hash as "keyHash" from parking.source where code = $1 and is_on and retired_at is null',
      [code],
    ),
  )
  const given = createHash('sha256').update(key).digest()
  if (!found?.keyHash || !timingSafeEqual(given, Buffer.from(found.keyHash, 'hex'))) return reject('parking.key')
  return { code: found.code, kind: found.kind, lot: found.lot }
}
