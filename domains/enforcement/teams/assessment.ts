/** 镇街执法队伍考核: standards scored item by item by departments, told to the town, objected to, confirmed. */
import { date, integer, longText, number, procedure, raw, ref, refuse, text, unit } from '#kernel'
import { first } from '../penalty/shared.ts'

interface Scored {
  readonly items: number
  readonly scored: number
  readonly total: number
  readonly full: number
  readonly guidance: number
}
interface Asked {
  readonly id: string
  readonly scheme: string
  readonly street: string | null
  readonly from: string | null
  readonly to: string | null
}
const findScores = async (tx: Parameters<typeof raw>[0], { id, scheme, street, from, to }: Asked): Promise<Scored> => {
  const { rows } = await raw<Scored>(
    tx,
    `select (select count(*)::int from enforcement.assessment_standard s where s.scheme = $2 and s.retired_at is null) as items,
       (select coalesce(sum(s.full_), 0)::float8 from enforcement.assessment_standard s where s.scheme = $2 and s.retired_at is null) as full,
       (select count(*)::int from enforcement.assessment_score c where c.parent_id = $1 and c.status = 'kept') as scored,
       (select coalesce(sum(c.score), 0)::float8 from enforcement.assessment_score c where c.parent_id = $1 and c.status = 'kept') as total,
       (select count(*)::int from enforcement.guidance g where g.street = $3
          and ($4::date is null or g.created_at >= $4::date::timestamp at time zone 'Asia/Shanghai')
          and ($5::date is null or g.created_at < ($5::date + 1)::timestamp at time zone 'Asia/Shanghai')) as guidance`,
    [id, scheme, street, from, to],
  )
  return rows[0] ?? { items: 0, scored: 0, total: 0, full: 0, guidance: 0 }
}
export const assessment = procedure('enforcement.assessment', {
  zh: '镇街执法队伍考核',
  menu: '执法监督',
  numbering: { prefix: 'KH', per: 'year', digits: 4 },
  title: 'period',
  fields: {
    squad: ref('队伍', 'enforcement.squad'),
    scheme: text('考核方案', { maxLength: 80 }),
    period: text('考核期', { maxLength: 20 }).searchable(),
    street: unit('反馈镇街'),
    from: date('考核期起').optional(),
    to: date('考核期止').optional(),
    total: number('总分', { min: 0 }).optional(),
    full: number('满分', { min: 0 }).optional(),
    guidanceCount: integer('指导次数', { min: 0 }).optional(),
    objection: longText('镇街意见', { maxLength: 2000 }).optional(),
  },
  uniqueTogether: [['squad', 'period']],
  statuses: {
    scoring: { zh: '评分中', duty: 'enforcement.supervise', taskZh: '镇街队伍待评分' },
    published: { zh: '已反馈镇街', duty: 'enforcement.street', taskZh: '待镇街确认考核' },
    confirmed: { zh: '已确认', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '开始考核',
    from: 'new',
    to: 'scoring',
    by: 'enforcement.supervise',
    form: {
      squad: ref('队伍', 'enforcement.squad'),
      scheme: text('考核方案', { maxLength: 80 }),
      period: text('考核期', { maxLength: 20 }),
      street: unit('反馈镇街'),
      from: date('考核期起'),
      to: date('考核期止'),
    },
    look: (ctx) => findScores(ctx.tx, { ...ctx.input, id: ctx.subject.id }),
    check: ({ found, input }) =>
      first(
        found.items === 0 ? refuse('enforcement.field', { why: '没有这个考核方案的标准' }) : undefined,
        input.to < input.from ? refuse('enforcement.field', { why: '考核期止不能早于起' }) : undefined,
      ),
  }),
  score: action({
    zh: '部门评分',
    from: 'scoring',
    to: 'same',
    by: 'enforcement.supervise',
    tone: 'primary',
    form: {
      standard: ref('考核内容', 'enforcement.assessment-standard'),
      score: number('得分', { min: 0 }),
      note: text('扣分说明', { maxLength: 300 }),
    },
    look: async (ctx) => {
      const { rows } = await raw<{ full: number; scheme: string; known: number }>(
        ctx.tx,
        `select full_::float8 as full, scheme, (select count(*)::int from enforcement.assessment_score c where c.parent_id = $2 and c.standard = s.id and c.status = 'kept') as known
         from enforcement.assessment_standard s where s.id = $1 and s.retired_at is null`,
        [ctx.input.standard, ctx.subject.id],
      )
      return rows[0]
    },
    check: ({ found, input, subject }) =>
      first(
        found?.scheme === subject.scheme ? undefined : refuse('enforcement.field', { why: '不是本方案的考核内容' }),
        (found?.known ?? 0) > 0 ? refuse('enforcement.field', { why: '该项已经评分' }) : undefined,
        input.score > (found?.full ?? 0) ? refuse('enforcement.field', { why: `该项满分${found?.full}分` }) : undefined,
      ),
    effects: ({ input }) => ({ spawn: [{ procedure: 'enforcement.assessment-score', input }] }),
  }),
  publish: action({
    zh: '汇总并反馈镇街',
    from: 'scoring',
    to: 'published',
    by: 'enforcement.supervise',
    look: (ctx) => findScores(ctx.tx, ctx.subject),
    check: ({ found }) =>
      found.scored < found.items
        ? refuse('enforcement.open-items', { count: found.items - found.scored, what: '考核内容评分' })
        : undefined,
    effects: ({ found, subject }) => ({
      set: { total: found.total, full: found.full, guidanceCount: found.guidance },
      assign: { unitId: subject.street },
      notify: [{ unitId: subject.street, zh: `执法队伍考核${subject.period}:${found.total}分(满分${found.full})` }],
    }),
  }),
  object: action({
    zh: '镇街提出异议',
    from: 'published',
    to: 'scoring',
    by: 'enforcement.street',
    form: { objection: longText('异议', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: { objection: input.objection } }),
  }),
  confirm: action({ zh: '镇街确认', from: 'published', to: 'confirmed', by: 'enforcement.street', tone: 'primary' }),
}))
const scoreForm = {
  standard: ref('考核内容', 'enforcement.assessment-standard'),
  score: number('得分', { min: 0 }),
  note: text('扣分说明', { maxLength: 300 }).searchable(),
} as const
export const assessmentScore = procedure('enforcement.assessment-score', {
  zh: '考核得分',
  menu: '执法监督',
  numbering: { prefix: 'DF', per: 'year', digits: 5 },
  title: 'note',
  fields: scoreForm,
  statuses: { kept: { zh: '有效' }, replaced: { zh: '已更正', kind: 'final' } },
}).actions((action) => ({
  keep: action({ zh: '评分', from: 'new', to: 'kept', by: 'system', form: scoreForm }),
  replace: action({
    zh: '更正(撤下重评)',
    from: 'kept',
    to: 'replaced',
    by: 'enforcement.supervise',
    form: { reason: text('理由', { maxLength: 300 }) },
    look: async (ctx) => {
      const { rows } = await raw<{ status: string }>(ctx.tx, 'select status from enforcement.assessment where id = $1', [
        ctx.subject.parentId,
      ])
      return rows[0]?.status
    },
    check: ({ found }) =>
      found === 'scoring'
        ? undefined
        : refuse('enforcement.follow-up', { why: '考核已汇总反馈,得分不能再改;镇街有异议的由镇街提出' }),
  }),
}))
