/** 积分兑换: a household's account, what moved in it, the goods and the orders. Neither points nor stock ever below zero; one order is one order however often it is sent. */
import {
  addMonths,
  addRecord,
  bySystem,
  choice,
  date,
  dayText,
  editRow,
  first,
  flag,
  instant,
  integer,
  type Job,
  many,
  one,
  openIn,
  parameterOf,
  photos,
  procedure,
  record,
  ref,
  register,
  reject,
  text,
  type WorkContext,
} from '#kernel'
import { notYet } from '../shared.ts'

export const account = register('sorting.account', {
  zh: '积分账户',
  menu: '积分兑换',
  title: 'code',
  help: '一户一号;积分只由投放、交投、活动、兑换、过期、冲正改动,见“积分流水”。',
  fields: {
    code: text('户号', { maxLength: 40 }).unique().searchable(),
    place: ref('小区', 'sorting.place'),
    household: text('门牌', { maxLength: 60 }).personal('address'),
    phone: text('手机', { maxLength: 11 }).personal('phone'),
    points: integer('积分', { min: 0 }),
    isFrozen: flag('冻结'),
  },
  checks: { points: { sql: 'points >= 0', zh: '积分不能小于零' } },
})
export const moves = {
  drop: '正确投放',
  trade: '交投',
  event: '活动',
  exchange: '兑换',
  reverse: '冲正',
  expire: '过期',
} as const
export const entry = record('sorting.entry', {
  zh: '积分流水',
  menu: '积分兑换',
  title: 'kind',
  fields: {
    account: ref('账户', 'sorting.account'),
    kind: choice('类别', moves),
    points: integer('积分').help('收入为正,支出为负'),
    balance: integer('余额'),
    key: text('流水号', { maxLength: 120 }).searchable(),
    note: text('说明', { maxLength: 200 }).optional(),
    dayOn: date('日期'),
  },
})
export const gift = register('sorting.gift', {
  zh: '兑换物品',
  menu: '积分兑换',
  title: 'name',
  fields: {
    name: text('物品', { maxLength: 80 }).searchable(),
    outlet: text('兑换点(机、店)', { maxLength: 80 }),
    price: integer('积分', { min: 1 }),
    stock: integer('库存', { min: 0 }),
    low: integer('补货线', { min: 0 }),
  },
  uniqueTogether: [['name', 'outlet']],
  checks: { stock: { sql: 'stock >= 0', zh: '库存不能小于零' } },
})
export const order = procedure('sorting.order', {
  zh: '积分兑换单',
  menu: '积分兑换',
  title: 'giftName',
  numbering: { prefix: 'DH', per: 'day', digits: 5 },
  help: '兑换在“积分兑换”页办理;发放前可冲正,退回积分与库存。',
  fields: {
    account: ref('账户', 'sorting.account'),
    gift: ref('物品', 'sorting.gift'),
    giftName: text('物品', { maxLength: 80 }).searchable(),
    quantity: integer('数量', { min: 1 }),
    points: integer('积分'),
    handedAt: instant('发放时间').optional(),
    photos: photos(0, '发放照片').optional(),
    reason: text('冲正原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    placed: { zh: '待发放', duty: 'sorting.town', taskZh: '积分兑换待发放' },
    handed: { zh: '已发放', kind: 'final' },
    reversed: { zh: '已冲正', kind: 'final' },
  },
}).actions((action) => ({
  place: action({
    zh: '下单',
    from: 'new',
    to: 'placed',
    by: 'system',
    form: {
      account: ref('账户', 'sorting.account'),
      gift: ref('物品', 'sorting.gift'),
      giftName: text('物品', { maxLength: 80 }),
      quantity: integer('数量', { min: 1 }),
      points: integer('积分'),
    },
  }),
  hand: action({
    zh: '发放',
    from: 'placed',
    to: 'handed',
    by: 'sorting.town',
    tone: 'primary',
    effects: ({ now }) => ({ set: { handedAt: now.toISOString() } }),
  }),
  reverse: action({
    zh: '冲正',
    from: 'placed',
    to: 'reversed',
    by: 'system',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
interface Account {
  readonly id: string
  readonly points: number
  readonly isFrozen: boolean
  readonly areaCode: string | null
}
const accountSql =
  'select id, points, is_frozen as "isFrozen", area_code as "areaCode" from sorting.account where retired_at is null and'
/** Locks the account, moves its points and writes the line; a key that is known moves nothing. Refuses to go below zero. */
export const movePoints = async (
  ctx: WorkContext,
  id: string,
  kind: keyof typeof moves,
  points: number,
  key: string,
  note: string | null = null,
): Promise<number> => {
  const found = await one<Account>(ctx.tx, `${accountSql} id = $1 for update`, [id])
  if (!found) return reject('kernel.not-found', { what: '积分账户' })
  if (await one(ctx.tx, 'select 1 as n from sorting.entry where account = $1 and key = $2', [id, key])) return found.points
  const balance = found.points + points
  if (balance < 0) return reject('sorting.not-yet', { why: `积分不足,需${-points}分,现有${found.points}分` })
  await editRow(ctx, account, id, { points: balance }, { reason: moves[kind] })
  await addRecord(
    ctx,
    entry,
    { account: id, kind, points, balance, key, note, dayOn: dayText(ctx.now) },
    { areaCode: found.areaCode },
  )
  return balance
}
/** Points earned, within the month's limit of a household; returns what was credited. */
export const earnPoints = async (
  ctx: WorkContext,
  id: string,
  kind: 'drop' | 'trade' | 'event',
  points: number,
  key: string,
  note: string,
) => {
  const from = `${dayText(ctx.now).slice(0, 7)}-01`
  await one(ctx.tx, `${accountSql} id = $1 for update`, [id])
  const earned = await one<{ n: number }>(
    ctx.tx,
    `select coalesce(sum(points), 0)::int as n from sorting.entry where account = $1 and kind in ('drop', 'trade', 'event') and day_on >= $2::date`,
    [id, from],
  )
  const credited = Math.max(0, Math.min(points, parameterOf(ctx, 'sorting.points-month') - (earned?.n ?? 0)))
  return { credited, balance: credited > 0 ? await movePoints(ctx, id, kind, credited, key, note) : undefined }
}
/** Takes back what an event brought an account; what was spent since stays spent. */
export const takeBack = async (ctx: WorkContext, id: string, key: string, note: string): Promise<void> => {
  const found = await one<{ earned: number; points: number }>(
    ctx.tx,
    `select e.points as earned, a.points from sorting.entry e join sorting.account a on a.id = e.account where e.account = $1 and e.key = $2`,
    [id, key],
  )
  const points = Math.min(found?.earned ?? 0, found?.points ?? 0)
  if (points > 0) await movePoints(ctx, id, 'reverse', -points, `void:${key}`, note)
}
const knownSql = `select o.id, o.number, o.points, a.points as balance from sorting.order o join sorting.account a on a.id = o.account where o.client_key = $1`
/** One exchange: the order's own key is asked first, so that sending it again gives the same order. */
export const exchangeGift = async (ctx: WorkContext, input: { code: string; gift: string; quantity: number; key: string }) => {
  const clientKey = `exchange:${input.key}`
  const found = await one<Account>(ctx.tx, `${accountSql} code = $1 for update`, [input.code])
  if (!found) return reject('kernel.not-found', { what: '积分账户' })
  const known = await one<{ id: string; number: string; points: number; balance: number }>(ctx.tx, knownSql, [clientKey])
  if (known) return { order: known.id, number: known.number, points: known.points, balance: known.balance, isKnown: true }
  const item = await one<{ id: string; name: string; price: number; stock: number }>(
    ctx.tx,
    'select id, name, price, stock from sorting.gift where id = $1 and retired_at is null for update',
    [input.gift],
  )
  const points = (item?.price ?? 0) * input.quantity
  const refusal = first(
    notYet(found.isFrozen, '账户已冻结'),
    notYet(!item || item.stock < input.quantity, `库存不足,只剩${item?.stock ?? 0}`),
    notYet(found.points < points, `积分不足,需${points}分,现有${found.points}分`),
  )
  if (refusal || !item) return reject('sorting.not-yet', { why: String(refusal?.params?.why ?? '没有这件物品') })
  const balance = await movePoints(ctx, found.id, 'exchange', -points, clientKey, item.name)
  await editRow(ctx, gift, item.id, { stock: item.stock - input.quantity }, { reason: '兑换' })
  const opened = await openIn(ctx.tx, ctx.kernel, {
    procedure: 'sorting.order',
    district: ctx.district,
    actor: ctx.actor,
    clientKey,
    areaCode: found.areaCode ?? undefined,
    input: { account: found.id, gift: item.id, giftName: item.name, quantity: input.quantity, points },
  })
  return { order: opened.id, number: opened.number, points, balance, isKnown: false }
}
/** Takes an order back before it is handed out: points and goods return. */
export const reverseOrder = async (ctx: WorkContext, id: string, reason: string) => {
  const found = await one<{ account: string; gift: string; points: number; quantity: number; number: string; status: string }>(
    ctx.tx,
    'select account, gift, points, quantity, number, status from sorting.order where id = $1 for update',
    [id],
  )
  if (!found) return reject('kernel.not-found', { what: '积分兑换单' })
  if (found.status !== 'placed') return reject('sorting.not-yet', { why: '已发放或已冲正,不能冲正' })
  await bySystem(ctx, 'sorting.order', id, 'reverse', { reason })
  const item = await one<{ stock: number }>(ctx.tx, 'select stock from sorting.gift where id = $1 for update', [found.gift])
  await editRow(ctx, gift, found.gift, { stock: (item?.stock ?? 0) + found.quantity }, { reason: '冲正' })
  return {
    number: found.number,
    balance: await movePoints(ctx, found.account, 'reverse', found.points, `reverse:${found.number}`, reason),
  }
}
/** What was earned so long ago and not spent since: everything taken out later is counted against the oldest first. */
const expiredSql = `select a.id, least(a.points, coalesce(sum(e.points) filter (where e.points > 0 and e.kind <> 'reverse' and e.day_on < $1::date), 0)
    + coalesce(sum(e.points) filter (where e.points < 0 or e.kind = 'reverse'), 0))::int as points from sorting.account a join sorting.entry e on e.account = a.id where a.retired_at is null group by a.id, a.points`
const expire = async (ctx: WorkContext): Promise<void> => {
  const today = dayText(ctx.now)
  const before = addMonths(today, -parameterOf(ctx, 'sorting.points-months'))
  for (const { id, points } of await many<{ id: string; points: number }>(ctx.tx, expiredSql, [before]))
    if (points > 0) await movePoints(ctx, id, 'expire', -points, `expire:${today}`, `${before}以前`)
}
export const expireJob: Job = { id: 'sorting.expire', zh: '积分过期', everyMinutes: 720, run: expire }
