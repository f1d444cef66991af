/** 无违建小区创建: no open illegal building, an owners' convention, a patrol of the 物业; accepted for a year, withdrawn on a new one. */
import { objectChanged } from '#catalogue/facts.ts'
import { addMonths, date, dayText, endOf, files, first, flag, integer, longText, one, procedure, ref, say, text } from '#kernel'
import { notYet, why } from './shared.ts'

const form = {
  compound: ref('小区', 'grid.compound'),
  convention: files(1, '业主公约'),
  patrolPlan: longText('物业巡查安排', { maxLength: 500 }),
} as const
const openSql = `select count(*)::int as n from buildings.building where compound = $1 and status <> all (array['closed', 'unfounded'])`
const mark = (name: string | null, isFree: boolean, number: string) =>
  name
    ? [
        say(objectChanged, {
          register: 'grid.compound',
          key: 'name',
          value: name,
          values: { isFreeOfIllegal: isFree },
          reason: `无违建小区${number}`,
        }),
      ]
    : []
export const freeCompound = procedure('buildings.free-compound', {
  zh: '无违建小区创建',
  menu: '小区防控',
  title: 'name',
  numbering: { prefix: 'WW', per: 'year', digits: 3 },
  help: '无未销号违建、有业主公约和物业巡查方可通过,有效一年;其间有新增的自动撤销,到期须复评。',
  fields: {
    ...form,
    name: text('小区名称', { maxLength: 60 }).optional().searchable(),
    isModel: flag('示范样板').optional(),
    score: integer('验收得分', { unit: '分', min: 0, max: 100 }).optional(),
    acceptedOn: date('通过日期').optional(),
    validTo: date('有效期至').optional(),
    withdrawnOn: date('撤销日期').optional(),
    reason: text('理由', { maxLength: 300 }).optional(),
  },
  statuses: {
    applied: { zh: '待验收', duty: 'buildings.check', taskZh: '无违建小区待验收' },
    accepted: { zh: '无违建小区' },
    withdrawn: { zh: '已撤销', kind: 'final' },
    expired: { zh: '已到期', kind: 'final' },
    refused: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申报',
    from: 'new',
    to: 'applied',
    by: 'buildings.property',
    form,
    look: ({ tx, input }) =>
      one<{ name: string; isOpen: boolean }>(
        tx,
        `select c.name, exists (select 1 from buildings.free_compound f where f.compound = c.id and f.status = any (array['applied', 'accepted'])) as "isOpen"
         from grid.compound c where c.id = $1 and c.retired_at is null`,
        [input.compound],
      ),
    check: ({ found }) => first(why(!found, '没有这个小区'), notYet(found?.isOpen ?? false, '已在创建或已是无违建小区')),
    effects: ({ found }) => ({ set: { name: found?.name ?? null } }),
  }),
  accept: action({
    zh: '验收通过',
    from: 'applied',
    to: 'accepted',
    by: 'buildings.check',
    tone: 'primary',
    form: { score: integer('得分', { unit: '分', min: 0, max: 100 }), isModel: flag('列为示范样板') },
    look: ({ tx, subject }) => one<{ n: number }>(tx, openSql, [subject.compound]),
    check: ({ found, input }) =>
      first(
        notYet((found?.n ?? 0) > 0, `小区还有${found?.n}处违建未销号`),
        why(input.score < 80, '80分以上方可通过'),
        why(input.isModel && input.score < 95, '示范样板须95分以上'),
      ),
    effects: ({ input, now, subject, parameter }) => {
      const acceptedOn = dayText(now)
      const validTo = addMonths(acceptedOn, parameter('buildings.compound-months'))
      return {
        set: { ...input, acceptedOn, validTo },
        timers: [{ name: 'expire', at: endOf(validTo), action: 'expire' }],
        facts: mark(subject.name, true, subject.number),
      }
    },
  }),
  refuse: action({
    zh: '不通过',
    from: 'applied',
    to: 'refused',
    by: 'buildings.check',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  withdraw: action({
    zh: '出现新增,撤销',
    from: ['applied', 'accepted'],
    to: 'withdrawn',
    by: 'system',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input, now, subject }) => ({
      set: { ...input, withdrawnOn: dayText(now) },
      timers: [{ name: 'expire', at: null, action: 'expire' }],
      facts: mark(subject.name, false, subject.number),
    }),
  }),
  expire: action({
    zh: '一年到期',
    from: 'accepted',
    to: 'expired',
    by: 'system',
    effects: ({ subject }) => ({ facts: mark(subject.name, false, subject.number) }),
  }),
}))
