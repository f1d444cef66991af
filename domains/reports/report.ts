/**
 * 工作总结、计划、通报: a text whose figures are alive until it is frozen; frozen, it prints the same for ever. A later change of the data
 * never changes it, it makes a correction note that says what differs and why.
 */
import type { Transaction } from 'kysely'
import { choice, date, instant, json, type Kernel, list, longText, procedure, raw, ref, refuse, systemActor, text } from '#kernel'
import { idsOf, judgeClaim, parseClaim, type Verdict } from './check.ts'
import { reportKinds } from './contract.ts'
import { computeText, type Figure, namedFigures } from './figures.ts'
import { fillSections } from './sections.ts'
import { fillReport } from './text.ts'

const form = {
  kind: choice('文种', reportKinds),
  title: text('标题', { maxLength: 120 }),
  from: date('统计期起'),
  to: date('统计期止(含)'),
  body: longText('文稿', { maxLength: 60_000 }).help(
    '写法:{{ "cases.closed" | figure }} 印出数与单位;goal 印目标;more 印“余”数;change 印同比',
  ),
  checks: list('勾稽关系').optional().help('每条一项,如 526+152=668、1749/3614=48.4%、cases.closed/cases.filed=95.2%'),
} as const
/** The outline stands before the text, which may stay empty. */
const { body, checks, ...heading } = form
const draftForm = { ...heading, outline: ref('提纲', 'reports.outline').optional(), body: body.optional(), checks } as const
export interface Difference {
  readonly id: string
  readonly zh: string
  readonly published: number | null
  readonly now: number | null
}
const base = procedure('reports.report', {
  zh: '总结通报',
  menu: '报告',
  numbering: { prefix: 'BG', per: 'year', digits: 4, isGapless: true },
  title: 'title',
  fields: {
    ...form,
    outline: ref('提纲', 'reports.outline').optional(),
    drafter: text('起草人', { maxLength: 60 }).optional(),
    figures: json<readonly Figure[]>('定稿数据').optional(),
    verdicts: json<readonly Verdict[]>('勾稽结果').optional(),
    cutOffAt: instant('数据截至').optional(),
    excuse: text('数据不一致的说明', { maxLength: 500 }).optional(),
    differences: json<readonly Difference[]>('更正').optional(),
    correction: longText('更正说明', { maxLength: 2000 }).optional(),
    publishedAt: instant('发布时间').optional(),
  },
  statuses: {
    draft: { zh: '起草中', duty: 'reports.write', taskZh: '待定稿' },
    frozen: { zh: '已定稿', duty: 'reports.publish', taskZh: '待批准发布' },
    published: { zh: '已发布' },
    corrected: { zh: '已更正' },
    withdrawn: { zh: '已撤回', kind: 'final' },
  },
})
export interface Looked {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly now: Date
  readonly subject: {
    readonly district: string
    readonly from: string
    readonly to: string
    readonly body: string
    readonly checks: readonly string[] | null
  }
}
/** Figures and verdicts of a report as its data stand now. */
export const everyFigure = async ({ kernel, tx, subject, now }: Looked) => {
  const claims = (subject.checks ?? []).flatMap((c) => parseClaim(c) ?? [])
  const ids = [...new Set([...namedFigures(subject.body), ...claims.flatMap(idsOf)])]
  const work = { kernel, tx, district: subject.district, now, actor: systemActor }
  const figures = await computeText(work, subject.body, ids, { from: subject.from, to: subject.to })
  const figureOf = (id: string): number | null => figures.find((f) => f.id === id)?.value ?? null
  return { figures, verdicts: claims.map((c) => judgeClaim(c, figureOf)) }
}
const findOutline = async (
  tx: Transaction<unknown>,
  district: string,
  id: string | null | undefined,
  year: number,
): Promise<string | undefined> => {
  if (!id) return undefined
  const { rows } = await raw<{ body: string }>(
    tx,
    'select body from reports.outline where district = $1 and id = $2::uuid and retired_at is null',
    [district, id],
  )
  return rows[0] && fillSections(tx, rows[0].body, year)
}
const refuseText = (input: { from: string; to: string; checks?: readonly string[] | null }) => {
  if (input.to <= input.from) return refuse('reports.period')
  const wrong = (input.checks ?? []).find((c) => !parseClaim(c))
  return wrong === undefined ? undefined : refuse('reports.check', { text: wrong })
}
const wrongOnes = (verdicts: readonly Verdict[] | null): readonly Verdict[] => (verdicts ?? []).filter((v) => !v.isRight)

