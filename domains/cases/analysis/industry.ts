/**
 * 小闭环到大闭环: the repeated small cases of one subject or place, what the industry did about them, and whether it helped; the case
 * names the loop and the loop its cases.
 */
import { z } from 'zod'
import {
  bySystem,
  choice,
  code,
  dayMs,
  files,
  first,
  instant,
  integer,
  list,
  listen,
  longText,
  many,
  one,
  procedure,
  ref,
  refuse,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { fact } from '#kernel/contract'
import { kinds } from '../contract.ts'

export const industryMeasures = { talk: '约谈', credit: '信用记录', permit: '许可核查', special: '专项整治' } as const
/** Inside this domain: cases became a matter of their industry. */
export const industryRaised = fact(
  'cases.industry-raised',
  '已提请行业联动',
  z.object({ industryId: z.string(), number: z.string(), cases: z.array(z.string()) }),
)
interface Linked {
  readonly id: string
  readonly number: string
  readonly kind: 'component' | 'matter' | null
  readonly category: string | null
  readonly isVoid: boolean
  readonly raised: string | null
}
const linkedSql = `select c.id, c.number, c.category_kind as kind, c.category, c.status = any (array['cancelled', 'merged', 'not_accepted']) as "isVoid",
    (select i.number from cases.industry i where i.id = c.industry and i.closed_at is null) as raised
  from cases."case" c where c.id = any($1::uuid[]) order by c.number`
const findLinked = (tx: Tx, links: readonly { readonly case: string }[]): Promise<readonly Linked[]> =>
  many<Linked>(tx, linkedSql, [[...new Set(links.map((l) => l.case))]])
const linkFault = (linked: readonly Linked[]) =>
  first(
    linked.length >= 3 ? undefined : refuse('kernel.check', { rule: '同类案件三件以上方可提请' }),
    linked.some((c) => c.isVoid) ? refuse('kernel.check', { rule: '作废、不予立案、并案的案件不能提请' }) : undefined,
    linked[0]?.category && linked.every((c) => c.kind === linked[0]?.kind && c.category === linked[0]?.category)
      ? undefined
      : refuse('kernel.check', { rule: '关联案件应已立案且为同一类别' }),
    ...linked.map((c) => (c.raised ? refuse('cases.raised', { number: c.raised }) : undefined)),
  )
/** New cases of the same kind in the communities of the linked ones: as long before the measure as has passed since. */
const effectSql = `with places as (select distinct left(area_code, 12) as area from cases."case" where number = any($1::text[])),
    alike as (select c.created_at as at from cases."case" c join places p on left(c.area_code, 12) = p.area
      where c.category_kind = $2 and c.category = $3 and c.status <> all (array['cancelled', 'merged', 'not_accepted']))
  select (count(*) filter (where at >= $4::timestamptz - ($5::timestamptz - $4::timestamptz) and at < $4))::int as before,
    (count(*) filter (where at >= $4 and at <= $5))::int as after from alike`
interface Effect {
  readonly before: number
  readonly after: number
}
export const industryProcedure = procedure('cases.industry', {
  zh: '行业联动',
  menu: '督办',
  numbering: { prefix: 'U', per: 'year', digits: 4 },
  title: 'subjectName',
  leadingClock: 'answer',
  fields: {
    subjectName: text('对象(企业、场所、路段)', { maxLength: 100 }).searchable(),
    categoryKind: choice('部件/事项', kinds).optional(),
    category: code('问题类别', 'category'),
    cases: list('关联案件号'),
    unit: unit('行业主管单位'),
    measure: choice('措施', industryMeasures).optional(),
    talk: ref('约谈记录', 'enforcement.measure').optional(),
    credit: ref('信用事件', 'credit.event').optional(),
    campaign: ref('专项行动', 'enforcement.campaign').optional(),
    evidence: files(0, '措施凭证').optional(),
    result: longText('处理结果', { maxLength: 2000 }).optional(),
    actedAt: instant('采取措施时间').optional(),
    beforeCount: integer('措施前同期同类案件', { min: 0, unit: '件' }).optional(),
    afterCount: integer('措施后同类案件', { min: 0, unit: '件' }).optional(),
    effect: choice('成效', { better: '明显好转', same: '无变化', worse: '加重' }).optional(),
    effectNote: longText('成效说明', { maxLength: 1000 }).optional(),
  },
  clocks: { answer: { zh: '行业处理', limit: { value: 10, unit: 'work_day' } } },
  statuses: {
    raised: { zh: '已提请', duty: 'cases.handle', ofUnit: true, taskZh: '待处理行业联动' },
    acted: { zh: '已采取措施', duty: 'cases.supervise', taskZh: '待评成效行业联动' },
    closed: { zh: '已闭环', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '提请行业处理',
    from: 'new',
    to: 'raised',
    by: 'cases.supervise',
    form: {
      subjectName: text('对象', { maxLength: 100 }),
      links: rows('关联案件', { case: ref('案件', 'cases.case') }),
      unit: unit('行业主管单位'),
    },
    look: ({ tx, input }) => findLinked(tx, input.links),
    check: ({ found }) => linkFault(found),
    effects: ({ input, subject, found }) => ({
      set: {
        unitId: input.unit,
        categoryKind: found[0]?.kind ?? null,
        category: found[0]?.category ?? '',
        cases: found.map((c) => c.number),
      },
      clocks: [{ clock: 'answer', do: 'start' }],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `提请行业处理 ${subject.number}:${input.subjectName},同类案件${found.length}件` }],
      facts: [say(industryRaised, { industryId: subject.id, number: subject.number, cases: found.map((c) => c.id) })],
    }),
  }),
  act: action({
    zh: '采取措施',
    from: 'raised',
    to: 'acted',
    by: 'cases.handle',
    tone: 'primary',
    help: '约谈、信用、专项已在系统中登记的选上那一行,其余附凭证。',
    form: {
      measure: choice('措施', industryMeasures),
      talk: ref('约谈记录', 'enforcement.measure').optional(),
      credit: ref('信用事件', 'credit.event').optional(),
      campaign: ref('专项行动', 'enforcement.campaign').optional(),
      evidence: files(0, '措施凭证').optional(),
      result: longText('处理结果', { maxLength: 2000 }),
    },
    check: ({ input }) =>
      input.talk || input.credit || input.campaign || (input.evidence ?? []).length > 0
        ? undefined
        : refuse('kernel.check', { rule: '请选择所采取措施的记录,或附上凭证' }),
    effects: ({ input, now }) => ({
      set: {
        measure: input.measure,
        talk: input.talk ?? null,
        credit: input.credit ?? null,
        campaign: input.campaign ?? null,
        evidence: input.evidence ?? [],
        result: input.result,
        actedAt: now.toISOString(),
      },
      clocks: [{ clock: 'answer', do: 'stop' }],
    }),
  }),
  close: action({
    zh: '评成效并闭环',
    from: 'acted',
    to: 'closed',
    by: 'cases.supervise',
    tone: 'primary',
    help: '成效按案件算:措施前后同样长的时间里,关联案件所在社区的同类案件各几件。加重的不能闭环。',
    form: { effectNote: longText('成效说明', { maxLength: 1000 }).optional() },
    guard: ({ subject, now, parameter }) => {
      const days = parameter('cases.industry-observe')
      return subject.actedAt && now.getTime() - Date.parse(subject.actedAt) < days * dayMs
        ? refuse('kernel.check', { rule: `采取措施后观察满${days}天方可评成效` })
        : undefined
    },
    look: ({ tx, subject, now }) =>
      one<Effect>(tx, effectSql, [subject.cases, subject.categoryKind, subject.category, subject.actedAt, now]),
    check: ({ found }) =>
      found && found.after > found.before
        ? refuse('kernel.check', { rule: `同类案件由${found.before}件增到${found.after}件,加重的不能闭环,请退回再处理` })
        : undefined,
    effects: ({ input, found }) => ({
      set: {
        beforeCount: found?.before ?? 0,
        afterCount: found?.after ?? 0,
        effect: found && found.after < found.before ? 'better' : 'same',
        effectNote: input.effectNote ?? null,
      },
    }),
  }),
  again: action({
    zh: '无成效,再处理',
    from: 'acted',
    to: 'raised',
    by: 'cases.supervise',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({
      clocks: [{ clock: 'answer', do: 'start' }],
      assign: { unitId: subject.unitId ?? undefined },
      notify: subject.unitId ? [{ unitId: subject.unitId, zh: `行业联动 ${subject.number} 请再处理:${input.reason}` }] : [],
    }),
  }),
  lapse: action({
    zh: '逾期未处理',
    from: 'raised',
    to: 'same',
    by: 'system',
    effects: ({ subject, past }) => ({
      notify: [
        ...(subject.unitId ? [{ unitId: subject.unitId, zh: `行业联动 ${subject.number} 已过处理期限,请立即处理` }] : []),
        ...past
          .filter((p) => p.action === 'raise')
          .flatMap((p) => (p.actorId ? [{ personId: p.actorId, zh: `行业联动 ${subject.number} 逾期未处理` }] : [])),
      ],
    }),
  }),
}))
export const whenIndustryRaised = listen(industryRaised, async ({ industryId, cases }, ctx) => {
  for (const id of cases) await bySystem(ctx, 'cases.case', id, 'noteIndustry', { industry: industryId })
})
