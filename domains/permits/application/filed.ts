/** 申请、受理、补正、不予受理 (行政许可法第29条至第32条), 告知承诺, 延续 (第50条). */
import {
  type AnyAction,
  choice,
  dayOf,
  dayText,
  files,
  flag,
  list,
  longText,
  type Refusal,
  raw,
  ref,
  refuse,
  text,
} from '#kernel'
import { channels, type KindKey, kindNames } from '../contract.ts'
import { type CreditEffect, refuseShortcut } from '../credit.ts'
import { addDays, endOfDay, endOfWorkDays, noonOf } from '../days.ts'
import { kinds } from '../kinds/index.ts'
import { first, type Stated, wrong } from '../kinds/kind.ts'
import { type ApplicationAction, applyForm, applyName } from './definition.ts'
import { itemSet, type Look, readRenewal } from './renewal.ts'
import { type ItemRow, iso, judged, readItem, readKind, refuseGrant, tell } from './shared.ts'

export interface Filing {
  readonly item: ItemRow | undefined
  readonly facts: Stated
  readonly day: string
  readonly intakeEnds: Date
  /** Until when this applicant is barred, and why. */
  readonly ban: { readonly until: string; readonly why: string } | undefined
  readonly isCommitBanned: boolean
}

/** 第78条、第79条 and the local rule on false commitments: how long somebody is kept from applying again. */
const findBan = async ({ tx, input, kernel, subject, now }: Look, kind: string) => {
  const day = dayOf(kernel, subject.district, now)
  const { rows } = await raw<{ ground: string; endedOn: string }>(
    tx,
    `select ground, ended_on::text as "endedOn" from permits.certificate where holder_code = $1 and kind = $2 and ground = any (array['fraud', 'falsePromise']) order by ended_on desc limit 1`,
    [input.applicantCode ?? '', kind],
  )
  const years = (name: string) => kernel.parameters.value(subject.district, name, day)
  const later = (on: string, n: number) => `${Number(on.slice(0, 4)) + n}${on.slice(4)}`
  const [last] = rows
  const fraudUntil = last?.ground === 'fraud' ? later(last.endedOn, years('permits.fraud-ban-years')) : ''
  const commitUntil = last?.ground === 'falsePromise' ? later(last.endedOn, years('permits.commit-ban-years')) : ''
  return {
    ban: fraudUntil > day ? { until: fraudUntil, why: '曾以不正当手段取得该项许可' } : undefined,
    isCommitBanned: commitUntil > day,
  }
}
const readFiling = async (ctx: Look, kind: KindKey): Promise<Filing> => {
  const calendar = ctx.kernel.calendar(ctx.subject.district)
  const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
  const days = ctx.kernel.parameters.value(ctx.subject.district, 'permits.intake-days', day)
  const item = await readItem(ctx.tx, String(ctx.input.item))
  return {
    item,
    facts: await readKind(ctx as never, { ...ctx.input, kind, itemName: item?.name }),
    day,
    intakeEnds: endOfWorkDays(calendar, ctx.now, days),
    ...(await findBan(ctx, kind)),
  }
}
const refuseItem = (found: Filing, kind: KindKey, input: Stated): Refusal | undefined => {
  const { item, day } = found
  const bad = (why: string) => refuse('permits.item', { why })
  if (!item || item.kind !== kind) return bad(`该事项不属于“${kindNames[kind]}”`)
  if (item.validFrom > day || (item.validTo !== null && item.validTo <= day))
    return bad(`“${item.name}”第${item.edition}版在${day}不适用`)
  if (input.channel === 'online' && !item.canApplyOnline) return bad(`“${item.name}”不能网上申请`)
  if (found.ban) return refuse('permits.ban', found.ban)
  return refuseMode(found, item, input)
}
const refuseMode = (found: Filing, item: ItemRow, input: Stated): Refusal | undefined => {
  const bad = (why: string) => refuse('permits.mode', { why })
  if (input.mode === 'commitment') {
    if (!item.canCommit) return bad(`“${item.name}”不适用告知承诺`)
    if (found.isCommitBanned) return bad('有承诺不实记录,期内不适用告知承诺,请按一般方式申请')
    if (!Array.isArray(input.commitment) || input.commitment.length === 0) return bad('请上传签署的告知承诺书')
  }
  if (input.mode === 'deferred' && !item.canDefer) return bad(`“${item.name}”不适用容缺后补`)
  return refuseShortcut((found.facts.credit ?? []) as readonly CreditEffect[], input.mode)
}
const applyAction = (action: ApplicationAction, kind: KindKey): AnyAction =>
  action({
    zh: `申请:${kindNames[kind]}`,
    from: 'new',
    to: 'submitted',
    by: 'permits.apply',
    basis: '行政许可法第29条',
    form: { ...applyForm, ...kinds[kind].fields },
    look: (ctx) => readFiling(ctx as unknown as Look, kind),
    check: ({ found, input, parameter }) =>
      first(
        refuseItem(found, kind, input),
        kinds[kind].apply?.(judged(input, found.facts, found.day, parameter)),
        input.applicantKind === 'org' && !/^[0-9A-Z]{15,18}$/.test(input.applicantCode)
          ? wrong('单位请填写统一社会信用代码')
          : undefined,
      ),
    effects: ({ found, input, subject, parameter }) => ({
      set: found.item ? (itemSet(found.item, kind, input) as never) : {},
      clocks: [{ clock: 'intake', do: 'start', limit: { value: parameter('permits.intake-days'), unit: 'work_day' } }],
      timers: [{ name: 'intake', at: found.intakeEnds, action: 'deemAccepted' }],
      messages: tell({ ...subject, itemName: found.item?.name }, '已收到,五个工作日内告知是否受理'),
    }),
  })
