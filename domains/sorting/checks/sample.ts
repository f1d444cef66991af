/** 分类准确率检查: which point is opened is drawn by lot, never chosen; each bag correct or wrong by stream. */
import {
  choice,
  date,
  dayText,
  first,
  integer,
  many,
  number,
  percentOf,
  photos,
  procedure,
  record,
  ref,
  repeated,
  rows,
  say,
  text,
} from '#kernel'
import { bagsCounted } from '../facts.ts'
import { notYet, total, why } from '../shared.ts'
import { streams } from '../words.ts'

export const bag = record('sorting.bag', {
  zh: '开袋检查计数',
  menu: '检查整改',
  title: 'stream',
  help: '由准确率检查写入,每次每类一行。',
  fields: {
    sample: ref('检查', 'sorting.sample'),
    place: ref('场所', 'sorting.place'),
    stream: choice('类别', streams),
    checked: integer('开袋', { unit: '袋' }),
    correct: integer('正确', { unit: '袋' }),
  },
})
const line = {
  stream: choice('类别', streams),
  checked: integer('开袋', { unit: '袋', min: 1 }),
  correct: integer('正确', { unit: '袋', min: 0 }),
} as const
interface Point {
  readonly id: string
  readonly place: string
  readonly lot: string
  readonly lon: number | null
  readonly lat: number | null
  readonly areaCode: string | null
}
/** Every point in use of the places asked, in the order of a lot nobody can know beforehand: the hash of the point and this very check. */
const pointsSql = `select f.id, f.place, coalesce(f.lon, p.lon) as lon, coalesce(f.lat, p.lat) as lat, coalesce(f.area_code, p.area_code) as "areaCode", md5(f.id::text || $1::text) as lot from sorting.facility f join sorting.place p on p.id = f.place and p.status <> 'off'
  where f.kind = 'point' and f.state <> 'off' and f.retired_at is null and ($2::text is null or p.kind = $2) order by lot`
export const sample = procedure('sorting.sample', {
  zh: '分类准确率检查',
  menu: '检查整改',
  title: 'drawnOn',
  numbering: { prefix: 'ZQ', per: 'day', digits: 4 },
  help: '先抽点再到场:由平台按本次检查号抽取收集点,抽中即定,不能换;准确率 = 正确袋数 ÷ 开袋数。',
  fields: {
    scope: choice('范围', { compound: '居民小区', unit: '单位', village: '行政村' }),
    bags: integer('开袋数', { unit: '袋', min: 1, max: 500 }),
    drawnOn: date('抽取日期').optional(),
    candidates: integer('参加抽取', { unit: '个' }).optional(),
    lot: text('抽签码', { maxLength: 40 }).optional(),
    facility: ref('抽中收集点', 'sorting.facility').optional(),
    place: ref('场所', 'sorting.place').optional(),
    lines: rows('计数', line).optional(),
    checked: integer('开袋', { unit: '袋' }).optional(),
    correct: integer('正确', { unit: '袋' }).optional(),
    accuracy: number('准确率', { unit: '%' }).optional(),
    countedOn: date('检查日期').optional(),
    photos: photos(0, '开袋照片').optional(),
  },
  clocks: { count: { zh: '到场开袋', limit: { value: 1, unit: 'natural_day' }, basis: '先抽点再到场,次日内完成(示例)' } },
  statuses: {
    drawn: { zh: '已抽取', duty: 'sorting.check', taskZh: '准确率检查待到场' },
    counted: { zh: '已检查', kind: 'final' },
    void: { zh: '作废', kind: 'final' },
  },
}).actions((action) => ({
  draw: action({
    zh: '抽取',
    from: 'new',
    to: 'drawn',
    by: 'sorting.check',
    form: {
      scope: choice('范围', { compound: '居民小区', unit: '单位', village: '行政村' }),
      bags: integer('开袋数', { unit: '袋', min: 1, max: 500 }),
    },
    look: ({ tx, subject, input }) => many<Point>(tx, pointsSql, [subject.id, input.scope]),
    check: ({ found }) => notYet(found.length === 0, '没有可抽的收集点'),
    effects: ({ found, now }) => ({
      set: {
        drawnOn: dayText(now),
        candidates: found.length,
        lot: found[0]?.lot ?? null,
        facility: found[0]?.id ?? null,
        place: found[0]?.place ?? null,
        // What is counted there is the town's where the point stands, not where the lot was drawn.
        ...(found[0]?.areaCode ? { lon: found[0].lon, lat: found[0].lat, areaCode: found[0].areaCode } : {}),
      },
      clocks: [{ clock: 'count', do: 'start' }],
    }),
  }),
  count: action({
    zh: '开袋计数',
    from: 'drawn',
    to: 'counted',
    by: 'sorting.check',
    tone: 'primary',
    form: { lines: rows('计数', line), photos: photos(1, '开袋照片') },
    check: ({ input, subject }) =>
      first(
        why(
          input.lines.some((l) => l.correct > l.checked),
          '正确袋数不能多于开袋数',
        ),
        why(Boolean(repeated(input.lines.map((l) => l.stream))), '类别重复'),
        why(
          total(input.lines, (l) => l.checked) !== subject.bags,
          `应开${subject.bags}袋,实填${total(input.lines, (l) => l.checked)}袋`,
        ),
      ),
    effects: ({ input, subject, now }) => {
      const correct = total(input.lines, (l) => l.correct)
      return {
        set: { ...input, checked: subject.bags, correct, accuracy: percentOf(correct, subject.bags), countedOn: dayText(now) },
        clocks: [{ clock: 'count', do: 'stop' }],
        facts: [
          say(bagsCounted, {
            sample: subject.id,
            place: subject.place ?? '',
            areaCode: subject.areaCode,
            lines: input.lines.map((l) => ({ ...l })),
          }),
        ],
      }
    },
  }),
  discard: action({
    zh: '作废',
    from: 'drawn',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
