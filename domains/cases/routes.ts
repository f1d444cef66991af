/** Routes of cases beyond what its definition gives: reporting with the duplicate hint, the citizen's side, the duty matrix. */
import {
  type BoundRoute,
  bind,
  changeChannel,
  createOpener,
  dayOf,
  type Kernel,
  lastDayOf,
  one,
  perform,
  type RequestContext,
  raw,
  readChanges,
  reject,
  startOf,
  type WorkContext,
} from '#kernel'
import { createBuckets } from '#kernel/files/bucket.ts'
import { publicOf } from '#kernel/files/publish.ts'
import { rememberOpenCases } from './board.ts'
import { caseProcedure } from './case/index.ts'
import { collectorScores } from './collectors.ts'
import {
  categoriesRoute,
  citizenReopenRoute,
  collectorsRoute,
  dutyCheckRoute,
  dutyFindRoute,
  dutyTransferRoute,
  efficiencyIssueRoute,
  efficiencyRoute,
  groupsRoute,
  progressRoute,
  rateRoute,
  reportRoute,
  similarRoute,
  snapRoute,
  suggestRoute,
} from './contract.ts'
import { checkDuties, type DutyGap, resolveDuty } from './duty.ts'
import { bulletinText, gridEfficiency } from './efficiency.ts'
import { groupFigures } from './groups.ts'
import { suggest } from './learn/suggest.ts'
import { letterProcedure } from './letter.ts'
import { loadDuties } from './look.ts'
import { type CaseBoard, createCaseBoard, findSimilar } from './similar.ts'
import { transferDuty } from './transfer.ts'

interface ReportInput {
  readonly description: string
  readonly lon?: number
  readonly lat?: number
  readonly areaCode?: string
  readonly address?: string
  readonly categoryKind?: 'component' | 'matter'
  readonly category?: string
  readonly photos: readonly string[]
  readonly isUrgent: boolean
  readonly component?: string
  readonly clientKey?: string
  readonly reporterName?: string
  readonly reporterPhone?: string
}

export const caseRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  const board = createCaseBoard({ metres: 60, hours: 72 })
  // By the platform's clock, so that a replayed day is limited as it was lived. Many phones share an operator's address: a script is
  // slowed, a neighbourhood after a storm is not.
  const publicBuckets = createBuckets({ capacity: 60, perMinute: 60, now: () => kernel.now().getTime() })
  const ready = rememberOpenCases(kernel, board)
  kernel.db
    .listen(changeChannel, (payload) => forgetEnded(board, payload))
    .catch((error: unknown) => kernel.log.error({ err: error }, 'case board does not listen'))

  const report = async (ctx: RequestContext, source: string, input: ReportInput, outsideNumber?: string) => {
    await ready
    const { lon, lat, areaCode, isUrgent, clientKey, ...rest } = input
    const similar =
      lon !== undefined && lat !== undefined
        ? board.near({ lon, lat, category: input.category ?? null, at: ctx.now.getTime() })
        : []
    const opened = await open({
      procedure: caseProcedure.id,
      district: ctx.district,
      actor: ctx.actor,
      action: 'report',
      input: { ...rest, source, urgency: isUrgent ? 'urgent' : 'normal', ...(outsideNumber ? { outsideNumber } : {}) },
      lon,
      lat,
      areaCode,
      clientKey,
    })
    if (lon !== undefined && lat !== undefined && !opened.isKnown)
      board.add({ id: opened.id, number: opened.number, category: input.category ?? null, lon, lat, at: ctx.now.getTime() })
    ctx.reply.code(opened.isKnown ? 200 : 201)
    return { ...opened, similar: [...similar] }
  }

  return [
    bind(reportRoute, async ({ source, outsideNumber, ...input }, ctx) => report(ctx, source, input, outsideNumber)),
    bind(snapRoute, async (input, ctx) => {
      const seconds = publicBuckets.take(ctx.ip)
      if (seconds > 0) reject('kernel.too-many', { seconds })
      const { number, receipt, isKnown, areaCode, similar } = await report(ctx, 'snap', input)
      return { number, receipt, isKnown, areaCode, nearby: isKnown ? 0 : similar.length }
    }),
    bind(similarRoute, async (input, ctx) =>
      ctx.work(async ({ tx, now }) => {
        const found = await findSimilar(tx, { ...input, at: now, metres: 300, hours: 24 * 30 })
        return { cases: found.map((c) => ({ ...c, reasons: [...c.reasons] })) }
      }),
    ),
    bind(suggestRoute, async ({ text }, ctx) =>
      ctx.work(async ({ tx, kernel }) => {
        const least =
          Number(kernel.parameters.value(ctx.district, 'cases.learn-sure', dayOf(kernel, ctx.district, ctx.now))) / 100
        const found = await suggest(kernel, tx, text, least)
        return { suggestions: found.map((s) => ({ ...s, choices: [...s.choices], because: [...s.because] })) }
      }),
    ),
    ...publicRoutes,
    ...supervisionRoutes,
    ...dutyRoutes,
    ...issueRoutes(kernel),
  ]
}

