/** 停车资源共享: a unit opens spaces at stated hours; people book them; who stays too long is counted, and so are complaints. */
import {
  choice,
  choices,
  date,
  dayText,
  endOf,
  first,
  instant,
  integer,
  longText,
  money,
  number,
  one,
  procedure,
  ref,
  say,
  startOf,
  text,
} from '#kernel'
import { platePattern } from '../contract.ts'
import { shareUsed } from '../facts.ts'
import { minuteMs, notYet, why } from '../shared.ts'

export const unitKinds = {
  organ: '党政机关',
  institution: '事业单位',
  soe: '国有企业',
  company: '其他企业',
  compound: '居住小区',
} as const
export const weekdays = { '1': '周一', '2': '周二', '3': '周三', '4': '周四', '5': '周五', '6': '周六', '0': '周日' } as const
const hour = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '时刻应为 18:00 这样' } as const
const agreementForm = {
  unitName: text('单位', { maxLength: 100 }).searchable(),
  unitKind: choice('单位性质', unitKinds),
  lot: ref('停车场', 'parking.lot'),
  street: text('街道代码', { maxLength: 9, pattern: { source: '^\\d{9}$', zh: '街道代码为9位' } }),
  spaces: integer('共享车位', { min: 1, unit: '个' }),
  days: choices('开放日', weekdays),
  opensAt: text('开放自', { maxLength: 5, pattern: hour }),
  closesAt: text('开放至', { maxLength: 5, pattern: hour }).help('早于起始的,为次日'),
  hourFen: money('每小时收费'),
  liability: longText('责任约定', { maxLength: 1000 }).help('车辆损失、逾时占用、场地安全由谁负责'),
} as const
export const agreement = procedure('parking.agreement', {
  zh: '停车共享协议',
  menu: '停车共享',
  numbering: { prefix: 'GX', per: 'year', digits: 4 },
  title: 'unitName',
  help: '机关事业单位优先;每年开放共享单位数对照年度目标',
  fields: {
    ...agreementForm,
    isFirst: choice('单位计数', { yes: '本年首份', no: '续增' }).optional(),
    signedOn: date('签订日期').optional(),
    endOn: date('到期日期').optional(),
    uses: integer('使用次数', { min: 0, unit: '次' }).optional(),
    hours: number('使用时长', { min: 0, unit: '小时', decimals: 2 }).optional(),
    overstays: integer('逾时占用', { min: 0, unit: '次' }).optional(),
    complaints: integer('投诉', { min: 0, unit: '件' }).optional(),
    endReason: text('终止原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    proposed: { zh: '洽谈中', duty: 'parking.manage', taskZh: '共享协议待签订' },
    open: { zh: '开放中' },
    ended: { zh: '已终止', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '登记意向',
    from: 'new',
    to: 'proposed',
    by: 'parking.manage',
    form: agreementForm,
    look: ({ tx, input }) =>
      one<{ spaces: number }>(tx, 'select spaces from parking.lot where id = $1 and retired_at is null', [input.lot]),
    check: ({ found, input }) =>
      first(
        why(!found, '没有这个停车场'),
        why(input.spaces > (found?.spaces ?? 0), `共享车位不能多于停车场的${found?.spaces}个`),
        why(input.days.length === 0, '请选择开放日'),
        why(input.opensAt === input.closesAt, '开放起止不能相同'),
      ),
    effects: ({ input }) => ({ set: { areaCode: input.street, uses: 0, hours: 0, overstays: 0, complaints: 0 } }),
  }),
  sign: action({
    zh: '签订并开放',
    from: 'proposed',
    to: 'open',
    by: 'parking.manage',
    tone: 'primary',
    form: { signedOn: date('签订日期'), endOn: date('到期日期') },
    look: ({ tx, subject, input }) =>
      one(
        tx,
        `select 1 from parking.agreement where unit_name = $1 and id <> $2 and signed_on >= $3::date and signed_on <= $4::date`,
        [subject.unitName, subject.id, `${input.signedOn.slice(0, 4)}-01-01`, `${input.signedOn.slice(0, 4)}-12-31`],
      ),
    check: ({ input, now }) =>
      first(why(input.signedOn > dayText(now), '签订日期不能晚于今天'), why(input.endOn <= input.signedOn, '到期应晚于签订')),
    effects: ({ input, found }) => ({
      set: { ...input, isFirst: found ? 'no' : 'yes' },
      timers: [{ name: 'end', at: endOf(input.endOn), action: 'expire' }],
    }),
  }),
  complain: action({
    zh: '登记投诉',
    from: 'open',
    to: 'same',
    by: 'parking.manage',
    form: { content: text('投诉内容', { maxLength: 300 }), handled: text('处理', { maxLength: 300 }) },
    effects: ({ subject }) => ({ set: { complaints: (subject.complaints ?? 0) + 1 } }),
  }),
  note: action({
    zh: '计入使用',
    from: ['open', 'ended'],
    to: 'same',
    by: 'system',
    form: { minutes: integer('分钟', { min: 0 }), isOver: choice('逾时', { yes: '是', no: '否' }) },
    effects: ({ subject, input }) => ({
      set: {
        uses: (subject.uses ?? 0) + 1,
        hours: Math.round(((subject.hours ?? 0) + input.minutes / 60) * 100) / 100,
        overstays: (subject.overstays ?? 0) + (input.isOver === 'yes' ? 1 : 0),
      },
    }),
  }),
  expire: action({ zh: '到期', from: 'open', to: 'ended', by: 'system', effects: () => ({ set: { endReason: '协议到期' } }) }),
  end: action({
    zh: '提前终止',
    from: ['proposed', 'open'],
    to: 'ended',
    by: 'parking.manage',
    tone: 'danger',
    form: { endReason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input, timers: [{ name: 'end', at: null, action: 'expire' }] }),
  }),
}))