/** Documents that the item requires and the applicant has not handed in. */
interface Papers {
  readonly required: readonly string[] | null
  readonly documents: readonly string[]
  readonly deferrable: readonly string[] | null
  readonly mode: string
}
const lacking = ({ required, documents }: Papers): readonly string[] => (required ?? []).filter((d) => !documents.includes(d))
const refuseLacking = (subject: Papers): Refusal | undefined => {
  const missing = lacking(subject)
  const hard = subject.mode === 'deferred' ? missing.filter((d) => !(subject.deferrable ?? []).includes(d)) : missing
  return hard.length > 0 && subject.mode !== 'commitment' ? refuse('permits.documents', { missing: hard.join('、') }) : undefined
}
const startDecide = (subject: { readonly legalDays: number | null; readonly promisedDays: number | null }, from?: Date) => [
  { clock: 'intake' as const, do: 'stop' as const },
  {
    clock: 'decide' as const,
    do: 'start' as const,
    limit: { value: Number(subject.legalDays), unit: 'work_day' as const },
    ...(from ? { from } : {}),
  },
  {
    clock: 'promise' as const,
    do: 'start' as const,
    limit: { value: Math.max(1, Number(subject.promisedDays)), unit: 'work_day' as const },
    ...(from ? { from } : {}),
  },
]
/** 容缺后补: reminded some days before the date, and gone when it passes. */
const supplyTimers = (supplyOn: string | null, ahead: number) =>
  supplyOn === null
    ? []
    : [
        { name: 'remind', at: noonOf(addDays(supplyOn, -ahead)), action: 'remindSupply' },
        { name: 'lapse', at: endOfDay(supplyOn), action: 'lapse' },
      ]
const noIntake = { name: 'intake', at: null, action: 'deemAccepted' }

