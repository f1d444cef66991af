/** 律师驻队, 普法培训, 快速行动队出动. */
import {
  choice,
  date,
  dayOf,
  dayText,
  flag,
  instant,
  integer,
  longText,
  number,
  person,
  procedure,
  raw,
  ref,
  refuse,
  text,
} from '#kernel'
import { first, sayDeed, tellLate } from '../penalty/shared.ts'

export const lawyerWorkKinds = {
  duty: '值班',
  consult: '个案咨询',
  review: '文书审查',
  training: '授课',
  mediate: '调解',
} as const
const workForm = {
  lawyer: ref('律师', 'enforcement.lawyer'),
  squad: ref('基层中队', 'enforcement.squad'),
  kind: choice('工作', lawyerWorkKinds),
  workedOn: date('日期'),
  hours: number('时长', { unit: '小时', min: 0.5, max: 12 }),
  penalty: ref('案件', 'enforcement.penalty').optional(),
  content: longText('内容与意见', { maxLength: 2000 }).searchable(),
} as const
/** A member of the squad, or somebody of the unit it belongs to: nobody else knows whether the lawyer came. */
const isOfSquad = async (tx: Parameters<typeof raw>[0], squad: string, person: string | null): Promise<boolean> => {
  const { rows } = await raw(
    tx,
    `select 1 from enforcement.squad s where s.id = $1 and (s.unit = (select unit_id from kernel.person where id = $2)
       or exists (select 1 from enforcement.squad_member m where m.squad = s.id and m.person = $2 and m.retired_at is null))`,
    [squad, person],
  )
  return rows.length > 0
}
export const lawyerWork = procedure('enforcement.lawyer-work', {
  zh: '律师驻队工作',
  menu: '执法监督',
  numbering: { prefix: 'LS', per: 'year', digits: 5 },
  title: 'content',
  fields: workForm,
  statuses: {
    logged: { zh: '待中队确认', duty: 'enforcement.handle', taskZh: '待确认律师工作' },
    confirmed: { zh: '已确认', kind: 'final' },
    refused: { zh: '不属实', kind: 'final' },
  },
}).actions((action) => ({
  log: action({
    zh: '登记',
    from: 'new',
    to: 'logged',
    by: 'enforcement.teach',
    form: workForm,
    look: async (ctx) => {
      const { rows } = await raw<{ n: number; duty: number }>(
        ctx.tx,
        `select count(*)::int as n, (count(*) filter (where lower(to_char($3::date, 'dy')) = any(weekdays)))::int as duty
         from enforcement.lawyer_post where lawyer = $1 and squad = $2 and retired_at is null and valid_from <= $3::date and valid_to >= $3::date`,
        [ctx.input.lawyer, ctx.input.squad, ctx.input.workedOn],
      )
      return { posted: rows[0]?.n ?? 0, duty: rows[0]?.duty ?? 0, day: dayOf(ctx.kernel, ctx.subject.district, ctx.now) }
    },
    check: ({ found, input }) =>
      first(
        found.posted > 0 ? undefined : refuse('enforcement.field', { why: '该律师当日不在此中队驻队安排内' }),
        input.workedOn > found.day ? refuse('enforcement.field', { why: '日期不能晚于今天' }) : undefined,
        input.kind === 'duty' && found.posted > 0 && found.duty === 0
          ? refuse('enforcement.field', { why: `${input.workedOn}不是该律师在此中队的值班日` })
          : undefined,
        (input.kind === 'consult' || input.kind === 'review') && !input.penalty
          ? refuse('enforcement.field', { why: '个案咨询、文书审查须选择案件' })
          : undefined,
      ),
  }),
  confirm: action({
    zh: '中队确认',
    from: 'logged',
    to: 'confirmed',
    by: 'enforcement.handle',
    tone: 'primary',
    look: (ctx) => isOfSquad(ctx.tx, ctx.subject.squad, ctx.actor.id),
    check: ({ found }) => (found ? undefined : refuse('enforcement.side', { side: '该中队' })),
    effects: ({ subject, actor }) => ({
      facts: [
        sayDeed(
          'enforcement.lawyer-work',
          { ...subject, topic: 'other', campaign: null },
          actor,
          `律师${lawyerWorkKinds[subject.kind]}`,
          'service',
        ),
      ],
    }),
  }),
  refuse: action({
    zh: '不属实',
    from: 'logged',
    to: 'refused',
    by: 'enforcement.handle',
    tone: 'danger',
    form: { reason: text('说明', { maxLength: 300 }) },
    look: (ctx) => isOfSquad(ctx.tx, ctx.subject.squad, ctx.actor.id),
    check: ({ found }) => (found ? undefined : refuse('enforcement.side', { side: '该中队' })),
  }),
}))

