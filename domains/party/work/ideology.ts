/** 意识形态工作责任制: one record a year; so many agendas, analyses and checks by half; what is found becomes a thing to be put right; behind at the half is said. */
import { choice, date, dayText, files, first, integer, longText, procedure, rows, startOf, text, unit } from '#kernel'
import { counted, notYet, why } from '../shared.ts'

export const ideologyKinds = { agenda: '专题议题', analysis: '分析研判', check: '专项检查' } as const
const workLine = {
  kind: choice('类型', ideologyKinds),
  on: text('日期', { maxLength: 10 }),
  what: text('内容', { maxLength: 300 }),
  found: integer('发现问题', { unit: '个' }),
} as const
/** How many of each are there, in all or up to a day. */
export const done = (works: readonly { readonly kind: string; readonly on: string }[], kind: string, before = '9999'): number =>
  works.filter((w) => w.kind === kind && w.on < before).length
const openSql = `select count(*)::int as n from party.rectification where source_type = 'party.ideology' and source_id = $1 and closed_at is null`
export const ideology = procedure('party.ideology', {
  zh: '意识形态工作责任制',
  menu: '党建活动',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'YS', per: 'year', digits: 2 },
  help: '每年一册:专题议题至少两次、上下半年各一次;分析研判、专项检查按参数;发现的问题逐条整改,未销号不能办结。',
  uniqueTogether: [['year']],
  fields: {
    year: integer('年度', { min: 2000, max: 2100 }),
    name: text('名称', { maxLength: 60 }).searchable(),
    plan: longText('年度责任分工', { maxLength: 2000 }),
    works: rows('落实', workLine),
    agendas: integer('专题议题', { unit: '次' }),
    analyses: integer('分析研判', { unit: '次' }),
    checks: integer('专项检查', { unit: '次' }),
    lacks: text('欠缺', { maxLength: 120 }).optional(),
    summary: longText('年度总结', { maxLength: 2000 }).optional(),
  },
  statuses: {
    on: { zh: '落实中', duty: 'party.manage', taskZh: '意识形态责任制落实中' },
    behind: { zh: '落后,待补', duty: 'party.manage', taskZh: '意识形态工作欠缺待补' },
    closed: { zh: '已总结', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '建立年度台账',
    from: 'new',
    to: 'on',
    by: 'party.manage',
    form: { year: integer('年度', { min: 2000, max: 2100 }), plan: longText('年度责任分工', { maxLength: 2000 }) },
    effects: ({ input }) => ({
      set: { name: `${input.year}年意识形态工作责任制`, works: [], agendas: 0, analyses: 0, checks: 0 },
      timers: [
        { name: 'half', at: startOf(`${input.year}-07-01`), action: 'count' },
        { name: 'year', at: startOf(`${input.year + 1}-01-01`), action: 'count' },
      ],
    }),
  }),
  work: action({
    zh: '登记落实',
    from: ['on', 'behind'],
    to: ({ subject, input, now, parameter }) => {
      const works = [...subject.works, { kind: input.kind, on: dayText(now) }]
      return lacksOf(works, subject.year, dayText(now), parameter) === '' ? 'on' : subject.status
    },
    by: 'party.manage',
    tone: 'primary',
    form: {
      kind: workLine.kind,
      what: text('内容', { maxLength: 300 }),
      proof: files(1, '会议记录、研判报告或检查表'),
      problems: rows('发现的问题', {
        what: text('问题', { maxLength: 200 }),
        unit: unit('责任单位'),
        dueOn: date('整改期限'),
      }).optional(),
    },
    check: ({ input, subject, now }) =>
      first(
        why(dayText(now).slice(0, 4) !== String(subject.year), '不在本年度'),
        why(
          (input.problems ?? []).some((p) => p.dueOn < dayText(now)),
          '整改期限不能早于今天',
        ),
      ),
    effects: ({ input, subject, now, parameter }) => {
      const problems = input.problems ?? []
      const works = [...subject.works, { kind: input.kind, on: dayText(now), what: input.what, found: problems.length }]
      return {
        set: {
          works,
          agendas: done(works, 'agenda'),
          analyses: done(works, 'analysis'),
          checks: done(works, 'check'),
          lacks: lacksOf(works, subject.year, dayText(now), parameter) || null,
        },
        spawn: problems.map((p, i) => ({
          procedure: 'party.rectification',
          input: {
            ...p,
            source: 'ideology',
            sourceType: 'party.ideology',
            sourceId: subject.id,
            group: ideologyKinds[input.kind],
            code: `${works.length}-${i + 1}`,
            isLong: 'no',
          },
        })),
      }
    },
  }),
  count: action({
    zh: '到期盘点',
    from: ['on', 'behind'],
    to: ({ subject, now, parameter }) => (lacksOf(subject.works, subject.year, dayText(now), parameter) === '' ? 'on' : 'behind'),
    by: 'system',
    effects: ({ subject, now, parameter }) => ({
      set: { lacks: lacksOf(subject.works, subject.year, dayText(now), parameter) || null },
    }),
  }),
  close: action({
    zh: '年度总结',
    from: ['on', 'behind'],
    to: 'closed',
    by: 'party.manage',
    form: { summary: longText('年度总结', { maxLength: 2000 }) },
    look: ({ tx, subject }) => counted(tx, openSql, [subject.id]),
    check: ({ found, subject, parameter }) => {
      const lacks = lacksOf(subject.works, subject.year, `${subject.year + 1}-01-01`, parameter)
      return first(notYet(lacks !== '', `欠缺:${lacks}`), notYet(found > 0, `还有${found}个问题未销号`))
    },
    effects: ({ input }) => ({
      set: input,
      timers: [
        { name: 'half', at: null, action: 'count' },
        { name: 'year', at: null, action: 'count' },
      ],
    }),
  }),
}))
/** What the year should have by a day and has not: half of everything from July on, all of it when the year is over. */
export const lacksOf = (
  works: readonly { readonly kind: string; readonly on: string }[],
  year: number,
  day: string,
  parameter: (name: string) => number,
): string => {
  const part = day >= `${year + 1}-01-01` ? 1 : day >= `${year}-07-01` ? 0.5 : 0
  return (['agenda', 'analysis', 'check'] as const)
    .flatMap((kind) => {
      const need = Math.floor(parameter(`party.${kind}-least`) * part)
      const have = done(works, kind)
      return have < need ? [`${ideologyKinds[kind]}${have}/${need}次`] : []
    })
    .join('、')
}
