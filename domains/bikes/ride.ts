/** 借还: an order of the vendor of the docks, and what it does to the bike, the station and the peak. */
import { choice, instant, integer, procedure, ref, say, text } from '#kernel'
import { bikeMarked } from './facts.ts'
import { why } from './shared.ts'
import { ways } from './words.ts'

const form = {
  orderNo: text('订单号', { maxLength: 60 }),
  bike: ref('车辆', 'bikes.bike'),
  bikeNumber: text('车号', { maxLength: 20 }),
  fromStation: ref('借车站点', 'bikes.station'),
  borrowedAt: instant('借车时间'),
} as const
export const ride = procedure('bikes.ride', {
  zh: '公共自行车借还订单',
  menu: '公共自行车',
  title: 'bikeNumber',
  numbering: { prefix: 'JH', per: 'day', digits: 6 },
  help: '由车桩厂家上报,同一订单号只记一次;借出超过规定时间未还的转为失踪。',
  uniqueTogether: [['orderNo']],
  fields: {
    ...form,
    orderNo: form.orderNo.searchable(),
    bikeNumber: form.bikeNumber.searchable(),
    toStation: ref('还车站点', 'bikes.station').optional(),
    returnedAt: instant('还车时间').optional(),
    way: choice('还车方式', ways).optional(),
    minutes: integer('骑行', { unit: '分钟' }).optional(),
    feeFen: integer('费用', { unit: '分', isMoney: true }).optional(),
  },
  statuses: {
    out: { zh: '借出中' },
    missing: { zh: '超时未还(失踪)' },
    returned: { zh: '已还', kind: 'final' },
  },
}).actions((action) => ({
  borrow: action({
    zh: '借车',
    from: 'new',
    to: 'out',
    by: 'system',
    form,
    effects: ({ input, parameter }) => ({
      timers: [
        {
          name: 'missing',
          at: new Date(new Date(input.borrowedAt).getTime() + parameter('bikes.missing-hours') * 3_600_000),
          action: 'lose',
        },
      ],
    }),
  }),
  lose: action({
    zh: '超时未还',
    from: 'out',
    to: 'missing',
    by: 'system',
    effects: ({ subject }) => ({ facts: [say(bikeMarked, { bike: subject.bike, state: 'missing', station: null })] }),
  }),
  giveBack: action({
    zh: '还车',
    from: ['out', 'missing'],
    to: 'returned',
    by: 'system',
    form: { toStation: ref('还车站点', 'bikes.station'), returnedAt: instant('还车时间'), way: choice('还车方式', ways) },
    check: ({ input, subject }) => why(new Date(input.returnedAt) < new Date(subject.borrowedAt), '还车不能早于借车'),
    effects: ({ input, subject, parameter }) => {
      const minutes = Math.ceil((new Date(input.returnedAt).getTime() - new Date(subject.borrowedAt).getTime()) / 60_000)
      const over = Math.max(0, minutes - parameter('bikes.free-minutes'))
      return {
        set: { ...input, minutes, feeFen: Math.ceil(over / 60) * parameter('bikes.hour-fen') },
        timers: [{ name: 'missing', at: null, action: 'lose' }],
      }
    },
  }),
}))
