/** 三年专项整治 and its two lists; and ONE item for everything that is promised, planned or learnt: put right by a unit, seen by another, signed off. */
import {
  choice,
  choices,
  date,
  dayText,
  endOf,
  first,
  integer,
  longText,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { modes as modeNames } from './check.ts'
import { itemClosed } from './facts.ts'
import { classes, notYet, unitOfPerson, why } from './shared.ts'

export const itemKinds = {
  problem: '问题隐患清单',
  measure: '制度措施清单',
  promise: '企业承诺',
  abnormal: '异常处置',
  other: '其他',
} as const
const itemForm = {
  kind: choice('清单', itemKinds),
  programme: ref('专项整治', 'safety.programme').optional(),
  what: text('事项', { maxLength: 200 }),
  unit: unit('责任单位'),
  dueOn: date('期限'),
  sourceType: text('来源类别', { maxLength: 40, isGiven: true }).optional(),
  sourceId: text('来源', { maxLength: 40, isGiven: true }).optional(),
} as const
export const item = procedure('safety.item', {
  zh: '安全清单事项',
  menu: '专项整治',
  title: 'what',
  numbering: { prefix: 'AQ', per: 'year', digits: 5 },
  help: '问题隐患与制度措施“两个清单”、企业承诺、异常处置:责任单位限期落实,另一人核实销号。',
  fields: {
    ...itemForm,
    what: itemForm.what.searchable(),
    result: longText('落实情况', { maxLength: 500 }).optional(),
    isOverdue: choice('逾期', { yes: '是', no: '否' }),
    closedOn: date('销号日期').optional(),
  },
  clocks: { carry: { zh: '落实', limit: { value: 30, unit: 'natural_day' }, basis: '专项整治方案' } },
  statuses: {
    open: { zh: '落实中', duty: 'safety.carry', taskZh: '安全清单事项待落实', ofUnit: true },
    done: { zh: '待核实', duty: 'safety.check', taskZh: '安全清单事项待核实' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '列入清单',
    from: 'new',
    to: 'open',
    by: 'safety.manage',
    form: itemForm,
    look: async ({ tx, input }) =>
      input.programme
        ? one<{ toYear: number; status: string }>(tx, 'select to_year as "toYear", status from safety.programme where id = $1', [
            input.programme,
          ])
        : undefined,
    check: ({ input, found, now }) =>
      first(
        why(input.dueOn < dayText(now), '期限不能早于今天'),
        why((input.kind === 'problem' || input.kind === 'measure') && !input.programme, '两个清单的事项须选专项整治'),
        notYet(Boolean(input.programme) && found?.status !== 'on', '该专项整治不在实施中'),
        why(Boolean(found) && Number(input.dueOn.slice(0, 4)) > (found?.toYear ?? 0), '期限超出专项整治周期'),
      ),
    effects: ({ input }) => ({
      set: { isOverdue: 'no', unitId: input.unit },
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `安全事项:${input.what}`.slice(0, 120) }],
      clocks: [{ clock: 'carry', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  pass: action({ zh: '逾期', from: ['open', 'done'], to: 'same', by: 'system', effects: () => ({ set: { isOverdue: 'yes' } }) }),
  finish: action({
    zh: '报落实',
    from: 'open',
    to: 'done',
    by: 'safety.carry',
    tone: 'primary',
    form: { result: longText('落实情况', { maxLength: 500 }), photos: photos(1, '佐证照片') },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject }) => notYet(found !== subject.unit, '不是本单位的事项'),
    effects: ({ input }) => ({ set: { result: input.result } }),
  }),
  sign: action({
    zh: '核实',
    from: 'done',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'open'),
    by: 'safety.check',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '销号', no: '退回' }) },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'finish' && p.actorId === actor.id),
        '报落实的人不能核实',
      ),
    effects: ({ input, subject, now }) =>
      input.isOk === 'yes'
        ? {
            set: { closedOn: dayText(now) },
            clocks: [{ clock: 'carry', do: 'stop' }],
            timers: [{ name: 'due', at: null, action: 'pass' }],
            facts: [say(itemClosed, { sourceType: subject.sourceType ?? '', sourceId: subject.sourceId ?? '' })],
          }
        : { assign: { unitId: subject.unit } },
  }),
}))

const target = {
  year: integer('年度', { min: 2000, max: 2100 }),
  what: text('年度目标', { maxLength: 120 }),
  checks: integer('检查企业', { unit: '家次', min: 1 }),
} as const
const programmeForm = {
  name: text('专项整治', { maxLength: 100 }),
  fromYear: integer('起年', { min: 2000, max: 2100 }),
  toYear: integer('止年', { min: 2000, max: 2100 }),
  sectors: choices('重点领域', classes),
  targets: rows('年度目标', target),
} as const
const yearLine = {
  year: integer('年度'),
  target: integer('目标检查', { unit: '家次' }),
  checks: integer('完成检查', { unit: '家次' }),
  modes: text('各方式', { maxLength: 200 }),
  problems: integer('发现隐患', { unit: '起' }),
  closed: integer('已闭环', { unit: '起' }),
  items: integer('清单销号', { unit: '项' }),
  isMet: choice('达标', { yes: '达标', no: '未达标' }),
} as const
const inYear = (column: string): string => `extract(year from ${column})::int = $2`
const yearSql = `with c as (select id, mode from safety.check where programme = $1 and ${inYear('checked_on')})
  select (select count(*)::int from c) as checks, coalesce((select string_agg(mode || ' ' || n, ',' order by mode) from (select mode, count(*) as n from c group by mode) m), '') as modes,
    (select count(*)::int from safety.problem p where p.check_id::uuid in (select id from c)) as problems, (select count(*)::int from safety.problem p where p.check_id::uuid in (select id from c) and p.status = 'closed') as closed,
    (select count(*)::int from safety.item where programme = $1 and status = 'closed' and ${inYear('due_on')}) as items, (select count(*)::int from safety.item where programme = $1 and status <> 'closed' and ${inYear('due_on')}) as open`