const forgetEnded = (board: CaseBoard, payload: string): void => {
  const finals = new Set(Object.entries(caseProcedure.spec.statuses).flatMap(([s, spec]) => (spec.kind === 'final' ? [s] : [])))
  for (const [, type, id, , status] of readChanges(payload))
    if (type === caseProcedure.id && status && finals.has(status)) board.remove(id)
}

/** The subject a receipt belongs to: whoever holds the receipt is its reporter. */
const byReceipt = async (ctx: RequestContext, receipt: string): Promise<string> =>
  ctx.work(async ({ tx }) => {
    const { rows } = await raw<{ id: string }>(
      tx,
      `select subject_id as id from kernel.journal where hash = $1 and seq = 1 and subject_type = 'cases.case'`,
      [receipt],
    )
    return rows[0]?.id ?? reject('cases.not-reporter')
  })
const publicActor = { kind: 'public', id: null, name: '上报人' } as const

/** The pictures of an ended case, covered; those nobody has asked for yet are asked for. */
const shownPhotos = async (work: WorkContext, before: readonly string[], after: readonly string[]) => {
  const shown = await publicOf(work, [...before, ...after])
  const of = (ids: readonly string[], when: 'before' | 'after') => ids.filter((id) => shown.has(id)).map((id) => ({ id, when }))
  return [...of(before, 'before'), ...of(after, 'after')]
}
const publicRoutes: readonly BoundRoute[] = [
  bind(progressRoute, async ({ receipt }, ctx) => {
    const id = await byReceipt(ctx, receipt)
    return ctx.work(async (work) => {
      const { tx } = work
      const { rows } = await raw<{
        number: string
        status: string
        dueAt: Date | null
        result: string | null
        refusedReason: string | null
        satisfaction: string | null
        photos: readonly string[]
        afterPhotos: readonly string[]
      }>(
        tx,
        'select number, status, due_at as "dueAt", result, refused_reason as "refusedReason", satisfaction, coalesce(to_jsonb(photos), \'[]\') as photos, coalesce(to_jsonb(after_photos), \'[]\') as "afterPhotos" from cases."case" where id = $1',
        [id],
      )
      const row = rows[0] ?? reject('kernel.not-found', { what: '案件' })
      const steps = await raw<{ at: Date; action: string }>(
        tx,
        'select at, action from kernel.journal where subject_id = $1 order by seq',
        [id],
      )
      const status = caseProcedure.spec.statuses[row.status as keyof typeof caseProcedure.spec.statuses]
      return {
        number: row.number,
        statusZh: status?.zh ?? row.status,
        isFinal: status?.kind === 'final',
        dueAt: row.dueAt,
        reply: status?.kind === 'final' ? (row.refusedReason ?? row.result) : null,
        satisfaction: row.satisfaction,
        steps: steps.rows.map((s) => ({ at: s.at, zh: caseProcedure.actions[s.action]?.zh ?? s.action })),
        photos: status?.kind === 'final' ? await shownPhotos(work, row.photos, row.afterPhotos) : [],
      }
    })
  }),
  bind(rateRoute, async ({ receipt, ...input }, ctx) => {
    await perform(ctx.kernel, ctx.district, {
      procedure: caseProcedure.id,
      subjectId: await byReceipt(ctx, receipt),
      action: 'rate',
      input,
      who: null,
      actor: publicActor,
    })
    return {}
  }),
  bind(citizenReopenRoute, async ({ receipt, reason }, ctx) => {
    await perform(ctx.kernel, ctx.district, {
      procedure: caseProcedure.id,
      subjectId: await byReceipt(ctx, receipt),
      action: 'citizenReopen',
      input: { reason },
      who: null,
      actor: publicActor,
    })
    return {}
  }),
]

const unitNames = async (ctx: RequestContext): Promise<ReadonlyMap<string, string>> =>
  ctx.work(
    async ({ tx }) =>
      new Map(
        (await raw<{ id: string; name: string }>(tx, 'select id, name from kernel.unit', [])).rows.map((u) => [u.id, u.name]),
      ),
  )
const categoryList = `select case when list = 'component' then 'component' else 'matter' end as kind, code, zh, coalesce(attributes->>'major', '') as major, is_local as "isLocal"
  from kernel.code where list in ('component', 'matter') and valid_from <= $2::date and (valid_to is null or valid_to > $1::date) order by list, code`

