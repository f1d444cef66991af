/** 第三方测评: a report is taken over line by line with its file; weak topics start a special assessment, compared before and after. */
import { area, choice, date, files, first, integer, json, longText, many, number, one, procedure, ref, text } from '#kernel'
import { round2 } from './scoring.ts'
import { namesOf, notYet, why } from './shared.ts'

interface Line {
  readonly street: string
  readonly topic: string
  readonly score: number
}
/** One line: 街道代码,题目,得分. */
export const parseLines = (rows: string): readonly (Line | string)[] =>
  rows
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '')
    .map((l, i) => {
      const [street = '', topic = '', score = ''] = l.split(/[,,\t]/).map((c) => c.trim())
      const n = Number(score)
      return /^\d{9}$/.test(street) && topic !== '' && score !== '' && n >= 0 && n <= 100
        ? { street, topic, score: n }
        : `第${i + 1}行:${l}`
    })
const good = (rows: string): readonly Line[] => parseLines(rows).filter((l): l is Line => typeof l !== 'string')
export const topicMeans = (lines: readonly Line[]): readonly { readonly topic: string; readonly mean: number }[] =>
  [...new Set(lines.map((l) => l.topic))].map((topic) => {
    const own = lines.filter((l) => l.topic === topic)
    return { topic, mean: round2(own.reduce((n, l) => n + l.score, 0) / own.length) }
  })