interface Terms {
  readonly status: string
  readonly lot: string
  readonly spaces: number
  readonly days: readonly string[]
  readonly opensAt: string
  readonly closesAt: string
  readonly hourFen: number
  readonly taken: number
}
const termsSql = `select a.status, a.lot, a.spaces, a.days, a.opens_at as "opensAt", a.closes_at as "closesAt", a.hour_fen as "hourFen",
  (select count(*)::int from parking.share_use u where u.agreement = a.id and u.id <> $2 and u.status = any (array['booked', 'using']) and u.starts_at < $4 and u.ends_at > $3) as taken
  from parking.agreement a where a.id = $1`
const atTime = (day: string, time: string): number =>
  startOf(day).getTime() + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * minuteMs
/** The open hours that contain a moment: today's, or last night's that run over midnight. */
export const openSpan = (
  terms: Pick<Terms, 'days' | 'opensAt' | 'closesAt'>,
  at: Date,
): readonly [number, number] | undefined => {
  for (const back of [0, 1]) {
    const day = dayText(new Date(at.getTime() - back * 86_400_000))
    const weekday = String(new Date(`${day}T00:00:00Z`).getUTCDay())
    const from = atTime(day, terms.opensAt)
    const to = atTime(day, terms.closesAt) + (terms.closesAt <= terms.opensAt ? 86_400_000 : 0)
    if (terms.days.includes(weekday) && at.getTime() >= from && at.getTime() < to) return [from, to]
  }
  return undefined
}
const useForm = {
  agreement: ref('共享协议', 'parking.agreement'),
  plate: text('号牌', { maxLength: 10, pattern: platePattern }).personal('plate').searchable(),
  phone: text('手机', { maxLength: 20 }).personal('phone'),
  startsAt: instant('起'),
  endsAt: instant('止'),
} as const
export const shareUse = procedure('parking.share-use', {
  zh: '共享车位使用',
  menu: '停车共享',
  numbering: { prefix: 'GS', per: 'day', digits: 5 },
  title: 'plate',
  help: '起止须在同一开放时段内;超出开放时段或约定止时离开为逾时占用',
  fields: {
    ...useForm,
    street: text('街道', { maxLength: 9 }).optional(),
    enteredAt: instant('驶入').optional(),
    leftAt: instant('驶离').optional(),
    minutes: integer('使用', { min: 0, unit: '分钟' }).optional(),
    overMinutes: integer('逾时', { min: 0, unit: '分钟' }).optional(),
    amountFen: money('应付').optional(),
  },
  statuses: {
    booked: { zh: '已预订' },
    using: { zh: '使用中' },
    done: { zh: '已结束', kind: 'final' },
    over: { zh: '逾时占用', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  book: action({
    zh: '预订',
    from: 'new',
    to: 'booked',
    by: 'parking.manage',
    form: useForm,
    look: ({ tx, input, subject }) => one<Terms>(tx, termsSql, [input.agreement, subject.id, input.startsAt, input.endsAt]),
    check: ({ found, input }) => {
      if (!found) return why(true, '没有这份共享协议')
      const span = openSpan(found, new Date(input.startsAt))
      const end = new Date(input.endsAt).getTime()
      return first(
        notYet(found.status !== 'open', '该单位未开放共享'),
        why(end <= new Date(input.startsAt).getTime(), '止时应晚于起时'),
        why(!span || end > span[1], `只在${found.opensAt}至${found.closesAt}开放`),
        notYet(found.taken >= found.spaces, '该时段共享车位已订满'),
      )
    },
    effects: ({ input }) => ({ timers: [{ name: 'lapse', at: new Date(input.endsAt), action: 'lapse' }] }),
  }),
  enter: action({
    zh: '驶入',
    from: 'booked',
    to: 'using',
    by: 'parking.collect',
    effects: ({ now }) => ({ set: { enteredAt: now.toISOString() }, timers: [{ name: 'lapse', at: null, action: 'lapse' }] }),
  }),
  leave: action({
    zh: '驶离',
    from: 'using',
    by: 'parking.collect',
    tone: 'primary',
    look: ({ tx, subject }) =>
      one<{ hourFen: number }>(tx, 'select hour_fen as "hourFen" from parking.agreement where id = $1', [subject.agreement]),
    to: ({ subject, now }) => (now > new Date(subject.endsAt) ? 'over' : 'done'),
    effects: ({ subject, now, found }) => {
      const minutes = Math.floor((now.getTime() - new Date(subject.enteredAt ?? now).getTime()) / minuteMs)
      const overMinutes = Math.max(0, Math.ceil((now.getTime() - new Date(subject.endsAt).getTime()) / minuteMs))
      return {
        set: { leftAt: now.toISOString(), minutes, overMinutes, amountFen: Math.ceil(minutes / 60) * (found?.hourFen ?? 0) },
        facts: [say(shareUsed, { agreement: subject.agreement, minutes, isOver: overMinutes > 0 })],
      }
    },
  }),
  lapse: action({ zh: '未到', from: 'booked', to: 'cancelled', by: 'system' }),
  cancel: action({
    zh: '取消',
    from: 'booked',
    to: 'cancelled',
    by: 'parking.manage',
    effects: () => ({ timers: [{ name: 'lapse', at: null, action: 'lapse' }] }),
  }),
}))
