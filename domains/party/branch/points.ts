/** 党员积分制: claimed by rule with evidence, approved by the secretary, published each quarter, appealed, graded at the end of the year. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  integer,
  longText,
  many,
  number,
  one,
  procedure,
  ref,
  round,
  rows,
  say,
  type Tx,
  text,
} from '#kernel'
import { pointsAppealed } from '../facts.ts'
import { branchById, counted, memberById, membersOf, notOfBranch, notYet, quarterDays, why } from '../shared.ts'

interface Rule {
  readonly name: string
  readonly points: number
  readonly most: number
  readonly isVeto: boolean
}
const ruleSql = 'select name, points, most, is_veto as "isVeto" from party.point_rule where id = $1 and retired_at is null'
const usedSql = `select coalesce(sum(abs(points)), 0)::float8 as n from party.points where member = $1 and rule = $2 and left(done_on::text, 4) = $3 and status <> 'refused'`
const claimForm = {
  member: ref('党员', 'party.member'),
  rule: ref('积分事项', 'party.point-rule'),
  doneOn: date('日期'),
  what: text('事由', { maxLength: 200 }),
  proof: files(1, '佐证材料'),
} as const
export const points = procedure('party.points', {
  zh: '党员积分',
  menu: '党建考评',
  title: 'what',
  isCommon: true,
  numbering: { prefix: 'JF', per: 'year', digits: 5 },
  help: '本人申报,支部书记审核;分值取自积分标准,同一事项全年不超过上限;扣分由支部登记,机关党委审核。',
  fields: {
    ...claimForm,
    what: claimForm.what.searchable(),
    branch: ref('支部', 'party.branch').optional(),
    points: number('分值', { unit: '分' }).optional(),
    isVeto: choice('一票否决', { yes: '是', no: '否' }).optional(),
    approvedOn: date('审核日期').optional(),
    reason: text('审核意见', { maxLength: 200 }).optional(),
  },
  statuses: {
    claimed: { zh: '待审核', duty: 'party.branch', taskZh: '党员积分待审核' },
    approved: { zh: '已计分', kind: 'final' },
    refused: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  claim: action({
    zh: '申报积分',
    from: 'new',
    to: 'claimed',
    by: 'party.self',
    form: claimForm,
    look: async ({ tx, input }) => ({
      member: await memberById(tx, input.member),
      rule: await one<Rule>(tx, ruleSql, [input.rule]),
      used: await counted(tx, usedSql, [input.member, input.rule, input.doneOn.slice(0, 4)]),
    }),
    check: ({ input, found, actor, now }) => {
      const { rule } = found
      return first(
        why(!found.member || !rule, '没有这名党员或积分事项'),
        why(input.doneOn > dayText(now) || input.doneOn.slice(0, 4) !== dayText(now).slice(0, 4), '只申报本年度已发生的事项'),
        notYet((rule?.points ?? 0) > 0 && found.member?.person !== actor.id, '加分由本人申报'),
        notYet((rule?.points ?? 0) < 0 && found.member?.person === actor.id, '扣分由支部或机关党委登记'),
        notYet(
          found.used + Math.abs(rule?.points ?? 0) > (rule?.most ?? 0),
          `“${rule?.name ?? ''}”全年上限${rule?.most ?? 0}分,已计${round(found.used)}分`,
        ),
      )
    },
    effects: ({ found }) => ({
      set: {
        branch: found.member?.branch ?? null,
        points: found.rule?.points ?? 0,
        isVeto: found.rule?.isVeto ? 'yes' : 'no',
      },
    }),
  }),
  approve: action({
    zh: '审核',
    from: 'claimed',
    by: 'party.branch',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '计分', no: '不计分' }), reason: text('说明', { maxLength: 200 }).optional() },
    look: async ({ tx, subject }) => ({
      branch: await branchById(tx, subject.branch),
      member: await memberById(tx, subject.member),
    }),
    to: ({ input }) => (input.isOk === 'yes' ? 'approved' : 'refused'),
    check: ({ found, actor, input }) =>
      first(
        notYet(found.member?.person === actor.id, '不能审核自己的积分'),
        notOfBranch(found.branch, actor),
        why(input.isOk === 'no' && !input.reason, '不计分须说明理由'),
      ),
    effects: ({ input, now }) => ({ set: { reason: input.reason ?? null, approvedOn: dayText(now) } }),
  }),
}))

const standingLine = {
  member: text('党员', { maxLength: 60 }),
  quarterPoints: number('本季积分', { unit: '分' }),
  total: number('年内累计', { unit: '分' }),
  isVeto: choice('一票否决', { yes: '是', no: '否' }),
} as const
const sumSql = `select member, coalesce(sum(points) filter (where done_on >= $2::date), 0)::float8 as now, coalesce(sum(points), 0)::float8 as total, bool_or(is_veto = 'yes') as veto
  from party.points where branch = $1 and status = 'approved' and done_on >= $4::date and done_on < $3::date group by member`
const movedSql = `select a.member, sum(a.delta)::float8 as n from party.point_appeal a join party.point_quarter q on q.district = a.district and q.id = a.quarter where q.branch = $1 and q.year = $2 and q.quarter < $3 and a.status = 'upheld' group by a.member`
/** What appeals of earlier quarters changed stays in the sum of the year. */
const standings = async (tx: Tx, branch: string, year: number, quarter: number) => {
  const [fromDay, before] = quarterDays(year, quarter)
  const sums = await many<{ member: string; now: number; total: number; veto: boolean }>(tx, sumSql, [
    branch,
    fromDay,
    before,
    `${year}-01-01`,
  ])
  const moved = await many<{ member: string; n: number }>(tx, movedSql, [branch, year, quarter])
  return (await membersOf(tx, [branch])).map((m) => {
    const s = sums.find((x) => x.member === m.id)
    return {
      member: m.label,
      quarterPoints: round(s?.now ?? 0),
      total: round((s?.total ?? 0) + (moved.find((x) => x.member === m.id)?.n ?? 0)),
      isVeto: s?.veto ? ('yes' as const) : ('no' as const),
    }
  })
}
const openClaims = `select count(*)::int as n from party.points where branch = $1 and status = 'claimed' and done_on < $2::date`
const quarterForm = {
  branch: ref('支部', 'party.branch'),
  year: integer('年度', { min: 2000, max: 2100 }),
  quarter: integer('季度', { min: 1, max: 4 }),
} as const
export const pointQuarter = procedure('party.point-quarter', {
  zh: '党员积分季度公示',
  menu: '党建考评',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'JG', per: 'year', digits: 4 },
  help: '季末公示全支部积分,公示期内党员可申诉;有未处理的申诉不能定档。',
  uniqueTogether: [['branch', 'year', 'quarter']],
  fields: {
    name: text('公示', { maxLength: 100 }).searchable().optional(),
    ...quarterForm,
    lines: rows('积分', standingLine),
    publishedOn: date('公示日期').optional(),
    publicUntil: date('公示至').optional(),
    appeals: integer('申诉', { unit: '件' }),
  },
  statuses: {
    published: { zh: '公示中' },
    waiting: { zh: '申诉未决' },
    final: { zh: '已定档', kind: 'final' },
  },
}).actions((action) => ({
  publish: action({
    zh: '公示',
    from: 'new',
    to: 'published',
    by: 'party.branch',
    form: quarterForm,
    look: async ({ tx, input }) => ({
      branch: await branchById(tx, input.branch),
      open: await counted(tx, openClaims, [input.branch, quarterDays(input.year, input.quarter)[1]]),
      lines: await standings(tx, input.branch, input.year, input.quarter),
    }),
    check: ({ input, found, actor, now }) =>
      first(
        notOfBranch(found.branch, actor),
        notYet(dayText(now) < quarterDays(input.year, input.quarter)[1], '本季度还没有结束'),
        notYet(found.open > 0, `还有${found.open}条积分未审核`),
      ),
    effects: ({ input, found, now, parameter }) => {
      const until = addDays(dayText(now), parameter('party.publish-days'))
      return {
        set: {
          name: `${found.branch?.name ?? ''}${input.year}年第${input.quarter}季度`,
          lines: found.lines,
          publishedOn: dayText(now),
          publicUntil: until,
          appeals: 0,
        },
        timers: [{ name: 'end', at: endOf(until), action: 'expire' }],
      }
    },
  }),
  expire: action({
    zh: '公示期满',
    from: 'published',
    look: ({ tx, subject }) => counted(tx, openAppeals, [subject.id]),
    to: ({ found }) => (found > 0 ? 'waiting' : 'final'),
    by: 'system',
  }),
  correct: action({
    zh: '申诉处理',
    from: ['published', 'waiting'],
    look: ({ tx, subject }) => counted(tx, openAppeals, [subject.id]),
    to: ({ found, subject }) => (subject.status === 'waiting' && found === 0 ? 'final' : subject.status),
    by: 'system',
    form: { label: text('党员', { maxLength: 60 }), delta: number('调整', { unit: '分' }) },
    effects: ({ input, subject }) => ({
      set: {
        appeals: subject.appeals + 1,
        lines: subject.lines.map((l) =>
          l.member === input.label
            ? { ...l, quarterPoints: round(l.quarterPoints + input.delta), total: round(l.total + input.delta) }
            : l,
        ),
      },
    }),
  }),
}))
const openAppeals = `select count(*)::int as n from party.point_appeal where quarter = $1 and status = 'raised'`
const appealForm = { quarter: ref('公示', 'party.point-quarter'), why: longText('申诉理由', { maxLength: 500 }) } as const
export const pointAppeal = procedure('party.point-appeal', {
  zh: '积分申诉',
  menu: '党建考评',
  title: 'why',
  numbering: { prefix: 'JS', per: 'year', digits: 4 },
  fields: {
    ...appealForm,
    member: ref('党员', 'party.member').optional(),
    delta: number('调整', { unit: '分' }).optional(),
    answer: text('答复', { maxLength: 300 }).optional(),
  },
  statuses: {
    raised: { zh: '待处理', duty: 'party.manage', taskZh: '积分申诉待处理' },
    upheld: { zh: '已调整', kind: 'final' },
    rejected: { zh: '不成立', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '申诉',
    from: 'new',
    to: 'raised',
    by: 'party.self',
    form: appealForm,
    look: ({ tx, input, actor }) =>
      one<{ member: string; status: string }>(
        tx,
        'select m.id as member, q.status from party.point_quarter q join party.member m on m.district = q.district and m.branch = q.branch and m.person = $2 where q.id = $1',
        [input.quarter, actor.id],
      ),
    check: ({ found }) =>
      first(why(!found, '只能申诉本支部公示的本人积分'), notYet(found?.status !== 'published', '不在公示期内')),
    effects: ({ found }) => ({ set: { member: found?.member ?? null } }),
  }),
  decide: action({
    zh: '处理申诉',
    from: 'raised',
    look: ({ tx, subject }) => memberById(tx, subject.member),
    to: ({ input }) => (input.isOk === 'yes' ? 'upheld' : 'rejected'),
    by: 'party.manage',
    tone: 'primary',
    form: {
      isOk: choice('结论', { yes: '成立', no: '不成立' }),
      delta: number('调整分值', { unit: '分', min: -50, max: 50 }).optional(),
      answer: text('答复', { maxLength: 300 }),
    },
    check: ({ input, found, actor }) =>
      first(
        why(input.isOk === 'yes' && !input.delta, '成立的须填写调整分值'),
        notYet(found?.person === actor.id, '本人不能处理自己的申诉'),
      ),
    effects: ({ input, subject, found }) => {
      const delta = input.isOk === 'yes' ? (input.delta ?? 0) : 0
      return {
        set: { delta, answer: input.answer },
        facts: [
          say(pointsAppealed, { quarter: subject.quarter, member: subject.member ?? '', label: found?.label ?? '', delta }),
        ],
      }
    },
  }),
}))

