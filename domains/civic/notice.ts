/** 便民信息: a resident's small notice after a phone check, looked over, published by place, ended by its day: the proper way instead of a flyer. */
import { addDays, area, choice, date, dayText, endOf, first, flag, one, photos, procedure, text } from '#kernel'
import { notYet, phoneField, why } from './shared.ts'

export const noticeKinds = {
  rent: '房屋租售',
  job: '招聘求职',
  lost: '寻物启事',
  found: '招领启事',
  goods: '二手转让',
  other: '其他',
} as const
const form = {
  kind: choice('类别', noticeKinds),
  title: text('标题', { maxLength: 40 }),
  words: text('内容', { maxLength: 500 }),
  phone: phoneField('联系手机(已验证)'),
  town: area('街道(镇)'),
  photos: photos(0, '照片').optional(),
} as const
/** What never passes: words by which a notice gives itself away, told to the poster before a person has to look. */
const forbidden = ['办证', '刻章', '贷款', '套现', '代开', '发票', '开锁', '代孕', '赌']
export const smallNotice = procedure('civic.small-notice', {
  zh: '便民信息',
  menu: '公众服务',
  title: 'title',
  numbering: { prefix: 'BM', per: 'day', digits: 4 },
  help: '居民验证手机后提交,街道看过即公布;到期自动下架,发布人凭编号与手机可随时撤下。',
  fields: {
    ...form,
    title: form.title.searchable(),
    until: date('公布至').optional(),
    publishedOn: date('公布日期').optional(),
    reason: text('不予公布的原因', { maxLength: 200 }).optional(),
    isPublished: flag('公布过').optional(),
  },
  statuses: {
    waiting: { zh: '待审看', duty: 'civic.street', taskZh: '便民信息待审看' },
    published: { zh: '公布中' },
    ended: { zh: '已到期', kind: 'final' },
    withdrawn: { zh: '已撤下', kind: 'final' },
    refused: { zh: '不予公布', kind: 'final' },
  },
}).actions((action) => ({
  post: action({
    zh: '提交',
    from: 'new',
    to: 'waiting',
    by: 'public',
    form,
    look: ({ tx, input }) =>
      one<{ open: number }>(
        tx,
        `select count(*)::int as open from civic.small_notice where phone = $1 and status in ('waiting', 'published')`,
        [input.phone],
      ),
    check: ({ input, found, parameter }) => {
      const word = forbidden.find((w) => `${input.title}${input.words}`.includes(w))
      return first(
        why(Boolean(word), `内容含“${word}”,不能发布`),
        notYet(
          (found?.open ?? 0) >= parameter('civic.notice-most'),
          `同时最多公布${parameter('civic.notice-most')}条,请先撤下旧的`,
        ),
      )
    },
    effects: ({ input }) => ({ set: { areaCode: input.town, isPublished: false } }),
  }),
  publish: action({
    zh: '公布',
    from: 'waiting',
    to: 'published',
    by: 'civic.street',
    tone: 'primary',
    isBulk: true,
    effects: ({ now, parameter }) => {
      const until = addDays(dayText(now), parameter('civic.notice-days'))
      return {
        set: { until, publishedOn: dayText(now), isPublished: true },
        timers: [{ name: 'end', at: endOf(until), action: 'end' }],
      }
    },
  }),
  refuse: action({
    zh: '不予公布',
    from: 'waiting',
    to: 'refused',
    by: 'civic.street',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input, subject }) => ({
      set: input,
      messages: [{ channel: 'sms', recipient: subject.phone, body: `【便民信息】${subject.number}未能公布:${input.reason}` }],
    }),
  }),
  end: action({ zh: '到期下架', from: 'published', to: 'ended', by: 'system' }),
  withdraw: action({
    zh: '撤下',
    from: ['waiting', 'published'],
    to: 'withdrawn',
    by: 'public',
    effects: () => ({ timers: [{ name: 'end', at: null, action: 'end' }] }),
  }),
}))
