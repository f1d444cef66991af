/** 收费员队伍: who collects where, what each shift handed in against the orders of that shift, and integrity checks. */
import {
  choice,
  date,
  dayText,
  first,
  instant,
  integer,
  longText,
  many,
  money,
  one,
  person,
  procedure,
  record,
  ref,
  register,
  rows,
  text,
  unit,
} from '#kernel'
import { notYet, why, yuan } from '../shared.ts'

export const collector = register('parking.collector', {
  zh: '停车收费员',
  menu: '收费员管理',
  title: 'name',
  fields: {
    number: text('工号', { maxLength: 20 }).unique().searchable(),
    name: text('姓名', { maxLength: 40 }).searchable().personal('name'),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    person: person('平台账号').unique().optional(),
    unit: unit('所属单位').optional(),
    state: choice('状态', { active: '在岗', stopped: '停岗', left: '离职' }),
    joinedOn: date('到岗日期'),
  },
})
export const complaint = record('parking.collector-complaint', {
  zh: '收费员投诉',
  menu: '收费员管理',
  title: 'content',
  fields: {
    collector: ref('收费员', 'parking.collector'),
    kind: choice('事由', { overcharge: '多收费', noTicket: '不给票据', private: '私下收费', attitude: '态度', other: '其他' }),
    content: text('内容', { maxLength: 300 }),
    isTrue: choice('核查', { yes: '属实', no: '不属实', open: '核查中' }),
  },
})
const shiftForm = {
  collector: ref('收费员', 'parking.collector'),
  lot: ref('路段', 'parking.lot'),
  startsAt: instant('上岗'),
  endsAt: instant('下岗'),
} as const
const takingsSql = `select coalesce(sum(paid_fen) filter (where channel = 'cash'), 0)::int as cash, coalesce(sum(paid_fen) filter (where channel = 'code'), 0)::int as code, count(*)::int as orders
  from parking."order" where collector = $1 and lot = $2 and paid_at >= $3 and paid_at <= $4`
