/** 绩效量化考核: items with weights and sources; every count of a month comes from what the platform recorded of the person; rank, appeal, and a multiplier that is printed, never paid here. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  many,
  number,
  person,
  procedure,
  ref,
  register,
  round,
  rows,
  say,
  startOf,
  type Tx,
  text,
  unit,
} from '#kernel'
import { scoreChanged } from './facts.ts'
import { holders, type Named, notYet, why } from './shared.ts'

export const sources = {
  handled: '处置案件(件)',
  returned: '返工与核查不通过(件)',
  overdue: '逾期办结任务(件)',
  complaints: '本单位群众不满意工单(件)',
  attendance: '培训缺席(次)',
} as const
type Source = keyof typeof sources
export const item = register('training.item', {
  zh: '绩效考核指标',
  menu: '制度与绩效',
  title: 'name',
  help: '权重合计应为100;数据来源由平台记录取数。正向指标按目标折算,负向指标每件扣分,扣完为止。',
  fields: {
    name: text('指标', { maxLength: 60 }).unique(),
    source: choice('数据来源', sources),
    weight: number('权重', { min: 0, max: 100 }),
    target: number('目标(正向指标填)', { min: 0 }).optional(),
    each: number('每件扣分(负向指标填)', { min: 0 }).optional(),
  },
})
export interface Item {
  readonly name: string
  readonly source: Source
  readonly weight: number
  readonly target: number | null
  readonly each: number | null
}
/** Points of an item: in proportion to its target, or its weight less so much for each. */
export const pointsOf = (i: Item, count: number): number =>
  i.target ? round(i.weight * Math.min(1, count / i.target)) : round(Math.max(0, i.weight - (i.each ?? 0) * count))
/** The multiplier of a total by the bands in force. */
export const multiplierOf = (total: number, top: number, full: number, low: number): number =>
  total >= top ? 1.2 : total >= full ? 1 : total >= low ? 0.8 : 0.5
