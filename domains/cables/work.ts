/** 空中线缆整治: one road or compound of the year's list, tidied by method and metres for each operator, with pictures before and after. */
import { choice, date, dayText, first, integer, number, one, photos, procedure, ref, rows, say, text } from '#kernel'
import { metresDone } from './facts.ts'
import { methods, notSelf, why } from './shared.ts'

const lineForm = {
  operator: text('运营单位', { maxLength: 80 }),
  method: choice('方式', methods),
  metres: number('长度', { unit: '米', min: 0.1 }),
} as const
const form = {
  plan: ref('行动计划', 'cables.plan').optional(),
  year: integer('年度', { min: 2000, max: 2100 }),
  place: text('路段(小区)', { maxLength: 80 }),
  placeKind: choice('类别', { road: '道路', community: '小区' }),
  planned: number('计划长度', { unit: '米', min: 1 }),
  beforePhotos: photos(1, '整治前'),
} as const
export const work = procedure('cables.work', {
  zh: '线缆整治',
  menu: '空中线缆',
  title: 'place',
  numbering: { prefix: 'XZ', per: 'year', digits: 4 },
  uniqueTogether: [['year', 'place']],
  help: '待整治 → 整治中 → 待验收 → 已验收;验收后按方式、运营单位计米数,年度完成率按处数计。',
  fields: {
    ...form,
    place: form.place.searchable(),
    lines: rows('工程量', lineForm).optional(),
    doneM: number('完成长度', { unit: '米' }).optional(),
    poles: integer('拔除废杆', { unit: '根' }).optional(),
    afterPhotos: photos(0, '整治后').optional(),
    acceptedOn: date('验收日期').optional(),
    opinion: text('验收意见', { maxLength: 200 }).optional(),
  },
  statuses: {
    listed: { zh: '待整治', duty: 'cables.manage', taskZh: '线缆待整治' },
    working: { zh: '整治中', duty: 'cables.run', taskZh: '线缆整治中' },
    done: { zh: '待验收', duty: 'cables.verify', taskZh: '线缆整治待验收' },
    accepted: { zh: '已验收', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '列入年度清单',
    from: 'new',
    to: 'listed',
    by: 'cables.manage',
    form,
    look: async ({ tx, input }) =>
      input.plan
        ? one<{ fromYear: number; toYear: number }>(
            tx,
            'select from_year as "fromYear", to_year as "toYear" from cables.plan where id = $1 and retired_at is null',
            [input.plan],
          )
        : undefined,
    check: ({ input, found }) =>
      first(
        why(Boolean(input.plan) && !found, '没有这个行动计划'),
        why(
          found !== undefined && (input.year < found.fromYear || input.year > found.toYear),
          `年度不在计划${found?.fromYear}—${found?.toYear}之内`,
        ),
      ),
  }),
  begin: action({ zh: '开始整治', from: 'listed', to: 'working', by: 'cables.manage', tone: 'primary' }),
  finish: action({
    zh: '整治完成',
    from: 'working',
    to: 'done',
    by: 'cables.run',
    tone: 'primary',
    form: {
      lines: rows('工程量', lineForm),
      poles: integer('拔除废杆', { unit: '根', min: 0 }).optional(),
      afterPhotos: photos(1, '整治后'),
    },
    look: async ({ tx, input }) => {
      const names = [...new Set(input.lines.map((l) => l.operator))]
      const found = await one<{ names: string[] | null }>(
        tx,
        'select array_agg(name) as names from cables.operator where name = any($1) and retired_at is null',
        [names],
      )
      return names.filter((n) => !(found?.names ?? []).includes(n))
    },
    check: ({ input, found }) =>
      first(
        why(input.lines.length === 0, '请填写工程量'),
        why(found.length > 0, `运营单位不在册:${found.join('、')}`),
        why(new Set(input.lines.map((l) => `${l.operator} ${l.method}`)).size < input.lines.length, '同一单位同一方式填了两次'),
      ),
    effects: ({ input }) => ({
      set: { ...input, doneM: Math.round(input.lines.reduce((n, l) => n + l.metres, 0) * 10) / 10 },
    }),
  }),
  accept: action({
    zh: '验收',
    from: 'done',
    to: ({ input }) => (input.isOk === 'yes' ? 'accepted' : 'working'),
    by: 'cables.verify',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '合格', no: '不合格' }), opinion: text('意见', { maxLength: 200 }).optional() },
    guard: ({ actor, past }) => notSelf(past, 'finish', actor, '整治人不能验收自己的整治'),
    check: ({ input }) => why(input.isOk === 'no' && !input.opinion, '不合格须写明意见'),
    effects: ({ input, subject: s, now }) =>
      input.isOk === 'no'
        ? { set: { opinion: input.opinion } }
        : {
            set: { acceptedOn: dayText(now), opinion: input.opinion },
            facts: [
              say(metresDone, {
                work: s.id,
                number: s.number,
                place: s.place,
                placeKind: s.placeKind,
                doneOn: dayText(now),
                lines: (s.lines ?? []).map((l) => ({ ...l })),
              }),
            ],
          },
  }),
}))