export const reportProcedure = base.actions((action) => ({
  draft: action({
    zh: '起草',
    from: 'new',
    to: 'draft',
    by: 'reports.write',
    help: '选一个提纲即可起草,文稿可以留空;之后再改。',
    form: draftForm,
    look: async ({ tx, subject, input }) => ({
      body: input.body ?? (await findOutline(tx, subject.district, input.outline, Number(input.from.slice(0, 4)))),
    }),
    check: ({ input, found }) => refuseText(input) ?? (found.body ? undefined : refuse('reports.no-text')),
    effects: ({ actor, found }) => ({ set: { drafter: actor.name, body: found.body ?? '' } }),
  }),
  edit: action({
    zh: '修改文稿',
    from: 'draft',
    to: 'same',
    by: 'reports.write',
    tone: 'primary',
    form,
    check: ({ input }) => refuseText(input),
    effects: ({ input }) => ({ set: input }),
  }),
  freeze: action({
    zh: '定稿(锁定数据)',
    from: 'draft',
    to: 'frozen',
    by: 'reports.write',
    help: '此后数据变动不再改变本稿;勾稽不符的会列出。',
    look: async (ctx) => {
      const found = await everyFigure(ctx as unknown as Looked)
      fillReport(ctx.subject.body, found.figures, {})
      return found
    },
    check: ({ subject, now }) =>
      now.getTime() < Date.parse(`${subject.to}T23:59:59+08:00`) && subject.kind !== 'plan' && subject.kind !== 'opinion'
        ? refuse('reports.not-due', { to: subject.to })
        : undefined,
    effects: ({ found, now }) => ({
      set: { figures: found.figures, verdicts: found.verdicts, cutOffAt: now.toISOString() },
    }),
  }),
  reopen: action({
    zh: '退回修改',
    from: 'frozen',
    to: 'draft',
    by: 'reports.publish',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({ set: { figures: null, verdicts: null, cutOffAt: null } }),
  }),
  publish: action({
    zh: '批准发布',
    from: 'frozen',
    to: 'published',
    by: 'reports.publish',
    tone: 'primary',
    form: { excuse: text('数据不一致的说明', { maxLength: 500 }).optional() },
    check: ({ subject, input, actor }) => {
      if (actor.name === subject.drafter) return refuse('reports.same-hand')
      const wrong = wrongOnes(subject.verdicts)
      if (wrong.length === 0 || input.excuse) return undefined
      return refuse('reports.unbacked', { count: wrong.length, first: `${wrong[0]?.text}(应为${wrong[0]?.found})` })
    },
    effects: ({ input, now }) => ({ set: { excuse: input.excuse ?? null, publishedAt: now.toISOString() } }),
  }),
  compare: action({
    zh: '与现在的数据核对',
    from: ['published', 'corrected'],
    to: 'corrected',
    by: 'reports.write',
    help: '发布后补录、更正的数据与已发布的不同时,生成更正说明;原稿不变。',
    form: { reason: text('差异原因', { maxLength: 500 }) },
    look: async (ctx) => {
      const { figures } = await everyFigure(ctx as unknown as Looked)
      const published = ctx.subject.figures ?? []
      const differences = published.flatMap((p): Difference[] => {
        const now = figures.find((f) => f.id === p.id)?.value ?? null
        return now === p.value ? [] : [{ id: p.id, zh: p.zh, published: p.value, now }]
      })
      return { differences }
    },
    check: ({ found }) => (found.differences.length === 0 ? refuse('reports.same') : undefined),
    effects: ({ found, input }) => ({
      set: {
        differences: found.differences,
        correction: `${found.differences.map((d) => `${d.zh}:发布时${d.published ?? '—'},现为${d.now ?? '—'}`).join(';')}。原因:${input.reason}`,
      },
    }),
  }),
  withdraw: action({
    zh: '撤回',
    from: ['draft', 'frozen', 'published', 'corrected'],
    to: 'withdrawn',
    by: 'reports.publish',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
