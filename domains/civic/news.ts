/** 信息发布: drafted, approved by somebody else, published to named channels and places, withdrawn with a reason, its readers counted. */
import {
  area,
  choice,
  choices,
  date,
  didBefore,
  files,
  first,
  flag,
  instant,
  longText,
  procedure,
  record,
  ref,
  text,
} from '#kernel'
import { notYet, why } from './shared.ts'

export const newsKinds = {
  notice: '通知公告',
  work: '工作动态',
  policy: '政策解读',
  service: '便民提示',
  warning: '预警提示',
} as const
export const channels = { portal: '门户', wechat: '微信公众号', app: '手机客户端', screen: '户外屏' } as const
const form = {
  title: text('标题', { maxLength: 80 }),
  kind: choice('栏目', newsKinds),
  body: longText('正文', { maxLength: 20_000 }),
  channels: choices('发布渠道', channels),
  audience: area('面向区域(不填为全区)').optional(),
  until: date('下线日期').optional(),
  attachments: files(0, '附件').optional(),
} as const
export const news = procedure('civic.news', {
  zh: '信息发布',
  menu: '公众服务',
  title: 'title',
  numbering: { prefix: 'XX', per: 'year', digits: 5 },
  help: '起草 → 他人审核 → 发布;到期自动下线,撤回须写明原因。阅读数按打开次数计。',
  fields: {
    ...form,
    title: form.title.searchable(),
    publishedAt: instant('发布时间').optional(),
    endedAt: instant('下线时间').optional(),
    reason: text('退回(撤回)原因', { maxLength: 300 }).optional(),
    isReleased: flag('发布过').optional(),
  },
  statuses: {
    draft: { zh: '起草中', duty: 'civic.write', taskZh: '信息待修改' },
    checking: { zh: '待审核', duty: 'civic.approve', taskZh: '信息发布待审核' },
    published: { zh: '已发布' },
    ended: { zh: '已下线', kind: 'final' },
    withdrawn: { zh: '已撤回', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '起草并送审',
    from: 'new',
    to: 'checking',
    by: 'civic.write',
    form,
    check: ({ input, now }) =>
      first(
        why(input.channels.length === 0, '请选择发布渠道'),
        why(Boolean(input.until) && `${input.until}T23:59:59+08:00` < now.toISOString(), '下线日期不能早于今天'),
      ),
    effects: () => ({ set: { isReleased: false } }),
  }),
  return: action({
    zh: '退回修改',
    from: 'checking',
    to: 'draft',
    by: 'civic.approve',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  resend: action({
    zh: '修改后送审',
    from: 'draft',
    to: 'checking',
    by: 'civic.write',
    tone: 'primary',
    form: { body: longText('正文', { maxLength: 20_000 }) },
    effects: ({ input }) => ({ set: { ...input, reason: null } }),
  }),
  publish: action({
    zh: '审核发布',
    from: 'checking',
    to: 'published',
    by: 'civic.approve',
    tone: 'primary',
    guard: ({ past, actor }) => notYet(didBefore(past, 'draft', actor), '起草人不能审核自己的稿子'),
    effects: ({ subject, now }) => ({
      set: { publishedAt: now.toISOString(), isReleased: true },
      timers: subject.until ? [{ name: 'end', at: new Date(`${subject.until}T23:59:59+08:00`), action: 'end' }] : [],
    }),
  }),
  end: action({
    zh: '到期下线',
    from: 'published',
    to: 'ended',
    by: 'system',
    effects: ({ now }) => ({ set: { endedAt: now.toISOString() } }),
  }),
  withdraw: action({
    zh: '撤回',
    from: 'published',
    to: 'withdrawn',
    by: 'civic.approve',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 300 }) },
    effects: ({ input, now }) => ({
      set: { ...input, endedAt: now.toISOString() },
      timers: [{ name: 'end', at: null, action: 'end' }],
    }),
  }),
}))
export const reading = record('civic.reading', {
  zh: '信息阅读',
  title: 'title',
  fields: { news: ref('信息', 'civic.news'), title: text('标题', { maxLength: 80 }), channel: choice('渠道', channels) },
})
