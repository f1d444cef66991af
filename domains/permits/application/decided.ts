/** 决定、缴费、颁证、告知承诺核查、容缺后补 (行政许可法第37条至第44条; 第69条). */
import { treesTaken } from '#catalogue/facts.ts'
import { choice, date, dayOf, dayText, files, integer, list, longText, photos, refuse, say, text } from '#kernel'
import { deliveries } from '../contract.ts'
import { lastDayOf, workDaysBetween } from '../days.ts'
import { applicationFailed, renewalGranted } from '../facts.ts'
import { first, type Stated, texts, wrong } from '../kinds/kind.ts'
import type { ApplicationAction } from './definition.ts'
import { certificateSpawn, checkSpawn, iso, readKind, refuseGrant, tell } from './shared.ts'

const stopDecide = (['decide', 'promise'] as const).map((clock) => ({ clock, do: 'stop' as const }))
interface Deciding {
  readonly facts: Stated
  readonly day: string
  /** Working days used, without what does not count. */
  readonly used: number
  /** Last day of the legal period, when it has passed. */
  readonly lateSince: string | undefined
}
type LookArgument = Parameters<typeof readKind>[0] & {
  readonly subject: {
    readonly acceptedAt: string | null
    readonly pausedDays: number | null
    readonly decideDueAt: string | null
  }
}
const readDecision = async (ctx: LookArgument): Promise<Deciding> => {
  const calendar = ctx.kernel.calendar(ctx.subject.district)
  const due = ctx.subject.decideDueAt ? new Date(ctx.subject.decideDueAt) : undefined
  const accepted = new Date(ctx.subject.acceptedAt ?? ctx.now)
  return {
    facts: await readKind(ctx),
    day: dayOf(ctx.kernel, ctx.subject.district, ctx.now),
    used: Math.max(0, workDaysBetween(calendar, accepted, ctx.now) - (ctx.subject.pausedDays ?? 0)),
    lateSince: due && due < ctx.now ? lastDayOf(calendar, due) : undefined,
  }
}
const lateForm = { lateReason: text('超过法定期限的理由', { maxLength: 500 }).optional() } as const
const decidedSet = (found: Deciding, input: { readonly lateReason?: string | null }, actorId: string | null, now: Date) => ({
  decider: actorId,
  decidedAt: iso(now),
  isLate: found.lateSince !== undefined,
  lateReason: input.lateReason ?? null,
  actualDays: found.used,
})
const refuseLate = (found: Deciding, reason: string | null | undefined) =>
  found.lateSince && !reason ? refuse('permits.late', { day: found.lateSince }) : undefined
const notOwn = ({
  subject,
  actor,
}: {
  readonly subject: { readonly reviewer: string | null }
  readonly actor: { readonly id: string | null }
}) => (actor.id !== null && actor.id === subject.reviewer ? refuse('permits.own-review') : undefined)