const countUntested = async (tx: Parameters<typeof raw>[0], id: string) => {
  const { rows } = await raw<{ all: number; open: number }>(
    tx,
    `select count(*)::int as "all", (count(*) filter (where closed_at is null))::int as open from enforcement.attendance where parent_id = $1`,
    [id],
  )
  return rows[0] ?? { all: 0, open: 0 }
}
const trainingForm = {
  name: text('培训', { maxLength: 120 }).searchable(),
  kind: choice('种类', { law: '普法', joint: '与司法行政部门联合培训', entry: '上岗培训', refresher: '轮训' }),
  partner: text('联合单位', { maxLength: 80 }),
  teacher: text('授课人', { maxLength: 80 }),
  heldOn: date('日期'),
  hours: number('学时', { min: 0.5 }),
} as const
export const training = procedure('enforcement.training', {
  zh: '普法与执法培训',
  menu: '执法监督',
  numbering: { prefix: 'PX', per: 'year', digits: 3 },
  title: 'name',
  fields: { ...trainingForm, attended: integer('签到人数', { min: 0 }) },
  statuses: {
    planned: { zh: '已安排', duty: 'enforcement.teach', taskZh: '待开班' },
    held: { zh: '已举办', duty: 'enforcement.teach', taskZh: '待考试' },
    closed: { zh: '已结班', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '安排',
    from: 'new',
    to: 'planned',
    by: 'enforcement.teach',
    form: trainingForm,
    effects: () => ({ set: { attended: 0 } }),
  }),
  hold: action({
    zh: '开班',
    from: 'planned',
    to: 'held',
    by: 'enforcement.teach',
    tone: 'primary',
    guard: ({ subject, now }) =>
      dayText(now) < subject.heldOn ? refuse('enforcement.follow-up', { why: `${subject.heldOn}才开班` }) : undefined,
  }),
  signIn: action({
    zh: '签到',
    from: 'held',
    to: 'same',
    by: 'enforcement.teach',
    tone: 'primary',
    help: '执法人员或驻队律师,一次一人。',
    form: { person: person('执法人员').optional(), lawyer: ref('律师', 'enforcement.lawyer').optional() },
    look: async (ctx) => {
      const { rows } = await raw<{ known: number; name: string | null }>(
        ctx.tx,
        `select (select count(*)::int from enforcement.attendance where parent_id = $1 and (person = $2::uuid or lawyer = $3::uuid)) as known,
           coalesce((select name from kernel.person where id = $2::uuid), (select name from enforcement.lawyer where id = $3::uuid)) as name`,
        [ctx.subject.id, ctx.input.person ?? null, ctx.input.lawyer ?? null],
      )
      return rows[0] ?? { known: 0, name: null }
    },
    check: ({ found, input }) =>
      first(
        Boolean(input.person) === Boolean(input.lawyer)
          ? refuse('enforcement.field', { why: '请选一名执法人员或一名律师' })
          : undefined,
        found.known > 0 ? refuse('enforcement.field', { why: '已经签到' }) : undefined,
      ),
    effects: ({ input, subject, found }) => ({
      set: { attended: subject.attended + 1 },
      spawn: [
        {
          procedure: 'enforcement.attendance',
          input: { person: input.person, lawyer: input.lawyer, name: found.name ?? '', training: subject.id },
        },
      ],
    }),
  }),
  close: action({
    zh: '结班',
    from: 'held',
    to: 'closed',
    by: 'enforcement.teach',
    look: (ctx) => countUntested(ctx.tx, ctx.subject.id),
    check: ({ found }) =>
      first(
        found.all === 0 ? refuse('enforcement.follow-up', { why: '没有人签到' }) : undefined,
        found.open > 0 ? refuse('enforcement.open-items', { count: found.open, what: '学员考试' }) : undefined,
      ),
  }),
}))
export const attendance = procedure('enforcement.attendance', {
  zh: '培训签到与考试',
  menu: '执法监督',
  numbering: { prefix: 'QD', per: 'year', digits: 5 },
  title: 'name',
  fields: {
    training: ref('培训', 'enforcement.training'),
    name: text('学员', { maxLength: 40 }).optional().searchable(),
    person: person('执法人员').optional(),
    lawyer: ref('律师', 'enforcement.lawyer').optional(),
    score: number('成绩', { min: 0, max: 100 }).optional(),
    attempts: integer('考试次数', { min: 0 }),
  },
  statuses: {
    signed: { zh: '待考试', duty: 'enforcement.teach', taskZh: '待考试学员' },
    passed: { zh: '合格', kind: 'final' },
    absent: { zh: '缺考', kind: 'final' },
  },
}).actions((action) => ({
  sign: action({
    zh: '签到',
    from: 'new',
    to: 'signed',
    by: 'system',
    form: {
      training: ref('培训', 'enforcement.training'),
      name: text('学员', { maxLength: 40 }),
      person: person('执法人员').optional(),
      lawyer: ref('律师', 'enforcement.lawyer').optional(),
    },
    effects: () => ({ set: { attempts: 0 } }),
  }),
  test: action({
    zh: '登记成绩',
    from: 'signed',
    to: ({ input, parameter }) => (input.score >= parameter('enforcement.pass-score') ? 'passed' : 'signed'),
    by: 'enforcement.teach',
    tone: 'primary',
    help: '不合格的补考,合格或缺考方可结班。',
    form: { score: number('成绩', { min: 0, max: 100 }) },
    effects: ({ input, subject }) => ({ set: { score: input.score, attempts: subject.attempts + 1 } }),
  }),
  miss: action({
    zh: '缺考',
    from: 'signed',
    to: 'absent',
    by: 'enforcement.teach',
    form: { reason: text('情况', { maxLength: 200 }) },
  }),
}))

