/** 点、站、中心: each keeps its stock by kind in its own row, locked while it moves, so that nothing goes out that did not come in. */
import {
  choice,
  date,
  dayText,
  first,
  flag,
  money,
  number,
  one,
  procedure,
  record,
  ref,
  round,
  rows,
  say,
  type Tx,
  text,
} from '#kernel'
import { type Flowed, flowed, siteServes } from '../facts.ts'
import { notYet, why } from '../shared.ts'
import { flowKinds, type Material, materials, siteLevels } from '../words.ts'

export const flow = record('sorting.flow', {
  zh: '可回收物流转台账',
  menu: '资源回收',
  title: 'material',
  help: '由回收点、站、中心的收购、转运、分拣、销售写入。',
  fields: {
    site: ref('站点', 'sorting.site'),
    level: choice('层级', siteLevels),
    kind: choice('流转', flowKinds),
    material: choice('品类', materials),
    kg: number('重量', { unit: 'kg' }),
    dayOn: date('日期'),
    counterpart: ref('对方站点', 'sorting.site').optional(),
    place: ref('服务场所', 'sorting.place').optional(),
    unitFen: number('单价', { unit: '分/kg' }),
    subsidyFen: money('补贴'),
    amountFen: money('金额'),
    isLowValue: flag('低价值'),
    seq: text('流水', { maxLength: 80 }),
  },
})
const form = {
  name: text('名称', { maxLength: 80 }),
  level: choice('层级', siteLevels),
  parent: ref('上级站(中心)', 'sorting.site').optional(),
  place: ref('服务场所', 'sorting.place').optional(),
  facility: ref('同址环卫收集点', 'sorting.facility').optional().help('填了即为两网融合'),
  licence: text('备案(许可)号', { maxLength: 60 }),
  operator: text('经营单位', { maxLength: 80 }),
} as const
const stockLine = { material: choice('品类', materials), kg: number('库存', { unit: 'kg' }) } as const
type Stock = readonly { readonly material: Material; readonly kg: number }[]
export const held = (stock: Stock | null, material: string): number => stock?.find((s) => s.material === material)?.kg ?? 0
/** The stock after so much more (or less) of a kind. */
export const moved = (stock: Stock | null, material: Material, kg: number): Stock => [
  ...(stock ?? []).filter((s) => s.material !== material),
  { material, kg: round(held(stock, material) + kg, 3) },
]
const amount = { material: choice('品类', materials), kg: number('重量', { unit: 'kg', min: 0.01 }) } as const
const enough = (stock: Stock | null, input: { material: string; kg: number }) =>
  notYet(input.kg > held(stock, input.material) + 1e-9, `库存${held(stock, input.material)}kg,不能出${input.kg}kg(质量不平衡)`)
interface Price {
  readonly unitFen: number
  readonly subsidyFen: number
  readonly isLowValue: boolean
}
const priceAt = (tx: Tx, material: string, day: string) =>
  one<Price>(
    tx,
    `select unit_fen as "unitFen", subsidy_fen as "subsidyFen", is_low_value as "isLowValue" from sorting.price
     where material = $1 and status = 'published' and valid_from <= $2::date and (valid_to is null or valid_to >= $2::date) order by valid_from desc limit 1`,
    [material, day],
  )
const above = { point: 'station', station: 'centre', centre: '' } as const
interface Subject {
  readonly id: string
  readonly version: number
  readonly level: string
  readonly place: string | null
  readonly areaCode: string | null
}
const tell = (s: Subject, now: Date, kind: string, input: { material: string; kg: number }, extra: Partial<Flowed> = {}) =>
  say(flowed, {
    site: s.id,
    level: s.level,
    kind,
    material: input.material,
    kg: input.kg,
    on: dayText(now),
    to: null,
    unitFen: 0,
    subsidyFen: 0,
    amountFen: 0,
    isLowValue: false,
    account: null,
    points: 0,
    place: s.place,
    areaCode: s.areaCode,
    seq: `${s.id}:${s.version}:${kind}:${input.material}`,
    ...extra,
  })
