/** 年度荣誉段落 from the registers, and the library of each area's own scheme of assessment. */
import { choice, date, dayText, integer, longText, many, person, procedure, refuse, register, rows, text } from '#kernel'
import { why } from '../shared.ts'

interface Line {
  readonly name: string
  readonly from: string
  readonly grade: string
  readonly document: string
}
const gradeZh: Readonly<Record<string, string>> = {
  excellent: '优秀',
  winner: '优胜',
  good: '良好',
  pass: '合格',
  fail: '不合格',
}
/** One sentence a kind, in the order of the registers; nothing is said that is not registered. */
export const paragraphOf = (year: number, outer: readonly Line[], honours: readonly Line[]): string => {
  const good = outer.filter((o) => o.grade === 'excellent' || o.grade === 'winner')
  const first = good.map((o) => `${o.from}${o.name}中获得“${gradeZh[o.grade] ?? o.grade}”等次`).join(',')
  const second = honours.map((h) => `${h.from}授予的“${h.name}”`).join('、')
  return [
    good.length > 0 ? `${year}年度,在${first}。` : '',
    honours.length > 0 ? `${good.length > 0 ? '先后' : `${year}年度,`}获得${second},共${honours.length}项荣誉。` : '',
  ].join('')
}
export const honourRoll = procedure('evaluation.honour-roll', {
  zh: '年度荣誉与考评结果',
  menu: '考核结果运用',
  numbering: { prefix: 'RB', per: 'year', digits: 3 },
  title: 'name',
  help: '由荣誉表彰与外部考评结果两本台账生成荣誉段落,逐条列出文号',
  uniqueTogether: [['year']],
  fields: {
    year: integer('年度', { min: 2000, max: 2100 }),
    name: text('名称', { maxLength: 60 }).searchable().optional(),
    results: rows('外部考评结果', {
      name: text('考评', { maxLength: 100 }),
      from: text('考评单位', { maxLength: 100 }),
      grade: choice('等次', { excellent: '优秀', winner: '优胜', good: '良好', pass: '合格', fail: '不合格' }),
      document: text('文号', { maxLength: 100 }),
    }).optional(),
    honours: rows('荣誉', {
      name: text('荣誉', { maxLength: 100 }),
      from: text('授予单位', { maxLength: 100 }),
      grade: text('级别', { maxLength: 20 }),
      document: text('文号', { maxLength: 100 }),
    }).optional(),
    paragraph: longText('荣誉段落', { maxLength: 8000 }).optional(),
    drafter: person('编写人').optional(),
    issuedOn: date('审定日期').optional(),
  },
  statuses: {
    drafted: { zh: '待审定', duty: 'evaluation.decide', taskZh: '荣誉段落待审定' },
    issued: { zh: '已审定', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '生成',
    from: 'new',
    to: 'drafted',
    by: 'evaluation.manage',
    form: { year: integer('年度', { min: 2000, max: 2100 }) },
    look: async ({ tx, input }) => ({
      results: await many<Line>(
        tx,
        `select name, evaluator as "from", grade, document from evaluation.outer_result where year = $1 and retired_at is null order by published_on, name`,
        [input.year],
      ),
      honours: await many<Line>(
        tx,
        `select name, grantor as "from", level as grade, document from evaluation.honour where extract(year from granted_on) = $1 and status <> 'revoked' order by granted_on, name`,
        [input.year],
      ),
    }),
    check: ({ found, input }) => why(found.results.length + found.honours.length === 0, `${input.year}年没有登记荣誉或考评结果`),
    effects: ({ found, input, actor }) => ({
      set: {
        name: `${input.year}年度荣誉与考评结果`,
        results: found.results as never,
        honours: found.honours,
        paragraph: paragraphOf(input.year, found.results, found.honours),
        drafter: actor.id,
      },
    }),
  }),
  issue: action({
    zh: '审定',
    from: 'drafted',
    to: 'issued',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { paragraph: longText('荣誉段落(可修改)', { maxLength: 8000 }) },
    guard: ({ subject, actor }) =>
      actor.id === subject.drafter ? refuse('evaluation.same-person', { role: '审定人', other: '编写人' }) : undefined,
    check: ({ input, subject }) => {
      const lost = [...(subject.honours ?? []), ...(subject.results ?? []).filter((r) => r.grade === 'winner')].find(
        (h) => !input.paragraph.includes(h.name),
      )
      return why(lost !== undefined, `段落里没有提到“${lost?.name ?? ''}”`)
    },
    effects: ({ input, now }) => ({ set: { ...input, issuedOn: dayText(now) } }),
  }),
}))
export const localScheme = register('evaluation.local-scheme', {
  zh: '辖区考核办法库',
  menu: '创建与督办',
  title: 'area',
  help: '各辖区自定的考核模式,逐项登记,供座谈会对照',
  uniqueTogether: [['area', 'year']],
  fields: {
    area: text('辖区', { maxLength: 60 }).searchable(),
    year: integer('年度', { min: 2000, max: 2100 }),
    document: text('文号', { maxLength: 100 }),
    cycle: text('考核周期', { maxLength: 60 }),
    classes: text('分类排名', { maxLength: 100 }),
    sampling: text('抽样办法', { maxLength: 200 }),
    weights: text('权重', { maxLength: 200 }),
    appeal: text('申诉', { maxLength: 100 }),
    reward: text('奖惩', { maxLength: 200 }),
    publicity: text('公开', { maxLength: 100 }),
  },
})
