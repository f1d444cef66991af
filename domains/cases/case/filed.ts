/** 案件动作:2–3 立案、派遣. */

import { caseEnded } from '#catalogue/facts.ts'
import { area, choice, code, first, type LimitValue, limit, list, ref, refuse, say, text, unit } from '#kernel'
import { kinds, levels, urgencies } from '../contract.ts'
import { findCondition, findDispatch } from '../look.ts'
import type { CaseAction } from './definition.ts'
import { defaultLimit, iso, reference, toReporter } from './shared.ts'

/** A limit other than the condition's own. */
const isOther = (given: LimitValue | null | undefined, own: LimitValue | null): boolean =>
  given != null && own !== null && (given.value !== own.value || given.unit !== own.unit)
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
      place: area('所在社区(上报时没有位置或位置不对的)', { isToCell: true }).optional(),
    },
    look: async ({ tx, kernel, subject, input }) => ({
      condition: await findCondition(tx, input.condition),
      isPlace: !input.place || kernel.places.names(subject.district).has(input.place.slice(0, 12)),
    }),
    check: ({ input, found: { condition, isPlace } }) =>
      first(
        condition?.category === input.category && condition.kind === input.categoryKind && condition.isActive
          ? undefined
          : refuse('cases.condition', { category: input.category }),
        isPlace ? undefined : refuse('kernel.check', { rule: '没有这个社区,请从列表中选择' }),
      ),
    effects: ({ input, subject, found, now }) => ({
      set: {
        categoryKind: input.categoryKind,
        category: input.category,
        condition: input.condition,
        handleLimit: found.condition?.limit ?? null,
        filedAt: iso(now),
        urgency: input.urgency ?? subject.urgency,
        address: input.address ?? subject.address,
        areaCode: input.place ?? subject.areaCode,
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
    effects: ({ subject, input, actor }) => ({
      set: { refusedReason: input.reason },
      clocks: ['accept', 'file', 'dispatch'].map((clock) => ({ clock, do: 'cancel' as const })),
      facts: [say(caseEnded, { ...reference(subject), status: 'cancelled', result: `作废:${input.reason}` })],
      notify: toReporter(subject, actor, `您上报的案件 ${subject.number} 已作废:${input.reason}`),
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
      limit: limit('处置时限(与立案条件不同的须写理由)').optional(),
      note: text('派遣意见(改时限的理由)', { maxLength: 500 }).optional(),
      level: choice('处置层级', levels).optional(),
    },
    look: findDispatch,
    check: ({ input, found, subject }) =>
      first(
        found.unit ? undefined : refuse('cases.category', { category: `${subject.category ?? ''}的责任单位,请手选` }),
        isOther(input.limit, subject.handleLimit) && !input.note ? refuse('cases.limit-reason') : undefined,
        found.isUnknown ? refuse('kernel.check', { rule: '协办单位请从列表中选择' }) : undefined,
        found.assist.includes(found.unit ?? '') ? refuse('kernel.check', { rule: '主办单位不能又是协办单位' }) : undefined,
      ),
    effects: ({ input, subject, found, now }) => ({
      set: {
        unitId: found.unit,
        assistUnits: found.assist,
        dispatchedAt: iso(now),
        level: input.level ?? found.level,
        handler: null,
      },
      clocks: [
        { clock: 'dispatch', do: 'stop' },
        { clock: 'handle', do: 'start', limit: input.limit ?? subject.handleLimit ?? defaultLimit },
      ],
      assign: { unitId: found.unit ?? undefined },
      notify: [found.unit, ...found.assist].flatMap((unitId) =>
        unitId
          ? [
              {
                unitId,
                zh: `${unitId === found.unit ? '新派遣' : '请协办'}案件 ${subject.number}:${subject.description.slice(0, 40)}`,
              },
            ]
          : [],
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
