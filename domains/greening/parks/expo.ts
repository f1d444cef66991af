/** 参展与获奖: an entry with plan and cost; each medal is a row, so that sums can be told again from them. */
import { choice, date, dayText, files, first, integer, money, procedure, record, ref, rows, say, text } from '#kernel'
import { medalsWon } from '../facts.ts'
import { notYet, why } from '../shared.ts'

export const medalLevels = {
  gold: '金奖',
  silver: '银奖',
  bronze: '铜奖',
  first: '一等奖',
  second: '二等奖',
  third: '三等奖',
} as const
export const expoCategories = { outdoor: '室外造园', indoor: '室内展区', pot: '盆栽', topic: '专题展览' } as const
const form = {
  name: text('展会', { maxLength: 100 }),
  level: choice('级别', { world: '国际', nation: '国家', province: '省', city: '市' }),
  place: text('地点', { maxLength: 80 }),
  entries: rows('参展项目', { entry: text('项目', { maxLength: 60 }), category: choice('类别', expoCategories) }),
  budgetFen: money('预算', { min: 0 }),
  opensOn: date('开展'),
  closesOn: date('闭展'),
  plan: files(0, '方案').optional(),
} as const
export const expo = procedure('greening.expo', {
  zh: '园林参展',
  menu: '公园',
  title: 'name',
  numbering: { prefix: 'ZH', per: 'year', digits: 3 },
  fields: {
    ...form,
    name: form.name.searchable(),
    spentFen: money('实际费用').optional(),
    medals: rows('获奖', {
      entry: text('项目', { maxLength: 60 }),
      category: choice('类别', expoCategories),
      level: choice('奖级', medalLevels),
      count: integer('数量', { unit: '个', min: 1 }),
    }).optional(),
    won: integer('获奖', { unit: '个' }).optional(),
    endedOn: date('结束').optional(),
  },
  statuses: {
    planned: { zh: '筹备', duty: 'greening.manage', taskZh: '参展筹备中' },
    joined: { zh: '参展中', duty: 'greening.manage', taskZh: '参展待结束' },
    ended: { zh: '已结束', kind: 'final' },
    dropped: { zh: '未参展', kind: 'final' },
  },
}).actions((action) => ({
  enter: action({
    zh: '报名参展',
    from: 'new',
    to: 'planned',
    by: 'greening.manage',
    form,
    check: ({ input }) =>
      first(why(input.entries.length === 0, '请填写参展项目'), why(input.closesOn < input.opensOn, '闭展不能早于开展')),
  }),
  join: action({
    zh: '布展完成',
    from: 'planned',
    to: 'joined',
    by: 'greening.manage',
    tone: 'primary',
    form: { spentFen: money('实际费用', { min: 0 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  end: action({
    zh: '登记获奖',
    from: 'joined',
    to: 'ended',
    by: 'greening.manage',
    tone: 'primary',
    form: {
      medals: rows('获奖', {
        entry: text('项目', { maxLength: 60 }),
        category: choice('类别', expoCategories),
        level: choice('奖级', medalLevels),
        count: integer('数量', { unit: '个', min: 1 }),
      }),
    },
    check: ({ input, subject, now }) => {
      const strange = input.medals.filter((m) => !subject.entries.some((e) => e.entry === m.entry && e.category === m.category))
      return first(
        notYet(dayText(now) < subject.opensOn, '还没有开展'),
        why(strange.length > 0, `没有参展:${strange.map((m) => m.entry).join('、')}`),
      )
    },
    effects: ({ input, subject, now }) => ({
      set: { ...input, won: input.medals.reduce((n, m) => n + m.count, 0), endedOn: dayText(now) },
      facts: [say(medalsWon, { expo: subject.id, on: dayText(now), medals: [...input.medals] })],
    }),
  }),
  drop: action({
    zh: '不参展',
    from: 'planned',
    to: 'dropped',
    by: 'greening.manage',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
export const medal = record('greening.medal', {
  zh: '参展奖牌',
  menu: '公园',
  title: 'entry',
  fields: {
    expo: ref('展会', 'greening.expo'),
    entry: text('项目', { maxLength: 60 }),
    category: choice('类别', expoCategories),
    level: choice('奖级', medalLevels),
    count: integer('数量', { unit: '个' }),
    wonOn: date('日期'),
  },
})
