/** 专项治理: each person of the chosen units declares; somebody else verifies; results are handled; who has not declared is named to the discipline office only. */
import {
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  longText,
  many,
  money,
  person,
  procedure,
  ref,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { governanceLaunched } from '../facts.ts'
import { notYet, why } from '../shared.ts'

export const topics = {
  car: '私车公养',
  certificate: '挂证取酬',
  lending: '违规借贷',
  meal: '违规吃喝',
  business: '违规经商办企业',
} as const
const form = {
  name: text('名称', { maxLength: 80 }),
  topic: choice('专题', topics),
  units: rows('申报单位', { unit: unit('单位') }),
  declareBy: date('申报截止'),
} as const
const peopleSql = 'select id from kernel.person where unit_id = any($1::uuid[]) and not is_disabled order by name, id'
const standSql = `select (count(*))::int as total, (count(*) filter (where closed_at is null))::int as open, (count(*) filter (where status = 'asked'))::int as missing,
  (count(*) filter (where verdict = any(array['found', 'hidden'])))::int as problems, coalesce(sum(returned), 0)::float8 as returned from party.declaration where governance = $1`
interface Stand {
  readonly total: number
  readonly open: number
  readonly missing: number
  readonly problems: number
  readonly returned: number
}
export const governance = procedure('party.governance', {
  zh: '专项治理',
  menu: '纪检监督',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'ZL', per: 'year', digits: 3 },
  help: '选定单位的每个人一张申报表,本人申报、另一人核查;缺报的列名;未全部核查不能结束。个人申报内容只有纪检可读。',
  fields: {
    ...form,
    name: form.name.searchable(),
    people: integer('应申报', { unit: '人' }),
    problems: integer('查实问题', { unit: '人' }).optional(),
    returned: money('清退金额').optional(),
    summary: longText('总结', { maxLength: 2000 }).optional(),
  },
  statuses: {
    running: { zh: '申报核查中', duty: 'party.discipline', taskZh: '专项治理核查中' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  launch: action({
    zh: '部署',
    from: 'new',
    to: 'running',
    by: 'party.discipline',
    form,
    look: ({ tx, input }) => many<{ id: string }>(tx, peopleSql, [input.units.map((u) => u.unit)]),
    check: ({ input, found, now }) =>
      first(why(input.declareBy <= dayText(now), '申报截止应晚于今天'), notYet(found.length === 0, '所选单位没有人员')),
    effects: ({ input, found, subject }) => ({
      set: { people: found.length },
      // Not spawned: what a readable row spawned is listed beside it, and a number there would tell whose declaration is being handled.
      facts: [say(governanceLaunched, { id: subject.id, topic: input.topic, people: found.map((p) => p.id) })],
      notify: found.map((p) => ({ personId: p.id, zh: `请于${input.declareBy}前申报:${input.name}` })),
    }),
  }),
  end: action({
    zh: '结束',
    from: 'running',
    look: async ({ tx, subject }) => (await many<Stand>(tx, standSql, [subject.id]))[0],
    to: 'ended',
    by: 'party.discipline',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 2000 }) },
    check: ({ found }) =>
      first(
        notYet((found?.missing ?? 0) > 0, `还有${found?.missing}人没有申报`),
        notYet((found?.open ?? 0) > 0, `还有${found?.open}份没有核查办结`),
      ),
    effects: ({ input, found }) => ({
      set: { summary: input.summary, problems: found?.problems ?? 0, returned: found?.returned ?? 0 },
    }),
  }),
}))
export const declaration = procedure('party.declaration', {
  zh: '专项治理申报(保密)',
  menu: '纪检监督',
  title: 'name',
  numbering: { prefix: 'SB', per: 'year', digits: 5 },
  help: '只有纪检可读;本人在“专项治理申报”页填报。',
  uniqueTogether: [['governance', 'person']],
  fields: {
    name: text('专题治理', { maxLength: 40 }).optional(),
    governance: ref('专项治理', 'party.governance'),
    topic: choice('专题', topics),
    person: person('申报人'),
    hasMatter: flag('有需说明事项').optional(),
    matter: longText('说明', { maxLength: 1000 }).optional(),
    declaredOn: date('申报日期').optional(),
    isLate: flag('逾期申报').optional(),
    means: text('核查方式', { maxLength: 200 }).optional(),
    verdict: choice('核查结论', { clear: '属实,无问题', found: '如实申报,有问题', hidden: '隐瞒不报' }).optional(),
    measure: text('处理', { maxLength: 200 }).optional(),
    returned: money('清退').optional(),
  },
  statuses: {
    asked: { zh: '未申报' },
    declared: { zh: '待核查', duty: 'party.discipline', taskZh: '专项治理申报待核查' },
    handling: { zh: '待处理', duty: 'party.discipline', taskZh: '专项治理查实问题待处理' },
    clear: { zh: '无问题', kind: 'final' },
    handled: { zh: '已处理', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '列入申报',
    from: 'new',
    to: 'asked',
    by: 'system',
    form: { governance: ref('专项治理', 'party.governance'), topic: choice('专题', topics), person: person('申报人') },
    effects: ({ input }) => ({ set: { name: topics[input.topic] } }),
  }),
  declare: action({
    zh: '本人申报',
    from: 'asked',
    to: 'declared',
    by: 'party.self',
    form: { hasMatter: flag('有需说明事项'), matter: longText('说明', { maxLength: 1000 }).optional(), isLate: flag('逾期') },
    check: ({ input, subject, actor }) =>
      first(
        notYet(subject.person !== actor.id, '由本人申报'),
        why(input.hasMatter && !input.matter, '有事项的须说明'),
        why(!input.hasMatter && Boolean(input.matter), '填写了说明,请选择有需说明事项'),
      ),
    effects: ({ input, now }) => ({ set: { ...input, matter: input.matter ?? null, declaredOn: dayText(now) } }),
  }),
  verify: action({
    zh: '核查',
    from: 'declared',
    to: ({ input }) => (input.verdict === 'clear' ? 'clear' : 'handling'),
    by: 'party.discipline',
    tone: 'primary',
    form: {
      means: text('核查方式', { maxLength: 200 }),
      verdict: choice('核查结论', { clear: '属实,无问题', found: '如实申报,有问题', hidden: '隐瞒不报' }),
    },
    guard: ({ subject, actor }) => notYet(subject.person === actor.id, '本人的申报由另一人核查'),
    check: ({ input, subject }) =>
      first(
        why(input.verdict === 'hidden' && subject.hasMatter === true, '本人已说明事项,不是隐瞒不报'),
        why(input.verdict === 'found' && subject.hasMatter !== true, '本人没有申报事项,查出问题的是隐瞒不报'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  handle: action({
    zh: '处理',
    from: 'handling',
    to: 'handled',
    by: 'party.discipline',
    tone: 'primary',
    form: { measure: text('处理', { maxLength: 200 }), returned: money('清退') },
    guard: ({ subject, actor }) => notYet(subject.person === actor.id, '由另一人处理'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
