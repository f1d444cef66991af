/** 计时与计件: checked in and out by place and verified to a tenth of an hour; or a piece of work with photographs, at any hour. */
import {
  choice,
  dayText,
  first,
  flag,
  here,
  instant,
  integer,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  say,
  text,
} from '#kernel'
import { earned } from './facts.ts'
import { notYet, tenths, why } from './shared.ts'
import { type Serving, servingFault, servingSql } from './team.ts'

interface Out {
  readonly metres: number | null
}
const farSql = `select st_distance(st_setsrid(st_makepoint(s.lon, s.lat), 4326)::geography, st_setsrid(st_makepoint($2::float8, $3::float8), 4326)::geography) as metres from volunteers.service s where s.id = $1`
export const service = procedure('volunteers.service', {
  zh: '计时志愿服务',
  menu: '志愿服务',
  title: 'what',
  numbering: { prefix: 'ZS', per: 'year', digits: 6 },
  help: '签到、签退按地点;时长算到 0.1 小时,由服务队(街道)核定后记入;过长、离开签到地点的须另一人说明后才记。',
  fields: {
    volunteer: ref('志愿者', 'volunteers.volunteer'),
    team: ref('服务队', 'volunteers.team'),
    what: text('服务内容', { maxLength: 120 }).searchable(),
    session: ref('活动', 'volunteers.session').optional(),
    startedAt: instant('签到'),
    endedAt: instant('签退').optional(),
    hours: number('时长', { unit: '小时', decimals: 1 }).optional(),
    doubt: text('疑点', { maxLength: 120 }).optional(),
    opinion: longText('核定说明', { maxLength: 300 }).optional(),
  },
  statuses: {
    serving: { zh: '服务中' },
    waiting: { zh: '待核定', duty: 'volunteers.street', taskZh: '志愿时长待核定' },
    doubtful: { zh: '待核实', duty: 'volunteers.check', taskZh: '志愿时长异常待核实' },
    counted: { zh: '已记入', kind: 'final' },
    dropped: { zh: '不记', kind: 'final' },
  },
}).actions((action) => ({
  checkIn: action({
    zh: '签到',
    from: 'new',
    to: 'serving',
    by: 'volunteers.street',
    form: {
      volunteer: ref('志愿者', 'volunteers.volunteer'),
      what: text('服务内容', { maxLength: 120 }),
      session: ref('活动', 'volunteers.session').optional(),
    },
    look: async ({ tx, input }) => ({
      who: await one<Serving>(tx, servingSql, [input.volunteer]),
      open: await one<{ number: string }>(
        tx,
        `select number from volunteers.service where volunteer = $1 and status = 'serving'`,
        [input.volunteer],
      ),
    }),
    check: ({ found, subject }) =>
      first(
        servingFault(found.who),
        notYet(Boolean(found.open), `还有未签退的服务${found.open?.number ?? ''}`),
        why(subject.lon === null, '请打开定位再签到'),
      ),
    effects: ({ found, now }) => ({ set: { team: found.who?.team ?? '', startedAt: now.toISOString() } }),
  }),
  checkOut: action({
    zh: '签退',
    from: 'serving',
    by: 'volunteers.street',
    tone: 'primary',
    form: here,
    look: ({ tx, input, subject }) => one<Out>(tx, farSql, [subject.id, input.lon, input.lat]),
    to: ({ input: _input, subject, now, found, parameter }) => {
      const hours = tenths(new Date(subject.startedAt), now)
      if (hours < parameter('volunteers.hours-least')) return 'dropped'
      const isFar = (found?.metres ?? 0) > parameter('volunteers.away')
      return hours > parameter('volunteers.hours-most') || isFar ? 'doubtful' : 'waiting'
    },
    effects: ({ subject, now, found, parameter }) => {
      const hours = tenths(new Date(subject.startedAt), now)
      const doubts = [
        hours > parameter('volunteers.hours-most') ? `时长${hours}小时,超过${parameter('volunteers.hours-most')}小时` : '',
        (found?.metres ?? 0) > parameter('volunteers.away') ? `签退离签到地点${Math.round(found?.metres ?? 0)}米` : '',
      ].filter(Boolean)
      return { set: { endedAt: now.toISOString(), hours, doubt: doubts.join(';') || null } }
    },
  }),
  verify: action({
    zh: '核定',
    from: 'waiting',
    to: ({ input }) => (input.isOk === 'yes' ? 'counted' : 'dropped'),
    by: 'volunteers.street',
    tone: 'primary',
    isBulk: true,
    form: { isOk: choice('结果', { yes: '属实', no: '不记' }), opinion: longText('说明', { maxLength: 300 }).optional() },
    check: ({ input }) => why(input.isOk === 'no' && !input.opinion, '不记的须说明'),
    effects: ({ input, subject }) => ({
      set: { opinion: input.opinion },
      facts: input.isOk === 'yes' ? [toldOf(subject, subject.hours ?? 0)] : [],
    }),
  }),
  settle: action({
    zh: '核实',
    from: 'doubtful',
    to: ({ input }) => (input.hours > 0 ? 'counted' : 'dropped'),
    by: 'volunteers.check',
    tone: 'primary',
    form: {
      hours: number('核定时长', { unit: '小时', min: 0, max: 24, decimals: 1 }),
      opinion: longText('核实情况', { maxLength: 300 }),
    },
    check: ({ input, subject }) => why(input.hours > (subject.hours ?? 0), '核定不能多于签到签退时长'),
    effects: ({ input, subject }) => ({ set: input, facts: input.hours > 0 ? [toldOf(subject, input.hours)] : [] }),
  }),
}))
const toldOf = (
  s: {
    readonly volunteer: string
    readonly team: string
    readonly number: string
    readonly startedAt: string | Date
    readonly what: string
  },
  hours: number,
) =>
  say(earned, {
    volunteer: s.volunteer,
    team: s.team,
    source: 'time',
    sourceId: s.number,
    on: dayText(new Date(s.startedAt)),
    hours,
    points: 0,
    pieces: 0,
    what: s.what,
  })

