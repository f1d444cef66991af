/** 考核数据季度分析评估: the quarter's locked rounds judged as a measuring instrument; each weak item gets a decision. */
import { choice, files, first, flag, integer, longText, many, number, person, procedure, refuse, rows, text } from '#kernel'
import { levels } from '../contract.ts'
import type { Inputs, Outcome } from '../scoring.ts'
import { why } from '../shared.ts'
import { alphaOf, qualityOf, type Sheet } from './reliability.ts'
import { quarterSpan } from './shared.ts'

const form = {
  year: integer('年度', { min: 2000, max: 2100 }),
  quarter: integer('季度', { min: 1, max: 4 }),
  level: choice('级别', levels),
  team: text('专业团队', { maxLength: 100 }),
} as const
const quality = {
  code: text('考核项编码', { maxLength: 20 }),
  name: text('考核项', { maxLength: 100 }),
  sheets: integer('样本(街道×轮)', { min: 0 }),
  mean: number('平均得分率', { unit: '%' }),
  spread: number('离散(标准差)', { unit: '百分点' }),
  discrimination: number('区分度').optional(),
  isWeak: flag('须评估'),
  why: text('原因', { maxLength: 100 }).optional(),
} as const
const weakLine = { code: text('考核项编码', { maxLength: 20 }) } as const
const advice = { ...weakLine, advice: text('修正建议', { maxLength: 300 }) } as const
const decision = {
  ...weakLine,
  decision: choice('决定', { keep: '保留', change: '修改', drop: '取消' }),
  reason: text('理由', { maxLength: 300 }),
} as const
const covers = (weak: readonly { readonly code: string }[] | null, lines: readonly { readonly code: string }[]): boolean =>
  (weak ?? []).every((w) => lines.filter((l) => l.code === w.code).length === 1) &&
  lines.every((l) => (weak ?? []).some((w) => w.code === l.code))
interface RoundRow {
  readonly inputs: Inputs
  readonly outcome: Outcome
}
const sheetsOf = (rounds: readonly RoundRow[]): readonly Sheet[] =>
  rounds.flatMap((r) =>
    r.outcome.standings.map((s) => ({
      items: s.items.flatMap((i) => (i.score === null || i.full <= 0 ? [] : [{ code: i.code, full: i.full, score: i.score }])),
    })),
  )

export const quarterAnalysis = procedure('evaluation.analysis', {
  zh: '考核数据季度分析',
  menu: '考核评价',
  numbering: { prefix: 'FX', per: 'year', digits: 3 },
  title: 'name',
  help: '由已锁定的考核算出信度与各项区分度;得分率离散过小、区分度过低的考核项逐项提出建议、作出决定',
  uniqueTogether: [['year', 'quarter', 'level']],
  fields: {
    ...form,
    name: text('名称', { maxLength: 60 }).searchable().optional(),
    rounds: integer('轮次数', { min: 0 }).optional(),
    sheets: integer('样本数(街道×轮)', { min: 0 }).optional(),
    alpha: number('信度(α)').optional(),
    isReliable: flag('信度达标').optional(),
    items: rows('各考核项', quality).optional(),
    weak: rows('须评估的考核项', weakLine).optional(),
    weakCount: integer('须评估项数', { min: 0, unit: '项' }).optional(),
    report: longText('分析报告', { maxLength: 8000 }).optional(),
    advices: rows('修正建议', advice).optional(),
    reviewer: person('报告人').optional(),
    decisions: rows('决定', decision).optional(),
    changeCount: integer('决定修改或取消', { min: 0, unit: '项' }).optional(),
  },
  statuses: {
    computed: { zh: '待专业团队报告', duty: 'evaluation.manage', taskZh: '季度分析待报告' },
    reviewed: { zh: '待决定', duty: 'evaluation.decide', taskZh: '季度分析待决定' },
    decided: { zh: '已决定', kind: 'final' },
  },
}).actions((action) => ({
  compute: action({
    zh: '生成季度数据集',
    from: 'new',
    to: 'computed',
    by: 'evaluation.manage',
    form,
    look: ({ tx, input }) =>
      many<RoundRow>(
        tx,
        `select inputs, outcome from evaluation.round where status = 'locked' and level = $1 and to_on between $2::date and $3::date order by to_on, number`,
        [input.level, ...quarterSpan(input.year, input.quarter)],
      ),
    check: ({ found }) =>
      first(
        why(found.length === 0, '该季度没有已锁定的考核'),
        why(sheetsOf(found).length < 3, `样本只有${sheetsOf(found).length}份,不足3份不能分析`),
      ),
    effects: ({ found, input, parameter }) => {
      const sheets = sheetsOf(found)
      const alpha = alphaOf(sheets)
      const nameOf = (code: string): string => found.flatMap((r) => r.inputs.items).find((i) => i.code === code)?.name ?? code
      const items = qualityOf(sheets).map((q) => {
        const reason =
          q.spread < parameter('evaluation.spread-least')
            ? '得分率几乎一样,拉不开差距'
            : q.discrimination !== null && q.discrimination < parameter('evaluation.discrimination-least')
              ? '与其余各项走向不一致'
              : null
        return { ...q, name: nameOf(q.code), isWeak: reason !== null, why: reason }
      })
      const weak = items.filter((i) => i.isWeak).map((i) => ({ code: i.code }))
      return {
        set: {
          name: `${input.year}年第${input.quarter}季度考核数据分析`,
          rounds: found.length,
          sheets: sheets.length,
          alpha,
          isReliable: alpha !== null && alpha >= parameter('evaluation.alpha-least'),
          items,
          weak,
          weakCount: weak.length,
        },
      }
    },
  }),
  review: action({
    zh: '提交分析报告与建议',
    from: 'computed',
    to: 'reviewed',
    by: 'evaluation.manage',
    tone: 'primary',
    form: {
      report: longText('分析报告', { maxLength: 8000 }),
      advices: rows('修正建议', advice, { eachOf: 'weak' }),
      source: files(0, '专业团队原件').optional(),
    },
    check: ({ input, subject }) => why(!covers(subject.weak, input.advices), '须评估的每一项都要提一条建议'),
    effects: ({ input, actor }) => ({ set: { report: input.report, advices: input.advices, reviewer: actor.id } }),
  }),
  decide: action({
    zh: '逐项决定',
    from: 'reviewed',
    to: 'decided',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { decisions: rows('决定', decision, { eachOf: 'weak' }) },
    guard: ({ subject, actor }) =>
      actor.id === subject.reviewer ? refuse('evaluation.same-person', { role: '决定人', other: '报告人' }) : undefined,
    check: ({ input, subject }) => why(!covers(subject.weak, input.decisions), '须评估的每一项都要有决定'),
    effects: ({ input }) => ({
      set: { ...input, changeCount: input.decisions.filter((d) => d.decision !== 'keep').length },
    }),
  }),
}))
