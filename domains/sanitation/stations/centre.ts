/** 环卫设施综合管理中心: a building project through its stages; when in use, its list shows every facility and what is wrong there. */
import { date, dayText, endOf, files, first, integer, longText, number, photos, procedure, text } from '#kernel'
import { notYet, why } from '../shared.ts'

const form = {
  name: text('项目', { maxLength: 100 }),
  address: text('地址', { maxLength: 120 }),
  investWan: number('投资', { unit: '万元', min: 1 }),
  dueOn: date('应投用日期'),
} as const
export const facilityProject = procedure('sanitation.facility-project', {
  zh: '环卫设施建设项目',
  menu: '环卫设施',
  title: 'name',
  numbering: { prefix: 'HJ', per: 'year', digits: 3 },
  help: '综合管理中心、转运站、处理设施的建设:立项、设计、施工、验收、投用。',
  fields: {
    ...form,
    name: form.name.searchable(),
    progress: integer('形象进度', { unit: '%', min: 0, max: 100 }),
    words: longText('进展', { maxLength: 300 }).optional(),
    papers: files(0, '批复、图纸、验收').optional(),
    photos: photos(0).optional(),
    startedOn: date('开工日期').optional(),
    acceptedOn: date('验收日期').optional(),
    usedOn: date('投用日期').optional(),
  },
  clocks: { use: { zh: '投用', limit: { value: 365, unit: 'natural_day' }, basis: '立项批复的应投用日期' } },
  statuses: {
    approved: { zh: '已立项待设计', duty: 'sanitation.manage', taskZh: '环卫设施项目待设计' },
    designed: { zh: '已设计待开工', duty: 'sanitation.manage', taskZh: '环卫设施项目待开工' },
    building: { zh: '施工中', duty: 'sanitation.manage', taskZh: '环卫设施项目施工' },
    accepted: { zh: '已验收待投用', duty: 'sanitation.manage', taskZh: '环卫设施项目待投用' },
    inUse: { zh: '已投用', kind: 'final' },
  },
}).actions((action) => ({
  approve: action({
    zh: '立项',
    from: 'new',
    to: 'approved',
    by: 'sanitation.manage',
    form: { ...form, papers: files(1, '批复') },
    check: ({ input, now }) => why(input.dueOn < dayText(now), '应投用日期不能早于今天'),
    effects: ({ input }) => ({ set: { progress: 0 }, clocks: [{ clock: 'use', do: 'start', dueAt: endOf(input.dueOn) }] }),
  }),
  design: action({
    zh: '设计完成',
    from: 'approved',
    to: 'designed',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { papers: files(1, '图纸') },
    effects: ({ input }) => ({ set: input }),
  }),
  start: action({
    zh: '开工',
    from: 'designed',
    to: 'building',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { startedOn: date('开工日期') },
    check: ({ input, now }) => why(input.startedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  report: action({
    zh: '报进度',
    from: 'building',
    to: 'same',
    by: 'sanitation.manage',
    form: { progress: integer('形象进度', { unit: '%', min: 0, max: 100 }), words: longText('进展', { maxLength: 300 }) },
    check: ({ input, subject }) => why(input.progress < subject.progress, `进度不能低于已报的${subject.progress}%`),
    effects: ({ input }) => ({ set: input }),
  }),
  accept: action({
    zh: '验收',
    from: 'building',
    to: 'accepted',
    by: 'sanitation.approve',
    tone: 'primary',
    form: { acceptedOn: date('验收日期'), papers: files(1, '验收报告'), photos: photos(1) },
    check: ({ input, subject, now }) =>
      first(
        notYet(subject.progress < 100, `形象进度${subject.progress}%,未完工`),
        why(input.acceptedOn > dayText(now) || input.acceptedOn < (subject.startedOn ?? ''), '验收应在开工之后、今天之前'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  use: action({
    zh: '投用',
    from: 'accepted',
    to: 'inUse',
    by: 'sanitation.manage',
    tone: 'primary',
    form: { usedOn: date('投用日期') },
    check: ({ input, subject, now }) =>
      why(input.usedOn > dayText(now) || input.usedOn < (subject.acceptedOn ?? ''), '投用应在验收之后、今天之前'),
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'use', do: 'stop' }] }),
  }),
}))
