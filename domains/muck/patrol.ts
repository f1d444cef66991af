/** 联合巡查: 城管、公安、交通 together; the ISO week asks for two, a big occasion for more. */
import {
  addDays,
  addRecord,
  choice,
  choices,
  date,
  dayText,
  first,
  instant,
  integer,
  type Job,
  longText,
  one,
  photos,
  procedure,
  publish,
  rows,
  say,
  type Tx,
  text,
} from '#kernel'
import { alarmWanted } from './facts.ts'
import { patrolWeek } from './records.ts'
import { inForce, why } from './shared.ts'
import { isoWeek, mondayOf } from './time.ts'
import { occasionKinds, partners } from './words.ts'

const form = {
  plannedOn: date('日期'),
  occasion: choice('类别', occasionKinds),
  occasionName: text('活动名称', { maxLength: 100 }).optional(),
  partners: choices('参加部门', partners),
  leader: text('带队人', { maxLength: 40 }),
  roads: text('巡查路段、工地', { maxLength: 200 }),
} as const
const truckLine = {
  plate: text('号牌', { maxLength: 10 }),
  result: choice('结果', { ok: '合格', rectify: '责令整改', filed: '立案' }),
  note: text('问题', { maxLength: 100 }).optional(),
} as const
const needed = ['cityMgmt', 'police', 'traffic'] as const
export const patrol = procedure('muck.patrol', {
  zh: '渣土联合巡查',
  menu: '联合巡查',
  title: 'roads',
  numbering: { prefix: 'LX', per: 'year', digits: 4 },
  help: '城管、公安、交通联合;每周不少于规定次数,重大活动期间另加。完成须填结果表。',
  fields: {
    ...form,
    roads: form.roads.searchable(),
    week: text('周', { maxLength: 8 }).optional(),
    doneOn: date('完成日期').optional(),
    startedAt: instant('开始').optional(),
    endedAt: instant('结束').optional(),
    trucks: rows('车辆检查', truckLine).optional(),
    trucksChecked: integer('检查车辆', { unit: '辆次' }).optional(),
    trucksBad: integer('有问题', { unit: '辆次' }).optional(),
    photos: photos(0, '现场照片').optional(),
    summary: longText('情况', { maxLength: 1000 }).optional(),
    reason: text('取消原因', { maxLength: 200 }).optional(),
  },
  statuses: {
    planned: { zh: '已安排', duty: 'muck.inspect', taskZh: '渣土联合巡查待开展' },
    done: { zh: '已完成', kind: 'final' },
    cancelled: { zh: '取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '安排巡查',
    from: 'new',
    to: 'planned',
    by: 'muck.inspect',
    form,
    check: ({ input }) =>
      first(
        why(!needed.every((n) => input.partners.includes(n)), '联合巡查须有城管、公安、交通三方参加'),
        why(input.occasion === 'event' && !input.occasionName, '请填写活动名称'),
      ),
    effects: ({ input }) => ({ set: { week: isoWeek(input.plannedOn) } }),
  }),
  finish: action({
    zh: '登记结果表',
    from: 'planned',
    to: 'done',
    by: 'muck.inspect',
    tone: 'primary',
    form: {
      startedAt: instant('开始'),
      endedAt: instant('结束'),
      trucks: rows('车辆检查', truckLine),
      photos: photos(1, '现场照片'),
      summary: longText('情况', { maxLength: 1000 }),
    },
    check: ({ input, now }) =>
      first(
        why(new Date(input.endedAt) > now, '结束时间不能晚于现在'),
        why(input.endedAt <= input.startedAt, '结束应晚于开始'),
        why(
          input.trucks.some((t) => t.result !== 'ok' && !t.note),
          '有问题的车辆请写明问题',
        ),
      ),
    effects: ({ input }) => {
      const on = dayText(new Date(input.startedAt))
      return {
        set: {
          ...input,
          doneOn: on,
          week: isoWeek(on),
          trucksChecked: input.trucks.length,
          trucksBad: input.trucks.filter((t) => t.result !== 'ok').length,
        },
      }
    },
  }),
  cancel: action({
    zh: '取消',
    from: 'planned',
    to: 'cancelled',
    by: 'muck.inspect',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
export interface Week {
  readonly done: number
  readonly trucks: number
  readonly extra: number
}
const weekSql = `select count(*)::int as done, coalesce(sum(trucks_checked), 0)::int as trucks,
    (select coalesce(sum(extra), 0)::int from muck.occasion where retired_at is null and from_on <= $1::date + 6 and to_on >= $1::date) as extra
  from muck.patrol where status = 'done' and done_on >= $1::date and done_on < $1::date + 7`
/** A week's patrols as they stand. @param monday `YYYY-MM-DD` */
export const weekOf = async (tx: Tx, monday: string): Promise<Week> =>
  (await one<Week>(tx, weekSql, [monday])) ?? { done: 0, trucks: 0, extra: 0 }
/** Weeks are looked back on since the first patrol that was planned, eight at the most. */
const closeWeeks: Job['run'] = async (ctx) => {
  const thisMonday = mondayOf(dayText(ctx.now))
  const begun = await one<{ on: string | null }>(ctx.tx, 'select min(planned_on)::text as on from muck.patrol')
  if (!begun?.on) return
  for (let back = 8; back >= 1; back--) {
    const weekOn = addDays(thisMonday, -7 * back)
    const week = isoWeek(weekOn)
    if (weekOn < mondayOf(begun.on)) continue
    if (await one(ctx.tx, 'select 1 as n from muck.patrol_week where week = $1', [week])) continue
    const { done, trucks, extra } = await weekOf(ctx.tx, weekOn)
    const required = inForce(ctx, 'week-patrols') + extra
    const values = { week, weekOn, required, extra, done, trucks, isMet: done >= required, closedAt: ctx.now.toISOString() }
    await addRecord(ctx, patrolWeek, values, { areaCode: ctx.district })
    if (done < required)
      await publish(ctx, [
        say(alarmWanted, {
          kind: 'patrolShort',
          key: `patrol ${week}`,
          detail: `${week}联合巡查${done}次,应${required}次`,
          happenedAt: ctx.now.toISOString(),
        }),
      ])
  }
}
export const weekJob: Job = { id: 'muck.weeks', zh: '联合巡查周统计', everyMinutes: 60, run: closeWeeks }
