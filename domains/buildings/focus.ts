/** 新交付小区、别墅区重点治理: more patrols and flights for a period, weeks and months that fell short are kept. */
import {
  addMonths,
  choice,
  date,
  dayMs,
  dayText,
  endOf,
  first,
  integer,
  many,
  one,
  procedure,
  ref,
  rows,
  startOf,
  text,
} from '#kernel'
import { nextWeek, notYet, why } from './shared.ts'
import { focusReasons } from './words.ts'

const form = {
  compound: ref('小区', 'grid.compound'),
  reason: choice('列入理由', focusReasons),
  fromOn: date('自'),
  toOn: date('至'),
} as const
const shortLine = { week: text('周(周一)', { maxLength: 10 }), patrols: integer('巡查', { unit: '次' }) } as const
interface Compound {
  readonly name: string
  readonly isVilla: boolean
  readonly deliveredOn: string | null
  readonly isListed: boolean
}
const compoundSql = `select c.name, c.is_villa as "isVilla", to_char(c.delivered_on, 'YYYY-MM-DD') as "deliveredOn",
  exists (select 1 from buildings.focus f where f.compound = c.id and f.status = 'active') as "isListed" from grid.compound c where c.id = $1 and c.retired_at is null`
export const focus = procedure('buildings.focus', {
  zh: '重点小区治理',
  menu: '小区防控',
  title: 'name',
  numbering: { prefix: 'ZD', per: 'year', digits: 3 },
  help: '重点期内每周巡查、每月巡飞达到规定次数,每周一自动核对;装修逐户备案。',
  fields: {
    ...form,
    name: text('小区名称', { maxLength: 60 }).optional().searchable(),
    patrolsPerWeek: integer('每周巡查', { unit: '次' }).optional(),
    flightsPerMonth: integer('每月巡飞', { unit: '架次' }).optional(),
    weeksDue: integer('应核', { unit: '周' }).optional(),
    weeksMet: integer('达到', { unit: '周' }).optional(),
    short: rows('未达到的周', shortLine).optional(),
    flights: integer('近30日巡飞', { unit: '架次' }).optional(),
    filings: integer('装修备案', { unit: '户' }).optional(),
  },
  statuses: {
    active: { zh: '重点治理中', duty: 'buildings.report', taskZh: '重点小区本周待巡查' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '列为重点',
    from: 'new',
    to: 'active',
    by: 'buildings.plan',
    form,
    look: ({ tx, input }) => one<Compound>(tx, compoundSql, [input.compound]),
    check: ({ found, input, parameter }) =>
      first(
        why(!found, '没有这个小区'),
        notYet(found?.isListed ?? false, '已在重点治理'),
        why(input.toOn <= input.fromOn, '结束应在开始以后'),
        why(input.reason === 'villa' && !found?.isVilla, `${found?.name}不是别墅区`),
        why(
          input.reason === 'fresh' &&
            (!found?.deliveredOn || addMonths(found.deliveredOn, parameter('buildings.new-compound-months')) < input.fromOn),
          `${found?.name}不是新交付小区`,
        ),
      ),
    effects: ({ found, input, now, parameter }) => ({
      set: {
        name: found?.name ?? null,
        patrolsPerWeek: parameter('buildings.focus-patrols'),
        flightsPerMonth: parameter('buildings.focus-flights'),
        weeksDue: 0,
        weeksMet: 0,
        short: [],
        flights: 0,
        filings: 0,
      },
      timers: [
        { name: 'week', at: new Date(nextWeek(now).getTime() + 7 * dayMs), action: 'closeWeek' },
        { name: 'end', at: endOf(input.toOn), action: 'end' },
      ],
    }),
  }),
  closeWeek: action({
    zh: '周核',
    from: 'active',
    to: 'same',
    by: 'system',
    look: ({ tx, subject, now }) =>
      many<{ kind: string; n: number }>(
        tx,
        `select kind, count(*)::int as n from buildings.patrol where compound = $1 and at < $2
           and at >= case when kind = 'foot' then $2::timestamptz - interval '7 days' else $2::timestamptz - interval '30 days' end group by kind
         union all select 'filing', count(*)::int from buildings.decoration where compound = $1 and retired_at is null`,
        [subject.compound, startOf(dayText(now))],
      ),
    effects: ({ found, subject, now, past }) => {
      const of = (kind: string): number => found.find((f) => f.kind === kind)?.n ?? 0
      const patrols = of('foot')
      const isMet = patrols >= (subject.patrolsPerWeek ?? 0)
      const week = dayText(new Date(startOf(dayText(now)).getTime() - 7 * dayMs))
      const personId = past[0]?.actorId
      return {
        set: {
          weeksDue: (subject.weeksDue ?? 0) + 1,
          weeksMet: (subject.weeksMet ?? 0) + (isMet ? 1 : 0),
          short: isMet ? (subject.short ?? []) : [...(subject.short ?? []), { week, patrols }],
          flights: of('drone'),
          filings: of('filing'),
        },
        timers: [{ name: 'week', at: nextWeek(now), action: 'closeWeek' }],
        notify:
          !isMet && personId
            ? [{ personId, zh: `重点小区${subject.name}上周巡查${patrols}次,应${subject.patrolsPerWeek}次` }]
            : [],
      }
    },
  }),
  end: action({
    zh: '到期结束',
    from: 'active',
    to: 'ended',
    by: 'system',
    effects: () => ({ timers: [{ name: 'week', at: null, action: 'closeWeek' }] }),
  }),
}))