interface Covering {
  readonly id: string
  readonly name: string
}
/** The quick squad that covers a cell, or the one that was asked for if it covers it. */
const findCovering = async (tx: Parameters<typeof raw>[0], area: string | null): Promise<readonly Covering[]> => {
  const { rows } = await raw<Covering>(
    tx,
    `select distinct s.id, s.name from enforcement.squad s join enforcement.squad_place c on c.squad = s.id and c.retired_at is null
     where s.kind = 'quick' and s.retired_at is null and c.kind = 'cell' and $1 = c.place order by s.name`,
    [area],
  )
  return rows
}
export const squadCall = procedure('enforcement.squad-call', {
  zh: '快速行动队出动',
  menu: '执法办案',
  numbering: { prefix: 'CD', per: 'year', digits: 5 },
  title: 'matter',
  leadingClock: 'arrive',
  mirror: { arrive: { dueAt: 'arriveDueAt', stoppedAt: 'arrivedAt' } },
  fields: {
    matter: longText('事项', { maxLength: 1000 }).searchable(),
    address: text('地点', { maxLength: 200 }),
    squad: ref('快速行动队', 'enforcement.squad').optional(),
    minutes: integer('到场分钟', { min: 0 }).optional(),
    result: longText('结果', { maxLength: 1000 }).optional(),
    isSolved: flag('当场解决').optional(),
    arriveDueAt: instant('到场期限').optional(),
    arrivedAt: instant('到场时间').optional(),
  },
  clocks: { arrive: { zh: '到场', basis: '“小微”执法机制(示例)' } },
  statuses: {
    called: { zh: '已调派', duty: 'enforcement.handle', taskZh: '待到场' },
    arrived: { zh: '已到场', duty: 'enforcement.handle', taskZh: '处置中' },
    done: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  call: action({
    zh: '调派',
    from: 'new',
    to: 'called',
    by: 'enforcement.handle',
    form: {
      matter: longText('事项', { maxLength: 1000 }),
      address: text('地点', { maxLength: 200 }),
      squad: ref('快速行动队', 'enforcement.squad').optional(),
    },
    help: '不选队伍时,调派覆盖该网格的快速行动队。',
    look: (ctx) => findCovering(ctx.tx, ctx.subject.areaCode),
    check: ({ found, input }) =>
      first(
        found.length === 0 ? refuse('enforcement.field', { why: '没有快速行动队覆盖此处网格' }) : undefined,
        input.squad && !found.some((s) => s.id === input.squad)
          ? refuse('enforcement.field', { why: `此处由${found.map((s) => s.name).join('、')}覆盖` })
          : undefined,
      ),
    effects: ({ found, input, parameter }) => ({
      set: { squad: input.squad ?? found[0]?.id ?? null },
      clocks: [
        { clock: 'arrive', do: 'start', limit: { value: parameter('enforcement.squad-minutes') / 60, unit: 'urgent_hour' } },
      ],
    }),
  }),
  arrive: action({
    zh: '到场',
    from: 'called',
    to: 'arrived',
    by: 'enforcement.handle',
    tone: 'primary',
    effects: ({ now, subject }) => ({
      set: { minutes: Math.round((now.getTime() - subject.createdAt.getTime()) / 60_000) },
      clocks: [{ clock: 'arrive', do: 'stop' }],
    }),
  }),
  lapse: action({
    zh: '逾时未到场',
    from: 'called',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: tellLate(subject, past, `快速行动 ${subject.number} 已过到场期限:${subject.address}`),
    }),
  }),
  finish: action({
    zh: '登记结果',
    from: 'arrived',
    to: 'done',
    by: 'enforcement.handle',
    tone: 'primary',
    form: { result: longText('结果', { maxLength: 1000 }), isSolved: flag('当场解决') },
    effects: ({ input, subject, actor }) => ({
      set: { result: input.result, isSolved: input.isSolved },
      facts: [sayDeed('enforcement.squad-call', { ...subject, topic: 'other', campaign: null }, actor, '快速行动', 'manage')],
    }),
  }),
}))
