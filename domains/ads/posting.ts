/** 玻璃幕墙、门窗张贴悬挂: notice to the shop, taken off, checked; the same shop again is counted, the third time it is fined. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  area,
  choice,
  date,
  dayText,
  endOf,
  flag,
  instant,
  integer,
  one,
  photos,
  procedure,
  ref,
  say,
  streetOf,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'
import { corridors, postings, sides } from './words.ts'

const form = {
  shop: text('单位(店名)', { maxLength: 80 }),
  address: text('位置', { maxLength: 120 }),
  kind: choice('张贴处', postings),
  side: choice('内外', sides),
  corridor: choice('沿线', corridors),
  road: text('街道(路)名', { maxLength: 80 }),
  campaign: ref('专项整治', 'ads.campaign').optional(),
  pieces: integer('数量', { unit: '张(条)', min: 1 }),
  photos: photos(1, '现场照片'),
} as const
export const posting = procedure('ads.posting', {
  zh: '玻璃门窗张贴悬挂',
  menu: '专项整治',
  title: 'shop',
  numbering: { prefix: 'BL', per: 'year', digits: 5 },
  leadingClock: 'tidy',
  mirror: { tidy: { dueAt: 'tidyDueAt' } },
  fields: {
    ...form,
    shop: form.shop.searchable(),
    road: form.road.searchable(),
    street: area('街道(镇)').optional(),
    times: integer('第几次', { unit: '次' }).optional(),
    isRepeat: flag('反复').optional(),
    noticeNo: text('告知书号', { maxLength: 60 }).optional(),
    dueOn: date('期限').optional(),
    removedOn: date('清除日期').optional(),
    afterPhotos: photos(0, '清除后照片').optional(),
    tidyDueAt: instant('期限止').optional(),
  },
  clocks: { tidy: { zh: '自行清除', limit: { value: 3, unit: 'natural_day' }, basis: '城市市容和环境卫生管理条例第17条' } },
  statuses: {
    found: { zh: '待告知', duty: 'ads.enforce', taskZh: '门窗张贴待告知' },
    noticed: { zh: '限期清除', duty: 'ads.enforce', taskZh: '门窗张贴待清除' },
    removed: { zh: '待复查', duty: 'ads.check', taskZh: '门窗张贴待复查' },
    closed: { zh: '已清除', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '登记发现',
    from: 'new',
    to: 'found',
    by: 'ads.report',
    form,
    look: ({ tx, input }) =>
      one<{ n: number }>(tx, 'select count(*)::int as n from ads.posting where shop = $1 and address = $2', [
        input.shop,
        input.address,
      ]),
    effects: ({ found, subject }) => ({
      set: { times: (found?.n ?? 0) + 1, isRepeat: (found?.n ?? 0) > 0, street: streetOf(subject.areaCode) },
    }),
  }),
  notify: action({
    zh: '告知单位',
    from: 'found',
    to: 'noticed',
    by: 'ads.enforce',
    tone: 'primary',
    form: { noticeNo: text('告知书号', { maxLength: 60 }), dueOn: date('期限') },
    check: ({ input, now }) => why(input.dueOn <= dayText(now), '期限应在今天以后'),
    effects: ({ input, subject, parameter, now }) => ({
      set: input,
      clocks: [{ clock: 'tidy', do: 'start', dueAt: endOf(input.dueOn) }],
      facts:
        (subject.times ?? 1) >= parameter('ads.repeat')
          ? [
              say(penaltyWanted, {
                sourceType: 'ads.posting',
                sourceId: subject.id,
                topic: 'posting',
                lawCode: 'V01',
                partyName: subject.shop,
                partyCode: subject.shop.slice(0, 18),
                happenedOn: dayText(now),
                address: subject.address,
                description: `${subject.shop}第${subject.times}次在${postings[subject.kind]}张贴、悬挂`,
                lon: subject.lon,
                lat: subject.lat,
                areaCode: subject.areaCode,
              }),
            ]
          : [],
    }),
  }),
  remove: action({
    zh: '已清除',
    from: 'noticed',
    to: 'removed',
    by: 'ads.enforce',
    tone: 'primary',
    form: { removedOn: date('日期'), afterPhotos: photos(1, '清除后照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'tidy', do: 'stop' }] }),
  }),
  close: action({
    zh: '复查销号',
    from: 'removed',
    to: 'closed',
    by: 'ads.check',
    tone: 'primary',
    guard: ({ past, actor }) =>
      notYet(past.findLast((p) => p.action === 'remove')?.actorId === actor.id, '清除登记人不能自己复查'),
  }),
}))
