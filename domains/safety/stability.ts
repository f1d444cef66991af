/** 信访维稳“五个不发生”: a letter of each unit for each year; kept with evidence when nothing happened, broken by itself when an incident is found true. */
import { choice, date, dayText, files, first, integer, list, longText, many, one, procedure, ref, say, text, unit } from '#kernel'
import { incidentFound } from './facts.ts'
import { notYet, why } from './shared.ts'

const form = { unit: unit('责任单位'), year: integer('年度', { min: 2000, max: 2100 }) } as const
export const pledge = procedure('safety.pledge', {
  zh: '维稳目标责任状',
  menu: '维稳目标',
  title: 'name',
  numbering: { prefix: 'WW', per: 'year', digits: 4 },
  help: '目标取自“维稳目标”;年末零事件并附佐证才算实现,期间任何属实事件自动记为未实现。',
  uniqueTogether: [['unit', 'year']],
  fields: {
    ...form,
    name: text('责任状', { maxLength: 120 }).searchable(),
    goals: list('目标'),
    incidents: integer('发生事件', { unit: '起' }),
    broken: list('未实现目标'),
    evidence: longText('佐证说明', { maxLength: 500 }).optional(),
  },
  statuses: {
    on: { zh: '履行中', duty: 'safety.manage', taskZh: '维稳目标年末认定' },
    broken: { zh: '未实现', kind: 'final' },
    kept: { zh: '已实现', kind: 'final' },
  },
}).actions((action) => ({
  sign: action({
    zh: '签订',
    from: 'new',
    to: 'on',
    by: 'safety.manage',
    form,
    look: async ({ tx, input }) => ({
      goals: await many<{ name: string }>(tx, 'select name from safety.goal where retired_at is null order by name'),
      unit: await one<{ name: string }>(tx, 'select name from kernel.unit where id = $1', [input.unit]),
      other: await one<{ number: string }>(tx, 'select number from safety.pledge where unit = $1 and year = $2', [
        input.unit,
        input.year,
      ]),
    }),
    check: ({ found }) =>
      first(
        why(!found.unit, '没有这个单位'),
        notYet(found.goals.length === 0, '请先登记维稳目标'),
        notYet(Boolean(found.other), `已签订${found.other?.number ?? ''}`),
      ),
    effects: ({ found, input }) => ({
      set: {
        name: `${found.unit?.name ?? ''}${input.year}年`,
        goals: found.goals.map((g) => g.name),
        incidents: 0,
        broken: [],
        unitId: input.unit,
      },
      notify: [{ unitId: input.unit, zh: `${input.year}年维稳目标责任状已签订` }],
    }),
  }),
  /** A letter that is broken stays broken, and goes on counting. */
  break: action({
    zh: '事件属实,未实现',
    help: '认定之后才查实的事件,同样使责任状改为未实现;已未实现的继续计数',
    from: ['on', 'broken', 'kept'],
    to: 'broken',
    by: 'system',
    form: { goal: text('目标', { maxLength: 100 }) },
    effects: ({ input, subject }) => ({
      set: { incidents: subject.incidents + 1, broken: [...new Set([...subject.broken, input.goal])] },
    }),
  }),
  keep: action({
    zh: '认定实现',
    from: 'on',
    to: 'kept',
    by: 'safety.manage',
    tone: 'primary',
    form: { evidence: longText('佐证说明', { maxLength: 500 }), proof: files(1, '佐证材料') },
    look: ({ tx, subject }) =>
      one<{ n: number }>(
        tx,
        `select count(*)::int as n from safety.incident where unit = $1 and extract(year from happened_on)::int = $2 and status = 'reported'`,
        [subject.unit, subject.year],
      ),
    check: ({ subject, found, now }) =>
      first(
        notYet(dayText(now) <= `${subject.year}-12-30`, '年末才能认定'),
        notYet((found?.n ?? 0) > 0, `还有${found?.n}起事件未核实`),
      ),
    effects: ({ input }) => ({ set: { evidence: input.evidence } }),
  }),
}))
const incidentForm = {
  unit: unit('责任单位'),
  goal: ref('涉及目标', 'safety.goal'),
  happenedOn: date('发生日期'),
  what: text('事件', { maxLength: 200 }),
  accident: ref('关联事故报告', 'command.accident').optional(),
} as const
export const incident = procedure('safety.incident', {
  zh: '维稳事件',
  menu: '维稳目标',
  title: 'what',
  numbering: { prefix: 'WS', per: 'year', digits: 4 },
  help: '登记后由另一人核实;属实即使该单位当年责任状记为未实现。',
  fields: {
    ...incidentForm,
    what: incidentForm.what.searchable(),
    goalName: text('目标', { maxLength: 100 }),
    finding: longText('核实情况', { maxLength: 300 }).optional(),
  },
  statuses: {
    reported: { zh: '待核实', duty: 'safety.check', taskZh: '维稳事件待核实' },
    real: { zh: '属实', kind: 'final' },
    untrue: { zh: '不属实', kind: 'final' },
  },
}).actions((action) => ({
  report: action({
    zh: '登记',
    from: 'new',
    to: 'reported',
    by: 'safety.manage',
    form: incidentForm,
    look: ({ tx, input }) => one<{ name: string }>(tx, 'select name from safety.goal where id = $1', [input.goal]),
    check: ({ input, found, now }) =>
      first(why(!found, '没有这个目标'), why(input.happenedOn > dayText(now), '发生日期不能晚于今天')),
    effects: ({ found, input }) => ({ set: { goalName: found?.name ?? '', unitId: input.unit } }),
  }),
  verify: action({
    zh: '核实',
    from: 'reported',
    to: ({ input }) => (input.isReal === 'yes' ? 'real' : 'untrue'),
    by: 'safety.check',
    tone: 'primary',
    form: { isReal: choice('结论', { yes: '属实', no: '不属实' }), finding: longText('核实情况', { maxLength: 300 }) },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'report' && p.actorId === actor.id),
        '登记人不能核实',
      ),
    effects: ({ input, subject }) => ({
      set: { finding: input.finding },
      facts:
        input.isReal === 'yes'
          ? [say(incidentFound, { unit: subject.unit, on: subject.happenedOn, goal: subject.goalName, number: subject.number })]
          : [],
    }),
  }),
}))
