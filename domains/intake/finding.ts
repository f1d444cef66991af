/**
 * 智能发现: what a camera, a drone or a vehicle saw. It is a clue until a person confirms it (行政处罚法 41). One end for each:
 * told to the merchant and put right by himself, sent to the case loop, back to the model as a wrong sample (再学习), or a
 * repeat of what is already open at the place.
 */

import { z } from 'zod'
import { problemFound } from '#catalogue/facts.ts'
import { choice, code, fact, instant, integer, longText, number, photos, procedure, raw, ref, refuse, say, text } from '#kernel'
import { machineSources } from './contract.ts'
import { findOpenFinding, isMatter } from './look.ts'

/** A machine has passed something again that is still being worked: noted there, not counted twice. */
export const findingRepeated = fact(
  'intake.finding-repeated',
  '同处同类再次识别',
  z.object({ firstId: z.string(), seenAt: z.string() }),
)

/** A camera's own clock may go a little before ours. */
const clockSkewMs = 5 * 60_000
/** How long a merchant has to put it right by himself, in working hours. */
const selfHours = 1
export const findingEnds = { merchant: '商户自处', dispatched: '派遣处置', relearn: '再学习', repeat: '重复发现' } as const
interface Found {
  readonly id: string
  readonly source: keyof typeof machineSources
  readonly class: string
  readonly confidence: number
  readonly device: string
  readonly category: string | null
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
  readonly photos: readonly string[] | null
}
const caseFact = (f: Found) =>
  say(problemFound, {
    source: f.source,
    sourceType: 'intake.finding',
    sourceId: f.id,
    description: `${machineSources[f.source]}发现:${f.class}(置信度${Math.round(f.confidence * 100)}%,${f.device})`,
    categoryKind: f.category ? 'matter' : null,
    category: f.category,
    lon: f.lon,
    lat: f.lat,
    areaCode: f.areaCode,
    photos: [...(f.photos ?? [])],
    isUrgent: false,
    mergeKey: `finding:${f.class}:${(f.lon ?? 0).toFixed(4)}:${(f.lat ?? 0).toFixed(4)}`,
  })
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
    category: code('对应事项', 'category', { maxLength: 5 }).optional(),
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
    caseResult: longText('案件结果').optional(),
    repeatOf: ref('重复于', 'intake.finding').optional(),
    relearnReason: text('误报原因', { maxLength: 200 }).optional(),
  },
  clocks: {
    selfRectify: { zh: '商户自处', limit: { value: selfHours, unit: 'work_hour' }, basis: '市容环卫责任区自处时限(示例)' },
  },
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
    look: async (ctx) => ({
      first: await findOpenFinding(ctx.tx, ctx.subject, ctx.input),
      isMatter: await isMatter(ctx.tx, ctx.input.category),
    }),
    to: ({ found }) => (found.first ? 'repeated' : 'seen'),
    by: 'intake.finding.send',
    help: '同一来源在30米内同类问题尚在确认或商户自处中的,记入先前一件,不重复计数。',
    form: {
      source: choice('来源', machineSources),
      device: text('设备编号', { maxLength: 60 }),
      flight: text('航次、车次', { maxLength: 60 }).optional(),
      class: text('识别类别', { maxLength: 40 }),
      category: code('对应事项', 'category', { maxLength: 5 }).optional(),
      confidence: number('置信度', { min: 0, max: 1 }),
      seenAt: instant('识别时间'),
      photos: photos(0, '抓拍').optional(),
      shop: ref('责任商户', 'grid.shop').optional(),
    },
    check: ({ input, found, now }) => {
      if (!found.isMatter) return refuse('kernel.check', { rule: `对应事项“${input.category}”不在事件类别代码表中` })
      return new Date(input.seenAt).getTime() > now.getTime() + clockSkewMs
        ? refuse('kernel.check', { rule: '识别时间不能晚于现在' })
        : undefined
    },
    effects: ({ input, found: { first } }) => ({
      set: { seenCount: 1, lastSeenAt: input.seenAt, ...(first ? { end: 'repeat' as const, repeatOf: first.id } : {}) },
      facts: first ? [say(findingRepeated, { firstId: first.id, seenAt: input.seenAt })] : [],
    }),
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
    help: '台账有电话的发短信告知;逾期未整改自动转案件。',
    look: async ({ tx, subject }) => {
      const { rows } = await raw<{ name: string; phone: string | null }>(tx, 'select name, phone from grid.shop where id = $1', [
        subject.shop,
      ])
      return rows[0]
    },
    guard: ({ subject }) => (subject.shop ? undefined : refuse('kernel.check', { rule: '没有对应的责任商户,请直接派遣' })),
    effects: ({ subject, found }) => ({
      clocks: [{ clock: 'selfRectify', do: 'start' }],
      messages: found?.phone
        ? [
            {
              channel: 'sms',
              recipient: found.phone,
              body: `【门前三包】${found.name}:${machineSources[subject.source]}发现${subject.class},请在${selfHours}个工作小时内自行整改,逾期转案件处置,编号${subject.number}`,
            },
          ]
        : [],
    }),
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
      facts: [caseFact(subject)],
    }),
  }),
  timeout: action({
    zh: '商户逾期未整改,转案件',
    from: 'told',
    to: 'dispatched',
    by: 'system',
    effects: ({ subject }) => ({
      set: { end: 'dispatched' },
      clocks: [{ clock: 'selfRectify', do: 'stop' }],
      facts: [caseFact(subject)],
    }),
  }),
  caseOpened: action({
    zh: '案件已登记',
    from: 'dispatched',
    to: 'same',
    by: 'system',
    form: { caseNumber: text('案件号') },
    effects: ({ input }) => ({ set: input }),
  }),
  caseJoined: action({
    zh: '现场已有在办案件',
    from: 'dispatched',
    to: 'repeated',
    by: 'system',
    help: '同处同类的案件尚在办理:补充在那件案件上,本件计为重复。',
    form: { caseNumber: text('在办案件号') },
    effects: ({ input }) => ({ set: { end: 'repeat', caseNumber: input.caseNumber } }),
  }),
  caseEnded: action({
    zh: '案件已办结',
    from: 'dispatched',
    to: 'same',
    by: 'system',
    form: { result: longText('案件结果') },
    effects: ({ input }) => ({ set: { caseResult: input.result } }),
  }),
  relearn: action({
    zh: '误报,再学习',
    from: ['seen', 'told'],
    to: 'relearn',
    by: 'intake.finding.confirm',
    tone: 'danger',
    form: { reason: text('误报原因', { maxLength: 200 }) },
    effects: ({ input }) => ({
      set: { end: 'relearn', relearnReason: input.reason },
      clocks: [{ clock: 'selfRectify', do: 'cancel' }],
    }),
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
