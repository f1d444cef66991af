/** 创建验收: a place applies for a title, is checked tier by tier against the checklist of that title, is accepted in a year, and may lose it on re-check. */
import {
  choice,
  date,
  dayText,
  didBefore,
  files,
  first,
  flag,
  integer,
  list,
  many,
  one,
  photos,
  procedure,
  ref,
  register,
  rows,
  say,
  type Tx,
  text,
} from '#kernel'
import { titleDecided } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { levels, type Title, titleFor, titles } from '../words.ts'

export const criterion = register('sorting.criterion', {
  zh: '验收标准',
  menu: '分类创建',
  title: 'item',
  help: '每种称号各自的验收清单;“三定一督”的口径在这里配置。',
  fields: {
    title: choice('称号', titles),
    item: text('检查项', { maxLength: 120 }).searchable(),
    basis: text('依据', { maxLength: 120 }),
  },
  uniqueTogether: [['title', 'item']],
})
/** 年度创建目标: how many of a title a year is to bring. */
export const target = register('sorting.target', {
  zh: '年度创建目标',
  menu: '分类创建',
  title: 'title',
  fields: {
    year: integer('年度', { min: 2000, max: 2100 }),
    title: choice('称号', titles),
    level: choice('级别', levels),
    count: integer('目标', { unit: '个', min: 1 }),
  },
  uniqueTogether: [['year', 'title', 'level']],
})
const line = {
  item: text('检查项', { maxLength: 120 }),
  isMet: flag('达到'),
  note: text('说明', { maxLength: 200 }).optional(),
} as const
const checklist = { lines: rows('检查清单', line, { eachOf: 'items' }), photos: photos(1, '现场照片') } as const
interface Line {
  readonly item: string
  readonly isMet: boolean
}
const itemsOf = async (tx: Tx, title: string): Promise<readonly string[]> =>
  (
    await many<{ item: string }>(tx, 'select item from sorting.criterion where title = $1 and retired_at is null order by item', [
      title,
    ])
  ).map((c) => c.item)
