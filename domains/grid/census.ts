/** 数据普查: tasks by area, how far each has come. What is entered is in `entry.ts`. */
import type { Transaction } from 'kysely'
import { area, choice, date, dayText, integer, procedure, raw, refuse, text } from '#kernel'

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
    check: ({ input, now }) =>
      input.dueOn < dayText(now) ? refuse('kernel.check', { rule: '截止日期不能早于今天' }) : undefined,
    effects: ({ input }) => ({
      set: { areaCode: input.area },
      clocks: [{ clock: 'finish', do: 'start', dueAt: new Date(`${input.dueOn}T23:59:59+08:00`) }],
    }),
  }),
  finish: action({
    zh: '结束任务',
    from: 'running',
    to: 'done',
    by: 'grid.census.manage',
    tone: 'primary',
    look: async (ctx) =>
      (
        await raw<{ entered: number; returned: number }>(
          ctx.tx,
          `select (count(*) filter (where status = 'entered'))::int as entered, (count(*) filter (where status = 'returned'))::int as returned from grid.entry where task = $1`,
          [ctx.subject.id],
        )
      ).rows[0],
    check: ({ found }) => {
      if (found && found.entered > 0) return refuse('kernel.check', { rule: `还有${found.entered}条未审核` })
      return found && found.returned > 0
        ? refuse('kernel.check', { rule: `还有${found.returned}条退回后未补正,请补正或作废` })
        : undefined
    },
    effects: () => ({ clocks: [{ clock: 'finish', do: 'stop' }] }),
  }),
}))
export interface Completeness {
  readonly id: string
  readonly target: string
  readonly name: string
  readonly area: string
  readonly dueOn: string
  readonly expected: number
  readonly entered: number
  readonly approved: number
  readonly people: readonly { readonly name: string; readonly count: number }[]
}
export const censusCompleteness = async (tx: Transaction<unknown>): Promise<readonly Completeness[]> => {
  const { rows } = await raw<Completeness>(
    tx,
    `select c.id, c.target, c.name, c.area, c.due_on::text as "dueOn", c.expected, (count(e.id) filter (where e.status <> 'dropped'))::int as entered,
       (count(*) filter (where e.status = 'approved'))::int as approved,
       (select coalesce(json_agg(json_build_object('name', p.actor_name, 'count', p.n)), '[]') from (
          select j.actor_name, count(*)::int as n from kernel.journal j join grid.entry x on x.id = j.subject_id and x.task = c.id where j.action = 'enter' group by 1 order by 2 desc) p) as people
     from grid.census c left join grid.entry e on e.task = c.id group by c.id, c.target, c.name, c.area, c.due_on, c.expected order by c.due_on desc, c.name`,
    [],
  )
  return rows
}
export interface CellProgress {
  readonly id: string
  readonly area: string
  readonly entered: number
  readonly approved: number
}
/** Tasks that run, grid by grid (the communities of a street, the cells of a community): where nothing was entered yet comes first. */
export const censusByGrid = async (tx: Transaction<unknown>): Promise<readonly CellProgress[]> => {
  const { rows } = await raw<CellProgress>(
    tx,
    `select c.id, a.code as area, (count(e.id) filter (where e.status <> 'dropped'))::int as entered, (count(e.id) filter (where e.status = 'approved'))::int as approved
     from grid.census c join kernel.area a on a.district = c.district and a.valid_to is null and a.code like c.area || '%'
       and a.level = case when length(c.area) >= 12 then 'cell' else 'community' end
     left join grid.entry e on e.district = c.district and e.task = c.id and e.area_code like a.code || '%'
     where c.status = 'running' group by 1, 2, c.name order by 3, c.name, 2`,
    [],
  )
  return rows
}
