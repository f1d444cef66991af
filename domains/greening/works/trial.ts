/** 系统试运行与上线: modules on trial, what was wrong, and the decision to go live. */
import { choice, date, dayText, first, flag, integer, procedure, rows, text } from '#kernel'
import { notYet, why } from '../shared.ts'

const line = { problem: text('问题', { maxLength: 100 }), isSolved: flag('已解决') } as const
const form = {
  name: text('系统(模块)', { maxLength: 80 }),
  scope: text('试运行范围', { maxLength: 120 }),
  startsOn: date('试运行开始'),
  days: integer('试运行', { unit: '天', min: 1 }),
} as const
export const trial = procedure('greening.trial', {
  zh: '园林系统试运行与上线',
  menu: '园林规划',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'SX', per: 'year', digits: 3 },
  help: '试运行满期、问题全部解决才能决定上线。',
  fields: {
    ...form,
    problems: rows('问题', line).optional(),
    open: integer('未解决', { unit: '个' }).optional(),
    decision: choice('决定', { live: '正式上线', extend: '延长试运行' }).optional(),
    decidedBy: text('决定人', { maxLength: 40 }).optional(),
    decidedOn: date('决定日期').optional(),
  },
  statuses: { running: { zh: '试运行', duty: 'greening.manage', taskZh: '系统试运行中' }, live: { zh: '已上线', kind: 'final' } },
}).actions((action) => ({
  start: action({
    zh: '开始试运行',
    from: 'new',
    to: 'running',
    by: 'greening.manage',
    form,
    effects: () => ({ set: { open: 0, problems: [] } }),
  }),
  list: action({
    zh: '登记问题',
    from: 'running',
    to: 'same',
    by: 'greening.manage',
    form: { problems: rows('问题', line) },
    check: ({ input }) => why(input.problems.length === 0, '请逐条填写'),
    effects: ({ input }) => ({ set: { ...input, open: input.problems.filter((p) => !p.isSolved).length } }),
  }),
  decide: action({
    zh: '决定',
    from: 'running',
    by: 'greening.approve',
    tone: 'primary',
    form: {
      decision: choice('决定', { live: '正式上线', extend: '延长试运行' }),
      days: integer('试运行共', { unit: '天', min: 1 }),
      decidedBy: text('决定人', { maxLength: 40 }),
    },
    to: ({ input }) => (input.decision === 'live' ? 'live' : 'running'),
    check: ({ input, subject, now }) =>
      input.decision === 'live'
        ? first(
            notYet((subject.open ?? 0) > 0, `还有${subject.open}个问题没有解决`),
            notYet(
              now.getTime() < Date.parse(`${subject.startsOn}T00:00:00+08:00`) + subject.days * 86_400_000,
              `试运行未满${subject.days}天`,
            ),
          )
        : why(input.days <= subject.days, '延长的天数应更多'),
    effects: ({ input, now }) => ({ set: { ...input, decidedOn: dayText(now) } }),
  }),
}))
