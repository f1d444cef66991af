/** 过磅单: gross less tare; what cannot be right is held for a person, what was wrong is corrected and its first figures stay. */
import { sanitationWeighed } from '#catalogue/facts.ts'
import { choice, dayText, first, instant, longText, number, procedure, ref, round, say, text } from '#kernel'
import { dayTouched } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { stationKinds, treatmentOf, wastes } from '../words.ts'

const weights = {
  grossKg: number('毛重', { unit: 'kg', min: 0, max: 100_000 }),
  tareKg: number('皮重', { unit: 'kg', min: 0, max: 100_000 }),
} as const
const form = {
  ticket: text('磅单号', { maxLength: 60 }),
  station: ref('站(厂)', 'sanitation.station'),
  stationName: text('站(厂)', { maxLength: 80 }),
  stationKind: choice('站(厂)类型', stationKinds),
  direction: choice('方向', { in: '进', out: '出' }),
  waste: choice('垃圾种类', wastes),
  plate: text('号牌', { maxLength: 10 }),
  fromPlace: text('来源', { maxLength: 120 }),
  fromStation: ref('来源站', 'sanitation.station').optional().help('由转运站运来的'),
  route: text('收运线路', { maxLength: 60 }).optional(),
  ...weights,
  weighedAt: instant('过磅时间'),
  doubt: text('疑点', { maxLength: 200 }).optional(),
} as const
interface Told {
  readonly ticket: string
  readonly waste: keyof typeof wastes
  readonly direction: 'in' | 'out'
  readonly stationName: string
  readonly stationKind: keyof typeof stationKinds
  readonly plate: string
  readonly fromPlace: string
  readonly fromStation?: string | null
  readonly areaCode: string | null
  readonly weighedAt: string
}
const told = (t: Told, netKg: number, isVoid = false) => [
  say(sanitationWeighed, {
    ticket: t.ticket,
    waste: t.waste,
    netKg,
    direction: t.direction,
    station: t.stationName,
    treatment: treatmentOf[t.stationKind],
    plate: t.plate,
    fromPlace: t.fromPlace,
    isOnward: Boolean(t.fromStation),
    areaCode: t.areaCode,
    at: new Date(t.weighedAt).toISOString(),
    isVoid,
  }),
  say(dayTouched, { day: dayText(new Date(t.weighedAt)) }),
]
const netOf = (w: { readonly grossKg: number; readonly tareKg: number }): number => round(w.grossKg - w.tareKg)
const tons = (kg: number): number => round(kg / 1000, 3)
const noNet = (w: { readonly grossKg: number; readonly tareKg: number }) => why(w.grossKg <= w.tareKg, '毛重应大于皮重')
export const ticket = procedure('sanitation.ticket', {
  zh: '地磅过磅单',
  menu: '转运处理',
  title: 'ticket',
  numbering: { prefix: 'GB', per: 'day', digits: 5 },
  help: '磅单号不重复,重传不重计;皮重异常、超载、无台账车辆的待人核实;更正后仍保留首次读数。',
  fields: {
    ...form,
    ticket: form.ticket.unique().searchable(),
    plate: form.plate.searchable(),
    fromPlace: form.fromPlace.searchable(),
    netKg: number('净重', { unit: 'kg' }),
    netT: number('净重', { unit: '吨' }),
    firstGrossKg: number('首次毛重', { unit: 'kg' }).optional(),
    firstTareKg: number('首次皮重', { unit: 'kg' }).optional(),
    reason: longText('核实(更正)说明', { maxLength: 300 }).optional(),
  },
  statuses: {
    held: { zh: '待核实', duty: 'sanitation.dispatch', taskZh: '过磅单待核实' },
    accepted: { zh: '有效' },
    void: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  weigh: action({
    zh: '过磅',
    from: 'new',
    to: ({ input }) => (input.doubt ? 'held' : 'accepted'),
    by: 'system',
    form,
    effects: ({ input, subject }) => ({
      set: { netKg: netOf(input), netT: tons(netOf(input)) },
      facts: input.doubt ? [] : told({ ...input, areaCode: subject.areaCode }, netOf(input)),
    }),
  }),
  confirm: action({
    zh: '核实有效',
    from: 'held',
    to: 'accepted',
    by: 'sanitation.dispatch',
    tone: 'primary',
    help: '读数无误的照原数,有误的填正确读数',
    form: { ...weights, reason: longText('核实情况', { maxLength: 300 }) },
    check: ({ input }) => noNet(input),
    effects: ({ input, subject }) => {
      const isChanged = input.grossKg !== subject.grossKg || input.tareKg !== subject.tareKg
      return {
        set: {
          ...input,
          netKg: netOf(input),
          netT: tons(netOf(input)),
          ...(isChanged ? { firstGrossKg: subject.grossKg, firstTareKg: subject.tareKg } : {}),
        },
        facts: told(subject, netOf(input)),
      }
    },
  }),
  correct: action({
    zh: '更正',
    from: 'accepted',
    to: 'same',
    by: 'sanitation.dispatch',
    form: { ...weights, reason: longText('更正原因', { maxLength: 300 }) },
    check: ({ input, subject }) =>
      first(noNet(input), notYet(input.grossKg === subject.grossKg && input.tareKg === subject.tareKg, '读数没有变化')),
    effects: ({ input, subject }) => ({
      set: {
        ...input,
        netKg: netOf(input),
        netT: tons(netOf(input)),
        firstGrossKg: subject.firstGrossKg ?? subject.grossKg,
        firstTareKg: subject.firstTareKg ?? subject.tareKg,
      },
      facts: told(subject, netOf(input)),
    }),
  }),
  cancel: action({
    zh: '作废',
    from: ['held', 'accepted'],
    to: 'void',
    by: 'sanitation.dispatch',
    tone: 'danger',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input, subject }) => ({ set: input, facts: told(subject, subject.netKg, true) }),
  }),
  refuseLoad: action({
    zh: '混装拒收',
    from: ['held', 'accepted'],
    to: 'void',
    by: 'system',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input, subject }) => ({ set: input, facts: told(subject, subject.netKg, true) }),
  }),
}))
