/** 重点项目: sub-projects with stage and due day; the percent is weighed by what the project chose — length, money or time — and says so. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  list,
  number,
  photos,
  procedure,
  repeated,
  round,
  rows,
  text,
  unit,
} from '#kernel'
import { daysBetween, ownUnit, total, unitNamed, unitOfPerson, wan, why } from '../shared.ts'

export const projectKinds = { key: '重点项目', people: '为民实事', renewal: '改造项目', bond: '专项债项目' } as const
export const weights = { length: '按长度', money: '按投资', time: '按工期', count: '按个数' } as const
export const stages = { before: '前期', bidding: '招标', building: '施工中', done: '已完工', accepted: '已验收' } as const
const sub = {
  name: text('子项目', { maxLength: 80 }),
  lengthM: number('长度', { unit: 'm', min: 0 }),
  wan: wan('投资'),
  fromOn: date('开工'),
  dueOn: date('完工期限'),
} as const
const subNow = {
  ...sub,
  stage: choice('阶段', stages),
  percent: number('形象进度', { unit: '%' }),
  doneOn: text('完工日期', { maxLength: 10 }),
} as const
type Sub = {
  readonly name: string
  readonly lengthM: number
  readonly wan: number
  readonly fromOn: string
  readonly dueOn: string
  readonly percent: number
  readonly stage: keyof typeof stages
}
export const weightOf = (s: Omit<Sub, 'percent' | 'stage'>, by: keyof typeof weights): number =>
  by === 'length' ? s.lengthM : by === 'money' ? s.wan : by === 'time' ? daysBetween(s.fromOn, s.dueOn) : 1
/** Percent of a project by its weight: Σ weight × percent ÷ Σ weight. */
export const percentBy = (subs: readonly Sub[], by: keyof typeof weights): number => {
  const whole = subs.reduce((n, s) => n + weightOf(s, by), 0)
  return whole === 0 ? 0 : round(subs.reduce((n, s) => n + weightOf(s, by) * s.percent, 0) / whole)
}
const isDone = (s: Sub): boolean => s.stage === 'done' || s.stage === 'accepted'
/** When the next of the days runs out by which a sub-project ought to be done; null where none is left. */
const nextDue = (subs: readonly Sub[], today: string): Date | null => {
  const [next] = subs.flatMap((s) => (!isDone(s) && s.dueOn >= today ? [s.dueOn] : [])).sort()
  return next ? endOf(next) : null
}
/** What a project shows of its sub-projects. */
const figures = (subs: readonly Sub[], by: keyof typeof weights, today: string) => ({
  percent: percentBy(subs, by),
  byCount: round((subs.filter(isDone).length * 100) / Math.max(1, subs.length)),
  done: subs.filter(isDone).length,
  overdue: subs.filter((s) => !isDone(s) && s.dueOn < today).map((s) => s.name),
})
const form = {
  name: text('项目', { maxLength: 100 }),
  kind: choice('类别', projectKinds),
  unit: unit('责任单位'),
  weight: choice('总体进度怎样加权', weights),
  subs: rows('子项目', sub),
} as const
export const project = procedure('affairs.project', {
  zh: '重点项目',
  menu: '项目与资金',
  title: 'name',
  listed: ['unit', 'subCount', 'done', 'percent', 'weight', 'overdue'],
  numbering: { prefix: 'XM', per: 'year', digits: 4 },
  help: '总体进度=Σ权重×子项目进度÷Σ权重,权重在立项时选定并印出;同时给出按个数的完工率,二者不混用。子项目过了完工期限的当夜点名。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    subs: rows('子项目', subNow),
    subCount: integer('子项目', { unit: '个' }),
    done: integer('完工', { unit: '个' }),
    percent: number('总体进度', { unit: '%' }),
    byCount: number('按个数完工率', { unit: '%' }),
    wan: wan('总投资'),
    overdue: list('逾期子项目'),
    startedOn: date('立项日期'),
    acceptedOn: date('验收日期').optional(),
  },
  statuses: {
    running: { zh: '实施中' },
    done: { zh: '全部完工', duty: 'affairs.manage', taskZh: '重点项目待验收' },
    accepted: { zh: '已验收', kind: 'final' },
    stopped: { zh: '已终止', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '立项',
    from: 'new',
    to: 'running',
    by: 'affairs.manage',
    form,
    look: ({ tx, input }) => unitNamed(tx, input.unit),
    check: ({ input, found }) =>
      first(
        why(!found, '没有这个单位'),
        why(input.subs.length === 0, '请列出子项目'),
        why(Boolean(repeated(input.subs.map((s) => s.name))), `子项目重复:${repeated(input.subs.map((s) => s.name)) ?? ''}`),
        why(
          input.subs.some((s) => s.dueOn <= s.fromOn),
          '完工期限应晚于开工',
        ),
        why(
          input.subs.some((s) => weightOf(s, input.weight) <= 0),
          `${weights[input.weight]}加权的,每个子项目都要填该项`,
        ),
      ),
    effects: ({ input, now }) => ({
      set: {
        unitId: input.unit,
        areaCode: null,
        subs: input.subs.map((s) => ({ ...s, stage: 'before' as const, percent: 0, doneOn: '' })),
        subCount: input.subs.length,
        done: 0,
        percent: 0,
        byCount: 0,
        wan: total(input.subs.map((s) => s.wan)),
        overdue: [],
        startedOn: dayText(now),
      },
      timers: [
        {
          name: 'day',
          at: nextDue(
            input.subs.map((s) => ({ ...s, stage: 'before', percent: 0 })),
            dayText(now),
          ),
          action: 'look',
        },
      ],
    }),
  }),
  advance: action({
    zh: '报子项目进度',
    from: 'running',
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    to: ({ input, subject }) =>
      (input.stage === 'done' || input.stage === 'accepted') &&
      subject.subs.every((s) => s.name === input.name || s.stage === 'done' || s.stage === 'accepted')
        ? 'done'
        : 'running',
    by: 'affairs.carry',
    tone: 'primary',
    form: {
      name: text('子项目', { maxLength: 80, among: 'subs.name' }),
      stage: choice('阶段', stages),
      percent: number('形象进度', { unit: '%', min: 0, max: 100 }),
      photos: photos(1, '现场照片'),
    },
    check: ({ input, subject, found }) => {
      const s = subject.subs.find((x) => x.name === input.name)
      const order = Object.keys(stages)
      const full = input.stage === 'done' || input.stage === 'accepted'
      return first(
        ownUnit({ subject, found }),
        why(!s, `没有子项目${input.name}`),
        why(s !== undefined && input.percent < s.percent, '进度不能倒退'),
        why(s !== undefined && order.indexOf(input.stage) < order.indexOf(s.stage), '阶段不能倒退'),
        why(full && input.percent !== 100, '完工的进度应为100%'),
        why(!full && input.percent === 100, '进度100%的请报完工'),
        why((input.stage === 'before' || input.stage === 'bidding') && input.percent > 0, '未开工不能有形象进度'),
      )
    },
    effects: ({ input, subject, now }) => {
      const today = dayText(now)
      const full = input.stage === 'done' || input.stage === 'accepted'
      const subs = subject.subs.map((s) =>
        s.name === input.name ? { ...s, stage: input.stage, percent: input.percent, doneOn: full ? s.doneOn || today : '' } : s,
      )
      return { set: { subs, ...figures(subs, subject.weight, today) } }
    },
  }),
  look: action({
    zh: '核对期限',
    from: 'running',
    to: 'same',
    by: 'system',
    effects: ({ subject, now }) => {
      const today = dayText(now)
      const { overdue } = figures(subject.subs, subject.weight, today)
      const fresh = overdue.filter((n) => !subject.overdue.includes(n))
      return {
        set: { overdue },
        notify: fresh.length > 0 ? [{ unitId: subject.unit, zh: `${subject.name}逾期:${fresh.join('、')}`.slice(0, 120) }] : [],
        timers: [{ name: 'day', at: nextDue(subject.subs, today), action: 'look' }],
      }
    },
  }),
  accept: action({
    zh: '验收',
    from: 'done',
    to: 'accepted',
    by: 'affairs.lead',
    tone: 'primary',
    form: { said: text('验收意见', { maxLength: 300 }) },
    effects: ({ now, subject }) => ({
      set: { acceptedOn: dayText(now), subs: subject.subs.map((s) => ({ ...s, stage: 'accepted' as const })) },
      timers: [{ name: 'day', at: null, action: 'look' }],
    }),
  }),
  stop: action({
    zh: '终止',
    from: 'running',
    to: 'stopped',
    by: 'affairs.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({ timers: [{ name: 'day', at: null, action: 'look' }] }),
  }),
}))
