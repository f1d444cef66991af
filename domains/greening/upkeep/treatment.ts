/** 有害生物防治: from a threshold or a plan, with notice to residents before spraying and the effect looked at afterwards; 杨柳絮 by injection. */
import { choice, date, dayText, first, flag, instant, integer, number, one, photos, procedure, ref, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { isWithin } from './season.ts'

export const ways = { spray: '喷药', inject: '注射抑絮', trunk: '打孔注药', trap: '诱杀', release: '释放天敌' } as const
const form = {
  pest: ref('有害生物', 'greening.pest'),
  segment: ref('养护标段', 'greening.segment').optional(),
  place: text('地点', { maxLength: 100 }),
  trees: integer('株数', { unit: '株', min: 1 }).optional().help('监测自动开单的由班组按实登记'),
  seen: integer('虫情', { unit: '头', min: 0 }).optional(),
  way: choice('防法', ways),
  agent: text('药剂', { maxLength: 60 }).optional(),
  neighbours: text('联防单位', { maxLength: 100 }).optional().help('与相邻区联防联治的填写'),
  isOffSeason: flag('窗口期外应急').optional(),
  trap: text('监测记录', { maxLength: 60, isGiven: true }).optional(),
} as const
export const treatment = procedure('greening.treatment', {
  zh: '有害生物防治',
  menu: '有害生物',
  title: 'place',
  listed: ['pest', 'way', 'noticedAt', 'treated', 'effect'],
  numbering: { prefix: 'FZ', per: 'year', digits: 4 },
  help: '喷药前须提前告知居民;防治后复查效果,不合格的再防治。杨柳絮按株登记注射。',
  fields: {
    ...form,
    place: form.place.searchable(),
    noticedAt: instant('告知时间').optional(),
    notice: text('告知方式', { maxLength: 100 }).optional(),
    doseKg: number('用药', { unit: 'kg' }).optional(),
    treated: integer('防治株数', { unit: '株' }).optional(),
    treatedOn: date('防治日期').optional(),
    photos: photos(0, '作业照片').optional(),
    before: integer('防治前', { unit: '头' }).optional(),
    after: integer('防治后', { unit: '头' }).optional(),
    effect: number('防治效果', { unit: '%' }).optional(),
    rounds: integer('防治次数').optional(),
  },
  statuses: {
    planned: { zh: '待告知', duty: 'greening.manage', taskZh: '防治待告知居民' },
    noticed: { zh: '待防治', duty: 'greening.work', taskZh: '有害生物待防治' },
    treated: { zh: '待复查', duty: 'greening.check', taskZh: '防治效果待复查' },
    closed: { zh: '已合格', kind: 'final' },
    dropped: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '安排防治',
    from: 'new',
    to: 'planned',
    by: 'greening.manage',
    form,
    look: ({ tx, input }) =>
      one<{ from: number; to: number; kind: string }>(
        tx,
        'select from_day as "from", to_day as "to", is_catkin as kind from greening.pest where id = $1 and retired_at is null',
        [input.pest],
      ),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有这种有害生物'),
        why(found?.kind === 'catkin' && input.way !== 'inject', '杨柳飞絮用注射抑絮'),
        why(found?.kind !== 'catkin' && input.way === 'inject', '注射抑絮只用于杨柳飞絮'),
        why(['spray', 'inject', 'trunk'].includes(input.way) && !input.agent, '用药的须填药剂'),
        notYet(
          Boolean(found) && !input.isOffSeason && !isWithin(dayText(now), found?.from ?? 101, found?.to ?? 1231),
          `不在防治窗口(${found?.from}—${found?.to});应急的请勾选`,
        ),
      ),
    effects: () => ({ set: { rounds: 0 } }),
  }),
  notice: action({
    zh: '告知居民',
    from: 'planned',
    to: 'noticed',
    by: 'greening.manage',
    tone: 'primary',
    form: { notice: text('告知方式与范围', { maxLength: 100 }) },
    effects: ({ input, now }) => ({ set: { ...input, noticedAt: now.toISOString() } }),
  }),
  treat: action({
    zh: '防治',
    from: 'noticed',
    to: 'treated',
    by: 'greening.work',
    tone: 'primary',
    form: {
      doseKg: number('用药', { unit: 'kg', min: 0 }),
      treated: integer('防治株数', { unit: '株', min: 1 }),
      photos: photos(1, '作业照片'),
    },
    guard: ({ subject, now, parameter }) =>
      notYet(
        subject.way === 'spray' &&
          now.getTime() - new Date(subject.noticedAt ?? now).getTime() < parameter('greening.notice-hours') * 3_600_000,
        `喷药须在告知${parameter('greening.notice-hours')}小时以后`,
      ),
    check: ({ input, subject }) => why(Boolean(subject.trees) && input.treated > (subject.trees ?? 0), '防治株数多于安排'),
    effects: ({ input, subject, now }) => ({ set: { ...input, treatedOn: dayText(now), rounds: (subject.rounds ?? 0) + 1 } }),
  }),
  recheck: action({
    zh: '复查效果',
    from: 'treated',
    by: 'greening.check',
    tone: 'primary',
    form: {
      before: integer('防治前', { unit: '头(絮株)', min: 1 }),
      after: integer('防治后', { unit: '头(絮株)', min: 0 }),
    },
    check: ({ input }) => why(input.after > input.before, '防治后多于防治前,请核对'),
    to: ({ input, parameter }) =>
      ((input.before - input.after) * 100) / input.before >= parameter('greening.effect') ? 'closed' : 'noticed',
    effects: ({ input }) => ({
      set: { ...input, effect: Math.round(((input.before - input.after) * 10_000) / input.before) / 100 },
    }),
  }),
  drop: action({
    zh: '取消',
    from: ['planned', 'noticed'],
    to: 'dropped',
    by: 'greening.manage',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
