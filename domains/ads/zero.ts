/** 清零计划: every roof ad and elevated-road billboard, with deadline and person; finished at nothing left, a new find opens it again. */
import { choices, date, dayText, first, flag, integer, one, procedure, say, text } from '#kernel'
import { zeroStarted } from './facts.ts'
import { notYet, why } from './shared.ts'

const groups = { roof: '屋顶广告', column: '高炮广告' } as const
const form = {
  name: text('计划', { maxLength: 100 }),
  groups: choices('范围', groups),
  isElevatedOnly: flag('高炮只列高架沿线'),
  dueOn: date('清零期限'),
  person: text('责任人', { maxLength: 40 }),
} as const
/** Sites of a plan that are still up. */
export const remainingSql = `select count(*)::int as n, (count(*) filter (where status = 'removed'))::int as removed from ads.site where plan = $1`
export const zeroPlan = procedure('ads.zero-plan', {
  zh: '户外广告清零计划',
  menu: '专项整治',
  title: 'name',
  numbering: { prefix: 'QL', per: 'year', digits: 3 },
  help: '下达时列入范围内的全部广告,每处有期限和责任人;剩余为零才能完成,有新发现的自动重开。',
  fields: {
    ...form,
    name: form.name.searchable(),
    listed: integer('列入', { unit: '处' }).optional(),
    removed: integer('已拆除', { unit: '处' }).optional(),
    finishedOn: date('清零日期').optional(),
    reopened: integer('重开', { unit: '次' }).optional(),
  },
  statuses: {
    running: { zh: '清零中', duty: 'ads.plan', taskZh: '清零计划推进' },
    finished: { zh: '已清零' },
    withdrawn: { zh: '已撤销', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '下达计划',
    from: 'new',
    to: 'running',
    by: 'ads.plan',
    form,
    check: ({ input, now }) =>
      first(why(input.groups.length === 0, '请选择范围'), why(input.dueOn <= dayText(now), '期限应在今天以后')),
    effects: ({ subject }) => ({ set: { reopened: 0 }, facts: [say(zeroStarted, { plan: subject.id })] }),
  }),
  finish: action({
    zh: '确认清零',
    from: 'running',
    to: 'finished',
    by: 'ads.plan',
    tone: 'primary',
    look: ({ tx, subject }) => one<{ n: number; removed: number }>(tx, remainingSql, [subject.id]),
    check: ({ found }) => notYet((found?.n ?? 0) !== (found?.removed ?? 0), `还剩${(found?.n ?? 0) - (found?.removed ?? 0)}处`),
    effects: ({ found, now }) => ({
      set: { listed: found?.n ?? 0, removed: found?.removed ?? 0, finishedOn: dayText(now) },
    }),
  }),
  withdraw: action({
    zh: '撤销计划',
    from: 'running',
    to: 'withdrawn',
    by: 'ads.plan',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    look: ({ tx, subject }) => one<{ n: number }>(tx, remainingSql, [subject.id]),
    check: ({ found }) => notYet((found?.n ?? 0) > 0, `已列入${found?.n}处,不能撤销`),
  }),
  reopen: action({
    zh: '新发现,重开',
    from: 'finished',
    to: 'running',
    by: 'system',
    effects: ({ subject }) => ({ set: { finishedOn: null, reopened: (subject.reopened ?? 0) + 1 } }),
  }),
}))
