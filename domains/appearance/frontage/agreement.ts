/** 门前三包责任书: one in force for each shop; its colour is set by the month's score and decides how often it is checked. */
import { objectChanged } from '#catalogue/facts.ts'
import {
  addDays,
  choice,
  choices,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  number,
  one,
  photos,
  procedure,
  ref,
  say,
  text,
} from '#kernel'
import { notYet, why } from '../shared.ts'
import { type Colour, colours, duties } from '../words.ts'

const form = {
  shop: ref('商户', 'grid.shop'),
  duties: choices('三包', duties),
  range: text('责任区范围', { maxLength: 200 }),
  rangeM: number('责任区长度', { unit: 'm', min: 0.1 }),
  keeper: text('责任人', { maxLength: 40 }).personal('name'),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  signedOn: date('签订日期'),
  validTo: date('有效期至'),
  photos: photos(1, '责任书'),
} as const
interface Shop {
  readonly name: string
  readonly isSigned: boolean
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
/** The next check is a deadline that runs: what is due stands in the list by day, and lateness is told. */
const dueBy = (day: string) => [{ clock: 'check', do: 'start', dueAt: endOf(day) }] as const
export const agreement = procedure('appearance.agreement', {
  zh: '门前三包责任书',
  menu: '门前三包',
  title: 'shopName',
  numbering: { prefix: 'SB', per: 'year', digits: 5 },
  help: '一店一份;三色等级每月1日按上月得分评定:红色加密检查,绿色免于例行检查,变化即短信告知商户。',
  fields: {
    ...form,
    shopName: text('店招', { maxLength: 80 }).searchable().optional(),
    grade: choice('三色等级', colours).optional(),
    score: number('上月得分', { unit: '分' }).optional(),
    gradedMonth: text('评定月份', { maxLength: 7 }).optional(),
    everyDays: integer('检查间隔', { unit: '天' }).optional(),
    nextCheckOn: date('下次检查').optional(),
    isExempt: flag('免于例行检查').optional(),
    platedOn: date('等级牌上墙').optional(),
    endReason: text('终止原因', { maxLength: 200 }).optional(),
  },
  clocks: { check: { zh: '例行检查', limit: { value: 15, unit: 'natural_day' }, basis: '本区门前三包责任制管理办法(示例)' } },
  statuses: {
    active: { zh: '履行中' },
    expired: { zh: '到期待续', duty: 'appearance.town', taskZh: '责任书到期待续' },
    ended: { zh: '已终止', kind: 'final' },
  },
}).actions((action) => ({
  sign: action({
    zh: '签订责任书',
    from: 'new',
    to: 'active',
    by: 'appearance.town',
    form,
    look: ({ tx, input }) =>
      one<Shop>(
        tx,
        `select name, lon, lat, area_code as "areaCode", exists (select 1 from appearance.agreement a where a.shop = s.id and a.status <> 'ended') as "isSigned" from grid.shop s where id = $1 and retired_at is null`,
        [input.shop],
      ),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这家商户'),
        why(input.duties.length < Object.keys(duties).length, '三包须齐全:包卫生、包秩序、包绿化及设施'),
        why(input.signedOn > dayText(now) || input.validTo <= dayText(now), '签订日期不能晚于今天,有效期应在今天以后'),
        notYet(Boolean(found?.isSigned), '这家商户已有责任书'),
      ),
    effects: ({ input, found, now, parameter }) => ({
      set: {
        shopName: found?.name ?? '',
        everyDays: parameter('appearance.yellow-days'),
        nextCheckOn: addDays(dayText(now), parameter('appearance.yellow-days')),
        isExempt: false,
        // The shop's own place, wherever the agreement was written down: its street answers for it.
        ...(found?.areaCode ? { lon: found.lon, lat: found.lat, areaCode: found.areaCode } : {}),
      },
      clocks: dueBy(addDays(dayText(now), parameter('appearance.yellow-days'))),
      timers: [{ name: 'term', at: new Date(`${addDays(input.validTo, 1)}T00:00:00+08:00`), action: 'expire' }],
      facts: [
        say(objectChanged, {
          register: 'grid.shop',
          key: 'id',
          value: input.shop,
          values: { isSigned: true },
          reason: '门前三包责任书已签',
        }),
      ],
    }),
  }),
  plate: action({
    zh: '等级牌上墙',
    from: 'active',
    to: 'same',
    by: 'appearance.town',
    form: { platedOn: date('日期'), platePhotos: photos(1, '上墙照片') },
    guard: ({ subject }) => notYet(!subject.grade, '还没有评定等级'),
    check: ({ input, subject, now }) =>
      why(input.platedOn > dayText(now) || input.platedOn < subject.signedOn, '上墙日期应在签订之后、今天之前'),
    effects: ({ input, subject }) => ({
      set: { platedOn: input.platedOn },
      facts: [
        say(objectChanged, {
          register: 'grid.shop',
          key: 'id',
          value: subject.shop,
          values: { isPosted: true },
          reason: '三色等级牌已上墙',
        }),
      ],
    }),
  }),
  visited: action({
    zh: '已检查',
    from: ['active', 'expired'],
    to: 'same',
    by: 'system',
    form: { on: date('日期') },
    effects: ({ input, subject, parameter }) => {
      if (subject.isExempt) return { set: { nextCheckOn: null } }
      const nextCheckOn = addDays(input.on, subject.everyDays ?? parameter('appearance.yellow-days'))
      return { set: { nextCheckOn }, clocks: [{ clock: 'check', do: 'stop' }, ...dueBy(nextCheckOn)] }
    },
  }),
  grade: action({
    zh: '三色评定',
    from: ['active', 'expired'],
    to: 'same',
    by: 'system',
    form: { month: text('月份', { maxLength: 7 }), score: number('得分'), grade: choice('等级', colours) },
    effects: ({ input, subject, now, parameter }) => {
      const isExempt = input.grade === 'green'
      const everyDays = parameter(input.grade === 'red' ? 'appearance.red-days' : 'appearance.yellow-days')
      const isChanged = subject.grade !== input.grade
      return {
        set: {
          grade: input.grade,
          score: input.score,
          gradedMonth: input.month,
          isExempt,
          everyDays: isExempt ? null : everyDays,
          nextCheckOn: isExempt ? null : addDays(dayText(now), everyDays),
          ...(isChanged ? { platedOn: null } : {}),
        },
        clocks: [{ clock: 'check', do: 'cancel' }, ...(isExempt ? [] : dueBy(addDays(dayText(now), everyDays)))],
        facts: isChanged
          ? [
              say(objectChanged, {
                register: 'grid.shop',
                key: 'id',
                value: subject.shop,
                values: { grade: input.grade, isPosted: false },
                reason: `${input.month}三色评定`,
              }),
            ]
          : [],
        messages: isChanged
          ? [
              {
                channel: 'sms',
                recipient: subject.phone,
                body: told(subject.shopName ?? '', input.month, input.score, input.grade, everyDays),
              },
            ]
          : [],
      }
    },
  }),
  expire: action({ zh: '到期', from: 'active', to: 'expired', by: 'system' }),
  renew: action({
    zh: '续签',
    from: ['active', 'expired'],
    to: 'active',
    by: 'appearance.town',
    tone: 'primary',
    form: { validTo: date('有效期至'), photos: photos(1, '责任书') },
    check: ({ input, now }) => why(input.validTo <= dayText(now), '有效期应在今天以后'),
    effects: ({ input }) => ({
      set: input,
      timers: [{ name: 'term', at: new Date(`${addDays(input.validTo, 1)}T00:00:00+08:00`), action: 'expire' }],
    }),
  }),
  end: action({
    zh: '终止(歇业、换手)',
    from: ['active', 'expired'],
    to: 'ended',
    by: 'appearance.town',
    tone: 'danger',
    form: { endReason: text('原因', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({
      set: input,
      clocks: [{ clock: 'check', do: 'cancel' }],
      timers: [{ name: 'term', at: null, action: 'expire' }],
      facts: [
        say(objectChanged, {
          register: 'grid.shop',
          key: 'id',
          value: subject.shop,
          values: { isSigned: false },
          reason: input.endReason,
        }),
      ],
    }),
  }),
}))
const told = (shop: string, month: string, score: number, grade: Colour, days: number): string =>
  `【门前三包】${shop}:${month}得${score}分,评为${colours[grade]}色,${grade === 'green' ? '免于例行检查' : `每${days}天检查一次`}。`
