/**
 * 智能发现: what a camera, a drone or a vehicle saw. It is a clue until a person confirms it (行政处罚法 41). One end for each:
 * told to the merchant and put right by himself, sent to the case loop, back to the model as a wrong sample (再学习), or a
 * repeat of what is already open at the place.
 */

import { problemFound } from '#catalogue/facts.ts'
import { choice, instant, integer, number, photos, procedure, ref, refuse, say, text } from '#kernel'
import { machineSources } from './contract.ts'

export const findingEnds = { merchant: '商户自处', dispatched: '派遣处置', relearn: '再学习', repeat: '重复发现' } as const
export const findingProcedure = procedure('intake.finding', {
  zh: '智能发现',
  menu: '诉求',
  numbering: { prefix: 'Z', per: 'day', digits: 6 },
  title: 'class',
  leadingClock: 'selfRectify',
  mirror: { selfRectify: { dueAt: 'selfDueAt' } },
  fields: {
    source: choice('来源', machineSources),
    device: text('设备编号', { maxLength: 60 }).searchable(),
    flight: text('航次、车次', { maxLength: 60 }).optional(),
    class: text('识别类别', { maxLength: 40 }).searchable(),
    category: text('对应事项代码', { maxLength: 5 }).optional(),
    confidence: number('置信度', { min: 0, max: 1 }),
    seenAt: instant('识别时间'),
    lastSeenAt: instant('最近一次').optional(),
    seenCount: integer('识别次数', { min: 1 }),
    photos: photos(0, '抓拍').optional(),
    shop: ref('责任商户', 'grid.shop').optional(),
    end: choice('去向', findingEnds).optional(),
    selfDueAt: instant('自处期限').optional(),
    afterPhotos: photos(0, '整改照片').optional(),
    caseNumber: text('案件号').optional(),
    relearnReason: text('误报原因', { maxLength: 200 }).optional(),
  },
  clocks: { selfRectify: { zh: '商户自处', limit: { value: 1, unit: 'work_hour' }, basis: '市容环卫责任区自处时限(示例)' } },
  statuses: {
    seen: { zh: '待确认', duty: 'intake.finding.confirm', taskZh: '待确认智能发现' },
    told: { zh: '已通知商户', duty: 'intake.finding.confirm', taskZh: '商户自处中' },
    dispatched: { zh: '已派遣', kind: 'final' },
    rectified: { zh: '商户已整改', kind: 'final' },
    relearn: { zh: '再学习', kind: 'final' },
    repeated: { zh: '重复', kind: 'final' },
  },
}).actions((action) => ({
  see: action({
    zh: '识别',
    from: 'new',
    to: 'seen',
    by: 'intake.finding.send',
    form: {
      source: choice('来源', machineSources),
      device: text('设备编号', { maxLength: 60 }),
      flight: text('航次、车次', { maxLength: 60 }).optional(),
      class: text('识别类别', { maxLength: 40 }),
      category: text('对应事项代码', { maxLength: 5 }).optional(),
      confidence: number('置信度', { min: 0, max: 1 }),
      seenAt: instant('识别时间'),
      photos: photos(0, '抓拍').optional(),
      shop: ref('责任商户', 'grid.shop').optional(),
    },
    effects: ({ input }) => ({ set: { seenCount: 1, lastSeenAt: input.seenAt } }),
  }),
  seeAgain: action({
    zh: '再次识别',
    from: ['seen', 'told'],
    to: 'same',
    by: 'intake.finding.send',
    help: '同一处同一类仍在办理时不另立。',
    form: { seenAt: instant('识别时间') },
    effects: ({ subject, input }) => ({ set: { seenCount: subject.seenCount + 1, lastSeenAt: input.seenAt } }),
  }),
  tellMerchant: action({
    zh: '通知商户自处',
    from: 'seen',
    to: 'told',
    by: 'intake.finding.confirm',
    tone: 'primary',
    guard: ({ subject }) => (subject.shop ? undefined : refuse('kernel.check', { rule: '没有对应的责任商户,请直接派遣' })),
    effects: () => ({ clocks: [{ clock: 'selfRectify', do: 'start' }] }),
  }),
  rectified: action({
    zh: '商户已整改',
    from: 'told',
    to: 'rectified',
    by: 'intake.finding.confirm',
    tone: 'primary',
    form: { afterPhotos: photos(1, '整改照片') },
    effects: ({ input }) => ({
      set: { afterPhotos: input.afterPhotos, end: 'merchant' },
      clocks: [{ clock: 'selfRectify', do: 'stop' }],
    }),
  }),
  dispatch: action({
    zh: '确认属实,派遣处置',
    from: ['seen', 'told'],
    to: 'dispatched',
    by: 'intake.finding.confirm',
    tone: 'primary',
    effects: ({ subject }) => ({
      set: { end: 'dispatched' },
      clocks: [{ clock: 'selfRectify', do: 'stop' }],
      facts: [
        say(problemFound, {
          source: subject.source,
          sourceType: 'intake.finding',
          sourceId: subject.id,
          description: `${machineSources[subject.source]}发现:${subject.class}(置信度${Math.round(subject.confidence * 100)}%,${subject.device})`,
          categoryKind: subject.category ? 'matter' : null,
          category: subject.category,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          photos: [...(subject.photos ?? [])],
          isUrgent: false,
          mergeKey: `finding:${subject.class}:${(subject.lon ?? 0).toFixed(4)}:${(subject.lat ?? 0).toFixed(4)}`,
        }),
      ],
    }),
  }),
  relearn: action({
    zh: '误报,再学习',
    from: 'seen',
    to: 'relearn',
    by: 'intake.finding.confirm',
    tone: 'danger',
    form: { reason: text('误报原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: { end: 'relearn', relearnReason: input.reason } }),
  }),
  repeat: action({
    zh: '与在办案件重复',
    from: 'seen',
    to: 'repeated',
    by: 'intake.finding.confirm',
    form: { caseNumber: text('在办案件号') },
    effects: ({ input }) => ({ set: { end: 'repeat', caseNumber: input.caseNumber } }),
  }),
}))
