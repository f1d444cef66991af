/** 非现场执法 (行政处罚法第41条): what fixed devices saw, reviewed by a person before it may begin a case. */
import { choice, code, dayOf, dayText, files, instant, lastDayOf, longText, procedure, raw, ref, refuse, text } from '#kernel'
import { topics } from '../contract.ts'
import { first } from '../penalty/shared.ts'

interface DeviceRow {
  readonly legalReviewOn: string | null
  readonly technicalReviewOn: string | null
  readonly calibrationValidTo: string | null
  readonly hasSign: boolean
  readonly publishedOn: string | null
  readonly isEnabled: boolean
  readonly stored: number
}
/** Each of the conditions of the article, in its order; the first that is not met is told. */
export const deviceFault = (device: DeviceRow, on: string): string | undefined => {
  const isBefore = (day: string | null): boolean => day !== null && day <= on
  if (!device.isEnabled) return '设备已停用'
  if (!isBefore(device.legalReviewOn)) return '采集时设备未经法制审核'
  if (!isBefore(device.technicalReviewOn)) return '采集时设备未经技术审核'
  if (device.calibrationValidTo === null || device.calibrationValidTo < on) return '采集时不在检定有效期内'
  if (!device.hasSign) return '设置不合理或标志不明显'
  if (!isBefore(device.publishedOn)) return '采集时设置地点尚未向社会公布'
  return undefined
}
const captureForm = {
  device: code('设备', 'enforcement.device.code', { maxLength: 40 }).searchable(),
  topic: choice('领域', topics),
  lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }),
  seenAt: instant('采集时间'),
  address: text('地点', { maxLength: 200 }),
  target: text('车号、对象', { maxLength: 60 }).searchable().personal('plate'),
  file: files(1, '原始记录'),
  sha256: text('原始记录哈希', {
    maxLength: 64,
    pattern: { source: '^[0-9a-f]{64}$', zh: '哈希应为64位小写十六进制(SHA-256)' },
  }).unique(),
} as const
export const capture = procedure('enforcement.capture', {
  zh: '非现场采集',
  menu: '执法办案',
  numbering: { prefix: 'FX', per: 'year', digits: 6 },
  title: 'address',
  leadingClock: 'object',
  fields: {
    ...captureForm,
    party: ref('当事人', 'enforcement.party').optional(),
    objection: longText('异议、陈述申辩', { maxLength: 2000 }).optional(),
    objectionReview: longText('复核', { maxLength: 2000 }).optional(),
    rejectReason: text('不予采用理由', { maxLength: 300 }).optional(),
  },
  clocks: {
    object: {
      zh: '查询与陈述申辩',
      limit: { value: 5, unit: 'work_day' },
      basis: '行政处罚法第41条第三款、第45条',
      byDay: 'carried',
    },
  },
  statuses: {
    captured: { zh: '待人工审核', duty: 'enforcement.verify', taskZh: '待审核非现场记录' },
    confirmed: { zh: '已审核待告知', duty: 'enforcement.handle', taskZh: '待告知当事人' },
    told: { zh: '已告知', duty: 'enforcement.handle', taskZh: '待转立案' },
    objected: { zh: '有异议待复核', duty: 'enforcement.verify', taskZh: '待复核异议' },
    filed: { zh: '已转案源', kind: 'final' },
    rejected: { zh: '不予采用', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '接收记录',
    from: 'new',
    to: 'captured',
    by: 'enforcement.capture',
    basis: '行政处罚法第41条第一款、第二款',
    form: captureForm,
    look: async (ctx) => {
      const { rows } = await raw<DeviceRow>(
        ctx.tx,
        `select legal_review_on as "legalReviewOn", technical_review_on as "technicalReviewOn", calibration_valid_to as "calibrationValidTo", has_sign as "hasSign",
           published_on as "publishedOn", is_enabled as "isEnabled",
           (select count(*)::int from kernel.file f where f.id = any($2::uuid[]) and (f.sha256 = $3 or f.served_sha256 = $3)) as stored
         from enforcement.device where code = $1 and retired_at is null`,
        [ctx.input.device, ctx.input.file, ctx.input.sha256],
      )
      return { device: rows[0], on: dayOf(ctx.kernel, ctx.subject.district, new Date(ctx.input.seenAt)) }
    },
    check: ({ found, input, now }) => {
      const { device, on } = found
      const fault = device ? deviceFault(device, on) : '没有登记的设备'
      return first(
        fault ? refuse('enforcement.device', { why: fault }) : undefined,
        device && device.stored === 0 ? refuse('enforcement.file') : undefined,
        new Date(input.seenAt) > now ? refuse('enforcement.field', { why: '采集时间不能晚于现在' }) : undefined,
      )
    },
  }),
  confirm: action({
    zh: '审核:真实、清晰、完整、准确',
    from: 'captured',
    to: 'confirmed',
    by: 'enforcement.verify',
    tone: 'primary',
    basis: '行政处罚法第41条第二款:未经审核的不得作为证据',
    form: { party: ref('当事人', 'enforcement.party') },
    effects: ({ input }) => ({ set: { party: input.party } }),
  }),
  reject: action({
    zh: '不予采用',
    from: ['captured', 'objected'],
    to: 'rejected',
    by: 'enforcement.verify',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { rejectReason: input.reason }, clocks: [{ clock: 'object', do: 'cancel' }] }),
  }),
  tell: action({
    zh: '告知违法事实并提供查询',
    from: 'confirmed',
    to: 'told',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第41条第三款',
    form: { phone: text('接收号码', { maxLength: 20 }).personal('phone'), words: text('告知内容', { maxLength: 300 }) },
    effects: ({ input }) => ({
      clocks: [{ clock: 'object', do: 'start' }],
      messages: [{ channel: 'sms', recipient: input.phone, body: input.words }],
    }),
  }),
  object: action({
    zh: '登记异议',
    from: 'told',
    to: 'objected',
    by: 'enforcement.handle',
    basis: '行政处罚法第41条第三款:不得限制或者变相限制当事人的陈述权、申辩权',
    form: { objection: longText('异议、陈述申辩', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { objection: input.objection }, clocks: [{ clock: 'object', do: 'stop' }] }),
  }),
  uphold: action({
    zh: '复核:异议不成立',
    from: 'objected',
    to: 'told',
    by: 'enforcement.verify',
    tone: 'primary',
    form: { review: longText('复核意见', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { objectionReview: input.review } }),
  }),
  file: action({
    zh: '转案源(非接触)',
    from: 'told',
    to: 'filed',
    by: 'enforcement.handle',
    tone: 'primary',
    guard: ({ clocks, now, past, actor, subject }) => {
      const clock = clocks.findLast((c) => c.name === 'object')
      return first(
        clock && !clock.stoppedAt && now < clock.dueAt
          ? refuse('enforcement.follow-up', {
              why: `当事人查询、陈述申辩期限至${lastDayOf(clock.dueAt)}`,
            })
          : undefined,
        subject.objection && !subject.objectionReview ? refuse('enforcement.defence-review') : undefined,
        past.some((p) => p.action === 'confirm' && p.actorId === actor.id)
          ? refuse('enforcement.same-person', { role: '办案人', other: '记录审核人' })
          : undefined,
      )
    },
    effects: ({ subject }) => ({
      clocks: [{ clock: 'object', do: 'stop' }],
      spawn: [
        {
          procedure: 'enforcement.penalty',
          input: {
            source: 'capture',
            topic: subject.topic,
            party: subject.party,
            lawCode: subject.lawCode,
            happenedOn: dayText(new Date(subject.seenAt)),
            address: subject.address,
            description: `非现场采集${subject.number},设备${subject.device}`,
            contact: 'noncontact',
            sourceType: 'enforcement.capture',
            sourceId: subject.id,
          },
        },
      ],
    }),
  }),
}))
