/** 普查条目: entered on the spot, looked over by another, and from then on a row of its register. */
import type { Transaction } from 'kysely'
import { z } from 'zod'
import {
  choice,
  createRow,
  didBefore,
  editRow,
  fact,
  fieldsSchema,
  first,
  type Kernel,
  listRows,
  one,
  photos,
  procedure,
  type Register,
  ref,
  refuse,
  rowValues,
  say,
  text,
  type WorkContext,
} from '#kernel'
import { newId } from '#kernel/id.ts'
import { censusTargets } from './census.ts'

type Values = Readonly<Record<string, unknown>>
const isRefused = (rule: string) => refuse('kernel.check', { rule })
const registerOf = (kernel: Kernel, target: string): Register | undefined => {
  const definition = kernel.definition(target)
  return definition?.primitive === 'register' ? definition : undefined
}
/** Inside this domain: a reviewed entry becomes a row of its register. */
export const entryApproved = fact('grid.entry-approved', '普查条目通过审核', z.object({ entryId: z.string() }))

/** The fields by which the register already knows such a row: said on the spot and again at the review, never lost after it. */
const twinOf = async (tx: Transaction<unknown>, definition: Register, values: Values): Promise<string | undefined> => {
  const single = Object.entries(definition.spec.fields).flatMap(([name, f]) => (f.spec.isUnique ? [[name]] : []))
  for (const names of [...single, ...(definition.spec.uniqueTogether ?? [])]) {
    if (names.some((name) => values[name] == null || values[name] === '')) continue
    const filter = Object.fromEntries(names.map((name) => [name, String(values[name])]))
    const { rows } = await listRows(tx, definition, { filter, limit: 1 })
    const zh = names.map((name) => `${definition.spec.fields[name]?.spec.zh ?? name}“${String(values[name])}”`).join('、')
    if (rows.length > 0) return `${definition.spec.zh}里已有${zh}`
  }
  return undefined
}
/** What the register itself would refuse is told to whoever is still standing before the object. */
const valuesProblem = async (
  kernel: Kernel,
  tx: Transaction<unknown>,
  target: string,
  values: Values,
): Promise<string | undefined> => {
  const definition = registerOf(kernel, target)
  if (!definition) return '没有这本台账'
  const result = fieldsSchema(definition.spec.fields).safeParse(values)
  return result.success ? twinOf(tx, definition, values) : result.error.issues.map((issue) => issue.message).join(';')
}
interface Task {
  readonly status: string
  readonly target: keyof typeof censusTargets
  readonly area: string
}
const taskSql = 'select status, target, area from grid.census where id = $1'
/** An entry belongs to a task that runs, is of the kind it counts, and stands on its ground. */
const taskProblem = (
  task: Task | undefined,
  target: string,
  at: { readonly lon: number | null; readonly areaCode: string | null },
) =>
  first(
    task ? undefined : refuse('kernel.not-found', { what: '普查任务' }),
    task && task.status !== 'running' ? isRefused('普查任务已结束,不能再录入') : undefined,
    task && task.target !== target ? isRefused(`该任务普查的是${censusTargets[task.target]}`) : undefined,
    at.lon === null ? isRefused('请在现场定位,没有位置不能入库') : undefined,
    task && !(at.areaCode ?? '').startsWith(task.area) ? isRefused('所在位置不在普查区域内') : undefined,
  )
