/** 分类奖励: rules with a budget of a period; a list drawn from ratings and points, made public, then paid. */
import {
  addDays,
  choice,
  date,
  dayText,
  first,
  integer,
  many,
  money,
  one,
  procedure,
  ref,
  register,
  rows,
  type Tx,
  text,
} from '#kernel'
import { notYet, total } from '../shared.ts'

const targets = { household: '家庭', compound: '小区', staff: '指导员' } as const
export const rewardRule = register('sorting.reward-rule', {
  zh: '奖励规则',
  menu: '积分兑换',
  title: 'name',
  help: '小区:期内评级为优的月数不少于门槛;家庭:期内收入积分不少于门槛;指导员:所在小区期内准确率不低于门槛。',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    target: choice('对象', targets),
    least: integer('门槛', { min: 1 }),
    amountFen: money('每个奖励'),
    budgetFen: money('期内预算'),
    fromOn: date('期起'),
    toOn: date('期止(含)'),
  },
})
interface Rule {
  readonly target: keyof typeof targets
  readonly least: number
  readonly amountFen: number
  readonly budgetFen: number
  readonly fromOn: string
  readonly toOn: string
  readonly name: string
  readonly isUsed: boolean
}
const ruleSql = `select target, least, amount_fen as "amountFen", budget_fen as "budgetFen", from_on::text as "fromOn", to_on::text as "toOn", name,
  exists (select 1 from sorting.reward w where w.rule = r.id and w.status <> 'dropped') as "isUsed" from sorting.reward_rule r where id = $1 and retired_at is null`
/** Whom a rule rewards, counted from what stands: never a list typed by hand. */
const listSql: Readonly<Record<keyof typeof targets, string>> = {
  compound: `select p.name, count(*)::int as reached from sorting.rating x join sorting.place p on p.id = x.place where x.grade = 'excellent' and x.month_on >= $1::date and x.month_on <= $2::date group by p.id, p.name having count(*) >= $3 order by p.name`,
  household: `select a.code as name, sum(e.points)::int as reached from sorting.entry e join sorting.account a on a.id = e.account where e.kind in ('drop', 'trade', 'event') and e.day_on >= $1::date and e.day_on <= $2::date group by a.code having sum(e.points) >= $3 order by a.code`,
  staff: `select g.name, round(sum(b.correct) * 100.0 / sum(b.checked))::int as reached from sorting.guide g join sorting.bag b on b.place = g.place where g.retired_at is null and (b.at at time zone 'Asia/Shanghai')::date between $1::date and $2::date group by g.id, g.name having sum(b.correct) * 100.0 / sum(b.checked) >= $3 order by g.name`,
}
const draw = async (tx: Tx, id: string) => {
  const rule = await one<Rule>(tx, ruleSql, [id])
  return {
    rule,
    list: rule
      ? await many<{ name: string; reached: number }>(tx, listSql[rule.target], [rule.fromOn, rule.toOn, rule.least])
      : [],
  }
}
const line = { name: text('对象', { maxLength: 80 }), reached: integer('达到'), amountFen: money('奖励') } as const
export const reward = procedure('sorting.reward', {
  zh: '分类奖励发放',
  menu: '积分兑换',
  title: 'name',
  numbering: { prefix: 'JL', per: 'year', digits: 3 },
  help: '名单由规则从评级、积分、准确率得出 → 公示满规定天数 → 批准 → 发放;不超预算,同一规则只发一次。',
  fields: {
    rule: ref('规则', 'sorting.reward-rule'),
    name: text('名称', { maxLength: 80 }).searchable().optional(),
    lines: rows('名单', line).optional(),
    people: integer('对象', { unit: '个' }).optional(),
    sumFen: money('合计').optional(),
    noticedOn: date('公示日期').optional(),
    noticeTo: date('公示至').optional(),
    objection: text('异议处理', { maxLength: 300 }).optional(),
    paidOn: date('发放日期').optional(),
    voucher: text('凭证号', { maxLength: 60 }).optional(),
  },
  statuses: {
    drawn: { zh: '待公示', duty: 'sorting.manage', taskZh: '分类奖励待公示' },
    noticed: { zh: '公示中', duty: 'sorting.approve', taskZh: '分类奖励待批准' },
    approved: { zh: '待发放', duty: 'sorting.manage', taskZh: '分类奖励待发放' },
    paid: { zh: '已发放', kind: 'final' },
    dropped: { zh: '已撤回', kind: 'final' },
  },
}).actions((action) => ({
  draw: action({
    zh: '生成名单',
    from: 'new',
    to: 'drawn',
    by: 'sorting.manage',
    form: { rule: ref('规则', 'sorting.reward-rule') },
    look: ({ tx, input }) => draw(tx, input.rule),
    check: ({ found, now }) =>
      first(
        notYet(!found.rule, '没有这条规则'),
        notYet(Boolean(found.rule?.isUsed), '这条规则已发放'),
        notYet((found.rule?.toOn ?? '') >= dayText(now), '期限未满'),
        notYet(found.list.length === 0, '没有达到的对象'),
        notYet(
          found.list.length * (found.rule?.amountFen ?? 0) > (found.rule?.budgetFen ?? 0),
          `需${(found.list.length * (found.rule?.amountFen ?? 0)) / 100}元,超出预算${(found.rule?.budgetFen ?? 0) / 100}元`,
        ),
      ),
    effects: ({ found }) => {
      const lines = found.list.map((l) => ({ ...l, amountFen: found.rule?.amountFen ?? 0 }))
      return { set: { name: found.rule?.name ?? null, lines, people: lines.length, sumFen: total(lines, (l) => l.amountFen) } }
    },
  }),
  notice: action({
    zh: '公示',
    from: 'drawn',
    to: 'noticed',
    by: 'sorting.manage',
    tone: 'primary',
    effects: ({ now, parameter }) => ({
      set: { noticedOn: dayText(now), noticeTo: addDays(dayText(now), parameter('sorting.notice-days')) },
    }),
  }),
  approve: action({
    zh: '批准',
    from: 'noticed',
    to: 'approved',
    by: 'sorting.approve',
    tone: 'primary',
    form: { objection: text('异议处理', { maxLength: 300 }) },
    guard: ({ subject, now }) => notYet(dayText(now) <= (subject.noticeTo ?? ''), `公示至${subject.noticeTo},期满才能批准`),
    effects: ({ input }) => ({ set: input }),
  }),
  pay: action({
    zh: '发放',
    from: 'approved',
    to: 'paid',
    by: 'sorting.manage',
    tone: 'primary',
    form: { voucher: text('凭证号', { maxLength: 60 }) },
    effects: ({ input, now }) => ({ set: { ...input, paidOn: dayText(now) } }),
  }),
  drop: action({
    zh: '撤回',
    from: ['drawn', 'noticed'],
    to: 'dropped',
    by: 'sorting.manage',
    form: { objection: text('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
