/** 考核资金: from a locked round to the fen, by score or by the table of ranks; the leader signs, each payment is recorded. */
import {
  area,
  choice,
  date,
  dayText,
  first,
  integer,
  many,
  money,
  number,
  one,
  person,
  procedure,
  ref,
  refuse,
  rows,
  type Tx,
  text,
} from '#kernel'
import { allocate, type Outcome, type Standing } from './scoring.ts'
import { notYet, openItems, why } from './shared.ts'

export const fundRules = { score: '按得分比例分配', class: '类内按名次倒序权重分配', table: '按奖惩标准逐档' } as const
interface Rule {
  readonly class: string
  readonly rankFrom: number
  readonly rankTo: number
  readonly amountFen: number
  readonly measure: string
}
/** The list the leader signs. */
const shareLine = {
  street: area('街道(镇)'),
  name: text('名称', { maxLength: 60 }),
  rank: integer('名次'),
  score: number('得分', { unit: '分', decimals: 2 }),
  amountFen: money('金额', { min: -2_000_000_000 }),
  measure: text('措施', { maxLength: 100 }),
} as const
export interface Share {
  readonly street: string
  readonly name: string
  readonly rank: number
  readonly score: number
  readonly amountFen: number
  readonly measure: string
}
const rulesOf = (tx: Tx, name: string | null): Promise<readonly Rule[]> =>
  many<Rule>(
    tx,
    `select class, rank_from as "rankFrom", rank_to as "rankTo", amount_fen as "amountFen", measure from evaluation.reward_rule where name = $1 and retired_at is null`,
    [name],
  )
