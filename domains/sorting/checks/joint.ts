/** 督查+监察: a town that lags or will not rectify is handed on; who may read it is named by verb and nobody else can. */
import { area, choice, date, dayText, endOf, integer, longText, one, procedure, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { lagKinds } from '../words.ts'

/** What stands against a town: problems past their day, and re-checks that failed. */
export const lagSql = `select (count(*) filter (where status = 'ordered' and due_on < $2::date))::int as overdue, coalesce(sum(returns), 0)::int as returns
  from sorting.problem where left(area_code, 9) = $1`
export const joint = procedure('sorting.joint', {
  zh: '督查+监察(保密)',
  menu: '检查整改',
  title: 'kind',
  numbering: { prefix: 'DJ', per: 'year', digits: 3 },
  help: '保密事项:只有授予“督查监察”的岗位可读可办,检查台账上看不到。',
  fields: {
    town: area('镇(街道)'),
    kind: choice('类型', lagKinds),
    overdue: integer('逾期未整改', { unit: '个' }).optional(),
    returns: integer('复查不合格', { unit: '次' }).optional(),
    facts: longText('情况', { maxLength: 2000 }),
    inspector: text('监察联络人', { maxLength: 40 }).optional(),
    finding: longText('核查结论', { maxLength: 2000 }).optional(),
    measure: choice('处理', { talk: '约谈', notice: '通报', accountability: '问责', none: '不予处理' }).optional(),
    dueOn: date('整改期限').optional(),
    endedOn: date('办结日期').optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 30, unit: 'natural_day' }, basis: '处理决定定的期限' } },
  statuses: {
    handed: { zh: '已移交', duty: 'sorting.joint', taskZh: '督查监察事项待受理' },
    checking: { zh: '联合核查', duty: 'sorting.joint', taskZh: '督查监察联合核查中' },
    decided: { zh: '已处理,待整改', duty: 'sorting.joint', taskZh: '督查监察待整改' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  hand: action({
    zh: '移交',
    from: 'new',
    to: 'handed',
    by: 'sorting.joint',
    form: { town: area('镇(街道)'), kind: choice('类型', lagKinds), facts: longText('情况', { maxLength: 2000 }) },
    look: ({ tx, input, now }) => one<{ overdue: number; returns: number }>(tx, lagSql, [input.town, dayText(now)]),
    check: ({ input, found, parameter }) =>
      input.kind === 'slow'
        ? notYet(
            (found?.overdue ?? 0) < parameter('sorting.lag-overdue'),
            `逾期未整改${found?.overdue ?? 0}个,满${parameter('sorting.lag-overdue')}个才列工作明显滞后`,
          )
        : notYet(
            (found?.returns ?? 0) < parameter('sorting.lag-returns'),
            `复查不合格${found?.returns ?? 0}次,满${parameter('sorting.lag-returns')}次才列整改不力`,
          ),
    effects: ({ found }) => ({ set: { overdue: found?.overdue ?? 0, returns: found?.returns ?? 0 } }),
  }),
  accept: action({
    zh: '受理',
    from: 'handed',
    to: 'checking',
    by: 'sorting.joint',
    tone: 'primary',
    form: { inspector: text('监察联络人', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  decide: action({
    zh: '作出处理',
    from: 'checking',
    to: ({ input }) => (input.measure === 'none' ? 'closed' : 'decided'),
    by: 'sorting.joint',
    tone: 'primary',
    form: {
      finding: longText('核查结论', { maxLength: 2000 }),
      measure: choice('处理', { talk: '约谈', notice: '通报', accountability: '问责', none: '不予处理' }),
      dueOn: date('整改期限'),
    },
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input }) => ({
      set: input,
      clocks: input.measure === 'none' ? [] : [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  close: action({
    zh: '办结',
    from: 'decided',
    to: 'closed',
    by: 'sorting.joint',
    tone: 'primary',
    look: ({ tx, subject, now }) => one<{ overdue: number; returns: number }>(tx, lagSql, [subject.town, dayText(now)]),
    check: ({ found }) => notYet((found?.overdue ?? 0) > 0, `该镇(街)还有${found?.overdue}个问题逾期未整改`),
    effects: ({ now }) => ({ set: { endedOn: dayText(now) }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
}))
