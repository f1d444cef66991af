/** 停车场地标准化与扬尘: truck and parking yards checked once a year by a standard whose points add up to a hundred. */
import {
  choice,
  date,
  dayText,
  first,
  flag,
  instant,
  integer,
  longText,
  many,
  number,
  one,
  photos,
  procedure,
  ref,
  register,
  rows,
  type Tx,
  text,
  unit,
} from '#kernel'
import { why } from '../shared.ts'

export const yard = register('parking.yard', {
  zh: '停车场地',
  menu: '停车设施',
  geometry: 'Point',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 100 }).unique().searchable(),
    kind: choice('种类', { truck: '货车(渣土车)停车场', bus: '客车停车场', mixed: '综合停车场' }),
    operator: text('经营单位', { maxLength: 100 }),
    areaM2: number('面积', { min: 0, unit: '㎡' }),
    hardenedM2: number('硬化面积', { min: 0, unit: '㎡' }),
    hasWash: flag('出口有冲洗设施'),
    hasSpray: flag('有喷淋、雾炮'),
    keeper: unit('监管单位').optional(),
  },
  checks: { hardened: { sql: 'hardened_m2 <= area_m2', zh: '硬化面积不能大于面积' } },
})
export const yardItem = register('parking.yard-item', {
  zh: '停车场地标准',
  menu: '停车设施',
  title: 'item',
  isDated: true,
  help: '现行各项满分合计100分',
  uniqueTogether: [['item', 'validFrom']],
  fields: {
    item: text('检查项', { maxLength: 80 }).searchable(),
    full: number('满分', { min: 0, max: 100 }),
    isKey: flag('否决项').help('得0分即不合格'),
    validFrom: date('自'),
    validTo: date('至(不含)').optional(),
    basis: text('依据', { maxLength: 200 }),
  },
})
interface Item {
  readonly item: string
  readonly full: number
  readonly isKey: boolean
}
const itemsOf = (tx: Tx, day: string) =>
  many<Item>(
    tx,
    `select item, full_::float8 as full, is_key as "isKey" from parking.yard_item where retired_at is null and valid_from <= $1::date and (valid_to is null or valid_to > $1::date) order by item`,
    [day],
  )
const itemLine = { item: text('检查项', { maxLength: 80 }), full: number('满分'), isKey: flag('否决项') } as const
const gotLine = {
  item: text('检查项', { maxLength: 80 }),
  got: number('得分', { min: 0, max: 100 }),
  note: text('情况', { maxLength: 200 }).optional(),
} as const
interface Got {
  readonly item: string
  readonly got: number
}
const faultOf = (items: readonly Item[], got: readonly Got[]) =>
  first(
    why(got.length !== items.length || got.some((g, i) => g.item !== items[i]?.item), '请逐项评分'),
    why(
      got.some((g, i) => g.got > (items[i]?.full ?? 0)),
      '得分不能超过满分',
    ),
  )
const sumOf = (got: readonly Got[]): number => Math.round(got.reduce((n, g) => n + g.got, 0) * 100) / 100
const isPassed = (items: readonly Item[], got: readonly Got[], line: number): boolean =>
  sumOf(got) >= line && !got.some((g, i) => items[i]?.isKey && g.got === 0)
