/** Receipts, the verifier, audit, notices and the message outbox. */
import { z } from 'zod'
import { raw } from '../../db/index.ts'
import { reject } from '../../errors.ts'
import { hashEntry } from '../../journal/chain.ts'
import { findByHash } from '../../journal/load.ts'
import { verifyJournal } from '../../journal/verify.ts'
import { type BoundRoute, bind } from '../bind.ts'
import { route } from '../route.ts'

const row = z.record(z.string(), z.unknown())
export const receiptRoute = route({
  method: 'GET',
  path: '/public/receipts/:hash',
  zh: '凭回执核对:所报内容是否原样在案',
  permission: 'public',
  tag: 'journal',
  input: z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/, '回执应为64位十六进制字符') }),
  output: z.object({
    isIntact: z.boolean(),
    number: z.string().nullable(),
    at: z.date(),
    action: z.string(),
    statusZh: z.string().nullable(),
    steps: z.array(z.object({ at: z.date(), zh: z.string() })),
  }),
})
const receipt = bind(receiptRoute, async (input, ctx) =>
  ctx.work(async ({ tx, kernel }) => {
    const entry = await findByHash(tx, input.hash)
    if (!entry) return reject('kernel.not-found', { what: '这张回执' })
    const definition = kernel.definition(entry.subjectType)
    const steps = await raw<{ at: Date; action: string; status: string | null }>(
      tx,
      `select at, action, changes->>'status' as status from kernel.journal where subject_id = $1 order by seq`,
      [entry.subjectId],
    )
    const procedure = definition?.primitive === 'procedure' ? definition : undefined
    const statusZh = (s: string | null): string | null => (s ? (procedure?.spec.statuses[s]?.zh ?? s) : null)
    return {
      isIntact: hashEntry(entry) === entry.hash,
      number: typeof entry.changes.number === 'string' ? entry.changes.number : null,
      at: entry.at,
      action: entry.action,
      statusZh: statusZh(steps.rows.findLast((s) => s.status)?.status ?? null),
      steps: steps.rows.map((s) => ({ at: s.at, zh: procedure?.actions[s.action]?.zh ?? s.action })),
    }
  }),
)
export const verifyRoute = route({
  method: 'POST',
  path: '/journal/verify',
  zh: '核验全部留痕',
  permission: 'audit.verify',
  tag: 'journal',
  input: z.object({}),
  output: z.object({ subjects: z.number(), entries: z.number(), breaks: z.array(row) }),
})
const verify = bind(verifyRoute, async (_input, ctx) => {
  const result = await verifyJournal(ctx.kernel, ctx.district)
  return { ...result, breaks: result.breaks.map((b) => ({ ...b })) }
})
export const auditRoute = route({
  method: 'GET',
  path: '/audit',
  zh: '审计日志',
  permission: 'audit.read',
  tag: 'journal',
  input: z.object({
    kind: z.string().optional(),
    /** First and last day, both within. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    who: z.string().max(50).optional(),
    limit: z.coerce.number().int().max(5000).default(200),
  }),
  /** `kinds` and `total` are of all that was asked for, `rows` the latest of it. */
  output: z.object({ rows: z.array(row), total: z.number(), kinds: z.array(z.string()) }),
})
const auditList = bind(auditRoute, async (input, ctx) =>
  ctx.work(async ({ tx, kernel }) => {
    const within = `from kernel.audit where ($2::date is null or at >= $2::date::timestamp at time zone $4)
      and ($3::date is null or at < ($3::date + 1)::timestamp at time zone $4) and ($5::text is null or actor_name = $5)`
    const { zone } = kernel.calendar(ctx.district)
    const params = [input.kind ?? null, input.from ?? null, input.to ?? null, zone, input.who?.trim() || null]
    const { rows: counts } = await raw<{ kind: string; n: number }>(
      tx,
      `select kind, (count(*) filter (where $1::text is null or kind = $1))::int as n ${within} group by 1 order by 1`,
      params,
    )
    const { rows } = await raw<Record<string, unknown>>(
      tx,
      `select id, at, actor_name as "actorName", kind, detail, ip ${within} and ($1::text is null or kind = $1) order by at desc limit ${input.limit}`,
      params,
    )
    return { rows: [...rows], total: counts.reduce((sum, c) => sum + c.n, 0), kinds: counts.map((c) => c.kind) }
  }),
)
export const noticesRoute = route({
  method: 'GET',
  path: '/notices',
  zh: '我的提醒',
  permission: 'signed-in',
  tag: 'notices',
  input: z.object({}),
  output: z.object({ rows: z.array(row), unread: z.number() }),
})
const notices = bind(noticesRoute, async (_input, ctx) => {
  const units = [...new Set([ctx.who?.unitId, ...(ctx.who?.grants ?? []).map((g) => g.unitId)].filter((u) => u != null))]
  return ctx.work(async ({ tx }) => {
    const { rows } = await raw<Record<string, unknown>>(
      tx,
      'select id, at, zh, link, read_at as "readAt" from kernel.notice where person_id = $1 or unit_id = any($2::uuid[]) order by at desc limit 100',
      [ctx.who?.personId, units],
    )
    return { rows: [...rows], unread: rows.filter((r) => !r.readAt).length }
  })
})
export const readNoticesRoute = route({
  method: 'POST',
  path: '/notices/read',
  zh: '提醒已读',
  permission: 'signed-in',
  tag: 'notices',
  input: z.object({ ids: z.array(z.uuid()) }),
  output: z.object({}),
})
const readNotices = bind(readNoticesRoute, async (input, ctx) => {
  await ctx.work(({ tx, now }) =>
    raw(tx, 'update kernel.notice set read_at = $1 where id = any($2::uuid[]) and read_at is null', [now, input.ids]),
  )
  return {}
})
export const messagesRoute = route({
  method: 'GET',
  path: '/messages',
  zh: '发件箱(短信、邮件、微信)',
  permission: 'system.messages',
  tag: 'notices',
  input: z.object({}),
  output: z.object({ rows: z.array(row) }),
})
const messages = bind(messagesRoute, async (_input, ctx) =>
  ctx.work(async ({ tx }) => ({
    rows: [
      ...(
        await raw(
          tx,
          'select id, channel, recipient, body, created_at as "createdAt", sent_at as "sentAt", attempts, failed_at as "failedAt", error from kernel.message order by created_at desc limit 500',
          [],
        )
      ).rows,
    ],
  })),
)
export const journalRoutes: readonly BoundRoute[] = [receipt, verify, auditList, notices, readNotices, messages]
