/** 24小时值班: key posts without an uncovered hour, swaps that are approved, hand-over written down, calls to see whether somebody is there. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  instant,
  integer,
  longText,
  many,
  number,
  one,
  person,
  procedure,
  ref,
  register,
  round,
  rows,
  say,
  startOf,
  type Tx,
  text,
  unit,
} from '#kernel'
import { dutyChanged } from './facts.ts'
import { clockText, later, minutesBetween, notYet, why } from './shared.ts'

export const post = register('command.post', {
  zh: '值班岗位',
  menu: '值班带班',
  title: 'name',
  fields: {
    name: text('岗位', { maxLength: 60 }).unique().searchable(),
    unit: unit('所属单位'),
    phone: text('值班电话', { maxLength: 20 }),
    isKey: flag('关键岗位'),
  },
})
interface Span {
  readonly post: string
  readonly from: Date
  readonly to: Date
}
/** The stretches of a period in which nobody is on duty at a post, in order of time. */
export const gapsOf = (from: Date, to: Date, spans: readonly Span[]): readonly { readonly from: Date; readonly to: Date }[] => {
  const gaps: { from: Date; to: Date }[] = []
  let covered = from
  for (const span of [...spans].sort((a, b) => a.from.getTime() - b.from.getTime())) {
    if (span.from > covered) gaps.push({ from: covered, to: span.from < to ? span.from : to })
    if (span.to > covered) covered = span.to
    if (covered >= to) break
  }
  if (covered < to) gaps.push({ from: covered, to })
  return gaps.filter((g) => g.from < g.to)
}
const tableLine = {
  at: text('时间', { maxLength: 30 }),
  post: text('岗位', { maxLength: 60 }),
  who: text('人员', { maxLength: 40 }),
} as const
const postsSql = 'select id, name from command.post where is_key and retired_at is null order by name'
const shiftsSql = `select s.post, s.post_name as "postName", s.starts_at as "from", s.ends_at as "to", p.name as who from command.shift s join kernel.person p on p.district = s.district and p.id = s.person
  where s.roster = $1 order by s.starts_at, s.post_name`
