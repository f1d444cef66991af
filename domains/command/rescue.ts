/** 救援队伍: who they are, and called out against the clock; too slow or too few becomes something to improve. */
import {
  choice,
  dayText,
  first,
  here,
  instant,
  integer,
  number,
  one,
  percentOf,
  procedure,
  ref,
  register,
  rows,
  text,
  unit,
} from '#kernel'
import { later, metresBetween, minutesBetween, notYet, why } from './shared.ts'

export const team = register('command.rescue-team', {
  zh: '救援队伍',
  menu: '物资队伍',
  title: 'name',
  fields: {
    name: text('队伍', { maxLength: 80 }).unique().searchable(),
    unit: unit('所属单位'),
    leader: text('队长', { maxLength: 30 }).personal('name'),
    phone: text('电话', { maxLength: 20 }).personal('phone'),
    skill: choice('专长', {
      flood: '排涝',
      snow: '除雪',
      tree: '树木抢险',
      sign: '户外设施拆除',
      collapse: '坍塌救援',
      other: '综合',
    }),
    members: rows('队员', { name: text('姓名', { maxLength: 30 }), skill: text('技能', { maxLength: 60 }) }),
    equipment: text('装备', { maxLength: 200 }),
  },
})
const callForm = {
  team: ref('队伍', 'command.rescue-team'),
  mode: choice('性质', { test: '拉动测试', real: '实战' }),
  place: text('集结地点', { maxLength: 120 }),
} as const
interface Team {
  readonly name: string
  readonly unit: string
  readonly area: string | null
  readonly members: number
}
const teamSql = `select t.name, t.unit, u.area_code as area, jsonb_array_length(t.members)::int as members from command.rescue_team t join kernel.unit u on u.district = t.district and u.id = t.unit where t.id = $1 and t.retired_at is null`
export const callOut = procedure('command.call-out', {
  zh: '队伍拉动',
  menu: '物资队伍',
  title: 'name',
  numbering: { prefix: 'LD', per: 'year', digits: 4 },
  help: '从下令到集结地点签到计时;超时或人数不足为不合格,列为改进项。',
  fields: {
    ...callForm,
    name: text('队伍', { maxLength: 80 }).searchable(),
    unit: unit('所属单位'),
    members: integer('队员', { unit: '人' }),
    calledAt: instant('下令'),
    came: integer('到位', { unit: '人' }).optional(),
    cameRate: number('到位率', { unit: '%' }).optional(),
    usedMinutes: integer('集结用时', { unit: '分钟' }).optional(),
    equipment: text('携带装备', { maxLength: 200 }).optional(),
  },
  statuses: {
    called: { zh: '集结中', duty: 'command.carry', taskZh: '救援队伍集结', ofUnit: true },
    passed: { zh: '合格', kind: 'final' },
    failed: { zh: '不合格', kind: 'final' },
  },
}).actions((action) => ({
  call: action({
    zh: '下令集结',
    from: 'new',
    to: 'called',
    by: 'command.issue',
    form: callForm,
    look: ({ tx, input }) => one<Team>(tx, teamSql, [input.team]),
    check: ({ found, subject }) =>
      first(
        why(!found, '没有这支队伍'),
        why(found?.members === 0, '队伍没有队员'),
        why(subject.lon === null, '请在地图上点出集结地点'),
      ),
    effects: ({ found, now }) => ({
      set: {
        name: found?.name ?? '',
        unit: found?.unit ?? '',
        members: found?.members ?? 0,
        calledAt: now.toISOString(),
        unitId: found?.unit ?? null,
        areaCode: found?.area ?? null,
      },
      assign: { unitId: found?.unit ?? '' },
      notify: [{ unitId: found?.unit ?? '', zh: `${found?.name ?? ''}立即集结` }],
    }),
  }),
  arrive: action({
    zh: '集结到位',
    from: 'called',
    look: ({ tx, input, subject }) => metresBetween(tx, subject, input),
    to: ({ subject, input, now, parameter }) =>
      minutesBetween(subject.calledAt, now) <= parameter('command.callout-minutes') &&
      (percentOf(input.came, subject.members) ?? 0) >= parameter('command.callout-part')
        ? 'passed'
        : 'failed',
    by: 'command.carry',
    tone: 'primary',
    form: {
      ...here,
      came: integer('到位', { unit: '人', min: 0 }),
      equipment: text('携带装备', { maxLength: 200 }),
    },
    check: ({ input, subject, found, parameter }) =>
      first(
        why(input.came > subject.members, `队员只有${subject.members}人`),
        notYet((found ?? Number.MAX_SAFE_INTEGER) > parameter('command.callout-metres'), `离集结地点${found ?? ''}米`),
      ),
    effects: ({ input, subject, now, parameter }) => {
      const usedMinutes = minutesBetween(subject.calledAt, now)
      const cameRate = percentOf(input.came, subject.members) ?? 0
      const isSlow = usedMinutes > parameter('command.callout-minutes')
      const isThin = cameRate < parameter('command.callout-part')
      const what = [isSlow ? `集结用时${usedMinutes}分钟` : '', isThin ? `到位率${cameRate}%` : ''].filter(Boolean).join(',')
      return {
        set: { came: input.came, equipment: input.equipment, usedMinutes, cameRate },
        spawn: what
          ? [
              {
                procedure: 'command.improvement',
                input: {
                  sourceType: 'command.call-out',
                  sourceId: subject.id,
                  sourceName: `${subject.name}拉动`,
                  what: `${subject.name}:${what}`,
                  unit: subject.unit,
                  dueOn: dayText(later(now, 14 * 1440)),
                },
              },
            ]
          : [],
      }
    },
  }),
}))
