/** 数据普查, 部件维修, 城市基础数据采集: tasks by area, entries in the field, review, publication; jobs that hang on objects; periodic figures that lock. */
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
  flag,
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
  rows,
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

const collectionItem = {
  name: text('指标', { maxLength: 60 }),
  unit: text('计量单位', { maxLength: 10 }),
  sumOf: text('等于哪几项之和', { maxLength: 200, help: '如:环卫工人+管理人员' }).optional(),
} as const
const collectionFigure = { name: text('指标', { maxLength: 60 }), value: number('数值') } as const
const partsOf = (sum: string): readonly string[] => sum.split(/[++]/).map((part) => part.trim())
/** 城市基础数据采集: each unit reports its figures each period; checked sums; a locked period takes no more. */
export const collection = procedure('grid.collection', {
  zh: '基础数据填报',
  menu: '普查',
  numbering: { prefix: 'CJ', per: 'year', digits: 5 },
  title: 'plan',
  leadingClock: 'submit',
  mirror: { submit: { dueAt: 'submitDueAt', stoppedAt: 'submittedAt' } },
  fields: {
    plan: text('采集方案', { maxLength: 80 }).searchable(),
    period: text('报告期', {
      maxLength: 7,
      pattern: { source: '^20\\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$', zh: '报告期应如 2026、2026-03 或 2026-Q1' },
    }),
    unit: unit('填报单位'),
    items: rows('指标', collectionItem),
    figures: rows('数值', collectionFigure).optional(),
    submitDueAt: instant('填报期限').optional(),
    submittedAt: instant('填报时间').optional(),
    isLocked: flag('已锁定'),
  },
  uniqueTogether: [['plan', 'period', 'unit']],
  clocks: { submit: { zh: '填报', limit: { value: 5, unit: 'work_day' } } },
  statuses: {
    asked: { zh: '待填报', duty: 'grid.collection.submit', ofUnit: true, taskZh: '待填报数据' },
    submitted: { zh: '待审核', duty: 'grid.collection.review', taskZh: '待审核数据' },
    locked: { zh: '已锁定', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '下达',
    from: 'new',
    to: 'asked',
    by: 'grid.collection.review',
    form: {
      plan: text('采集方案', { maxLength: 80 }),
      period: text('报告期', {
        maxLength: 7,
        pattern: { source: '^20\\d{2}(-(0[1-9]|1[0-2]|Q[1-4]))?$', zh: '报告期应如 2026、2026-03 或 2026-Q1' },
      }),
      unit: unit('填报单位'),
      items: rows('指标', collectionItem),
    },
    effects: ({ input }) => ({
      set: { unitId: input.unit, isLocked: false },
      clocks: [{ clock: 'submit', do: 'start' }],
      assign: { unitId: input.unit },
    }),
  }),
  submit: action({
    zh: '填报',
    from: 'asked',
    to: 'submitted',
    by: 'grid.collection.submit',
    tone: 'primary',
    form: { figures: rows('数值', collectionFigure, { eachOf: 'items' }) },
    check: ({ subject, input }) => {
      const given = new Map(input.figures.map((f) => [f.name, f.value]))
      const missing = subject.items.filter((i) => !given.has(i.name)).map((i) => i.name)
      if (missing.length > 0) return refuse('kernel.check', { rule: `未填:${missing.join('、')}` })
      const wrong = subject.items.find(
        (i) => i.sumOf && partsOf(i.sumOf).reduce((n, part) => n + (given.get(part) ?? 0), 0) !== given.get(i.name),
      )
      return wrong ? refuse('kernel.check', { rule: `“${wrong.name}”应等于${wrong.sumOf}` }) : undefined
    },
    effects: ({ input }) => ({ set: { figures: input.figures }, clocks: [{ clock: 'submit', do: 'stop' }] }),
  }),
  sendBack: action({
    zh: '退回',
    from: 'submitted',
    to: 'asked',
    by: 'grid.collection.review',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject }) => ({ clocks: [{ clock: 'submit', do: 'start' }], assign: { unitId: subject.unitId ?? undefined } }),
  }),
  lock: action({
    zh: '审核并锁定',
    from: 'submitted',
    to: 'locked',
    by: 'grid.collection.review',
    tone: 'primary',
    effects: () => ({ set: { isLocked: true } }),
  }),
}))
