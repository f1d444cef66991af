/** 结对共建与联系点: with a street, a community, an enterprise, or a branch a leader answers for; agreement, shared resources, activities, results. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  integer,
  longText,
  person,
  procedure,
  ref,
  rows,
  text,
} from '#kernel'
import { branchById, notOfBranch, notYet, why } from '../shared.ts'

const form = {
  kind: choice('类型', { street: '街道共建', community: '社区共建', enterprise: '企业共建', contact: '支部联系点' }),
  branch: ref('支部', 'party.branch'),
  partner: text('共建单位', { maxLength: 80 }),
  leader: person('联系领导').optional().help('联系点必填'),
  fromOn: date('起'),
  toOn: date('止'),
  resources: rows('共享资源', {
    side: choice('提供方', { us: '本支部', them: '共建单位' }),
    what: text('资源', { maxLength: 100 }),
  }),
  agreement: files(1, '共建协议'),
} as const
const activityLine = {
  on: date('日期'),
  what: text('活动', { maxLength: 200 }),
  people: integer('参加', { unit: '人', min: 1 }),
  resource: text('使用的资源', { maxLength: 100 }).optional(),
  result: text('成效', { maxLength: 200 }),
} as const
export const partnership = procedure('party.partnership', {
  zh: '结对共建与联系点',
  menu: '党建活动',
  title: 'partner',
  isCommon: true,
  numbering: { prefix: 'GJ', per: 'year', digits: 3 },
  help: '签协议、列双方资源;半年没有活动自动转为“久未活动”;期满凭总结终结或续签,没有活动的不能续签。',
  fields: {
    ...form,
    partner: form.partner.searchable(),
    activities: rows('活动', activityLine),
    activityCount: integer('活动', { unit: '次' }),
    people: integer('参加', { unit: '人次' }),
    used: integer('用到的资源', { unit: '项' }),
    summary: longText('总结', { maxLength: 2000 }).optional(),
  },
  statuses: {
    active: { zh: '共建中' },
    idle: { zh: '久未活动', duty: 'party.branch', taskZh: '结对共建久未活动' },
    due: { zh: '期满待续签', duty: 'party.branch', taskZh: '共建协议期满' },
    ended: { zh: '已终结', kind: 'final' },
  },
}).actions((action) => ({
  sign: action({
    zh: '签约结对',
    from: 'new',
    to: 'active',
    by: 'party.branch',
    form,
    look: ({ tx, input }) => branchById(tx, input.branch),
    check: ({ input, found, actor }) =>
      first(
        notOfBranch(found, actor),
        why(input.toOn <= input.fromOn, '止应晚于起'),
        why(input.kind === 'contact' && !input.leader, '联系点须有联系领导'),
        why(input.kind !== 'contact' && new Set(input.resources.map((r) => r.side)).size < 2, '共享资源应双方都有'),
      ),
    effects: ({ input, now, parameter }) => ({
      set: { activities: [], activityCount: 0, people: 0, used: 0 },
      timers: [
        { name: 'idle', at: endOf(addDays(dayText(now), parameter('party.partner-days'))), action: 'idle' },
        { name: 'end', at: endOf(input.toOn), action: 'lapse' },
      ],
    }),
  }),
  act: action({
    zh: '登记活动',
    from: ['active', 'idle'],
    to: 'active',
    by: 'party.branch',
    tone: 'primary',
    form: { ...activityLine, proof: files(1, '照片') },
    look: ({ tx, subject }) => branchById(tx, subject.branch),
    check: ({ input, subject, found, actor, now }) =>
      first(
        notOfBranch(found, actor),
        why(input.on < subject.fromOn || input.on > dayText(now), '日期应在协议期内、不晚于今天'),
        why(Boolean(input.resource) && !subject.resources.some((r) => r.what === input.resource), '资源不在协议清单'),
      ),
    effects: ({ input: { proof: _proof, ...line }, subject, parameter }) => {
      const activities = [...subject.activities, { ...line, resource: line.resource ?? null }]
      return {
        set: {
          activities,
          activityCount: activities.length,
          people: subject.people + line.people,
          used: new Set(activities.flatMap((a) => (a.resource ? [a.resource] : []))).size,
        },
        timers: [{ name: 'idle', at: endOf(addDays(line.on, parameter('party.partner-days'))), action: 'idle' }],
      }
    },
  }),
  idle: action({ zh: '久未活动', from: 'active', to: 'idle', by: 'system' }),
  lapse: action({
    zh: '协议期满',
    from: ['active', 'idle'],
    to: 'due',
    by: 'system',
    effects: () => ({ timers: [{ name: 'idle', at: null, action: 'idle' }] }),
  }),
  renew: action({
    zh: '续签',
    from: 'due',
    to: 'active',
    by: 'party.branch',
    tone: 'primary',
    form: { toOn: date('续至'), agreement: files(1, '续签协议') },
    guard: ({ subject }) => notYet(subject.activityCount === 0, '协议期内没有活动,不能续签'),
    check: ({ input, subject, now }) => why(input.toOn <= subject.toOn || input.toOn <= dayText(now), '应晚于原期限和今天'),
    effects: ({ input, now, parameter }) => ({
      set: { toOn: input.toOn },
      timers: [
        { name: 'idle', at: endOf(addDays(dayText(now), parameter('party.partner-days'))), action: 'idle' },
        { name: 'end', at: endOf(input.toOn), action: 'lapse' },
      ],
    }),
  }),
  end: action({
    zh: '总结终结',
    from: ['active', 'idle', 'due'],
    to: 'ended',
    by: 'party.branch',
    tone: 'danger',
    form: { summary: longText('成效总结', { maxLength: 2000 }) },
    effects: ({ input }) => ({
      set: input,
      timers: [
        { name: 'idle', at: null, action: 'idle' },
        { name: 'end', at: null, action: 'lapse' },
      ],
    }),
  }),
}))
