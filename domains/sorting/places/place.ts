/** 分类场所一处一档: compound, unit, village or hamlet. Its stage moves only when an acceptance is decided; every change of its responsible person is journaled. */
import { choice, date, dayText, first, flag, integer, procedure, ref, text } from '#kernel'
import { notYet, why } from '../shared.ts'
import { grades, levels, models, placeKinds, titles, unitKinds } from '../words.ts'

const form = {
  name: text('名称', { maxLength: 80 }),
  kind: choice('类别', placeKinds),
  unitKind: choice('单位类别', unitKinds).optional(),
  compound: ref('小区台账', 'grid.compound').optional(),
  village: ref('村(湾组)台账', 'grid.village').optional(),
  parent: ref('所属行政村', 'sorting.place').optional(),
  households: integer('户数', { unit: '户', min: 0 }),
  persons: integer('人口', { unit: '人', min: 0 }),
  isBuiltUp: flag('在建成区'),
} as const
const rural = {
  isFacilitated: flag('分类设施已配齐'),
  isSorted: flag('已分类收运'),
  mode: text('收运模式', { maxLength: 40 }).optional(),
  perWeek: integer('每周收运', { unit: '次', min: 0 }).optional(),
  vehicle: text('收运车', { maxLength: 20 }).optional(),
  operator: text('收运单位', { maxLength: 80 }).optional(),
  isUnified: flag('纳入统一收集、转运、处理'),
} as const
const keeper = {
  keeper: text('管理责任人(单位)', { maxLength: 80 }),
  keeperCode: text('统一社会信用代码(证件号)', { maxLength: 18 }),
  keeperPhone: text('联系电话', { maxLength: 20 }).personal('phone'),
  duty: text('职责', { maxLength: 300 }),
} as const
const hours = {
  openHours: text('定时投放时段', { maxLength: 60 }),
  points: integer('定点', { unit: '个', min: 1 }),
  supervisors: text('督导员', { maxLength: 100 }),
} as const
const optional = {
  isFacilitated: rural.isFacilitated.optional(),
  isSorted: rural.isSorted.optional(),
  mode: rural.mode,
  perWeek: rural.perWeek,
  vehicle: rural.vehicle,
  operator: rural.operator,
  isUnified: rural.isUnified.optional(),
  keeper: keeper.keeper.optional(),
  keeperCode: keeper.keeperCode.optional(),
  keeperPhone: keeper.keeperPhone.optional(),
  duty: keeper.duty.optional(),
  openHours: hours.openHours.optional(),
  points: hours.points.optional(),
  supervisors: hours.supervisors.optional(),
} as const
const open = ['listed', 'sdyd', 'district', 'city', 'province', 'titled'] as const
export const place = procedure('sorting.place', {
  zh: '分类场所',
  menu: '分类创建',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'CS', per: 'year', digits: 5 },
  help: '小区、单位、行政村、湾组各一档;称号只能由创建验收授予,不能手改。',
  uniqueTogether: [['kind', 'name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    ...optional,
    signOn: date('责任公示牌上墙').optional(),
    sdydOn: date('三定一督验收').optional(),
    model: choice('样板示范', models).optional(),
    titledOn: date('称号授予').optional(),
    isServed: flag('有可回收物回收点').optional(),
    rating: choice('本月评级', grades).optional(),
    ratedMonth: text('评级月份', { maxLength: 7 }).optional(),
  },
  statuses: {
    listed: { zh: '未创建' },
    sdyd: { zh: '三定一督' },
    district: { zh: '区级达标' },
    city: { zh: '市级达标' },
    province: { zh: '省级达标' },
    titled: { zh: '已授称号' },
    off: { zh: '已注销', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '登记分类场所',
    from: 'new',
    to: 'listed',
    by: 'sorting.town',
    form,
    check: ({ input }) =>
      first(
        why(input.kind === 'unit' && !input.unitKind, '单位须填单位类别'),
        why(input.kind === 'group' && !input.parent, '湾组须选所属行政村'),
      ),
    effects: () => ({ set: { isFacilitated: false, isSorted: false, isUnified: false, isServed: false, model: 'none' } }),
  }),
  collect: action({
    zh: '登记设施与收运',
    from: open,
    to: 'same',
    by: 'sorting.town',
    form: rural,
    effects: ({ input }) => ({ set: input }),
    check: ({ input }) =>
      first(
        why(
          input.isSorted && !(input.mode && input.perWeek && input.vehicle && input.operator),
          '已分类收运的须填模式、频次、车辆和单位',
        ),
        why(input.isUnified && !input.isSorted, '未分类收运的不能纳入统一'),
      ),
  }),
  fix: action({
    zh: '登记三定一督',
    from: open,
    to: 'same',
    by: 'sorting.town',
    form: hours,
    help: '定时、定点、定人、督导;口径可在验收标准中调整',
    effects: ({ input }) => ({ set: input }),
  }),
  appoint: action({
    zh: '确定管理责任人',
    from: open,
    to: 'same',
    by: 'sorting.town',
    tone: 'primary',
    help: '每次变更留痕;更换责任人须重新公示',
    form: keeper,
    effects: ({ input, subject }) => ({ set: { ...input, signOn: subject.keeper === input.keeper ? subject.signOn : null } }),
  }),
  publish: action({
    zh: '登记责任公示牌上墙',
    from: open,
    to: 'same',
    by: 'sorting.town',
    form: { signOn: date('日期') },
    guard: ({ subject }) => notYet(!subject.keeper, '还没有确定管理责任人'),
    check: ({ input, now }) => why(input.signOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  grant: action({
    zh: '授予称号',
    from: open,
    to: ({ input, subject }) => {
      if (input.title === 'standard')
        return input.level === 'province' ? 'province' : input.level === 'city' ? 'city' : 'district'
      if (input.title === 'unit' || input.title === 'village' || input.title === 'demoGroup') return 'titled'
      return subject.status === 'listed' ? 'sdyd' : subject.status
    },
    by: 'system',
    form: { title: choice('称号', titles), level: choice('级别', levels), on: date('日期') },
    effects: ({ input }) => ({
      set:
        input.title === 'sdyd'
          ? { sdydOn: input.on }
          : input.title === 'sample' || input.title === 'demo'
            ? { model: input.title, sdydOn: input.on }
            : { titledOn: input.on },
    }),
  }),
  withdraw: action({
    zh: '撤销称号',
    from: open,
    to: ({ input, subject }) =>
      input.title === 'sample' || input.title === 'demo'
        ? subject.status
        : input.title === 'sdyd'
          ? subject.status === 'sdyd'
            ? 'listed'
            : subject.status
          : subject.sdydOn
            ? 'sdyd'
            : 'listed',
    by: 'system',
    form: { title: choice('称号', titles) },
    effects: ({ input }) => ({
      set:
        input.title === 'sample' || input.title === 'demo'
          ? { model: 'none' }
          : input.title === 'sdyd'
            ? { sdydOn: null }
            : { titledOn: null },
    }),
  }),
  rate: action({
    zh: '月度评级',
    from: open,
    to: 'same',
    by: 'system',
    form: { rating: choice('评级', grades), ratedMonth: text('月份', { maxLength: 7 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  serve: action({
    zh: '回收点服务',
    from: open,
    to: 'same',
    by: 'system',
    form: { isServed: flag('有回收点') },
    effects: ({ input }) => ({ set: input }),
  }),
  close: action({
    zh: '注销',
    from: open,
    to: 'off',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
