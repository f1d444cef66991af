/** What enforcement does about its own facts, and about clocks that ran out. */
import { clockOverdue } from '#catalogue/facts.ts'
import {
  addRecord,
  bySystem,
  bySystemIfStill,
  createRow,
  editRow,
  findRow,
  type Listener,
  listen,
  openIn,
  raw,
  systemActor,
  type WorkContext,
} from '#kernel'
import { requestPublication } from '#kernel/files/publish.ts'
import { decisionServed, deed, deedDone } from './deed.ts'
import { documentProcedure, paperIssued } from './document.ts'
import { measureProcedure } from './measure.ts'
import { penaltyProcedure } from './penalty/index.ts'
import { picturesWanted, publicationProcedure } from './publication.ts'
import { orderEnded } from './refused.ts'
import { power } from './registers/index.ts'
import { remedyClosed, remedyOpened } from './remedy.ts'
import { supervisionProcedure, weakFound } from './supervision.ts'
import { checkTask } from './teams/checks.ts'
import { assistance, policeTask } from './teams/cooperation.ts'
import { jointFinding } from './teams/patrol.ts'
import { guidance, handedOver } from './teams/reform.ts'
import { squadCall } from './teams/support.ts'
import { fireProcedure } from './topics/fire.ts'
import { foodWasteCheck, sortingCheck } from './topics/inspection.ts'
import { compoundCase, frontageIssue, greeningDamage, obstacle } from './topics/items.ts'
import { railCheck } from './topics/rail.ts'
import { revenueCheck } from './topics/revenue.ts'
import { whenPenaltyWanted } from './wanted.ts'

const whenDeedDone = listen(deedDone, async (done, ctx) => {
  await addRecord(
    { ...ctx, actor: done.by ? { kind: 'person', id: done.by, name: done.byName } : systemActor },
    deed,
    {
      workClass: done.workClass,
      kind: done.kind,
      topic: done.topic,
      unit: done.unitId ?? null,
      campaign: done.campaign ?? null,
      sourceType: done.sourceType,
      sourceId: done.sourceId,
      amountFen: done.amountFen ?? null,
    },
    { areaCode: done.areaCode },
  )
})
const whenPaperIssued = listen(paperIssued, async ({ penalty, number }, ctx) => {
  await bySystem(ctx, penaltyProcedure.id, penalty, 'noteNumber', { number })
})
const whenServed = listen(decisionServed, async ({ penalty, serviceKind, servedOn }, ctx) => {
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    `select id from enforcement.document where penalty = $1 and status = 'issued' and template in ('27', '29')`,
    [penalty],
  )
  for (const { id } of rows) await bySystem(ctx, documentProcedure.id, id, 'noteServed', { serviceKind, servedOn })
})
const whenRemedyOpened = listen(remedyOpened, async ({ penalty }, ctx) => {
  await bySystem(ctx, penaltyProcedure.id, penalty, 'remedyOpened')
})
/** A decision that falls or changes must be withdrawn from the public within three working days (第48条). */
const whenRemedyClosed = listen(remedyClosed, async ({ penalty, isRevoked, fineFen, days }, ctx) => {
  await bySystem(ctx, penaltyProcedure.id, penalty, 'remedyClosed', { isRevoked, fineFen: fineFen ?? null, days })
  if (!isRevoked && fineFen == null) return
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    `select id from enforcement.publication where penalty = $1 and status in ('drafted', 'published')`,
    [penalty],
  )
  for (const { id } of rows) await bySystem(ctx, publicationProcedure.id, id, 'mustWithdraw')
})

