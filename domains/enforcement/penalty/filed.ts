/** 1–2 案源、立案 (行政处罚法第54条), and 当场处罚 (第51条至第53条). */
import { choice, choices, flag, longText, money, one, person, photos, ref, refuse, type Tx, text } from '#kernel'
import { penaltyKinds } from '../contract.ts'
import { getFact } from '../deadlines.ts'
import { explainFine, matchBenchmark, refuseFine } from '../law.ts'
import { yuan } from '../money.ts'
import { leadForm, type PenaltyAction } from './definition.ts'
import { readFile } from './file.ts'
import {
  first,
  handlersOnly,
  iso,
  needCertificates,
  needInTime,
  needPower,
  othersOnly,
  paper,
  publicTitle,
  sayDeed,
} from './shared.ts'

const counters = {
  reviewBackCount: 0,
  isMajor: false,
  isLate: false,
  paidFen: 0,
  remedyDays: 0,
  earlierWarnings: 0,
  earlierPenalties: 0,
} as const
const { contact: _contact, coHandler: _co, ...spotLead } = leadForm

const notYet = (happenedOn: string, day: string) =>
  happenedOn > day ? refuse('enforcement.field', { why: '违法行为发生日期不能晚于今天' }) : undefined

interface Original {
  readonly kind: 'photo' | 'video'
  readonly file: readonly string[]
  readonly sha256: string
  readonly device: string
  readonly takenAt: string
  readonly place: string
}
const originalSql = `select case when exists (select 1 from kernel.file f where f.id = any(c.file) and f.mime like 'video/%') then 'video' else 'photo' end as kind,
    c.file, c.sha256, c.device, c.seen_at as "takenAt", c.address as place from enforcement.capture c where c.id = $1`
/** The record of a fixed device that a lead comes from. */
const findOriginal = async (tx: Tx, id: string | null | undefined): Promise<Original | undefined> => {
  const found = await one<Omit<Original, 'takenAt'> & { takenAt: Date | string }>(tx, originalSql, [id ?? null])
  return found ? { ...found, takenAt: new Date(found.takenAt).toISOString() } : undefined
}

