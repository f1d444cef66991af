/** 土方银行: who has soil and who needs it, matched by quality, volume and days, directly or through an account that is never negative. */
import { choice, date, first, longText, number, one, procedure, ref, say, type Tx, text } from '#kernel'
import { soilMoved } from './facts.ts'
import { notYet, why } from './shared.ts'
import { soilModes, soilQualities, soilSides } from './words.ts'

const orderForm = {
  side: choice('供需', soilSides),
  party: text('单位(工地)', { maxLength: 120 }),
  quality: choice('土质', soilQualities),
  m3: number('方量', { unit: 'm³', min: 1 }),
  fromOn: date('起'),
  toOn: date('止'),
  contact: text('联系人', { maxLength: 40 }).personal('name').optional(),
  phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
} as const
export const soilOrder = procedure('muck.soil-order', {
  zh: '土方供需登记',
  menu: '土方银行',
  title: 'party',
  numbering: { prefix: 'TF', per: 'year', digits: 4 },
  help: '登记后在本页“可对接”查看土质、时间相合的对方,由土方银行对接。',
  fields: {
    ...orderForm,
    party: orderForm.party.searchable(),
    matchedM3: number('已对接', { unit: 'm³' }).optional(),
    doneM3: number('已完成', { unit: 'm³' }).optional(),
    reason: text('撤销原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    open: { zh: '待对接', duty: 'muck.soil', taskZh: '土方供需待对接' },
    filled: { zh: '已对接完', kind: 'final' },
    cancelled: { zh: '撤销', kind: 'final' },
  },
}).actions((action) => ({
  register: action({
    zh: '登记供需',
    from: 'new',
    to: 'open',
    by: 'muck.soil',
    form: orderForm,
    check: ({ input }) => why(input.toOn < input.fromOn, '止不能早于起'),
    effects: () => ({ set: { matchedM3: 0, doneM3: 0 } }),
  }),
  count: action({
    zh: '重算对接量',
    from: ['open', 'filled'],
    to: ({ subject, input }) => (input.doneM3 >= subject.m3 ? 'filled' : 'open'),
    by: 'system',
    form: { matchedM3: number('已对接', { unit: 'm³' }), doneM3: number('已完成', { unit: 'm³' }) },
    effects: ({ input }) => ({ set: input }),
  }),
  cancel: action({
    zh: '撤销',
    from: 'open',
    to: 'cancelled',
    by: 'muck.soil',
    form: { reason: text('原因', { maxLength: 200 }) },
    check: ({ subject }) => notYet((subject.matchedM3 ?? 0) > (subject.doneM3 ?? 0), '还有未办结的对接单'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const matchForm = {
  mode: choice('方式', soilModes),
  supply: ref('供土', 'muck.soil-order').optional(),
  demand: ref('用土', 'muck.soil-order').optional(),
  account: ref('土方银行账户', 'muck.soil-account').optional(),
  m3: number('方量', { unit: 'm³', min: 1 }),
  onDay: date('交接日期'),
} as const
interface Order {
  readonly party: string
  readonly side: string
  readonly quality: string
  readonly status: string
  readonly leftM3: number
  readonly fromOn: string
  readonly toOn: string
}
const orderSql = `select party, side, quality, status, from_on::text as "fromOn", to_on::text as "toOn",
    (m3 - coalesce((select sum(m.m3) from muck.soil_match m where (m.supply = o.id or m.demand = o.id) and m.status = any(array['reserved', 'done'])), 0))::float8 as "leftM3"
  from muck.soil_order o where id = $1 for update of o`
interface Account {
  readonly name: string
  readonly quality: string
  readonly capacityM3: number
  readonly inM3: number
  readonly comingM3: number
  readonly outM3: number
  readonly reservedM3: number
}
const accountSql = `select name, quality, capacity_m3::float8 as "capacityM3", s.* from muck.soil_account a cross join lateral (
    select coalesce(sum(m3) filter (where mode = 'deposit' and status = 'done'), 0)::float8 as "inM3", coalesce(sum(m3) filter (where mode = 'deposit' and status = 'reserved'), 0)::float8 as "comingM3",
      coalesce(sum(m3) filter (where mode = 'withdraw' and status = 'done'), 0)::float8 as "outM3", coalesce(sum(m3) filter (where mode = 'withdraw' and status = 'reserved'), 0)::float8 as "reservedM3"
    from muck.soil_match m where m.district = a.district and m.account = a.id) s where a.id = $1 and a.retired_at is null for update of a`
const found = async (
  tx: Tx,
  m: {
    readonly supply?: string | null | undefined
    readonly demand?: string | null | undefined
    readonly account?: string | null | undefined
  },
) => ({
  // The rows are locked one after another in this order, so that two reservations of the same soil wait for each other.
  supply: m.supply ? await one<Order>(tx, orderSql, [m.supply]) : undefined,
  demand: m.demand ? await one<Order>(tx, orderSql, [m.demand]) : undefined,
  account: m.account ? await one<Account>(tx, accountSql, [m.account]) : undefined,
})
type Found = Awaited<ReturnType<typeof found>>
interface Match {
  readonly mode: keyof typeof soilModes
  readonly m3: number
  readonly onDay: string
}
const orderFault = (order: Order | undefined, side: keyof typeof soilSides, m: Match) => {
  const zh = soilSides[side]
  return first(
    why(order?.side !== side, `请选择${zh}登记`),
    notYet(order?.status !== 'open', `${order?.party ?? zh}已不在待对接`),
    notYet(m.m3 > (order?.leftM3 ?? 0), `${order?.party ?? zh}只余${order?.leftM3 ?? 0}m³未对接`),
    why(m.onDay < (order?.fromOn ?? '') || m.onDay > (order?.toOn ?? ''), `交接日期不在${order?.party ?? zh}的起止之内`),
  )
}
const faultOf = (f: Found, m: Match) => {
  const qualities = new Set([f.supply?.quality, f.demand?.quality, f.account?.quality].filter(Boolean))
  const a = f.account
  const freeM3 = a ? a.inM3 - a.outM3 - a.reservedM3 : 0
  return first(
    m.mode === 'withdraw' ? undefined : orderFault(f.supply, 'supply', m),
    m.mode === 'deposit' ? undefined : orderFault(f.demand, 'demand', m),
    why(m.mode !== 'direct' && !a, '请选择土方银行账户'),
    why(qualities.size > 1, '土质不同,不能对接'),
    notYet(m.mode === 'withdraw' && m.m3 > freeM3, `${a?.name}可支取${freeM3}m³`),
    notYet(
      m.mode === 'deposit' && a !== undefined && a.inM3 - a.outM3 + a.comingM3 + m.m3 > a.capacityM3,
      `${a?.name}容量不足,还可存${a ? a.capacityM3 - (a.inM3 - a.outM3) - a.comingM3 : 0}m³`,
    ),
  )
}
const moved = (s: { readonly supply: string | null; readonly demand: string | null; readonly account: string | null }) => ({
  facts: [say(soilMoved, { orders: [s.supply, s.demand].filter((x) => x !== null), account: s.account })],
})
export const soilMatch = procedure('muck.soil-match', {
  zh: '土方对接单',
  menu: '土方银行',
  title: 'mode',
  numbering: { prefix: 'TD', per: 'year', digits: 4 },
  help: '拟对接 → 预留(核对土质、余量)→ 交接办结,或解除预留。账户余额由办结的单据自动记入。',
  fields: {
    ...matchForm,
    quality: choice('土质', soilQualities).optional(),
    doneOn: date('办结日期').optional(),
    result: longText('交接情况', { maxLength: 500 }).optional(),
  },
  statuses: {
    drafted: { zh: '拟对接', duty: 'muck.soil', taskZh: '土方对接单待预留' },
    reserved: { zh: '已预留', duty: 'muck.soil', taskZh: '土方对接待交接' },
    done: { zh: '已办结', kind: 'final' },
    released: { zh: '已解除', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟对接',
    from: 'new',
    to: 'drafted',
    by: 'muck.soil',
    form: matchForm,
    check: ({ input }) =>
      first(
        why(input.mode !== 'withdraw' && !input.supply, '请选择供土登记'),
        why(input.mode !== 'deposit' && !input.demand, '请选择用土登记'),
        why(input.mode !== 'direct' && !input.account, '请选择土方银行账户'),
      ),
  }),
  reserve: action({
    zh: '预留',
    from: 'drafted',
    to: 'reserved',
    by: 'muck.soil',
    tone: 'primary',
    look: ({ tx, subject }) => found(tx, subject),
    check: ({ found: f, subject }) => faultOf(f, subject),
    effects: ({ found: f, subject }) => ({
      set: { quality: (f.supply?.quality ?? f.demand?.quality ?? null) as keyof typeof soilQualities | null },
      ...moved(subject),
    }),
  }),
  deliver: action({
    zh: '交接办结',
    from: 'reserved',
    to: 'done',
    by: 'muck.soil',
    tone: 'primary',
    form: { doneOn: date('办结日期'), result: longText('交接情况', { maxLength: 500 }) },
    effects: ({ input, subject }) => ({ set: input, ...moved(subject) }),
  }),
  release: action({
    zh: '解除',
    from: ['drafted', 'reserved'],
    to: 'released',
    by: 'muck.soil',
    tone: 'danger',
    form: { result: longText('原因', { maxLength: 500 }) },
    effects: ({ input, subject }) => ({ set: input, ...moved(subject) }),
  }),
}))
/** What an account holds by its finished slips. */
export const readAccount = (tx: Tx, id: string) => one<Account>(tx, accountSql, [id])
/** What of an order is taken by slips, and what is done. */
export const readOrder = (tx: Tx, id: string) =>
  one<{ matchedM3: number; doneM3: number; status: string }>(
    tx,
    `select o.status, coalesce(sum(m.m3) filter (where m.status = any(array['reserved', 'done'])), 0)::float8 as "matchedM3", coalesce(sum(m.m3) filter (where m.status = 'done'), 0)::float8 as "doneM3"
     from muck.soil_order o left join muck.soil_match m on m.district = o.district and (m.supply = o.id or m.demand = o.id) where o.id = $1 group by o.status`,
    [id],
  )
