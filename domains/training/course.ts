/** 课程: ONE course for officers, the employee school, the auxiliary month, lectures and the leaders' study of law — attendance by person, test, make-up, certificate, effect, feedback. What each person attended is his file. */
import {
  choice,
  date,
  dayText,
  files,
  first,
  integer,
  list,
  longText,
  number,
  one,
  person,
  photos,
  procedure,
  ref,
  repeated,
  round,
  rows,
  text,
  unit,
} from '#kernel'
import { holders, notYet, peopleOf, why } from './shared.ts'
import { skills } from './survey.ts'

export const courseKinds = {
  officer: '执法全员培训',
  school: '职工学校',
  auxiliary: '辅助人员提升月',
  lecture: '业务宣贯讲座',
  law: '领导集体学法',
} as const
const form = {
  kind: choice('类别', courseKinds),
  name: text('课程', { maxLength: 120 }),
  skill: choice('对应技能', skills),
  teacher: text('教师', { maxLength: 40 }),
  way: choice('形式', { class: '课堂', practice: '现场实践', online: '线上' }),
  heldOn: date('日期'),
  hours: number('学时', { unit: '小时', min: 0.5, max: 40 }),
  passMark: integer('合格线(0为不考试)', { unit: '分', min: 0, max: 100 }),
  month: ref('提升月(辅助人员课程须填)', 'training.month').optional(),
  materials: files(0, '学习资料').optional(),
} as const
const pupil = { person: person('学员') } as const
const org = { org: text('部门、协会或管理对象', { maxLength: 80 }), people: integer('人数', { unit: '人', min: 1 }) } as const
const resultLine = {
  person: person('学员'),
  state: choice('到课', { there: '到课', absent: '缺席' }),
  score: integer('得分', { unit: '分', min: 0, max: 100 }).optional(),
} as const
const opinion = {
  org: text('单位', { maxLength: 80 }),
  score: integer('评分', { unit: '分', min: 1, max: 5 }),
  said: text('意见', { maxLength: 200 }).optional(),
} as const
type Line = { readonly person: string; readonly state: 'there' | 'absent'; readonly score?: number | null | undefined }
const isPassed = (l: Line, mark: number): boolean => l.state === 'there' && (mark === 0 || (l.score ?? 0) >= mark)
const verbOf = { law: 'training.govern', officer: 'training.serve', school: '', auxiliary: '', lecture: '' } as const
const afterHeld = (kind: string, waiting: number): 'makeup' | 'following' | 'done' =>
  waiting > 0 ? 'makeup' : kind === 'school' || kind === 'lecture' ? 'following' : 'done'
interface Course {
  readonly id: string
  readonly number: string
  readonly kind: keyof typeof courseKinds
  readonly name: string
  readonly hours: number
  readonly passMark: number
  readonly month: string | null
  readonly heldOn: string
  readonly rounds: number
}
/** The lines of the file: one for each person and round. */
const toFile = (
  c: Course,
  lines: readonly Line[],
  names: ReadonlyMap<string, { name: string; unit: string | null }>,
  on: string,
) =>
  lines.map((l, i) => ({
    procedure: 'training.attend',
    input: {
      course: c.id,
      kind: c.kind,
      courseName: c.name,
      person: l.person,
      name: names.get(l.person)?.name ?? '',
      unit: names.get(l.person)?.unit ?? null,
      month: c.month,
      round: c.rounds + 1,
      attendedOn: on,
      state: l.state,
      hours: l.state === 'there' ? c.hours : 0,
      score: l.score ?? null,
      isPassed: isPassed(l, c.passMark) ? 'yes' : 'no',
      certificate:
        c.kind === 'school' && isPassed(l, c.passMark) ? `${c.number}-${c.rounds + 1}${String(i + 1).padStart(2, '0')}` : null,
    },
  }))
const registered = (input: { readonly results: readonly Line[] }, expected: readonly string[], mark: number) =>
  first(
    why(Boolean(repeated(input.results.map((r) => r.person))), '学员重复'),
    why(
      expected.some((p) => !input.results.some((r) => r.person === p)) || input.results.some((r) => !expected.includes(r.person)),
      '每名应到学员须登记一次',
    ),
    why(mark > 0 && input.results.some((r) => r.state === 'there' && r.score == null), '有考试的,到课学员须登记得分'),
  )
