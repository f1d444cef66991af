/** 资源回收活动: held in a compound; kg by kind and points given; the first of a year in a compound counts the compound. */
import { choice, date, dayText, first, flag, integer, number, one, procedure, ref, repeated, rows, say, text } from '#kernel'
import { firstVoided, pointsGiven } from '../facts.ts'
import { notYet, total, why } from '../shared.ts'
import { materials } from '../words.ts'

const form = {
  place: ref('小区', 'sorting.place'),
  name: text('活动', { maxLength: 80 }),
  heldOn: date('日期'),
  staff: integer('工作人员', { unit: '人', min: 1 }),
  households: integer('参与', { unit: '户', min: 0 }),
  lines: rows('回收', { material: choice('品类', materials), kg: number('重量', { unit: 'kg', min: 0.01 }) }),
  given: rows('发放积分', { account: ref('积分账户', 'sorting.account'), points: integer('积分', { min: 1, max: 500 }) })
    .optional()
    .help('逐户记入积分账户,每户每月有上限'),
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
    points: integer('发放积分', { unit: '分' }),
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
      one<{ year: number; day: number; households: number | null; accounts: readonly string[] }>(
        tx,
        `select (select count(*)::int from sorting.event where place = $1 and status = 'held' and date_trunc('year', held_on) = date_trunc('year', $2::date)) as year,
          (select count(*)::int from sorting.event where place = $1 and status = 'held' and held_on = $2::date and name = $3) as day,
          (select households from sorting.place where id = $1) as households,
          array(select id::text from sorting.account where place = $1 and not is_frozen and retired_at is null and id = any($4::uuid[])) as accounts`,
        [input.place, input.heldOn, input.name, (input.given ?? []).map((g) => g.account)],
      ),
    check: ({ input, found, now }) =>
      first(
        why(input.heldOn > dayText(now), '日期不能晚于今天'),
        why(Boolean(repeated(input.lines.map((l) => l.material))), '品类重复'),
        notYet((found?.day ?? 0) > 0, '这场活动已登记'),
        why(input.households > (found?.households ?? 0), `小区只有${found?.households ?? 0}户`),
        why(Boolean(repeated((input.given ?? []).map((g) => g.account))), '同一账户只记一次'),
        why((input.given ?? []).length > input.households, '发放积分的户数多于参与户数'),
        why(
          (input.given ?? []).some((g) => !found?.accounts.includes(g.account)),
          '积分账户须是这个小区的,且没有冻结',
        ),
      ),
    effects: ({ input, found, subject }) => {
      const given = (input.given ?? []).map((g) => ({ ...g }))
      return {
        set: { kg: total(input.lines, (l) => l.kg), points: total(given, (g) => g.points), isFirst: (found?.year ?? 0) === 0 },
        facts: given.length > 0 ? [say(pointsGiven, { event: subject.id, number: subject.number, given, isVoid: false })] : [],
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: 'held',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ subject }) => ({
      facts: [
        ...(subject.isFirst ? [say(firstVoided, { procedure: 'sorting.event', id: subject.id })] : []),
        say(pointsGiven, { event: subject.id, number: subject.number, given: subject.given ?? [], isVoid: true }),
      ],
    }),
  }),
  first: action({ zh: '改记本年首次', from: 'held', to: 'same', by: 'system', effects: () => ({ set: { isFirst: true } }) }),
}))