const missing = (items: readonly string[], lines: readonly Line[]) => {
  const absent = items.filter((i) => !lines.some((l) => l.item === i))
  return first(notYet(items.length === 0, '这种称号还没有验收标准'), why(absent.length > 0, `清单缺少:${absent.join('、')}`))
}
const tierOf = { applied: 'town', town: 'district', district: 'upper' } as const
const isAllMet = (lines: readonly Line[]): boolean => lines.every((l) => l.isMet)
const form = {
  place: ref('场所', 'sorting.place'),
  title: choice('称号', titles),
  level: choice('申报级别', levels),
  papers: files(0, '申报材料'),
} as const
export const title = procedure('sorting.title', {
  zh: '创建验收',
  menu: '分类创建',
  title: 'place',
  isCommon: true,
  numbering: { prefix: 'CJ', per: 'year', digits: 4 },
  help: '申报 → 镇(街)检查 → 区检查 → 授予级检查;每级按清单逐项,缺一项退回整改;年度复核不合格撤销。',
  fields: {
    ...form,
    items: list('验收标准').optional(),
    lines: rows('最近一次检查', line).optional(),
    photos: photos(0, '现场照片').optional(),
    faults: text('未达到', { maxLength: 600 }).optional(),
    returns: integer('退回', { unit: '次' }).optional(),
    acceptedOn: date('验收日期').optional(),
    year: integer('验收年度').optional(),
    recheckedOn: date('最近复核').optional(),
    withdrawnOn: date('撤销日期').optional(),
  },
  statuses: {
    applied: { zh: '待镇(街)检查', duty: 'sorting.town-check', taskZh: '分类创建待镇(街)检查' },
    town: { zh: '待区检查', duty: 'sorting.check', taskZh: '分类创建待区检查' },
    district: { zh: '待上级检查', duty: 'sorting.approve', taskZh: '分类创建待上级检查' },
    returned: { zh: '退回整改', duty: 'sorting.town', taskZh: '分类创建退回整改' },
    accepted: { zh: '已授予' },
    withdrawn: { zh: '已撤销', kind: 'final' },
    dropped: { zh: '已放弃', kind: 'final' },
  },
}).actions((action) => {
  const tier = (zh: string, from: 'applied' | 'town' | 'district', by: string) =>
    action({
      zh,
      from,
      by,
      tone: 'primary',
      form: checklist,
      look: async ({ tx, subject }) => subject.items ?? (await itemsOf(tx, subject.title)),
      guard: ({ actor, past }) =>
        notYet(
          ['town', 'district', 'upper'].some((t) => t !== tierOf[from] && didBefore(past, t, actor)),
          '上一级检查的人不能再查这一级',
        ),
      to: ({ input, subject }) => {
        if (!isAllMet(input.lines)) return 'returned'
        if (from === 'applied') return subject.level === 'town' ? 'accepted' : 'town'
        return from === 'town' && subject.level !== 'district' ? 'district' : 'accepted'
      },
      check: ({ input, found }) => missing(found, input.lines),
      effects: ({ input, subject, now }) => {
        const isMet = isAllMet(input.lines)
        const isLast =
          isMet &&
          (from === 'district' ||
            (from === 'applied' && subject.level === 'town') ||
            (from === 'town' && subject.level === 'district'))
        const on = dayText(now)
        return {
          set: {
            ...input,
            faults: isMet
              ? null
              : input.lines
                  .filter((l) => !l.isMet)
                  .map((l) => l.item)
                  .join('、')
                  .slice(0, 600),
            returns: (subject.returns ?? 0) + (isMet ? 0 : 1),
            ...(isLast ? { acceptedOn: on, year: Number(on.slice(0, 4)) } : {}),
          },
          facts: isLast
            ? [say(titleDecided, { place: subject.place, title: subject.title, level: subject.level, on, isGranted: true })]
            : [],
        }
      },
    })
  return {
    apply: action({
      zh: '申报',
      from: 'new',
      to: 'applied',
      by: 'sorting.town',
      form,
      look: async ({ tx, input }) => ({
        place: await one<{ kind: string; status: string; hours: string | null; keeper: string | null }>(
          tx,
          'select kind, status, open_hours as hours, keeper from sorting.place where id = $1',
          [input.place],
        ),
        items: await itemsOf(tx, input.title),
        held: await one(
          tx,
          `select 1 as n from sorting.title where place = $1 and title = $2 and level = $3 and status <> all (array['withdrawn', 'dropped'])`,
          [input.place, input.title, input.level],
        ),
      }),
      check: ({ input, found }) =>
        first(
          why(found.place?.kind !== titleFor[input.title as Title], `${titles[input.title as Title]}不适用于这类场所`),
          notYet(Boolean(found.held), '同一称号已申报或已授予'),
          notYet(['sdyd', 'sample', 'demo'].includes(input.title) && !found.place?.hours, '先登记三定一督(时段、点位、督导员)'),
          notYet(!found.place?.keeper, '先确定管理责任人'),
          notYet(found.items.length === 0, '这种称号还没有验收标准'),
        ),
      // The list it is checked by is the one in force when it applies, line by line.
      effects: ({ found }) => ({ set: { returns: 0, items: [...found.items] } }),
    }),
    town: tier('镇(街)检查', 'applied', 'sorting.town-check'),
    district: tier('区检查', 'town', 'sorting.check'),
    upper: tier('上级检查', 'district', 'sorting.approve'),
    again: action({
      zh: '整改后再报',
      from: 'returned',
      to: 'applied',
      by: 'sorting.town',
      tone: 'primary',
      form: { papers: files(0, '整改材料') },
      look: ({ tx, subject }) => itemsOf(tx, subject.title),
      effects: ({ input, found }) => ({ set: { ...input, items: [...found] } }),
    }),
    drop: action({ zh: '放弃', from: ['applied', 'returned'], to: 'dropped', by: 'sorting.town' }),
    recheck: action({
      zh: '年度复核',
      from: 'accepted',
      by: 'sorting.check',
      form: checklist,
      look: async ({ tx, subject }) => subject.items ?? (await itemsOf(tx, subject.title)),
      to: ({ input }) => (isAllMet(input.lines) ? 'accepted' : 'withdrawn'),
      check: ({ input, found }) => missing(found, input.lines),
      effects: ({ input, subject, now }) => {
        const on = dayText(now)
        const isKept = isAllMet(input.lines)
        return {
          set: {
            ...input,
            recheckedOn: on,
            ...(isKept
              ? {}
              : {
                  withdrawnOn: on,
                  faults: input.lines
                    .filter((l) => !l.isMet)
                    .map((l) => l.item)
                    .join('、')
                    .slice(0, 600),
                }),
          },
          facts: isKept
            ? []
            : [say(titleDecided, { place: subject.place, title: subject.title, level: subject.level, on, isGranted: false })],
        }
      },
    }),
  }
})
