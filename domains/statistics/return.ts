/** 月报报送: each unit that answers for a matter hands in its month; checked, accepted or sent back; who is late is named. */
import type { Transaction } from 'kysely'
import { flag, instant, integer, openIn, procedure, type Refusal, raw, refuse, text, unit, type WorkContext } from '#kernel'

const monthShape = /^\d{4}-(0[1-9]|1[0-2])$/
/** The first day after the month, local. */
export const monthEnd = (month: string): Date => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(number === 12 ? year + 1 : year, number === 12 ? 0 : number, 1) - 8 * 3_600_000)
}
interface Look {
  readonly tx: Transaction<unknown>
  readonly subject: { readonly district: string; readonly unit: string; readonly month: string }
}
const countEntries = async ({ tx, subject }: Look): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select count(*)::int as n from statistics.entry e join statistics.matter m on m.district = e.district and m.id = e.matter
     where e.district = $1 and e.retired_at is null and coalesce(e.unit, m.owner) = $2::uuid and to_char(e.happened_on, 'YYYY-MM') = $3`,
    [subject.district, subject.unit, subject.month],
  )
  return rows[0]?.n ?? 0
}
const judge = (count: number, isNil: boolean | null | undefined, month: string): Refusal | undefined => {
  if (count === 0 && !isNil) return refuse('statistics.empty', { month })
  return count > 0 && isNil ? refuse('statistics.not-nil', { count }) : undefined
}
export const returnProcedure = procedure('statistics.return', {
  zh: '月报报送',
  menu: '统计台账',
  title: 'month',
  numbering: { prefix: 'YB', per: 'year', digits: 5 },
  leadingClock: 'hand',
  mirror: { hand: { dueAt: 'handDueAt', stoppedAt: 'handedAt' } },
  uniqueTogether: [['unit', 'month']],
  fields: {
    unit: unit('报送单位'),
    month: text('月份', { maxLength: 7 }).searchable(),
    entries: integer('台账条数', { min: 0 }).optional(),
    isNil: flag('零报告').optional(),
    note: text('说明', { maxLength: 500 }).optional(),
    sender: text('报送人', { maxLength: 60 }).optional(),
    backCount: integer('退回次数', { min: 0 }),
    handDueAt: instant('报送期限').optional(),
    handedAt: instant('报送时间').optional(),
    acceptedAt: instant('审核通过时间').optional(),
  },
  clocks: { hand: { zh: '报送', limit: { value: 5, unit: 'work_day' }, basis: '本局统计报送制度(示例):次月5个工作日内' } },
  statuses: {
    due: { zh: '待报送', duty: 'statistics.fill', ofUnit: true, taskZh: '待报送月报' },
    handed: { zh: '待审核', duty: 'statistics.define', taskZh: '待审核月报' },
    accepted: { zh: '已通过', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '下达报送',
    from: 'new',
    to: 'due',
    by: 'statistics.define',
    form: { unit: unit('报送单位'), month: text('月份', { maxLength: 7 }).help('如 2026-03') },
    check: ({ input, now }) => {
      if (!monthShape.test(input.month)) return refuse('statistics.month')
      return monthEnd(input.month) > now ? refuse('statistics.early', { month: input.month }) : undefined
    },
    effects: ({ input }) => ({
      set: { unitId: input.unit, backCount: 0 },
      clocks: [{ clock: 'hand', do: 'start', from: monthEnd(input.month) }],
      assign: { unitId: input.unit },
    }),
  }),
  hand: action({
    zh: '报送',
    from: 'due',
    to: 'handed',
    by: 'statistics.fill',
    tone: 'primary',
    form: { isNil: flag('零报告').optional(), note: text('说明', { maxLength: 500 }).optional() },
    look: async (ctx) => ({ count: await countEntries(ctx as unknown as Look) }),
    check: ({ found, input, subject }) => judge(found.count, input.isNil, subject.month),
    effects: ({ found, input, actor }) => ({
      set: { entries: found.count, isNil: input.isNil ?? false, note: input.note ?? null, sender: actor.name },
      clocks: [{ clock: 'hand', do: 'stop' }],
    }),
  }),
  accept: action({
    zh: '审核通过',
    from: 'handed',
    to: 'accepted',
    by: 'statistics.define',
    tone: 'primary',
    isBulk: true,
    check: ({ actor, subject }) => (actor.name === subject.sender ? refuse('statistics.same-hand') : undefined),
    effects: ({ now }) => ({ set: { acceptedAt: now.toISOString() } }),
  }),
  sendBack: action({
    zh: '退回',
    from: 'handed',
    to: 'due',
    by: 'statistics.define',
    tone: 'danger',
    form: { reason: text('退回原因', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      set: { backCount: subject.backCount + 1 },
      clocks: [{ clock: 'hand', do: 'start' }],
      assign: { unitId: subject.unit },
    }),
  }),
}))

/** Last month's returns, asked of every unit that answers for a matter; one unit and month is asked once. */
export const openReturns = async (ctx: WorkContext): Promise<void> => {
  const local = new Date(ctx.now.getTime() + 8 * 3_600_000)
  const month = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)
  const { rows } = await raw<{ unit: string }>(
    ctx.tx,
    `select distinct m.owner as unit from statistics.matter m where m.district = $1 and m.owner is not null and m.retired_at is null and m.frequency <> 'year'
       and not exists (select 1 from statistics."return" t where t.district = m.district and t.unit = m.owner and t.month = $2)`,
    [ctx.district, month],
  )
  for (const { unit: owner } of rows)
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'statistics.return',
      district: ctx.district,
      actor: ctx.actor,
      input: { unit: owner, month },
    })
}
