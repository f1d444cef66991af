/** 应急物资 and 救援队伍: stock that never falls below nothing and is short before the season as a task; teams called out against the clock. */
import {
  addDays,
  bySystem,
  choice,
  date,
  dayText,
  first,
  instant,
  integer,
  type Job,
  many,
  number,
  one,
  parameterOf,
  percentOf,
  person,
  procedure,
  ref,
  register,
  round,
  rows,
  text,
  unit,
  type WorkContext,
} from '#kernel'
import { later, metresBetween, minutesBetween, notYet, why } from './shared.ts'

const seasons = { flood: '汛期', snow: '冰雪期', all: '全年' } as const
const itemForm = {
  name: text('物资', { maxLength: 60 }),
  place: text('存放地点', { maxLength: 80 }),
  measure: text('计量单位', { maxLength: 10 }),
  minimum: number('最低储备', { min: 0 }),
  season: choice('用于', seasons),
  seasonOn: date('本季开始日期').optional(),
  keeper: person('保管人'),
} as const
interface Lot {
  readonly lot: string
  readonly count: number
  readonly expiresOn: string
}
/** What can still be used on a day. */
export const usableOf = (lots: readonly Lot[], day: string): number =>
  round(
    lots.filter((l) => l.expiresOn >= day).reduce((n, l) => n + l.count, 0),
    3,
  )