const scoreForm = {
  report: ref('测评报告', 'evaluation.third-report'),
  street: area('街道(镇)'),
  topic: text('题目', { maxLength: 100 }).searchable(),
  score: number('得分', { min: 0, max: 100 }),
  measuredOn: date('测评日期'),
} as const
export const thirdScore = procedure('evaluation.third-score', {
  zh: '第三方测评得分',
  menu: '满意度',
  numbering: { prefix: 'SF', per: 'year', digits: 6 },
  title: 'topic',
  fields: scoreForm,
  statuses: { kept: { zh: '有效', kind: 'final' } },
}).actions((action) => ({
  keep: action({
    zh: '录入',
    from: 'new',
    to: 'kept',
    by: 'system',
    form: scoreForm,
    effects: ({ input }) => ({ set: { areaCode: input.street } }),
  }),
}))
const reportForm = {
  agency: text('测评机构', { maxLength: 100 }),
  name: text('报告名称', { maxLength: 100 }),
  measuredOn: date('测评日期'),
  sample: integer('样本量', { min: 1 }),
  source: files(1, '报告原件'),
} as const
export const thirdReport = procedure('evaluation.third-report', {
  zh: '第三方测评报告',
  menu: '满意度',
  numbering: { prefix: 'CP', per: 'year', digits: 4 },
  title: 'name',
  help: '逐行录入街道、题目、得分;平均分低于线的题目自动提出专项考核',
  fields: {
    ...reportForm,
    lines: integer('录入行数', { min: 0 }).optional(),
    weak: json<readonly string[]>('低满意度题目', { isList: true }).optional(),
  },
  uniqueTogether: [['agency', 'name']],
  statuses: { imported: { zh: '已录入', kind: 'final' } },
}).actions((action) => ({
  take: action({
    zh: '录入报告',
    from: 'new',
    to: 'imported',
    by: 'evaluation.manage',
    form: { ...reportForm, rows: longText('得分(每行:街道代码,题目,得分)', { maxLength: 8000 }) },
    look: ({ tx }) => namesOf(tx),
    check: ({ input, found }) => {
      const lines = parseLines(input.rows)
      const bad = lines.filter((l) => typeof l === 'string')
      const unknown = good(input.rows).find((l) => !found.has(l.street))
      return first(
        why(lines.length === 0, '没有得分行'),
        why(bad.length > 0, `有${bad.length}行不能识别:${bad[0] ?? ''}`),
        why(unknown !== undefined, `没有街道${unknown?.street ?? ''}`),
        why(
          new Set(good(input.rows).map((l) => `${l.street} ${l.topic}`)).size !== good(input.rows).length,
          '同一街道同一题目出现两次',
        ),
      )
    },
    effects: ({ input, subject, parameter }) => {
      const lines = good(input.rows)
      const weak = topicMeans(lines).filter((t) => t.mean < parameter('evaluation.third-line'))
      return {
        set: { lines: lines.length, weak: weak.map((t) => t.topic) },
        spawn: [
          ...lines.map((l) => ({
            procedure: 'evaluation.third-score',
            input: { ...l, report: subject.id, measuredOn: input.measuredOn },
          })),
          ...weak.map((t) => ({
            procedure: 'evaluation.special',
            input: { topic: t.topic, report: subject.id, before: t.mean, beforeOn: input.measuredOn },
          })),
        ],
      }
    },
  }),
}))
const specialForm = {
  topic: text('题目', { maxLength: 100 }).searchable(),
  report: ref('测评报告', 'evaluation.third-report'),
  before: number('专项前得分'),
  beforeOn: date('测评日期'),
} as const
export const special = procedure('evaluation.special', {
  zh: '低满意度专项考核',
  menu: '满意度',
  numbering: { prefix: 'ZX', per: 'year', digits: 4 },
  title: 'topic',
  fields: {
    ...specialForm,
    plan: longText('专项方案', { maxLength: 4000 }).optional(),
    checkTopic: ref('检查轮次', 'evaluation.check').optional(),
    endsOn: date('专项截止').optional(),
    after: number('专项后得分').optional(),
    change: number('提升').optional(),
    summary: longText('小结', { maxLength: 4000 }).optional(),
    outcome: choice('成效', { better: '提升', same: '未提升' }).optional(),
  },
  statuses: {
    proposed: { zh: '待立项', duty: 'evaluation.decide', taskZh: '低满意度专项待立项' },
    running: { zh: '专项考核中', duty: 'evaluation.manage', taskZh: '专项考核待小结' },
    concluded: { zh: '已小结', kind: 'final' },
    declined: { zh: '不立项', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({ zh: '自动提出', from: 'new', to: 'proposed', by: 'system', form: specialForm }),
  start: action({
    zh: '立项',
    from: 'proposed',
    to: 'running',
    by: 'evaluation.decide',
    tone: 'primary',
    form: {
      plan: longText('专项方案', { maxLength: 4000 }),
      endsOn: date('专项截止'),
      checkTopic: ref('检查轮次', 'evaluation.check'),
    },
    look: ({ tx, input }) =>
      one<{ status: string }>(tx, 'select status from evaluation."check" where id = $1', [input.checkTopic]),
    check: ({ found, input, subject }) =>
      first(why(!found, '没有这个检查轮次'), why(input.endsOn <= subject.beforeOn, '专项截止应晚于测评日期')),
    effects: ({ input }) => ({ set: input }),
  }),
  decline: action({
    zh: '不立项',
    from: 'proposed',
    to: 'declined',
    by: 'evaluation.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
  conclude: action({
    zh: '前后对比,小结',
    from: 'running',
    to: 'concluded',
    by: 'evaluation.manage',
    tone: 'primary',
    form: { summary: longText('小结', { maxLength: 4000 }) },
    look: async ({ tx, subject }) => ({
      after: await many<{ score: number }>(
        tx,
        'select score::float8 as score from evaluation.third_score where topic = $1 and measured_on > $2::date',
        [subject.topic, subject.beforeOn],
      ),
      check: await one<{ status: string }>(tx, 'select status from evaluation."check" where id = $1', [subject.checkTopic]),
    }),
    check: ({ found }) =>
      first(
        notYet(found.check?.status !== 'concluded', '专项的检查轮次尚未小结'),
        notYet(found.after.length === 0, '专项之后还没有同一题目的测评,无从对比'),
      ),
    effects: ({ found, input, subject }) => {
      const after = round2(found.after.reduce((n, r) => n + r.score, 0) / found.after.length)
      return {
        set: { ...input, after, change: round2(after - subject.before), outcome: after > subject.before ? 'better' : 'same' },
      }
    },
  }),
}))
