/** 公务员考核与事业单位综合考核: a record a quarter for each person, the year's grades of a unit by scheme, with a quota of the excellent. */
import {
  choice,
  date,
  dayText,
  didBefore,
  first,
  integer,
  list,
  longText,
  many,
  one,
  person,
  procedure,
  rows,
  type Tx,
  text,
  unit,
} from '#kernel'
import { lacking, notYet, peopleOf, unitOf, why } from './shared.ts'

export const schemes = { civil: '机关公务员', institution: '局属事业单位' } as const
const quarterGrades = { good: '好', fair: '较好', plain: '一般', poor: '较差' } as const
const quarterForm = {
  year: integer('年度', { min: 2000, max: 2100 }),
  quarter: integer('季度', { min: 1, max: 4 }),
  summary: longText('本季工作', { maxLength: 2000 }),
} as const
export const quarter = procedure('staff.quarter', {
  zh: '平时考核(季度)',
  menu: '队伍建设',
  title: 'name',
  numbering: { prefix: 'PS', per: 'year', digits: 5 },
  help: '本人写实,本单位负责人评等次;一人一季一份。',
  uniqueTogether: [['person', 'year', 'quarter']],
  fields: {
    name: text('考核', { maxLength: 80 }).searchable().optional(),
    ...quarterForm,
    person: person('人员'),
    grade: choice('等次', quarterGrades).optional(),
    comment: text('评语', { maxLength: 300 }).optional(),
    gradedOn: date('评定日期').optional(),
  },
  statuses: {
    written: { zh: '待评定', duty: 'staff.unit', taskZh: '平时考核待评定' },
    graded: { zh: '已评定', kind: 'final' },
  },
}).actions((action) => ({
  write: action({
    zh: '季度写实',
    from: 'new',
    look: ({ tx, actor }) => unitOf(tx, actor.id),
    to: 'written',
    by: 'staff.self',
    form: quarterForm,
    check: ({ input, now, found }) => {
      const begins = `${input.year}-${String((input.quarter - 1) * 3 + 1).padStart(2, '0')}-01`
      return first(why(dayText(now) < begins, '本季度还没有开始'), why(!found, '没有所属单位'))
    },
    effects: ({ actor, found, input }) => ({
      set: { name: `${actor.name}${input.year}年第${input.quarter}季度`, person: actor.id ?? '', unitId: found },
    }),
  }),
  grade: action({
    zh: '评定',
    from: 'written',
    look: async ({ tx, actor, subject }) => ({ mine: await unitOf(tx, actor.id), theirs: await unitOf(tx, subject.person) }),
    to: 'graded',
    by: 'staff.unit',
    tone: 'primary',
    form: { grade: choice('等次', quarterGrades), comment: text('评语', { maxLength: 300 }) },
    check: ({ found, subject, actor }) =>
      first(notYet(subject.person === actor.id, '不能评定自己'), notYet(found.mine !== found.theirs, '由本单位负责人评定')),
    effects: ({ input, now }) => ({ set: { ...input, gradedOn: dayText(now) } }),
  }),
}))
const grades = { excellent: '优秀', competent: '称职(合格)', basic: '基本称职', poor: '不称职' } as const
const gradeLine = {
  who: text('人员', { maxLength: 60 }),
  grade: choice('等次', grades),
  reason: text('理由', { maxLength: 200 }).optional(),
} as const
interface Standing {
  readonly label: string
  readonly graded: number
  readonly good: number
  readonly poor: number
}
const gradedSql = `select person, count(*)::int as graded, (count(*) filter (where grade = 'good'))::int as good, (count(*) filter (where grade = 'poor'))::int as poor from staff.quarter where year = $1 and status = 'graded' and person = any($2::uuid[]) group by person`
/** Each person of a unit with the quarters graded in a year. */
export const standingOf = async (tx: Tx, unitId: string, year: number): Promise<readonly Standing[]> => {
  const people = await peopleOf(tx, unitId)
  const done = await many<{ person: string; graded: number; good: number; poor: number }>(tx, gradedSql, [
    year,
    people.map((p) => p.id),
  ])
  return people.map((p) => {
    const d = done.find((x) => x.person === p.id)
    return { label: p.label, graded: d?.graded ?? 0, good: d?.good ?? 0, poor: d?.poor ?? 0 }
  })
}
const quotaOf = (heads: number, percent: number): number => Math.floor((heads * percent) / 100)
export const appraisal = procedure('staff.appraisal', {
  zh: '年度考核',
  menu: '队伍建设',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'NK', per: 'year', digits: 3 },
  help: '按公务员、事业单位两种办法;季度记录不全的列名不能评;优秀不超过人数的比例;优秀须有两个季度为好,有季度较差的不能评优秀。',
  uniqueTogether: [['unit', 'year', 'scheme']],
  fields: {
    name: text('考核', { maxLength: 100 }).searchable().optional(),
    scheme: choice('办法', schemes),
    unit: unit('单位'),
    year: integer('年度', { min: 2000, max: 2100 }),
    people: list('参加考核人员'),
    heads: integer('人数', { unit: '人' }),
    quota: integer('优秀名额', { unit: '人' }),
    lines: rows('等次', gradeLine),
    excellent: integer('优秀', { unit: '人' }).optional(),
    gradedOn: date('审定日期').optional(),
    reason: text('退回理由', { maxLength: 200 }).optional(),
  },
  statuses: {
    opened: { zh: '待提出等次', duty: 'staff.manage', taskZh: '年度考核待提出等次' },
    proposed: { zh: '待审定', duty: 'staff.approve', taskZh: '年度考核等次待审定' },
    final: { zh: '已审定', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '开展年度考核',
    from: 'new',
    look: async ({ tx, input }) => ({
      people: await peopleOf(tx, input.unit),
      unit: await one<{ name: string }>(tx, 'select name from kernel.unit where id = $1', [input.unit]),
    }),
    to: 'opened',
    by: 'staff.manage',
    form: {
      scheme: choice('办法', schemes),
      unit: unit('单位'),
      year: integer('年度', { min: 2000, max: 2100 }),
    },
    check: ({ found, input, now }) =>
      first(
        notYet(found.people.length === 0, '单位没有人员'),
        notYet(dayText(now) < `${input.year}-12-01`, '年度考核从12月开始'),
      ),
    effects: ({ found, input, parameter }) => ({
      set: {
        name: `${found.unit?.name ?? ''}${input.year}年度考核`,
        people: found.people.map((p) => p.label),
        heads: found.people.length,
        quota: quotaOf(found.people.length, parameter(`staff.quota-${input.scheme}`)),
        lines: [],
      },
    }),
  }),
  propose: action({
    zh: '提出等次',
    from: 'opened',
    look: ({ tx, subject }) => standingOf(tx, subject.unit, subject.year),
    to: 'proposed',
    by: 'staff.manage',
    tone: 'primary',
    form: { lines: rows('等次', gradeLine, { eachOf: 'people' }) },
    check: ({ input, subject, found }) => {
      const left = lacking(
        subject.people,
        input.lines.map((l) => l.who),
      )
      const short = found.filter((f) => subject.people.includes(f.label) && f.graded < 4)
      const best = input.lines.filter((l) => l.grade === 'excellent')
      const weak = best.find((b) => found.some((f) => f.label === b.who && (f.good < 2 || f.poor > 0)))
      return first(
        why(left !== '', `没有等次:${left}`),
        why(input.lines.length !== subject.people.length, '人员重复或不在名单'),
        notYet(short.length > 0, `季度记录不全:${short.map((s) => `${s.label}(${s.graded}/4)`).join('、')}`),
        notYet(best.length > subject.quota, `优秀${best.length}人,超过名额${subject.quota}人`),
        notYet(Boolean(weak), `${weak?.who ?? ''}季度等次不够评优秀`),
        why(
          input.lines.some((l) => (l.grade === 'basic' || l.grade === 'poor') && !l.reason),
          '基本称职、不称职须写明理由',
        ),
      )
    },
    effects: ({ input }) => ({
      set: {
        lines: input.lines.map((l) => ({ ...l, reason: l.reason ?? null })),
        excellent: input.lines.filter((l) => l.grade === 'excellent').length,
      },
    }),
  }),
  approve: action({
    zh: '审定',
    from: 'proposed',
    to: ({ input }) => (input.isOk === 'yes' ? 'final' : 'opened'),
    by: 'staff.approve',
    tone: 'primary',
    form: { isOk: choice('结论', { yes: '审定', no: '退回' }), reason: text('退回理由', { maxLength: 200 }).optional() },
    guard: ({ past, actor }) => notYet(didBefore(past, 'propose', actor), '提出等次的人不能审定'),
    check: ({ input }) => why(input.isOk === 'no' && !input.reason, '退回须写明理由'),
    effects: ({ input, now }) =>
      input.isOk === 'yes' ? { set: { gradedOn: dayText(now) } } : { set: { reason: input.reason ?? null } },
  }),
}))