const sql: Readonly<Record<Source, string>> = {
  handled: `select actor_id as person, count(*)::int as n from kernel.journal where subject_type = 'cases.case' and action = 'submit' and at >= $2 and at < $3 and actor_id = any($1::uuid[]) group by 1`,
  returned: `select s.actor_id as person, count(*)::int as n from kernel.journal e join lateral (select j.actor_id from kernel.journal j where j.district = e.district and j.subject_id = e.subject_id and j.action = 'submit' and j.seq < e.seq order by j.seq desc limit 1) s on true
    where e.subject_type = 'cases.case' and e.action = any(array['rework', 'checkFail']) and e.at >= $2 and e.at < $3 and s.actor_id = any($1::uuid[]) group by 1`,
  overdue: `select done_by as person, count(*)::int as n from kernel.task where done_at > due_at and done_at >= $2 and done_at < $3 and done_by = any($1::uuid[]) group by 1`,
  complaints: `select p.id as person, count(*)::int as n from kernel.person p join intake.order o on o.district = p.district and o.unit = p.unit_id and o.satisfaction = 'dissatisfied' and o.called_back_at >= $2 and o.called_back_at < $3 where p.id = any($1::uuid[]) group by 1`,
  attendance: `select person, count(*)::int as n from training.attend where state = 'absent' and attended_on >= ($2::timestamptz at time zone 'Asia/Shanghai')::date and attended_on < ($3::timestamptz at time zone 'Asia/Shanghai')::date and person = any($1::uuid[]) group by 1`,
}
const line = {
  item: text('指标', { maxLength: 60 }),
  source: choice('来源', sources),
  count: number('实绩'),
  weight: number('权重'),
  points: number('得分'),
} as const
interface Scored {
  readonly person: Named
  readonly lines: readonly { item: string; source: Source; count: number; weight: number; points: number }[]
  readonly total: number
}
/** What the records of a month say of each of these people. */
const scoreAll = async (tx: Tx, items: readonly Item[], people: readonly Named[], month: string): Promise<readonly Scored[]> => {
  const ids = people.map((p) => p.id)
  const from = startOf(`${month}-01`)
  const next = dayText(new Date(from.getTime() + 32 * 86_400_000)).slice(0, 7)
  const counts = new Map<string, number>()
  for (const source of new Set(items.map((i) => i.source)))
    for (const r of await many<{ person: string; n: number }>(tx, sql[source], [ids, from, startOf(`${next}-01`)]))
      counts.set(`${source} ${r.person}`, r.n)
  return people.map((p) => {
    const lines = items.map((i) => {
      const count = counts.get(`${i.source} ${p.id}`) ?? 0
      return { item: i.name, source: i.source, count, weight: i.weight, points: pointsOf(i, count) }
    })
    return { person: p, lines, total: round(lines.reduce((n, l) => n + l.points, 0)) }
  })
}
const form = {
  month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '写成 2026-03' } }),
  unit: unit('单位'),
} as const
export const appraisal = procedure('training.appraisal', {
  zh: '月度绩效考核',
  menu: '制度与绩效',
  title: 'name',
  numbering: { prefix: 'JX', per: 'year', digits: 4 },
  help: '月份过完后按指标取数、计分、排名并公示;申诉期内可申诉,申诉全部处理后定格。绩效系数只印出,不在此发放。',
  uniqueTogether: [['month', 'unit']],
  fields: {
    ...form,
    name: text('考核', { maxLength: 80 }).searchable(),
    people: integer('人数', { unit: '人' }),
    average: number('平均分', { unit: '分' }),
    publishedOn: date('公示日期'),
  },
  statuses: {
    shown: { zh: '公示中', duty: 'training.manage', taskZh: '月度绩效待定格' },
    fixed: { zh: '已定格', kind: 'final' },
  },
}).actions((action) => ({
  run: action({
    zh: '取数计分并公示',
    from: 'new',
    to: 'shown',
    by: 'training.manage',
    form,
    look: async ({ tx, input, now }) => {
      const items = await many<Item>(
        tx,
        'select name, source, weight::float8 as weight, target::float8 as target, each::float8 as each from training.item where retired_at is null order by weight desc, name',
      )
      const people = (await holders(tx, 'training.learn', dayText(now))).filter((p) => p.unit === input.unit)
      const [at] = await many<{ name: string }>(tx, 'select name from kernel.unit where id = $1', [input.unit])
      return { items, name: at?.name ?? '', scored: await scoreAll(tx, items, people, input.month) }
    },
    check: ({ input, found, now }) =>
      first(
        why(input.month >= dayText(now).slice(0, 7), '该月还没有过完'),
        why(round(found.items.reduce((n, i) => n + i.weight, 0)) !== 100, '指标权重合计应为100'),
        why(
          found.items.some((i) => (i.target === null) === (i.each === null)),
          '每个指标只填目标或每件扣分之一',
        ),
        why(found.scored.length === 0, '该单位没有职工'),
      ),
    effects: ({ input, found, now, subject, parameter }) => {
      const [top, full, low] = [parameter('training.pay-top'), parameter('training.pay-full'), parameter('training.pay-low')]
      const { scored } = found
      return {
        set: {
          unitId: input.unit,
          name: `${input.month}${found.name}`,
          people: scored.length,
          average: round(scored.reduce((n, s) => n + s.total, 0) / scored.length),
          publishedOn: dayText(now),
        },
        spawn: scored.map((s) => ({
          procedure: 'training.score',
          input: {
            appraisal: subject.id,
            month: input.month,
            person: s.person.id,
            name: s.person.name,
            lines: s.lines,
            total: s.total,
            rank: 1 + scored.filter((o) => o.total > s.total).length,
            multiplier: multiplierOf(s.total, top, full, low),
          },
        })),
      }
    },
  }),
  fix: action({
    zh: '定格',
    from: 'shown',
    to: 'fixed',
    by: 'training.manage',
    tone: 'primary',
    look: ({ tx, subject }) =>
      many<{ name: string }>(
        tx,
        `select name from training.score where appraisal = $1 and status = any(array['shown', 'appealed']) order by name`,
        [subject.id],
      ),
    check: ({ found }) => notYet(found.length > 0, `申诉期未满或申诉未处理:${found.map((f) => f.name).join('、')}`),
  }),
}))
const scoreForm = {
  appraisal: ref('考核', 'training.appraisal'),
  month: text('月份', { maxLength: 7 }),
  person: person('职工'),
  name: text('姓名', { maxLength: 40 }),
  lines: rows('得分明细', line),
  total: number('总分', { unit: '分' }),
  rank: integer('名次'),
  multiplier: number('绩效系数'),
} as const
export const score = procedure('training.score', {
  zh: '个人绩效得分',
  menu: '制度与绩效',
  title: 'name',
  numbering: { prefix: 'JF', per: 'year', digits: 6 },
  help: '考核办与领导可读清单,本人在“我的培训与绩效”看到自己的;五日内可申诉,改分须说明理由,名次与系数随之重算。',
  uniqueTogether: [['month', 'person']],
  fields: {
    ...scoreForm,
    name: scoreForm.name.searchable(),
    appeal: text('申诉理由', { maxLength: 300 }).optional(),
    decision: text('处理意见', { maxLength: 300 }).optional(),
    first: number('申诉前总分', { unit: '分' }).optional(),
  },
  statuses: {
    shown: { zh: '公示中' },
    appealed: { zh: '申诉中', duty: 'training.lead', taskZh: '绩效申诉待处理' },
    fixed: { zh: '已确认', kind: 'final' },
  },
}).actions((action) => ({
  show: action({
    zh: '公示',
    from: 'new',
    to: 'shown',
    by: 'system',
    form: scoreForm,
    effects: ({ input, now, parameter }) => ({
      set: { areaCode: null },
      notify: [{ personId: input.person, zh: `${input.month}绩效得分已公示,可在${parameter('training.appeal-days')}日内申诉` }],
      timers: [
        {
          name: 'settle',
          at: endOf(dayText(new Date(now.getTime() + (parameter('training.appeal-days') - 1) * 86_400_000))),
          action: 'settle',
        },
      ],
    }),
  }),
  settle: action({ zh: '申诉期满', from: 'shown', to: 'fixed', by: 'system' }),
  contest: action({
    zh: '申诉',
    from: 'shown',
    to: 'appealed',
    by: 'training.learn',
    form: { appeal: text('申诉理由', { maxLength: 300 }) },
    guard: ({ actor, subject }) => notYet(actor.id !== subject.person, '由本人申诉'),
    effects: ({ input }) => ({ set: { appeal: input.appeal }, timers: [{ name: 'settle', at: null, action: 'settle' }] }),
  }),
  decide: action({
    zh: '处理申诉',
    from: 'appealed',
    to: 'fixed',
    by: 'training.lead',
    tone: 'primary',
    form: {
      isOk: choice('结论', { yes: '成立', no: '不成立' }),
      item: text('更正的指标(成立时填)', { maxLength: 60 }).optional(),
      count: number('更正后的实绩(成立时填)', { min: 0 }).optional(),
      decision: text('处理意见', { maxLength: 300 }),
    },
    guard: ({ actor, subject }) => notYet(actor.id === subject.person, '不能处理自己的申诉'),
    look: ({ tx, input }) =>
      many<Item>(
        tx,
        'select name, source, weight::float8 as weight, target::float8 as target, each::float8 as each from training.item where name = $1',
        [input.item ?? ''],
      ),
    check: ({ input, subject, found }) =>
      why(
        input.isOk === 'yes' && (input.count == null || found.length === 0 || !subject.lines.some((l) => l.item === input.item)),
        '申诉成立的请填更正的指标与实绩',
      ),
    effects: ({ input, subject, found, parameter }) => {
      const [i] = found
      if (input.isOk === 'no' || !i || input.count == null) return { set: { decision: input.decision } }
      const count = input.count
      const lines = subject.lines.map((l) => (l.item === i.name ? { ...l, count, points: pointsOf(i, count) } : l))
      const total = round(lines.reduce((n, l) => n + l.points, 0))
      const multiplier = multiplierOf(
        total,
        parameter('training.pay-top'),
        parameter('training.pay-full'),
        parameter('training.pay-low'),
      )
      return {
        set: { decision: input.decision, first: subject.total, lines, total, multiplier },
        facts: [say(scoreChanged, { appraisal: subject.appraisal })],
      }
    },
  }),
  place: action({
    zh: '重排名次',
    from: ['shown', 'appealed', 'fixed'],
    to: 'same',
    by: 'system',
    form: { rank: integer('名次') },
    effects: ({ input }) => ({ set: input }),
  }),
}))
