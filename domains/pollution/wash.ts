/** 洗车场: a standard of six items, scored and graded; washing on the road becomes a case. */
import { problemFound } from '#catalogue/facts.ts'
import {
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  money,
  number,
  percentOf,
  photos,
  procedure,
  record,
  ref,
  rule,
  say,
  text,
} from '#kernel'
import { why } from './shared.ts'

const washForm = {
  name: text('洗车场', { maxLength: 80 }),
  shop: ref('商户台账', 'grid.shop').optional(),
  address: text('地址', { maxLength: 120 }),
  licence: text('统一社会信用代码', { maxLength: 18 }),
  water: choice('水源', { tap: '自来水', recycled: '再生水', well: '地下水' }),
  drainNo: text('排水许可证号', { maxLength: 60 }).optional(),
  bays: integer('工位', { unit: '个', min: 1 }),
  priceFen: money('普洗价格'),
} as const
export const washGrades = { A: 'A(规范)', B: 'B(基本规范)', C: 'C(不规范)' } as const
const washItems = {
  isDrained: flag('排水接入管网'),
  isSettled: flag('三级沉淀'),
  isRecycled: flag('循环用水'),
  isYardHard: flag('场地硬化整洁'),
  isOffRoad: flag('不占道洗车、排队'),
  isPriced: flag('明码标价'),
} as const
type Washed = { readonly [K in keyof typeof washItems]: boolean }
/** Standard score: how many of the six items are met, in percent. */
export const scoreWash = (c: Washed): number =>
  percentOf(Object.keys(washItems).filter((k) => c[k as keyof Washed]).length, 6) ?? 0
/** A: everything in order; C: on the road, or without a drainage permit, drain or settling; B between. */
export const gradeWash = (c: Washed, hasPermit: boolean): keyof typeof washGrades =>
  !c.isOffRoad || !c.isDrained || !c.isSettled || !hasPermit ? 'C' : scoreWash(c) === 100 ? 'A' : 'B'
export const wash = procedure('pollution.wash', {
  zh: '洗车场',
  menu: '洗车外立面',
  title: 'name',
  numbering: { prefix: 'XC', per: 'year', digits: 4 },
  help: '排水、沉淀、循环用水、场地、不占道、明码标价六项评分;C级限期整改,改好复查重评。',
  uniqueTogether: [['name', 'address']],
  fields: {
    ...washForm,
    name: washForm.name.searchable(),
    score: number('标准化得分', { unit: '分' }).optional(),
    grade: choice('等级', washGrades).optional(),
    checkedOn: date('最近检查').optional(),
    dueOn: date('整改期限').optional(),
    faults: text('问题', { maxLength: 300 }).optional(),
    checks: integer('检查', { unit: '次' }).optional(),
  },
  statuses: {
    listed: { zh: '在册' },
    ordered: { zh: '限期整改', duty: 'pollution.check', taskZh: '洗车场待复查' },
    closed: { zh: '注销', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '登记洗车场',
    from: 'new',
    to: 'listed',
    by: 'pollution.town',
    form: washForm,
    effects: () => ({ set: { checks: 0 } }),
  }),
  permit: action({
    zh: '补录排水许可',
    from: ['listed', 'ordered'],
    to: 'same',
    by: 'pollution.town',
    form: { drainNo: text('排水许可证号', { maxLength: 60 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  check: action({
    zh: '标准化检查',
    from: ['listed', 'ordered'],
    by: 'pollution.check',
    tone: 'primary',
    form: {
      checkedOn: date('日期'),
      ...washItems,
      faults: text('问题', { maxLength: 300 }).optional(),
      dueOn: date('整改期限(C级)').optional(),
      photos: photos(1, '检查照片'),
    },
    to: ({ input, subject }) => (gradeWash(input, Boolean(subject.drainNo)) === 'C' ? 'ordered' : 'listed'),
    check: ({ input, subject, now }) =>
      first(
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(gradeWash(input, Boolean(subject.drainNo)) === 'C' && !(input.faults && input.dueOn), 'C级须写明问题与期限'),
      ),
    effects: ({ input, subject }) => ({
      set: {
        score: scoreWash(input),
        grade: gradeWash(input, Boolean(subject.drainNo)),
        checkedOn: input.checkedOn,
        faults: input.faults ?? null,
        dueOn: input.dueOn ?? null,
        checks: (subject.checks ?? 0) + 1,
      },
    }),
  }),
  close: action({
    zh: '注销',
    from: ['listed', 'ordered'],
    to: 'closed',
    by: 'pollution.manage',
    tone: 'danger',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
/** Washing on the road without a licence: each sighting becomes a case, once a day and place. */
export const roadsideWash = record('pollution.roadside-wash', {
  zh: '无证占道洗车',
  menu: '洗车外立面',
  title: 'place',
  fields: {
    place: text('地点', { maxLength: 120 }).searchable(),
    operator: text('经营者(不明填不明)', { maxLength: 60 }),
    photos: photos(1, '现场照片'),
  },
})
export const roadsideWashRule = rule('pollution.roadside-wash-found', {
  zh: '无证占道洗车成案',
  on: roadsideWash,
  when: () => true,
  then: (row) => [
    say(problemFound, {
      source: 'officer',
      sourceType: 'pollution.roadside-wash',
      sourceId: row.id,
      description: `无证占道洗车:${row.place}(${row.operator})`,
      categoryKind: null,
      category: null,
      address: row.place,
      lon: row.lon,
      lat: row.lat,
      areaCode: row.areaCode,
      photos: [...row.photos],
      isUrgent: false,
      mergeKey: `pollution.roadside-wash:${row.place}`,
    }),
  ],
  once: { per: (row) => row.place, withinHours: 24 },
  basis: '城市市容和环境卫生管理条例;GB/T 47678.5 09021 占道洗车',
})
