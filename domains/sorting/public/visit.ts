/** 入户宣传: every visit counts as 次; the first to a household in a year counts as 户. */
import { choice, date, dayText, first, flag, integer, one, procedure, ref, say, text } from '#kernel'
import { firstVoided } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { visitResults } from '../words.ts'

const form = {
  place: ref('场所', 'sorting.place'),
  household: text('门牌(户)', { maxLength: 60 }).personal('address'),
  visitedOn: date('日期'),
  visitors: text('宣传员', { maxLength: 80 }),
  result: choice('结果', visitResults),
  material: text('留下资料', { maxLength: 80 }).optional(),
  booklets: integer('手册', { unit: '册', min: 0 }),
} as const
export const visit = procedure('sorting.visit', {
  zh: '入户宣传',
  menu: '宣传动员',
  title: 'household',
  numbering: { prefix: 'RH', per: 'day', digits: 5 },
  help: '次数每次都计;户数同一户一年只计一次。',
  fields: { ...form, isFirst: flag('本年首次').optional() },
  statuses: { done: { zh: '已登记' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  visit: action({
    zh: '登记入户',
    from: 'new',
    to: 'done',
    by: 'sorting.town',
    form,
    look: ({ tx, input }) =>
      one<{ year: number; day: number; kind: string | null; areaCode: string | null }>(
        tx,
        `select (select count(*)::int from sorting.visit where place = $1 and household = $2 and status = 'done' and date_trunc('year', visited_on) = date_trunc('year', $3::date)) as year,
          (select count(*)::int from sorting.visit where place = $1 and household = $2 and status = 'done' and visited_on = $3::date) as day, (select kind from sorting.place where id = $1) as kind,
          (select area_code from sorting.place where id = $1) as "areaCode"`,
        [input.place, input.household, input.visitedOn],
      ),
    check: ({ input, found, now }) =>
      first(
        why(input.visitedOn > dayText(now), '日期不能晚于今天'),
        why(found?.kind === 'unit', '入户宣传登记小区、村的住户'),
        notYet((found?.day ?? 0) > 0, '这户当天已登记'),
        why(input.result === 'refused' && input.booklets > 0, '拒绝的没有发放手册'),
      ),
    effects: ({ found }) => ({
      set: { isFirst: (found?.year ?? 0) === 0, ...(found?.areaCode ? { areaCode: found.areaCode } : {}) },
    }),
  }),
  discard: action({
    zh: '作废',
    from: 'done',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ subject }) => ({
      facts: subject.isFirst ? [say(firstVoided, { procedure: 'sorting.visit', id: subject.id })] : [],
    }),
  }),
  first: action({ zh: '改记本年首次', from: 'done', to: 'same', by: 'system', effects: () => ({ set: { isFirst: true } }) }),
}))
