/** 卫星图斑: a polygon of a batch, checked in the field, decided illegal, legal or mistaken; the illegal handled jointly and the land restored by a day. */
import { buildingSuspected } from '#catalogue/facts.ts'
import {
  choice,
  count,
  date,
  dayText,
  first,
  type Indicator,
  indicator,
  instant,
  longText,
  number,
  one,
  photos,
  procedure,
  ratio,
  ref,
  register,
  rows,
  say,
  sum,
  text,
  unit,
  value,
} from '#kernel'
import { why } from './shared.ts'

export const spotShape = register('sensing.spot-shape', {
  zh: '卫星图斑',
  menu: '航拍与卫星',
  geometry: 'Polygon',
  title: 'code',
  help: '面积由图形计算(1亩=666.67平方米)',
  fields: {
    batch: text('批次', { maxLength: 40 }).searchable(),
    code: text('图斑编号', { maxLength: 40 }).unique().searchable(),
    imagedOn: date('影像日期'),
    landType: choice('地类', { farm: '耕地', forest: '林地', green: '绿地', build: '建设用地', other: '其他' }),
  },
})
const squareMetresPerMu = 666.6667
export const findings = { illegal: '违法', legal: '合法', mistaken: '误判' } as const
const part = { unit: unit('协同单位'), task: text('分工', { maxLength: 200 }) } as const
export const spot = procedure('sensing.spot', {
  zh: '卫星图斑核查',
  menu: '航拍与卫星',
  title: 'code',
  numbering: { prefix: 'TB', per: 'year', digits: 4 },
  leadingClock: 'check',
  fields: {
    shape: ref('图斑', 'sensing.spot-shape'),
    code: text('图斑编号', { maxLength: 40 }).searchable(),
    batch: text('批次', { maxLength: 40 }).searchable(),
    mu: number('面积', { unit: '亩' }),
    situation: longText('现场情况', { maxLength: 2000 }).optional(),
    photos: photos(0, '现场照片').optional(),
    checkedAt: instant('核查时间').optional(),
    finding: choice('认定', findings).optional(),
    basis: longText('认定依据', { maxLength: 1000 }).optional(),
    parts: rows('联合处置分工', part).optional(),
    restoreKind: choice('恢复方式', { farm: '复垦', green: '复绿', remove: '拆除' }).optional(),
    restoreDueOn: date('恢复期限').optional(),
    restoredOn: date('恢复日期').optional(),
    restoredMu: number('恢复面积', { unit: '亩' }).optional(),
    restoredPhotos: photos(0, '恢复照片').optional(),
  },
  uniqueTogether: [['shape']],
  clocks: { check: { zh: '外业核查', limit: { value: 10, unit: 'work_day' }, byDay: 'carried' } },
  statuses: {
    issued: { zh: '待核查', duty: 'sensing.handle', taskZh: '图斑待外业核查' },
    checked: { zh: '待认定', duty: 'sensing.duty', taskZh: '图斑待认定' },
    joint: { zh: '联合处置', duty: 'sensing.handle', taskZh: '图斑待处置恢复' },
    restored: { zh: '待验收', duty: 'sensing.duty', taskZh: '图斑恢复待验收' },
    closed: { zh: '已恢复', kind: 'final' },
    legal: { zh: '合法,销号', kind: 'final' },
    mistaken: { zh: '误判,销号', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '下发图斑',
    from: 'new',
    to: 'issued',
    by: 'sensing.duty',
    form: { shape: ref('图斑', 'sensing.spot-shape') },
    look: async ({ tx, input }) =>
      one<{ code: string; batch: string; mu: number; areaCode: string | null }>(
        tx,
        'select code, batch, area_code as "areaCode", round((st_area(geom::geography) / 666.6667)::numeric, 2)::float8 as mu from sensing.spot_shape where id = $1 and retired_at is null and geom is not null',
        [input.shape],
      ),
    check: ({ found }) => why(!found, '图斑没有图形'),
    effects: ({ found }) => ({
      set: { code: found?.code ?? '', batch: found?.batch ?? '', mu: found?.mu ?? 0, areaCode: found?.areaCode ?? null },
      clocks: [{ clock: 'check', do: 'start' }],
    }),
  }),
  check: action({
    zh: '外业核查',
    from: 'issued',
    to: 'checked',
    by: 'sensing.handle',
    tone: 'primary',
    form: { situation: longText('现场情况', { maxLength: 2000 }), photos: photos(1, '现场照片') },
    effects: ({ input, now }) => ({ set: { ...input, checkedAt: now.toISOString() }, clocks: [{ clock: 'check', do: 'stop' }] }),
  }),
  decide: action({
    zh: '认定',
    from: 'checked',
    to: ({ input }) => (input.finding === 'illegal' ? 'joint' : input.finding),
    by: 'sensing.duty',
    tone: 'primary',
    form: {
      finding: choice('认定', findings),
      basis: longText('依据', { maxLength: 1000 }),
      parts: rows('联合处置分工(部门与镇街)', part).optional(),
      restoreKind: choice('恢复方式', { farm: '复垦', green: '复绿', remove: '拆除' }).optional(),
      restoreDueOn: date('恢复期限').optional(),
    },
    check: ({ input, now }) =>
      input.finding === 'illegal'
        ? first(
            why((input.parts?.length ?? 0) < 2, '违法图斑须明确至少两个协同单位(部门与镇街)'),
            why(!input.restoreKind || !input.restoreDueOn, '违法图斑须写明恢复方式和期限'),
            why((input.restoreDueOn ?? '9') < dayText(now), '恢复期限不能早于今天'),
          )
        : undefined,
    effects: ({ input, subject }) => ({
      set: input,
      facts:
        input.finding === 'illegal' && input.restoreKind === 'remove'
          ? [
              say(buildingSuspected, {
                sourceType: 'sensing.spot',
                sourceId: subject.id,
                number: subject.number,
                via: 'satellite',
                address: `卫星图斑${subject.code}`,
                areaM2: Math.round(Number(subject.mu) * squareMetresPerMu * 100) / 100,
                photos: [...(subject.photos ?? [])],
                lon: subject.lon,
                lat: subject.lat,
                areaCode: subject.areaCode,
              }),
            ]
          : [],
    }),
  }),
  restore: action({
    zh: '恢复完成',
    from: 'joint',
    to: 'restored',
    by: 'sensing.handle',
    tone: 'primary',
    form: { restoredMu: number('恢复面积', { unit: '亩', min: 0 }), restoredPhotos: photos(1, '恢复照片') },
    check: ({ input, subject }) => why(input.restoredMu < subject.mu, `恢复面积应不少于图斑面积${subject.mu}亩`),
    effects: ({ input, now }) => ({ set: { ...input, restoredOn: dayText(now) } }),
  }),
  accept: action({ zh: '验收', from: 'restored', to: 'closed', by: 'sensing.duty', tone: 'primary' }),
  redo: action({
    zh: '退回',
    from: 'restored',
    to: 'joint',
    by: 'sensing.duty',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
const illegal = { finding: 'illegal' } as const
export const spotIndicators: readonly Indicator[] = [
  indicator('sensing.spots', {
    zh: '核查卫星图斑',
    unit: '个',
    decimals: 0,
    definition: '期内核查的图斑,可按认定、批次分',
    of: value(count(spot, { at: 'checkedAt' })),
    by: ['finding', 'batch'],
  }),
  indicator('sensing.spot-cases', {
    zh: '处理卫星图斑违法案件',
    unit: '宗',
    decimals: 0,
    definition: '认定违法并验收恢复的图斑',
    of: value(count(spot, { at: 'closedAt', where: { ...illegal, status: 'closed' } })),
  }),
  indicator('sensing.spot-restored', {
    zh: '复垦复绿面积',
    unit: '亩',
    decimals: 2,
    definition: '验收的恢复面积',
    of: value(sum(spot, 'restoredMu', { at: 'closedAt', where: { status: 'closed' } })),
  }),
  indicator('sensing.spot-in-time', {
    zh: '图斑按期恢复率',
    unit: '%',
    decimals: 2,
    definition: '在恢复期限内恢复的 ÷ 已恢复或已到期的违法图斑',
    of: ratio(
      count(spot, { where: illegal, and: 'r.restored_on <= r.restore_due_on' }),
      count(spot, { where: illegal, and: '(r.restored_on is not null or r.restore_due_on < now()::date)' }),
    ),
  }),
]
