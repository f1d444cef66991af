/** 案件动作:4–5 处置、反馈. */
import { first, longText, person, photos, refuse, text, unit } from '#kernel'
import { findUnitLevel, isSamePicture } from '../look.ts'
import type { CaseAction } from './definition.ts'
import { defaultLimit, hour, iso, nextLevel, thosePresent } from './shared.ts'

export const handledActions = (action: CaseAction) => ({
  receive: action({
    zh: '接收',
    from: 'dispatched',
    to: 'handling',
    by: 'cases.handle',
    tone: 'primary',
    isBulk: true,
    effects: ({ subject }) => ({ assign: { unitId: subject.unitId ?? undefined } }),
  }),
  deptReturn: action({
    zh: '退回(非本单位职责)',
    from: ['dispatched', 'handling'],
    to: 'filed',
    by: 'cases.handle',
    tone: 'danger',
    form: { reason: text('退回理由', { maxLength: 500 }) },
    guard: ({ subject, now, parameter }) => {
      if (subject.handler) return refuse('cases.return-assigned')
      const hours = parameter('cases.return-window')
      const late = subject.dispatchedAt && now.getTime() - Date.parse(subject.dispatchedAt) > hours * hour
      return late ? refuse('cases.return-late', { hours }) : undefined
    },
    effects: ({ subject }) => ({
      set: { unitId: null, returnCount: subject.returnCount + 1, assistUnits: null },
      clocks: [
        { clock: 'handle', do: 'cancel' },
        { clock: 'dispatch', do: 'start' },
      ],
    }),
  }),
  assign: action({
    zh: '指派处置人员',
    from: 'handling',
    to: 'same',
    by: 'cases.handle',
    form: { handler: person('处置人员') },
    effects: ({ input, subject }) => ({
      set: { handler: input.handler },
      assign: { unitId: subject.unitId ?? undefined },
      notify: [{ personId: input.handler, zh: `请处置案件 ${subject.number}` }],
    }),
  }),
  revokeAssign: action({
    zh: '撤销指派',
    from: 'handling',
    to: 'same',
    by: 'cases.handle',
    effects: ({ subject }) => ({ set: { handler: null }, assign: { unitId: subject.unitId ?? undefined } }),
  }),
  submit: action({
    zh: '处置完成',
    from: 'handling',
    to: 'handled',
    by: 'cases.handle',
    tone: 'primary',
    form: { afterPhotos: photos(1, '处置后照片'), result: longText('处置情况', { maxLength: 2000 }) },
    look: ({ tx, subject, input }) => isSamePicture(tx, subject.photos ?? [], input.afterPhotos),
    check: ({ found }) => (found ? refuse('cases.same-photo') : undefined),
    effects: ({ input, actor, subject }) => ({
      set: { afterPhotos: input.afterPhotos, result: input.result, handler: subject.handler ?? actor.id, pending: 'none' },
      clocks: [
        { clock: 'handle', do: 'stop' },
        { clock: 'feedback', do: 'start' },
      ],
    }),
  }),
  escalate: action({
    zh: '上报上一级',
    from: ['dispatched', 'handling'],
    to: 'dispatched',
    by: 'cases.handle',
    help: '商户→街道→区→市:本级解决不了的逐级上报,各级时限与记录分开。',
    form: { unit: unit('上一级承办单位'), reason: text('上报理由', { maxLength: 500 }) },
    guard: ({ subject }) => (subject.level === 'city' ? refuse('cases.level') : undefined),
    look: ({ tx, input }) => findUnitLevel(tx, input.unit),
    check: ({ input, subject, found }) =>
      first(
        input.unit === subject.unitId ? refuse('kernel.check', { rule: '上一级承办单位不能还是本单位' }) : undefined,
        found === 'street' && subject.level !== 'merchant'
          ? refuse('kernel.check', { rule: '所选的是街道单位,不是上一级' })
          : undefined,
      ),
    effects: ({ input, subject, now }) => ({
      set: { level: nextLevel[subject.level], unitId: input.unit, handler: null, dispatchedAt: iso(now) },
      clocks: [
        { clock: 'handle', do: 'stop' },
        { clock: 'handle', do: 'start', limit: subject.handleLimit ?? defaultLimit },
      ],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `下级上报案件 ${subject.number}` }],
    }),
  }),
  feedbackOk: action({
    zh: '反馈通过,派核查',
    from: 'handled',
    to: 'checking',
    by: 'cases.dispatch',
    tone: 'primary',
    help: '抽签派一名与上报、处置无关的监督员到现场核查。',
    effects: ({ past }) => ({
      clocks: [
        { clock: 'feedback', do: 'stop' },
        { clock: 'check', do: 'start' },
      ],
      assign: { draw: { except: thosePresent(past) } },
    }),
  }),
  rework: action({
    zh: '返工(反馈不合格)',
    from: 'handled',
    to: 'dispatched',
    by: 'cases.dispatch',
    tone: 'danger',
    form: { reason: text('返工理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({
      set: { reworkCount: subject.reworkCount + 1, handler: null },
      clocks: [
        { clock: 'feedback', do: 'stop' },
        { clock: 'handle', do: 'start', limit: subject.handleLimit ?? defaultLimit },
      ],
      assign: { unitId: subject.unitId ?? undefined },
    }),
  }),
})
