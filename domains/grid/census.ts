/** 数据普查, 部件维修: tasks by area, entries in the field, review, publication; jobs that hang on objects. */
import type { Transaction } from 'kysely'
import { z } from 'zod'
import {
  area,
  choice,
  createRow,
  date,
  dayText,
  editRow,
  fact,
  fieldsSchema,
  instant,
  integer,
  type Kernel,
  listRows,
  number,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  rowValues,
  say,
  text,
  unit,
  type WorkContext,
} from '#kernel'

/** Registers a census can fill. */
export const censusTargets = {
  'grid.component': '管理部件',
  'grid.shop': '市容环境责任单位',
  'grid.illegal-building': '违法建设',
  'grid.ad-site': '户外广告阵地',
  'grid.compound': '居住小区',
} as const
export const censusTask = procedure('grid.census', {
  isCommon: true,
  zh: '普查任务',
  menu: '普查',
  numbering: { prefix: 'PC', per: 'year', digits: 4 },
  title: 'name',
  leadingClock: 'finish',
  fields: {
    name: text('任务', { maxLength: 80 }).searchable(),
    target: choice('普查对象', censusTargets),
    area: area('普查区域'),
    expected: integer('预计数量', { unit: '条', min: 1 }),
    dueOn: date('截止日期'),
  },
  clocks: { finish: { zh: '普查', limit: { value: 30, unit: 'natural_day' } } },
  statuses: { running: { zh: '普查中', duty: 'grid.census.enter', taskZh: '普查任务' }, done: { zh: '已完成', kind: 'final' } },
}).actions((action) => ({
  start: action({
    zh: '下达',
    from: 'new',
    to: 'running',
    by: 'grid.census.manage',
    form: {
      name: text('任务', { maxLength: 80 }),
      target: choice('普查对象', censusTargets),
      area: area('普查区域'),
      expected: integer('预计数量', { unit: '条', min: 1 }),
      dueOn: date('截止日期'),
    },
    effects: ({ input }) => ({ clocks: [{ clock: 'finish', do: 'start', dueAt: new Date(`${input.dueOn}T23:59:59+08:00`) }] }),
  }),
  finish: action({
    zh: '结束任务',
    from: 'running',
    to: 'done',
    by: 'grid.census.manage',
    tone: 'primary',
    look: async (ctx) =>
      (
        await raw<{ n: number }>(ctx.tx, `select count(*)::int as n from grid.entry where task = $1 and status = 'entered'`, [
          ctx.subject.id,
        ])
      ).rows[0]?.n ?? 0,
    check: ({ found }) => (found > 0 ? refuse('kernel.check', { rule: `还有${found}条未审核` }) : undefined),
    effects: () => ({ clocks: [{ clock: 'finish', do: 'stop' }] }),
  }),
}))
/** Inside this domain: a reviewed entry becomes a row of its register. */
export const entryApproved = fact('grid.entry-approved', '普查条目通过审核', z.object({ entryId: z.string() }))
/** What the register itself would refuse is told to whoever is still standing before the object. */
const valuesProblem = (kernel: Kernel, target: string, values: Readonly<Record<string, unknown>>): string | undefined => {
  const definition = kernel.definition(target)
  if (definition?.primitive !== 'register') return '没有这本台账'
  const result = fieldsSchema(definition.spec.fields).safeParse(values)
  return result.success ? undefined : result.error.issues.map((issue) => issue.message).join(';')
}
export const entryProcedure = procedure('grid.entry', {
  zh: '普查条目',
  menu: '普查',
  numbering: { prefix: 'PT', per: 'year', digits: 6 },
  title: 'note',
  fields: {
    task: ref('普查任务', 'grid.census'),
    target: choice('普查对象', censusTargets),
    values: rowValues('内容', 'target'),
    photos: photos(1, '现场照片'),
    note: text('备注', { maxLength: 200 }).optional(),
    published: text('入库编号', { maxLength: 40 }).optional(),
  },
  statuses: {
    entered: { zh: '待审核', duty: 'grid.census.review', taskZh: '待审核普查条目' },
    approved: { zh: '已入库', kind: 'final' },
    returned: { zh: '退回补正', duty: 'grid.census.enter', taskZh: '待补正普查条目' },
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
    look: async ({ kernel, input }) => valuesProblem(kernel, input.target, input.values),
    check: ({ found }) => (found ? refuse('kernel.check', { rule: found }) : undefined),
  }),
  approve: action({
    zh: '审核通过入库',
    from: 'entered',
    to: 'approved',
    by: 'grid.census.review',
    tone: 'primary',
    guard: ({ past, actor }) =>
      past[0]?.actorId === actor.id ? refuse('kernel.check', { rule: '录入与审核须为不同的人' }) : undefined,
    effects: ({ subject }) => ({ facts: [say(entryApproved, { entryId: subject.id })] }),
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
    look: async ({ kernel, subject, input }) => valuesProblem(kernel, subject.target, input.values),
    check: ({ found }) => (found ? refuse('kernel.check', { rule: found }) : undefined),
    effects: ({ input }) => ({ set: { values: input.values } }),
  }),
}))
interface Entry {
  readonly target: string
  readonly values: Readonly<Record<string, unknown>>
  readonly lon: number | null
  readonly lat: number | null
}
/** Publishes a reviewed entry into its register, as if entered there. */
export const publishEntry = async (ctx: WorkContext, entryId: string): Promise<void> => {
  const { rows } = await raw<Entry>(ctx.tx, 'select r.target, r.values, r.lon, r.lat from grid.entry r where r.id = $1', [
    entryId,
  ])
  const entry = rows[0]
  const definition = entry ? ctx.kernel.definition(entry.target) : undefined
  if (!entry || definition?.primitive !== 'register') return
  await createRow(ctx, definition, entry.values, { lon: entry.lon, lat: entry.lat })
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
export interface Completeness {
  readonly id: string
  readonly target: string
  readonly name: string
  readonly expected: number
  readonly entered: number
  readonly approved: number
  readonly people: readonly { readonly name: string; readonly count: number }[]
}
export const censusCompleteness = async (tx: Transaction<unknown>): Promise<readonly Completeness[]> => {
  const { rows } = await raw<Completeness>(
    tx,
    `select c.id, c.target, c.name, c.expected, count(e.id)::int as entered, (count(*) filter (where e.status = 'approved'))::int as approved,
       (select coalesce(json_agg(json_build_object('name', p.actor_name, 'count', p.n)), '[]') from (
          select j.actor_name, count(*)::int as n from kernel.journal j join grid.entry x on x.id = j.subject_id and x.task = c.id where j.action = 'enter' group by 1 order by 2 desc) p) as people
     from grid.census c left join grid.entry e on e.task = c.id group by c.id, c.target, c.name, c.expected order by c.name`,
    [],
  )
  return rows
}

export const repairKinds = { replace: '更换', repair: '修复', clean: '清疏', install: '新装', remove: '拆除' } as const
/** 部件维修: a job on one object; quantities in reports are sums of jobs. */
export const componentRepaired = fact(
  'grid.component-repaired',
  '部件维修完成',
  z.object({ component: z.string(), state: z.enum(['intact', 'removed']) }),
)
export const componentJob = procedure('grid.component-job', {
  zh: '部件维修',
  menu: '普查',
  numbering: { prefix: 'WX', per: 'year', digits: 6 },
  title: 'work',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  fields: {
    component: ref('部件', 'grid.component'),
    category: text('部件类别', { maxLength: 5 }),
    kind: choice('作业', repairKinds),
    work: text('作业内容', { maxLength: 200 }),
    quantity: number('数量', { min: 0 }),
    measure: text('单位', { maxLength: 10 }),
    unit: unit('养护单位'),
    photos: photos(0, '作业照片').optional(),
    fixDueAt: instant('期限').optional(),
    fixedAt: instant('完成时间').optional(),
  },
  clocks: { fix: { zh: '维修', limit: { value: 3, unit: 'work_day' } } },
  statuses: {
    ordered: { zh: '待维修', duty: 'grid.component-job.fix', ofUnit: true, taskZh: '待维修部件' },
    fixed: { zh: '已维修', kind: 'final' },
  },
}).actions((action) => ({
  order: action({
    zh: '派工',
    from: 'new',
    to: 'ordered',
    by: 'grid.component-job.order',
    form: {
      component: ref('部件', 'grid.component'),
      kind: choice('作业', repairKinds),
      work: text('作业内容', { maxLength: 200 }),
      quantity: number('数量', { min: 0 }),
      measure: text('单位', { maxLength: 10 }),
      unit: unit('养护单位'),
    },
    look: async (ctx) =>
      (
        await raw<{ category: string }>(ctx.tx, 'select category from grid.component where id = $1 and retired_at is null', [
          ctx.input.component,
        ])
      ).rows[0],
    check: ({ found }) => (found ? undefined : refuse('kernel.not-found', { what: '该部件' })),
    effects: ({ input, found }) => ({
      set: { category: found?.category ?? '', unitId: input.unit },
      clocks: [{ clock: 'fix', do: 'start' }],
      assign: { unitId: input.unit },
    }),
  }),
  fix: action({
    zh: '维修完成',
    from: 'ordered',
    to: 'fixed',
    by: 'grid.component-job.fix',
    tone: 'primary',
    form: { photos: photos(1, '作业照片'), quantity: number('实际数量', { min: 0 }) },
    effects: ({ subject, input }) => ({
      set: { photos: input.photos, quantity: input.quantity },
      clocks: [{ clock: 'fix', do: 'stop' }],
      facts: [say(componentRepaired, { component: subject.component, state: subject.kind === 'remove' ? 'removed' : 'intact' })],
    }),
  }),
}))
export const markRepaired = async (ctx: WorkContext, component: string, state: 'intact' | 'removed'): Promise<void> => {
  const definition = ctx.kernel.definition('grid.component')
  if (definition?.primitive === 'register')
    await editRow(ctx, definition, component, { state, changedOn: dayText(ctx.now) }, { reason: '维修完成' })
}
