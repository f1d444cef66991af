/** 季度专项整治: one topic a quarter; the roads it names are done when none of their defects is open. */
import { choice, date, dayText, files, first, integer, list, one, procedure, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { quarters } from '../words.ts'

const form = {
  year: integer('年度', { min: 2000, max: 2100 }),
  quarter: choice('季度', quarters),
  topic: text('主题', { maxLength: 80 }),
  roads: list('道路'),
  endsOn: date('截止'),
} as const
export const topic = procedure('greening.topic', {
  zh: '绿化季度专项整治',
  menu: '园林养护',
  title: 'topic',
  isCommon: true,
  numbering: { prefix: 'ZX', per: 'year', digits: 3 },
  help: '每季度一个主题;问题登记为“绿化缺陷”(来源:专项整治),全部销号才能办结,前后照片在缺陷单上。',
  uniqueTogether: [['year', 'quarter']],
  fields: {
    ...form,
    topic: form.topic.searchable(),
    found: integer('问题', { unit: '个' }).optional(),
    roadsDone: integer('整治道路', { unit: '条' }).optional(),
    closedOn: date('办结日期').optional(),
    summary: files(0, '小结').optional(),
  },
  statuses: {
    running: { zh: '进行中', duty: 'greening.manage', taskZh: '季度专项进行中' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '部署专项',
    from: 'new',
    to: 'running',
    by: 'greening.manage',
    form,
    check: ({ input, now }) =>
      first(
        why(input.roads.length === 0, '请列出道路'),
        why(new Set(input.roads).size < input.roads.length, '道路重复'),
        why(input.endsOn <= dayText(now), '截止应在今天以后'),
      ),
  }),
  close: action({
    zh: '办结',
    from: 'running',
    to: 'closed',
    by: 'greening.manage',
    tone: 'primary',
    look: ({ tx, subject }) =>
      one<{ open: number; found: number; roads: number }>(
        tx,
        `select (count(*) filter (where status <> all (array['closed', 'dropped'])))::int as open, (count(*) filter (where status <> 'dropped'))::int as found,
          (count(distinct road) filter (where status = 'closed'))::int as roads from greening.defect where topic = $1`,
        [subject.id],
      ),
    check: ({ found }) =>
      first(
        notYet((found?.open ?? 0) > 0, `还有${found?.open}个问题没有销号`),
        notYet((found?.found ?? 0) === 0, '还没有登记问题'),
      ),
    effects: ({ found, now }) => ({
      set: { found: found?.found ?? 0, roadsDone: found?.roads ?? 0, closedOn: dayText(now) },
    }),
  }),
}))