export const decidedActions = (action: ApplicationAction) => ({
  grant: action({
    zh: '准予许可(备案)',
    from: 'deciding',
    to: 'approved',
    by: 'permits.decide',
    tone: 'primary',
    basis: '行政许可法第38条第一款',
    form: lateForm,
    guard: notOwn,
    look: (ctx) => readDecision(ctx),
    check: ({ subject, found, input, parameter }) =>
      first(refuseLate(found, input.lateReason), refuseGrant(subject, found, parameter)),
    effects: ({ found, input, actor, now, subject, parameter }) => ({
      set: { ...decidedSet(found, input, actor.id, now), isGranted: true },
      clocks: [
        ...stopDecide,
        { clock: 'deliver', do: 'start', limit: { value: parameter('permits.deliver-days'), unit: 'work_day' } },
      ],
      messages: tell(subject, '已准予,十个工作日内颁证'),
    }),
  }),
  refuse: action({
    zh: '不予许可',
    from: 'deciding',
    to: 'refused',
    by: 'permits.decide',
    tone: 'danger',
    basis: '行政许可法第38条第二款:说明理由并告知复议、诉讼权利',
    form: { ...lateForm, reason: longText('理由', { maxLength: 2000 }) },
    guard: notOwn,
    look: (ctx) => readDecision(ctx),
    check: ({ found, input }) => refuseLate(found, input.lateReason),
    effects: ({ found, input, actor, now, subject }) => ({
      set: { ...decidedSet(found, input, actor.id, now), isGranted: false, reason: input.reason, doneAt: iso(now) },
      clocks: [...stopDecide, { clock: 'follow', do: 'stop' }],
      timers: [
        { name: 'remind', at: null, action: 'remindSupply' },
        { name: 'lapse', at: null, action: 'lapse' },
      ],
      messages: tell(subject, `不予许可:${input.reason.slice(0, 200)}。不服可在六十日内申请行政复议或六个月内起诉`),
    }),
  }),
  pay: action({
    zh: '缴费',
    from: 'approved',
    to: 'same',
    by: 'permits.accept',
    form: { paidOn: date('缴费日期'), voucher: text('票据号', { maxLength: 60 }) },
    check: ({ subject, input, now }) =>
      first(
        (subject.feeFen ?? 0) > 0 ? undefined : wrong('该事项不收费'),
        input.paidOn > dayText(now) ? wrong('缴费日期不能晚于今天') : undefined,
      ),
    effects: ({ input }) => ({ set: { paidOn: input.paidOn, voucher: input.voucher } }),
  }),
  deliver: action({
    zh: '颁证送达',
    from: 'approved',
    by: 'permits.deliver',
    tone: 'primary',
    basis: '行政许可法第39条、第44条;电子证照与纸质证照具有同等效力(国务院令716号)',
    form: { delivery: choice('取证方式', deliveries) },
    guard: ({ subject }) =>
      (subject.feeFen ?? 0) > 0 && !subject.paidOn ? refuse('permits.fee', { fee: (subject.feeFen ?? 0) / 100 }) : undefined,
    look: async (ctx) => ({ facts: await readKind(ctx), day: dayOf(ctx.kernel, ctx.subject.district, ctx.now) }),
    to: ({ subject }) => (subject.mode === 'commitment' ? 'toVerify' : (subject.missing ?? []).length > 0 ? 'toSupply' : 'done'),
    effects: ({ subject, input, found, now, parameter }) => {
      const isPromise = subject.mode === 'commitment'
      const days = Number(subject.commitDays ?? 0)
      return {
        set: {
          delivery: input.delivery,
          doneAt: iso(now),
          isMeetingFree: (subject.isMeetingFree ?? false) && input.delivery !== 'window',
        },
        clocks: [
          { clock: 'deliver', do: 'stop' },
          ...(isPromise
            ? [
                {
                  clock: 'follow' as const,
                  do: 'start' as const,
                  limit: { value: Math.max(1, days), unit: 'natural_day' as const },
                },
              ]
            : []),
        ],
        spawn: subject.renews ? checkSpawn(subject, found.day) : certificateSpawn(subject, found.facts, found.day, parameter),
        facts: subject.renews
          ? [
              say(renewalGranted, {
                certificate: subject.renews,
                application: subject.id,
                validMonths: subject.validMonths ?? 12,
              }),
            ]
          : [],
        messages: tell(subject, input.delivery === 'online' ? '电子证照已生成,可网上查看下载' : '证照已颁发'),
      }
    },
  }),
  noteCertificate: action({
    zh: '证照号登记',
    from: ['done', 'toVerify', 'toSupply'],
    to: 'same',
    by: 'system',
    form: { certificate: text('证照', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: { certificate: input.certificate } }),
  }),
  deemRenewed: action({
    zh: '届满前未作决定,视为准予延续',
    from: ['submitted', 'correcting', 'reviewing', 'revising', 'special', 'deciding', 'approved'],
    to: 'done',
    by: 'system',
    basis: '行政许可法第50条第二款',
    effects: ({ now, subject }) => ({
      set: { isGranted: true, isDeemed: true, isLate: true, decidedAt: iso(now), doneAt: iso(now) },
      clocks: (['intake', 'correct', 'decide', 'promise', 'deliver'] as const).map((clock) => ({ clock, do: 'stop' as const })),
      timers: [{ name: 'intake', at: null, action: 'deemAccepted' }],
      spawn: checkSpawn(subject, dayText(now)),
      messages: tell(subject, '届满前未作出决定,视为准予延续'),
    }),
  }),
  ...afterActions(action),
})

