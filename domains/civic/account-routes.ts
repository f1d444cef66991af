/** 市民账号's doors: code, login, what one has reported with any device, what has happened to it since. */
import { addRecord, type BoundRoute, bind, many, one, type RequestContext } from '#kernel'
import { claim } from './account.ts'
import { accountRoute, claimRoute, codeRoute, loginRoute, logoutRoute, readRoute } from './contract.ts'
import { citizen, markRead, sendCode, signedIn, signIn, signOut } from './proof.ts'

interface Step {
  readonly receipt: string
  readonly type: string
  readonly subject: string
  readonly at: Date
  readonly action: string
  readonly status: string | null
  readonly number: string | null
  readonly what: string | null
}
/** Every step of every subject whose first entry is one of these receipts. */
const stepsSql = `select c.receipt, j.subject_type as type, j.subject_id as subject, s.at, s.action, s.changes->>'status' as status, j.changes->>'number' as number,
    left(coalesce(j.changes->>'description', j.changes->>'title', j.changes->>'name', j.changes->>'what', ''), 60) as what
  from civic.claim c join kernel.journal j on j.district = c.district and j.hash = c.receipt and j.seq = 1
  join kernel.journal s on s.district = j.district and s.subject_id = j.subject_id where c.account = $1 order by s.at, s.seq limit 5000`
const mostMessages = 50
/** What a step is called for the person who is told: the action's own word. */
const wordOf = (ctx: RequestContext, step: Step): string => {
  const definition = ctx.kernel.definition(step.type)
  return definition?.primitive === 'procedure' ? (definition.actions[step.action]?.zh ?? step.action) : step.action
}
const statusOf = (ctx: RequestContext, type: string, status: string | null): string => {
  const definition = ctx.kernel.definition(type)
  const statuses: Readonly<Record<string, { readonly zh: string } | undefined>> =
    definition?.primitive === 'procedure' ? definition.spec.statuses : {}
  return statuses[status ?? '']?.zh ?? ''
}
const lastStatus = (steps: readonly Step[]): string | null => steps.findLast((s) => s.status !== null)?.status ?? null
const shown = async (ctx: RequestContext, token: string) => {
  const me = await signedIn(ctx, token)
  const steps = await ctx.work(({ tx }) => many<Step>(tx, stepsSql, [me.id]))
  const bySubject = Map.groupBy(steps, (s) => s.subject)
  const reports = [...bySubject.values()].flatMap((all) => {
    const [begin] = all
    return begin
      ? [
          {
            receipt: begin.receipt,
            number: begin.number ?? '',
            what: begin.what ?? '',
            statusZh: statusOf(ctx, begin.type, lastStatus(all)),
            at: new Date(begin.at),
          },
        ]
      : []
  })
  const since = me.readAt ? new Date(me.readAt) : new Date(0)
  const messages = steps
    .filter((s) => s.status !== null)
    .map((s) => ({
      at: new Date(s.at),
      number: s.number ?? '',
      receipt: s.receipt,
      zh: wordOf(ctx, s),
      isNew: new Date(s.at) > since,
    }))
    .reverse()
  return {
    name: me.name,
    phone: `${me.phone.slice(0, 3)}****${me.phone.slice(7)}`,
    reports: reports.reverse(),
    messages: messages.slice(0, mostMessages),
    unread: messages.filter((m) => m.isNew).length,
  }
}
export const accountRoutes = (spend: (ctx: RequestContext) => void): readonly BoundRoute[] => [
  bind(codeRoute, async ({ phone, purpose }, ctx) => {
    spend(ctx)
    await sendCode(ctx, phone, purpose)
    ctx.reply.code(201)
    return { minutes: ctx.kernel.parameters.value(ctx.district, 'civic.code-minutes', ctx.now.toISOString().slice(0, 10)) }
  }),
  bind(loginRoute, (given, ctx) => {
    spend(ctx)
    return signIn(ctx, given)
  }),
  bind(accountRoute, ({ token }, ctx) => shown(ctx, token)),
  bind(claimRoute, async ({ token, receipts }, ctx) => {
    const me = await signedIn(ctx, token)
    return ctx.work(async (work) => {
      let added = 0
      for (const receipt of new Set(receipts)) {
        const [isThere, isKnown] = await Promise.all([
          one(work.tx, 'select 1 as n from kernel.journal where hash = $1 and seq = 1', [receipt]),
          one(work.tx, 'select 1 as n from civic.claim where account = $1 and receipt = $2', [me.id, receipt]),
        ])
        if (!isThere || isKnown) continue
        await addRecord({ ...work, actor: citizen }, claim, { account: me.id, receipt }, {})
        added += 1
      }
      return { added }
    })
  }),
  bind(readRoute, async ({ token }, ctx) => {
    await markRead(ctx, token)
    return { ok: true }
  }),
  bind(logoutRoute, async ({ token }, ctx) => {
    await signOut(ctx, token)
    return { ok: true }
  }),
]