interface Year {
  readonly checks: number
  readonly modes: string
  readonly problems: number
  readonly closed: number
  readonly items: number
  readonly open: number
}
/** `leader 1,special 2` of the query in the words people use. */
const inWords = (counted: string): string =>
  counted
    .split(',')
    .filter(Boolean)
    .map((part) => {
      const [mode = '', n = ''] = part.split(' ')
      return `${modeNames[mode as keyof typeof modeNames] ?? mode}${n}次`
    })
    .join('、')
const yearOf = (tx: Tx, id: string, year: number) => one<Year>(tx, yearSql, [id, year])
export const programme = procedure('safety.programme', {
  zh: '安全生产专项整治',
  menu: '专项整治',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'ZX', per: 'year', digits: 3 },
  help: '每年有目标,两个清单逐项销号;年度评估由检查与清单自动数出,当年清单未销号、隐患未闭环不能评估,各年评估齐了才总结。',
  fields: {
    ...programmeForm,
    name: programmeForm.name.searchable(),
    years: integer('周期', { unit: '年' }),
    results: rows('年度评估', yearLine),
    summary: longText('总结', { maxLength: 1000 }).optional(),
  },
  statuses: {
    asked: { zh: '方案待批', duty: 'safety.lead', taskZh: '专项整治方案待批' },
    on: { zh: '实施中', duty: 'safety.manage', taskZh: '专项整治实施' },
    closed: { zh: '已总结', kind: 'final' },
    refused: { zh: '不同意', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '拟定方案',
    from: 'new',
    to: 'asked',
    by: 'safety.manage',
    form: programmeForm,
    check: ({ input }) => {
      const years = Array.from({ length: Math.max(0, input.toYear - input.fromYear + 1) }, (_, i) => input.fromYear + i)
      const left = years.filter((y) => !input.targets.some((t) => t.year === y))
      return first(
        why(years.length === 0, '止年不能早于起年'),
        why(input.sectors.length === 0, '请选择重点领域'),
        why(left.length > 0, `没有年度目标:${left.join('、')}`),
        why(input.targets.length !== years.length, '一年一条目标'),
      )
    },
    effects: ({ input }) => ({ set: { years: input.toYear - input.fromYear + 1, results: [] } }),
  }),
  approve: action({
    zh: '批准',
    from: 'asked',
    to: ({ input }) => (input.isOk === 'yes' ? 'on' : 'refused'),
    by: 'safety.lead',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意', no: '不同意' }) },
  }),
  assess: action({
    zh: '年度评估',
    from: 'on',
    to: 'same',
    by: 'safety.manage',
    form: { year: integer('年度', { min: 2000, max: 2100 }) },
    look: ({ tx, input, subject }) => yearOf(tx, subject.id, input.year),
    check: ({ input, subject, found, now }) =>
      first(
        why(!subject.targets.some((t) => t.year === input.year), '该年不在周期内'),
        notYet(
          subject.results.some((r) => r.year === input.year),
          '该年已评估',
        ),
        notYet(dayText(now).slice(5) < '12-01' && Number(dayText(now).slice(0, 4)) <= input.year, '年度评估在当年12月以后进行'),
        notYet((found?.open ?? 0) > 0, `当年清单还有${found?.open}项未销号`),
        notYet(
          (found?.problems ?? 0) > (found?.closed ?? 0),
          `当年检查还有${(found?.problems ?? 0) - (found?.closed ?? 0)}起隐患未闭环`,
        ),
      ),
    effects: ({ input, subject, found }) => {
      const goal = subject.targets.find((t) => t.year === input.year)?.checks ?? 0
      const { checks = 0, modes = '', problems = 0, closed = 0, items = 0 } = found ?? {}
      return {
        set: {
          results: [
            ...subject.results,
            {
              year: input.year,
              target: goal,
              checks,
              modes: inWords(modes),
              problems,
              closed,
              items,
              isMet: checks >= goal ? 'yes' : 'no',
            },
          ],
        },
      }
    },
  }),
  close: action({
    zh: '总结',
    from: 'on',
    to: 'closed',
    by: 'safety.manage',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 1000 }) },
    check: ({ subject }) => {
      const left = subject.targets.filter((t) => !subject.results.some((r) => r.year === t.year)).map((t) => t.year)
      return notYet(left.length > 0, `还没有年度评估:${left.join('、')}`)
    },
    effects: ({ input }) => ({ set: input }),
  }),
}))
