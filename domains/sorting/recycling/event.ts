/** 资源回收活动: held in a compound; kg by kind and points given; the first of a year in a compound counts the compound. */
import { choice, date, dayText, first, flag, integer, number, one, procedure, ref, repeated, rows, say, text } from '#kernel'
import { firstVoided } from '../facts.ts'
import { notYet, total, why } from '../shared.ts'
import { materials } from '../words.ts'

const form = {
  place: ref('小区', 'sorting.place'),
  name: text('活动', { maxLength: 80 }),
  heldOn: date('日期'),
  staff: integer('工作人员', { unit: '人', min: 1 }),
  households: integer('参与', { unit: '户', min: 0 }),
  lines: rows('回收', { material: choice('品类', materials), kg: number('重量', { unit: 'kg', min: 0.01 }) }),
  points: integer('发放积分', { unit: '分', min: 0 }),
} as const
export const event = procedure('sorting.event', {
  zh: '资源回收活动',
  menu: '资源回收',
  title: 'name',
  numbering: { prefix: 'HD', per: 'year', digits: 4 },
  help: '场次按活动计;覆盖小区数按本年首场计。',
  fields: {
    ...form,
    name: form.name.searchable(),
    kg: number('合计', { unit: 'kg' }).optional(),
    isFirst: flag('本年首场').optional(),
  },
  statuses: { held: { zh: '已举办' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  hold: action({
    zh: '登记活动',
    from: 'new',
    to: 'held',
    by: 'sorting.town',
    form,
    look: ({ tx, input }) =>
      one<{ year: number; day: number; households: number | null }>(
        tx,
        `select (select count(*)::int from sorting.event where place = $1 and status = 'held' and date_trunc('year', held_on) = date_trunc('year', $2::date)) as year,
          (select count(*)::int from sorting.event where place = $1 and status = 'held' and held_on = $2::date and name = $3) as day,
          (select households from sorting.place where id = $1) as households`,
        [input.place, input.heldOn, input.name],
      ),
    check: ({ input, found, now }) =>
      first(
        why(input.heldOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(repeated(input.lines.map((l) => l.material))), '品类重复'),
        notYet((found?.day ?? 0) > 0, '这场活动已登记'),
        why(input.households > (found?.households ?? 0), `小区只有${found?.households ?? 0}户`),
      ),
    effects: ({ input, found }) => ({ set: { kg: total(input.lines, (l) => l.kg), isFirst: (found?.year ?? 0) === 0 } }),
  }),
  discard: action({
    zh: '作废',
    from: 'held',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ subject }) => ({
      facts: subject.isFirst ? [say(firstVoided, { procedure: 'sorting.event', id: subject.id })] : [],
    }),
  }),
  first: action({ zh: '改记本年首次', from: 'held', to: 'same', by: 'system', effects: () => ({ set: { isFirst: true } }) }),
}))
