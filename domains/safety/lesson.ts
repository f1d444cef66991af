/** 事故教训举一反三: an accident elsewhere, what is to be learnt, items to look at; every similar enterprise is checked by a day, those not reached are named. */
import { choice, date, dayText, first, integer, list, longText, many, one, procedure, rows, text } from '#kernel'
import { classes, notYet, why } from './shared.ts'

const form = {
  name: text('事故', { maxLength: 120 }),
  happenedOn: date('发生日期'),
  place: text('发生地', { maxLength: 80 }),
  class: choice('对照类别', classes),
  cause: longText('原因', { maxLength: 500 }),
  lesson: longText('教训', { maxLength: 500 }),
  items: list('检查项').help('一行一项,排查时逐项登记'),
  dueOn: date('排查期限'),
} as const
interface Similar {
  readonly id: string
  readonly name: string
  readonly unit: string
}
const similarSql = `select id, name, unit from safety.enterprise where retired_at is null and state <> 'closed' and to_jsonb(classes) @> to_jsonb($1::text) order by name`
const unreachedSql = `select name from safety.due where lesson = $1 and closed_at is null order by name`
const openSql = `select count(*)::int as n from safety.problem where source = 'lesson' and source_id = $1 and closed_at is null`
export const lesson = procedure('safety.lesson', {
  zh: '事故教训排查',
  menu: '专项整治',
  title: 'name',
  numbering: { prefix: 'JX', per: 'year', digits: 3 },
  help: '列出外地、外单位事故的教训与检查项,同类企业家家生成排查任务;未排查到的点名,隐患未闭环不能办结。',
  fields: {
    ...form,
    name: form.name.searchable(),
    similar: rows('应排查企业', { name: text('企业', { maxLength: 100 }) }),
    total: integer('应排查', { unit: '家' }),
    summary: longText('举一反三总结', { maxLength: 500 }).optional(),
    problems: integer('查出隐患', { unit: '起' }).optional(),
    closedOn: date('办结日期').optional(),
  },
  statuses: { on: { zh: '排查中', duty: 'safety.manage', taskZh: '事故教训排查中' }, closed: { zh: '已办结', kind: 'final' } },
}).actions((action) => ({
  open: action({
    zh: '部署排查',
    from: 'new',
    to: 'on',
    by: 'safety.manage',
    form,
    look: ({ tx, input }) => many<Similar>(tx, similarSql, [input.class]),
    check: ({ input, found, now }) =>
      first(
        why(input.happenedOn > dayText(now), '事故日期不能晚于今天'),
        why(input.dueOn < dayText(now), '期限不能早于今天'),
        why(input.items.length === 0, '请列出检查项'),
        notYet(found.length === 0, `没有涉及${classes[input.class]}的企业`),
      ),
    effects: ({ input, found, subject, now }) => ({
      set: { total: found.length, similar: found.map((f) => ({ name: f.name })) },
      spawn: found.map((f) => ({
        procedure: 'safety.due',
        input: {
          kind: 'lesson',
          key: `lesson ${subject.id} ${f.id}`,
          sourceId: subject.id,
          lesson: subject.id,
          name: `排查 ${f.name}`,
          unit: f.unit,
          enterprise: f.id,
          fromOn: dayText(now),
          dueOn: input.dueOn,
        },
      })),
    }),
  }),
  close: action({
    zh: '办结',
    from: 'on',
    to: 'closed',
    by: 'safety.manage',
    tone: 'primary',
    form: { summary: longText('举一反三总结', { maxLength: 500 }) },
    look: async ({ tx, subject }) => ({
      unreached: await many<{ name: string }>(tx, unreachedSql, [subject.id]),
      open: (await one<{ n: number }>(tx, openSql, [subject.id]))?.n ?? 0,
      all:
        (
          await one<{ n: number }>(
            tx,
            `select count(*)::int as n from safety.problem where source = 'lesson' and source_id = $1`,
            [subject.id],
          )
        )?.n ?? 0,
    }),
    check: ({ found }) =>
      first(
        notYet(
          found.unreached.length > 0,
          `还没有排查到:${found.unreached.map((u) => u.name.slice(3)).join('、')}`.slice(0, 300),
        ),
        notYet(found.open > 0, `还有${found.open}起隐患未闭环`),
      ),
    effects: ({ input, found, now }) => ({ set: { ...input, problems: found.all, closedOn: dayText(now) } }),
  }),
}))
