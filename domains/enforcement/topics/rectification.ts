/**
 * 整改事项: the one shape of “found → ordered → put right → checked and struck off, or a case”. A topic adds what it must know, what makes a
 * finding one of its own, and what must be true before it is struck off. 代履行 by the bureau only after the deadline and its urging
 * (行政强制法第50条、第51条).
 */
import { issueStage } from '#catalogue/facts.ts'
import {
  type ActionContext,
  choice,
  code,
  date,
  dayOf,
  dayText,
  type Fields,
  instant,
  integer,
  type LimitValue,
  limit,
  longText,
  one,
  type Procedure,
  photos,
  procedure,
  type Refusal,
  ref,
  refuse,
  say,
  type Tx,
  text,
} from '#kernel'
import type { Topic } from '../contract.ts'
import { legalDue } from '../deadlines.ts'
import { findOfficers, noonOf, refuseUncertified } from '../officers.ts'
import { first, sayDeed, tellLate } from '../penalty/shared.ts'

export const fixers = { owner: '当事人自行整改', bureau: '代为整改' } as const
const findForm = {
  party: ref('当事人', 'enforcement.party').optional(),
  lawCode: code('违法行为', 'enforcement.law.code', { maxLength: 12 }).optional(),
  address: text('地点', { maxLength: 200 }).searchable(),
  description: longText('问题', { maxLength: 2000 }).searchable(),
  photos: photos(1, '整改前照片'),
  campaign: ref('专项行动', 'enforcement.campaign').optional(),
} as const
const common = {
  ...findForm,
  limit: limit('整改期限').optional(),
  fixedBy: choice('整改方式', fixers).optional(),
  afterPhotos: photos(0, '整改后照片').optional(),
  result: longText('整改情况', { maxLength: 2000 }).optional(),
  redoCount: integer('复查退回次数', { min: 0 }),
  warnedOn: date('代履行催告日期').optional(),
  fixDueAt: instant('整改期限止').optional(),
  fixedAt: instant('整改完成时间').optional(),
  clearedAt: instant('销号时间').optional(),
} as const
type Common = typeof common
type Input = Readonly<Record<string, unknown>>
type Context = ActionContext<Readonly<Record<string, unknown>>, Input>
export interface RectificationSpec<F extends Fields> {
  readonly zh: string
  readonly menu?: string
  readonly topic: Topic
  readonly prefix: string
  readonly help: string
  /** What a finding of this topic states besides the common. */
  readonly found: F
  /** What the check before striking off states besides the common. */
  readonly checked?: Fields
  /** Why this is not a finding of the topic. */
  readonly findRefusal?: (input: Input) => Refusal | undefined
  /** Why it cannot be struck off yet. */
  readonly clearRefusal?: (ctx: Context) => Refusal | undefined
  /** What the check sets from its own fields. */
  readonly clearSet?: (input: Input) => Readonly<Record<string, unknown>>
  readonly defaultLaw: string
  readonly finder?: string
}

/** Who an order is addressed to and by which article, as the paper says it. */
const findPrinted = async (
  tx: Tx,
  of: { readonly party: string | null; readonly lawCode: string | null },
): Promise<{ readonly party: string | null; readonly basis: string | null }> => {
  const found = await one<{ party: string | null; basis: string | null }>(
    tx,
    `select (select name from enforcement.party where id = $1) as party,
       (select '《' || law || '》第' || article || '条' from enforcement.law where code = $2 and retired_at is null order by valid_from desc limit 1) as basis`,
    [of.party, of.lawCode],
  )
  return found ?? { party: null, basis: null }
}
const limitWords = {
  urgent_hour: '小时',
  urgent_day: '日',
  work_hour: '个工作时',
  work_day: '个工作日',
  natural_day: '日',
} as const
const withinOf = ({ value, unit }: LimitValue): string => `${value}${limitWords[unit]}内`
interface Found {
  readonly id: string
  readonly number: string
  readonly party: string | null
}
const sayIssue = (type: string, { id, number, party }: Found, topic: string, stage: 'ordered' | 'cleared', isSelf: boolean) =>
  party ? [say(issueStage, { type, id, number, topic, partyId: party, stage, isSelf })] : []

