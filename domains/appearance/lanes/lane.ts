/** 路(街巷)长: who answers for a road or lane, patrols it, and is given its problems first. */
import { problemFound } from '#catalogue/facts.ts'
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  instant,
  integer,
  list,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  text,
} from '#kernel'
import { lanePatrolled, laneProblems } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const form = {
  name: text('路(街巷)', { maxLength: 60 }),
  kind: choice('类别', { road: '主次干道', lane: '背街小巷' }),
  road: ref('道路台账', 'grid.road').optional(),
  lengthM: integer('长度', { unit: 'm', min: 1 }),
} as const
const chief = {
  chief: text('路(街巷)长', { maxLength: 40 }),
  phone: text('手机', { maxLength: 11, pattern: { source: '^1\\d{10}$', zh: '手机号应为11位' } }),
  deputies: list('副长'),
} as const
/** A week without a patrol is told, not only counted. */
const patrolBy = (day: string) => [{ clock: 'patrol', do: 'start', dueAt: endOf(day) }] as const
export const lane = procedure('appearance.lane', {
  zh: '路(街巷)长',
  menu: '街巷长',
  title: 'name',
  numbering: { prefix: 'LZ', per: 'year', digits: 4 },
  help: '任命与空缺都留痕;按规定间隔巡查,超过的列入漏巡。',
  uniqueTogether: [['name', 'kind']],
  fields: {
    ...form,
    name: form.name.searchable(),
    chief: chief.chief.optional(),
    phone: chief.phone.optional(),
    deputies: chief.deputies.optional(),
    appointedOn: date('任命日期').optional(),
    platedOn: date('公示牌').optional(),
    patrolledOn: date('最近巡查').optional(),
    nextPatrolOn: date('应巡查').optional(),
    changes: integer('更换', { unit: '次' }).optional(),
  },
  clocks: { patrol: { zh: '巡查', limit: { value: 7, unit: 'natural_day' }, basis: '路(街巷)长制实施办法(示例)' } },
  statuses: {
    vacant: { zh: '空缺', duty: 'appearance.town', taskZh: '路(街巷)长空缺' },
    held: { zh: '在任' },
    removed: { zh: '撤销', kind: 'final' },
  },
}).actions((action) => ({
  list: action({ zh: '登记', from: 'new', to: 'vacant', by: 'appearance.town', form, effects: () => ({ set: { changes: 0 } }) }),
  appoint: action({
    zh: '任命(更换)',
    from: ['vacant', 'held'],
    to: 'held',
    by: 'appearance.town',
    tone: 'primary',
    form: { ...chief, appointedOn: date('任命日期') },
    check: ({ input, subject, now }) =>
      first(why(input.appointedOn > dayText(now), '日期不能晚于今天'), why(input.chief === subject.chief, '还是同一人')),
    effects: ({ input, subject, parameter }) => ({
      clocks: [{ clock: 'patrol', do: 'cancel' }, ...patrolBy(addDays(input.appointedOn, parameter('appearance.patrol-days')))],
      set: {
        ...input,
        changes: (subject.changes ?? 0) + 1,
        platedOn: null,
        nextPatrolOn: addDays(input.appointedOn, parameter('appearance.patrol-days')),
      },
    }),
  }),
  plate: action({
    zh: '公示牌上墙',
    from: 'held',
    to: 'same',
    by: 'appearance.town',
    form: { platedOn: date('日期'), platePhotos: photos(1, '照片') },
    check: ({ input, subject, now }) =>
      why(input.platedOn > dayText(now) || input.platedOn < (subject.appointedOn ?? ''), '日期应在任命之后、今天之前'),
    effects: ({ input }) => ({ set: { platedOn: input.platedOn } }),
  }),
  patrolled: action({
    zh: '已巡查',
    from: 'held',
    to: 'same',
    by: 'system',
    form: { on: date('日期') },
    effects: ({ input, parameter }) => ({
      set: { patrolledOn: input.on, nextPatrolOn: addDays(input.on, parameter('appearance.patrol-days')) },
      clocks: [{ clock: 'patrol', do: 'stop' }, ...patrolBy(addDays(input.on, parameter('appearance.patrol-days')))],
    }),
  }),
  vacate: action({
    zh: '免去',
    from: 'held',
    to: 'vacant',
    by: 'appearance.town',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    effects: () => ({
      set: { chief: null, phone: null, deputies: null, platedOn: null, nextPatrolOn: null },
      clocks: [{ clock: 'patrol', do: 'cancel' }],
    }),
  }),
  remove: action({
    zh: '撤销',
    from: 'vacant',
    to: 'removed',
    by: 'appearance.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
const patrolForm = {
  lane: ref('路(街巷)', 'appearance.lane'),
  patrolledOn: date('日期'),
  problems: rows('发现问题', { what: text('问题', { maxLength: 200 }) }),
  photos: photos(1, '巡查照片'),
} as const
export const lanePatrol = procedure('appearance.lane-patrol', {
  zh: '街巷长巡查',
  menu: '街巷长',
  title: 'chief',
  numbering: { prefix: 'XX', per: 'day', digits: 4 },
  fields: {
    ...patrolForm,
    chief: text('巡查人', { maxLength: 40 }).optional(),
    found: integer('问题', { unit: '个' }).optional(),
  },
  statuses: { done: { zh: '已巡查' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  patrol: action({
    zh: '登记巡查',
    from: 'new',
    to: 'done',
    by: 'appearance.town',
    form: patrolForm,
    look: ({ tx, input }) =>
      one<{ chief: string | null }>(tx, `select chief from appearance.lane where id = $1 and status = 'held'`, [input.lane]),
    check: ({ input, found, now }) =>
      first(notYet(!found, '没有在任的路(街巷)长'), why(input.patrolledOn > dayText(now), '日期不能晚于今天')),
    effects: ({ input, found, subject }) => ({
      set: { chief: found?.chief ?? null, found: input.problems.length },
      facts: [
        say(lanePatrolled, { lane: input.lane, on: input.patrolledOn }),
        say(laneProblems, {
          lane: input.lane,
          sourceId: subject.id,
          items: input.problems.map((p) => p.what),
          photos: [...input.photos],
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
  discard: action({
    zh: '作废',
    from: 'done',
    to: 'void',
    by: 'appearance.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
const problemForm = {
  lane: ref('路(街巷)', 'appearance.lane'),
  what: text('问题', { maxLength: 200 }),
  photos: photos(0, '问题照片').optional(),
} as const
const hoursLater = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)
export const laneProblem = procedure('appearance.lane-problem', {
  zh: '街巷问题',
  menu: '街巷长',
  title: 'what',
  numbering: { prefix: 'XP', per: 'day', digits: 4 },
  leadingClock: 'chief',
  mirror: { chief: { dueAt: 'chiefDueAt', stoppedAt: 'solvedAt' } },
  help: '路段上的问题先交路(街巷)长,短信通知;时限内未解决的转案件。',
  fields: {
    ...problemForm,
    what: problemForm.what.searchable(),
    chief: text('路(街巷)长', { maxLength: 40 }).optional(),
    result: text('处置', { maxLength: 300 }).optional(),
    afterPhotos: photos(0, '处置后照片').optional(),
    chiefDueAt: instant('期限').optional(),
    solvedAt: instant('处置时间').optional(),
    isLate: flag('逾期').optional(),
  },
  clocks: { chief: { zh: '街巷长处置', limit: { value: 24, unit: 'urgent_hour' }, basis: '路(街巷)长制实施办法(示例)' } },
  statuses: {
    given: { zh: '街巷长处置中', duty: 'appearance.town', taskZh: '街巷问题待处置' },
    solved: { zh: '已解决', kind: 'final' },
    sent: { zh: '转案件', kind: 'final' },
  },
}).actions((action) => ({
  give: action({
    zh: '交街巷长',
    from: 'new',
    to: 'given',
    by: 'appearance.check',
    form: problemForm,
    look: ({ tx, input }) =>
      one<{ chief: string; phone: string; name: string }>(
        tx,
        `select chief, phone, name from appearance.lane where id = $1 and status = 'held'`,
        [input.lane],
      ),
    check: ({ found }) => notYet(!found, '没有在任的路(街巷)长'),
    effects: ({ input, found, subject, now, parameter }) => {
      const dueAt = hoursLater(now, parameter('appearance.chief-hours'))
      return {
        set: { chief: found?.chief ?? null, isLate: false },
        clocks: [{ clock: 'chief', do: 'start', dueAt }],
        timers: [{ name: 'chief', at: dueAt, action: 'timeout' }],
        messages: found?.phone
          ? [{ channel: 'sms', recipient: found.phone, body: `【街巷长】${found.name}:${input.what},编号${subject.number}` }]
          : [],
      }
    },
  }),
  solve: action({
    zh: '已解决',
    from: 'given',
    to: 'solved',
    by: 'appearance.town',
    tone: 'primary',
    form: { result: text('处置', { maxLength: 300 }), afterPhotos: photos(1, '处置后照片') },
    effects: ({ input }) => ({
      set: input,
      clocks: [{ clock: 'chief', do: 'stop' }],
      timers: [{ name: 'chief', at: null, action: 'timeout' }],
    }),
  }),
  timeout: action({
    zh: '逾期转案件',
    from: 'given',
    to: 'sent',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isLate: true },
      facts: [
        say(problemFound, {
          source: 'inspection',
          sourceType: 'appearance.lane-problem',
          sourceId: subject.id,
          description: `街巷问题:${subject.what}`,
          categoryKind: null,
          category: null,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
          photos: [...(subject.photos ?? [])],
          isUrgent: false,
          mergeKey: `appearance.lane-problem:${subject.id}`,
        }),
      ],
    }),
  }),
}))
