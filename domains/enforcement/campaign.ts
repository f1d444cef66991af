/** 专项执法行动: goal, period, areas, topics; operations, checks, issues, measures and penalties name it; its report is one click. */
import type { Transaction } from 'kysely'
import { choice, choices, date, dayText, integer, list, longText, procedure, raw, record, ref, refuse, text, unit } from '#kernel'
import { topics } from './contract.ts'
import { first } from './penalty/shared.ts'

const form = {
  name: text('名称', { maxLength: 100 }).searchable(),
  topics: choices('领域', topics),
  goal: longText('目标', { maxLength: 1000 }),
  target: integer('目标检查次数', { min: 1 }),
  startsOn: date('起'),
  endsOn: date('止'),
  areas: list('区域'),
  unit: unit('牵头单位'),
} as const
/** Operations of a campaign: what “开展专项执法行动xxx次” counts. */
export const operation = record('enforcement.operation', {
  zh: '专项行动出动',
  menu: '专项执法',
  title: 'place',
  fields: {
    campaign: ref('专项行动', 'enforcement.campaign'),
    place: text('地点', { maxLength: 120 }).searchable(),
    people: integer('出动人数', { min: 1 }),
    vehicles: integer('出动车辆', { min: 0 }),
    partners: text('参加部门', { maxLength: 200 }).optional(),
    note: longText('情况', { maxLength: 1000 }).optional(),
  },
  refuses: async (row, { tx }) => {
    const { rows } = await raw<{ status: string }>(tx, 'select status from enforcement.campaign where id = $1', [row.campaign])
    return rows[0]?.status === 'running' ? undefined : '专项行动不在进行中,不能登记出动'
  },
})
/** Tables of rectification items that name a campaign; an open one keeps it open. */
export const itemTables = ['frontage_issue', 'obstacle', 'greening_damage', 'compound_case', 'fire'] as const
const countOpen = async (tx: Transaction<unknown>, id: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select (${[...itemTables, 'measure'].map((t) => `(select count(*) from enforcement.${t} where campaign = $1 and closed_at is null)`).join(' + ')})::int as n`,
    [id],
  )
  return rows[0]?.n ?? 0
}

/** Checks made for it: what its target is compared with. */
export const checkTables = ['food_waste_check', 'sorting_check', 'rail_check'] as const
const countChecks = async (tx: Transaction<unknown>, id: string): Promise<number> => {
  const { rows } = await raw<{ n: number }>(
    tx,
    `select (${checkTables.map((t) => `(select count(*) from enforcement.${t} where campaign = $1)`).join(' + ')})::int as n`,
    [id],
  )
  return rows[0]?.n ?? 0
}
export const campaignProcedure = procedure('enforcement.campaign', {
  zh: '专项执法行动',
  menu: '专项执法',
  numbering: { prefix: 'ZX', per: 'year', digits: 3 },
  title: 'name',
  fields: { ...form, summary: longText('总结', { maxLength: 8000 }).optional() },
  statuses: {
    planned: { zh: '已部署', duty: 'enforcement.plan', taskZh: '待启动专项行动' },
    running: { zh: '进行中', duty: 'enforcement.plan', taskZh: '进行中的专项行动' },
    ended: { zh: '已结束', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '部署',
    from: 'new',
    to: 'planned',
    by: 'enforcement.plan',
    form,
    check: ({ input }) =>
      first(
        input.endsOn < input.startsOn ? refuse('enforcement.field', { why: '结束日期不能早于开始日期' }) : undefined,
        input.topics.length === 0 ? refuse('enforcement.field', { why: '请选择领域' }) : undefined,
      ),
    effects: ({ input }) => ({ notify: [{ unitId: input.unit, zh: `专项行动部署:${input.name}` }] }),
  }),
  start: action({
    zh: '启动',
    from: 'planned',
    to: 'running',
    by: 'enforcement.plan',
    tone: 'primary',
    guard: ({ subject, now }) =>
      dayText(now) < subject.startsOn ? refuse('enforcement.follow-up', { why: `${subject.startsOn}才开始` }) : undefined,
  }),
  end: action({
    zh: '结束并总结',
    from: 'running',
    to: 'ended',
    by: 'enforcement.plan',
    tone: 'primary',
    form: {
      summary: choice('成效', { good: '达到目标', part: '部分达到', poor: '未达到' }),
      note: longText('总结', { maxLength: 8000 }),
    },
    look: async (ctx) => ({ open: await countOpen(ctx.tx, ctx.subject.id), done: await countChecks(ctx.tx, ctx.subject.id) }),
    check: ({ found, input, subject }) =>
      first(
        found.open > 0 ? refuse('enforcement.open-items', { count: found.open, what: '专项整改事项' }) : undefined,
        input.summary === 'good' && found.done < subject.target
          ? refuse('enforcement.follow-up', { why: `目标检查${subject.target}次,实际${found.done}次,不能评为达到目标` })
          : undefined,
      ),
    effects: ({ input }) => ({
      set: { summary: `${{ good: '达到目标', part: '部分达到', poor: '未达到' }[input.summary]}:${input.note}` },
    }),
  }),
  cancel: action({
    zh: '取消',
    from: 'planned',
    to: 'cancelled',
    by: 'enforcement.plan',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
