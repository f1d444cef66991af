/** 矛盾纠纷排查化解: its place decides the street that settles it, a grave risk goes to the bureau (属地管理、分级负责); who is in it is read by those who settle it alone. */
import {
  addDays,
  area,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  longText,
  one,
  procedure,
  rows,
  type Tx,
  text,
  unit,
} from '#kernel'
import { notYet, ownUnit, unitOfPerson, why } from '../shared.ts'

export const risks = { low: '低', middle: '中', high: '高' } as const
export const disputeSources = { found: '排查发现', visit: '来访', assigned: '上级交办', police: '公安移送' } as const
const form = {
  source: choice('来源', disputeSources),
  kind: choice('类型', {
    stall: '摊贩经营',
    building: '违建拆除',
    wage: '劳资',
    noise: '噪声油烟',
    neighbour: '邻里',
    other: '其他',
  }),
  name: text('事由', { maxLength: 120 }),
  persons: text('当事人', { maxLength: 60 }).personal('name'),
  phone: text('联系电话', { maxLength: 20 }).personal('phone').optional(),
  people: integer('涉及人数', { unit: '人', min: 1 }),
  risk: choice('风险等级', risks),
  street: area('属地街道'),
} as const
const stepLine = {
  on: date('日期'),
  who: text('调解人', { maxLength: 40 }),
  said: text('情况', { maxLength: 500 }),
} as const
/** The squad of the street; for a grave risk, and where a street has none, the bureau. */
const dutyUnit = (tx: Tx, street: string, risk: string) =>
  one<{ id: string; name: string }>(
    tx,
    `select id, name from kernel.unit where retired_at is null and (($2 <> 'high' and area_code = $1 and kind = '街道中队') or kind = '主管局')
       order by (kind = '主管局') limit 1`,
    [street.slice(0, 9), risk],
  )
export const dispute = procedure('affairs.dispute', {
  zh: '矛盾纠纷',
  menu: '建议提案与诉求',
  title: 'name',
  numbering: { prefix: 'MD', per: 'year', digits: 5 },
  help: '按属地管理、分级负责自动确定责任单位:低中风险归街道中队,高风险归主管局;当事人信息仅化解人员可见且遮蔽,对外只出计数。',
  fields: {
    ...form,
    unit: unit('责任单位'),
    steps: rows('化解经过', stepLine),
    agreement: longText('协议或处理意见', { maxLength: 2000 }).optional(),
    settledOn: date('化解日期').optional(),
    dueOn: date('化解期限'),
    isLate: choice('逾期', { yes: '是', no: '否' }).optional(),
    satisfaction: choice('回访', { good: '满意', basic: '基本满意', bad: '不满意' }).optional(),
    raises: integer('升级', { unit: '次' }),
  },
  clocks: { settle: { zh: '化解', limit: { value: 30, unit: 'natural_day' }, basis: '人民调解工作若干规定第三十三条' } },
  statuses: {
    open: { zh: '化解中', duty: 'affairs.mediate', taskZh: '矛盾纠纷待化解' },
    settled: { zh: '已化解,待回访', duty: 'affairs.mediate', taskZh: '矛盾纠纷待回访' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记',
    from: 'new',
    to: 'open',
    by: 'affairs.mediate',
    form,
    look: ({ tx, input }) => dutyUnit(tx, input.street, input.risk),
    check: ({ input, found }) => first(why(input.street.length < 9, '请选到街道'), why(!found, '该处没有责任单位')),
    effects: ({ input, found, now, parameter }) => {
      const dueOn = addDays(dayText(now), parameter('affairs.dispute-days'))
      const unitId = found?.id ?? ''
      return {
        set: { unit: unitId, unitId, areaCode: input.street.slice(0, 9), steps: [], dueOn, raises: 0 },
        clocks: [{ clock: 'settle', do: 'start', dueAt: endOf(dueOn) }],
        notify: [{ unitId, zh: `矛盾纠纷(${risks[input.risk]}风险)待化解,${dueOn}前` }],
      }
    },
  }),
  mediate: action({
    zh: '登记化解经过',
    from: 'open',
    to: 'same',
    by: 'affairs.mediate',
    form: { said: longText('情况', { maxLength: 500 }) },
    effects: ({ subject, input, now, actor }) => ({
      set: { steps: [...subject.steps, { on: dayText(now), who: actor.name, said: input.said }] },
    }),
  }),
  grade: action({
    zh: '调整风险等级',
    from: 'open',
    to: 'same',
    by: 'affairs.mediate',
    help: '升为高风险的转主管局负责,降级的回到属地',
    form: { risk: choice('风险等级', risks), reason: text('理由', { maxLength: 300 }) },
    look: ({ tx, subject, input }) => dutyUnit(tx, subject.street, input.risk),
    check: ({ subject, input, found }) =>
      first(why(subject.risk === input.risk, '等级没有变化'), why(!found, '该处没有责任单位')),
    effects: ({ subject, input, found }) => {
      const unitId = found?.id ?? subject.unit
      return {
        set: { risk: input.risk, unit: unitId, unitId, raises: subject.raises + (input.risk === 'high' ? 1 : 0) },
        notify: [{ unitId, zh: `${subject.number}风险等级调整为${risks[input.risk]}` }],
      }
    },
  }),
  settle: action({
    zh: '化解',
    from: 'open',
    to: 'settled',
    by: 'affairs.mediate',
    tone: 'primary',
    form: { agreement: longText('协议或处理意见', { maxLength: 2000 }) },
    guard: ({ subject }) => notYet(subject.steps.length === 0, '请先登记化解经过'),
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ subject, found }) => (subject.risk === 'high' ? undefined : ownUnit({ subject, found })),
    effects: ({ input, subject, now }) => ({
      set: { agreement: input.agreement, settledOn: dayText(now), isLate: dayText(now) > subject.dueOn ? 'yes' : 'no' },
      clocks: [{ clock: 'settle', do: 'stop' }],
    }),
  }),
  visit: action({
    zh: '回访',
    from: 'settled',
    to: ({ input }) => (input.satisfaction === 'bad' ? 'open' : 'closed'),
    by: 'affairs.mediate',
    tone: 'primary',
    form: { satisfaction: choice('当事人意见', { good: '满意', basic: '基本满意', bad: '不满意,继续化解' }) },
    effects: ({ input, now, parameter }) => {
      const dueOn = addDays(dayText(now), parameter('affairs.dispute-days'))
      return input.satisfaction === 'bad'
        ? { set: { ...input, dueOn }, clocks: [{ clock: 'settle', do: 'start', dueAt: endOf(dueOn) }] }
        : { set: input }
    },
  }),
}))
