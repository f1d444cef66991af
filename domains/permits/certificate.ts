/** 证照: numbered without gaps, valid from day to day, with its conditions; it ends by expiry, 撤销 (第69条), 撤回 (第8条), 注销 (第70条) or breach. */
import { permitEnded, permitIssued } from '#catalogue/facts.ts'
import {
  areaShape,
  choice,
  date,
  dayText,
  flag,
  integer,
  list,
  longText,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  say,
  text,
} from '#kernel'
import { endings, type KindKey, kindNames, revokeGrounds } from './contract.ts'
import { addDays, addMonths, endOfDay, noonOf } from './days.ts'
import { certificateChanged, certificateClosed, certificateOpened, renewalDeemed } from './facts.ts'
import { kinds } from './kinds/index.ts'

const issueForm = {
  kind: choice('种类', kindNames),
  itemName: text('事项', { maxLength: 120 }).searchable(),
  application: ref('申请', 'permits.application'),
  holder: text('持证人', { maxLength: 100 }).searchable(),
  holderCode: text('持证人代码', { maxLength: 18 }).personal('idNumber'),
  holderKind: choice('性质', { org: '单位', person: '个人' }),
  phone: text('手机', { maxLength: 20 }).personal('phone').optional(),
  address: text('地点', { maxLength: 200 }).searchable(),
  conditions: longText('许可内容与条件', { maxLength: 1000 }),
  validFrom: date('有效期起'),
  validTo: date('有效期止'),
  validMonths: integer('有效期', { unit: '月', min: 1 }),
  plates: list('车辆').optional(),
  haulerCode: text('运输企业代码', { maxLength: 18 }).optional(),
  windowFrom: text('时段起', { maxLength: 5 }).optional(),
  windowTo: text('时段止', { maxLength: 5 }).optional(),
  berths: integer('泊位', { unit: '个', min: 0 }).optional(),
  drawing: areaShape('范围').optional(),
} as const
const base = procedure('permits.certificate', {
  zh: '证照',
  en: 'certificate',
  menu: '审批办理',
  title: 'itemName',
  help: '电子证照二维码含签名,可离线核验;公众核验 /api/public/certificates/证照号。',
  numbering: {
    prefix: 'ZZ',
    per: 'year',
    digits: 5,
    isGapless: true,
    prefixBy: { field: 'kind', prefixes: Object.fromEntries(Object.values(kinds).map((k) => [k.key, `${k.prefix}Z`])) },
  },
  fields: {
    ...issueForm,
    endedOn: date('终止日期').optional(),
    ground: text('终止事由', { maxLength: 30 }).optional(),
    endReason: text('终止说明', { maxLength: 300 }).optional(),
    breaches: integer('违反条件次数', { min: 0 }),
    findings: integer('监管发现问题', { min: 0 }),
    isDeemedRenewed: flag('视为延续').optional(),
    renewals: integer('延续次数', { min: 0 }),
    changes: integer('变更次数', { min: 0 }),
  },
  statuses: {
    valid: { zh: '有效' },
    revoked: { zh: endings.revoked, kind: 'final' },
    withdrawn: { zh: endings.withdrawn, kind: 'final' },
    cancelled: { zh: endings.cancelled, kind: 'final' },
    expired: { zh: endings.expired, kind: 'final' },
  },
})
interface Held {
  readonly id: string
  readonly number: string
  readonly kind: KindKey
  readonly itemName: string
  readonly holder: string
  readonly holderCode: string
  readonly holderKind: 'org' | 'person'
  readonly application: string
  readonly address: string
}
const noTimers = [
  { name: 'expire', at: null, action: 'expire' },
  { name: 'remind', at: null, action: 'remind' },
]
const timers = (validTo: string, ahead: number) => [
  { name: 'expire', at: endOfDay(validTo), action: 'expire' },
  { name: 'remind', at: noonOf(addDays(validTo, -ahead)), action: 'remind' },
]
/** Told to the rest of permits (trucks, areas) and to whoever keeps credit. */
const ended = (c: Held, how: keyof typeof endings, ground: string, reason: string, now: Date, on = dayText(now)) => ({
  set: { endedOn: on, ground, endReason: reason },
  timers: noTimers,
  spawn: c.kind === 'ad' ? [removalOf(c, on)] : [],
  facts: [
    say(certificateClosed, { certificate: c.id, how, reason }),
    say(permitEnded, {
      certificateId: c.id,
      number: c.number,
      kind: c.kind,
      item: c.itemName,
      holder: c.holder,
      holderCode: c.holderCode,
      holderKind: c.holderKind,
      how,
      ground,
      reason,
      endedOn: dayText(now),
    }),
  ],
})
/** An advertisement that may no longer stand has to come down, however its permit ended. */
const removalOf = (c: Held, on: string) => ({
  procedure: 'permits.supervision',
  input: {
    phase: 'removal',
    content: `许可终止(${c.number}):督促拆除或重新申请`,
    application: c.application,
    applicationNumber: c.number,
    kind: c.kind,
    holder: c.holder,
    holderCode: c.holderCode,
    address: c.address,
    dueOn: addDays(on, 15),
  },
})
const reasonForm = { reason: text('说明', { maxLength: 300 }) } as const

