/** What cases do about facts of other domains, and about their own clocks. */

import type { z } from 'zod'
import { caseEnded, caseJoined, caseWorkDone, clockOverdue, problemFound } from '#catalogue/facts.ts'
import { sources } from '#catalogue/sources.ts'
import {
  bySystem,
  bySystemIfStill,
  type Listener,
  listen,
  openIn,
  performIn,
  publish,
  raw,
  say,
  systemActor,
  type WorkContext,
} from '#kernel'
import { industryProcedure, whenIndustryRaised } from './analysis/industry.ts'
import { appealGranted } from './appeal.ts'
import { whenCalledBack } from './callback.ts'
import { caseProcedure } from './case/index.ts'
import { letterProcedure } from './letter.ts'
import { itemProcedure } from './lists.ts'
import { microRepair } from './micro.ts'
import { microRenewal } from './renewal.ts'

interface Known {
  readonly id: string
  readonly number: string
}
type FactPayload = z.output<typeof problemFound.payload>
/** An alarm or passage that repeats while its case is open is noted on that case instead of opening another. */
const findByMergeKey = async (ctx: WorkContext, mergeKey: string): Promise<Known | undefined> => {
  const { rows } = await raw<Known>(
    ctx.tx,
    `select id, number from cases."case" where merge_key = $1 and closed_at is null limit 1`,
    [mergeKey],
  )
  return rows[0]
}
/** Notes it on the open case, and tells the source which case it now waits for. */
const join = async (ctx: WorkContext, known: Known, found: FactPayload): Promise<void> => {
  await performIn(ctx, {
    procedure: caseProcedure.id,
    subjectId: known.id,
    action: 'addNote',
    who: null,
    actor: systemActor,
    input: { note: `再次发现:${found.description}`.slice(0, 1000) },
  })
  const { source, sourceType, sourceId } = found
  await publish(ctx, [say(caseJoined, { caseId: known.id, number: known.number, source, sourceType, sourceId })])
}
/**
 * One source has one case at a time. What comes back after that case has ended (不满意重办, 抽查未解决) is a new round with a case of
 * its own; without that it would wait for ever for a case that nobody has.
 */
const findRound = async (
  ctx: WorkContext,
  { sourceType, sourceId }: FactPayload,
): Promise<{ readonly clientKey?: string; readonly open?: Known }> => {
  if (!sourceId) return {}
  for (let round = 1; ; round++) {
    const clientKey = `${sourceType}:${sourceId}${round > 1 ? `#${round}` : ''}`
    const { rows } = await raw<Known & { isOpen: boolean }>(
      ctx.tx,
      `select id, number, closed_at is null as "isOpen" from cases."case" where district = $1 and client_key = $2`,
      [ctx.district, clientKey],
    )
    const [earlier] = rows
    if (!earlier) return { clientKey }
    if (earlier.isOpen) return { open: earlier }
  }
}

const whenProblemFound = listen(problemFound, async (found, ctx) => {
  const alike = found.mergeKey ? await findByMergeKey(ctx, found.mergeKey) : undefined
  if (alike) return join(ctx, alike, found)
  const { open, clientKey } = await findRound(ctx, found)
  if (open) return join(ctx, open, found)
  await openIn(ctx.tx, ctx.kernel, {
    procedure: caseProcedure.id,
    district: ctx.district,
    actor: ctx.actor,
    action: 'report',
    lon: found.lon,
    lat: found.lat,
    areaCode: found.areaCode,
    clientKey,
    input: {
      description: found.description.slice(0, 2000),
      source: found.source in sources ? found.source : 'superior',
      outsideNumber: found.outsideNumber ?? null,
      sourceType: found.sourceType ?? null,
      sourceId: found.sourceId ?? null,
      categoryKind: found.categoryKind ?? null,
      category: found.category ?? null,
      address: found.address ?? null,
      reporterName: found.reporterName ?? null,
      reporterPhone: found.reporterPhone ?? null,
      photos: found.photos,
      urgency: found.isUrgent ? 'urgent' : 'normal',
      mergeKey: found.mergeKey ?? null,
    },
  })
})

/** Overdue: the unit is told at once; what no person did, the duty head sees on the list of escalations. */
const whenOverdue = listen(
  clockOverdue,
  async (overdue, ctx) => void (await bySystem(ctx, caseProcedure.id, overdue.subjectId, 'urge')),
  ({ subjectType, name }) => subjectType === caseProcedure.id && name === 'handle',
)
/** The one who was drawn and has not gone; the centre may draw another. */
const whenVerifierLate = listen(
  clockOverdue,
  async (overdue, ctx) => {
    const { rows } = await raw(
      ctx.tx,
      `select 1 from cases."case" where id = $1 and status = any (array['verifying', 'checking'])`,
      [overdue.subjectId],
    )
    if (rows.length > 0) await bySystem(ctx, caseProcedure.id, overdue.subjectId, 'remind')
  },
  ({ subjectType, name }) => subjectType === caseProcedure.id && (name === 'verify' || name === 'check'),
)
const lapsing = new Set([letterProcedure, itemProcedure, industryProcedure, microRepair, microRenewal].map((p) => p.id))
/** What stands beside the loop and passes its day: whoever owes it and whoever asked for it are told, a supervision goes up. */
const whenLapsed = listen(
  clockOverdue,
  ({ subjectType, subjectId }, ctx) => bySystemIfStill(ctx, subjectType, subjectId, 'lapse'),
  ({ subjectType }) => lapsing.has(subjectType),
)

const whenAppealGranted = listen(appealGranted, async ({ caseId }, ctx) => {
  await performIn(ctx, {
    procedure: caseProcedure.id,
    subjectId: caseId,
    action: 'exempt',
    who: null,
    actor: systemActor,
    input: {},
  })
})
/** What the trade has done is the unit's own answer; a case that is elsewhere by now (returned, shelved, ended) only notes it. */
const whenWorkDone = listen(caseWorkDone, async ({ caseId, number, result, photos }, ctx) => {
  const act = (action: string, input: object) =>
    performIn(ctx, { procedure: caseProcedure.id, subjectId: caseId, action, who: null, actor: systemActor, input })
  const { rows } = await raw<{ status: string }>(ctx.tx, 'select status from cases."case" where id = $1', [caseId])
  const status = rows[0]?.status
  if (!status) return
  if (status === 'dispatched') await act('receive', {})
  if (status === 'dispatched' || status === 'handling')
    await act('submit', { afterPhotos: photos, result: `${result}(${number})` })
  else await act('addNote', { note: `${result}(${number})` })
})
/** 并案: whoever waits for a case that was merged into this one hears how it ended. */
const whenMainEnded = listen(caseEnded, async ({ caseId, number, status, result }, ctx) => {
  const { rows } = await raw<Known & { source: string; sourceType: string | null; sourceId: string | null }>(
    ctx.tx,
    `select id, number, source, source_type as "sourceType", source_id as "sourceId" from cases."case"
     where district = $1 and merged_into = $2 and status = 'merged'`,
    [ctx.district, caseId],
  )
  await publish(
    ctx,
    rows.map(({ id, ...merged }) => say(caseEnded, { caseId: id, ...merged, status, result: `并入案件${number}办理:${result}` })),
  )
})
export const caseListeners: readonly Listener[] = [
  whenProblemFound,
  whenOverdue,
  whenLapsed,
  whenVerifierLate,
  whenIndustryRaised,
  whenAppealGranted,
  whenWorkDone,
  whenCalledBack,
  whenMainEnded,
] as unknown as readonly Listener[]
