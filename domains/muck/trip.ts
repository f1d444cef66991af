/** 清运趟次: out of a gate under a permit, along a route, into a dump site with its receipt; closed without anybody where all agrees. */
import { flag, hourMs, instant, integer, longText, number, procedure, ref, text } from '#kernel'
import { round2, why } from './shared.ts'

const form = {
  plate: text('号牌', { maxLength: 10 }),
  haulerCode: text('企业信用代码', { maxLength: 18 }).optional(),
  haulerName: text('企业', { maxLength: 100 }).optional(),
  truck: ref('车辆', 'muck.truck').optional(),
  site: ref('工地', 'muck.site').optional(),
  siteName: text('工地', { maxLength: 130 }),
  certificate: text('处置证', { maxLength: 30 }).optional(),
  plannedDump: ref('核准消纳场', 'muck.dump').optional(),
  loadM3: number('出土', { unit: 'm³', min: 0 }),
  leftAt: instant('出场时间'),
  isDay: flag('白天运输'),
  isPermitted: flag('许可相符'),
} as const
const got = {
  dump: ref('签收消纳场', 'muck.dump'),
  receivedM3: number('受纳', { unit: 'm³', min: 0 }),
  receivedAt: instant('签收时间'),
} as const
const all = ['running', 'missing', 'differing', 'closed', 'voided'] as const
const noTimer = [{ name: 'late', at: null, action: 'miss' }] as const
/** What a receipt says of a load: the difference and its share of the load. */
export const differenceOf = (loadM3: number, receivedM3: number) => ({
  differenceM3: round2(loadM3 - receivedM3),
  differencePct: loadM3 === 0 ? null : round2((Math.abs(loadM3 - receivedM3) / loadM3) * 100),
})
export const trip = procedure('muck.trip', {
  zh: '清运趟次',
  menu: '清运监管',
  title: 'plate',
  numbering: { prefix: 'TC', per: 'day', digits: 5 },
  help: '许可、车辆、出场、路线、消纳签收都相符的自动闭合,不需人过问;缺回执、方量不符的由值守人员核实。',
  fields: {
    ...form,
    plate: form.plate.searchable(),
    siteName: form.siteName.searchable(),
    dump: got.dump.optional(),
    receivedM3: got.receivedM3.optional(),
    receivedAt: got.receivedAt.optional(),
    receiptDueAt: instant('回执期限').optional(),
    differenceM3: number('出土 − 受纳', { unit: 'm³' }).optional(),
    differencePct: number('误差', { unit: '%' }).optional(),
    minutes: integer('用时', { unit: '分钟' }).optional(),
    alarms: integer('告警', { unit: '起' }),
    isTouched: flag('有人介入'),
    result: longText('核实情况', { maxLength: 500 }).optional(),
  },
  statuses: {
    running: { zh: '在途' },
    missing: { zh: '缺回执', duty: 'muck.watch', taskZh: '清运趟次缺消纳回执' },
    differing: { zh: '方量不符', duty: 'muck.watch', taskZh: '清运趟次方量不符' },
    closed: { zh: '已闭合', kind: 'final' },
    voided: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  leave: action({
    zh: '载土出场',
    from: 'new',
    to: 'running',
    by: 'system',
    form,
    effects: ({ input, parameter }) => {
      const due = new Date(new Date(input.leftAt).getTime() + parameter('muck.receipt-hours') * hourMs)
      return {
        set: { alarms: 0, isTouched: false, receiptDueAt: due.toISOString() },
        timers: [{ name: 'late', at: due, action: 'miss' }],
      }
    },
  }),
  miss: action({ zh: '逾期未签收', from: 'running', to: 'missing', by: 'system' }),
  receive: action({
    zh: '消纳场签收',
    from: ['running', 'missing'],
    to: ({ input, subject, parameter }) =>
      (differenceOf(subject.loadM3, input.receivedM3).differencePct ?? 0) > parameter('muck.tolerance-percent')
        ? 'differing'
        : 'closed',
    by: 'system',
    form: got,
    effects: ({ input, subject }) => ({
      set: {
        ...input,
        ...differenceOf(subject.loadM3, input.receivedM3),
        minutes: Math.round((new Date(input.receivedAt).getTime() - new Date(subject.leftAt).getTime()) / 60_000),
      },
      timers: noTimer,
    }),
  }),
  noteAlarm: action({
    zh: '告警',
    from: all,
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({ set: { alarms: subject.alarms + 1 } }),
  }),
  noteTouched: action({
    zh: '有人处理告警',
    from: all,
    to: 'same',
    by: 'system',
    effects: () => ({ set: { isTouched: true } }),
  }),
  settle: action({
    zh: '核实闭合',
    from: ['missing', 'differing'],
    to: 'closed',
    by: 'muck.watch',
    tone: 'primary',
    help: '补登回执,或核实方量差异的原因',
    form: {
      dump: ref('签收消纳场', 'muck.dump').optional(),
      receivedM3: number('核实受纳', { unit: 'm³', min: 0 }),
      result: longText('核实情况', { maxLength: 500 }),
    },
    check: ({ input, subject }) => why(!input.dump && !subject.dump, '请选择签收消纳场'),
    effects: ({ input, subject, now }) => ({
      set: {
        dump: input.dump ?? subject.dump,
        receivedM3: input.receivedM3,
        receivedAt: subject.receivedAt ?? now.toISOString(),
        ...differenceOf(subject.loadM3, input.receivedM3),
        result: input.result,
        isTouched: true,
      },
    }),
  }),
  cancel: action({
    zh: '作废',
    from: ['running', 'missing', 'differing'],
    to: 'voided',
    by: 'muck.watch',
    tone: 'danger',
    form: { result: longText('原因', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: { ...input, isTouched: true }, timers: noTimer }),
  }),
}))
