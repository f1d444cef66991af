/** 指标字典: each figure's name, unit, digits, formula, owner and target. A change of what is counted is approved by another person, and stays readable in its history. */
import type { Transaction } from 'kysely'
import { date, integer, type Kernel, longText, number, procedure, type Refusal, refuse, text, unit } from '#kernel'
import { machineOf, readBook, readMetrics } from './dictionary.ts'
import { findFormulaFault } from './formula/evaluate.ts'
import { readGoal } from './formula/print.ts'

const own = {
  name: text('指标名称', { maxLength: 80 }).searchable(),
  unit: text('单位', { maxLength: 20 }),
  decimals: integer('小数位', { min: 0, max: 6 }),
  formula: longText('公式', { maxLength: 2000 }).help(
    '如 计数(小广告清理, 类别=乱涂写)、求和(垃圾处理.数量)/10000、率(计数(诉求, 结果=已办结), 计数(诉求))',
  ),
  definition: text('口径说明', { maxLength: 400 }),
  owner: unit('责任单位').optional(),
  form: text('印法', { maxLength: 40 }).optional().help('# 代表数字,如 #余处、约#万吨、#%以上;不填印“数字+单位”'),
  step: number('取整到', { min: 0 }).optional(),
  goal: text('目标', { maxLength: 20 }).optional().help('>=98、=17、<=0'),
  goalSource: text('目标依据', { maxLength: 120 }).optional(),
  validFrom: date('目标适用自').optional(),
  validTo: date('目标适用至(不含)').optional(),
} as const
const form = {
  code: text('编号', {
    maxLength: 60,
    pattern: { source: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', zh: '编号用小写字母、数字和短横,如 case-close-rate' },
  }),
  ...own,
} as const
interface Look {
  readonly kernel: Kernel
  readonly tx: Transaction<unknown>
  readonly subject: { readonly district: string; readonly code: string }
  readonly input: { readonly formula: string; readonly code?: string }
}
const lookFault = async ({ kernel, tx, subject, input }: Look) => {
  const metrics = await readMetrics(tx, subject.district, true)
  const book = await readBook(kernel, tx, subject.district)
  return { fault: findFormulaFault(machineOf(tx, book, metrics), input.formula, input.code ?? subject.code) }
}
const judge = (fault: string | undefined, goal: string | null | undefined): Refusal | undefined => {
  if (fault !== undefined) return refuse('statistics.formula', { why: fault })
  return goal && !readGoal(goal) ? refuse('statistics.goal', { text: goal }) : undefined
}
export const metricProcedure = procedure('statistics.metric', {
  zh: '指标字典',
  menu: '统计台账',
  title: 'name',
  numbering: { prefix: 'ZB', per: 'year', digits: 5 },
  fields: { ...form, code: form.code.unique().searchable(), drafter: text('起草人', { maxLength: 60 }).optional() },
  statuses: {
    draft: { zh: '待审定', duty: 'statistics.approve', taskZh: '待审定指标口径' },
    active: { zh: '在用' },
    retired: { zh: '停用', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '新增指标',
    from: 'new',
    to: 'draft',
    by: 'statistics.define',
    form,
    look: (ctx) => lookFault(ctx as unknown as Look),
    check: ({ found, input }) => judge(found.fault, input.goal),
    effects: ({ actor }) => ({ set: { drafter: actor.name } }),
  }),
  revise: action({
    zh: '修订口径',
    from: ['draft', 'active'],
    to: 'draft',
    by: 'statistics.define',
    help: '修订后须重新审定;旧口径在办理记录里可查。',
    form: { ...own, reason: text('修订理由', { maxLength: 300 }) },
    look: (ctx) => lookFault(ctx as unknown as Look),
    check: ({ found, input }) => judge(found.fault, input.goal),
    effects: ({ input: { reason: _reason, ...values }, actor }) => ({ set: { ...values, drafter: actor.name } }),
  }),
  approve: action({
    zh: '审定',
    from: 'draft',
    to: 'active',
    by: 'statistics.approve',
    tone: 'primary',
    isBulk: true,
    check: ({ actor, subject }) => (actor.name === subject.drafter ? refuse('statistics.same-hand') : undefined),
  }),
  retire: action({
    zh: '停用',
    from: ['draft', 'active'],
    to: 'retired',
    by: 'statistics.approve',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
