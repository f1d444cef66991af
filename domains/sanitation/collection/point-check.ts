/** 集中收集点六要素: all six must pass; what fails becomes a case to whoever keeps the point, and is looked at again. */
import { problemFound } from '#catalogue/facts.ts'
import { choice, didBefore, first, integer, longText, one, photos, procedure, ref, rows, say, text } from '#kernel'
import { rowMarked } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { sixItems } from '../words.ts'

const line = {
  item: text('要素', { maxLength: 20 }),
  result: choice('结果', { pass: '符合', fail: '不符合' }),
  note: text('情况', { maxLength: 120 }).optional(),
} as const
const form = {
  stop: ref('收集点', 'sanitation.stop'),
  items: rows('六要素', line, { eachOf: sixItems }),
  photos: photos(1),
} as const
interface Item {
  readonly item: string
  readonly result: 'pass' | 'fail'
}
const failedOf = (items: readonly Item[]): readonly string[] => items.filter((i) => i.result === 'fail').map((i) => i.item)
const faultOf = (items: readonly Item[]) => {
  const missing = sixItems.filter((s) => items.filter((i) => i.item === s).length !== 1)
  return first(why(missing.length > 0 || items.length !== sixItems.length, `六要素须各填一次:${missing.join('、')}`))
}
const found = (tx: Parameters<typeof one>[0], stop: string) =>
  one<{ name: string; keeper: string }>(tx, 'select name, keeper from sanitation.stop where id = $1 and retired_at is null', [
    stop,
  ])
export const pointCheck = procedure('sanitation.point-check', {
  zh: '收集点六要素检查',
  menu: '垃圾收运',
  title: 'name',
  numbering: { prefix: 'LY', per: 'day', digits: 4 },
  help: '编号公示、划线定位、标识清晰、套袋收集、专人管理、定时清洗,六项都符合才达标;不符合的生成案件,交管理人整改。',
  fields: {
    ...form,
    name: text('收集点', { maxLength: 80 }).searchable(),
    keeper: text('管理人', { maxLength: 50 }),
    passed: integer('符合', { unit: '项' }),
    failed: text('不符合', { maxLength: 100 }).optional(),
    donePhotos: photos(0, '整改照片').optional(),
    opinion: longText('复查意见', { maxLength: 300 }).optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 3, unit: 'natural_day' }, basis: '本局环卫作业管理办法(示例)' } },
  statuses: {
    passed: { zh: '达标', kind: 'final' },
    failed: { zh: '待整改', duty: 'sanitation.work', taskZh: '收集点待整改' },
    fixed: { zh: '待复查', duty: 'sanitation.inspect', taskZh: '收集点待复查' },
    closed: { zh: '已整改', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '检查',
    from: 'new',
    by: 'sanitation.inspect',
    form,
    look: ({ tx, input }) => found(tx, input.stop),
    to: ({ input }) => (failedOf(input.items).length === 0 ? 'passed' : 'failed'),
    check: ({ input, found: stop }) => first(why(!stop, '没有这个收集点'), faultOf(input.items)),
    effects: ({ input, subject, found: stop }) => {
      const failed = failedOf(input.items)
      const isBad = failed.length > 0
      const problem = {
        source: 'collector',
        sourceType: 'sanitation.point-check',
        sourceId: subject.id,
        description: `${stop?.name ?? ''}集中收集点不符合:${failed.join('、')};管理人${stop?.keeper ?? ''}`,
        categoryKind: 'matter' as const,
        category: '06042',
        address: stop?.name ?? '',
        lon: subject.lon,
        lat: subject.lat,
        areaCode: subject.areaCode,
        photos: [...input.photos],
        isUrgent: false,
      }
      return {
        set: {
          name: stop?.name ?? '',
          keeper: stop?.keeper ?? '',
          passed: sixItems.length - failed.length,
          failed: failed.join('、') || null,
        },
        clocks: isBad ? [{ clock: 'fix', do: 'start' }] : [],
        facts: [
          say(rowMarked, {
            register: 'sanitation.stop',
            id: input.stop,
            values: { state: isBad ? 'failed' : 'passed' },
            reason: `六要素检查${subject.number}`,
          }),
          ...(isBad ? [say(problemFound, problem)] : []),
        ],
      }
    },
  }),
  fix: action({
    zh: '整改完成',
    from: 'failed',
    to: 'fixed',
    by: 'sanitation.work',
    tone: 'primary',
    form: { donePhotos: photos(1, '整改照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  recheck: action({
    zh: '复查',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'failed'),
    by: 'sanitation.inspect',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '符合', no: '仍不符合' }), opinion: longText('意见', { maxLength: 300 }) },
    guard: ({ actor, past }) => notYet(didBefore(past, 'fix', actor), '整改人不能复查自己'),
    effects: ({ input, subject }) => ({
      set: { opinion: input.opinion },
      clocks: input.isOk === 'yes' ? [] : [{ clock: 'fix', do: 'start' }],
      facts:
        input.isOk === 'yes'
          ? [
              say(rowMarked, {
                register: 'sanitation.stop',
                id: subject.stop,
                values: { state: 'passed' },
                reason: `复查${subject.number}`,
              }),
            ]
          : [],
    }),
  }),
}))
