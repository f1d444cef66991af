/** 案件动作:2–3 立案、派遣. */

import { caseEnded } from '#catalogue/facts.ts'
import { choice, code, limit, list, ref, refuse, say, text, unit } from '#kernel'
import { kinds, levels, urgencies } from '../contract.ts'
import { findCondition, findDutyUnits } from '../look.ts'
import type { CaseAction } from './definition.ts'
import { defaultLimit, iso, reference } from './shared.ts'

export const filedActions = (action: CaseAction) => ({
  file: action({
    zh: '立案',
    from: 'accepted',
    to: 'filed',
    by: 'cases.file',
    tone: 'primary',
    basis: 'GB/T 30428.8',
    form: {
      categoryKind: choice('部件/事项', kinds),
      category: code('类别', 'category'),
      condition: ref('立案条件', 'cases.condition'),
      urgency: choice('紧急程度', urgencies).optional(),
      address: text('位置描述').optional(),
    },
    look: (ctx) => findCondition(ctx.tx, ctx.input.condition),
    check: ({ input, found }) =>
      found && found.category === input.category && found.kind === input.categoryKind && found.isActive
        ? undefined
        : refuse('cases.condition', { category: input.category }),
    effects: ({ input, subject, found, now }) => ({
      set: {
        categoryKind: input.categoryKind,
        category: input.category,
        condition: input.condition,
        handleLimit: found?.limit ?? null,
        filedAt: iso(now),
        urgency: input.urgency ?? subject.urgency,
        address: input.address ?? subject.address,
      },
      clocks: [
        { clock: 'file', do: 'stop' },
        { clock: 'dispatch', do: 'start' },
      ],
    }),
  }),
  cancel: action({
    zh: '作废',
    from: ['reported', 'accepted', 'filed'],
    to: 'cancelled',
    by: 'cases.file',
    tone: 'danger',
    form: { reason: text('作废理由', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({
      set: { refusedReason: input.reason },
      clocks: ['accept', 'file', 'dispatch'].map((clock) => ({ clock, do: 'cancel' as const })),
      facts: [say(caseEnded, { ...reference(subject), status: 'cancelled', result: `作废:${input.reason}` })],
    }),
  }),
  dispatch: action({
    zh: '派遣',
    from: 'filed',
    to: 'dispatched',
    by: 'cases.dispatch',
    tone: 'primary',
    isBulk: true,
    help: '不选单位时按职责清单派给牵头单位。',
    form: {
      unit: unit('主办单位').optional(),
      assistUnits: list('协办单位').optional(),
      limit: limit('处置时限(改动须有理由)').optional(),
      note: text('派遣意见', { maxLength: 500 }).optional(),
      level: choice('处置层级', levels).optional(),
    },
    look: (ctx) =>
      findDutyUnits(ctx.tx, {
        kind: ctx.subject.categoryKind,
        category: ctx.subject.category,
        areaCode: ctx.subject.areaCode,
        day: ctx.now,
      }),
    check: ({ input, found, subject }) =>
      input.unit || found.lead ? undefined : refuse('cases.category', { category: `${subject.category ?? ''}的责任单位,请手选` }),
    effects: ({ input, subject, found, now }) => ({
      set: {
        unitId: input.unit ?? found.lead,
        assistUnits: input.assistUnits ?? found.assist,
        dispatchedAt: iso(now),
        level: input.level ?? subject.level,
        handler: null,
      },
      clocks: [
        { clock: 'dispatch', do: 'stop' },
        { clock: 'handle', do: 'start', limit: input.limit ?? subject.handleLimit ?? defaultLimit },
      ],
      assign: { unitId: input.unit ?? found.lead ?? undefined },
      notify: [input.unit ?? found.lead, ...(input.assistUnits ?? found.assist)].flatMap((unitId) =>
        unitId ? [{ unitId, zh: `新派遣案件 ${subject.number}:${subject.description.slice(0, 40)}` }] : [],
      ),
    }),
  }),
  returnToFiling: action({
    zh: '回退值班长',
    from: 'filed',
    to: 'accepted',
    by: 'cases.dispatch',
    form: { reason: text('回退理由', { maxLength: 500 }) },
    effects: () => ({
      clocks: [
        { clock: 'dispatch', do: 'cancel' },
        { clock: 'file', do: 'start' },
      ],
    }),
  }),
})