const leadersSql = `select l.day_on::text as "dayOn", p.name as who, l.place from command.leader_day l join kernel.person p on p.district = l.district and p.id = l.leader where l.day_on between $1::date and $2::date order by l.day_on`
interface Roster {
  readonly id: string
  readonly fromOn: string
  readonly toOn: string
}
/** The printed table of a roster, with its gaps and the days without a leader. */
export const tableOf = async (tx: Tx, { id, fromOn, toOn }: Roster) => {
  const [posts, shifts, leaders] = [
    await many<{ id: string; name: string }>(tx, postsSql),
    await many<Span & { readonly postName: string; readonly who: string }>(tx, shiftsSql, [id]),
    await many<{ dayOn: string; who: string; place: string }>(tx, leadersSql, [fromOn, toOn]),
  ]
  const gaps = posts.flatMap((p) =>
    gapsOf(
      startOf(fromOn),
      endOf(toOn),
      shifts.filter((s) => s.post === p.id),
    ).map((g) => `${p.name} ${clockText(g.from)}至${clockText(g.to)}`),
  )
  const days = Array.from({ length: Math.round((endOf(toOn).getTime() - startOf(fromOn).getTime()) / 86_400_000) }, (_, i) =>
    dayText(new Date(startOf(fromOn).getTime() + i * 86_400_000)),
  )
  const leaderless = days.filter((d) => !leaders.some((l) => l.dayOn === d))
  const table = [
    ...leaders.map((l) => ({ at: l.dayOn, post: `带班领导(${l.place})`.slice(0, 60), who: l.who })),
    ...shifts.map((s) => ({ at: `${clockText(s.from)}至${clockText(s.to)}`, post: s.postName, who: s.who })),
  ]
  return { posts: posts.length, gaps, leaderless, table, days: days.length }
}
const rosterForm = {
  name: text('值班表', { maxLength: 80 }),
  kind: choice('时段', { holiday: '节假日', key: '重点时段', usual: '日常' }),
  fromOn: date('起'),
  toOn: date('止'),
} as const
export const roster = procedure('command.roster', {
  zh: '值班表',
  menu: '值班带班',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'ZB', per: 'year', digits: 3 },
  help: '关键岗位每一小时都有人、每一天都有带班领导才能发布;缺口逐段列出。',
  fields: {
    ...rosterForm,
    name: rosterForm.name.searchable(),
    table: rows('值班表', tableLine),
    postDays: integer('关键岗位日', { unit: '岗日' }).optional(),
    publishedOn: date('发布日期').optional(),
  },
  statuses: {
    drafted: { zh: '编制中', duty: 'command.roster', taskZh: '值班表待排满发布' },
    published: { zh: '已发布', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '编制',
    from: 'new',
    to: 'drafted',
    by: 'command.roster',
    form: rosterForm,
    check: ({ input, now }) => first(why(input.toOn < input.fromOn, '止不能早于起'), why(input.toOn < dayText(now), '时段已过')),
    effects: () => ({ set: { table: [] } }),
  }),
  publish: action({
    zh: '发布',
    from: 'drafted',
    to: 'published',
    by: 'command.roster',
    tone: 'primary',
    look: ({ tx, subject }) => tableOf(tx, subject),
    check: ({ found }) =>
      first(
        notYet(found.posts === 0, '没有登记关键岗位'),
        notYet(found.gaps.length > 0, `值班缺口:${found.gaps.join(';')}`.slice(0, 400)),
        notYet(found.leaderless.length > 0, `无带班领导:${found.leaderless.join('、')}`.slice(0, 400)),
      ),
    effects: ({ found, now }) => ({
      set: { table: found.table, postDays: found.posts * found.days, publishedOn: dayText(now) },
    }),
  }),
  reprint: action({
    zh: '随换班更新',
    from: 'published',
    to: 'same',
    by: 'system',
    look: ({ tx, subject }) => tableOf(tx, subject),
    effects: ({ found }) => ({ set: { table: found.table } }),
  }),
}))

const shiftForm = {
  roster: ref('值班表', 'command.roster'),
  post: ref('岗位', 'command.post'),
  person: person('值班人'),
  startsAt: instant('起'),
  endsAt: instant('止'),
} as const
const clashSql = `select post_name as name from command.shift where person = $1 and id <> $4 and starts_at < $3 and ends_at > $2 limit 1`
const clashOf = async (tx: Tx, who: string, from: string | Date, to: string | Date, except: string) =>
  (await one<{ name: string }>(tx, clashSql, [who, new Date(from), new Date(to), except]))?.name
