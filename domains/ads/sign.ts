/** 店招标牌: self-declared, sorted into permit, filing or nothing, sample-checked; large frames are insured and inspected by the insurer. */
import { problemFound } from '#catalogue/facts.ts'
import {
  area,
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  money,
  number,
  photos,
  procedure,
  round,
  say,
  streetOf,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'
import { classOf, isLarge } from './sign-class.ts'
import { signClasses, structures } from './words.ts'

const size = {
  widthM: number('宽', { unit: 'm', min: 0.1 }),
  heightM: number('高', { unit: 'm', min: 0.1 }),
  bottomM: number('离地', { unit: 'm', min: 0 }),
  structure: choice('结构', structures),
  isOverPassage: flag('下方为人行通道'),
} as const
const form = {
  shop: text('单位(店名)', { maxLength: 80 }),
  address: text('位置', { maxLength: 120 }),
  phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
  ...size,
  photos: photos(1, '店招照片'),
} as const
type Size = {
  readonly widthM: number
  readonly heightM: number
  readonly bottomM: number
  readonly structure: keyof typeof structures
  readonly isOverPassage: boolean
}
const sized = (s: Size, parameter: (name: string) => number) => {
  const areaM2 = round(s.widthM * s.heightM)
  const of = { ...s, areaM2 }
  return { areaM2, class: classOf(of, parameter), isLarge: isLarge(of, parameter) }
}
interface Unsafe {
  readonly id: string
  readonly shop: string
  readonly address: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
/** A safety case in the loop (违规牌匾标识); one while it is open. */
export const unsafeSign = (s: Unsafe, what: string) =>
  say(problemFound, {
    source: 'inspection',
    sourceType: 'ads.sign',
    sourceId: s.id,
    description: `大型店招安全:${s.shop} ${what}`,
    categoryKind: 'matter',
    category: '07006',
    address: s.address,
    lon: s.lon,
    lat: s.lat,
    areaCode: s.areaCode,
    photos: [],
    isUrgent: true,
    mergeKey: `ads.sign:${s.id}`,
  })
const sampled = choice('抽查', { same: '与申报一致', wrong: '与申报不符' })
export const sign = procedure('ads.sign', {
  zh: '店招标牌',
  menu: '店招标牌',
  title: 'shop',
  numbering: { prefix: 'DZ', per: 'year', digits: 6 },
  help: '自行申报 → 自动分为须许可、须备案、免办;抽查核对申报;大型钢架店招须投保,保险公司检测入档。',
  fields: {
    ...form,
    shop: form.shop.searchable(),
    address: form.address.searchable(),
    street: area('街道(镇)').optional(),
    areaM2: number('面积', { unit: '㎡' }).optional(),
    class: choice('类别', signClasses).optional(),
    isLarge: flag('大型,须投保').optional(),
    paperNo: text('许可(备案)号', { maxLength: 60 }).optional(),
    sampled: sampled.optional(),
    sampledOn: date('抽查日期').optional(),
    policyNo: text('保单号', { maxLength: 60 }).optional(),
    insurer: text('保险公司', { maxLength: 60 }).optional(),
    coverFen: money('保额').optional(),
    insuredTo: date('保险止').optional(),
    isInsured: flag('保险有效').optional(),
    inspectedOn: date('最近检测').optional(),
    inspection: choice('检测', { pass: '合格', fail: '不合格' }).optional(),
    inspections: integer('检测次数', { unit: '次' }).optional(),
    isUnsafe: flag('安全问题').optional(),
    changedOn: date('整改日期').optional(),
    reason: text('整改要求', { maxLength: 200 }).optional(),
  },
  statuses: {
    declared: { zh: '待办手续', duty: 'ads.check', taskZh: '店招待许可备案' },
    kept: { zh: '在册' },
    wrong: { zh: '待整改', duty: 'ads.enforce', taskZh: '店招待整改' },
    removed: { zh: '已拆除', kind: 'final' },
  },
}).actions((action) => ({
  declare: action({
    zh: '申报店招',
    from: 'new',
    to: ({ input, parameter }) => (sized(input, parameter).class === 'none' ? 'kept' : 'declared'),
    by: 'ads.report',
    form,
    effects: ({ input, subject, parameter }) => ({
      set: { ...sized(input, parameter), street: streetOf(subject.areaCode), isInsured: false, inspections: 0, isUnsafe: false },
    }),
  }),
  grant: action({
    zh: '许可、备案',
    from: 'declared',
    to: 'kept',
    by: 'ads.check',
    tone: 'primary',
    form: { paperNo: text('许可(备案)号', { maxLength: 60 }) },
    check: ({ subject }) => notYet(Boolean(subject.isLarge) && !subject.isInsured, '大型店招应先投保'),
    effects: ({ input }) => ({ set: input }),
  }),
  insure: action({
    zh: '登记保险',
    from: ['declared', 'kept', 'wrong'],
    to: 'same',
    by: 'ads.check',
    form: {
      policyNo: text('保单号', { maxLength: 60 }),
      insurer: text('保险公司', { maxLength: 60 }),
      coverFen: money('保额', { min: 1 }),
      insuredTo: date('保险止'),
    },
    check: ({ input, now }) => why(input.insuredTo <= dayText(now), '保险已到期'),
    effects: ({ input, subject }) => ({
      set: { ...input, isInsured: true, isUnsafe: subject.inspection === 'fail' },
      timers: [{ name: 'policy', at: endOf(input.insuredTo), action: 'lapse' }],
    }),
  }),
  lapse: action({
    zh: '保险到期',
    from: ['declared', 'kept', 'wrong'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isInsured: false, isUnsafe: Boolean(subject.isLarge) },
      facts: subject.isLarge ? [unsafeSign(subject, `保险${subject.policyNo}到期`)] : [],
    }),
  }),
  inspect: action({
    zh: '保险公司检测',
    from: ['declared', 'kept', 'wrong'],
    to: 'same',
    by: 'ads.check',
    form: {
      inspectedOn: date('日期'),
      inspection: choice('结论', { pass: '合格', fail: '不合格' }),
      photos: photos(1, '检测报告'),
    },
    check: ({ input, subject, now }) =>
      first(notYet(!subject.isInsured, '没有有效保险'), why(input.inspectedOn > dayText(now), '日期不能晚于今天')),
    effects: ({ input, subject }) => ({
      set: { ...input, inspections: (subject.inspections ?? 0) + 1, isUnsafe: input.inspection === 'fail' },
      facts: input.inspection === 'fail' ? [unsafeSign(subject, '检测不合格')] : [],
    }),
  }),
  uninsured: action({
    zh: '大型店招无保险',
    from: ['declared', 'kept', 'wrong'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({ set: { isUnsafe: true }, facts: [unsafeSign(subject, '没有保险')] }),
  }),
  sample: action({
    zh: '抽查',
    from: ['declared', 'kept'],
    to: ({ input, subject, parameter }) => (sized(input, parameter).class === subject.class ? subject.status : 'wrong'),
    by: 'ads.check',
    form: { ...size, photos: photos(1, '抽查照片') },
    effects: ({ input, subject, now, parameter }) => {
      const s = sized(input, parameter)
      const isSame = s.class === subject.class
      return {
        set: {
          ...input,
          ...s,
          sampled: isSame ? 'same' : 'wrong',
          sampledOn: dayText(now),
          reason: isSame ? null : `申报${signClasses[subject.class ?? 'none']},实为${signClasses[s.class]}`,
        },
      }
    },
  }),
  order: action({
    zh: '责令更换、拆除',
    from: ['declared', 'kept'],
    to: 'wrong',
    by: 'ads.enforce',
    form: { reason: text('要求', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  correct: action({
    zh: '已整改',
    from: 'wrong',
    to: 'declared',
    by: 'ads.enforce',
    tone: 'primary',
    form: { changedOn: date('日期'), photos: photos(1, '整改后照片') },
    effects: ({ input }) => ({ set: { ...input, reason: null } }),
  }),
  remove: action({
    zh: '已拆除',
    from: 'wrong',
    to: 'removed',
    by: 'ads.enforce',
    tone: 'danger',
    form: { changedOn: date('日期'), photos: photos(1, '拆后照片') },
    effects: ({ input }) => ({ set: { ...input, isUnsafe: false }, timers: [{ name: 'policy', at: null, action: 'lapse' }] }),
  }),
}))
