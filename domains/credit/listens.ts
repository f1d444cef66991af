/** 数字化信用监管: what happens in the trades is recorded by itself, grades follow, thresholds act. */
import { issueStage, penaltyStage, permitEnded, permitIssued } from '#catalogue/facts.ts'
import { dayOf, editRow, type Listener, listen, one, openIn, performIn, raw, systemActor, type WorkContext } from '#kernel'
import type { Trade } from './contract.ts'
import { creditChanged, event, findItem } from './event.ts'
import { disclosure } from './exchange.ts'
import { regrade } from './grading.ts'
import { listChanged } from './measures.ts'
import { subject } from './registers.ts'

/** Which trade's file a topic or permit belongs to. */
const tradeOfTopic: Readonly<Record<string, Trade>> = {
  muck: 'muck',
  frontage: 'frontage',
  sorting: 'sanitation',
  foodWaste: 'sanitation',
  greening: 'greenBuild',
  building: 'appearance',
  advertising: 'appearance',
  posting: 'appearance',
  occupation: 'appearance',
}
const tradeOfPermit: Readonly<Record<string, Trade>> = {
  wasteClean: 'sanitation',
  muck: 'muck',
  truck: 'muck',
  dayMuck: 'muck',
  ad: 'appearance',
  promo: 'appearance',
  greenPlan: 'greenBuild',
  greenCompletion: 'greenBuild',
}
interface Party {
  readonly name: string
  readonly code: string
  readonly kind: string
}
const readParty = async (ctx: WorkContext, id: string): Promise<Party | undefined> =>
  (await raw<Party>(ctx.tx, 'select name, code, kind from enforcement.party where id = $1', [id])).rows[0]

/** Records by itself what the scheme lists as fed; what the scheme does not list, or must not keep about a person, is left out. */
const feed = async (ctx: WorkContext, trade: Trade, by: string, who: Party, source: string, sourceId: string): Promise<void> => {
  const day = dayOf(ctx.kernel, ctx.district, ctx.now)
  const item = await findItem(ctx.tx, trade, { feed: by }, day)
  if (!item || (who.kind === 'person' && !item.isPersonal)) return
  const kind = who.kind === 'person' ? 'person' : trade === 'frontage' ? 'shop' : 'org'
  await openIn(ctx.tx, ctx.kernel, {
    procedure: event.id,
    action: 'feed',
    district: ctx.district,
    actor: systemActor,
    clientKey: `${by}:${sourceId}`,
    input: { trade, name: who.name, code: who.code, kind, item: item.code, happenedOn: day, source, sourceId },
  })
}
const disclose = (ctx: WorkContext, key: string, input: Readonly<Record<string, unknown>>) =>
  openIn(ctx.tx, ctx.kernel, { procedure: disclosure.id, district: ctx.district, actor: systemActor, clientKey: key, input })
const organ = '本级城市管理局'
const grave = ['revoke', 'closure', 'suspend']

const whenPenalty = listen(penaltyStage, async (p, ctx) => {
  const who = await readParty(ctx, p.partyId)
  const trade = tradeOfTopic[p.topic] ?? 'appearance'
  if (!who) return
  if (p.stage === 'fulfilled') {
    const { rows } = await raw<{ id: string }>(
      ctx.tx,
      `select id from credit.event where source_id = $1 and status = any (array['effective', 'objected', 'repairing'])`,
      [p.penaltyId],
    )
    for (const { id } of rows)
      await performIn(ctx, {
        procedure: event.id,
        subjectId: id,
        action: 'noteFulfilled',
        who: null,
        actor: systemActor,
        input: {},
      })
    return
  }
  if (p.stage === 'unpaid') return feed(ctx, trade, 'penalty.unpaid', who, `处罚${p.number}催告后未缴`, p.penaltyId)
  // 信用修复管理办法: warnings, notices of criticism and simple procedure are minor and not shown.
  const isMinor = p.track !== 'ordinary' || p.kinds.every((k) => k === 'warning' || k === 'criticism')
  const how = p.kinds.some((k) => grave.includes(k)) ? 'serious' : isMinor ? 'minor' : 'normal'
  await feed(ctx, trade, `penalty.${how}`, who, `行政处罚决定${p.number}`, p.penaltyId)
  await disclose(ctx, `penalty:${p.penaltyId}`, {
    category: 'penalty',
    subjectName: who.name,
    subjectKind: who.kind === 'person' ? 'person' : 'org',
    subjectCode: who.code,
    documentName: '行政处罚决定书',
    documentNumber: p.number,
    content: `${p.lawText ?? ''}罚款${p.fineFen / 100}元`.slice(0, 500),
    decidedOn: dayOf(ctx.kernel, ctx.district, ctx.now),
    organ,
  })
})
const whenIssue = listen(
  issueStage,
  async (i, ctx) => {
    const who = await readParty(ctx, i.partyId)
    if (!who || (i.stage === 'cleared' && !i.isSelf)) return
    await feed(ctx, 'frontage', `issue.${i.stage}`, who, `门前三包整改${i.number}`, i.id)
  },
  ({ topic }) => topic === 'frontage',
)
const whenPermit = listen(permitIssued, async (p, ctx) => {
  await disclose(ctx, `permit:${p.certificateId}`, {
    category: 'permit',
    subjectName: p.holder,
    subjectKind: p.holderKind,
    subjectCode: p.holderCode,
    documentName: p.item,
    documentNumber: p.number,
    content: p.item,
    decidedOn: dayOf(ctx.kernel, ctx.district, ctx.now),
    validFrom: p.validFrom,
    validTo: p.validTo,
    organ,
  })
})
const whenPermitEnded = listen(
  permitEnded,
  async (p, ctx) => {
    const trade = tradeOfPermit[p.kind] ?? 'appearance'
    await feed(
      ctx,
      trade,
      p.how === 'revoked' ? 'permit.revoked' : 'permit.withdrawn',
      { name: p.holder, code: p.holderCode, kind: p.holderKind },
      `${p.item}${p.number}:${p.reason}`.slice(0, 118),
      p.certificateId,
    )
  },
  ({ how, ground }) => (how === 'revoked' && ground !== 'beyondPower') || (how === 'withdrawn' && ground === 'breach'),
)
const whenListed = listen(listChanged, async ({ trade, code, list, isOn }, ctx) => {
  const mine = await one<{ id: string }>(
    ctx.tx,
    'select id from credit.subject where trade = $1 and code = $2 and retired_at is null',
    [trade, code],
  )
  if (mine)
    await editRow(
      ctx,
      subject,
      mine.id,
      { [list === 'red' ? 'isRed' : 'isListed']: isOn },
      { reason: isOn ? '列入名单' : '移出名单' },
    )
})
const whenChanged = listen(creditChanged, ({ trade, code }, ctx) => regrade(ctx, trade as Trade, code))
export const creditListeners: readonly Listener[] = [
  whenPenalty,
  whenIssue,
  whenPermit,
  whenPermitEnded,
  whenListed,
  whenChanged,
] as readonly Listener[]