const build = (id: string, spec: RectificationSpec<Fields>) =>
  procedure(id, {
    zh: spec.zh,
    menu: spec.menu ?? '专项执法',
    help: spec.help,
    numbering: { prefix: spec.prefix, per: 'year', digits: 5 },
    title: 'description',
    leadingClock: 'fix',
    mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
    // The topic's own columns lie beside the common ones, which are all that the shared steps know.
    fields: { ...spec.found, ...spec.checked, ...common } as unknown as Common,
    clocks: { fix: { zh: '整改', basis: '行政处罚法第28条:责令当事人改正或者限期改正', byDay: 'plain' } },
    statuses: {
      found: { zh: '待责令整改', duty: 'enforcement.handle', taskZh: `待责令:${spec.zh}` },
      ordered: { zh: '整改中', duty: 'enforcement.handle', taskZh: `整改中:${spec.zh}` },
      reported: { zh: '待复查', duty: 'enforcement.handle', taskZh: `待复查:${spec.zh}` },
      cleared: { zh: '已销号', kind: 'final' },
      penalised: { zh: '已转立案查处', kind: 'final' },
      dropped: { zh: '不成立', kind: 'final' },
    },
  })

export const rectification = <F extends Fields>(id: string, given: RectificationSpec<F>): Procedure<Common & F, string> => {
  const spec = given as unknown as RectificationSpec<Fields>
  const made = build(id, spec).actions((action) => ({
    find: action({
      zh: '登记',
      from: 'new',
      to: 'found',
      by: spec.finder ?? 'enforcement.handle',
      form: { ...spec.found, ...findForm },
      check: ({ input }) => spec.findRefusal?.(input),
      effects: ({ input }) => ({ set: { redoCount: 0, lawCode: input.lawCode ?? spec.defaultLaw } }),
    }),
    order: action({
      zh: '责令整改',
      from: 'found',
      to: 'ordered',
      by: 'enforcement.handle',
      tone: 'primary',
      basis: '行政处罚法第28条',
      form: { limit: limit('整改期限').optional(), note: text('整改要求', { maxLength: 300 }) },
      look: async (ctx) => {
        const day = dayOf(ctx.kernel, ctx.subject.district, ctx.now)
        return {
          day,
          officers: await findOfficers(ctx.tx, [ctx.actor.id], day),
          printed: await findPrinted(ctx.tx, ctx.subject),
        }
      },
      check: ({ found }) => refuseUncertified(found.officers, found.day, 1),
      effects: ({ input, subject, parameter, actor, found }) => ({
        set: {
          limit: input.limit ?? { value: parameter('enforcement.order-days'), unit: 'natural_day' },
          unitId: found.officers[0]?.unitId ?? null,
        },
        clocks: [
          {
            clock: 'fix',
            do: 'start',
            limit: input.limit ?? { value: parameter('enforcement.order-days'), unit: 'natural_day' },
          },
        ],
        spawn: [
          {
            procedure: 'enforcement.document',
            input: {
              template: '10',
              data: {
                ...found.printed,
                ...{ address: subject.address, description: subject.description, note: input.note },
                within: withinOf(input.limit ?? { value: parameter('enforcement.order-days'), unit: 'natural_day' }),
                officers: found.officers.map((o) => o.name).join('、'),
              },
              // To whom it is not known is put right by whoever comes; to whom it is, it is served.
              mustServe: subject.party !== null,
            },
          },
        ],
        facts: [
          sayDeed(id, { ...subject, topic: spec.topic, unitId: found.officers[0]?.unitId ?? null }, actor, '责令整改', 'manage'),
          ...sayIssue(id, subject, spec.topic, 'ordered', false),
        ],
      }),
    }),
    drop: action({
      zh: '不成立',
      from: 'found',
      to: 'dropped',
      by: 'enforcement.handle',
      tone: 'danger',
      form: { reason: text('理由', { maxLength: 300 }) },
      effects: ({ input }) => ({ set: { result: input.reason } }),
    }),
    warn: action({
      zh: '代履行催告',
      from: 'ordered',
      to: 'same',
      by: 'enforcement.handle',
      basis: '行政强制法第51条:代履行三日前催告',
      form: { warnedOn: date('催告送达日期') },
      look: (ctx) => findPrinted(ctx.tx, ctx.subject),
      guard: ({ subject, now }) =>
        subject.fixDueAt && now < new Date(subject.fixDueAt)
          ? refuse('enforcement.follow-up', { why: '整改期限未满,不能催告代履行(行政强制法第50条)' })
          : undefined,
      check: ({ input, subject, now }) =>
        first(
          input.warnedOn > dayText(now) ? refuse('enforcement.field', { why: '催告送达日期不能晚于今天' }) : undefined,
          subject.fixDueAt && input.warnedOn < dayText(new Date(subject.fixDueAt))
            ? refuse('enforcement.field', { why: '催告送达日期不能早于整改期限届满(行政强制法第50条)' })
            : undefined,
        ),
      effects: ({ input, subject, found }) => ({
        set: { warnedOn: input.warnedOn },
        spawn: [
          {
            procedure: 'enforcement.document',
            input: {
              template: '39',
              data: { ...found, address: subject.address, description: subject.description, urgedOn: input.warnedOn },
              mustServe: false,
            },
          },
        ],
      }),
    }),
    report: action({
      zh: '报整改完成',
      from: 'ordered',
      to: 'reported',
      by: 'enforcement.handle',
      tone: 'primary',
      form: {
        fixedBy: choice('整改方式', fixers),
        result: longText('整改情况', { maxLength: 2000 }),
        afterPhotos: photos(1, '整改后照片'),
      },
      look: async (ctx) =>
        ctx.subject.warnedOn
          ? legalDue(ctx.kernel.calendar(ctx.subject.district), 'F05', noonOf(ctx.subject.warnedOn))
          : undefined,
      check: ({ input, found, now }) =>
        input.fixedBy === 'bureau' && (!found || now < found.dueAt)
          ? refuse('enforcement.follow-up', {
              why: found
                ? `代履行催告后三个工作日至${found.dueOn}(行政强制法第51条)`
                : '当事人期满不履行的,经催告后方可代为整改(行政强制法第50条、第51条)',
            })
          : undefined,
      effects: ({ input }) => ({
        set: { fixedBy: input.fixedBy, result: input.result, afterPhotos: input.afterPhotos },
        clocks: [{ clock: 'fix', do: 'stop' }],
      }),
    }),
    clear: action({
      zh: '复查合格,销号',
      from: 'reported',
      to: 'cleared',
      by: 'enforcement.handle',
      tone: 'primary',
      form: { ...spec.checked, checkPhotos: photos(1, '复查照片') },
      guard: ({ past, actor }) =>
        actor.id !== null && past.findLast((p) => p.action === 'report')?.actorId === actor.id
          ? refuse('enforcement.same-person', { role: '复查人', other: '报整改完成的人' })
          : undefined,
      check: (ctx) => spec.clearRefusal?.(ctx as unknown as Context),
      effects: ({ input, now, subject }) => ({
        set: { clearedAt: now.toISOString(), ...spec.clearSet?.(input) },
        facts: sayIssue(id, subject, spec.topic, 'cleared', subject.fixedBy === 'owner' && subject.redoCount === 0),
      }),
    }),
    back: action({
      zh: '复查不合格,退回',
      from: 'reported',
      to: 'ordered',
      by: 'enforcement.handle',
      tone: 'danger',
      form: { reason: text('理由', { maxLength: 300 }) },
      effects: ({ subject }) => ({
        set: { redoCount: subject.redoCount + 1 },
        clocks: [{ clock: 'fix', do: 'start', limit: subject.limit ?? { value: 7, unit: 'natural_day' } }],
      }),
    }),
    lapse: action({
      zh: '逾期未整改',
      from: 'ordered',
      to: 'same',
      by: 'system',
      effects: ({ subject, past }) => ({
        notify: tellLate(subject, past, `${spec.zh} ${subject.number} 整改期限已满,请复查、催告或转立案`),
      }),
    }),
    punish: action({
      zh: '拒不整改,转立案查处',
      from: ['ordered', 'reported'],
      to: 'penalised',
      by: 'enforcement.handle',
      tone: 'danger',
      help: '期限届满未整改,或复查退回过的,才转处罚;案源注明来自本事项。',
      guard: ({ subject, now }) =>
        first(
          subject.party ? undefined : refuse('enforcement.follow-up', { why: '没有登记当事人,不能转立案' }),
          subject.redoCount > 0 || (subject.fixDueAt && now >= new Date(subject.fixDueAt))
            ? undefined
            : refuse('enforcement.follow-up', { why: '整改期限未满,也没有复查退回过' }),
        ),
      effects: ({ subject, now }) => ({
        clocks: [{ clock: 'fix', do: 'stop' }],
        spawn: [
          {
            procedure: 'enforcement.penalty',
            input: {
              source: 'issue',
              topic: spec.topic,
              party: subject.party,
              lawCode: subject.lawCode ?? spec.defaultLaw,
              happenedOn: dayText(now),
              address: subject.address,
              description: `${spec.zh}${subject.number}逾期未整改:${subject.description.slice(0, 500)}`,
              campaign: subject.campaign,
              sourceType: id,
              sourceId: subject.id,
            },
          },
        ],
      }),
    }),
  }))
  return made as unknown as Procedure<Common & F, string>
}