const afterActions = (action: ApplicationAction) => ({
  verify: action({
    zh: '承诺核查:属实',
    from: 'toVerify',
    to: 'done',
    by: 'permits.review',
    tone: 'primary',
    form: { verifyNote: longText('核查情况', { maxLength: 2000 }), checkPhotos: photos(1, '核查照片') },
    effects: ({ input }) => ({
      set: { verifyNote: input.verifyNote, checkPhotos: input.checkPhotos },
      clocks: [{ clock: 'follow', do: 'stop' }],
    }),
  }),
  falsePromise: action({
    zh: '承诺核查:不实,撤销',
    from: 'toVerify',
    to: 'revoked',
    by: 'permits.decide',
    tone: 'danger',
    basis: '行政许可法第69条;告知承诺不实的撤销决定并记入信用',
    form: { verifyNote: longText('不实情况', { maxLength: 2000 }), evidence: files(1, '证据') },
    guard: notOwn,
    effects: ({ input, subject, now }) => ({
      set: { verifyNote: input.verifyNote, reason: input.verifyNote.slice(0, 2000), doneAt: iso(now) },
      clocks: [{ clock: 'follow', do: 'stop' }],
      facts: [
        say(applicationFailed, {
          application: subject.id,
          how: 'revoked',
          ground: 'falsePromise',
          reason: input.verifyNote.slice(0, 180),
        }),
      ],
      messages: tell(subject, '经核查承诺不实,许可已撤销'),
    }),
  }),
  supply: action({
    zh: '后补要件',
    from: ['reviewing', 'special', 'deciding', 'approved', 'toSupply'],
    by: 'permits.accept',
    tone: 'primary',
    form: { documents: list('补交要件'), papers: files(1, '要件文件') },
    guard: ({ subject }) => ((subject.missing ?? []).length > 0 ? undefined : wrong('没有待补的要件')),
    check: ({ input, subject }) => {
      const other = input.documents.filter((d) => !(subject.missing ?? []).includes(d))
      return other.length > 0 ? wrong(`${other.join('、')}不在待补清单`) : undefined
    },
    to: ({ subject, input }) =>
      subject.status === 'toSupply' && left(subject.missing, input.documents).length === 0 ? 'done' : subject.status,
    effects: ({ input, subject }) => {
      const missing = left(subject.missing, input.documents)
      return {
        set: {
          missing,
          documents: [...subject.documents, ...input.documents],
          papers: [...(subject.papers ?? []), ...input.papers],
        },
        ...(missing.length === 0 ? { clocks: [{ clock: 'follow', do: 'stop' }], timers: noSupply } : {}),
      }
    },
  }),
  remindSupply: action({
    zh: '后补提醒',
    from: ['reviewing', 'special', 'deciding', 'approved', 'toSupply'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      messages: tell(subject, `请于${subject.supplyOn}前补交:${(subject.missing ?? []).join('、')},逾期许可将被撤回`),
      notify: subject.unitId ? [{ unitId: subject.unitId, zh: `${subject.number}容缺要件${subject.supplyOn}到期` }] : [],
    }),
  }),
  lapse: action({
    zh: '逾期未补,终止或撤回',
    from: ['reviewing', 'special', 'deciding', 'approved', 'toSupply'],
    to: 'lapsed',
    by: 'system',
    effects: ({ subject, now }) => ({
      set: { reason: `逾期未补:${(subject.missing ?? []).join('、')}`, doneAt: iso(now) },
      clocks: (['decide', 'promise', 'deliver', 'follow'] as const).map((clock) => ({ clock, do: 'stop' as const })),
      facts:
        subject.status === 'toSupply'
          ? [
              say(applicationFailed, {
                application: subject.id,
                how: 'withdrawn',
                ground: 'notSupplied',
                reason: '容缺要件逾期未补',
              }),
            ]
          : [],
      messages: tell(subject, '容缺要件逾期未补,许可已终止或撤回'),
    }),
  }),
  afterWork: action({
    zh: '作业后核对、成活检查',
    from: ['done', 'toSupply'],
    to: 'same',
    by: 'permits.review',
    help: '砍伐移植:作业前有现场核查,作业后核对株数与补植;成活率低于标准的须补植。',
    form: {
      afterPhotos: photos(1, '作业后照片'),
      survivedTrees: integer('补植、移植成活株数', { unit: '株', min: 0 }),
      afterNote: longText('核对情况', { maxLength: 2000 }),
      replanted: choice('处理', { fine: '合格', replant: '责令补植' }),
    },
    guard: ({ subject }) =>
      subject.kind === 'tree' || subject.kind === 'ancientTree' ? undefined : wrong('该事项没有作业后核对'),
    check: ({ subject, input, parameter }) => {
      const stated = subject as object as Stated
      const expected = subject.kind === 'ancientTree' ? 1 : Number(stated.compensationTrees || stated.trees || 0)
      const least = Math.ceil((expected * parameter('permits.survival-percent')) / 100)
      return input.survivedTrees < least && input.replanted === 'fine'
        ? refuse('permits.condition', { why: `成活${input.survivedTrees}株,应不少于${least}株,请责令补植` })
        : undefined
    },
    effects: ({ subject, input }) => ({
      set: { afterPhotos: input.afterPhotos, survivedTrees: input.survivedTrees, afterNote: input.afterNote },
      facts: input.replanted === 'fine' ? takenTrees(subject) : [],
    }),
  }),
})
/** The trees of the registers named by a felling that was found in order. */
const takenTrees = (subject: object & { readonly number: string }) => {
  const { kind, treeAction, treeCodes, compensationPlace, treeCode, newPlace } = subject as Stated
  const isAncient = kind === 'ancientTree'
  const codes = isAncient ? [String(treeCode)] : kind === 'tree' ? texts(treeCodes) : []
  const how = treeAction === 'cut' ? ('cut' as const) : ('transplant' as const)
  const place = String((isAncient ? newPlace : compensationPlace) ?? '')
  return codes.length > 0 ? [say(treesTaken, { number: subject.number, how, codes: [...codes], place, isAncient })] : []
}
const left = (missing: readonly string[] | null, given: readonly string[]): readonly string[] =>
  (missing ?? []).filter((d) => !given.includes(d))
const noSupply = [
  { name: 'remind', at: null, action: 'remindSupply' },
  { name: 'lapse', at: null, action: 'lapse' },
]
