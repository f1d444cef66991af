/** 渗滤液: each day produced, treated and discharged, with what the on-line instruments said of the outflow that day. */
import {
  count,
  date,
  first,
  flag,
  type Indicator,
  indicator,
  number,
  one,
  procedure,
  ratio,
  ref,
  sum,
  text,
  value,
} from '#kernel'
import { why } from './shared.ts'

const form = {
  device: ref('出水在线监测仪', 'sensing.device'),
  plant: text('场站', { maxLength: 80 }).searchable(),
  reportedOn: date('日期'),
  producedT: number('产生量', { unit: '吨', min: 0 }),
  treatedT: number('处理量', { unit: '吨', min: 0 }),
  dischargedT: number('出水量', { unit: '吨', min: 0 }),
} as const
export const leachateDay = procedure('sensing.leachate-day', {
  zh: '渗滤液日报',
  menu: '智能装备',
  title: 'plant',
  numbering: { prefix: 'SL', per: 'year', digits: 4 },
  help: '是否达标由当日在线监测的小时值与当日告警判定:有效小时不足20个、或有未判为误报的超标告警的,不算达标。',
  fields: {
    ...form,
    hours: number('有效小时', { min: 0 }),
    exceeded: number('超标告警', { min: 0 }),
    isMet: flag('达标出水'),
    isCleared: flag('日产日处理'),
    reason: text('说明', { maxLength: 300 }).optional(),
  },
  uniqueTogether: [['plant', 'reportedOn']],
  statuses: {
    filed: { zh: '待审核', duty: 'sensing.duty', taskZh: '渗滤液日报待审核' },
    confirmed: { zh: '已审核', kind: 'final' },
    void: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '填报',
    from: 'new',
    to: 'filed',
    by: 'sensing.handle',
    form: { ...form, reason: text('未日产日处理的说明', { maxLength: 300 }).optional() },
    look: ({ tx, input }) =>
      one<{ hours: number; exceeded: number }>(
        tx,
        `select (select count(distinct h.at)::int from sensing.hourly h where h.device = $1 and h.quantity = any (array['ph', 'cod', 'nh3n']) and (h.at at time zone 'Asia/Shanghai')::date = $2::date) as hours,
           (select count(*)::int from sensing.alarm a where a.device = $1 and a.status <> all (array['untrue', 'tested']) and (a.raised_at at time zone 'Asia/Shanghai')::date = $2::date
              and a.quantity = any (array['ph', 'cod', 'nh3n', 'tn', 'tp'])) as exceeded`,
        [input.device, input.reportedOn],
      ),
    check: ({ input }) =>
      first(
        why(input.dischargedT > input.treatedT, '出水量不能大于处理量'),
        why(input.treatedT < input.producedT && !input.reason, '处理量小于产生量,须写明原因'),
      ),
    effects: ({ input, found }) => {
      const hours = found?.hours ?? 0
      const exceeded = found?.exceeded ?? 0
      return { set: { hours, exceeded, isMet: hours >= 20 && exceeded === 0, isCleared: input.treatedT >= input.producedT } }
    },
  }),
  confirm: action({ zh: '审核', from: 'filed', to: 'confirmed', by: 'sensing.duty', tone: 'primary', isBulk: true }),
  discard: action({
    zh: '作废',
    from: 'filed',
    to: 'void',
    by: 'sensing.duty',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { reason: input.reason } }),
  }),
}))
const real = { status: { not: 'void' } } as const
export const leachateIndicators: readonly Indicator[] = [
  indicator('sensing.leachate-treated-rate', {
    zh: '渗滤液日产日处理率',
    unit: '%',
    decimals: 2,
    definition: '日产日处理的天数 ÷ 填报天数',
    of: ratio(
      count(leachateDay, { at: 'reportedOn', where: { ...real, isCleared: true } }),
      count(leachateDay, { at: 'reportedOn', where: real }),
    ),
  }),
  indicator('sensing.leachate-discharged', {
    zh: '渗滤液达标出水量',
    unit: '吨',
    decimals: 0,
    definition: '达标日的出水量合计',
    of: value(sum(leachateDay, 'dischargedT', { at: 'reportedOn', where: { ...real, isMet: true } })),
    by: ['plant'],
  }),
]
