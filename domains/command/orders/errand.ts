/** 人员调度: people chosen on the floor are sent to a place; each gets it in their inbox, goes, and has arrived when their last position says so. */
import {
  bySystem,
  choice,
  first,
  here,
  instant,
  integer,
  type Job,
  longText,
  many,
  one,
  person,
  photos,
  procedure,
  ref,
  rows,
  say,
  type Tx,
  text,
  type WorkContext,
} from '#kernel'
import { errandEnded } from '../facts.ts'
import { clockText, later, metresBetween, minutesBetween, notYet, why } from '../shared.ts'

/** Where a person was last seen: the newest position of the radios they hold. */
export const lastSeenSql = `select i.holder as person, i.radio_number as radio, r.device, s.at, s.lon, s.lat from sensing.radio_issue i join sensing.radio r on r.district = i.district and r.id = i.radio
  join sensing.status s on s.district = r.district and s.id = r.device where i.status = 'issued' and s.lon is not null`
const form = {
  what: text('任务', { maxLength: 200 }),
  address: text('地点', { maxLength: 120 }),
  minutes: integer('到达时限', { unit: '分钟', min: 1, max: 720 }),
} as const
const sentLine = {
  name: text('姓名', { maxLength: 40 }),
  metres: integer('下达时距离', { unit: 'm' }),
  seen: text('最后位置时刻', { maxLength: 20 }),
} as const
interface Chosen {
  readonly id: string
  readonly name: string
  readonly at: Date | null
  readonly lon: number | null
  readonly lat: number | null
}
const chosenSql = `select p.id, p.name, s.at, s.lon, s.lat from kernel.person p left join lateral (select * from (${lastSeenSql}) x where x.person = p.id order by x.at desc limit 1) s on true where p.id = any($1::uuid[]) and not p.is_disabled order by p.name`
interface At {
  readonly lon: number | null
  readonly lat: number | null
}
const chosenOf = async (tx: Tx, ids: readonly string[], place: At) => {
  const lines = []
  for (const c of await many<Chosen>(tx, chosenSql, [ids])) lines.push({ ...c, metres: await metresBetween(tx, c, place) })
  return lines
}
export const dispatch = procedure('command.dispatch', {
  zh: '现场人员调度',
  menu: '三级指挥',
  title: 'what',
  numbering: { prefix: 'DD', per: 'day', digits: 3 },
  help: '在图上点出地点、选人下达:每人收到待办,到达以其最后位置为准;全部结束后调度自动办结。',
  fields: {
    ...form,
    what: form.what.searchable(),
    people: integer('人数', { unit: '人' }),
    sent: rows('下达', sentLine),
    endedAt: instant('全部结束').optional(),
  },
  statuses: { on: { zh: '执行中' }, ended: { zh: '已结束', kind: 'final' } },
}).actions((action) => ({
  send: action({
    zh: '选人下达',
    from: 'new',
    to: 'on',
    by: 'command.order',
    form: { ...form, persons: rows('人员', { person: person('人员') }) },
    look: ({ tx, input, subject }) =>
      chosenOf(
        tx,
        input.persons.map((p) => p.person),
        subject,
      ),
    check: ({ input, found, subject }) =>
      first(
        why(subject.lon === null, '请在地图上点出地点'),
        why(input.persons.length === 0, '请选择人员'),
        why(new Set(input.persons.map((p) => p.person)).size !== input.persons.length, '人员不能重复'),
        why(found.length !== input.persons.length, '有人员不存在或已停用'),
      ),
    effects: ({ input, found, subject }) => ({
      set: {
        people: found.length,
        sent: found.map((f) => ({ name: f.name, metres: f.metres ?? -1, seen: f.at ? clockText(f.at) : '无定位' })),
      },
      spawn: found.map((f) => ({
        procedure: 'command.errand',
        input: { dispatch: subject.id, what: input.what, address: input.address, minutes: input.minutes, person: f.id },
      })),
    }),
  }),
  end: action({
    zh: '全部结束',
    from: 'on',
    to: 'ended',
    by: 'system',
    effects: ({ now }) => ({ set: { endedAt: now.toISOString() } }),
  }),
}))