export const shift = procedure('parking.shift', {
  zh: '收费员当班与对账',
  menu: '收费员管理',
  numbering: { prefix: 'DB', per: 'day', digits: 4 },
  title: 'name',
  help: '下岗当日交款,现金、收款码分别与该班次订单逐日核对;不符须说明,由他人复核',
  fields: {
    name: text('班次', { maxLength: 80 }).searchable().optional(),
    ...shiftForm,
    cashFen: money('上交现金').optional(),
    codeFen: money('收款码到账').optional(),
    orderCashFen: money('订单现金').optional(),
    orderCodeFen: money('订单收款码').optional(),
    orders: integer('订单', { min: 0, unit: '笔' }).optional(),
    differenceFen: integer('差额', { unit: '分' }).optional(),
    explanation: longText('差额说明', { maxLength: 500 }).optional(),
    handedInAt: instant('交款时刻').optional(),
    conclusion: longText('复核结论', { maxLength: 500 }).optional(),
  },
  statuses: {
    planned: { zh: '当班', duty: 'parking.collect', taskZh: '收费员待交款' },
    even: { zh: '账款相符', kind: 'final' },
    different: { zh: '账款不符', duty: 'parking.finance', taskZh: '账款不符待复核' },
    reviewed: { zh: '不符已复核', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '排班',
    from: 'new',
    to: 'planned',
    by: 'parking.manage',
    form: shiftForm,
    look: async ({ tx, input, subject }) => ({
      who: await one<{ state: string; name: string }>(
        tx,
        'select state, name from parking.collector where id = $1 and retired_at is null',
        [input.collector],
      ),
      clash: await one<{ number: string }>(
        tx,
        `select number from parking.shift where collector = $1 and id <> $2 and starts_at < $4 and ends_at > $3 limit 1`,
        [input.collector, subject.id, input.startsAt, input.endsAt],
      ),
    }),
    check: ({ found, input }) =>
      first(
        why(found.who === undefined, '没有这名收费员'),
        notYet(found.who?.state !== 'active', '该收费员不在岗'),
        why(new Date(input.endsAt) <= new Date(input.startsAt), '下岗应晚于上岗'),
        notYet(found.clash !== undefined, `与班次${found.clash?.number}重叠`),
      ),
    effects: ({ found, input }) => ({ set: { name: `${found.who?.name ?? ''} ${dayText(new Date(input.startsAt))}` } }),
  }),
  handIn: action({
    zh: '交款对账',
    from: 'planned',
    by: 'parking.collect',
    tone: 'primary',
    form: {
      cashFen: money('上交现金'),
      codeFen: money('收款码到账'),
      explanation: longText('差额说明', { maxLength: 500 }).optional(),
    },
    guard: ({ subject, now }) => notYet(now < new Date(subject.endsAt), '尚未下岗'),
    look: ({ tx, subject }) =>
      one<{ cash: number; code: number; orders: number }>(tx, takingsSql, [
        subject.collector,
        subject.lot,
        subject.startsAt,
        subject.endsAt,
      ]),
    to: ({ input, found }) => (input.cashFen === found?.cash && input.codeFen === found?.code ? 'even' : 'different'),
    check: ({ input, found }) => {
      const difference = input.cashFen + input.codeFen - (found?.cash ?? 0) - (found?.code ?? 0)
      const isEven = input.cashFen === found?.cash && input.codeFen === found?.code
      return why(
        !isEven && !input.explanation,
        `与订单相差${yuan(difference)}元(订单现金${yuan(found?.cash ?? 0)}元、收款码${yuan(found?.code ?? 0)}元),请写明原因`,
      )
    },
    effects: ({ input, found, now }) => ({
      set: {
        ...input,
        orderCashFen: found?.cash ?? 0,
        orderCodeFen: found?.code ?? 0,
        orders: found?.orders ?? 0,
        differenceFen: input.cashFen + input.codeFen - (found?.cash ?? 0) - (found?.code ?? 0),
        handedInAt: now.toISOString(),
      },
    }),
  }),
  review: action({
    zh: '复核不符',
    from: 'different',
    to: 'reviewed',
    by: 'parking.finance',
    tone: 'primary',
    form: { conclusion: longText('复核结论', { maxLength: 500 }) },
    check: ({ past, actor }) =>
      notYet(
        past.some((p) => p.action === 'handIn' && p.actorId === actor.id),
        '交款人不能复核自己的账',
      ),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const findingLine = {
  collector: ref('收费员', 'parking.collector'),
  kind: choice('问题', { private: '私收', short: '少报', noTicket: '不出票', lend: '代签代岗', other: '其他' }),
  amountFen: money('涉及金额'),
  note: text('情况', { maxLength: 200 }),
} as const
/** Whose takings did not agree, or of whom a complaint proved true, in that time. */
const mustSql = `select collector, string_agg(why, '、' order by why) as why from (
    select collector, '账款不符' || count(*) || '次' as why from parking.shift
    where status = any (array['different', 'reviewed']) and handed_in_at >= $1::date and handed_in_at < $2::date + 1 group by collector
    union all select collector, '投诉属实' || count(*) || '件' from parking.collector_complaint
    where is_true = 'yes' and at >= $1::date and at < $2::date + 1 group by collector) x group by collector`
export const integrity = procedure('parking.integrity', {
  zh: '收费员廉政专项检查',
  menu: '收费员管理',
  numbering: { prefix: 'LZ', per: 'year', digits: 3 },
  title: 'name',
  help: '廉政风险岗位专项检查:账款不符、投诉属实的收费员列为必查',
  fields: {
    name: text('检查名称', { maxLength: 80 }).searchable(),
    fromOn: date('检查期起'),
    toOn: date('检查期止'),
    must: rows('必查收费员', { collector: ref('收费员', 'parking.collector'), why: text('缘由', { maxLength: 100 }) }).optional(),
    findings: rows('发现问题', findingLine).optional(),
    checked: integer('检查人数', { min: 0, unit: '人' }).optional(),
    found: integer('发现问题', { min: 0, unit: '个' }).optional(),
    amountFen: money('涉及金额').optional(),
    measures: longText('处理与整改', { maxLength: 2000 }).optional(),
  },
  statuses: {
    running: { zh: '检查中', duty: 'parking.finance', taskZh: '廉政检查待汇总' },
    rectifying: { zh: '整改中', duty: 'parking.manage', taskZh: '廉政检查问题待整改' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  launch: action({
    zh: '发起检查',
    from: 'new',
    to: 'running',
    by: 'parking.finance',
    form: { name: text('检查名称', { maxLength: 80 }), fromOn: date('检查期起'), toOn: date('检查期止') },
    look: ({ tx, input }) => many<{ collector: string; why: string }>(tx, mustSql, [input.fromOn, input.toOn]),
    check: ({ input, now }) =>
      first(why(input.toOn < input.fromOn, '止不能早于起'), why(input.fromOn > dayText(now), '检查期尚未开始')),
    effects: ({ found }) => ({ set: { must: found } }),
  }),
  conclude: action({
    zh: '汇总发现',
    from: 'running',
    to: ({ input }) => (input.findings.length > 0 ? 'rectifying' : 'closed'),
    by: 'parking.finance',
    tone: 'primary',
    form: { checked: integer('检查人数', { min: 0, unit: '人' }), findings: rows('发现问题', findingLine) },
    check: ({ input, subject }) =>
      why(input.checked < (subject.must ?? []).length, `必查${(subject.must ?? []).length}人,不能少查`),
    effects: ({ input }) => ({
      set: { ...input, found: input.findings.length, amountFen: input.findings.reduce((n, f) => n + f.amountFen, 0) },
    }),
  }),
  close: action({
    zh: '整改办结',
    from: 'rectifying',
    to: 'closed',
    by: 'parking.manage',
    tone: 'primary',
    form: { measures: longText('处理与整改', { maxLength: 2000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
