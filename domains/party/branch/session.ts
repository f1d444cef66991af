/** 三会一课、中心组、宣讲、参观、警示教育: one shape. Who should be there is known, who was there is a line each, who was not makes it up. */
import {
  choice,
  date,
  dayText,
  files,
  first,
  integer,
  list,
  longText,
  many,
  number,
  procedure,
  ref,
  rows,
  type Tx,
  text,
} from '#kernel'
import { branchById, lacking, leadersOf, membersOf, notOfBranch, notYet, why } from '../shared.ts'

export const sessionKinds = {
  meeting: '支部党员大会',
  committee: '支委会',
  group: '党小组会',
  lecture: '党课',
  study: '支部集中学习',
  discuss: '交流研讨',
  visit: '实地参观',
  centre: '中心组专题学习',
  outer: '上级宣讲团宣讲',
  own: '基层主题宣讲',
  warning: '警示教育',
} as const
const branchKinds: readonly string[] = ['meeting', 'committee', 'group', 'lecture', 'study', 'discuss', 'visit', 'own']
const spoken: readonly string[] = ['lecture', 'outer', 'own']
const form = {
  kind: choice('类型', sessionKinds),
  topic: text('主题', { maxLength: 120 }),
  planOn: date('日期'),
  place: text('地点', { maxLength: 80 }),
  lecturer: text('主讲人', { maxLength: 40 }).optional().help('党课、宣讲必填'),
  material: text('警示案例', { maxLength: 200 }).optional().help('警示教育必填'),
  programme: ref('所属活动', 'party.programme').optional(),
  item: text('活动任务编号', { maxLength: 12 }).optional(),
} as const
const attendLine = {
  member: text('党员', { maxLength: 60 }),
  state: choice('到会', { there: '到会', leave: '请假', absent: '缺席' }),
} as const
const makeLine = {
  member: text('党员', { maxLength: 60 }),
  on: date('补课日期'),
  how: text('方式', { maxLength: 80 }),
} as const
const reflectLine = { member: text('党员', { maxLength: 60 }), said: text('心得体会', { maxLength: 500 }) } as const
const committeeSql = `select p.name || '(' || m.code || ')' as label from party.member m join kernel.person p on p.district = m.district and p.id = m.person where m.branch = $1 and m.retired_at is null and m.duty = any(array['secretary', 'committee']) order by m.code`
const expectedOf = async (tx: Tx, kind: string, branch: string): Promise<readonly string[]> => {
  if (kind !== 'committee') return (await membersOf(tx, [branch])).map((m) => m.label)
  return (await many<{ label: string }>(tx, committeeSql, [branch])).map((m) => m.label)
}
interface Planned {
  readonly kind: string
  readonly lecturer?: string | null | undefined
  readonly material?: string | null | undefined
  readonly programme?: string | null | undefined
  readonly item?: string | null | undefined
}
const wrongPlan = (input: Planned, expected: readonly string[]) =>
  first(
    why(spoken.includes(input.kind) && !input.lecturer, '请填写主讲人'),
    why(input.kind === 'warning' && !input.material, '请填写警示案例'),
    why(Boolean(input.item) && !input.programme, '填写任务编号须选所属活动'),
    notYet(expected.length === 0, '没有应到人员,请先登记党员或党组成员'),
  )