const nextSql = `select p.name, s.status from command.shift s join kernel.person p on p.district = s.district and p.id = s.person where s.post = $1 and s.starts_at <= $2 and s.ends_at > $2 and s.id <> $3`
interface Own {
  readonly actor: { readonly id: string | null }
  readonly subject: { readonly person: string }
}
const oneself = ({ actor, subject }: Own) => notYet(actor.id !== subject.person, '只能由值班人本人办理')
export const shift = procedure('command.shift', {
  zh: '值班班次',
  menu: '值班带班',
  title: 'postName',
  numbering: { prefix: 'BC', per: 'year', digits: 5 },
  help: '本人按时接班,过时未接列为脱岗;接班人到岗才能交班,交班须写交接事项;换班须批准。',
  fields: {
    ...shiftForm,
    postName: text('岗位', { maxLength: 60 }).searchable(),
    dayOn: date('日期'),
    onAt: instant('接班').optional(),
    lateMinutes: integer('迟到', { unit: '分钟' }).optional(),
    offAt: instant('交班').optional(),
    hours: number('值守', { unit: '小时', decimals: 2 }).optional(),
    matters: longText('交接事项', { maxLength: 500 }).optional(),
    other: person('换班人').optional(),
    reason: longText('换班理由', { maxLength: 200 }).optional(),
  },
  statuses: {
    planned: { zh: '已排班' },
    swapping: { zh: '换班待批', duty: 'command.approve', taskZh: '换班待批准' },
    missed: { zh: '脱岗', duty: 'command.roster', taskZh: '值班人未到岗,请处置' },
    on: { zh: '在岗' },
    off: { zh: '已交班', kind: 'final' },
    gone: { zh: '全程缺岗', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '排班',
    from: 'new',
    to: 'planned',
    by: 'command.roster',
    form: shiftForm,
    look: async ({ tx, input, subject }) => ({
      roster: await one<{ status: string; fromOn: string; toOn: string }>(
        tx,
        'select status, from_on::text as "fromOn", to_on::text as "toOn" from command.roster where id = $1',
        [input.roster],
      ),
      post: await one<{ name: string }>(tx, 'select name from command.post where id = $1 and retired_at is null', [input.post]),
      clash: await clashOf(tx, input.person, input.startsAt, input.endsAt, subject.id),
    }),
    check: ({ input, found }) =>
      first(
        why(!found.roster || !found.post, '没有这张值班表或岗位'),
        notYet(found.roster?.status !== 'drafted', '值班表已发布,请走换班'),
        why(input.endsAt <= input.startsAt, '止应晚于起'),
        why(minutesBetween(input.startsAt, new Date(input.endsAt)) > 1440, '一班不超过24小时'),
        notYet(Boolean(found.clash), `该员同时段已排在${found.clash ?? ''}`),
      ),
    effects: ({ input, found, parameter }) => ({
      set: { postName: found.post?.name ?? '', dayOn: dayText(new Date(input.startsAt)) },
      timers: [{ name: 'miss', at: later(new Date(input.startsAt), parameter('command.on-late')), action: 'miss' }],
    }),
  }),
  askSwap: action({
    zh: '申请换班',
    from: 'planned',
    to: 'swapping',
    by: 'command.duty',
    form: { other: person('换班人'), reason: longText('理由', { maxLength: 200 }) },
    look: ({ tx, input, subject }) => clashOf(tx, input.other, subject.startsAt, subject.endsAt, subject.id),
    check: ({ actor, subject, input, found }) =>
      first(
        oneself({ actor, subject }),
        why(input.other === subject.person, '换班人不能是本人'),
        notYet(Boolean(found), `换班人同时段已排在${found ?? ''}`),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  decideSwap: action({
    zh: '审批换班',
    from: 'swapping',
    to: 'planned',
    by: 'command.approve',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意', no: '不同意' }) },
    effects: ({ input, subject }) =>
      input.isOk === 'yes' && subject.other
        ? { set: { person: subject.other, other: null }, facts: [say(dutyChanged, { dayOn: subject.dayOn })] }
        : { set: { other: null } },
  }),
  miss: action({
    zh: '脱岗',
    from: ['planned', 'swapping'],
    to: 'missed',
    by: 'system',
    effects: ({ subject }) => ({
      notify: [{ personId: subject.person, zh: `${subject.postName}已到接班时间,请立即到岗` }],
      timers: [{ name: 'gone', at: new Date(subject.endsAt), action: 'vanish' }],
    }),
  }),
  vanish: action({ zh: '全程缺岗', from: 'missed', to: 'gone', by: 'system', effects: () => ({ set: { hours: 0 } }) }),
  takeOn: action({
    zh: '接班',
    from: ['planned', 'missed'],
    to: 'on',
    by: 'command.duty',
    tone: 'primary',
    guard: oneself,
    check: ({ subject, now, parameter }) =>
      notYet(now < later(new Date(subject.startsAt), -parameter('command.on-early')), '还没有到接班时间'),
    effects: ({ subject, now }) => ({
      set: { onAt: now.toISOString(), lateMinutes: Math.max(0, minutesBetween(subject.startsAt, now)) },
      timers: [
        { name: 'miss', at: null, action: 'miss' },
        { name: 'gone', at: null, action: 'vanish' },
      ],
    }),
  }),
  handOver: action({
    zh: '交班',
    from: 'on',
    to: 'off',
    by: 'command.duty',
    tone: 'primary',
    form: { matters: longText('交接事项', { maxLength: 500 }) },
    guard: oneself,
    look: ({ tx, subject }) =>
      one<{ name: string; status: string }>(tx, nextSql, [subject.post, new Date(subject.endsAt), subject.id]),
    check: ({ subject, now, found }) =>
      first(
        notYet(now < later(new Date(subject.endsAt), -30), '还没有到交班时间'),
        notYet(Boolean(found) && found?.status !== 'on', `接班人${found?.name ?? ''}未到岗,不能离岗`),
      ),
    effects: ({ subject, input, now }) => {
      const from = Math.max(new Date(subject.onAt ?? now).getTime(), new Date(subject.startsAt).getTime())
      const to = Math.min(now.getTime(), new Date(subject.endsAt).getTime())
      return { set: { ...input, offAt: now.toISOString(), hours: round(Math.max(0, to - from) / 3_600_000) } }
    },
  }),
}))

const callForm = { shift: ref('班次', 'command.shift') } as const
interface Called {
  readonly name: string
  readonly person: string
  readonly status: string
  readonly startsAt: Date
  readonly endsAt: Date
}
export const call = procedure('command.call', {
  zh: '值班抽查',
  menu: '值班带班',
  title: 'postName',
  numbering: { prefix: 'CC', per: 'year', digits: 5 },
  help: '点名后限时应答,未应答的列入漏接,由本人说明。',
  fields: {
    ...callForm,
    postName: text('岗位', { maxLength: 60 }).searchable(),
    person: person('值班人'),
    calledAt: instant('点名'),
    answeredMinutes: integer('应答用时', { unit: '分钟' }).optional(),
    excuse: longText('说明', { maxLength: 300 }).optional(),
    isMissed: choice('漏接', { yes: '是', no: '否' }),
  },
  statuses: {
    calling: { zh: '待应答' },
    answered: { zh: '已应答', kind: 'final' },
    missed: { zh: '漏接', duty: 'command.duty', taskZh: '值班抽查漏接待说明' },
    explained: { zh: '已说明', kind: 'final' },
  },
}).actions((action) => ({
  call: action({
    zh: '点名',
    from: 'new',
    to: 'calling',
    by: 'command.check',
    form: callForm,
    look: ({ tx, input }) =>
      one<Called>(
        tx,
        'select post_name as name, person, status, starts_at as "startsAt", ends_at as "endsAt" from command.shift where id = $1',
        [input.shift],
      ),
    check: ({ found, now }) => notYet(!found || now < found.startsAt || now >= found.endsAt, '不在该班次时段内'),
    effects: ({ found, now, parameter }) => ({
      set: { postName: found?.name ?? '', person: found?.person ?? '', calledAt: now.toISOString(), isMissed: 'no' },
      notify: [{ personId: found?.person ?? '', zh: `值班抽查:${found?.name ?? ''},请应答` }],
      timers: [{ name: 'miss', at: later(now, parameter('command.call-minutes')), action: 'miss' }],
    }),
  }),
  answer: action({
    zh: '应答',
    from: 'calling',
    to: 'answered',
    by: 'command.duty',
    tone: 'primary',
    guard: oneself,
    effects: ({ subject, now }) => ({
      set: { answeredMinutes: minutesBetween(subject.calledAt, now) },
      timers: [{ name: 'miss', at: null, action: 'miss' }],
    }),
  }),
  miss: action({
    zh: '漏接',
    from: 'calling',
    to: 'missed',
    by: 'system',
    effects: ({ subject }) => ({ set: { isMissed: 'yes' }, assign: { personId: subject.person } }),
  }),
  explain: action({
    zh: '说明',
    from: 'missed',
    to: 'explained',
    by: 'command.duty',
    form: { excuse: longText('说明', { maxLength: 300 }) },
    guard: oneself,
    effects: ({ input }) => ({ set: input }),
  }),
}))
