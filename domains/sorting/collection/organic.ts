/** 城乡有机废弃物处理利用示范区: the baseline of what there is and where it goes, and a scheme of measures with those responsible. */
import {
  choice,
  date,
  dayText,
  first,
  integer,
  number,
  one,
  photos,
  procedure,
  register,
  repeated,
  rows,
  text,
  unit,
} from '#kernel'
import { notYet, why } from '../shared.ts'
import { organicKinds, outlets } from '../words.ts'

export const organicSource = register('sorting.organic-source', {
  zh: '有机废弃物底数',
  menu: '有机示范区',
  title: 'source',
  fields: {
    source: text('产生源', { maxLength: 100 }).searchable(),
    kind: choice('种类', organicKinds),
    tons: number('年产生量', { unit: '吨', min: 0.01 }),
    outlet: choice('现有去向', outlets),
    surveyedOn: date('调查日期'),
    surveyor: text('调查人', { maxLength: 40 }),
  },
  uniqueTogether: [['source', 'kind']],
})
const measure = {
  name: text('措施', { maxLength: 100 }),
  kind: choice('种类', organicKinds),
  unit: unit('责任单位'),
  tons: number('年处理', { unit: '吨', min: 0 }),
  dueOn: date('期限'),
} as const
export const organicScheme = procedure('sorting.organic-scheme', {
  zh: '有机废弃物示范区方案',
  menu: '有机示范区',
  title: 'name',
  numbering: { prefix: 'YJ', per: 'year', digits: 3 },
  help: '底数调查清楚才能报批;措施处理量不能超过该种类底数;措施逐条完成。',
  fields: {
    name: text('方案', { maxLength: 100 }).searchable(),
    measures: rows('措施', measure),
    baselineT: number('底数', { unit: '吨' }).optional(),
    plannedT: number('方案处理', { unit: '吨' }).optional(),
    doneNames: text('已完成', { maxLength: 1000 }).optional(),
    done: integer('已完成措施', { unit: '条' }).optional(),
    doneT: number('已形成处理', { unit: '吨' }).optional(),
    approvedOn: date('批准日期').optional(),
  },
  statuses: {
    drafted: { zh: '待批准', duty: 'sorting.approve', taskZh: '有机废弃物方案待批准' },
    running: { zh: '实施中', duty: 'sorting.manage', taskZh: '有机废弃物方案实施' },
    done: { zh: '已完成', kind: 'final' },
    refused: { zh: '退回', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '编制方案',
    from: 'new',
    to: 'drafted',
    by: 'sorting.manage',
    form: { name: text('方案', { maxLength: 100 }), measures: rows('措施', measure) },
    look: ({ tx }) =>
      one<{ all: number; kinds: Readonly<Record<string, number>> }>(
        tx,
        `select coalesce(sum(tons), 0)::float8 as "all", coalesce(jsonb_object_agg(kind, tons), '{}') as kinds from (select kind, sum(tons)::float8 as tons from sorting.organic_source where retired_at is null group by kind) x`,
      ),
    check: ({ input, found }) => {
      const over = input.measures.find(
        (m) =>
          input.measures.filter((x) => x.kind === m.kind).reduce((n, x) => n + x.tons, 0) > Number(found?.kinds[m.kind] ?? 0),
      )
      return first(
        why(input.measures.length === 0, '请列出措施'),
        why(Boolean(repeated(input.measures.map((m) => m.name))), '措施重复'),
        notYet((found?.all ?? 0) === 0, '还没有底数调查'),
        why(Boolean(over), `${over ? organicKinds[over.kind] : ''}措施超过底数`),
      )
    },
    effects: ({ input, found }) => ({
      set: {
        baselineT: found?.all ?? 0,
        plannedT: input.measures.reduce((n, m) => n + m.tons, 0),
        done: 0,
        doneT: 0,
        doneNames: '',
      },
    }),
  }),
  approve: action({
    zh: '批准',
    from: 'drafted',
    to: 'running',
    by: 'sorting.approve',
    tone: 'primary',
    effects: ({ now }) => ({ set: { approvedOn: dayText(now) } }),
  }),
  refuse: action({
    zh: '退回',
    from: 'drafted',
    to: 'refused',
    by: 'sorting.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
  finishMeasure: action({
    zh: '措施完成',
    from: 'running',
    to: 'same',
    by: 'sorting.manage',
    tone: 'primary',
    form: { name: text('措施', { maxLength: 100, among: 'measures.name' }), photos: photos(1, '完成照片') },
    check: ({ input, subject }) =>
      first(
        why(!subject.measures.some((m) => m.name === input.name), '方案里没有这条措施'),
        notYet((subject.doneNames ?? '').split('、').includes(input.name), '已经完成'),
      ),
    effects: ({ input, subject }) => ({
      set: {
        doneNames: [...(subject.doneNames ?? '').split('、').filter(Boolean), input.name].join('、'),
        done: (subject.done ?? 0) + 1,
        doneT: Number(subject.doneT ?? 0) + (subject.measures.find((m) => m.name === input.name)?.tons ?? 0),
      },
    }),
  }),
  finish: action({
    zh: '完成',
    from: 'running',
    to: 'done',
    by: 'sorting.manage',
    guard: ({ subject }) =>
      notYet((subject.done ?? 0) < subject.measures.length, `还有${subject.measures.length - (subject.done ?? 0)}条措施未完成`),
  }),
}))
