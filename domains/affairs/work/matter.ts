/** 督办事项: ONE task of a unit by a day — supervision, the year's key works and their supporting ones, what a meeting or a weekly check hands out. Monthly lights, report, effect rating. */
import {
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  first,
  integer,
  longText,
  many,
  number,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { matterClosed } from '../facts.ts'
import { daysBetween, notYet, ownUnit, unitNamed, unitOfPerson, why, yearOf } from '../shared.ts'

export const matterKinds = {
  supervise: '督查督办',
  committee: '城管委重点工作',
  bureau: '局配套工作',
  charge: '包保问题',
  onsite: '现场会任务',
} as const
export const lights = { green: '绿灯', yellow: '黄灯', red: '红灯' } as const
export const ratings = { excellent: '优', good: '良', fair: '中', poor: '差' } as const
const given = {
  kind: choice('类别', matterKinds),
  name: text('事项', { maxLength: 200 }),
  source: text('来源(会议、批示、文件)', { maxLength: 120 }),
  unit: unit('责任单位'),
  dueOn: date('完成期限'),
} as const
const origin = {
  sourceType: text('来源类别', { maxLength: 40 }).optional(),
  sourceId: text('来源编号', { maxLength: 40 }).optional(),
} as const
const monthLine = {
  month: text('月份', { maxLength: 7 }),
  expected: number('应达', { unit: '%' }),
  percent: number('实际', { unit: '%' }),
  light: choice('灯', lights),
  said: text('进展', { maxLength: 300 }),
  evidence: integer('佐证', { unit: '张' }),
} as const
/** Percent of the time between two days that has passed. */
export const expectedOf = (fromOn: string, dueOn: string, today: string): number => {
  const whole = Math.max(1, daysBetween(fromOn, dueOn))
  return Math.round(Math.min(1, Math.max(0, daysBetween(fromOn, today) / whole)) * 1000) / 10
}
export const lightOf = (percent: number, expected: number, gap: number): keyof typeof lights =>
  percent >= expected ? 'green' : percent >= expected - gap ? 'yellow' : 'red'
const starting = (unitId: string, name: string, dueOn: string) => ({
  assign: { unitId },
  clocks: [{ clock: 'finish' as const, do: 'start' as const, dueAt: endOf(dueOn) }],
  timers: [{ name: 'urge', at: endOf(dueOn), action: 'urge' }],
  notify: [{ unitId, zh: `交办:${name},${dueOn}前完成`.slice(0, 120) }],
})
const opened = (input: { readonly unit: string; readonly name: string; readonly dueOn: string }, now: Date) => ({
  ...starting(input.unit, input.name, input.dueOn),
  set: {
    unitId: input.unit,
    issuedOn: dayText(now),
    year: yearOf(input.dueOn),
    percent: 0,
    months: [],
    urges: 0,
    isLate: 'no' as const,
  },
})
export const matter = procedure('affairs.matter', {
  zh: '督办事项',
  menu: '督办与重点工作',
  title: 'name',
  numbering: { prefix: 'DC', per: 'year', digits: 5 },
  leadingClock: 'finish',
  help: '事项、责任单位、期限、每月进度与红黄绿灯、报结、效果评定;逾期自动列出并催办,效果评“差”的重新办理。分解到人的任务未完成不能报结。',
  fields: {
    ...given,
    ...origin,
    name: given.name.searchable(),
    issue: ref('针对的不足', 'affairs.shortcoming').optional(),
    issuedOn: date('交办日期'),
    year: integer('年度'),
    percent: number('进度', { unit: '%' }),
    light: choice('本月灯', lights).optional(),
    months: rows('月度进度', monthLine),
    urges: integer('催办', { unit: '次' }),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    result: longText('完成结果', { maxLength: 2000 }).optional(),
    rating: choice('效果', ratings).optional(),
    verdict: text('评定意见', { maxLength: 300 }).optional(),
    closedOn: date('办结日期').optional(),
  },
  clocks: { finish: { zh: '完成', limit: { value: 1, unit: 'natural_day' } } },
  statuses: {
    open: { zh: '办理中', duty: 'affairs.carry', taskZh: '督办事项待办', ofUnit: true },
    overdue: { zh: '逾期督办', duty: 'affairs.carry', taskZh: '督办事项逾期', ofUnit: true },
    reported: { zh: '待评效', duty: 'affairs.manage', taskZh: '督办事项待评定效果' },
    closed: { zh: '已办结', kind: 'final' },
    cancelled: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '交办',
    from: 'new',
    to: 'open',
    by: 'affairs.manage',
    form: {
      ...given,
      kind: choice('类别', { supervise: '督查督办', committee: '城管委重点工作', bureau: '局配套工作' }),
      issue: ref('针对的不足(年度工作须填或注明新任务)', 'affairs.shortcoming').optional(),
    },
    look: async ({ tx, input }) => ({
      unit: await unitNamed(tx, input.unit),
      issue: input.issue
        ? await one<{ year: number; status: string }>(tx, 'select year, status from affairs.shortcoming where id = $1', [
            input.issue,
          ])
        : undefined,
    }),
    check: ({ input, found, now }) =>
      first(
        why(!found.unit, '没有这个单位'),
        why(input.dueOn < dayText(now), '完成期限不能早于今天'),
        why(Boolean(input.issue) && !found.issue, '没有这条不足'),
        why(found.issue !== undefined && found.issue.year >= yearOf(input.dueOn), '任务应针对往年的不足'),
      ),
    effects: ({ input, now, found }) => {
      const effects = opened(input, now)
      return { ...effects, set: { ...effects.set, areaCode: found.unit?.area ?? null } }
    },
  }),
  hand: action({
    zh: '随来源交办',
    from: 'new',
    to: 'open',
    by: 'system',
    form: { ...given, ...origin },
    // What hands it out may lie elsewhere than the unit that carries it out.
    effects: ({ input, now }) => {
      const effects = opened(input, now)
      return { ...effects, set: { ...effects.set, areaCode: null } }
    },
  }),
  urge: action({
    zh: '逾期催办',
    from: ['open', 'overdue'],
    to: 'overdue',
    by: 'system',
    effects: ({ subject, now }) => ({
      set: { isLate: 'yes', urges: subject.urges + 1 },
      assign: { unitId: subject.unit },
      notify: [{ unitId: subject.unit, zh: `催办:${subject.name}已逾期`.slice(0, 120) }],
      timers: [{ name: 'urge', at: new Date(now.getTime() + 7 * 86_400_000), action: 'urge' }],
    }),
  }),
  progress: action({
    zh: '报月度进度',
    from: ['open', 'overdue'],
    to: 'same',
    by: 'affairs.carry',
    form: {
      percent: number('进度', { unit: '%', min: 0, max: 100 }),
      said: text('进展', { maxLength: 300 }),
      photos: photos(1, '佐证'),
    },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ subject, found, input, now }) =>
      first(
        ownUnit({ subject, found }),
        notYet(subject.months.at(-1)?.month === dayText(now).slice(0, 7), '本月已报进度'),
        why(input.percent < subject.percent, '进度不能倒退'),
      ),
    effects: ({ subject, input, now, parameter }) => {
      const expected = expectedOf(subject.issuedOn, subject.dueOn, dayText(now))
      const light = lightOf(input.percent, expected, parameter('affairs.yellow-gap'))
      const line = {
        month: dayText(now).slice(0, 7),
        expected,
        percent: input.percent,
        light,
        said: input.said,
        evidence: input.photos.length,
      }
      return { set: { percent: input.percent, light, months: [...subject.months, line] } }
    },
  }),
  report: action({
    zh: '报结',
    from: ['open', 'overdue'],
    to: 'reported',
    by: 'affairs.carry',
    tone: 'primary',
    form: { result: longText('完成结果', { maxLength: 2000 }), photos: photos(1, '佐证') },
    look: async ({ tx, actor, subject }) => ({
      unit: await unitOfPerson(tx, actor.id),
      open: await many<{ number: string }>(
        tx,
        'select number from affairs.step where matter = $1 and closed_at is null order by number',
        [subject.id],
      ),
    }),
    check: ({ subject, found }) =>
      first(
        ownUnit({ subject, found: found.unit }),
        notYet(found.open.length > 0, `分解任务未完成:${found.open.map((s) => s.number).join('、')}`),
      ),
    effects: ({ input, subject }) => ({
      set: { result: input.result },
      clocks: [{ clock: 'finish', do: 'stop' }],
      timers: [{ name: 'urge', at: null, action: 'urge' }],
      notify: [{ unitId: subject.unit, zh: `已报结:${subject.name}`.slice(0, 120) }],
    }),
  }),
  rate: action({
    zh: '评定效果',
    from: 'reported',
    to: ({ input }) => (input.rating === 'poor' ? 'open' : 'closed'),
    by: 'affairs.manage',
    tone: 'primary',
    form: {
      rating: choice('效果', ratings),
      verdict: text('评定意见', { maxLength: 300 }),
      dueOn: date('重新办理期限(评“差”时填)').optional(),
    },
    guard: ({ actor, past }) => notYet(didBefore(past, 'report', actor), '报结人不能评定自己的事项'),
    check: ({ input, now }) =>
      first(
        why(input.rating === 'poor' && !input.dueOn, '评“差”的请给出重新办理期限'),
        why(Boolean(input.dueOn) && String(input.dueOn) < dayText(now), '期限不能早于今天'),
      ),
    effects: ({ input, subject, now }) => {
      const said = { rating: input.rating, verdict: input.verdict }
      if (input.rating === 'poor') {
        const dueOn = input.dueOn ?? subject.dueOn
        return { ...starting(subject.unit, subject.name, dueOn), set: { ...said, dueOn } }
      }
      const { sourceType, sourceId, issue } = subject
      return {
        set: { ...said, percent: 100, closedOn: dayText(now) },
        facts: [say(matterClosed, { sourceType: sourceType ?? '', sourceId: sourceId ?? '', issue, rating: input.rating })],
      }
    },
  }),
  cancel: action({
    zh: '撤销',
    from: ['open', 'overdue'],
    to: 'cancelled',
    by: 'affairs.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      clocks: [{ clock: 'finish', do: 'cancel' }],
      timers: [{ name: 'urge', at: null, action: 'urge' }],
      facts: [
        say(matterClosed, {
          sourceType: subject.sourceType ?? '',
          sourceId: subject.sourceId ?? '',
          issue: null,
          rating: 'cancelled',
        }),
      ],
    }),
  }),
}))
