/**
 * 停机与复机: one file for each number, as long as it turns up on flyers. 取证 → 上报停机 → 停机 or 强制停机 → 处罚 → 申请复机 → 复机; a number
 * that appears again after it was given back begins another round, with a longer wait and a paid fine before it comes back.
 */
import {
  choice,
  dayText,
  type Fields,
  files,
  flag,
  instant,
  integer,
  longText,
  money,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  rows,
  text,
} from '#kernel'
import { first } from '../../penalty/shared.ts'
import { operators, parsePhone, phoneKinds } from './phone.ts'

const sighting = {
  number: text('取证编号', { maxLength: 40 }),
  address: text('地点', { maxLength: 200 }),
  at: instant('时间'),
  sheets: integer('张数', { unit: '张' }),
} as const
const seen = { flyer: text('小广告', { maxLength: 40 }), ...sighting } as const
/** Columns hold the newest; the whole history is in the flyers and the journal. */
const keptSightings = 200
const stages = {
  seen: { zh: '取证', duty: 'enforcement.handle', taskZh: '小广告号码待上报停机' },
  requested: { zh: '已上报停机', duty: 'enforcement.cooperate', taskZh: '待运营单位停机' },
  declined: { zh: '运营单位未停', duty: 'enforcement.approve', taskZh: '待决定强制停机' },
  suspended: { zh: '通信停机' },
  forced: { zh: '强制停机' },
  resuming: { zh: '申请复机', duty: 'enforcement.approve', taskZh: '待审批复机' },
  resumed: { zh: '已复机' },
  closed: { zh: '号码无效', kind: 'final' },
} as const
const fields = {
  phone: text('号码', { maxLength: 20 }).unique().searchable(),
  kind: choice('种类', phoneKinds),
  operator: choice('运营商(按号段)', operators).help('携号转网后以运营单位答复为准'),
  sightings: rows('出现记录', sighting),
  flyers: integer('小广告处数', { min: 0, unit: '处' }),
  sheets: integer('张数', { min: 0, unit: '张' }),
  firstSeenAt: instant('首次发现'),
  lastSeenAt: instant('最近发现'),
  round: integer('第几次治理', { min: 1 }),
  carrier: ref('运营单位', 'enforcement.carrier').optional(),
  requestedAt: instant('上报停机时间').optional(),
  answerDueAt: instant('答复期限').optional(),
  answeredAt: instant('答复时间').optional(),
  answer: longText('运营单位答复', { maxLength: 1000 }).optional(),
  suspendedAt: instant('停机时间').optional(),
  isForced: flag('强制停机'),
  penalty: ref('处罚案件', 'enforcement.penalty').optional(),
  fineFen: money('罚款').optional(),
  applicant: text('申请人', { maxLength: 60 }).optional().personal('name'),
  cleaned: photos(0, '清理整改照片').optional(),
  pledge: files(0, '承诺书').optional(),
  appliedAt: instant('申请复机时间').optional(),
  resumedAt: instant('复机时间').optional(),
  reason: text('理由', { maxLength: 500 }).optional(),
} as const satisfies Fields

interface FineRow {
  readonly fineFen: number | null
  readonly isPaid: boolean
  readonly isDecided: boolean
}
const findFine = async (tx: Parameters<typeof raw>[0], penalty: string | null | undefined): Promise<FineRow | undefined> => {
  if (!penalty) return undefined
  const { rows: found } = await raw<FineRow>(
    tx,
    `select fine_fen as "fineFen", status = any (array['fulfilled', 'closed', 'archived']) as "isPaid", decided_at is not null and status <> all (array['revoked', 'not_punished']) as "isDecided"
     from enforcement.penalty where id = $1`,
    [penalty],
  )
  return found[0]
}
const dayMs = 86_400_000

