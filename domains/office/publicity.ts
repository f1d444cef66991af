/** 宣传产品 and 法治微视频: products made in copies and handed out; works judged, published and counted as law-popularisation. */
import { choice, date, dayText, files, first, integer, longText, money, number, procedure, rows, text } from '#kernel'
import { mean, notYet, why } from './shared.ts'

export const productKinds = { train: '宣传专列', exhibition: '摄影展', album: '画册', magazine: '期刊', other: '其他' } as const
const productForm = {
  name: text('名称', { maxLength: 100 }),
  kind: choice('种类', productKinds),
  theme: text('主题', { maxLength: 100 }),
  planOn: date('计划推出'),
  budgetFen: money('经费'),
} as const
const handout = {
  to: text('去向', { maxLength: 100 }),
  copies: integer('份数(场次)', { min: 1 }),
  on: date('日期'),
} as const
export const product = procedure('office.product', {
  zh: '宣传产品',
  menu: '宣传',
  numbering: { prefix: 'XP', per: 'year', digits: 3 },
  title: 'name',
  help: '推出时登记份数(专列列次、展出场次);发放累计不超过份数,发完办结',
  fields: {
    ...productForm,
    name: productForm.name.searchable(),
    copies: integer('份数(列次、场次)', { min: 0 }).optional(),
    releasedOn: date('推出日期').optional(),
    place: text('线路、地点或刊号', { maxLength: 100 }).optional(),
    spentFen: money('实际经费').optional(),
    handouts: rows('发放', handout).optional(),
    handedOut: integer('已发放', { min: 0 }).optional(),
    visitors: integer('观看(乘坐)人次', { min: 0, unit: '人次' }).optional(),
    samples: files(0, '成品').optional(),
  },
  statuses: {
    planned: { zh: '策划中', duty: 'office.manage', taskZh: '宣传产品待推出' },
    released: { zh: '已推出', duty: 'office.manage', taskZh: '宣传产品发放中' },
    done: { zh: '已办结', kind: 'final' },
    dropped: { zh: '取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({ zh: '策划', from: 'new', to: 'planned', by: 'office.manage', form: productForm }),
  release: action({
    zh: '推出',
    from: 'planned',
    to: 'released',
    by: 'office.decide',
    tone: 'primary',
    form: {
      copies: integer('份数(列次、场次)', { min: 1 }),
      releasedOn: date('推出日期'),
      place: text('线路、地点或刊号', { maxLength: 100 }),
      spentFen: money('实际经费'),
      samples: files(1, '成品'),
    },
    check: ({ input, subject }) => why(input.spentFen > subject.budgetFen, '实际经费超过计划经费'),
    effects: ({ input }) => ({ set: { ...input, handouts: [], handedOut: 0, visitors: 0 } }),
  }),
  hand: action({
    zh: '登记发放(展出)',
    from: 'released',
    to: 'same',
    by: 'office.carry',
    form: { ...handout, visitors: integer('观看(乘坐)人次', { min: 0, unit: '人次' }).optional() },
    check: ({ input, subject }) =>
      first(
        why(
          (subject.handedOut ?? 0) + input.copies > (subject.copies ?? 0),
          `只剩${(subject.copies ?? 0) - (subject.handedOut ?? 0)}份`,
        ),
        why(input.on < (subject.releasedOn ?? ''), '发放不能早于推出'),
      ),
    effects: ({ input, subject }) => ({
      set: {
        handouts: [...(subject.handouts ?? []), { to: input.to, copies: input.copies, on: input.on }],
        handedOut: (subject.handedOut ?? 0) + input.copies,
        visitors: (subject.visitors ?? 0) + (input.visitors ?? 0),
      },
    }),
  }),
  finish: action({
    zh: '办结',
    from: 'released',
    to: 'done',
    by: 'office.manage',
    guard: ({ subject }) => notYet((subject.handedOut ?? 0) < (subject.copies ?? 0), '还没有发放(展出)完'),
  }),
  drop: action({
    zh: '取消',
    from: 'planned',
    to: 'dropped',
    by: 'office.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
const workForm = {
  name: text('作品', { maxLength: 100 }),
  kind: choice('形式', { video: '微视频', song: '普法歌曲', comic: '漫画动画', article: '以案释法' }),
  campaign: text('征集活动', { maxLength: 100 }),
  topic: text('普法主题', { maxLength: 100 }),
  makers: text('主创', { maxLength: 100 }),
  law: text('所涉法律', { maxLength: 100 }),
  work: files(1, '作品'),
} as const
const judge = { judge: text('评委', { maxLength: 40 }), score: number('得分', { min: 0, max: 100 }) } as const
export const lawWork = procedure('office.law-work', {
  zh: '普法作品',
  menu: '宣传',
  numbering: { prefix: 'PF', per: 'year', digits: 3 },
  title: 'name',
  help: '评委不少于三人,去掉主创;发布后计为普法产品,达到分数线方可评奖',
  uniqueTogether: [['campaign', 'name']],
  fields: {
    ...workForm,
    name: workForm.name.searchable(),
    judges: rows('评分', judge).optional(),
    score: number('得分', { unit: '分' }).optional(),
    channel: text('发布平台', { maxLength: 100 }).optional(),
    publishedOn: date('发布日期').optional(),
    views: integer('播放量', { min: 0, unit: '次' }).optional(),
    prize: text('奖项', { maxLength: 100 }).optional(),
    grantor: text('颁奖单位', { maxLength: 100 }).optional(),
    comment: longText('评语', { maxLength: 1000 }).optional(),
  },
  statuses: {
    submitted: { zh: '待评审', duty: 'office.manage', taskZh: '普法作品待评审' },
    judged: { zh: '待发布', duty: 'office.decide', taskZh: '普法作品待发布' },
    published: { zh: '已发布' },
    awarded: { zh: '已获奖', kind: 'final' },
    rejected: { zh: '未采用', kind: 'final' },
  },
}).actions((action) => ({
  submit: action({ zh: '报送作品', from: 'new', to: 'submitted', by: 'office.carry', form: workForm }),
  judge: action({
    zh: '评审',
    from: 'submitted',
    to: 'judged',
    by: 'office.manage',
    tone: 'primary',
    form: { judges: rows('评分', judge), comment: longText('评语', { maxLength: 1000 }).optional() },
    check: ({ input, subject }) =>
      first(
        why(input.judges.length < 3, '评委不少于3人'),
        why(new Set(input.judges.map((j) => j.judge)).size !== input.judges.length, '同一评委打了两次分'),
        why(
          input.judges.some((j) => subject.makers.includes(j.judge)),
          '主创不能评自己的作品',
        ),
      ),
    effects: ({ input }) => ({ set: { ...input, score: mean(input.judges.map((j) => j.score)) } }),
  }),
  publish: action({
    zh: '发布',
    from: 'judged',
    to: 'published',
    by: 'office.decide',
    tone: 'primary',
    form: { channel: text('发布平台', { maxLength: 100 }), publishedOn: date('发布日期') },
    check: ({ input, now }) => why(input.publishedOn > dayText(now), '发布日期不能晚于今天'),
    effects: ({ input }) => ({ set: { ...input, views: 0 } }),
  }),
  reject: action({
    zh: '不采用',
    from: 'judged',
    to: 'rejected',
    by: 'office.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  count: action({
    zh: '登记播放量',
    from: 'published',
    to: 'same',
    by: 'office.carry',
    form: { views: integer('播放量', { min: 0, unit: '次' }) },
    check: ({ input, subject }) => why(input.views < (subject.views ?? 0), '播放量只增不减'),
    effects: ({ input }) => ({ set: input }),
  }),
  award: action({
    zh: '登记获奖',
    from: 'published',
    to: 'awarded',
    by: 'office.manage',
    form: { prize: text('奖项', { maxLength: 100 }), grantor: text('颁奖单位', { maxLength: 100 }) },
    guard: ({ subject, parameter }) =>
      notYet(
        (subject.score ?? 0) < parameter('office.award-line'),
        `得分${subject.score},不到获奖线${parameter('office.award-line')}`,
      ),
    effects: ({ input }) => ({ set: input }),
  }),
}))
