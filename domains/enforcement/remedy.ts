/**
 * 行政复议、行政诉讼 against a decision (行政复议法第20条、第23条、第62条;行政诉讼法第45条、第46条): asked in time, linked to the case; while it
 * runs the surcharge does not (行政处罚法第73条); a revoked decision ends the case and its publication is withdrawn.
 */
import { z } from 'zod'
import { choice, date, dayOf, dayText, fact, instant, money, procedure, raw, ref, refuse, say, text } from '#kernel'
import { basisOf, legalDue } from './deadlines.ts'
import { noonOf } from './officers.ts'
import { first } from './penalty/shared.ts'

export const remedyKinds = { review: '行政复议', suit: '行政诉讼' } as const
export const remedyResults = {
  upheld: '维持、驳回',
  changed: '变更',
  revoked: '撤销、确认违法',
  withdrawn: '撤回、终止',
} as const
export const remedyOpened = fact('enforcement.remedy-opened', '复议诉讼受理', z.object({ penalty: z.string() }))
export const remedyClosed = fact(
  'enforcement.remedy-closed',
  '复议诉讼办结',
  z.object({ penalty: z.string(), isRevoked: z.boolean(), fineFen: z.number().nullish(), days: z.number() }),
)
const form = {
  penalty: ref('案件', 'enforcement.penalty'),
  kind: choice('途径', remedyKinds),
  organ: text('复议机关、法院', { maxLength: 80 }),
  filedOn: date('申请、起诉日期'),
  matter: text('请求', { maxLength: 500 }).searchable(),
} as const
interface Against {
  readonly servedOn: string | null
  readonly track: string
  readonly reviewedOn: string | null
}
export const remedyProcedure = procedure('enforcement.remedy', {
  zh: '复议与诉讼',
  menu: '执法办案',
  numbering: { prefix: 'FY', per: 'year', digits: 4 },
  title: 'matter',
  leadingClock: 'decide',
  fields: {
    ...form,
    result: choice('结果', remedyResults).optional(),
    resultOn: date('结果日期').optional(),
    fineFen: money('变更后的罚款').optional(),
    note: text('说明', { maxLength: 500 }).optional(),
    decideDueAt: instant('复议决定期限').optional(),
  },
  mirror: { decide: { dueAt: 'decideDueAt' } },
  clocks: { decide: { zh: '复议决定', limit: { value: 60, unit: 'natural_day' }, basis: basisOf('R03'), byDay: 'carried' } },
  statuses: {
    accepted: { zh: '审理中', duty: 'enforcement.review', taskZh: '应诉、答复' },
    concluded: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  accept: action({
    zh: '登记受理',
    from: 'new',
    to: 'accepted',
    by: 'enforcement.review',
    basis: '行政复议法第20条、第23条;行政诉讼法第45条、第46条',
    form,
    look: async (ctx) => {
      const { rows } = await raw<Against>(
        ctx.tx,
        `select served_on as "servedOn", track, (select max(m.result_on)::text from enforcement.remedy m where m.penalty = p.id and m.kind = 'review' and m.closed_at is not null) as "reviewedOn"
         from enforcement.penalty p where p.id = $1`,
        [ctx.input.penalty],
      )
      const against = rows[0]
      const calendar = ctx.kernel.calendar(ctx.subject.district)
      const from = against?.servedOn ? noonOf(against.servedOn) : undefined
      return {
        against,
        today: dayOf(ctx.kernel, ctx.subject.district, ctx.now),
        review: from ? legalDue(calendar, 'R01', from)?.dueOn : undefined,
        suit: from ? legalDue(calendar, 'R04', from)?.dueOn : undefined,
      }
    },
    check: ({ found, input }) =>
      first(
        found.against ? undefined : refuse('kernel.not-found', { what: '案件' }),
        found.against?.servedOn ? undefined : refuse('enforcement.remedy', { why: '决定尚未送达' }),
        input.filedOn > found.today || input.filedOn < (found.against?.servedOn ?? '')
          ? refuse('enforcement.field', { why: '日期应在送达之后、今天以前' })
          : undefined,
        input.kind === 'review' && input.filedOn > (found.review ?? '')
          ? refuse('enforcement.remedy', { why: `申请行政复议的期限已于${found.review}届满(行政复议法第20条)` })
          : undefined,
        input.kind === 'suit' && found.against?.track !== 'ordinary' && !found.against?.reviewedOn
          ? refuse('enforcement.remedy', { why: '对当场处罚不服,须先申请行政复议(行政复议法第23条)' })
          : undefined,
        input.kind === 'suit' && !found.against?.reviewedOn && input.filedOn > (found.suit ?? '')
          ? refuse('enforcement.remedy', { why: `起诉期限已于${found.suit}届满(行政诉讼法第46条)` })
          : undefined,
        input.kind === 'suit' && found.against?.reviewedOn && daysBetween(found.against.reviewedOn, input.filedOn) > 15
          ? refuse('enforcement.remedy', { why: '对复议决定不服应在十五日内起诉(行政诉讼法第45条)' })
          : undefined,
      ),
    effects: ({ input }) => ({
      clocks: input.kind === 'review' ? [{ clock: 'decide', do: 'start', from: noonOf(input.filedOn) }] : [],
      facts: [say(remedyOpened, { penalty: input.penalty })],
    }),
  }),
  conclude: action({
    zh: '登记结果',
    from: 'accepted',
    to: 'concluded',
    by: 'enforcement.review',
    tone: 'primary',
    form: {
      result: choice('结果', remedyResults),
      resultOn: date('结果日期'),
      fineFen: money('变更后的罚款').optional(),
      note: text('说明', { maxLength: 500 }),
    },
    check: ({ input, subject, now }) =>
      first(
        input.result === 'changed' && input.fineFen == null
          ? refuse('enforcement.field', { why: '变更的请填写变更后的罚款' })
          : undefined,
        input.resultOn < subject.filedOn || input.resultOn > dayText(now)
          ? refuse('enforcement.field', { why: '结果日期应在申请之后、今天以前' })
          : undefined,
      ),
    effects: ({ input, subject }) => ({
      set: { result: input.result, resultOn: input.resultOn, fineFen: input.fineFen ?? null, note: input.note },
      clocks: [{ clock: 'decide', do: 'stop' }],
      facts: [
        say(remedyClosed, {
          penalty: subject.penalty,
          isRevoked: input.result === 'revoked',
          fineFen: input.result === 'changed' ? input.fineFen : null,
          days: daysBetween(subject.filedOn, input.resultOn),
        }),
      ],
    }),
  }),
}))
const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000))
