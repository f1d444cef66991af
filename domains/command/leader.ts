/** 领导到岗带班: one named leader a day who checks in at the place himself; not there by the hour is listed; a substitute is approved. */
import {
  choice,
  date,
  dayText,
  first,
  here,
  instant,
  integer,
  longText,
  one,
  person,
  procedure,
  say,
  startOf,
  text,
} from '#kernel'
import { dutyChanged } from './facts.ts'
import { later, metresBetween, minutesBetween, notYet, why } from './shared.ts'

const form = { dayOn: date('日期'), leader: person('带班领导'), place: text('带班地点', { maxLength: 80 }) } as const
export const leaderDay = procedure('command.leader-day', {
  zh: '领导带班',
  menu: '值班带班',
  title: 'place',
  numbering: { prefix: 'DB', per: 'year', digits: 4 },
  help: '本人在带班地点签到;到时限未签到的列出并通报;替班须批准。',
  uniqueTogether: [['dayOn']],
  fields: {
    ...form,
    place: form.place.searchable(),
    arrivedAt: instant('到岗').optional(),
    metres: integer('离带班地点', { unit: 'm' }).optional(),
    lateMinutes: integer('迟到', { unit: '分钟' }).optional(),
    isAbsent: choice('到时限未到岗', { yes: '是', no: '否' }),
    substitute: person('替班人').optional(),
    reason: longText('替班理由', { maxLength: 200 }).optional(),
    original: person('原带班领导').optional(),
  },
  statuses: {
    planned: { zh: '待到岗' },
    asking: { zh: '替班待批', duty: 'command.approve', taskZh: '替班待批准' },
    absent: { zh: '未到岗', duty: 'command.check', taskZh: '带班领导未到岗,请核实' },
    there: { zh: '已到岗', kind: 'final' },
    missing: { zh: '全天未到岗', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '安排带班',
    from: 'new',
    to: 'planned',
    by: 'command.roster',
    form,
    look: ({ tx, input }) =>
      one<{ number: string }>(tx, 'select number from command.leader_day where day_on = $1::date', [input.dayOn]),
    check: ({ input, now, subject, found }) =>
      first(
        why(input.dayOn < dayText(now), '日期不能早于今天'),
        why(subject.lon === null, '请在地图上点出带班地点'),
        notYet(Boolean(found), `${input.dayOn}已安排带班领导`),
      ),
    effects: ({ input, parameter }) => ({
      set: { isAbsent: 'no' },
      timers: [
        { name: 'absent', at: later(startOf(input.dayOn), parameter('command.leader-by')), action: 'list' },
        { name: 'missing', at: later(startOf(input.dayOn), 1440), action: 'end' },
      ],
    }),
  }),
  askSub: action({
    zh: '申请替班',
    from: 'planned',
    to: 'asking',
    by: 'command.lead',
    form: { substitute: person('替班人'), reason: longText('理由', { maxLength: 200 }) },
    check: ({ actor, subject, input }) =>
      first(
        notYet(actor.id !== subject.leader, '只能由带班领导本人申请'),
        why(input.substitute === subject.leader, '替班人不能是本人'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  decideSub: action({
    zh: '审批替班',
    from: 'asking',
    to: 'planned',
    by: 'command.approve',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意', no: '不同意' }) },
    guard: ({ actor, subject }) => notYet(actor.id === subject.substitute, '替班人不能批准自己替班'),
    effects: ({ input, subject }) =>
      input.isOk === 'yes' && subject.substitute
        ? {
            set: { original: subject.leader, leader: subject.substitute, substitute: null },
            facts: [say(dutyChanged, { dayOn: subject.dayOn })],
          }
        : { set: { substitute: null } },
  }),
  list: action({
    zh: '到时限未到岗',
    from: ['planned', 'asking'],
    to: 'absent',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isAbsent: 'yes' },
      notify: [{ personId: subject.leader, zh: `${subject.dayOn}带班尚未签到:${subject.place}` }],
    }),
  }),
  checkIn: action({
    zh: '到岗签到',
    from: ['planned', 'absent'],
    to: 'there',
    by: 'command.lead',
    tone: 'primary',
    form: here,
    look: ({ tx, input, subject }) => metresBetween(tx, subject, input),
    check: ({ actor, subject, found, now, parameter }) =>
      first(
        notYet(actor.id !== subject.leader, '只能由带班领导本人签到'),
        notYet(dayText(now) !== subject.dayOn, `带班日期为${subject.dayOn}`),
        notYet((found ?? Number.MAX_SAFE_INTEGER) > parameter('command.leader-metres'), `离带班地点${found ?? ''}米,请到岗签到`),
      ),
    effects: ({ subject, found, now, parameter }) => ({
      set: {
        arrivedAt: now.toISOString(),
        metres: found ?? null,
        lateMinutes: Math.max(0, minutesBetween(later(startOf(subject.dayOn), parameter('command.leader-by')), now)),
      },
      timers: [
        { name: 'absent', at: null, action: 'list' },
        { name: 'missing', at: null, action: 'end' },
      ],
    }),
  }),
  end: action({
    zh: '全天未到岗',
    from: ['planned', 'asking', 'absent'],
    to: 'missing',
    by: 'system',
    effects: () => ({ set: { isAbsent: 'yes' } }),
  }),
}))
