/** 施工工地与道路扬尘: six hundred-percents checked by a joint team; roads have a duty unit and dust tests. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  list,
  number,
  one,
  percentOf,
  photos,
  procedure,
  ref,
  register,
  rows,
  say,
  streetOf,
  text,
} from '#kernel'
import { siteScored } from './facts.ts'
import { notYet, why } from './shared.ts'

export const sixItems = {
  fence: '周边围挡',
  cover: '物料覆盖',
  wash: '出入车辆冲洗',
  ground: '路面硬化',
  wet: '拆迁(土方)湿法作业',
  sealed: '渣土车密闭运输',
} as const
const form = {
  name: text('工地', { maxLength: 100 }),
  address: text('地址', { maxLength: 120 }),
  builder: text('施工单位', { maxLength: 80 }),
  builderCode: text('统一社会信用代码', { maxLength: 18 }),
  owner: text('建设单位', { maxLength: 80 }),
  fromOn: date('开工'),
  toOn: date('计划竣工'),
  washer: text('冲洗设施', { maxLength: 80 }),
  isNightPermitted: flag('有夜间施工许可'),
} as const
export const site = procedure('pollution.site', {
  zh: '施工工地',
  menu: '工地扬尘',
  title: 'name',
  numbering: { prefix: 'GD', per: 'year', digits: 4 },
  help: '“六个百分之百”由联合检查组评分;不达标满规定项数即停工,复查全部达标才复工。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    score: number('最近得分', { unit: '分' }).optional(),
    checkedOn: date('最近检查').optional(),
    bad: list('不达标项').optional(),
    stops: integer('停工', { unit: '次' }).optional(),
  },
  statuses: {
    working: { zh: '施工中' },
    suspended: { zh: '停工整改', duty: 'pollution.check', taskZh: '停工工地待复查' },
    finished: { zh: '竣工', kind: 'final' },
  },
}).actions((action) => ({
  list: action({
    zh: '登记工地',
    from: 'new',
    to: 'working',
    by: 'pollution.town',
    form,
    check: ({ input }) => why(input.toOn <= input.fromOn, '竣工应晚于开工'),
    effects: () => ({ set: { stops: 0 } }),
  }),
  scored: action({
    zh: '检查评分',
    from: ['working', 'suspended'],
    by: 'system',
    form: { score: number('得分'), checkedOn: date('日期'), bad: list('不达标项') },
    to: ({ input, subject, parameter }) =>
      input.bad.length >= parameter('pollution.site-stop')
        ? 'suspended'
        : subject.status === 'suspended' && input.bad.length > 0
          ? 'suspended'
          : 'working',
    effects: ({ input, subject, parameter }) => ({
      set: {
        ...input,
        stops:
          (subject.stops ?? 0) + (subject.status === 'working' && input.bad.length >= parameter('pollution.site-stop') ? 1 : 0),
      },
    }),
  }),
  finish: action({ zh: '竣工', from: 'working', to: 'finished', by: 'pollution.town' }),
}))
const line = { item: choice('项目', sixItems), isOk: flag('达标'), note: text('情况', { maxLength: 200 }).optional() } as const
const checkForm = {
  site: ref('工地', 'pollution.site'),
  checkedOn: date('日期'),
  team: list('联合检查单位'),
  lines: rows('六个百分之百', line),
  muck: text('渣土处置情况', { maxLength: 200 }),
  photos: photos(1, '检查照片'),
} as const
export const siteCheck = procedure('pollution.site-check', {
  zh: '工地联合检查',
  menu: '工地扬尘',
  title: 'name',
  numbering: { prefix: 'GJ', per: 'day', digits: 3 },
  fields: {
    name: text('工地', { maxLength: 100 }).searchable().optional(),
    ...checkForm,
    score: number('得分', { unit: '分' }).optional(),
    bad: integer('不达标', { unit: '项' }).optional(),
  },
  statuses: { done: { zh: '已检查' }, transferred: { zh: '已移送处罚', kind: 'final' } },
}).actions((action) => ({
  check: action({
    zh: '登记检查',
    from: 'new',
    to: 'done',
    by: 'pollution.check',
    form: checkForm,
    look: ({ tx, input }) =>
      one<{ name: string }>(tx, `select name from pollution.site where id = $1 and status <> 'finished'`, [input.site]),
    check: ({ input, found, now }) =>
      first(
        why(!found, '没有在建的工地'),
        why(input.checkedOn > dayText(now), '日期不能晚于今天'),
        why(new Set(input.lines.map((l) => l.item)).size !== 6 || input.lines.length !== 6, '六项须各查一次'),
        why(input.team.length < 2, '联合检查须两个以上单位'),
        why(
          input.lines.some((l) => !l.isOk && !l.note),
          '不达标的须写明情况',
        ),
      ),
    effects: ({ input, found }) => {
      const bad = input.lines.filter((l) => !l.isOk)
      const score = percentOf(6 - bad.length, 6) ?? 0
      return {
        set: { name: found?.name, score, bad: bad.length },
        facts: [say(siteScored, { site: input.site, score, on: input.checkedOn, bad: bad.map((l) => sixItems[l.item]) })],
      }
    },
  }),
  transfer: action({
    zh: '移送处罚',
    from: 'done',
    to: 'transferred',
    by: 'pollution.check',
    tone: 'danger',
    form: { note: text('情况', { maxLength: 300 }) },
    guard: ({ subject }) => notYet((subject.bad ?? 0) === 0, '全部达标'),
    look: ({ tx, subject }) =>
      one<{ name: string; builder: string; code: string; address: string }>(
        tx,
        'select name, builder, builder_code as code, address from pollution.site where id = $1',
        [subject.site],
      ),
    effects: ({ input, subject, found }) => ({
      facts: [
        say(penaltyWanted, {
          sourceType: 'pollution.site-check',
          sourceId: subject.id,
          topic: 'dust',
          lawCode: 'V18',
          partyName: found?.builder ?? '',
          partyCode: found?.code ?? '',
          partyKind: 'org',
          happenedOn: subject.checkedOn,
          address: found?.address ?? '',
          description: `${found?.name}扬尘${subject.bad}项不达标;${input.note}`,
          lon: subject.lon,
          lat: subject.lat,
          areaCode: subject.areaCode,
        }),
      ],
    }),
  }),
}))
export const roadDuty = register('pollution.road-duty', {
  zh: '道路扬尘责任',
  menu: '工地扬尘',
  title: 'name',
  fields: {
    name: text('道路', { maxLength: 80 }).unique().searchable(),
    road: ref('道路台账', 'grid.road').optional(),
    tradeUnit: text('行业责任单位', { maxLength: 80 }),
    townUnit: text('属地责任单位', { maxLength: 80 }),
    contractor: text('保洁企业', { maxLength: 80 }),
    sources: list('扬尘源'),
    areaM2: number('面积', { unit: '㎡', min: 1 }),
  },
})
const dustForm = {
  road: ref('道路', 'pollution.road-duty'),
  testedOn: date('日期'),
  gramM2: number('积尘', { unit: 'g/㎡', min: 0 }),
  spots: integer('采样点', { unit: '个', min: 1 }),
  cause: text('扬尘源', { maxLength: 120 }).optional(),
  photos: photos(1, '采样照片'),
} as const
export const dustTest = procedure('pollution.dust-test', {
  zh: '道路积尘测试',
  menu: '工地扬尘',
  title: 'name',
  numbering: { prefix: 'JT', per: 'day', digits: 4 },
  help: '超过限值的责令保洁企业冲洗,复测达标才销号;得分进入尘量考核。',
  fields: {
    name: text('道路', { maxLength: 80 }).searchable().optional(),
    ...dustForm,
    score: number('得分', { unit: '分' }).optional(),
    isOver: flag('超限').optional(),
    regramM2: number('复测', { unit: 'g/㎡' }).optional(),
    town: text('街道', { maxLength: 12 }).optional(),
    month: text('月份', { maxLength: 7 }).optional(),
  },
  statuses: {
    passed: { zh: '达标', kind: 'final' },
    ordered: { zh: '责令冲洗', duty: 'pollution.town', taskZh: '道路积尘待冲洗' },
    washed: { zh: '待复测', duty: 'pollution.check', taskZh: '道路积尘待复测' },
    closed: { zh: '复测达标', kind: 'final' },
  },
}).actions((action) => ({
  test: action({
    zh: '登记测试',
    from: 'new',
    by: 'pollution.check',
    form: dustForm,
    look: ({ tx, input }) => one<{ name: string }>(tx, 'select name from pollution.road_duty where id = $1', [input.road]),
    to: ({ input, parameter }) => (input.gramM2 > parameter('pollution.dust-limit') ? 'ordered' : 'passed'),
    check: ({ input, now, parameter }) =>
      first(
        why(input.testedOn > dayText(now), '日期不能晚于今天'),
        why(input.gramM2 > parameter('pollution.dust-limit') && !input.cause, '超限须写明扬尘源'),
      ),
    effects: ({ input, found, subject, parameter }) => {
      const limit = parameter('pollution.dust-limit')
      return {
        set: {
          name: found?.name,
          isOver: input.gramM2 > limit,
          score: dustScore(input.gramM2, limit),
          town: streetOf(subject.areaCode),
          month: input.testedOn.slice(0, 7),
        },
      }
    },
  }),
  wash: action({
    zh: '已冲洗',
    from: 'ordered',
    to: 'washed',
    by: 'pollution.town',
    tone: 'primary',
    form: { washPhotos: photos(1, '冲洗照片') },
  }),
  retest: action({
    zh: '复测',
    from: 'washed',
    by: 'pollution.check',
    tone: 'primary',
    form: { regramM2: number('复测', { unit: 'g/㎡', min: 0 }), photos: photos(1, '复测照片') },
    to: ({ input, parameter }) => (input.regramM2 > parameter('pollution.dust-limit') ? 'ordered' : 'closed'),
    effects: ({ input }) => ({ set: { regramM2: input.regramM2 } }),
  }),
}))
/** 100 within the limit; each gram over it costs five. */
export const dustScore = (gram: number, limit: number): number =>
  Math.max(0, Math.round((100 - Math.max(0, gram - limit) * 5) * 100) / 100)
