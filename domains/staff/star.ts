/** 星级执法中队: applied for, scored item by item, re-checked by others, stars for a year; a failed re-check takes them away. */
import {
  addDays,
  date,
  dayText,
  didBefore,
  endOf,
  files,
  first,
  integer,
  many,
  number,
  one,
  person,
  procedure,
  ref,
  register,
  repeated,
  round,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { starsChanged } from './facts.ts'
import { lacking, notYet, why } from './shared.ts'

export const squad = register('staff.squad', {
  zh: '创建中队',
  menu: '队伍建设',
  title: 'name',
  help: '参加星级创建的全部执法中队;星级由评定写入。',
  fields: {
    name: text('中队', { maxLength: 60 }).unique().searchable(),
    unit: unit('单位').unique(),
    chief: person('中队长'),
    stars: integer('星级', { unit: '星', min: 0, max: 5 }),
    starsUntil: date('有效至').optional(),
  },
})
export const standard = register('staff.star-standard', {
  zh: '星级中队标准',
  menu: '队伍建设',
  title: 'name',
  help: '全部现行标准分值合计应为100分。',
  fields: {
    code: text('编号', { maxLength: 12 }).unique(),
    name: text('标准', { maxLength: 80 }).searchable(),
    points: number('分值', { unit: '分', min: 0.5, max: 100 }),
  },
})
const scoreLine = {
  item: text('标准', { maxLength: 100 }),
  score: number('得分', { unit: '分', min: 0, max: 100 }),
  note: text('扣分原因', { maxLength: 200 }).optional(),
} as const
interface Standard {
  readonly label: string
  readonly points: number
}
const standardsOf = (tx: Tx) =>
  many<Standard>(
    tx,
    `select code || ' ' || name as label, points from staff.star_standard where retired_at is null order by code`,
  )
type Line = { readonly item: string; readonly score: number; readonly note?: string | null | undefined }
const sumOf = (lines: readonly Line[]): number => round(lines.reduce((n, l) => n + l.score, 0))
/** @returns 0 to 5: the most stars the score is enough for. */
export const starsFor = (score: number, parameter: (name: string) => number): number =>
  [5, 4, 3, 2, 1].find((n) => score >= parameter(`staff.star-${n}`)) ?? 0
const wrongLines = (lines: readonly Line[], standards: readonly Standard[]) => {
  const names = lines.map((l) => l.item)
  const left = lacking(
    standards.map((s) => s.label),
    names,
  )
  const over = lines.find((l) => l.score > (standards.find((s) => s.label === l.item)?.points ?? -1))
  const bare = lines.find((l) => l.score < (standards.find((s) => s.label === l.item)?.points ?? 0) && !l.note)
  return first(
    why(left !== '', `没有评分:${left}`),
    why(repeated(names) !== undefined, '标准重复'),
    why(Boolean(over), `“${over?.item ?? ''}”超过分值或不是现行标准`),
    why(Boolean(bare), `“${bare?.item ?? ''}”扣分须写明原因`),
  )
}
const lines = rows('逐项评分', scoreLine, { eachOf: 'items' })
export const application = procedure('staff.star-application', {
  zh: '星级中队评定',
  menu: '队伍建设',
  title: 'squadName',
  isCommon: true,
  numbering: { prefix: 'XJ', per: 'year', digits: 3 },
  help: '申报 → 按标准逐项初评 → 另一人复核(相差过大按复核分) → 授星一年;到期复查不达标的降星或摘星。',
  fields: {
    squad: ref('中队', 'staff.squad'),
    wanted: integer('申报星级', { unit: '星', min: 1, max: 5 }),
    squadName: text('中队', { maxLength: 60 }).searchable(),
    items: rows('标准', { item: text('标准', { maxLength: 100 }) }),
    lines: rows('初评', scoreLine),
    score: number('初评分', { unit: '分' }).optional(),
    recheckLines: rows('复核', scoreLine),
    recheckScore: number('复核分', { unit: '分' }).optional(),
    stars: integer('授予星级', { unit: '星' }).optional(),
    grantedOn: date('授予日期').optional(),
    until: date('有效至').optional(),
    lostOn: date('降星、摘星日期').optional(),
    reviews: integer('到期复查', { unit: '次' }),
  },
  statuses: {
    applied: { zh: '待初评', duty: 'staff.inspect', taskZh: '星级中队待初评' },
    scored: { zh: '待复核', duty: 'staff.inspect', taskZh: '星级中队待复核' },
    granted: { zh: '已授星' },
    due: { zh: '到期待复查', duty: 'staff.inspect', taskZh: '星级到期待复查' },
    refused: { zh: '未达标', kind: 'final' },
    lost: { zh: '已摘星', kind: 'final' },
    renewed: { zh: '已由新评定取代', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报',
    from: 'new',
    to: 'applied',
    by: 'staff.unit',
    form: {
      squad: ref('中队', 'staff.squad'),
      wanted: integer('申报星级', { unit: '星', min: 1, max: 5 }),
      proof: files(1, '创建材料'),
    },
    look: async ({ tx, input }) => ({
      squad: await one<{ name: string; chief: string }>(
        tx,
        'select name, chief from staff.squad where id = $1 and retired_at is null',
        [input.squad],
      ),
      open: await one(
        tx,
        `select 1 as n from staff.star_application where squad = $1 and status = any(array['applied', 'scored'])`,
        [input.squad],
      ),
      standards: await standardsOf(tx),
    }),
    check: ({ found, actor }) => {
      const sum = sumOf(found.standards.map((s) => ({ item: s.label, score: s.points })))
      return first(
        why(!found.squad, '没有这个中队'),
        notYet(found.squad?.chief !== actor.id, '由中队长申报'),
        notYet(Boolean(found.open), '已有评定在办'),
        notYet(sum !== 100, `星级标准合计应为100分,现为${sum}分`),
      )
    },
    effects: ({ found }) => ({
      set: {
        squadName: found.squad?.name ?? '',
        items: found.standards.map((s) => ({ item: s.label })),
        lines: [],
        recheckLines: [],
        reviews: 0,
      },
    }),
  }),
  score: action({
    zh: '初评',
    from: 'applied',
    to: 'scored',
    by: 'staff.inspect',
    tone: 'primary',
    form: { lines },
    look: ({ tx }) => standardsOf(tx),
    check: ({ input, found }) => wrongLines(input.lines, found),
    effects: ({ input }) => ({
      set: { lines: input.lines.map((l) => ({ ...l, note: l.note ?? null })), score: sumOf(input.lines) },
    }),
  }),
  recheck: action({
    zh: '复核授星',
    from: 'scored',
    look: ({ tx }) => standardsOf(tx),
    to: ({ input, subject, parameter }) => (decided(subject, sumOf(input.lines), parameter) > 0 ? 'granted' : 'refused'),
    by: 'staff.inspect',
    tone: 'primary',
    form: { lines },
    guard: ({ past, actor }) => notYet(didBefore(past, 'score', actor), '初评的人不能复核'),
    check: ({ input, found }) => wrongLines(input.lines, found),
    effects: ({ input, subject, now, parameter }) => {
      const score = sumOf(input.lines)
      const stars = decided(subject, score, parameter)
      const until = addDays(dayText(now), parameter('staff.star-days'))
      const set = { recheckLines: input.lines.map((l) => ({ ...l, note: l.note ?? null })), recheckScore: score, stars }
      if (stars === 0) return { set }
      return {
        set: { ...set, grantedOn: dayText(now), until },
        timers: [{ name: 'end', at: endOf(until), action: 'lapse' }],
        facts: [say(starsChanged, { squad: subject.squad, stars, until, number: subject.number })],
      }
    },
  }),
  lapse: action({ zh: '星级到期', from: 'granted', to: 'due', by: 'system' }),
  review: action({
    zh: '复查',
    from: ['granted', 'due'],
    look: ({ tx }) => standardsOf(tx),
    to: ({ input, parameter }) => (starsFor(sumOf(input.lines), parameter) > 0 ? 'granted' : 'lost'),
    by: 'staff.inspect',
    tone: 'primary',
    form: { lines },
    check: ({ input, found }) => wrongLines(input.lines, found),
    effects: ({ input, subject, now, parameter }) => {
      const stars = Math.min(subject.stars ?? 0, starsFor(sumOf(input.lines), parameter))
      const until = stars > 0 ? addDays(dayText(now), parameter('staff.star-days')) : null
      return {
        set: {
          stars,
          until,
          reviews: subject.reviews + 1,
          ...(stars < (subject.stars ?? 0) ? { lostOn: dayText(now) } : {}),
        },
        timers: [{ name: 'end', at: until ? endOf(until) : null, action: 'lapse' }],
        facts: [say(starsChanged, { squad: subject.squad, stars, until, number: subject.number })],
      }
    },
  }),
  supersede: action({
    zh: '由新评定取代',
    from: ['granted', 'due'],
    to: 'renewed',
    by: 'system',
    effects: () => ({ timers: [{ name: 'end', at: null, action: 'lapse' }] }),
  }),
}))
/** Where the two scores lie too far apart, the second counts; else their mean. Never more stars than asked for. */
const decided = (
  subject: { readonly score: number | null; readonly wanted: number },
  recheck: number,
  parameter: (name: string) => number,
): number => {
  const own = subject.score ?? 0
  const score = Math.abs(own - recheck) > parameter('staff.star-gap') ? recheck : round((own + recheck) / 2)
  return Math.min(subject.wanted, starsFor(score, parameter))
}
