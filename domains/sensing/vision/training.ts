/** 再训练: the false positives of a version become samples; the new version is compared scene by scene before it may be used. */
import { choice, date, integer, longText, number, procedure, raw, refuse, rows, text } from '#kernel'
import { scenesZh } from './words.ts'

const compare = {
  scene: choice('场景', scenesZh),
  tested: integer('测试样本', { min: 1 }),
  before: number('原版准确率', { unit: '%', min: 0, max: 100 }),
  after: number('新版准确率', { unit: '%', min: 0, max: 100 }),
} as const
type Line = { readonly tested: number; readonly before: number; readonly after: number }
/** Weighted by the samples of each scene. */
export const overall = (lines: readonly Line[], side: 'before' | 'after'): number => {
  const all = lines.reduce((n, l) => n + l.tested, 0)
  return all === 0 ? 0 : Math.round((lines.reduce((n, l) => n + l.tested * l[side], 0) / all) * 100) / 100
}
export const training = procedure('sensing.training', {
  zh: '模型再训练',
  menu: '视频识别',
  title: 'toVersion',
  numbering: { prefix: 'XL', per: 'year', digits: 3 },
  help: '样本为原版本“再学习”的识别图片;新版总准确率高于原版、且没有一个场景下降超过允许值,才能启用。',
  fields: {
    fromVersion: text('原版本', { maxLength: 40 }).searchable(),
    toVersion: text('新版本', { maxLength: 40 }).searchable(),
    samples: integer('再学习样本数', { min: 0 }),
    trainedOn: date('训练日期').optional(),
    results: rows('分场景比较', compare).optional(),
    before: number('原版总准确率', { unit: '%' }).optional(),
    after: number('新版总准确率', { unit: '%' }).optional(),
    conclusion: longText('结论', { maxLength: 500 }).optional(),
  },
  statuses: {
    collected: { zh: '样本已备', duty: 'sensing.review', taskZh: '模型待训练比较' },
    compared: { zh: '已比较,待决定', duty: 'sensing.review', taskZh: '新模型待决定' },
    adopted: { zh: '已启用', kind: 'final' },
    dropped: { zh: '不启用', kind: 'final' },
  },
}).actions((action) => ({
  collect: action({
    zh: '汇集样本',
    from: 'new',
    to: 'collected',
    by: 'sensing.review',
    form: { fromVersion: text('原版本', { maxLength: 40 }), toVersion: text('新版本', { maxLength: 40 }) },
    look: async ({ tx, input }) =>
      (
        await raw<{ n: number }>(
          tx,
          `select count(*)::int as n from sensing.detection where status = 'relearn' and model_version = $1`,
          [input.fromVersion],
        )
      ).rows[0]?.n ?? 0,
    check: ({ found, input }) =>
      found === 0
        ? refuse('sensing.field', { why: `版本${input.fromVersion}没有再学习样本` })
        : input.fromVersion === input.toVersion
          ? refuse('sensing.field', { why: '新版本号应与原版本不同' })
          : undefined,
    effects: ({ found }) => ({ set: { samples: found } }),
  }),
  compare: action({
    zh: '登记训练与比较结果',
    from: ['collected', 'compared'],
    to: 'compared',
    by: 'sensing.review',
    tone: 'primary',
    form: { trainedOn: date('训练日期'), results: rows('分场景比较', compare) },
    check: ({ input }) => (input.results.length === 0 ? refuse('sensing.field', { why: '至少填写一个场景的比较' }) : undefined),
    effects: ({ input }) => ({
      set: { ...input, before: overall(input.results, 'before'), after: overall(input.results, 'after') },
    }),
  }),
  adopt: action({
    zh: '启用新版',
    from: 'compared',
    to: 'adopted',
    by: 'sensing.review',
    tone: 'primary',
    form: { conclusion: longText('结论', { maxLength: 500 }) },
    guard: ({ subject, parameter }) => {
      if ((subject.after ?? 0) <= (subject.before ?? 0))
        return refuse('sensing.not-yet', { why: `新版总准确率${subject.after}%不高于原版${subject.before}%` })
      const worst = (subject.results ?? []).find((r) => r.before - r.after > parameter('sensing.scene-drop'))
      return worst ? refuse('sensing.not-yet', { why: `${scenesZh[worst.scene]}准确率下降超过允许值` }) : undefined
    },
    effects: ({ input }) => ({ set: input }),
  }),
  drop: action({
    zh: '不启用',
    from: 'compared',
    to: 'dropped',
    by: 'sensing.review',
    form: { conclusion: longText('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