const shownGap = (gap: DutyGap) => ({ ...gap, entries: gap.entries && [...gap.entries] })
const dutyRoutes: readonly BoundRoute[] = [
  bind(categoriesRoute, async (_input, ctx) => {
    const { rows } = await raw<{ kind: string; code: string; zh: string; major: string; isLocal: boolean }>(
      ctx.kernel.db.app,
      categoryList,
      [dayOf(ctx.kernel, ctx.district, ctx.now), '9999-12-31'],
    )
    return { categories: [...rows] }
  }),
  bind(dutyFindRoute, async ({ kind, category, area }, ctx) => {
    const names = await unitNames(ctx)
    const day = dayOf(ctx.kernel, ctx.district, ctx.now)
    const found = resolveDuty(await ctx.work(({ tx }) => loadDuties(tx)), { kind, category, areaCode: area, day })
    const named = (d: { unitId: string }) => ({ unitId: d.unitId, unit: names.get(d.unitId) ?? d.unitId })
    const why = found.lead
      ? `按“${found.lead.categoryPrefix || '全部类别'} × ${found.lead.areaPrefix}”一条确定`
      : '职责清单中没有适用的条目'
    return { lead: found.lead ? named(found.lead) : null, assist: found.assist.map(named), reason: why }
  }),
  bind(dutyTransferRoute, (input, ctx) => ctx.work((work) => transferDuty(work, input))),
  bind(dutyCheckRoute, async ({ from, to }, ctx) => {
    const { rows: categories } = await raw<{ kind: string; code: string }>(ctx.kernel.db.app, categoryList, [from, to])
    const areas = [...ctx.kernel.places.names(ctx.district).keys()].filter((c) => c.length === 12)
    const entries = await ctx.work(({ tx }) => loadDuties(tx))
    const report = checkDuties(entries, categories, areas, from, to)
    return {
      categories: categories.length,
      places: areas.length,
      checked: report.checked,
      holes: report.holes.slice(0, 500).map(shownGap),
      conflicts: report.conflicts.slice(0, 500).map(shownGap),
    }
  }),
]

const efficiencyOf = (ctx: RequestContext, from: string, to: string) => {
  if (to <= from) reject('kernel.check', { rule: '止日应晚于起日' })
  const weight = (name: string): number => ctx.kernel.parameters.value(ctx.district, `cases.efficiency-${name}`, to)
  const weights = { found: weight('found'), inTime: weight('in-time'), repeat: weight('repeat'), missed: weight('missed') }
  return ctx.work(({ tx }) => gridEfficiency(tx, startOf(from), startOf(to), weights))
}
/** The bulletin of what lies in a unit's area, as a letter it has to answer. */
const issueRoutes = (kernel: Kernel): readonly BoundRoute[] => {
  const open = createOpener(kernel)
  return [
    bind(efficiencyIssueRoute, async ({ from, to, unit, days }, ctx) => {
      const found = await ctx.work(({ tx }) =>
        one<{ name: string; area: string | null }>(tx, 'select name, area_code as area from kernel.unit where id = $1', [unit]),
      )
      if (!found) return reject('kernel.not-found', { what: '受文单位' })
      const own = (await efficiencyOf(ctx, from, to)).filter((g) => g.areaCode.startsWith(found.area ?? ctx.district))
      if (own.length === 0) return reject('kernel.check', { rule: `${found.name}的辖区本期没有可通报的网格` })
      const opened = await open({
        procedure: letterProcedure.id,
        district: ctx.district,
        actor: ctx.actor,
        action: 'issue',
        input: {
          kind: 'bulletin',
          title: `网格效能通报(${from}至${lastDayOf(startOf(to))})`,
          content: bulletinText(own, ctx.kernel.places.names(ctx.district), `${from}至${lastDayOf(startOf(to))}`),
          unit,
          replyLimit: { value: days, unit: 'work_day' },
        },
      })
      ctx.reply.code(201)
      return { id: opened.id, number: opened.number, grids: own.length }
    }),
  ]
}
const supervisionRoutes: readonly BoundRoute[] = [
  bind(groupsRoute, async ({ from, to }, ctx) => {
    const rows = await ctx.work(({ tx }) => groupFigures(tx, startOf(from), startOf(to)))
    const groups = [...new Set(rows.map((r) => r.name))].map((name) => {
      const own = rows.filter((r) => r.name === name)
      return { name, cases: own.reduce((n, r) => n + r.cases, 0), closed: own.reduce((n, r) => n + r.closed, 0) }
    })
    return { groups, rows: rows.map((r) => ({ ...r, latest: [...r.latest] })) }
  }),
  bind(efficiencyRoute, async ({ from, to }, ctx) => {
    const rows = await efficiencyOf(ctx, from, to)
    const names = ctx.kernel.places.names(ctx.district)
    return {
      rows: rows.map((r) => ({ ...r, name: names.get(r.areaCode) ?? r.areaCode })),
      bulletin: bulletinText(rows, names, `${from}至${to}`),
    }
  }),
  bind(collectorsRoute, async ({ from, to }, ctx) => ({
    rows: [...(await ctx.work(({ tx }) => collectorScores(tx, startOf(from), startOf(to))))],
  })),
]