const gradeLine = {
  member: text('党员', { maxLength: 60 }),
  points: number('年度积分', { unit: '分' }),
  grade: choice('等次', { excellent: '优秀', pass: '合格', basic: '基本合格', fail: '不合格' }),
} as const
/** 60 points to begin with; a veto fails whatever the points. */
export const gradeOf = (
  points: number,
  isVeto: boolean,
  excellent: number,
  pass: number,
): 'excellent' | 'pass' | 'basic' | 'fail' => {
  if (isVeto) return 'fail'
  if (points >= excellent) return 'excellent'
  if (points >= pass) return 'pass'
  return points >= pass - 10 ? 'basic' : 'fail'
}
export const pointYear = procedure('party.point-year', {
  zh: '党员积分年度等次',
  menu: '党建考评',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'JD', per: 'year', digits: 3 },
  help: '四个季度公示都定档后才能评定年度等次:基础分加全年积分。',
  uniqueTogether: [['branch', 'year']],
  fields: {
    name: text('评定', { maxLength: 100 }).searchable().optional(),
    branch: quarterForm.branch,
    year: quarterForm.year,
    lines: rows('等次', gradeLine),
    excellent: integer('优秀', { unit: '人' }),
    graded: integer('评定', { unit: '人' }),
    gradedOn: date('评定日期').optional(),
  },
  statuses: { graded: { zh: '已评定' }, void: { zh: '撤销', kind: 'final' } },
}).actions((action) => ({
  grade: action({
    zh: '评定年度等次',
    from: 'new',
    to: 'graded',
    by: 'party.branch',
    form: { branch: quarterForm.branch, year: quarterForm.year },
    look: async ({ tx, input }) => ({
      branch: await branchById(tx, input.branch),
      quarters: await many<{ quarter: number; lines: readonly { member: string; total: number; isVeto: 'yes' | 'no' }[] }>(
        tx,
        `select quarter, lines from party.point_quarter where branch = $1 and year = $2 and status = 'final' order by quarter`,
        [input.branch, input.year],
      ),
    }),
    check: ({ found, actor }) =>
      first(notOfBranch(found.branch, actor), notYet(found.quarters.length < 4, `只有${found.quarters.length}个季度定档`)),
    effects: ({ input, found, parameter, now }) => {
      const lines = (found.quarters.at(-1)?.lines ?? []).map((l) => {
        const total = round(parameter('party.point-base') + l.total)
        const grade = gradeOf(total, l.isVeto === 'yes', parameter('party.point-excellent'), parameter('party.point-pass'))
        return { member: l.member, points: total, grade }
      })
      return {
        set: {
          name: `${found.branch?.name ?? ''}${input.year}年度`,
          lines,
          graded: lines.length,
          excellent: lines.filter((l) => l.grade === 'excellent').length,
          gradedOn: dayText(now),
        },
      }
    },
  }),
  revoke: action({
    zh: '撤销评定',
    from: 'graded',
    to: 'void',
    by: 'party.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