export const yardCheck = procedure('parking.yard-check', {
  zh: '停车场地年度检查',
  menu: '停车设施',
  numbering: { prefix: 'CJ', per: 'year', digits: 4 },
  title: 'yardName',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  uniqueTogether: [['yard', 'year']],
  fields: {
    yard: ref('停车场地', 'parking.yard'),
    year: integer('年度', { min: 2000, max: 2100 }),
    yardName: text('场地', { maxLength: 100 }).optional().searchable(),
    items: rows('标准', itemLine).optional(),
    lines: rows('评分', gotLine).optional(),
    score: number('得分', { decimals: 2, unit: '分' }).optional(),
    firstScore: number('首次得分', { decimals: 2, unit: '分' }).optional(),
    isPassedFirst: flag('首次合格').optional(),
    checkedOn: date('检查日期').optional(),
    orderText: longText('责令整改内容', { maxLength: 1000 }).optional(),
    fixDueAt: instant('整改期限').optional(),
    fixedAt: instant('整改完成').optional(),
    fixNote: longText('整改情况', { maxLength: 1000 }).optional(),
    rounds: integer('检查次数', { min: 0 }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 30, unit: 'natural_day' }, basis: '停车场地标准(示例)' } },
  statuses: {
    open: { zh: '待检查', duty: 'parking.manage', taskZh: '停车场地待年检' },
    failed: { zh: '责令整改', duty: 'parking.manage', taskZh: '停车场地待整改' },
    fixed: { zh: '待复查', duty: 'parking.manage', taskZh: '停车场地待复查' },
    passed: { zh: '合格', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '列入年检',
    from: 'new',
    to: 'open',
    by: 'parking.manage',
    form: { yard: ref('停车场地', 'parking.yard'), year: integer('年度', { min: 2000, max: 2100 }) },
    look: async ({ tx, input, now }) => ({
      yard: await one<{ name: string; areaCode: string | null }>(
        tx,
        'select name, area_code as "areaCode" from parking.yard where id = $1 and retired_at is null',
        [input.yard],
      ),
      items: await itemsOf(tx, dayText(now)),
    }),
    check: ({ found }) =>
      first(
        why(!found.yard, '没有这处停车场地'),
        why(
          Math.abs(found.items.reduce((n, i) => n + i.full, 0) - 100) > 1e-9,
          `现行标准满分合计${found.items.reduce((n, i) => n + i.full, 0)}分,应为100分`,
        ),
      ),
    effects: ({ found }) => ({
      set: { yardName: found.yard?.name ?? null, areaCode: found.yard?.areaCode ?? null, items: found.items, rounds: 0 },
    }),
  }),
  check: action({
    zh: '检查评分',
    from: ['open', 'fixed'],
    to: ({ input, subject, parameter }) =>
      isPassed(subject.items ?? [], input.lines, parameter('parking.yard-line')) ? 'passed' : 'failed',
    by: 'parking.manage',
    tone: 'primary',
    form: {
      lines: rows('评分', gotLine, { eachOf: 'items' }),
      checkedOn: date('检查日期'),
      scene: photos(1, '现场照片'),
      orderText: longText('责令整改内容', { maxLength: 1000 }).optional(),
    },
    check: ({ input, subject, now, parameter }) =>
      first(
        faultOf(subject.items ?? [], input.lines),
        why(input.checkedOn > dayText(now), '检查日期不能晚于今天'),
        why(
          !isPassed(subject.items ?? [], input.lines, parameter('parking.yard-line')) && !input.orderText,
          `${sumOf(input.lines)}分不合格,请写明责令整改内容`,
        ),
      ),
    effects: ({ input, subject, parameter }) => {
      const good = isPassed(subject.items ?? [], input.lines, parameter('parking.yard-line'))
      const score = sumOf(input.lines)
      return {
        set: {
          lines: input.lines,
          checkedOn: input.checkedOn,
          orderText: input.orderText ?? subject.orderText,
          score,
          firstScore: subject.firstScore ?? score,
          isPassedFirst: subject.isPassedFirst ?? good,
          rounds: (subject.rounds ?? 0) + 1,
        },
        clocks: good ? [] : [{ clock: 'fix', do: 'start' }],
      }
    },
  }),
  fix: action({
    zh: '登记整改',
    from: 'failed',
    to: 'fixed',
    by: 'parking.manage',
    tone: 'primary',
    form: { fixNote: longText('整改情况', { maxLength: 1000 }), after: photos(1, '整改后照片') },
    effects: ({ input }) => ({ set: { fixNote: input.fixNote }, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
}))