/** Which clock that ran out is a weak step, and what it is called in the letter. */
const weakSteps: Readonly<Record<string, string>> = {
  'enforcement.penalty decide': '办案超期',
  'enforcement.penalty serve': '送达超期',
  'enforcement.penalty clue': '立案超期',
  'enforcement.penalty handIn': '当场收缴未上缴',
  'enforcement.hold treat': '登记保存未处理',
  'enforcement.seizure seize': '查封扣押超期',
  'enforcement.publication publish': '公示超期',
  'enforcement.publication withdraw': '撤回超期',
}
/** A case of the overdue subject, its unit, and a sentence for the letter. */
const findCase = async (ctx: WorkContext, type: string, id: string) => {
  const column = type === 'enforcement.penalty' ? 'id' : 'penalty'
  const table = { 'enforcement.hold': 'hold', 'enforcement.seizure': 'seizure', 'enforcement.publication': 'publication' }[type]
  const { rows } = await raw<{ id: string; number: string; unitId: string | null; topic: string }>(
    ctx.tx,
    column === 'id'
      ? 'select id, number, unit_id as "unitId", topic from enforcement.penalty where id = $1'
      : `select p.id, p.number, p.unit_id as "unitId", p.topic from enforcement.${table} h join enforcement.penalty p on p.id = h.penalty where h.id = $1`,
    [id],
  )
  return rows[0]
}
const whenOverdue = listen(clockOverdue, async (overdue, ctx) => {
  const weak = weakSteps[`${overdue.subjectType} ${overdue.name}`]
  if (!weak) return
  const found = await findCase(ctx, overdue.subjectType, overdue.subjectId)
  if (!found) return
  await openIn(ctx.tx, ctx.kernel, {
    procedure: supervisionProcedure.id,
    district: ctx.district,
    actor: systemActor,
    clientKey: `overdue:${overdue.subjectId}:${overdue.name}:${overdue.dueAt}`,
    input: {
      weakness: weakOf(weak),
      penalty: found.id,
      unit: found.unitId,
      finding: `${found.number}${weak}(${overdue.dueAt.slice(0, 10)})`,
    },
  })
})
const lapsing = new Set(
  [
    measureProcedure,
    fireProcedure,
    frontageIssue,
    obstacle,
    greeningDamage,
    compoundCase,
    jointFinding,
    guidance,
    assistance,
    policeTask,
    squadCall,
    supervisionProcedure,
    revenueCheck,
    checkTask,
  ].map((p) => p.id as string),
)
/** What is not a step of a case but passed its day as well: whoever owes it and whoever began it are told. */
const whenLapsed = listen(
  clockOverdue,
  ({ subjectType, subjectId }, ctx) => bySystemIfStill(ctx, subjectType, subjectId, 'lapse'),
  ({ subjectType }) => lapsing.has(subjectType),
)
const checks = new Set([foodWasteCheck, sortingCheck, railCheck].map((p) => p.id as string))
/** A check that ended in an order is over when the order is. */
const whenOrderEnded = listen(
  orderEnded,
  async ({ parentType, parentId, number, isHeeded, outcome }, ctx) => {
    const recheck = `${number}${isHeeded ? '已改正' : '拒不改正,已转案源'}:${outcome}`.slice(0, 1000)
    await bySystem(ctx, parentType, parentId, 'orderEnded', { recheck })
  },
  ({ parentType }) => checks.has(parentType),
)
const whenWeakFound = listen(weakFound, async (weak, ctx) => {
  await openIn(ctx.tx, ctx.kernel, {
    procedure: supervisionProcedure.id,
    district: ctx.district,
    actor: systemActor,
    input: { weakness: weak.weakness, penalty: weak.penalty, unit: weak.unitId ?? null, finding: weak.finding },
  })
})
/** Both sides have confirmed: the listed powers are the taker's from that day on, and the open cases go with them. */
const whenHandedOver = listen(handedOver, async ({ powers, cases, to, effectiveOn }, ctx) => {
  for (const id of powers) {
    const row = await findRow<Record<string, unknown>>(ctx.tx, power, id)
    if (!row) continue
    await editRow(ctx, power, id, { validTo: effectiveOn }, { reason: '赋权事项交接' })
    const values = Object.fromEntries(Object.keys(power.spec.fields).map((k) => [k, row[k] ?? null]))
    await createRow(ctx, power, { ...values, unit: to, validFrom: effectiveOn, validTo: null })
  }
  for (const id of cases) await bySystem(ctx, penaltyProcedure.id, id, 'handOver', { unit: to })
})
const weakOf = (zh: string): string =>
  zh === '办案超期' ? 'overdue' : zh.startsWith('公示') || zh.startsWith('撤回') ? 'publicity' : 'step'

const whenPicturesWanted = listen(picturesWanted, ({ ids }, ctx) => requestPublication(ctx, ids))

export const enforcementListeners: readonly Listener[] = [
  whenDeedDone,
  whenPaperIssued,
  whenServed,
  whenRemedyOpened,
  whenRemedyClosed,
  whenOverdue,
  whenLapsed,
  whenOrderEnded,
  whenWeakFound,
  whenHandedOver,
  whenPicturesWanted,
  whenPenaltyWanted,
] as readonly Listener[]