const held = (
  subject: Course & { readonly waiting: readonly string[] },
  lines: readonly Line[],
  found: readonly { id: string; name: string; unit: string | null }[],
  on: string,
) => ({
  waiting: lines.filter((l) => !isPassed(l, subject.passMark)).map((l) => l.person),
  spawn: toFile(subject, lines, new Map(found.map((f) => [f.id, f])), on),
})
export const course = procedure('training.course', {
  zh: '培训课程',
  menu: '教育培训',
  title: 'name',
  numbering: { prefix: 'KC', per: 'year', digits: 4 },
  help: '学时按到课计;缺席、不合格的补课补考;职工学校发证并评估效果;讲座收齐各单位反馈;领导学法须附资料、学员为领导班子。',
  fields: {
    ...form,
    name: form.name.searchable(),
    pupils: rows('学员', pupil),
    orgs: rows('听讲单位', org),
    planned: integer('应到', { unit: '人' }),
    attended: integer('到课', { unit: '人' }),
    passed: integer('合格', { unit: '人' }),
    waiting: list('待补'),
    rounds: integer('授课', { unit: '次' }),
    effect: choice('效果', { good: '明显', some: '一般', none: '不明显' }).optional(),
    effectNote: longText('效果(培训前后对比)', { maxLength: 500 }).optional(),
    feedback: rows('反馈', opinion),
    score: number('反馈均分', { unit: '分' }).optional(),
  },
  statuses: {
    planned: { zh: '待开课', duty: 'training.manage', taskZh: '培训课程待登记到课' },
    makeup: { zh: '待补课', duty: 'training.manage', taskZh: '培训待补课补考' },
    following: { zh: '待评估', duty: 'training.manage', taskZh: '培训效果待评估' },
    done: { zh: '已归档', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '排课',
    from: 'new',
    to: 'planned',
    by: 'training.manage',
    form: { ...form, pupils: rows('学员(讲座不填)', pupil).optional(), orgs: rows('听讲单位(讲座须填)', org).optional() },
    look: async ({ tx, input, now }) => ({
      people: await peopleOf(
        tx,
        (input.pupils ?? []).map((p) => p.person),
      ),
      allowed: verbOf[input.kind] ? (await holders(tx, verbOf[input.kind], dayText(now))).map((p) => p.id) : undefined,
      month: input.month
        ? await one(tx, `select 1 as n from training.month where id = $1 and status = 'open'`, [input.month])
        : undefined,
    }),
    check: ({ input, found, now }) => {
      const pupils = input.pupils ?? []
      return first(
        why(input.heldOn < dayText(now), '日期不能早于今天'),
        why(input.kind === 'lecture' && (input.orgs ?? []).length === 0, '讲座请列出听讲单位'),
        why(Boolean(repeated((input.orgs ?? []).map((x) => x.org))), '听讲单位重复'),
        why(input.kind !== 'lecture' && pupils.length === 0, '请列出学员'),
        why(Boolean(repeated(pupils.map((p) => p.person))) || found.people.length !== pupils.length, '学员重复或不存在'),
        why(
          found.allowed !== undefined && pupils.some((p) => !found.allowed?.includes(p.person)),
          input.kind === 'law' ? '领导学法的学员应为领导班子' : '全员培训的学员应为执法队员',
        ),
        why(input.kind === 'law' && (input.materials ?? []).length === 0, '领导学法请附学习资料'),
        why(input.kind === 'auxiliary' && !found.month, '请选进行中的提升月'),
      )
    },
    effects: ({ input }) => ({
      set: {
        pupils: input.pupils ?? [],
        orgs: input.orgs ?? [],
        planned: input.kind === 'lecture' ? (input.orgs ?? []).reduce((n, x) => n + x.people, 0) : (input.pupils ?? []).length,
        attended: 0,
        passed: 0,
        waiting: [],
        rounds: 0,
        feedback: [],
      },
      notify: (input.pupils ?? []).map((p) => ({ personId: p.person, zh: `${input.heldOn}培训:${input.name}`.slice(0, 120) })),
    }),
  }),
  hold: action({
    zh: '登记到课',
    from: 'planned',
    look: ({ tx, input }) =>
      peopleOf(
        tx,
        (input.results ?? []).map((r) => r.person),
      ),
    to: ({ input, subject }) =>
      afterHeld(subject.kind, (input.results ?? []).filter((r) => !isPassed(r, subject.passMark)).length),
    by: 'training.manage',
    tone: 'primary',
    form: {
      results: rows('学员到课(讲座不填)', resultLine, { eachOf: 'pupils' }).optional(),
      came: integer('到场人数(讲座)', { unit: '人', min: 0 }).optional(),
      photos: photos(1, '签到与现场'),
    },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.heldOn, `课程定于${subject.heldOn}`),
    check: ({ input, subject }) =>
      subject.kind === 'lecture'
        ? first(
            why(input.came === undefined || input.came === null, '请填到场人数'),
            why((input.came ?? 0) > subject.planned, `到场不超过应到${subject.planned}人`),
          )
        : registered(
            { results: input.results ?? [] },
            subject.pupils.map((p) => p.person),
            subject.passMark,
          ),
    effects: ({ input, subject, found, now }) => {
      if (subject.kind === 'lecture') return { set: { attended: input.came ?? 0, rounds: 1 } }
      const lines = input.results ?? []
      const { waiting, spawn } = held(subject, lines, found, dayText(now))
      return {
        set: {
          waiting,
          attended: lines.filter((l) => l.state === 'there').length,
          passed: lines.length - waiting.length,
          rounds: 1,
        },
        spawn,
      }
    },
  }),
  makeUp: action({
    zh: '登记补课补考',
    from: 'makeup',
    look: ({ tx, input }) =>
      peopleOf(
        tx,
        input.results.map((r) => r.person),
      ),
    to: ({ input, subject }) => afterHeld(subject.kind, input.results.filter((r) => !isPassed(r, subject.passMark)).length),
    by: 'training.manage',
    form: { results: rows('待补学员', resultLine), photos: photos(1, '签到与现场') },
    check: ({ input, subject }) => registered(input, subject.waiting, subject.passMark),
    effects: ({ input, subject, found, now }) => {
      const { waiting, spawn } = held(subject, input.results, found, dayText(now))
      return { set: { waiting, passed: subject.planned - waiting.length, rounds: subject.rounds + 1 }, spawn }
    },
  }),
  rate: action({
    zh: '评估效果(职工学校)',
    from: 'following',
    to: 'done',
    by: 'training.manage',
    form: {
      effect: choice('效果', { good: '明显', some: '一般', none: '不明显' }),
      effectNote: longText('培训前后对比(写出数字)', { maxLength: 500 }),
    },
    guard: ({ subject }) => notYet(subject.kind !== 'school', '职工学校课程才评估效果'),
    check: ({ input, subject, now, parameter }) =>
      first(
        why(
          (Date.parse(dayText(now)) - Date.parse(subject.heldOn)) / 86_400_000 < parameter('training.effect-days'),
          `开课${parameter('training.effect-days')}日后才能评估效果`,
        ),
        why(!/\d/.test(input.effectNote), '请写出培训前后的数字'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  listen: action({
    zh: '登记反馈(讲座)',
    from: 'following',
    to: ({ input, subject }) =>
      subject.orgs.every((x) => x.org === input.org || subject.feedback.some((f) => f.org === x.org)) ? 'done' : 'following',
    by: 'training.manage',
    form: opinion,
    guard: ({ subject }) => notYet(subject.kind !== 'lecture', '讲座才登记反馈'),
    check: ({ input, subject }) =>
      first(
        why(!subject.orgs.some((x) => x.org === input.org), `${input.org}不在听讲单位之列`),
        notYet(
          subject.feedback.some((f) => f.org === input.org),
          '该单位已反馈',
        ),
      ),
    effects: ({ input, subject }) => {
      const feedback = [...subject.feedback, { ...input, said: input.said ?? null }]
      return { set: { feedback, score: round(feedback.reduce((n, f) => n + f.score, 0) / feedback.length) } }
    },
  }),
}))
const attendForm = {
  course: ref('课程', 'training.course'),
  kind: choice('类别', courseKinds),
  courseName: text('课程', { maxLength: 120 }),
  person: person('学员'),
  name: text('姓名', { maxLength: 40 }),
  unit: unit('单位').optional(),
  month: ref('提升月', 'training.month').optional(),
  round: integer('第几次'),
  attendedOn: date('日期'),
  state: choice('到课', { there: '到课', absent: '缺席' }),
  hours: number('学时', { unit: '小时' }),
  score: integer('得分', { unit: '分' }).optional(),
  isPassed: choice('合格', { yes: '合格', no: '待补' }),
  certificate: text('证书号', { maxLength: 60 }).optional(),
} as const
export const attend = procedure('training.attend', {
  zh: '培训档案',
  menu: '教育培训',
  title: 'courseName',
  numbering: { prefix: 'DA', per: 'year', digits: 6 },
  uniqueTogether: [['course', 'person', 'round']],
  fields: { ...attendForm, name: attendForm.name.searchable(), certificate: attendForm.certificate.searchable() },
  statuses: { filed: { zh: '已入档', kind: 'final' } },
}).actions((action) => ({ file: action({ zh: '入档', from: 'new', to: 'filed', by: 'system', form: attendForm }) }))