export const certificate = base.actions((action) => ({
  issue: action({
    zh: '生成证照',
    from: 'new',
    to: 'valid',
    by: 'system',
    form: issueForm,
    effects: ({ subject, input, parameter }) => ({
      set: { breaches: 0, findings: 0, renewals: 0, changes: 0 },
      timers: timers(input.validTo, parameter('permits.renew-days') + 30),
      facts: [
        say(certificateOpened, { certificate: subject.id }),
        say(permitIssued, {
          certificateId: subject.id,
          number: subject.number,
          kind: input.kind,
          item: input.itemName,
          holder: input.holder,
          holderCode: input.holderCode,
          holderKind: input.holderKind,
          validFrom: input.validFrom,
          validTo: input.validTo,
          address: input.address,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  change: action({
    zh: '变更',
    from: 'valid',
    to: 'same',
    by: 'permits.decide',
    basis: '行政许可法第49条',
    form: {
      address: text('地点', { maxLength: 200 }).optional(),
      conditions: longText('许可内容与条件', { maxLength: 1000 }),
      berths: integer('泊位', { unit: '个', min: 0 }).optional(),
      reason: text('变更理由', { maxLength: 300 }),
    },
    check: ({ input, subject }) =>
      input.berths != null && subject.berths === null ? refuse('permits.certificate', { why: '该证照没有泊位' }) : undefined,
    effects: ({ input, subject }) => ({
      set: {
        conditions: input.conditions,
        changes: subject.changes + 1,
        ...(input.address ? { address: input.address } : {}),
        ...(input.berths != null ? { berths: input.berths } : {}),
      },
      facts: [say(certificateChanged, { certificate: subject.id })],
    }),
  }),
  revoke: action({
    zh: '撤销',
    from: 'valid',
    to: 'revoked',
    by: 'permits.decide',
    tone: 'danger',
    basis: '行政许可法第69条',
    form: { ground: choice('事由', revokeGrounds), ...reasonForm },
    effects: ({ subject, input, now }) => ended(subject, 'revoked', input.ground, input.reason, now),
  }),
  withdraw: action({
    zh: '撤回',
    from: 'valid',
    to: 'withdrawn',
    by: 'permits.decide',
    tone: 'danger',
    basis: '行政许可法第8条:依据修改或客观情况重大变化,造成损失的依法补偿',
    form: reasonForm,
    effects: ({ subject, input, now }) => ended(subject, 'withdrawn', 'public', input.reason, now),
  }),
  cancel: action({
    zh: '注销',
    from: 'valid',
    to: 'cancelled',
    by: 'permits.decide',
    basis: '行政许可法第70条',
    form: reasonForm,
    effects: ({ subject, input, now }) => ended(subject, 'cancelled', 'cancel', input.reason, now),
  }),
  breach: action({
    zh: '登记违反许可条件',
    from: 'valid',
    to: ({ subject }) => (kinds[subject.kind].endsOnBreach ? 'withdrawn' : 'valid'),
    by: 'permits.inspect',
    tone: 'danger',
    help: '占道促销、白天运输一经查实违反即终止;其他证照记录次数,由监管任务处理。',
    form: { ...reasonForm, photos: photos(1, '现场照片') },
    effects: ({ subject, input, now }) =>
      kinds[subject.kind].endsOnBreach
        ? {
            ...ended(subject, 'withdrawn', 'breach', input.reason, now),
            set: { endedOn: dayText(now), ground: 'breach', endReason: input.reason, breaches: subject.breaches + 1 },
          }
        : { set: { breaches: subject.breaches + 1 } },
  }),
  recheck: action({
    zh: '列入再核查',
    from: 'valid',
    to: 'same',
    by: 'permits.inspect',
    help: '在证照列表按种类筛出燃气经营许可,可成批列入,逐户核查。',
    form: { batch: text('批次', { maxLength: 40 }) },
    guard: ({ subject }) =>
      subject.kind === 'gas' ? undefined : refuse('permits.certificate', { why: '只有燃气经营许可列入再核查' }),
    effects: ({ subject, input }) => ({
      spawn: [{ procedure: 'permits.gas-recheck', input: { batch: input.batch, certificate: subject.id } }],
    }),
  }),
  end: action({
    zh: '随许可撤销、撤回、注销终止',
    from: 'valid',
    to: ({ input }) => input.how,
    by: 'system',
    form: {
      how: choice('方式', { revoked: '撤销', withdrawn: '撤回', cancelled: '注销' }),
      ground: text('事由', { maxLength: 30 }),
      ...reasonForm,
    },
    effects: ({ subject, input, now }) => ended(subject, input.how, input.ground, input.reason, now),
  }),
  noteFinding: action({
    zh: '监管发现问题',
    from: ['valid', 'revoked', 'withdrawn', 'cancelled', 'expired'],
    to: 'same',
    by: 'system',
    form: { count: integer('问题数', { min: 0 }) },
    effects: ({ subject, input }) => ({ set: { findings: subject.findings + input.count } }),
  }),
  renew: action({
    zh: '延续',
    from: 'valid',
    to: 'same',
    by: 'system',
    basis: '行政许可法第50条',
    form: { months: integer('延续', { unit: '月', min: 1 }) },
    effects: ({ subject, input, parameter }) => {
      const validTo = addMonths(subject.validTo, input.months)
      return {
        set: { validTo, renewals: subject.renewals + 1, validMonths: input.months },
        timers: timers(validTo, parameter('permits.renew-days') + 30),
      }
    },
  }),
  remind: action({
    zh: '到期提醒',
    from: 'valid',
    to: 'same',
    by: 'system',
    effects: ({ subject, parameter }) => ({
      messages: subject.phone
        ? [
            {
              channel: 'sms',
              recipient: subject.phone,
              body: `【城市管理局】证照${subject.number}将于${subject.validTo}到期,需要延续的请于${addDays(subject.validTo, -parameter('permits.renew-days'))}前申请`,
            },
          ]
        : [],
    }),
  }),
  expire: action({
    zh: '有效期届满',
    from: 'valid',
    by: 'system',
    basis: '行政许可法第50条、第70条第一项',
    look: async (ctx) =>
      (
        await raw<{ id: string }>(ctx.tx, 'select id from permits.application where renews = $1 and closed_at is null limit 1', [
          ctx.subject.id,
        ])
      ).rows[0]?.id,
    to: ({ found }) => (found ? 'valid' : 'expired'),
    effects: ({ subject, found, now, parameter }) => {
      if (!found) return expiry(subject, now)
      const validTo = addMonths(subject.validTo, subject.validMonths)
      return {
        set: { validTo, isDeemedRenewed: true, renewals: subject.renewals + 1 },
        timers: timers(validTo, parameter('permits.renew-days') + 30),
        facts: [say(renewalDeemed, { application: found })],
      }
    },
  }),
}))
const expiry = (subject: Held & { readonly validTo: string }, now: Date) =>
  ended(subject, 'expired', 'expired', '有效期届满', now, subject.validTo)
