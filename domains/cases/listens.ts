/** What cases do about facts of other domains, and about their own clocks. */

import { caseWorkDone, clockOverdue, problemFound } from '#catalogue/facts.ts'
import { sources } from '#catalogue/sources.ts'
import { type Listener, listen, openIn, performIn, raw, systemActor, type WorkContext } from '#kernel'
import { appealGranted } from './appeal.ts'
import { whenCalledBack } from './callback.ts'
import { caseProcedure } from './case/index.ts'

/** An alarm or passage that repeats while its case is open is noted on that case instead of opening another. */
const mergeIntoOpen = async (ctx: WorkContext, mergeKey: string, note: string): Promise<boolean> => {
  const { rows } = await raw<{ id: string }>(
    ctx.tx,
    `select id from cases."case" where merge_key = $1 and closed_at is null limit 1`,
    [mergeKey],
  )
  const known = rows[0]
  if (!known) return false
  await performIn(ctx, {
    procedure: caseProcedure.id,
    subjectId: known.id,
    action: 'addNote',
    who: null,
    actor: systemActor,
    input: { note: note.slice(0, 1000) },
  })
  return true
}

const whenProblemFound = listen(problemFound, async (found, ctx) => {
  if (found.mergeKey && (await mergeIntoOpen(ctx, found.mergeKey, `再次发现:${found.description}`))) return
  await openIn(ctx.tx, ctx.kernel, {
    procedure: caseProcedure.id,
    district: ctx.district,
    actor: ctx.actor,
    action: 'report',
    lon: found.lon,
    lat: found.lat,
    areaCode: found.areaCode,
    clientKey: found.sourceId ? `${found.sourceType}:${found.sourceId}` : undefined,
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
const whenOverdue = listen(clockOverdue, async (overdue, ctx) => {
  if (overdue.subjectType !== caseProcedure.id || overdue.name !== 'handle') return
  await performIn(ctx, {
    procedure: caseProcedure.id,
    subjectId: overdue.subjectId,
    action: 'urge',
    who: null,
    actor: systemActor,
    input: {},
  })
})

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
export const caseListeners: readonly Listener[] = [
  whenProblemFound,
  whenOverdue,
  whenAppealGranted,
  whenWorkDone,
  whenCalledBack,
] as unknown as readonly Listener[]
