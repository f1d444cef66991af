/** What advertising does when told: removals counted by form, plans filled and reopened, permits that come and go. */
import { permitEnded, permitIssued } from '#catalogue/facts.ts'
import { addRecord, bySystem, type Listener, listen, many, one, openIn, systemActor, type WorkContext } from '#kernel'
import { siteKnown, siteRemoved, zeroStarted } from './facts.ts'
import { removal } from './records.ts'
import { isRoof } from './site/judge.ts'

interface Plan {
  readonly id: string
  readonly status: string
  readonly groups: readonly string[]
  readonly isElevatedOnly: boolean
  readonly dueOn: string
  readonly person: string
}
const planSql = `select id, status, groups, is_elevated_only as "isElevatedOnly", to_char(due_on, 'YYYY-MM-DD') as "dueOn", person from ads.zero_plan`
interface Site {
  readonly id: string
  readonly form: string
  readonly isElevated: boolean
}
/** Whether a plan clears this one. */
const covers = (plan: Plan, site: Site): boolean =>
  (isRoof(site.form) && plan.groups.includes('roof')) ||
  (site.form === 'column' && plan.groups.includes('column') && (site.isElevated || !plan.isElevatedOnly))
const takeIn = (ctx: WorkContext, plan: Plan, site: string) =>
  bySystem(ctx, 'ads.site', site, 'plan', { plan: plan.id, planDueOn: plan.dueOn, planPerson: plan.person })
const whenStarted = listen(zeroStarted, async ({ plan: id }, ctx) => {
  const plan = await one<Plan>(ctx.tx, `${planSql} where id = $1`, [id])
  if (!plan) return
  const sites = await many<Site>(
    ctx.tx,
    `select id, form, coalesce(is_elevated, false) as "isElevated" from ads.site where status <> 'removed' and plan is null order by id`,
  )
  for (const site of sites) if (covers(plan, site)) await takeIn(ctx, plan, site.id)
})
const whenKnown = listen(siteKnown, async ({ site: id, form, isElevated }, ctx) => {
  const known = await one(ctx.tx, `select 1 as n from ads.site where id = $1 and plan is null and status <> 'removed'`, [id])
  if (!known) return
  const plan = (await many<Plan>(ctx.tx, `${planSql} where status <> 'withdrawn' order by created_at desc`)).find((p) =>
    covers(p, { id, form, isElevated }),
  )
  if (!plan) return
  await takeIn(ctx, plan, id)
  if (plan.status === 'finished') await bySystem(ctx, 'ads.zero-plan', plan.id, 'reopen')
})
const whenRemoved = listen(siteRemoved, async (s, ctx) => {
  if (await one(ctx.tx, 'select 1 as n from ads.removal where site = $1', [s.site])) return
  const { site, form, reason, areaM2, pieces, removedOn, street, lon, lat, areaCode } = s
  await addRecord(
    ctx,
    removal,
    { form, reason, areaM2: Math.max(0.01, areaM2), pieces, removedOn, street, site },
    { lon, lat, areaCode },
  )
})
const whenIssued = listen(
  permitIssued,
  async (p, ctx) => {
    if (await one(ctx.tx, 'select 1 as n from ads.site where permit_id = $1', [p.certificateId])) return
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'ads.site',
      action: 'permit',
      district: ctx.district,
      actor: systemActor,
      lon: p.lon ?? null,
      lat: p.lat ?? null,
      areaCode: p.areaCode ?? undefined,
      isOutsideGrid: p.lon == null,
      clientKey: `permit:${p.certificateId}`,
      input: {
        code: p.number.slice(0, 60),
        address: (p.address ?? p.item).slice(0, 120),
        owner: p.holder.slice(0, 100),
        permitNo: p.number.slice(0, 60),
        permitId: p.certificateId,
        permitFrom: p.validFrom,
        permitTo: p.validTo,
      },
    })
  },
  ({ kind }) => kind === 'ad',
)
const whenEnded = listen(
  permitEnded,
  async ({ certificateId, endedOn }, ctx) => {
    const found = await one<{ id: string }>(ctx.tx, `select id from ads.site where permit_id = $1 and status <> 'removed'`, [
      certificateId,
    ])
    if (found) await bySystem(ctx, 'ads.site', found.id, 'endPermit', { permitTo: endedOn })
  },
  ({ kind }) => kind === 'ad',
)
export const adsListeners = [whenStarted, whenKnown, whenRemoved, whenIssued, whenEnded] as unknown as readonly Listener[]
