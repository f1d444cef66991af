/** 案件动作:6–7 核查、结案、评价、申诉、重开. */

import { caseEnded } from '#catalogue/facts.ts'
import { here, longText, photos, refuse, say, text } from '#kernel'
import { findDrawn, findSight, isOfUnit } from '../look.ts'
import type { CaseAction } from './definition.ts'
import { defaultLimit, hour, iso, otherPerson, reference, sightFault, stopAll, thosePresent } from './shared.ts'

/** 核查 sees the place anew: a picture of its own, and where it was taken as far as phone or picture say. */
const sight = { photos: photos(1, '核查照片'), lon: here.lon.optional(), lat: here.lat.optional() } as const
export const endedActions = (action: CaseAction) => ({
  redrawCheck: action({
    zh: '改派核查人',
    from: 'checking',
    to: 'checking',
    by: 'cases.dispatch',
    help: '抽到的人请假、不在岗的,在其余的人中重新抽签;时限不重计。',
    form: { reason: text('理由', { maxLength: 200 }) },
    look: ({ tx, subject }) => findDrawn(tx, subject.id),
    effects: ({ past, found }) => ({ assign: { draw: { except: [...thosePresent(past), found] } } }),
  }),
  checkOk: action({
    zh: '核查通过',
    from: 'checking',
    to: 'checked',
    by: 'cases.verify',
    tone: 'primary',
    form: { ...sight, note: text('核查情况').optional() },
    guard: otherPerson,
    look: ({ tx, subject, input }) => findSight(tx, subject, input),
    check: ({ found, parameter }) => sightFault(found, parameter('cases.check-metres')),
    effects: ({ actor, found }) => ({
      set: { verifier: actor.id, checkMetres: found.metres },
      clocks: [
        { clock: 'check', do: 'stop' },
        { clock: 'close', do: 'start' },
      ],
    }),
  }),
  checkFail: action({
    zh: '核查不通过',
    from: 'checking',
    to: 'check_failed',
    by: 'cases.verify',
    tone: 'danger',
    form: { ...sight, reason: text('不通过的理由', { maxLength: 500 }) },
    guard: otherPerson,
    look: ({ tx, subject, input }) => findSight(tx, subject, input),
    check: ({ found, parameter }) => sightFault(found, parameter('cases.check-metres')),
    effects: ({ actor, subject, found }) => ({
      set: { verifier: actor.id, checkMetres: found.metres, reworkCount: subject.reworkCount + 1 },
      clocks: [{ clock: 'check', do: 'stop' }],
    }),
  }),
  redispatch: action({
    zh: '返工派遣',
    from: 'check_failed',
    to: 'dispatched',
    by: 'cases.dispatch',
    tone: 'primary',
    form: { reason: text('返工要求', { maxLength: 500 }) },
    effects: ({ subject, now }) => ({
      set: { handler: null, dispatchedAt: iso(now) },
      clocks: [{ clock: 'handle', do: 'start', limit: subject.handleLimit ?? defaultLimit }],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
  close: action({
    zh: '结案',
    from: 'checked',
    to: 'closed',
    by: 'cases.close',
    tone: 'primary',
    isBulk: true,
    effects: ({ subject, now, parameter }) => ({
      clocks: [{ clock: 'close', do: 'stop' }],
      timers: [
        { name: 'evaluate', at: new Date(now.getTime() + parameter('cases.evaluate-after') * 24 * hour), action: 'evaluate' },
      ],
      facts: [say(caseEnded, { ...reference(subject), status: 'closed', result: subject.result ?? '已处置' })],
    }),
  }),
  forceClose: action({
    zh: '强制结案',
    from: 'any open',
    to: 'force_closed',
    by: 'cases.force-close',
    tone: 'danger',
    form: { reason: text('强制结案理由', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({
      set: { result: input.reason },
      clocks: [...stopAll, ...['accept', 'verify', 'file', 'dispatch'].map((clock) => ({ clock, do: 'cancel' as const }))],
      timers: [{ name: 'resume', at: null, action: 'resume' }],
      facts: [say(caseEnded, { ...reference(subject), status: 'force_closed', result: input.reason })],
    }),
  }),
  evaluate: action({ zh: '评价', from: 'closed', to: 'evaluated', by: 'system', help: '申诉期满,各环节按时与否定格,计入考核。' }),
  appeal: action({
    zh: '超时申诉',
    from: 'closed',
    to: 'same',
    by: 'cases.handle',
    help: '结案后、评价前由承办单位申诉,不改变案件结果;成立的不计入超时,事实保留。',
    form: { reason: longText('申诉理由', { maxLength: 1000 }) },
    look: ({ tx, subject, actor }) => isOfUnit(tx, actor.id, subject.unitId),
    check: ({ found, actor }) => (found || actor.kind !== 'person' ? undefined : refuse('cases.not-own-unit')),
    guard: ({ subject }) =>
      subject.isAppealed
        ? refuse('cases.appeal-once')
        : subject.handledAt && subject.handleDueAt && subject.handledAt > subject.handleDueAt
          ? undefined
          : refuse('cases.not-overdue'),
    effects: ({ input }) => ({
      set: { isAppealed: true },
      spawn: [{ procedure: 'cases.appeal', input: { reason: input.reason } }],
    }),
  }),
  exempt: action({
    zh: '超时豁免',
    from: ['closed', 'evaluated'],
    to: 'same',
    by: 'system',
    help: '申诉两级审核通过。',
    effects: () => ({ clocks: [{ clock: 'handle', do: 'exempt' }] }),
  }),
  reopen: action({
    zh: '恢复办理',
    from: ['closed', 'force_closed', 'evaluated'],
    to: ({ subject }) => (subject.unitId ? 'dispatched' : 'accepted'),
    by: 'cases.close',
    tone: 'danger',
    help: '问题反复:退回原单位重新处置,另计时限,计入反复案件;未曾派遣过的重新立案。',
    form: { reason: text('恢复理由', { maxLength: 500 }) },
    effects: ({ subject, now }) => ({
      set: {
        reopenCount: subject.reopenCount + 1,
        handler: null,
        satisfaction: null,
        ...(subject.unitId ? { dispatchedAt: iso(now) } : {}),
      },
      clocks: subject.unitId
        ? [{ clock: 'handle', do: 'start', limit: subject.handleLimit ?? defaultLimit }]
        : [{ clock: 'file', do: 'start' }],
      timers: [{ name: 'evaluate', at: null, action: 'evaluate' }],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
})
