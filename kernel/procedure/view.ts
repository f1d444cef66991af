/** All a page needs about one subject: its state, clocks with their why, actions with their why not, people and the timeline. */

import { clockState, deadline, explainZh, limitLabelZh, nextMidnight } from '../calendar/index.ts'
import type { WorkContext } from '../context.ts'
import { refusalZh, reject } from '../errors.ts'
import { loadJournal } from '../journal/load.ts'
import { maskEntry, maskRow } from '../permission/mask.ts'
import type { Who } from '../permission/permit.ts'
import type { ClockRow } from '../write/changes.ts'
import { actorOf, availableActions } from './available.ts'
import { toClock } from './clocks.ts'
import { loadSubject, situationOf } from './perform.ts'
import type { AnyProcedure } from './registry.ts'

const clockPage = (ctx: WorkContext, definition: AnyProcedure, row: ClockRow) => {
  const calendar = ctx.kernel.calendar(row.district)
  const clock = toClock(row)
  const state = row.cancelledAt ? undefined : clockState(calendar, clock, ctx.now)
  const limit = { value: row.limitValue, unit: clock.unit }
  return {
    name: row.name,
    zh: definition.spec.clocks?.[row.name]?.zh ?? row.name,
    round: row.round,
    limitZh: limitLabelZh(limit),
    startedAt: row.startedAt,
    dueAt: row.dueAt,
    pausedAt: row.pausedAt,
    stoppedAt: row.stoppedAt,
    cancelledAt: row.cancelledAt,
    extensions: row.extensions,
    isExempt: row.isExempt,
    state: row.cancelledAt ? 'cancelled' : (state?.state ?? 'running'),
    light: state?.light ?? 'green',
    usedMs: state?.usedMs ?? 0,
    remainingMs: state?.remainingMs ?? 0,
    overdueMs: state?.overdueMs ?? 0,
    basis: definition.spec.clocks?.[row.name]?.basis ?? null,
    why: whyZh(calendar, row, limit, definition.spec.clocks?.[row.name]?.byDay),
  }
}
const whyZh = (
  calendar: Parameters<typeof deadline>[0],
  row: ClockRow,
  limit: Parameters<typeof deadline>[2],
  byDay: 'plain' | 'carried' | undefined,
): readonly string[] => {
  const counted = deadline(calendar, byDay ? nextMidnight(calendar, row.startedAt) : row.startedAt, limit)
  const isCarried = byDay === 'carried' && row.extensions === 0 && row.restartedAt <= counted.dueAt && row.dueAt > counted.dueAt
  return [
    ...(byDay ? ['期间开始之日不计入,自次日起算'] : []),
    ...explainZh(counted.steps),
    ...(isCarried ? ['最后一日为休息日,顺延至其后第一个工作日24:00'] : []),
    ...(row.extensions > 0 ? [`已批准延期${row.extensions}次`] : []),
    ...(row.usedMs > 0 || (!byDay && row.restartedAt > row.startedAt) ? ['曾挂账暂停,恢复后接着计时,剩余时限不变'] : []),
    ...(row.pausedAt ? ['现为暂停,不计时'] : []),
    ...(row.isExempt ? ['超时申诉成立,不计入超时统计(事实保留)'] : []),
  ]
}

const actionZh = (definition: AnyProcedure, action: string): string => definition.actions[action]?.zh ?? action

export const subjectPage = async (ctx: WorkContext, procedure: string, id: string, who: Who | null) => {
  const loaded = await loadSubject(ctx.tx, ctx.kernel, procedure, id, false)
  if (!loaded) return reject('kernel.not-found', { what: ctx.kernel.procedures.current(procedure).spec.zh })
  const { definition, subject, clocks, tasks } = loaded
  const journal = await loadJournal(ctx.tx, id)
  const situation = situationOf(ctx.kernel, loaded, who, actorOf(who), ctx.now)
  const { fields, statuses } = definition.spec
  const places = ctx.kernel.places.names(ctx.district)
  const code = subject.areaCode ?? ''
  return {
    subject: maskRow(fields, subject),
    statusZh: statuses[subject.status]?.zh ?? subject.status,
    stage: statuses[subject.status]?.stage ?? null,
    isFinal: statuses[subject.status]?.kind === 'final',
    placeZh: [code.slice(0, 6), code.slice(0, 9), code.slice(0, 12)].flatMap((c, i, all) =>
      i > 0 && all[i - 1] === c ? [] : (places.get(c) ?? []),
    ),
    clocks: clocks.map((c) => clockPage(ctx, definition, c)),
    tasks,
    actions: availableActions(definition, situation).map((a) => ({ ...a, refusalZh: a.refusal ? refusalZh(a.refusal) : null })),
    timeline: journal
      .map((e) => maskEntry(definition, e))
      .map((e) => ({
        seq: e.seq,
        at: e.at,
        actor: e.actor,
        action: e.action,
        actionZh: actionZh(definition, e.action),
        statusZh: typeof e.changes.status === 'string' ? (statuses[e.changes.status]?.zh ?? null) : null,
        changes: e.changes,
        detail: e.detail,
        basis: definition.actions[e.action]?.basis ?? null,
        hash: e.hash,
      })),
  }
}