export const flyerPhone = procedure('enforcement.flyer-phone', {
  zh: '小广告号码停复机',
  menu: '小广告治理',
  numbering: { prefix: 'TJ', per: 'year', digits: 5 },
  title: 'phone',
  help: '停机期限 = 天数 × 第几次治理;第二次起须有已缴清的处罚才能申请复机。',
  leadingClock: 'answer',
  mirror: { answer: { dueAt: 'answerDueAt', stoppedAt: 'answeredAt' } },
  fields,
  clocks: { answer: { zh: '运营单位答复', basis: '与通信部门的合作协议' } },
  statuses: stages,
}).actions((action) => ({
  open: action({
    zh: '首次发现',
    from: 'new',
    to: 'seen',
    by: 'system',
    form: { phone: text('号码', { maxLength: 20 }), ...seen },
    check: ({ input }) =>
      parsePhone(input.phone) ? undefined : refuse('enforcement.field', { why: `“${input.phone}”不是有效号码` }),
    effects: ({ input }) => {
      const phone = parsePhone(input.phone)
      const { number, address, at, sheets } = input
      return {
        set: {
          kind: phone?.kind ?? 'mobile',
          operator: phone?.operator ?? 'unknown',
          sightings: [{ number, address, at, sheets }],
          flyers: 1,
          sheets,
          firstSeenAt: at,
          lastSeenAt: at,
          round: 1,
          isForced: false,
        },
      }
    },
  }),
  see: action({
    zh: '再次发现',
    from: 'any open',
    to: ({ subject }) => (subject.status === 'resumed' ? 'seen' : subject.status),
    by: 'system',
    form: seen,
    effects: ({ subject, input }) => {
      const { number, address, at, sheets } = input
      const isAgain = subject.status === 'resumed'
      return {
        set: {
          sightings: [{ number, address, at, sheets }, ...subject.sightings].slice(0, keptSightings),
          flyers: subject.flyers + 1,
          sheets: subject.sheets + sheets,
          lastSeenAt: at > subject.lastSeenAt ? at : subject.lastSeenAt,
          ...(isAgain
            ? {
                round: subject.round + 1,
                penalty: null,
                fineFen: null,
                requestedAt: null,
                suspendedAt: null,
                appliedAt: null,
                isForced: false,
              }
            : {}),
        },
      }
    },
  }),
  request: action({
    zh: '上报停机',
    from: ['seen', 'declined'],
    to: 'requested',
    by: 'enforcement.handle',
    tone: 'primary',
    isBulk: true,
    form: { carrier: ref('运营单位', 'enforcement.carrier') },
    look: async ({ tx, input }) => {
      const { rows: found } = await raw<{ hours: number; agreedTo: string | null }>(
        tx,
        'select answer_hours as hours, agreed_to::text as "agreedTo" from enforcement.carrier where id = $1 and retired_at is null',
        [input.carrier],
      )
      return found[0]
    },
    guard: ({ subject, parameter }) => {
      const least = parameter('enforcement.flyer-least')
      return subject.flyers < least
        ? refuse('enforcement.field', { why: `只发现${subject.flyers}处,满${least}处才上报停机` })
        : undefined
    },
    check: ({ found, now }) =>
      found
        ? found.agreedTo && found.agreedTo < dayText(now)
          ? refuse('enforcement.field', { why: `与该单位的合作协议已于${found.agreedTo}到期,请先续签` })
          : undefined
        : refuse('enforcement.field', { why: '运营单位不在台账中' }),
    effects: ({ input, found, now }) => ({
      set: { carrier: input.carrier, requestedAt: now.toISOString() },
      clocks: [{ clock: 'answer', do: 'start', limit: { value: found?.hours ?? 24, unit: 'work_hour' } }],
    }),
  }),
  suspend: action({
    zh: '运营单位已停机',
    from: 'requested',
    to: ({ subject }) => (subject.isForced ? 'forced' : 'suspended'),
    by: 'enforcement.cooperate',
    tone: 'primary',
    isBulk: true,
    form: { answer: longText('运营单位答复', { maxLength: 1000 }) },
    effects: ({ input, now }) => ({
      set: { answer: input.answer, suspendedAt: now.toISOString() },
      clocks: [{ clock: 'answer', do: 'stop' }],
    }),
  }),
  decline: action({
    zh: '运营单位未停',
    from: 'requested',
    to: 'declined',
    by: 'enforcement.cooperate',
    tone: 'danger',
    form: { answer: longText('运营单位答复', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: { answer: input.answer }, clocks: [{ clock: 'answer', do: 'stop' }] }),
  }),
  lapse: action({
    zh: '逾期未答复',
    from: 'requested',
    to: 'declined',
    by: 'system',
    help: '答复期限一到即由执法部门决定是否强制停机',
    effects: () => ({ set: { answer: '答复期限已过,运营单位没有答复' } }),
  }),
  force: action({
    zh: '决定强制停机',
    from: ['declined', 'suspended'],
    to: ({ subject }) => (subject.status === 'suspended' ? 'forced' : 'requested'),
    by: 'enforcement.approve',
    tone: 'danger',
    help: '运营单位未停的再次发函,停机后记为强制停机。',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject, input, now }) => ({
      set: { isForced: true, reason: input.reason, ...(subject.status === 'declined' ? { requestedAt: now.toISOString() } : {}) },
      ...(subject.status === 'declined'
        ? { clocks: [{ clock: 'answer' as const, do: 'start' as const, limit: { value: 8, unit: 'work_hour' as const } }] }
        : {}),
    }),
  }),
  punish: action({
    zh: '关联处罚',
    from: ['requested', 'suspended', 'forced'],
    to: 'same',
    by: 'enforcement.handle',
    form: { penalty: ref('处罚案件', 'enforcement.penalty') },
    look: ({ tx, input }) => findFine(tx, input.penalty),
    check: ({ found }) => (found?.isDecided ? undefined : refuse('enforcement.field', { why: '该案件尚未作出处罚决定' })),
    effects: ({ input, found }) => ({ set: { penalty: input.penalty, fineFen: found?.fineFen ?? null } }),
  }),
  apply: action({
    zh: '登记复机申请',
    from: ['suspended', 'forced'],
    to: 'resuming',
    by: 'enforcement.handle',
    form: {
      applicant: text('申请人', { maxLength: 60 }),
      cleaned: photos(1, '清理整改照片'),
      pledge: files(1, '承诺书'),
    },
    look: ({ tx, subject }) => findFine(tx, subject.penalty),
    check: ({ subject, found, now, parameter }) => {
      const days = parameter('enforcement.flyer-suspend-days') * subject.round
      const until = new Date(Date.parse(subject.suspendedAt ?? now.toISOString()) + days * dayMs)
      const needsFine = subject.round > 1 || subject.isForced
      return first(
        now < until
          ? refuse('enforcement.field', {
              why: `第${subject.round}次治理须停机满${days}天(至${until.toISOString().slice(0, 10)})`,
            })
          : undefined,
        needsFine && !found?.isPaid
          ? refuse('enforcement.field', { why: '强制停机或第二次起须先接受处罚并缴清罚款' })
          : undefined,
      )
    },
    effects: ({ input, now }) => ({
      set: { applicant: input.applicant, cleaned: input.cleaned, pledge: input.pledge, appliedAt: now.toISOString() },
    }),
  }),
  resume: action({
    zh: '批准复机',
    from: 'resuming',
    to: 'resumed',
    by: 'enforcement.approve',
    tone: 'primary',
    effects: ({ now }) => ({ set: { resumedAt: now.toISOString() } }),
  }),
  refuseResume: action({
    zh: '不予复机',
    from: 'resuming',
    to: ({ subject }) => (subject.isForced ? 'forced' : 'suspended'),
    by: 'enforcement.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { reason: input.reason } }),
  }),
  close: action({
    zh: '号码无效(误识、空号)',
    from: 'seen',
    to: 'closed',
    by: 'enforcement.handle',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { reason: input.reason } }),
  }),
}))