const errandForm = { ...form, dispatch: ref('调度', 'command.dispatch'), person: person('人员') } as const
const ended = (subject: { readonly dispatch: string }) => [say(errandEnded, { dispatch: subject.dispatch })]
const oneself = ({
  actor,
  subject,
}: {
  readonly actor: { readonly id: string | null }
  readonly subject: { readonly person: string }
}) => notYet(actor.id !== subject.person, '只能由被调度人本人办理')
const arrivedSet = (
  subject: { readonly sentAt: string; readonly minutes: number },
  now: Date,
  metres: number,
  via: 'radio' | 'phone',
) => {
  const used = minutesBetween(subject.sentAt, now)
  return {
    arrivedAt: now.toISOString(),
    arriveMinutes: used,
    arriveMetres: metres,
    via,
    isLate: used > subject.minutes ? ('yes' as const) : ('no' as const),
  }
}
export const errand = procedure('command.errand', {
  zh: '到场任务',
  menu: '三级指挥',
  title: 'what',
  numbering: { prefix: 'DC', per: 'day', digits: 4 },
  help: '本人接受后赶往;对讲机定位进入规定距离即自动到场,也可在现场用手机签到;不能前往的说明理由。',
  fields: {
    ...errandForm,
    what: errandForm.what.searchable(),
    sentAt: instant('下达'),
    acceptedAt: instant('接受').optional(),
    arrivedAt: instant('到场').optional(),
    arriveMinutes: integer('到场用时', { unit: '分钟' }).optional(),
    arriveMetres: integer('到场时距地点', { unit: 'm' }).optional(),
    via: choice('到场凭据', { radio: '对讲机定位', phone: '手机签到' }).optional(),
    isLate: choice('超时到场', { yes: '是', no: '否' }),
    result: longText('处置情况', { maxLength: 300 }).optional(),
    reason: text('不能前往的理由', { maxLength: 200 }).optional(),
  },
  statuses: {
    sent: { zh: '待接受', duty: 'command.go', taskZh: '现场调度,请接受' },
    going: { zh: '赶赴中', duty: 'command.go', taskZh: '现场调度,赶赴中' },
    there: { zh: '已到场', duty: 'command.go', taskZh: '现场处置中' },
    done: { zh: '已完成', kind: 'final' },
    declined: { zh: '不能前往', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '下达',
    from: 'new',
    to: 'sent',
    by: 'system',
    form: errandForm,
    effects: ({ input, now }) => ({
      set: { sentAt: now.toISOString(), isLate: 'no' },
      assign: { personId: input.person },
      notify: [{ personId: input.person, zh: `请赶往${input.address}:${input.what}`.slice(0, 120) }],
      timers: [{ name: 'late', at: later(now, input.minutes), action: 'late' }],
    }),
  }),
  accept: action({
    zh: '接受',
    from: 'sent',
    to: 'going',
    by: 'command.go',
    tone: 'primary',
    guard: oneself,
    effects: ({ subject, now }) => ({ set: { acceptedAt: now.toISOString() }, assign: { personId: subject.person } }),
  }),
  decline: action({
    zh: '不能前往',
    from: ['sent', 'going'],
    to: 'declined',
    by: 'command.go',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    guard: oneself,
    effects: ({ input, subject }) => ({
      set: input,
      timers: [{ name: 'late', at: null, action: 'late' }],
      facts: ended(subject),
    }),
  }),
  late: action({
    zh: '超时未到',
    from: ['sent', 'going'],
    to: 'same',
    by: 'system',
    effects: () => ({ set: { isLate: 'yes' } }),
  }),
  see: action({
    zh: '定位到场',
    from: ['sent', 'going'],
    to: 'there',
    by: 'system',
    form: { metres: integer('距地点', { unit: 'm' }) },
    effects: ({ subject, input, now }) => ({
      set: arrivedSet(subject, now, input.metres, 'radio'),
      assign: { personId: subject.person },
      timers: [{ name: 'late', at: null, action: 'late' }],
    }),
  }),
  checkIn: action({
    zh: '手机签到',
    from: ['sent', 'going'],
    to: 'there',
    by: 'command.go',
    form: here,
    guard: oneself,
    look: ({ tx, input, subject }) => metresBetween(tx, subject, input),
    check: ({ found, parameter }) =>
      notYet((found ?? Number.MAX_SAFE_INTEGER) > parameter('command.arrive-metres'), `离地点${found ?? ''}米,请到场签到`),
    effects: ({ subject, found, now }) => ({
      set: arrivedSet(subject, now, found ?? 0, 'phone'),
      assign: { personId: subject.person },
      timers: [{ name: 'late', at: null, action: 'late' }],
    }),
  }),
  finish: action({
    zh: '完成',
    from: 'there',
    to: 'done',
    by: 'command.go',
    tone: 'primary',
    form: { result: longText('处置情况', { maxLength: 300 }), photos: photos(1, '现场照片') },
    guard: oneself,
    effects: ({ input, subject }) => ({ set: { result: input.result }, facts: ended(subject) }),
  }),
}))
const nearSql = `select e.id, round(st_distance(st_setsrid(st_makepoint(e.lon, e.lat), 4326)::geography, st_setsrid(st_makepoint(s.lon, s.lat), 4326)::geography))::int as metres
  from command.errand e join lateral (select * from (${lastSeenSql}) x where x.person = e.person order by x.at desc limit 1) s on true
  where e.status = any(array['sent', 'going']) and e.lon is not null and s.at >= e.sent_at and s.at >= $1 for update of e`
/** Each minute: whoever's last fresh position lies within the distance has arrived. */
export const arrivalJob: Job = {
  id: 'command.arrivals',
  zh: '调度人员到场判定',
  everyMinutes: 1,
  run: async (ctx: WorkContext) => {
    const day = ctx.now.toISOString().slice(0, 10)
    const of = (name: string) => ctx.kernel.parameters.value(ctx.district, name, day)
    const fresh = later(ctx.now, -of('command.seen-minutes'))
    for (const { id, metres } of await many<{ id: string; metres: number }>(ctx.tx, nearSql, [fresh]))
      if (metres <= of('command.arrive-metres')) await bySystem(ctx, 'command.errand', id, 'see', { metres })
  },
}
/** @returns how many of a dispatch are still on their way or at work. */
export const openErrands = async (tx: Tx, id: string): Promise<number> =>
  (await one<{ n: number }>(tx, 'select count(*)::int as n from command.errand where dispatch = $1 and closed_at is null', [id]))
    ?.n ?? 0
