/** 导师带徒 and 人才工作室: a pair with its plan, joint tasks, a log a month and two evaluations; a studio with goals, results and a score. */
import {
  addMonths,
  choice,
  date,
  dayText,
  files,
  first,
  integer,
  longText,
  number,
  person,
  procedure,
  repeated,
  round,
  rows,
  startOf,
  text,
} from '#kernel'
import { lacking, notYet, why } from './shared.ts'

const taskLine = { what: text('共同任务', { maxLength: 100 }), doneOn: date('完成日期').optional() } as const
const logLine = {
  month: text('月份', { maxLength: 7 }),
  on: text('日期', { maxLength: 10 }),
  said: text('日志', { maxLength: 300 }),
} as const
export const pairing = procedure('staff.pairing', {
  zh: '导师带徒、跟班学习',
  menu: '队伍建设',
  title: 'topic',
  isCommon: true,
  numbering: { prefix: 'DT', per: 'year', digits: 3 },
  help: '徒弟每月一篇日志,缺的月份自动记下;共同任务完成、双方互评后才算出师。',
  fields: {
    kind: choice('类型', { mentor: '导师带徒', shadow: '跟班学习' }),
    topic: text('专业', { maxLength: 60 }).searchable(),
    mentor: person('导师'),
    apprentice: person('徒弟'),
    plan: longText('培养计划', { maxLength: 2000 }),
    fromOn: date('起'),
    toOn: date('止'),
    tasks: rows('共同任务', taskLine),
    logs: rows('月度日志', logLine),
    missing: text('缺日志的月份', { maxLength: 200 }).optional(),
    missed: integer('缺日志', { unit: '个月' }),
    byMentor: integer('导师评徒弟', { unit: '分' }).optional(),
    byApprentice: integer('徒弟评导师', { unit: '分' }).optional(),
    endedOn: date('出师日期').optional(),
  },
  statuses: {
    running: { zh: '带教中' },
    judging: { zh: '待互评', duty: 'staff.self', taskZh: '导师带徒待互评' },
    ended: { zh: '已出师', kind: 'final' },
  },
}).actions((action) => ({
  pair: action({
    zh: '结对',
    from: 'new',
    to: 'running',
    by: 'staff.manage',
    form: {
      kind: choice('类型', { mentor: '导师带徒', shadow: '跟班学习' }),
      topic: text('专业', { maxLength: 60 }),
      mentor: person('导师'),
      apprentice: person('徒弟'),
      plan: longText('培养计划', { maxLength: 2000 }),
      fromOn: date('起'),
      toOn: date('止'),
      tasks: rows('共同任务', { what: taskLine.what }),
    },
    check: ({ input }) =>
      first(
        why(input.mentor === input.apprentice, '导师与徒弟不能是同一人'),
        why(input.toOn < addMonths(input.fromOn, 3), '带教期不少于三个月'),
        why(input.tasks.length === 0, '请列出共同任务'),
        why(repeated(input.tasks.map((t) => t.what)) !== undefined, '共同任务重复'),
      ),
    effects: ({ input }) => ({
      set: { tasks: input.tasks.map((t) => ({ what: t.what, doneOn: null })), logs: [], missed: 0 },
      timers: [{ name: 'month', at: startOf(firstOfNext(input.fromOn)), action: 'count' }],
    }),
  }),
  log: action({
    zh: '写月度日志',
    from: 'running',
    to: 'same',
    by: 'staff.self',
    form: { said: logLine.said },
    guard: ({ subject, actor, now }) =>
      first(
        notYet(subject.apprentice !== actor.id, '日志由徒弟写'),
        notYet(
          subject.logs.some((l) => l.month === dayText(now).slice(0, 7)),
          '本月日志已写',
        ),
      ),
    effects: ({ input, subject, now }) => ({
      set: { logs: [...subject.logs, { month: dayText(now).slice(0, 7), on: dayText(now), said: input.said }] },
    }),
  }),
  together: action({
    zh: '登记共同任务完成',
    from: 'running',
    to: 'same',
    by: 'staff.self',
    tone: 'primary',
    form: { what: taskLine.what, proof: files(1, '成果') },
    check: ({ input, subject, actor }) => {
      const task = subject.tasks.find((t) => t.what === input.what)
      return first(
        notYet(subject.mentor !== actor.id, '由导师登记'),
        why(!task, '计划里没有这项任务'),
        notYet(Boolean(task?.doneOn), '这项已完成'),
      )
    },
    effects: ({ input, subject, now }) => ({
      set: { tasks: subject.tasks.map((t) => (t.what === input.what ? { ...t, doneOn: dayText(now) } : t)) },
    }),
  }),
  count: action({
    zh: '月末盘点',
    from: 'running',
    to: ({ subject, now }) => (dayText(now) > subject.toOn ? 'judging' : 'running'),
    by: 'system',
    effects: ({ subject, now }) => {
      const today = dayText(now)
      const month = addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7)
      const isMissing = !subject.logs.some((l) => l.month === month) && !(subject.missing ?? '').includes(month)
      return {
        set: isMissing
          ? { missed: subject.missed + 1, missing: [subject.missing, month].filter(Boolean).join('、').slice(0, 200) }
          : {},
        timers: today > subject.toOn ? [] : [{ name: 'month', at: startOf(firstOfNext(today)), action: 'count' }],
        ...(isMissing ? { notify: [{ personId: subject.apprentice, zh: `${month}月带教日志没有写` }] } : {}),
      }
    },
  }),
  judge: action({
    zh: '互评',
    from: 'judging',
    to: ({ subject, actor }) =>
      (actor.id === subject.mentor ? subject.byApprentice : subject.byMentor) === null ? 'judging' : 'ended',
    by: 'staff.self',
    tone: 'primary',
    form: { score: integer('评分', { unit: '分', min: 0, max: 100 }), said: text('评语', { maxLength: 300 }) },
    guard: ({ subject, actor }) => {
      const left = subject.tasks.filter((t) => !t.doneOn).map((t) => t.what)
      const own = actor.id === subject.mentor ? subject.byMentor : subject.byApprentice
      return first(
        notYet(actor.id !== subject.mentor && actor.id !== subject.apprentice, '由导师、徒弟互评'),
        notYet(own !== null, '您已评过'),
        notYet(left.length > 0, `共同任务没有完成:${left.join('、')}`),
      )
    },
    effects: ({ input, subject, actor, now }) => {
      const isMentor = actor.id === subject.mentor
      const isLast = (isMentor ? subject.byApprentice : subject.byMentor) !== null
      return {
        set: {
          ...(isMentor ? { byMentor: input.score } : { byApprentice: input.score }),
          ...(isLast ? { endedOn: dayText(now) } : {}),
        },
      }
    },
  }),
  finish: action({
    zh: '补登共同任务',
    from: 'judging',
    to: 'same',
    by: 'staff.manage',
    form: { what: taskLine.what, proof: files(1, '成果') },
    check: ({ input, subject }) => why(!subject.tasks.some((t) => t.what === input.what && !t.doneOn), '没有这项未完成任务'),
    effects: ({ input, subject, now }) => ({
      set: { tasks: subject.tasks.map((t) => (t.what === input.what ? { ...t, doneOn: dayText(now) } : t)) },
    }),
  }),
}))
const firstOfNext = (day: string): string => addMonths(`${day.slice(0, 7)}-01`, 1)