const open = ['running'] as const
export const site = procedure('sorting.site', {
  zh: '回收点、站、中心',
  menu: '资源回收',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'HS', per: 'year', digits: 4 },
  help: '点 → 站 → 中心;出库不能超过库存。收购按当日公布价结算,低价值另有补贴,交投入积分账户。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    isFused: flag('两网融合').optional(),
    stock: rows('库存', stockLine).optional(),
  },
  statuses: { running: { zh: '营业' }, closed: { zh: '已关闭', kind: 'final' } },
}).actions((action) => ({
  open: action({
    zh: '登记站点',
    from: 'new',
    to: 'running',
    by: 'sorting.manage',
    form,
    look: ({ tx, input }) =>
      one<{ level: string }>(tx, `select level from sorting.site where id = $1::uuid and status = 'running'`, [
        input.parent ?? null,
      ]),
    check: ({ input, found }) =>
      first(
        why(
          input.level !== 'centre' && found?.level !== above[input.level],
          `上级应为${siteLevels[above[input.level] as 'station']}`,
        ),
        why(input.level === 'point' && !input.place, '回收点须填服务场所'),
      ),
    effects: ({ input }) => ({
      set: { isFused: Boolean(input.facility), stock: [] },
      facts: input.place ? [say(siteServes, { place: input.place, isServed: true })] : [],
    }),
  }),
  buy: action({
    zh: '收购(交投)',
    from: open,
    to: 'same',
    by: 'sorting.collect',
    tone: 'primary',
    form: { ...amount, account: ref('积分账户', 'sorting.account').optional() },
    look: ({ tx, input, now }) => priceAt(tx, input.material, dayText(now)),
    check: ({ input, found }) => notYet(!found, `${materials[input.material]}没有公布的价格`),
    effects: ({ input, subject, found, now, parameter }) => ({
      set: { stock: moved(subject.stock, input.material, input.kg) },
      facts: [
        tell(subject, now, 'buy', input, {
          unitFen: found?.unitFen ?? 0,
          subsidyFen: Math.round((found?.subsidyFen ?? 0) * input.kg),
          amountFen: Math.round(((found?.unitFen ?? 0) + (found?.subsidyFen ?? 0)) * input.kg),
          isLowValue: found?.isLowValue ?? false,
          account: input.account ?? null,
          points: input.account ? Math.floor(input.kg * parameter('sorting.points-kg')) : 0,
        }),
      ],
    }),
  }),
  move: action({
    zh: '转运到上级',
    from: open,
    to: 'same',
    by: 'sorting.collect',
    form: amount,
    guard: ({ subject }) => notYet(!subject.parent, '中心没有上级'),
    check: ({ input, subject }) => enough(subject.stock, input),
    effects: ({ input, subject, now }) => ({
      set: { stock: moved(subject.stock, input.material, -input.kg) },
      facts: [tell(subject, now, 'move', input, { to: subject.parent })],
    }),
  }),
  receive: action({
    zh: '接收下级转来',
    from: open,
    to: 'same',
    by: 'system',
    form: { ...amount, from: ref('来自', 'sorting.site'), seq: text('流水', { maxLength: 80 }) },
    effects: ({ input, subject, now }) => ({
      set: { stock: moved(subject.stock, input.material, input.kg) },
      facts: [tell(subject, now, 'receive', input, { to: input.from, seq: `r:${input.seq}`.slice(0, 80) })],
    }),
  }),
  sort: action({
    zh: '分拣',
    from: open,
    to: 'same',
    by: 'sorting.collect',
    form: { from: choice('分拣自', materials), lines: rows('分出', amount) },
    guard: ({ subject }) => notYet(subject.level !== 'centre', '分拣在中心进行'),
    check: ({ input, subject }) => {
      const kg = input.lines.reduce((n, l) => n + l.kg, 0)
      return first(
        why(input.lines.length === 0, '请填写分出的品类'),
        why(
          input.lines.some((l) => l.material === input.from),
          '分出的品类不能与原料相同',
        ),
        enough(subject.stock, { material: input.from, kg }),
      )
    },
    effects: ({ input, subject, now }) => {
      const kg = round(
        input.lines.reduce((n, l) => n + l.kg, 0),
        3,
      )
      return {
        set: { stock: input.lines.reduce((s, l) => moved(s, l.material, l.kg), moved(subject.stock, input.from, -kg)) },
        facts: input.lines.map((l) => tell(subject, now, 'sort', l)),
      }
    },
  }),
  sell: action({
    zh: '销售出库',
    from: open,
    to: 'same',
    by: 'sorting.collect',
    form: { ...amount, buyer: text('买方', { maxLength: 80 }), amountFen: money('货款') },
    check: ({ input, subject }) => enough(subject.stock, input),
    effects: ({ input, subject, now }) => ({
      set: { stock: moved(subject.stock, input.material, -input.kg) },
      facts: [tell(subject, now, 'sell', input, { amountFen: input.amountFen })],
    }),
  }),
  residue: action({
    zh: '残渣送焚烧',
    from: open,
    to: 'same',
    by: 'sorting.collect',
    form: amount,
    check: ({ input, subject }) => enough(subject.stock, input),
    effects: ({ input, subject, now }) => ({
      set: { stock: moved(subject.stock, input.material, -input.kg) },
      facts: [tell(subject, now, 'residue', input)],
    }),
  }),
  close: action({
    zh: '关闭',
    from: open,
    to: 'closed',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
    guard: ({ subject }) =>
      notYet(
        (subject.stock ?? []).some((s) => s.kg > 0),
        '还有库存',
      ),
    effects: ({ subject }) => ({ facts: subject.place ? [say(siteServes, { place: subject.place, isServed: false })] : [] }),
  }),
}))
