/**
 * 批量上报 over HTTP: `POST /api/ingest/readings` with a device's number and key (HTTP Basic, or the headers x-device-number and
 * x-device-key), a JSON array or NDJSON. Answered after the commit; sending the same batch again writes nothing twice.
 */
import { z } from 'zod'
import '#domains/sensing/errors.ts'
import { ingestOf } from '#domains/sensing/ingest.ts'
import { parseItems, type Refuse } from '#domains/sensing/interpret.ts'
import { type BoundRoute, bind, type Kernel, type RequestContext, reject } from '#kernel'
import { route } from '#kernel/contract'

const ingestRoute = route({
  method: 'POST',
  path: '/ingest/readings',
  zh: '设备批量上报(JSON 数组或 NDJSON,设备编号与接入密钥)',
  permission: 'public',
  tag: 'sensing',
  input: z.object({}),
  output: z.object({
    accepted: z.number(),
    refused: z.number(),
    reasons: z.array(z.object({ reason: z.string(), detail: z.string() })),
  }),
  refusals: ['sensing.key', 'sensing.empty', 'kernel.too-many'],
})
const credentials = ({ request }: RequestContext): readonly [number: string, key: string] => {
  const { authorization, 'x-device-number': number, 'x-device-key': key } = request.headers
  if (authorization?.startsWith('Basic ')) {
    const text = Buffer.from(authorization.slice(6), 'base64').toString('utf8')
    const colon = text.lastIndexOf(':')
    return [text.slice(0, colon), text.slice(colon + 1)]
  }
  return [String(number ?? ''), String(key ?? '')]
}
const refusalOf = (line: string): Refuse => ({ reason: 'malformed', detail: '不是有效的JSON', item: line })
/** Items of a body; a bad line of NDJSON is refused alone. */
export const itemsOf = (body: unknown): { readonly items: readonly unknown[]; readonly bad: readonly Refuse[] } => {
  if (typeof body !== 'string') return { items: Array.isArray(body) ? body : body ? [body] : [], bad: [] }
  const items: unknown[] = []
  const bad: Refuse[] = []
  for (const line of body.split('\n')) {
    if (line.trim() === '') continue
    const parsed = parseItems(line)
    if (parsed) items.push(...parsed)
    else bad.push(refusalOf(line))
  }
  return { items, bad }
}
const shown = 20

export const ingestRoutes = (kernel: Kernel): readonly BoundRoute[] => [
  bind(ingestRoute, async (_input, ctx) => {
    const ingest = await ingestOf(kernel)
    const [number, key] = credentials(ctx)
    const device = number && key ? await ingest.book.authenticate(number, key) : undefined
    if (!device) return reject('sensing.key')
    if (ingest.isFull()) return reject('kernel.too-many', { seconds: 2 })
    const { items, bad } = itemsOf(ctx.request.body)
    if (items.length + bad.length === 0) return reject('sensing.empty')
    const taken = await ingest.takeItems('http', device, items)
    if (bad.length > 0) await ingest.takePoints('http', device, { readings: [], positions: [], refused: [...bad] })
    const refused = [...taken.refused, ...bad]
    return {
      accepted: taken.accepted,
      refused: refused.length,
      reasons: refused.slice(0, shown).map(({ reason, detail }) => ({ reason, detail })),
    }
  }),
]