/** Takes a count from the lots that can be used, the one that expires first before the others. */
export const taken = (lots: readonly Lot[], count: number, day: string): readonly Lot[] => {
  let left = count
  return [...lots]
    .sort((a, b) => a.expiresOn.localeCompare(b.expiresOn))
    .map((l) => {
      const used = l.expiresOn >= day ? Math.min(l.count, left) : 0
      left = round(left - used, 3)
      return { ...l, count: round(l.count - used, 3) }
    })
    .filter((l) => l.count > 0)
}
const lotLine = { lot: text('批次', { maxLength: 30 }), count: number('数量', { min: 0 }), expiresOn: date('有效期至') } as const
interface Held {
  readonly usable: number
  readonly minimum: number
  readonly seasonOn: string | null
  readonly season: string
}
/** Below the minimum matters all the year, or from so many days before the season on. */
const statusOf = (held: Held, day: string, days: number): 'held' | 'low' | 'short' => {
  if (held.usable >= held.minimum) return 'held'
  return held.season === 'all' || (held.seasonOn !== null && addDays(held.seasonOn, -days) <= day) ? 'short' : 'low'
}
export const item = procedure('command.item', {
  zh: '应急物资',
  menu: '物资队伍',
  title: 'name',
  numbering: { prefix: 'WZ', per: 'year', digits: 4 },
  help: '入库记批次与有效期,出库先出先到期的、不能出成负数;过期不计;季前不足最低储备的派任务补足。',
  uniqueTogether: [['name', 'place']],
  fields: {
    ...itemForm,
    name: itemForm.name.searchable(),
    lots: rows('在库批次', lotLine),
    usable: number('可用'),
    shortBy: number('缺口').optional(),
  },
  statuses: {
    held: { zh: '储备足' },
    low: { zh: '低于最低储备' },
    short: { zh: '季前不足', duty: 'command.keep', taskZh: '应急物资季前不足,请补充' },
    retired: { zh: '不再储备', kind: 'final' },
  },
}).actions((action) => {
  const after = (held: Held, lots: readonly Lot[], day: string) => {
    const usable = usableOf(lots, day)
    return { lots, usable, shortBy: usable < held.minimum ? round(held.minimum - usable, 3) : null }
  }
  return {
    enter: action({
      zh: '登记物资',
      from: 'new',
      to: ({ input, now, parameter }) =>
        statusOf({ ...input, usable: 0, seasonOn: input.seasonOn ?? null }, dayText(now), parameter('command.season-days')),
      by: 'command.keep',
      form: itemForm,
      check: ({ input }) => why(input.season !== 'all' && !input.seasonOn, '季节性物资须填本季开始日期'),
      effects: ({ input }) => ({ set: { lots: [], usable: 0, shortBy: input.minimum > 0 ? input.minimum : null } }),
    }),
    bring: action({
      zh: '入库',
      from: ['held', 'low', 'short'],
      to: ({ subject, input, now, parameter }) =>
        statusOf(
          { ...subject, usable: usableOf([...subject.lots, input], dayText(now)) },
          dayText(now),
          parameter('command.season-days'),
        ),
      by: 'command.keep',
      tone: 'primary',
      form: { ...lotLine, count: number('数量', { min: 0.001 }), purpose: text('来源', { maxLength: 120 }) },
      check: ({ input, subject, now }) =>
        first(
          why(input.expiresOn < dayText(now), '已过有效期,不能入库'),
          why(
            subject.lots.some((l) => l.lot === input.lot),
            '批次已登记过',
          ),
        ),
      effects: ({ subject, input, now }) => ({
        set: after(subject, [...subject.lots, { lot: input.lot, count: input.count, expiresOn: input.expiresOn }], dayText(now)),
        spawn: [
          {
            procedure: 'command.move',
            input: { item: subject.id, name: subject.name, way: 'in', count: input.count, purpose: input.purpose },
          },
        ],
      }),
    }),
    draw: action({
      zh: '出库',
      from: ['held', 'low', 'short'],
      to: ({ subject, input, now, parameter }) =>
        statusOf(
          { ...subject, usable: usableOf(taken(subject.lots, input.count, dayText(now)), dayText(now)) },
          dayText(now),
          parameter('command.season-days'),
        ),
      by: 'command.keep',
      form: {
        count: number('数量', { min: 0.001 }),
        purpose: text('用途', { maxLength: 120 }),
        event: ref('用于事件', 'command.event').optional(),
      },
      check: ({ subject, input, now }) =>
        notYet(
          input.count > usableOf(subject.lots, dayText(now)),
          `可用${usableOf(subject.lots, dayText(now))}${subject.measure},不够出库`,
        ),
      effects: ({ subject, input, now }) => ({
        set: after(subject, taken(subject.lots, input.count, dayText(now)), dayText(now)),
        spawn: [{ procedure: 'command.move', input: { item: subject.id, name: subject.name, way: 'out', ...input } }],
      }),
    }),
    retire: action({
      zh: '不再储备',
      from: ['held', 'low', 'short'],
      to: 'retired',
      by: 'command.keep',
      tone: 'danger',
      check: ({ subject, now }) => notYet(usableOf(subject.lots, dayText(now)) > 0, '还有可用库存'),
    }),
    review: action({
      zh: '盘点有效期与季前储备',
      from: ['held', 'low', 'short'],
      to: ({ subject, now, parameter }) =>
        statusOf({ ...subject, usable: usableOf(subject.lots, dayText(now)) }, dayText(now), parameter('command.season-days')),
      by: 'system',
      effects: ({ subject, now }) => ({ set: after(subject, subject.lots, dayText(now)) }),
    }),
  }
})
export const move = procedure('command.move', {
  zh: '物资出入库',
  menu: '物资队伍',
  title: 'name',
  numbering: { prefix: 'CR', per: 'year', digits: 5 },
  fields: {
    item: ref('物资', 'command.item'),
    name: text('物资', { maxLength: 60 }).searchable(),
    way: choice('方向', { in: '入库', out: '出库' }),
    count: number('数量'),
    purpose: text('用途', { maxLength: 120 }),
    event: ref('用于事件', 'command.event').optional(),
    dayOn: date('日期'),
  },
  statuses: { booked: { zh: '已记', kind: 'final' } },
}).actions((action) => ({
  book: action({
    zh: '记账',
    from: 'new',
    to: 'booked',
    by: 'system',
    form: {
      item: ref('物资', 'command.item'),
      name: text('物资', { maxLength: 60 }),
      way: choice('方向', { in: '入库', out: '出库' }),
      count: number('数量'),
      purpose: text('用途', { maxLength: 120 }),
      event: ref('用于事件', 'command.event').optional(),
    },
    effects: ({ now }) => ({ set: { dayOn: dayText(now) } }),
  }),
}))
interface Stored extends Held {
  readonly id: string
  readonly status: string
  readonly lots: readonly Lot[]
}
/** Each night: what expired is no longer counted, and what a coming season lacks becomes a task. */
export const stockJob: Job = {
  id: 'command.stock',
  zh: '应急物资有效期与季前储备',
  everyMinutes: 720,
  run: async (ctx: WorkContext) => {
    const day = dayText(ctx.now)
    const days = parameterOf(ctx, 'command.season-days')
    const sql =
      'select id, status, usable::float8 as usable, minimum::float8 as minimum, season, season_on::text as "seasonOn", lots from command.item where closed_at is null'
    for (const i of await many<Stored>(ctx.tx, sql)) {
      const usable = usableOf(i.lots, day)
      if (usable !== i.usable || statusOf({ ...i, usable }, day, days) !== i.status) await bySystem(ctx, item.id, i.id, 'review')
    }
  },
}

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
      lon: number('经度', { min: -180, max: 180 }),
      lat: number('纬度', { min: -90, max: 90 }),
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
