/** 应急物资: stock that never falls below nothing; short before the season is a task. */
import {
  addDays,
  bySystem,
  choice,
  date,
  dayText,
  first,
  type Job,
  many,
  number,
  parameterOf,
  person,
  procedure,
  ref,
  round,
  rows,
  text,
  type WorkContext,
} from '#kernel'
import { notYet, why } from './shared.ts'

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
    // The season comes every year, on another day, and people change: else what was short once would stay so, with the wrong keeper.
    adjust: action({
      zh: '调整储备要求',
      from: ['held', 'low', 'short'],
      to: ({ subject, input, now, parameter }) =>
        statusOf(
          { ...input, usable: usableOf(subject.lots, dayText(now)), seasonOn: input.seasonOn ?? null },
          dayText(now),
          parameter('command.season-days'),
        ),
      by: 'command.keep',
      help: '最低储备、每年的季节开始日期、保管人有变的在这里改;改后当即重算是否不足。',
      form: { minimum: itemForm.minimum, season: itemForm.season, seasonOn: itemForm.seasonOn, keeper: itemForm.keeper },
      check: ({ input }) => why(input.season !== 'all' && !input.seasonOn, '季节性物资须填本季开始日期'),
      effects: ({ subject, input, now }) => ({
        set: {
          ...input,
          seasonOn: input.seasonOn ?? null,
          ...after({ ...subject, minimum: input.minimum }, subject.lots, dayText(now)),
        },
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
      effects: ({ subject, now, parameter }) => {
        const day = dayText(now)
        const found = after(subject, subject.lots, day)
        const isNewlyShort =
          subject.status !== 'short' &&
          statusOf({ ...subject, usable: found.usable }, day, parameter('command.season-days')) === 'short'
        return {
          set: found,
          notify: isNewlyShort
            ? [
                {
                  personId: subject.keeper,
                  zh: `${subject.name}(${subject.place})季前不足,缺${found.shortBy ?? 0}${subject.measure},请补充`.slice(0, 120),
                },
              ]
            : [],
        }
      },
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