export const filedActions = (action: ApplicationAction) => ({
  ...(Object.fromEntries((Object.keys(kinds) as KindKey[]).map((k) => [applyName(k), applyAction(action, k)])) as Readonly<
    Record<string, AnyAction>
  >),
  accept: action({
    zh: '受理',
    from: 'submitted',
    to: 'reviewing',
    by: 'permits.accept',
    tone: 'primary',
    basis: '行政许可法第32条第五项',
    help: '要件齐备即受理;容缺后补的只缺可容缺要件时受理。',
    guard: ({ subject }) =>
      subject.mode === 'commitment'
        ? refuse('permits.mode', { why: '告知承诺的申请请用“告知承诺受理并决定”' })
        : refuseLacking(subject),
    effects: ({ subject, now, parameter }) => {
      const missing = lacking(subject)
      const supplyOn = missing.length > 0 ? addDays(dayText(now), Number(subject.deferDays)) : null
      return {
        set: { acceptedAt: iso(now), missing, supplyOn },
        clocks: [
          ...startDecide(subject),
          ...(supplyOn
            ? [
                {
                  clock: 'follow' as const,
                  do: 'start' as const,
                  dueAt: endOfDay(supplyOn),
                  limit: { value: Number(subject.deferDays), unit: 'natural_day' as const },
                },
              ]
            : []),
        ],
        timers: [noIntake, ...supplyTimers(supplyOn, parameter('permits.remind-days'))],
        messages: tell(subject, missing.length > 0 ? `已容缺受理,须后补:${missing.join('、')}` : '已受理'),
      }
    },
  }),
  acceptPromise: action({
    zh: '告知承诺受理并决定',
    from: 'submitted',
    to: 'approved',
    by: 'permits.accept',
    tone: 'primary',
    basis: '优化营商环境条例第40条:承诺符合条件的当场决定,事后核查',
    guard: ({ subject }) =>
      subject.mode === 'commitment' ? undefined : refuse('permits.mode', { why: '申请人没有选择告知承诺' }),
    look: async (ctx) => ({
      facts: await readKind(ctx),
      day: dayOf(ctx.kernel, ctx.subject.district, ctx.now),
    }),
    check: ({ subject, found, parameter }) => refuseGrant(subject, found, parameter),
    effects: ({ subject, now, actor, parameter }) => ({
      set: {
        acceptedAt: iso(now),
        decidedAt: iso(now),
        decider: actor.id,
        isGranted: true,
        isLate: false,
        actualDays: 0,
        missing: lacking(subject),
      },
      clocks: [
        { clock: 'intake', do: 'stop' },
        { clock: 'deliver', do: 'start', limit: { value: parameter('permits.deliver-days'), unit: 'work_day' } },
      ],
      timers: [noIntake],
      messages: tell(subject, '经告知承诺,已当场准予'),
    }),
  }),
  correct: action({
    zh: '一次性告知补正',
    from: 'submitted',
    to: 'correcting',
    by: 'permits.accept',
    basis: '行政许可法第32条第四项',
    form: { corrections: list('需要补正的全部内容') },
    guard: ({ subject }) => (subject.correctionOn ? refuse('permits.once', { day: subject.correctionOn }) : undefined),
    check: ({ input, subject }) => {
      const unnamed =
        subject.mode === 'commitment' ? [] : lacking(subject).filter((d) => !input.corrections.some((c) => c.includes(d)))
      return first(
        input.corrections.length === 0 ? wrong('请列明需要补正的内容') : undefined,
        subject.mode !== 'deferred' && unnamed.length > 0 ? wrong(`应一次告知全部:还缺${unnamed.join('、')}`) : undefined,
      )
    },
    effects: ({ input, subject, now, parameter }) => {
      const days = parameter('permits.supply-days')
      const today = dayText(now)
      return {
        set: { corrections: input.corrections, correctionOn: today },
        clocks: [
          { clock: 'intake', do: 'stop' },
          { clock: 'correct', do: 'start', limit: { value: days, unit: 'natural_day' } },
        ],
        timers: [noIntake, { name: 'correct', at: endOfDay(addDays(today, days)), action: 'endUncorrected' }],
        messages: tell(subject, `需补正:${input.corrections.join('、')}`),
      }
    },
  }),
  supplement: action({
    zh: '补正材料',
    from: 'correcting',
    to: 'submitted',
    by: 'permits.apply',
    tone: 'primary',
    form: {
      documents: list('补交要件'),
      papers: files(0, '补交文件').optional(),
      note: text('说明', { maxLength: 500 }).optional(),
    },
    look: async (ctx) => {
      const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
      const days = ctx.kernel.parameters.value(ctx.subject.district, 'permits.intake-days', day)
      return { ends: endOfWorkDays(ctx.kernel.calendar(ctx.subject.district), ctx.now, days) }
    },
    effects: ({ input, subject, found, parameter }) => ({
      set: {
        documents: [...new Set([...subject.documents, ...input.documents])],
        papers: [...(subject.papers ?? []), ...(input.papers ?? [])],
      },
      clocks: [
        { clock: 'correct', do: 'stop' },
        { clock: 'intake', do: 'start', limit: { value: parameter('permits.intake-days'), unit: 'work_day' } },
      ],
      timers: [
        { name: 'correct', at: null, action: 'endUncorrected' },
        { name: 'intake', at: found.ends, action: 'deemAccepted' },
      ],
    }),
  }),
  notAccept: action({
    zh: '不予受理',
    from: ['submitted', 'correcting'],
    to: 'notAccepted',
    by: 'permits.accept',
    tone: 'danger',
    basis: '行政许可法第32条:出具加盖专用印章和注明日期的书面凭证',
    form: {
      ground: choice('理由', {
        notRequired: '依法不需要取得许可',
        notOurs: '不属于本机关职权',
        notCorrected: '不符合法定形式且不补正',
      }),
      reason: longText('说明', { maxLength: 1000 }),
    },
    effects: ({ input, subject, now }) => ({
      set: { reason: input.reason, doneAt: iso(now) },
      clocks: [
        { clock: 'intake', do: 'stop' },
        { clock: 'correct', do: 'stop' },
      ],
      timers: [noIntake, { name: 'correct', at: null, action: 'endUncorrected' }],
      messages: tell(subject, `不予受理:${input.reason}。不服可在六十日内申请行政复议或六个月内起诉`),
    }),
  }),
  abandon: action({
    zh: '申请人撤回',
    from: ['submitted', 'correcting', 'reviewing', 'revising', 'special', 'deciding'],
    to: 'abandoned',
    by: 'permits.apply',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input, now }) => ({
      set: { reason: input.reason, doneAt: iso(now) },
      clocks: (['intake', 'correct', 'decide', 'promise'] as const).map((clock) => ({ clock, do: 'stop' as const })),
      timers: [noIntake, { name: 'correct', at: null, action: 'endUncorrected' }],
    }),
  }),
  deemAccepted: action({
    zh: '逾期未告知,视为受理',
    from: 'submitted',
    to: 'reviewing',
    by: 'system',
    basis: '行政许可法第32条第四项:自收到申请材料之日起即为受理',
    effects: ({ subject }) => ({
      set: { acceptedAt: iso(subject.createdAt), isDeemed: true, missing: lacking(subject) },
      clocks: startDecide(subject, subject.createdAt),
      messages: tell(subject, '逾期未告知补正,自收到之日起视为受理'),
    }),
  }),
  endUncorrected: action({
    zh: '逾期未补正,终止',
    from: 'correcting',
    to: 'abandoned',
    by: 'system',
    effects: ({ subject, now }) => ({
      set: { reason: '逾期未补正', doneAt: iso(now) },
      clocks: [{ clock: 'correct', do: 'stop' }],
      messages: tell(subject, '逾期未补正,已终止办理,可重新申请'),
    }),
  }),
  renew: action({
    zh: '申请延续',
    from: 'new',
    to: 'submitted',
    by: 'permits.apply',
    basis: '行政许可法第50条:有效期届满三十日前提出;届满前未作决定的视为准予延续',
    form: {
      certificate: ref('要延续的证照', 'permits.certificate'),
      channel: choice('渠道', channels),
      documents: list('已交要件'),
      isUnchanged: flag('许可条件没有变化'),
    },
    look: async (ctx) => readRenewal(ctx as unknown as Look),
    check: ({ found, input }) => found.refusal ?? (input.isUnchanged ? undefined : wrong('条件有变化的请申请变更或重新申请')),
    effects: ({ found, input, parameter }) => ({
      set: {
        ...found.copy,
        channel: input.channel,
        documents: input.documents,
        renews: input.certificate,
        certificate: null,
      } as never,
      clocks: [{ clock: 'intake', do: 'start', limit: { value: parameter('permits.intake-days'), unit: 'work_day' } }],
      timers: [{ name: 'intake', at: found.ends, action: 'deemAccepted' }],
    }),
  }),
})