export const filedActions = (action: PenaltyAction) => ({
  report: action({
    zh: '登记案源',
    from: 'new',
    to: 'lead',
    by: 'enforcement.handle',
    form: leadForm,
    basis: '行政处罚法第54条',
    look: async (ctx) => ({
      ...(await readFile(ctx, [ctx.input.coHandler])),
      original: ctx.input.sourceType === 'enforcement.capture' ? await findOriginal(ctx.tx, ctx.input.sourceId) : undefined,
    }),
    check: ({ found, input }) =>
      first(found.party ? undefined : refuse('kernel.not-found', { what: '当事人' }), notYet(input.happenedOn, found.day)),
    effects: ({ input, found, actor, parameter, subject }) => ({
      // What the device saw, as stored, with its hash, is evidence of the case: nobody uploads it a second time.
      spawn: found.original
        ? [
            {
              procedure: 'enforcement.evidence',
              action: 'carry',
              input: { penalty: subject.id, origin: 'device', proves: input.description.slice(0, 1000), ...found.original },
            },
          ]
        : [],
      set: {
        ...counters,
        track: 'ordinary',
        contact: input.contact ?? 'contact',
        handler: actor.kind === 'person' ? actor.id : null,
        partyName: found.party?.name ?? null,
        partyKind: found.party?.kind ?? null,
        unitId: found.actorUnitId,
        earlierWarnings: found.earlierWarnings,
        earlierPenalties: found.earlierPenalties,
      },
      clocks: [{ clock: 'clue', do: 'start', limit: { value: parameter('enforcement.clue-days'), unit: 'work_day' } }],
    }),
  }),
  take: action({
    zh: '接办',
    from: ['lead', 'investigating'],
    to: 'same',
    by: 'enforcement.handle',
    help: '由系统转来或移交来的案件没有主办人:接办后由您主办,须另选协办人。',
    form: { coHandler: person('协办执法人员') },
    guard: ({ subject }) =>
      subject.handler === null ? undefined : refuse('enforcement.not-handler', { who: '已有主办人,变更请由负责人批准' }),
    look: (ctx) => readFile({ ...ctx, subject: { ...ctx.subject, handler: ctx.actor.id } }, [ctx.input.coHandler]),
    check: ({ found }) => needCertificates(found),
    effects: ({ actor, input, found }) => ({
      set: { handler: actor.id, coHandler: input.coHandler, unitId: found.actorUnitId },
    }),
  }),
  submitFiling: action({
    zh: '提请立案',
    from: 'lead',
    to: 'filing',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第36条、第42条、第54条',
    form: {
      coHandler: person('协办执法人员').optional(),
      hasHarm: flag('涉及生命健康、金融安全且有危害后果').optional(),
      insist: text('属于首违、轻微清单仍须立案的理由', { maxLength: 500 }).optional(),
    },
    guard: handlersOnly,
    look: (ctx) => readFile(ctx, [ctx.input.coHandler]),
    check: ({ found, input, subject }) =>
      first(
        needCertificates(found),
        needPower(found, subject.unitId),
        found.favoured.chosen ? undefined : refuse('enforcement.law', { law: subject.lawCode, day: subject.happenedOn }),
        needInTime(subject.happenedOn, found.day, input.hasHarm ?? false),
        found.lenient.includes('first') && found.earlierWarnings + found.earlierPenalties === 0 && !input.insist
          ? refuse('enforcement.must-spare')
          : undefined,
      ),
    effects: ({ input, subject, found }) => ({
      set: {
        coHandler: input.coHandler ?? subject.coHandler,
        earlierWarnings: found.earlierWarnings,
        earlierPenalties: found.earlierPenalties,
      },
    }),
  }),
  approveFiling: action({
    zh: '批准立案',
    from: 'filing',
    to: 'investigating',
    by: 'enforcement.approve',
    tone: 'primary',
    basis: '行政处罚法第54条、第60条',
    help: '办案期限九十日自立案之日的次日起算。',
    guard: othersOnly('批准', '行政处罚法第54条'),
    look: (ctx) => readFile(ctx),
    check: ({ found, subject }) => first(needCertificates(found), needPower(found, subject.unitId)),
    effects: ({ now, subject, found }) => ({
      set: { filedAt: iso(now), lawText: `${found.favoured.chosen?.law ?? ''}第${found.favoured.chosen?.article ?? ''}条` },
      clocks: [
        { clock: 'clue', do: 'stop' },
        { clock: 'decide', do: 'start' },
      ],
      spawn: [paper(subject.id, '02', { party: subject.partyName, description: subject.description, address: subject.address })],
    }),
  }),
  returnFiling: action({
    zh: '退回补充',
    from: 'filing',
    to: 'lead',
    by: 'enforcement.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
  }),
  notFile: action({
    zh: '不予立案',
    from: ['lead', 'filing'],
    to: 'not_filed',
    by: 'enforcement.approve',
    tone: 'danger',
    form: { reason: text('不予立案理由', { maxLength: 500 }) },
    guard: othersOnly('批准', '行政处罚法第54条'),
    effects: ({ input, subject }) => ({
      set: { endReason: input.reason },
      clocks: [{ clock: 'clue', do: 'stop' }],
      spawn: [paper(subject.id, '03', { party: subject.partyName, reason: input.reason })],
    }),
  }),
  decideOnSpot: action({
    zh: '当场处罚(简易、小微)',
    from: 'new',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第51条至第53条',
    help: '事实确凿、有法定依据,对公民二百元以下、对单位三千元以下罚款或警告。小微快办只限清单内行为。对当场处罚不服须先申请行政复议。',
    form: {
      ...spotLead,
      coHandler: person('协办执法人员'),
      track: choice('程序', { simple: '简易程序', micro: '小微快办' }),
      kinds: choices('处罚种类', { warning: penaltyKinds.warning, fine: penaltyKinds.fine }),
      fineFen: money('罚款').optional(),
      benchmark: ref('裁量基准', 'enforcement.benchmark').optional(),
      deviation: text('偏离基准的理由', { maxLength: 500 }).optional(),
      isShown: flag('已出示执法证件'),
      defence: longText('当事人陈述申辩及复核', { maxLength: 2000 }),
      photos: photos(1, '现场照片、当事人签名'),
      isCash: flag('当场收缴').optional(),
      cashReason: text('当场收缴的理由', { maxLength: 200 }).optional(),
    },
    look: (ctx) => readFile({ ...ctx, subject: { ...ctx.subject, handler: ctx.actor.id } }, [ctx.input.coHandler]),
    to: ({ input }) => (input.isCash || (input.fineFen ?? 0) === 0 ? 'fulfilled' : 'served'),
    check: ({ input, found }) => {
      const fine = input.fineFen ?? 0
      const kind = found.party?.kind ?? 'person'
      const limit = (getFact(kind === 'org' ? 'P03' : 'P02').value ?? 0) * 100
      const cash = (getFact('P11').value ?? 0) * 100
      return first(
        found.party ? undefined : refuse('kernel.not-found', { what: '当事人' }),
        needCertificates(found),
        input.isShown ? undefined : refuse('enforcement.field', { why: '须主动出示执法证件(行政处罚法第52条、第55条)' }),
        needPower(found, found.actorUnitId),
        notYet(input.happenedOn, found.day),
        needInTime(input.happenedOn, found.day, false),
        input.kinds.length === 0 ? refuse('enforcement.field', { why: '请选择警告或罚款' }) : undefined,
        input.kinds.includes('fine') === fine > 0 ? undefined : refuse('enforcement.field', { why: '罚款数额与处罚种类不符' }),
        fine > limit
          ? refuse('enforcement.on-spot-limit', { party: kind === 'org' ? '单位' : '公民', limit: yuan(limit) })
          : undefined,
        input.track === 'micro' && !found.lenient.includes('micro') ? refuse('enforcement.micro-list') : undefined,
        refuseFine(fine, found.favoured, input.happenedOn, found.benchmarks, input.benchmark, input.deviation),
        input.isCash && fine > cash && !input.cashReason ? refuse('enforcement.on-spot-cash', { limit: yuan(cash) }) : undefined,
      )
    },
    effects: ({ input, subject, found, actor, now }) => {
      const fineFen = input.fineFen ?? 0
      const benchmark = matchBenchmark(found.benchmarks, input.benchmark, fineFen)
      const isPaid = input.isCash || fineFen === 0
      const about = { ...subject, unitId: found.actorUnitId, topic: input.topic, campaign: input.campaign ?? null }
      return {
        set: {
          ...counters,
          contact: 'contact',
          handler: actor.id,
          partyName: found.party?.name ?? null,
          partyKind: found.party?.kind ?? null,
          unitId: found.actorUnitId,
          earlierWarnings: found.earlierWarnings,
          earlierPenalties: found.earlierPenalties,
          filedAt: iso(now),
          shownAt: iso(now),
          decidedAt: iso(now),
          decider: actor.id,
          lawText: `${found.favoured.chosen?.law ?? ''}第${found.favoured.chosen?.article ?? ''}条`,
          explanation: explainFine(fineFen, found.favoured, benchmark),
          serviceKind: 'onSpot',
          servedOn: found.day,
          receipt: input.photos,
          paidFen: input.isCash ? fineFen : 0,
          fulfilledAt: isPaid ? iso(now) : null,
        },
        clocks: isPaid ? (input.isCash ? [{ clock: 'handIn', do: 'start' }] : []) : [{ clock: 'pay', do: 'start' }],
        spawn: [
          paper(
            subject.id,
            '28',
            {
              party: found.party?.name,
              fineFen,
              description: input.description,
              remedy: '对当场处罚不服,应先申请行政复议(行政复议法第23条)',
            },
            false,
          ),
          {
            procedure: 'enforcement.publication',
            input: { kind: 'penalty', penalty: subject.id, title: publicTitle('当场处罚', input.description) },
          },
          ...(input.isCash
            ? [
                {
                  procedure: 'enforcement.payment',
                  input: {
                    penalty: subject.id,
                    part: 'fine',
                    amountFen: fineFen,
                    paidOn: found.day,
                    method: 'cash',
                    voucher: '当场收缴',
                  },
                },
              ]
            : []),
        ],
        facts: [
          sayDeed('enforcement.penalty', about, actor, input.track === 'micro' ? '小微查处' : '当场处罚', 'enforce', fineFen),
        ],
      }
    },
  }),
  fileOnSpot: action({
    zh: '当场处罚备案',
    from: ['served', 'fulfilled', 'urged'],
    to: 'same',
    by: 'enforcement.approve',
    basis: '行政处罚法第52条第三款',
    guard: (ctx) =>
      first(
        othersOnly('备案审查', '行政处罚法第52条')(ctx),
        ctx.subject.track === 'ordinary' ? refuse('enforcement.field', { why: '普通程序案件不需要当场处罚备案' }) : undefined,
        ctx.subject.onSpotFiledOn ? refuse('enforcement.field', { why: '已经备案' }) : undefined,
      ),
    look: (ctx) => readFile(ctx),
    effects: ({ found }) => ({ set: { onSpotFiledOn: found.day } }),
  }),
})
