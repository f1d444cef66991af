/** 数字化运行团队: seats filled by named people, shifts, trainings; what each handled and how well is counted from the journal of cases. */
import {
  addMonths,
  choice,
  choices,
  date,
  integer,
  many,
  number,
  person,
  procedure,
  record,
  ref,
  register,
  rows,
  startOf,
  text,
} from '#kernel'
import { countOf, notYet, openItems, why } from './shared.ts'

export const skills = {
  accept: '受理立案',
  dispatch: '派遣协调',
  gis: '地图与数据',
  video: '视频分析',
  report: '统计报告',
} as const
export const seat = register('office.seat', {
  zh: '数字化团队席位',
  menu: '数字化团队',
  title: 'name',
  uniqueTogether: [['holder']],
  fields: {
    name: text('席位', { maxLength: 40 }).unique().searchable(),
    duty: choice('岗位', { lead: '组长', accept: '受理', dispatch: '派遣', analyst: '分析' }),
    holder: person('在岗人员').optional(),
    skills: choices('技能', skills),
    since: date('到岗日期').optional(),
  },
})
export const shift = record('office.shift', {
  zh: '数字化团队排班',
  menu: '数字化团队',
  title: 'turn',
  fields: {
    seat: ref('席位', 'office.seat'),
    dutyOn: date('日期'),
    turn: choice('班次', { early: '早班', middle: '中班', night: '夜班' }),
  },
})
export const teamTraining = record('office.team-training', {
  zh: '数字化团队培训',
  menu: '数字化团队',
  title: 'topic',
  fields: {
    topic: text('内容', { maxLength: 100 }).searchable(),
    skill: choice('技能', skills),
    heldOn: date('日期'),
    people: integer('人数', { min: 1, unit: '人' }),
    passed: integer('考核合格', { min: 0, unit: '人' }),
  },
})
const line = {
  name: text('姓名', { maxLength: 40 }),
  seat: text('席位', { maxLength: 40 }),
  handled: integer('办理', { min: 0, unit: '件次' }),
  returned: integer('派遣被退', { min: 0, unit: '件' }),
  quality: number('办理质量', { unit: '%' }).optional(),
  shifts: integer('值班', { min: 0, unit: '班' }),
} as const
interface Line {
  readonly name: string
  readonly seat: string
  readonly handled: number
  readonly returned: number
  readonly quality: number | null
  readonly shifts: number
}
const linesSql = `with span as (select ($1 || '-01')::date as first, (($1 || '-01')::date + interval '1 month')::date as next),
  done as (select j.actor_id, j.subject_id, j.action, j.at from kernel.journal j, span
    where j.subject_type = 'cases.case' and j.at >= span.first::timestamp at time zone 'Asia/Shanghai' and j.at < span.next::timestamp at time zone 'Asia/Shanghai'
      and j.action = any (array['accept', 'reject', 'file', 'cancel', 'dispatch', 'close', 'returnToFiling', 'deptReturn']))
select p.name, s.name as seat,
  (select count(*)::int from done d where d.actor_id = s.holder and d.action <> all (array['returnToFiling', 'deptReturn'])) as handled,
  (select count(distinct d.subject_id)::int from done d where d.actor_id = s.holder and d.action = 'dispatch'
     and exists (select 1 from done r where r.subject_id = d.subject_id and r.action = any (array['returnToFiling', 'deptReturn']) and r.at > d.at)) as returned,
  (select count(*)::int from office.shift t, span where t.seat = s.id and t.duty_on >= span.first and t.duty_on < span.next) as shifts
from office.seat s join kernel.person p on p.id = s.holder where s.retired_at is null order by s.name`
export const teamMonth = procedure('office.team-month', {
  zh: '数字化团队月度通报',
  menu: '数字化团队',
  numbering: { prefix: 'SZ', per: 'year', digits: 3 },
  title: 'month',
  help: '席位满编才能通报;办理件次与被退件数由案件办理记录数出,不手填',
  uniqueTogether: [['month']],
  fields: {
    month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份应如 2026-03' } }).searchable(),
    lines: rows('各席位', line).optional(),
    seats: integer('在岗席位', { min: 0, unit: '席' }).optional(),
    handled: integer('办理件次', { min: 0, unit: '件次' }).optional(),
    returned: integer('派遣被退', { min: 0, unit: '件' }).optional(),
    comment: text('点评', { maxLength: 500 }).optional(),
    monthOn: date('月初').optional(),
  },
  statuses: {
    counted: { zh: '待通报', duty: 'office.decide', taskZh: '数字化团队月报待通报' },
    told: { zh: '已通报', kind: 'final' },
  },
}).actions((action) => ({
  count: action({
    zh: '生成月报',
    from: 'new',
    to: 'counted',
    by: 'office.manage',
    form: { month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份应如 2026-03' } }) },
    look: async ({ tx, input }) => ({
      lines: (await many<Omit<Line, 'quality'>>(tx, linesSql, [input.month])).map(
        (l): Line => ({
          ...l,
          quality: l.handled === 0 ? null : Math.round((10_000 * Math.max(0, l.handled - l.returned)) / l.handled) / 100,
        }),
      ),
      vacant: await countOf(tx, 'select count(*)::int as n from office.seat where retired_at is null and holder is null', []),
    }),
    check: ({ found, input, now, parameter }) => {
      const size = parameter('office.team-size')
      const end = startOf(addMonths(`${input.month}-01`, 1))
      return (
        notYet(end > now, `${input.month}还没有结束`) ??
        openItems(found.vacant, '空缺席位') ??
        why(found.lines.length !== size, `团队应为${size}席,现在岗${found.lines.length}席`)
      )
    },
    effects: ({ found, input }) => ({
      set: {
        monthOn: `${input.month}-01`,
        lines: found.lines,
        seats: found.lines.length,
        handled: found.lines.reduce((n, l) => n + l.handled, 0),
        returned: found.lines.reduce((n, l) => n + l.returned, 0),
      },
    }),
  }),
  tell: action({
    zh: '通报',
    from: 'counted',
    to: 'told',
    by: 'office.decide',
    tone: 'primary',
    form: { comment: text('点评', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
