/** 宣传: articles in the media, and the bureau's own accounts (两微矩阵) whose posts are approved before they go out. */
import {
  choice,
  date,
  flag,
  instant,
  integer,
  longText,
  procedure,
  raw,
  record,
  ref,
  refuse,
  register,
  text,
  unit,
} from '#kernel'
import { mediaLevels } from './contract.ts'

export const article = record('reports.article', {
  zh: '媒体刊发稿件',
  menu: '报告',
  title: 'title',
  fields: {
    title: text('标题', { maxLength: 160 }).searchable(),
    outlet: text('媒体', { maxLength: 80 }).searchable(),
    level: choice('级别', mediaLevels),
    publishedOn: date('刊发日期'),
    link: text('链接或版面', { maxLength: 256 }),
    author: text('作者', { maxLength: 60 }),
    unit: unit('供稿单位').optional(),
    isWithdrawn: flag('撤稿').optional(),
  },
})
export const account = register('reports.account', {
  zh: '新媒体账号',
  menu: '报告',
  fields: {
    name: text('账号名称', { maxLength: 60 }).unique().searchable(),
    kind: choice('平台', { wechat: '微信公众号', weibo: '微博', video: '视频号、短视频', site: '政府网站栏目' }),
    unit: unit('运营单位'),
    followers: integer('关注数', { unit: '人', min: 0 }),
    dutyDays: integer('至少每几天更新一次', { unit: '天', min: 1, max: 90 }),
  },
})
export const postProcedure = procedure('reports.post', {
  zh: '新媒体发文',
  menu: '报告',
  numbering: { prefix: 'FW', per: 'year', digits: 5 },
  title: 'title',
  leadingClock: 'comment',
  fields: {
    account: ref('账号', 'reports.account'),
    title: text('标题', { maxLength: 160 }).searchable(),
    content: longText('内容', { maxLength: 10_000 }),
    drafter: text('拟稿人', { maxLength: 60 }).optional(),
    publishedAt: instant('发布时间').optional(),
    reads: integer('阅读量', { unit: '次', min: 0 }),
    comments: integer('留言', { unit: '条', min: 0 }),
    answered: integer('已回复留言', { unit: '条', min: 0 }),
  },
  clocks: { comment: { zh: '回复留言', limit: { value: 2, unit: 'work_day' }, basis: '政务新媒体运维要求(示例)' } },
  statuses: {
    drafted: { zh: '待审核', duty: 'reports.publish', taskZh: '待审发文' },
    published: { zh: '已发布' },
    commented: { zh: '有留言待回复', duty: 'reports.write', taskZh: '待回复留言' },
    refused: { zh: '不予发布', kind: 'final' },
    removed: { zh: '已撤下', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟稿',
    from: 'new',
    to: 'drafted',
    by: 'reports.write',
    form: {
      account: ref('账号', 'reports.account'),
      title: text('标题', { maxLength: 160 }),
      content: longText('内容', { maxLength: 10_000 }),
    },
    look: async ({ tx, subject, input }) => {
      const { rows } = await raw<{ unit: string }>(
        tx,
        'select unit from reports.account where district = $1 and id = $2::uuid and retired_at is null',
        [subject.district, input.account],
      )
      return { unit: rows[0]?.unit ?? null }
    },
    // The unit that runs the account: bulletins are by unit.
    effects: ({ actor, found }) => ({
      set: { drafter: actor.name, unitId: found.unit, reads: 0, comments: 0, answered: 0 },
    }),
  }),
  approve: action({
    zh: '审核发布',
    from: 'drafted',
    to: 'published',
    by: 'reports.publish',
    tone: 'primary',
    check: ({ subject, actor }) => (actor.name === subject.drafter ? refuse('reports.same-hand') : undefined),
    effects: ({ now }) => ({ set: { publishedAt: now.toISOString() } }),
  }),
  refuse: action({
    zh: '不予发布',
    from: 'drafted',
    to: 'refused',
    by: 'reports.publish',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  count: action({
    zh: '登记阅读与留言',
    from: ['published', 'commented'],
    to: ({ input, subject }) => (Number(input.comments) > subject.answered ? 'commented' : subject.status),
    by: 'reports.write',
    form: { reads: integer('阅读量', { unit: '次', min: 0 }), comments: integer('留言', { unit: '条', min: 0 }) },
    check: ({ input, subject }) =>
      input.reads < subject.reads || input.comments < subject.comments
        ? refuse('kernel.check', { rule: '阅读量、留言只增不减' })
        : undefined,
    effects: ({ input, subject, clocks }) => ({
      set: { reads: input.reads, comments: input.comments },
      clocks:
        input.comments > subject.answered && !clocks.some((c) => c.name === 'comment' && c.stoppedAt === null)
          ? [{ clock: 'comment', do: 'start' }]
          : [],
    }),
  }),
  answer: action({
    zh: '回复留言',
    from: 'commented',
    to: ({ input, subject }) => (subject.answered + Number(input.answered) >= subject.comments ? 'published' : 'commented'),
    by: 'reports.write',
    form: { answered: integer('本次回复', { unit: '条', min: 1 }) },
    check: ({ input, subject }) =>
      subject.answered + input.answered > subject.comments
        ? refuse('kernel.check', { rule: `回复不能多于留言(还有${subject.comments - subject.answered}条)` })
        : undefined,
    effects: ({ input, subject }) => ({
      set: { answered: subject.answered + input.answered },
      clocks: subject.answered + input.answered >= subject.comments ? [{ clock: 'comment', do: 'stop' }] : [],
    }),
  }),
  remove: action({
    zh: '撤下',
    from: ['published', 'commented'],
    to: 'removed',
    by: 'reports.publish',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({ clocks: [{ clock: 'comment', do: 'cancel' }] }),
  }),
}))
