/** 包保责任制: a leader or unit answers for a road or community; a check every week or the week is listed as missed; problems become tasks; a change of hands keeps both names. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  many,
  one,
  person,
  photos,
  procedure,
  rows,
  text,
  unit,
} from '#kernel'
import { notYet, openMatters, why } from '../shared.ts'

const form = {
  kind: choice('包保对象', { road: '路段', community: '社区' }),
  name: text('路段或社区', { maxLength: 80 }),
  holder: person('包保人'),
  rank: choice('包保人身份', { leader: '局领导', unit: '单位负责人' }),
  fromOn: date('起始日期'),
} as const
const found = { what: text('问题', { maxLength: 200 }), unit: unit('整改单位'), dueOn: date('整改期限') } as const
const checkLine = {
  week: integer('第几周'),
  on: date('日期'),
  who: text('检查人', { maxLength: 40 }),
  said: text('情况', { maxLength: 300 }),
  problems: integer('问题', { unit: '个' }),
} as const
const missLine = { week: integer('第几周'), from: date('起'), to: date('止'), who: text('包保人', { maxLength: 40 }) } as const
const handLine = {
  on: date('日期'),
  from: text('移交', { maxLength: 40 }),
  to: text('接手', { maxLength: 40 }),
  reason: text('原因', { maxLength: 200 }),
  open: integer('移交时未结问题', { unit: '个' }),
} as const
const nameOf = (tx: Parameters<typeof one>[0], id: string) =>
  one<{ name: string }>(tx, 'select name from kernel.person where id = $1 and not is_disabled', [id])
export const charge = procedure('affairs.charge', {
  zh: '包保责任',
  menu: '督办与重点工作',
  title: 'name',
  numbering: { prefix: 'BB', per: 'year', digits: 4 },
  help: '每周(天数为参数)至少检查一次,漏检的周点名列出;发现的问题转督办事项,全部办结才能结束包保;换人须写明原因并带走未结问题。',
  uniqueTogether: [['kind', 'name', 'fromOn']],
  fields: {
    ...form,
    name: form.name.searchable(),
    holderName: text('现任包保人', { maxLength: 40 }),
    week: integer('本周'),
    weekFrom: date('本周起'),
    checks: rows('检查', checkLine),
    missed: rows('漏检', missLine),
    hands: rows('换人', handLine),
    checkCount: integer('检查', { unit: '次' }),
    missedCount: integer('漏检', { unit: '周' }),
    problems: integer('问题', { unit: '个' }),
    result: text('成效', { maxLength: 300 }).optional(),
  },
  statuses: { on: { zh: '包保中' }, ended: { zh: '已结束', kind: 'final' } },
}).actions((action) => ({
  sign: action({
    zh: '签订',
    from: 'new',
    to: 'on',
    by: 'affairs.manage',
    form,
    look: async ({ tx, input }) => ({
      person: await nameOf(tx, input.holder),
      other: await one<{ number: string }>(
        tx,
        `select number from affairs.charge where kind = $1 and name = $2 and status = 'on'`,
        [input.kind, input.name],
      ),
    }),
    check: ({ found: f, input, now }) =>
      first(
        why(!f.person, '没有这个包保人'),
        notYet(Boolean(f.other), `该处已有包保${f.other?.number ?? ''}`),
        why(input.fromOn < dayText(now), '起始日期不能早于今天'),
      ),
    effects: ({ input, found: f, parameter }) => ({
      set: {
        areaCode: null,
        holderName: f.person?.name ?? '',
        week: 1,
        weekFrom: input.fromOn,
        checks: [],
        missed: [],
        hands: [],
        checkCount: 0,
        missedCount: 0,
        problems: 0,
      },
      notify: [{ personId: input.holder, zh: `包保${input.name},每周检查一次` }],
      timers: [{ name: 'week', at: endOf(addDays(input.fromOn, parameter('affairs.charge-days') - 1)), action: 'turn' }],
    }),
  }),
  turn: action({
    zh: '一周届满',
    from: 'on',
    to: 'same',
    by: 'system',
    effects: ({ subject, parameter }) => {
      const days = parameter('affairs.charge-days')
      const next = addDays(subject.weekFrom, days)
      const isMissed = !subject.checks.some((c) => c.week === subject.week)
      const line = { week: subject.week, from: subject.weekFrom, to: addDays(next, -1), who: subject.holderName }
      return {
        set: {
          week: subject.week + 1,
          weekFrom: next,
          ...(isMissed ? { missed: [...subject.missed, line], missedCount: subject.missedCount + 1 } : {}),
        },
        notify: isMissed ? [{ personId: subject.holder, zh: `${subject.name}第${subject.week}周漏检` }] : [],
        timers: [{ name: 'week', at: endOf(addDays(next, days - 1)), action: 'turn' }],
      }
    },
  }),
  inspect: action({
    zh: '登记检查',
    from: 'on',
    to: 'same',
    by: 'affairs.carry',
    tone: 'primary',
    form: { said: text('情况', { maxLength: 300 }), problems: rows('发现问题', found), photos: photos(1, '现场照片') },
    guard: ({ actor, subject, now }) =>
      first(
        notYet(actor.id !== subject.holder, '由包保人本人检查'),
        notYet(dayText(now) < subject.fromOn, `包保自${subject.fromOn}开始`),
      ),
    look: ({ tx, input }) =>
      many<{ id: string }>(tx, 'select id from kernel.unit where id = any($1::uuid[])', [input.problems.map((p) => p.unit)]),
    check: ({ input, found: units, now }) =>
      first(
        why(
          input.problems.some((p) => !units.some((u) => u.id === p.unit)),
          '没有这个整改单位',
        ),
        why(
          input.problems.some((p) => p.dueOn < dayText(now)),
          '整改期限不能早于今天',
        ),
      ),
    effects: ({ input, subject, now, actor }) => ({
      set: {
        checks: [
          ...subject.checks,
          { week: subject.week, on: dayText(now), who: actor.name, said: input.said, problems: input.problems.length },
        ],
        checkCount: subject.checkCount + 1,
        problems: subject.problems + input.problems.length,
      },
      spawn: input.problems.map((p) => ({
        procedure: 'affairs.matter',
        action: 'hand',
        input: {
          kind: 'charge',
          name: p.what,
          source: `包保检查:${subject.name}`,
          unit: p.unit,
          dueOn: p.dueOn,
          sourceType: 'affairs.charge',
          sourceId: subject.id,
        },
      })),
    }),
  }),
  change: action({
    zh: '换人',
    from: 'on',
    to: 'same',
    by: 'affairs.manage',
    form: { holder: person('接手人'), reason: text('原因', { maxLength: 200 }) },
    look: async ({ tx, input, subject }) => ({
      person: await nameOf(tx, input.holder),
      open: await openMatters(tx, subject.id),
    }),
    check: ({ input, subject, found: f }) =>
      first(why(!f.person, '没有这个接手人'), why(input.holder === subject.holder, '接手人就是现任包保人')),
    effects: ({ input, subject, found: f, now }) => ({
      set: {
        holder: input.holder,
        holderName: f.person?.name ?? '',
        hands: [
          ...subject.hands,
          {
            on: dayText(now),
            from: subject.holderName,
            to: f.person?.name ?? '',
            reason: input.reason,
            open: f.open.length,
          },
        ],
      },
      notify: [{ personId: input.holder, zh: `接手包保${subject.name},未结问题${f.open.length}个` }],
    }),
  }),
  end: action({
    zh: '结束包保',
    from: 'on',
    to: 'ended',
    by: 'affairs.manage',
    form: { result: text('成效', { maxLength: 300 }) },
    look: ({ tx, subject }) => openMatters(tx, subject.id),
    check: ({ found: open }) => notYet(open.length > 0, `问题未办结:${open.join('、')}`),
    effects: ({ input }) => ({ set: input, timers: [{ name: 'week', at: null, action: 'turn' }] }),
  }),
}))
