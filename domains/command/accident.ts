/** 事故信息报告: first report within the hour, more until it is under control, the last with the inquiry; who was told, and what came late. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  instant,
  integer,
  list,
  longText,
  number,
  procedure,
  rows,
  text,
} from '#kernel'
import { clockText, later, minutesBetween, notYet, why } from './shared.ts'

const grades = { general: '一般事故', larger: '较大事故', major: '重大事故', gravest: '特别重大事故' } as const
/** 国务院令第493号第三条: deaths, serious injuries and direct loss (万元), whichever is the gravest. */
export const gradeOf = (deaths: number, injured: number, lossWan: number): keyof typeof grades => {
  if (deaths >= 30 || injured >= 100 || lossWan >= 10_000) return 'gravest'
  if (deaths >= 10 || injured >= 50 || lossWan >= 5000) return 'major'
  return deaths >= 3 || injured >= 10 || lossWan >= 1000 ? 'larger' : 'general'
}
const harm = {
  deaths: integer('死亡(含失踪)', { unit: '人', min: 0 }),
  injured: integer('重伤', { unit: '人', min: 0 }),
  lossWan: number('直接经济损失', { unit: '万元', min: 0 }),
} as const
const report = { ...harm, said: longText('情况与措施', { maxLength: 800 }), to: list('报送单位') } as const
const knownForm = {
  name: text('事故', { maxLength: 100 }),
  place: text('地点', { maxLength: 120 }),
  happenedAt: instant('发生时间'),
  knownAt: instant('接报时间'),
} as const
const line = {
  at: text('时间', { maxLength: 20 }),
  kind: text('报次', { maxLength: 10 }),
  said: text('情况', { maxLength: 300 }),
  to: text('报送单位', { maxLength: 200 }),
  lateMinutes: integer('迟报', { unit: '分钟' }),
} as const
type Harm = { readonly deaths: number; readonly injured: number; readonly lossWan: number }
const harmOf = ({ deaths, injured, lossWan }: Harm) => ({ deaths, injured, lossWan, grade: gradeOf(deaths, injured, lossWan) })
export const accident = procedure('command.accident', {
  zh: '事故信息报告',
  menu: '应急指挥',
  title: 'name',
  numbering: { prefix: 'SG', per: 'year', digits: 4 },
  leadingClock: 'report',
  help: '接报起1小时内首报,受控前按间隔续报,60日内终报;迟报、漏报记入并列出。',
  fields: {
    ...knownForm,
    name: knownForm.name.searchable(),
    ...{ deaths: harm.deaths.optional(), injured: harm.injured.optional(), lossWan: harm.lossWan.optional() },
    grade: choice('等级', grades).optional(),
    reports: rows('报告', line),
    firstLate: integer('首报迟', { unit: '分钟' }).optional(),
    isLate: choice('有迟报', { yes: '是', no: '否' }),
    missed: integer('漏续报', { unit: '次' }),
    controlledAt: instant('受控').optional(),
    finalOn: date('终报日期').optional(),
    cause: longText('原因与责任', { maxLength: 1000 }).optional(),
  },
  clocks: {
    report: { zh: '首报', limit: { value: 1, unit: 'urgent_hour' }, basis: '生产安全事故报告和调查处理条例第九条' },
    final: { zh: '终报', limit: { value: 60, unit: 'natural_day' }, basis: '生产安全事故报告和调查处理条例第二十九条' },
  },
  statuses: {
    known: { zh: '待首报', duty: 'command.issue', taskZh: '事故待首报' },
    reporting: { zh: '续报中', duty: 'command.issue', taskZh: '事故续报中' },
    controlled: { zh: '待终报', duty: 'command.issue', taskZh: '事故待终报' },
    closed: { zh: '已终报', kind: 'final' },
  },
}).actions((action) => ({
  know: action({
    zh: '接报',
    from: 'new',
    to: 'known',
    by: 'command.issue',
    form: knownForm,
    check: ({ input, now }) =>
      first(
        why(input.knownAt < input.happenedAt, '接报不能早于发生'),
        why(new Date(input.knownAt) > now, '接报时间不能晚于现在'),
      ),
    effects: ({ input, parameter }) => ({
      set: { reports: [], isLate: 'no', missed: 0 },
      clocks: [{ clock: 'report', do: 'start', dueAt: later(new Date(input.knownAt), parameter('command.accident-first')) }],
    }),
  }),
  first: action({
    zh: '首报',
    from: 'known',
    to: 'reporting',
    by: 'command.issue',
    tone: 'primary',
    form: report,
    check: ({ input }) => why(input.to.length === 0, '请填写报送单位'),
    effects: ({ input, subject, now, parameter }) => {
      const late = Math.max(0, minutesBetween(subject.knownAt, now) - parameter('command.accident-first'))
      return {
        set: {
          ...harmOf(input),
          firstLate: late,
          isLate: late > 0 ? 'yes' : 'no',
          reports: [
            {
              at: clockText(now),
              kind: '首报',
              said: input.said.slice(0, 300),
              to: input.to.join('、').slice(0, 200),
              lateMinutes: late,
            },
          ],
        },
        clocks: [
          { clock: 'report', do: 'stop' },
          {
            clock: 'final',
            do: 'start',
            dueAt: endOf(addDays(dayText(new Date(subject.happenedAt)), parameter('command.accident-final'))),
          },
        ],
        timers: [{ name: 'next', at: later(now, parameter('command.accident-next')), action: 'miss' }],
      }
    },
  }),
  miss: action({
    zh: '漏续报',
    from: 'reporting',
    to: 'same',
    by: 'system',
    effects: ({ subject, now, parameter }) => ({
      set: { missed: subject.missed + 1, isLate: 'yes' },
      timers: [{ name: 'next', at: later(now, parameter('command.accident-next')), action: 'miss' }],
    }),
  }),
  follow: action({
    zh: '续报',
    from: ['reporting', 'controlled'],
    to: 'same',
    by: 'command.issue',
    form: report,
    check: ({ input, subject }) =>
      first(
        why(input.to.length === 0, '请填写报送单位'),
        why(input.deaths < (subject.deaths ?? 0) && !input.said.includes('更正'), '死亡人数减少的须写明更正理由'),
      ),
    effects: ({ input, subject, now, parameter }) => ({
      set: {
        ...harmOf(input),
        reports: [
          ...subject.reports,
          {
            at: clockText(now),
            kind: '续报',
            said: input.said.slice(0, 300),
            to: input.to.join('、').slice(0, 200),
            lateMinutes: 0,
          },
        ],
      },
      timers:
        subject.status === 'reporting'
          ? [{ name: 'next', at: later(now, parameter('command.accident-next')), action: 'miss' }]
          : [],
    }),
  }),
  control: action({
    zh: '险情受控',
    from: 'reporting',
    to: 'controlled',
    by: 'command.issue',
    effects: ({ now }) => ({
      set: { controlledAt: now.toISOString() },
      timers: [{ name: 'next', at: null, action: 'miss' }],
    }),
  }),
  final: action({
    zh: '终报',
    from: 'controlled',
    to: 'closed',
    by: 'command.issue',
    tone: 'primary',
    form: { ...report, cause: longText('原因与责任', { maxLength: 1000 }) },
    check: ({ input, now, subject }) =>
      first(
        why(input.to.length === 0, '请填写报送单位'),
        notYet(!subject.controlledAt || now < new Date(subject.controlledAt), '险情未受控'),
      ),
    effects: ({ input, subject, now, parameter }) => {
      const due = endOf(addDays(dayText(new Date(subject.happenedAt)), parameter('command.accident-final')))
      const late = Math.max(0, minutesBetween(due, now))
      return {
        set: {
          ...harmOf(input),
          cause: input.cause,
          finalOn: dayText(now),
          ...(late > 0 ? { isLate: 'yes' as const } : {}),
          reports: [
            ...subject.reports,
            {
              at: clockText(now),
              kind: '终报',
              said: input.said.slice(0, 300),
              to: input.to.join('、').slice(0, 200),
              lateMinutes: late,
            },
          ],
        },
        clocks: [{ clock: 'final', do: 'stop' }],
      }
    },
  }),
}))
