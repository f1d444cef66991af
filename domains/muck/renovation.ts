/** 装修垃圾预约清运: a resident books, a truck is sent, the volume is measured and the plant takes it. */
import {
  choice,
  date,
  dayText,
  first,
  instant,
  integer,
  longText,
  money,
  number,
  one,
  photos,
  procedure,
  ref,
  text,
} from '#kernel'
import { why } from './shared.ts'

const form = {
  name: text('联系人', { maxLength: 40 }).personal('name'),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }).personal('phone'),
  address: text('地址', { maxLength: 150 }).personal('address'),
  packing: choice('堆放', { bags: '袋装', loose: '散装', bulky: '大件' }),
  estimateM3: number('估计', { unit: 'm³', min: 0.1, max: 200 }),
  wantedOn: date('希望清运日期'),
  note: text('说明', { maxLength: 200 }).optional(),
} as const
export const renovation = procedure('muck.renovation', {
  zh: '装修垃圾预约清运',
  menu: '消纳与资源化',
  title: 'address',
  numbering: { prefix: 'YY', per: 'day', digits: 4 },
  leadingClock: 'collect',
  mirror: { collect: { dueAt: 'collectDueAt' } },
  fields: {
    ...form,
    address: form.address.searchable(),
    plate: text('清运车', { maxLength: 10 }).optional(),
    plant: ref('资源化厂', 'muck.plant').optional(),
    plannedOn: date('安排日期').optional(),
    m3: number('实际', { unit: 'm³' }).optional(),
    feeFen: money('收费').optional(),
    collectedAt: instant('清运时间').optional(),
    collectDueAt: instant('清运期限').optional(),
    photos: photos(0, '清运后照片').optional(),
    score: integer('居民评价', { min: 1, max: 5 }).optional(),
    reason: longText('取消原因', { maxLength: 300 }).optional(),
  },
  clocks: { collect: { zh: '清运', limit: { value: 2, unit: 'natural_day' }, basis: '本市装修垃圾预约清运服务规范(示例)' } },
  statuses: {
    booked: { zh: '待安排', duty: 'muck.renovate', taskZh: '装修垃圾预约待安排' },
    planned: { zh: '待清运', duty: 'muck.renovate', taskZh: '装修垃圾待清运' },
    collected: { zh: '已清运', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  book: action({
    zh: '预约',
    from: 'new',
    to: 'booked',
    by: 'muck.renovate',
    help: '居民在“随手办”里预约,或来电由值守代为预约',
    form,
    check: ({ input, now }) => why(input.wantedOn < dayText(now), '希望清运日期不能早于今天'),
    effects: ({ input }) => ({
      clocks: [{ clock: 'collect', do: 'start', from: new Date(`${input.wantedOn}T00:00:00+08:00`) }],
    }),
  }),
  plan: action({
    zh: '安排',
    from: 'booked',
    to: 'planned',
    by: 'muck.renovate',
    tone: 'primary',
    form: { plate: text('清运车', { maxLength: 10 }), plant: ref('资源化厂', 'muck.plant'), plannedOn: date('安排日期') },
    look: async ({ tx, input }) => ({
      truck: await one<{ state: string }>(tx, 'select state from muck.truck where plate = $1 and retired_at is null', [
        input.plate,
      ]),
      plant: await one<{ takes: boolean }>(tx, 'select takes_renovation as takes from muck.plant where id = $1', [input.plant]),
    }),
    check: ({ input, found, now }) =>
      first(
        why(found.truck?.state !== 'admitted', `${input.plate}未准入`),
        why(!found.plant?.takes, '该厂不接收装修垃圾'),
        why(input.plannedOn < dayText(now), '安排日期不能早于今天'),
      ),
    effects: ({ input, subject }) => ({
      set: input,
      messages: [
        {
          channel: 'sms',
          recipient: subject.phone,
          body: `您的装修垃圾预约${subject.number}已安排,${input.plannedOn}由${input.plate}清运。`,
        },
      ],
    }),
  }),
  collect: action({
    zh: '清运完成',
    from: 'planned',
    to: 'collected',
    by: 'muck.renovate',
    tone: 'primary',
    form: { m3: number('实际', { unit: 'm³', min: 0.1 }), photos: photos(1, '清运后照片') },
    look: ({ tx, subject }) =>
      one<{ fen: number }>(tx, 'select fen_per_m3 as fen from muck.plant where id = $1', [subject.plant]),
    effects: ({ input, found, now }) => ({
      set: { ...input, feeFen: Math.round(input.m3 * (found?.fen ?? 0)), collectedAt: now.toISOString() },
      clocks: [{ clock: 'collect', do: 'stop' }],
    }),
  }),
  rate: action({
    zh: '居民评价',
    from: 'collected',
    to: 'same',
    by: 'system',
    form: { score: integer('评价', { min: 1, max: 5 }) },
    check: ({ subject }) => why(subject.score !== null, '已经评价过'),
    effects: ({ input }) => ({ set: input }),
  }),
  cancel: action({
    zh: '取消',
    from: ['booked', 'planned'],
    to: 'cancelled',
    by: 'muck.renovate',
    form: { reason: longText('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'collect', do: 'cancel' }] }),
  }),
}))