/** Who gets what: the sum of a divided pot is the pot, to the fen. */
export const sharesOf = (
  rule: string,
  potFen: number,
  standings: readonly Standing[],
  table: readonly Rule[],
): readonly Share[] => {
  const base = standings.map((s) => ({ street: s.area, name: s.name, rank: s.rank, score: s.total }))
  if (rule === 'table')
    return standings.map((s, i) => {
      const row = table.find((t) => t.class === s.class && s.rank >= t.rankFrom && s.rank <= t.rankTo)
      return { ...(base[i] as Share), amountFen: row?.amountFen ?? 0, measure: row?.measure ?? '' }
    })
  const weights = standings.map((s) =>
    rule === 'score' ? s.total : standings.filter((o) => o.class === s.class).length + 1 - s.rank,
  )
  const parts = allocate(potFen, weights)
  return base.map((b, i) => ({ ...b, amountFen: parts[i] ?? 0, measure: '' }))
}
export const fundProcedure = procedure('evaluation.fund', {
  zh: '考核奖补资金',
  menu: '考核结果运用',
  numbering: { prefix: 'ZJ', per: 'year', digits: 4 },
  title: 'name',
  help: '只能依据已锁定的考核;分配精确到分,合计与资金总额一致',
  fields: {
    name: text('资金名称', { maxLength: 100 }).searchable(),
    round: ref('依据的考核', 'evaluation.round'),
    rule: choice('分配办法', fundRules),
    table: text('奖惩标准', { maxLength: 60 }).optional(),
    potFen: money('资金总额'),
    shares: rows('分配结果', shareLine).optional(),
    totalFen: integer('合计', { unit: '分', isMoney: true }).optional(),
    proposedBy: person('拟定人').optional(),
    signedBy: person('签批人').optional(),
  },
  statuses: {
    proposed: { zh: '待签批', duty: 'evaluation.decide', taskZh: '考核资金待签批' },
    signed: { zh: '兑付中', duty: 'evaluation.manage', taskZh: '考核资金待兑付' },
    done: { zh: '已兑付完', kind: 'final' },
    dropped: { zh: '不予通过', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '拟定分配',
    from: 'new',
    to: 'proposed',
    by: 'evaluation.manage',
    form: {
      name: text('资金名称', { maxLength: 100 }),
      round: ref('依据的考核', 'evaluation.round'),
      rule: choice('分配办法', fundRules),
      table: text('奖惩标准', { maxLength: 60 }).optional(),
      potFen: money('资金总额'),
    },
    look: async ({ tx, input }) => ({
      round: await one<{ status: string; outcome: Outcome | null }>(
        tx,
        'select status, outcome from evaluation.round where id = $1',
        [input.round],
      ),
      table: await rulesOf(tx, input.table ?? null),
    }),
    check: ({ found, input }) =>
      first(
        why(found.round?.status !== 'locked', '该轮考核尚未锁定,不能据以分配资金'),
        why(input.rule === 'table' && found.table.length === 0, '没有这个名称的奖惩标准'),
        why(input.rule !== 'table' && input.potFen === 0, '请填写资金总额'),
        why(
          input.rule === 'table' &&
            sharesOf('table', 0, found.round?.outcome?.standings ?? [], found.table).reduce(
              (n, s) => n + Math.max(0, s.amountFen),
              0,
            ) > input.potFen,
          '按标准应发的奖励超过资金总额',
        ),
      ),
    effects: ({ found, input, actor }) => {
      const shares = sharesOf(input.rule, input.potFen, found.round?.outcome?.standings ?? [], found.table)
      return { set: { shares, totalFen: shares.reduce((n, s) => n + s.amountFen, 0), proposedBy: actor.id } }
    },
  }),
  sign: action({
    zh: '领导签批',
    from: 'proposed',
    to: 'signed',
    by: 'evaluation.decide',
    tone: 'primary',
    guard: ({ subject, actor }) =>
      actor.id === subject.proposedBy ? refuse('evaluation.same-person', { role: '签批人', other: '拟定人' }) : undefined,
    effects: ({ subject, actor }) => ({
      set: { signedBy: actor.id },
      spawn: (subject.shares ?? [])
        .filter((s) => s.amountFen !== 0 || s.measure !== '')
        .map((s) => ({
          procedure: 'evaluation.grant',
          input: {
            fund: subject.id,
            street: s.street,
            name: s.name,
            amountFen: s.amountFen,
            measure: s.measure || null,
            basis: `${s.name}${s.score}分,第${s.rank}名`,
          },
        })),
    }),
  }),
  drop: action({
    zh: '不予通过',
    from: 'proposed',
    to: 'dropped',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  finish: action({
    zh: '兑付完毕',
    from: 'signed',
    to: 'done',
    by: 'evaluation.manage',
    look: ({ tx, subject }) =>
      one<{ n: number }>(tx, `select count(*)::int as n from evaluation."grant" where parent_id = $1 and status = 'due'`, [
        subject.id,
      ]),
    check: ({ found }) => openItems(found?.n ?? 0, '兑付'),
  }),
}))
const grantForm = {
  fund: ref('资金', 'evaluation.fund'),
  street: area('街道(镇)'),
  name: text('名称', { maxLength: 60 }).searchable(),
  amountFen: integer('金额(扣减为负)', { unit: '分', isMoney: true }),
  measure: text('措施', { maxLength: 100 }).optional(),
  basis: text('依据', { maxLength: 200 }),
} as const
export const grantProcedure = procedure('evaluation.grant', {
  zh: '奖补资金兑付',
  menu: '考核结果运用',
  numbering: { prefix: 'DF', per: 'year', digits: 5 },
  title: 'name',
  fields: {
    ...grantForm,
    voucher: text('凭证号', { maxLength: 60 }).optional(),
    paidOn: date('兑付日期').optional(),
    paidFen: integer('已兑付', { unit: '分', isMoney: true }).optional(),
  },
  statuses: {
    due: { zh: '待兑付', duty: 'evaluation.manage', taskZh: '奖补资金待兑付' },
    paid: { zh: '已兑付', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '应兑付',
    from: 'new',
    to: 'due',
    by: 'system',
    form: grantForm,
    effects: ({ input }) => ({ set: { areaCode: input.street } }),
  }),
  pay: action({
    zh: '登记兑付(扣减、落实措施)',
    from: 'due',
    to: 'paid',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { voucher: text('凭证号(文号)', { maxLength: 60 }), paidOn: date('日期') },
    check: ({ input, now }) => notYet(input.paidOn > dayText(now), '兑付日期不能晚于今天'),
    effects: ({ input, subject }) => ({ set: { ...input, paidFen: subject.amountFen } }),
  }),
}))