const isAway = (a: { readonly state: string }): boolean => a.state !== 'there'
const nextAfter = (kind: string, absent: number): 'makeup' | 'reflect' | 'done' => {
  if (absent > 0 && kind !== 'visit') return 'makeup'
  return kind === 'warning' ? 'reflect' : 'done'
}
export const session = procedure('party.session', {
  zh: '组织生活与学习',
  menu: '党建',
  title: 'topic',
  isCommon: true,
  numbering: { prefix: 'XX', per: 'year', digits: 4 },
  help: '应到名单取自支部或党组;逐人点名,缺席的补课后才算完成;党员大会到会须过半数;警示教育人人交心得。',
  fields: {
    ...form,
    topic: form.topic.searchable(),
    branch: ref('支部', 'party.branch').optional(),
    expected: list('应到'),
    absentees: list('待补课'),
    attendance: rows('到会', attendLine),
    makeUps: rows('补课', makeLine),
    reflections: rows('心得体会', reflectLine),
    shouldBe: integer('应到', { unit: '人' }),
    present: integer('实到', { unit: '人' }).optional(),
    hours: number('学时', { unit: '小时' }).optional(),
    content: longText('内容与记录', { maxLength: 4000 }).optional(),
    heldOn: date('实际日期').optional(),
  },
  statuses: {
    planned: { zh: '待召开', duty: 'party.branch', taskZh: '组织生活待召开' },
    makeup: { zh: '缺席补课中', duty: 'party.branch', taskZh: '缺席党员待补课' },
    reflect: { zh: '待交心得', duty: 'party.branch', taskZh: '警示教育心得待收' },
    done: { zh: '已完成', kind: 'final' },
    cancelled: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '支部安排',
    from: 'new',
    to: 'planned',
    by: 'party.branch',
    form: { ...form, branch: ref('支部', 'party.branch') },
    look: async ({ tx, input }) => ({
      branch: await branchById(tx, input.branch),
      expected: await expectedOf(tx, input.kind, input.branch),
    }),
    check: ({ input, found, actor }) =>
      first(
        why(!branchKinds.includes(input.kind), `${sessionKinds[input.kind]}由机关党委安排`),
        notOfBranch(found.branch, actor),
        wrongPlan(input, found.expected),
      ),
    effects: ({ found }) => ({ set: blank(found.expected) }),
  }),
  arrange: action({
    zh: '机关党委安排',
    from: 'new',
    to: 'planned',
    by: 'party.manage',
    form: { ...form, audience: rows('参加支部', { branch: ref('支部', 'party.branch') }).optional() },
    look: async ({ tx, input }) => {
      if (input.kind === 'centre' || input.kind === 'discuss') return (await leadersOf(tx)).map((l) => l.label)
      return (
        await membersOf(
          tx,
          (input.audience ?? []).map((a) => a.branch),
        )
      ).map((m) => m.label)
    },
    check: ({ input, found }) =>
      first(
        why(['meeting', 'committee', 'group'].includes(input.kind), `${sessionKinds[input.kind]}由支部安排`),
        wrongPlan(input, found),
      ),
    effects: ({ input, found }) => {
      const audience = input.audience ?? []
      return { set: { ...blank(found), branch: audience.length === 1 ? (audience[0]?.branch ?? null) : null } }
    },
  }),
  hold: action({
    zh: '点名并登记',
    from: 'planned',
    to: ({ input, subject }) => nextAfter(subject.kind, input.attendance.filter(isAway).length),
    by: 'party.branch',
    tone: 'primary',
    form: {
      attendance: rows('到会', attendLine, { eachOf: 'expected' }),
      hours: number('学时', { unit: '小时', min: 0.5, max: 16 }),
      content: longText('内容与记录', { maxLength: 4000 }),
      proof: files(1, '签到、照片'),
    },
    guard: ({ subject, now }) => notYet(dayText(now) < subject.planOn, `定于${subject.planOn}`),
    check: ({ input, subject }) => {
      const names = input.attendance.map((a) => a.member)
      const left = lacking(subject.expected, names)
      const there = input.attendance.length - input.attendance.filter(isAway).length
      return first(
        why(left !== '', `没有点到:${left}`),
        why(lacking(names, subject.expected) !== '' || new Set(names).size !== names.length, '点名有重复或不在应到名单'),
        notYet(
          subject.kind === 'meeting' && there * 2 <= subject.shouldBe,
          `到会${there}人,未过应到${subject.shouldBe}人的半数,不能开会`,
        ),
        notYet(there === 0, '没有人到会'),
      )
    },
    effects: ({ input, now }) => ({
      set: {
        attendance: input.attendance,
        hours: input.hours,
        content: input.content,
        heldOn: dayText(now),
        present: input.attendance.filter((a) => !isAway(a)).length,
        absentees: input.attendance.filter(isAway).map((a) => a.member),
      },
    }),
  }),
  makeUp: action({
    zh: '登记补课',
    from: 'makeup',
    to: ({ input, subject }) =>
      lacking(
        subject.absentees,
        input.makeUps.map((m) => m.member),
      ) === ''
        ? nextAfter(subject.kind, 0)
        : 'makeup',
    by: 'party.branch',
    tone: 'primary',
    form: { makeUps: rows('补课', makeLine, { eachOf: 'absentees' }) },
    check: ({ input, subject, now }) =>
      first(
        why(input.makeUps.length === 0, '请逐人登记'),
        why(
          input.makeUps.some((m) => !subject.absentees.includes(m.member)),
          '不在待补课名单',
        ),
        why(
          input.makeUps.some((m) => m.on > dayText(now) || m.on < (subject.heldOn ?? '')),
          '补课日期应在会后、不晚于今天',
        ),
      ),
    effects: ({ input, subject }) => ({
      set: {
        makeUps: [...subject.makeUps, ...input.makeUps],
        absentees: subject.absentees.filter((a) => !input.makeUps.some((m) => m.member === a)),
      },
    }),
  }),
  reflect: action({
    zh: '收心得体会',
    from: 'reflect',
    to: 'done',
    by: 'party.branch',
    tone: 'primary',
    form: { reflections: rows('心得体会', reflectLine, { eachOf: 'expected' }) },
    check: ({ input, subject }) => {
      const left = lacking(
        subject.expected,
        input.reflections.map((r) => r.member),
      )
      return notYet(left !== '', `还没有交心得:${left}`)
    },
    effects: ({ input }) => ({ set: input }),
  }),
  cancel: action({
    zh: '取消',
    from: 'planned',
    to: 'cancelled',
    by: 'party.branch',
    tone: 'danger',
    form: { content: longText('原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
const blank = (expected: readonly string[]) => ({
  expected,
  absentees: [],
  attendance: [],
  makeUps: [],
  reflections: [],
  shouldBe: expected.length,
})
