/** 执法辅助人员综合素质提升月: courses, drills and test become a score of each unit. */
import { date, dayText, first, integer, many, number, percentOf, photos, procedure, repeated, round, rows, text } from '#kernel'
import { notYet, why } from './shared.ts'

const monthForm = {
  name: text('提升月', { maxLength: 80 }),
  fromOn: date('起'),
  toOn: date('止'),
  units: rows('参加单位', { unit: text('单位', { maxLength: 60 }) }),
} as const
const standing = {
  unit: text('单位', { maxLength: 60 }),
  attendance: number('到课率', { unit: '%' }),
  pass: number('合格率', { unit: '%' }),
  drill: number('演练', { unit: '分' }),
  score: number('得分', { unit: '分' }),
  rank: integer('名次'),
} as const
interface Share {
  readonly unit: string
  readonly people: number
  readonly there: number
  readonly passed: number
}
/** By person: there at least once, passed at least once. */
const sharesSql = `select u.name as unit, count(*)::int as people, (count(*) filter (where x.there))::int as there, (count(*) filter (where x.passed))::int as passed from (
    select course, person, max(unit::text) as unit, bool_or(state = 'there') as there, bool_or(is_passed = 'yes') as passed from training.attend where month = $1 group by course, person) x
  join kernel.unit u on u.id::text = x.unit group by u.name`
export const month = procedure('training.month', {
  zh: '辅助人员提升月',
  menu: '教育培训',
  title: 'name',
  numbering: { prefix: 'TS', per: 'year', digits: 2 },
  help: '课程、演练、测试合成单位得分:到课率40%、合格率30%、演练30%;每个单位都有课程与演练才能评定。',
  uniqueTogether: [['name', 'fromOn']],
  fields: {
    ...monthForm,
    name: monthForm.name.searchable(),
    drills: rows('演练', { unit: text('单位', { maxLength: 60 }), on: date('日期'), score: integer('得分', { unit: '分' }) }),
    standings: rows('单位得分', standing),
  },
  statuses: { open: { zh: '进行中', duty: 'training.manage', taskZh: '提升月待评定' }, closed: { zh: '已评定', kind: 'final' } },
}).actions((action) => ({
  open: action({
    zh: '制定方案',
    from: 'new',
    to: 'open',
    by: 'training.manage',
    form: monthForm,
    look: ({ tx, input }) =>
      many<{ name: string }>(tx, 'select name from kernel.unit where name = any($1::text[]) and retired_at is null', [
        input.units.map((u) => u.unit),
      ]),
    check: ({ input, found }) =>
      first(
        why(input.toOn <= input.fromOn, '止应晚于起'),
        why(input.units.length === 0, '请列出参加单位'),
        why(Boolean(repeated(input.units.map((u) => u.unit))) || found.length !== input.units.length, '单位重复或不存在'),
      ),
    effects: () => ({ set: { drills: [], standings: [] } }),
  }),
  drill: action({
    zh: '登记演练',
    from: 'open',
    to: 'same',
    by: 'training.manage',
    form: { unit: text('单位', { maxLength: 60 }), score: integer('得分', { unit: '分', min: 0, max: 100 }), photos: photos(1) },
    check: ({ input, subject }) =>
      first(
        why(!subject.units.some((u) => u.unit === input.unit), `${input.unit}不在参加单位之列`),
        notYet(
          subject.drills.some((d) => d.unit === input.unit),
          '该单位已演练',
        ),
      ),
    effects: ({ input, subject, now }) => ({
      set: { drills: [...subject.drills, { unit: input.unit, on: dayText(now), score: input.score }] },
    }),
  }),
  close: action({
    zh: '评定单位得分',
    from: 'open',
    to: 'closed',
    by: 'training.manage',
    tone: 'primary',
    look: ({ tx, subject }) => many<Share>(tx, sharesSql, [subject.id]),
    check: ({ subject, found }) => {
      const names = subject.units.map((u) => u.unit)
      const [untaught, undrilled] = [
        names.filter((n) => !found.some((f) => f.unit === n)),
        names.filter((n) => !subject.drills.some((d) => d.unit === n)),
      ]
      return first(
        notYet(untaught.length > 0, `没有课程:${untaught.join('、')}`),
        notYet(undrilled.length > 0, `没有演练:${undrilled.join('、')}`),
      )
    },
    effects: ({ subject, found }) => {
      const scored = subject.units.map(({ unit }) => {
        const f = found.find((x) => x.unit === unit)
        const [attendance, pass] = [percentOf(f?.there ?? 0, f?.people ?? 0) ?? 0, percentOf(f?.passed ?? 0, f?.people ?? 0) ?? 0]
        const drill = subject.drills.find((d) => d.unit === unit)?.score ?? 0
        return { unit, attendance, pass, drill, score: round(attendance * 0.4 + pass * 0.3 + drill * 0.3) }
      })
      const standings = scored.map((s) => ({ ...s, rank: 1 + scored.filter((o) => o.score > s.score).length }))
      return { set: { standings: standings.sort((a, b) => a.rank - b.rank) } }
    },
  }),
}))