const goalLine = {
  code: text('编号', { maxLength: 12 }),
  what: text('目标', { maxLength: 100 }),
  target: number('目标数', { min: 0.01, max: 100_000 }),
  weight: number('权重', { unit: '分', min: 1, max: 100 }),
} as const
const outcomeLine = {
  on: text('日期', { maxLength: 10 }),
  code: text('目标编号', { maxLength: 12 }),
  amount: number('数量', { min: 0.01, max: 100_000 }),
  what: text('成果', { maxLength: 200 }),
} as const
/** Each goal earns its weight by the part reached, never more than the weight. */
export const studioScore = (
  goals: readonly { readonly code: string; readonly target: number; readonly weight: number }[],
  outcomes: readonly { readonly code: string; readonly amount: number }[],
): number =>
  round(
    goals.reduce((sum, g) => {
      const reached = outcomes.filter((r) => r.code === g.code).reduce((n, r) => n + r.amount, 0)
      return sum + g.weight * Math.min(1, reached / g.target)
    }, 0),
  )
export const studio = procedure('staff.studio', {
  zh: '人才工作室',
  menu: '队伍建设',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'RC', per: 'year', digits: 2 },
  help: '目标权重合计100分,成果逐项登记;年度考核按完成程度自动计分,不足60分的限期整改,再不足的摘牌。',
  uniqueTogether: [['name']],
  fields: {
    name: text('工作室', { maxLength: 60 }).searchable(),
    leader: person('领衔人'),
    direction: text('建设方向', { maxLength: 100 }),
    goals: rows('建设目标', goalLine),
    outcomes: rows('成果', outcomeLine),
    outcomeCount: integer('成果', { unit: '项' }),
    score: number('考核得分', { unit: '分' }).optional(),
    scoredOn: date('考核日期').optional(),
    failures: integer('不合格', { unit: '次' }),
  },
  statuses: {
    building: { zh: '建设中' },
    weak: { zh: '限期整改', duty: 'staff.manage', taskZh: '人才工作室限期整改' },
    closed: { zh: '已摘牌', kind: 'final' },
  },
}).actions((action) => ({
  found: action({
    zh: '设立',
    from: 'new',
    to: 'building',
    by: 'staff.manage',
    form: {
      name: text('工作室', { maxLength: 60 }),
      leader: person('领衔人'),
      direction: text('建设方向', { maxLength: 100 }),
      goals: rows('建设目标', goalLine),
    },
    check: ({ input }) => {
      const sum = round(input.goals.reduce((n, g) => n + g.weight, 0))
      return first(
        why(sum !== 100, `目标权重合计应为100分,现为${sum}分`),
        why(repeated(input.goals.map((g) => g.code)) !== undefined, '目标编号重复'),
      )
    },
    effects: () => ({ set: { outcomes: [], outcomeCount: 0, failures: 0 } }),
  }),
  achieve: action({
    zh: '登记成果',
    from: ['building', 'weak'],
    to: 'same',
    by: 'staff.self',
    tone: 'primary',
    form: { code: outcomeLine.code, amount: outcomeLine.amount, what: outcomeLine.what, proof: files(1, '成果材料') },
    check: ({ input, subject, actor }) =>
      first(
        notYet(subject.leader !== actor.id, '由领衔人登记'),
        why(
          lacking(
            [input.code],
            subject.goals.map((g) => g.code),
          ) !== '',
          `没有${input.code}号目标`,
        ),
      ),
    effects: ({ input: { proof: _proof, ...line }, subject, now }) => ({
      set: { outcomes: [...subject.outcomes, { on: dayText(now), ...line }], outcomeCount: subject.outcomeCount + 1 },
    }),
  }),
  score: action({
    zh: '年度考核',
    from: ['building', 'weak'],
    to: ({ subject }) => {
      if (studioScore(subject.goals, subject.outcomes) >= 60) return 'building'
      return subject.status === 'weak' ? 'closed' : 'weak'
    },
    by: 'staff.manage',
    guard: ({ subject, actor }) => notYet(subject.leader === actor.id, '领衔人不能考核自己的工作室'),
    effects: ({ subject, now }) => {
      const score = studioScore(subject.goals, subject.outcomes)
      return { set: { score, scoredOn: dayText(now), failures: subject.failures + (score < 60 ? 1 : 0) } }
    },
  }),
}))