const nameOf = (values: Values): string | null => {
  const said = values.name ?? values.code ?? values.address
  return typeof said === 'string' ? said.slice(0, 100) : null
}
export const entryProcedure = procedure('grid.entry', {
  zh: '普查条目',
  menu: '普查',
  numbering: { prefix: 'PT', per: 'year', digits: 6 },
  title: 'name',
  fields: {
    task: ref('普查任务', 'grid.census'),
    target: choice('普查对象', censusTargets),
    name: text('名称', { maxLength: 100 }).optional().searchable(),
    values: rowValues('内容', 'target'),
    photos: photos(1, '现场照片'),
    note: text('备注', { maxLength: 200 }).optional(),
    published: ref('入库记录', '', { targetBy: 'target' }).optional(),
  },
  statuses: {
    entered: { zh: '待审核', duty: 'grid.census.review', taskZh: '待审核普查条目' },
    approved: { zh: '已入库', kind: 'final' },
    returned: { zh: '退回补正', duty: 'grid.census.enter', taskZh: '待补正普查条目' },
    dropped: { zh: '已作废', kind: 'final' },
  },
}).actions((action) => ({
  enter: action({
    zh: '采集录入',
    from: 'new',
    to: 'entered',
    by: 'grid.census.enter',
    form: {
      task: ref('普查任务', 'grid.census'),
      target: choice('普查对象', censusTargets),
      values: rowValues('内容', 'target'),
      photos: photos(1, '现场照片'),
      note: text('备注', { maxLength: 200 }).optional(),
    },
    look: async ({ kernel, tx, input }) => ({
      task: await one<Task>(tx, taskSql, [input.task]),
      problem: await valuesProblem(kernel, tx, input.target, input.values),
    }),
    check: ({ subject, input, found }) =>
      taskProblem(found.task, input.target, subject) ?? (found.problem ? isRefused(found.problem) : undefined),
    effects: ({ input }) => ({ set: { name: nameOf(input.values) } }),
  }),
  approve: action({
    zh: '审核通过入库',
    from: 'entered',
    to: 'approved',
    by: 'grid.census.review',
    tone: 'primary',
    guard: ({ past, actor }) =>
      didBefore(past, 'enter', actor) || didBefore(past, 'correct', actor) ? isRefused('录入与审核须为不同的人') : undefined,
    look: ({ kernel, tx, subject }) => valuesProblem(kernel, tx, subject.target, subject.values),
    check: ({ found }) => (found ? isRefused(`${found},请退回补正`) : undefined),
    effects: ({ subject, now }) => ({
      set: { published: newId(now) },
      facts: [say(entryApproved, { entryId: subject.id })],
    }),
  }),
  sendBack: action({
    zh: '退回补正',
    from: 'entered',
    to: 'returned',
    by: 'grid.census.review',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
  }),
  correct: action({
    zh: '补正后再报',
    from: 'returned',
    to: 'entered',
    by: 'grid.census.enter',
    tone: 'primary',
    form: { values: rowValues('内容', 'target') },
    look: ({ kernel, tx, subject, input }) => valuesProblem(kernel, tx, subject.target, input.values),
    check: ({ found }) => (found ? isRefused(found) : undefined),
    effects: ({ input }) => ({ set: { values: input.values, name: nameOf(input.values) } }),
  }),
  drop: action({
    zh: '作废',
    from: 'returned',
    to: 'dropped',
    by: 'grid.census.enter',
    tone: 'danger',
    help: '现场已无此物、重复录入等,不再补正。',
    form: { reason: text('理由', { maxLength: 500 }) },
  }),
}))
interface Entry {
  readonly target: string
  readonly values: Values
  readonly photos: readonly string[]
  readonly published: string
  readonly lon: number | null
  readonly lat: number | null
}
/** Publishes a reviewed entry into its register, as if entered there; the pictures of the spot go along where the register keeps any. */
export const publishEntry = async (ctx: WorkContext, entryId: string): Promise<void> => {
  const entry = await one<Entry>(
    ctx.tx,
    'select r.target, r.values, r.photos, r.published, r.lon, r.lat from grid.entry r where r.id = $1',
    [entryId],
  )
  const definition = entry ? registerOf(ctx.kernel, entry.target) : undefined
  if (!entry || !definition) return
  const pictures = definition.spec.fields.photos && !entry.values.photos ? { photos: entry.photos } : {}
  await createRow(ctx, definition, { ...entry.values, ...pictures }, { lon: entry.lon, lat: entry.lat }, entry.published)
}
interface Accepted {
  readonly register: string
  readonly key: string
  readonly values: Readonly<Record<string, unknown>>
  readonly lon: number
  readonly lat: number
}
/** What another trade accepted on site enters its register at once; told twice, it is entered once. */
export const enterAccepted = async (ctx: WorkContext, { register, key, values, lon, lat }: Accepted): Promise<void> => {
  const definition = ctx.kernel.definition(register)
  if (definition?.primitive !== 'register') return
  const known = await listRows(ctx.tx, definition, { filter: { [key]: String(values[key]) }, limit: 1 })
  if (known.rows.length === 0) await createRow(ctx, definition, values, { lon, lat })
}
interface Changed {
  readonly register: string
  readonly key: string
  readonly value: string
  readonly values: Readonly<Record<string, unknown>>
  readonly reason: string
}
/** What a trade knows newer of an object is written into its row; an object that is not there is nobody's here. */
export const changeKnown = async (ctx: WorkContext, { register, key, value, values, reason }: Changed): Promise<void> => {
  const definition = ctx.kernel.definition(register)
  if (definition?.primitive !== 'register') return
  const known = await listRows<{ id: string }>(ctx.tx, definition, { filter: { [key]: value }, limit: 1 })
  const [row] = known.rows
  if (row) await editRow(ctx, definition, row.id, values, { reason })
}