export const pieceKind = register('volunteers.piece-kind', {
  zh: '计件岗位',
  menu: '志愿服务',
  title: 'name',
  fields: {
    name: text('岗位', { maxLength: 40 }).unique().searchable(),
    unit: text('计件单位', { maxLength: 10 }),
    points: integer('每件积分', { unit: '分', min: 1, max: 100 }),
    dayMost: integer('每人每日上限', { min: 1, max: 1000 }),
    isOn: flag('启用'),
  },
})
interface Kind {
  readonly name: string
  readonly unit: string
  readonly points: number
  readonly dayMost: number
  readonly done: number
}
const kindSql = `select k.name, k.unit, k.points, k.day_most as "dayMost", (select coalesce(sum(p.pieces), 0)::float8 from volunteers.piece p where p.kind = k.id and p.volunteer = $2 and p.status <> 'dropped'
    and (p.created_at at time zone 'Asia/Shanghai')::date = $3::date) as done from volunteers.piece_kind k where k.id = $1 and k.is_on and k.retired_at is null`
export const piece = procedure('volunteers.piece', {
  zh: '计件志愿服务',
  menu: '志愿服务',
  title: 'what',
  numbering: { prefix: 'ZJ', per: 'year', digits: 6 },
  help: '随时可做:前后照片、件数;核定后按岗位记积分并折合时长,每人每日不超过岗位上限。',
  fields: {
    volunteer: ref('志愿者', 'volunteers.volunteer'),
    team: ref('服务队', 'volunteers.team'),
    kind: ref('岗位', 'volunteers.piece-kind'),
    what: text('岗位', { maxLength: 40 }).searchable(),
    pieces: integer('件数', { min: 1 }),
    points: integer('积分', { unit: '分' }),
    photos: photos(0, '前后照片'),
    counted: integer('核定', { min: 0 }).optional(),
    opinion: longText('核定说明', { maxLength: 300 }).optional(),
  },
  statuses: {
    waiting: { zh: '待核定', duty: 'volunteers.street', taskZh: '计件志愿待核定' },
    counted: { zh: '已记入', kind: 'final' },
    dropped: { zh: '不记', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '上报',
    from: 'new',
    to: 'waiting',
    by: 'volunteers.street',
    form: {
      volunteer: ref('志愿者', 'volunteers.volunteer'),
      kind: ref('岗位', 'volunteers.piece-kind'),
      pieces: integer('件数', { min: 1, max: 1000 }),
      photos: photos(2, '前后照片'),
    },
    look: async ({ tx, input, now }) => ({
      who: await one<Serving>(tx, servingSql, [input.volunteer]),
      kind: await one<Kind>(tx, kindSql, [input.kind, input.volunteer, dayText(now)]),
    }),
    check: ({ input, found, subject }) =>
      first(
        servingFault(found.who),
        why(!found.kind, '没有这个计件岗位,或已停用'),
        notYet(
          (found.kind?.done ?? 0) + input.pieces > (found.kind?.dayMost ?? 0),
          `${found.kind?.name ?? ''}每人每日上限${found.kind?.dayMost}${found.kind?.unit ?? ''},今日已报${found.kind?.done}`,
        ),
        why(subject.lon === null, '请打开定位再上报'),
      ),
    effects: ({ input, found }) => ({
      set: { team: found.who?.team ?? '', what: found.kind?.name ?? '', points: input.pieces * (found.kind?.points ?? 0) },
    }),
  }),
  verify: action({
    zh: '核定',
    from: 'waiting',
    to: ({ input }) => (input.counted > 0 ? 'counted' : 'dropped'),
    by: 'volunteers.street',
    tone: 'primary',
    form: { counted: integer('核定件数', { min: 0, max: 1000 }), opinion: longText('说明', { maxLength: 300 }).optional() },
    check: ({ input, subject }) =>
      first(
        why(input.counted > subject.pieces, '核定不能多于上报'),
        why(input.counted < subject.pieces && !input.opinion, '少记、不记的须说明'),
      ),
    effects: ({ input, subject, parameter, now }) => {
      const points = Math.round((subject.points * input.counted) / subject.pieces)
      const hours = Math.round((points / parameter('volunteers.points-hour')) * 10) / 10
      return {
        set: { ...input, points },
        facts:
          input.counted > 0
            ? [
                say(earned, {
                  volunteer: subject.volunteer,
                  team: subject.team,
                  source: 'piece',
                  sourceId: subject.number,
                  on: dayText(now),
                  hours,
                  points,
                  pieces: input.counted,
                  what: subject.what,
                }),
              ]
            : [],
      }
    },
  }),
}))
