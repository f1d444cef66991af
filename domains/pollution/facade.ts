/** 外立面一楼一档与清洗、小广告标准化. */
import {
  addMonths,
  choice,
  date,
  dayText,
  first,
  flag,
  integer,
  number,
  one,
  photos,
  procedure,
  ref,
  round,
  rows,
  say,
  startOf,
  streetOf,
  text,
} from '#kernel'
import { facadeCleaned } from './facts.ts'
import { notYet, why } from './shared.ts'

const side = {
  side: choice('朝向', { east: '东', south: '南', west: '西', north: '北' }),
  areaM2: number('面积', { unit: '㎡', min: 0.1 }),
  ads: integer('广告(招牌)', { unit: '处', min: 0 }),
  units: integer('空调外机', { unit: '台', min: 0 }),
} as const
const facadeForm = {
  name: text('建筑', { maxLength: 80 }),
  building: ref('建筑台账', 'grid.building').optional(),
  address: text('地址', { maxLength: 120 }),
  road: choice('所临道路', { main: '主干道(窗口地区)', other: '其他道路' }),
  material: choice('材质', { glass: '玻璃幕墙', tile: '面砖', paint: '涂料', stone: '石材(铝板)' }),
  owner: text('业主(管理单位)', { maxLength: 80 }),
  phone: text('电话', { maxLength: 20 }).personal('phone'),
  sides: rows('各立面', side),
  photos: photos(1, '各立面照片'),
} as const
export const facade = procedure('pollution.facade', {
  zh: '建筑外立面档案',
  menu: '洗车外立面',
  title: 'name',
  numbering: { prefix: 'LM', per: 'year', digits: 5 },
  help: '普查一楼一档;清洗到期前后按道路等级计算,逾期列入清单并通知业主。',
  uniqueTogether: [['name', 'address']],
  fields: {
    ...facadeForm,
    name: facadeForm.name.searchable(),
    town: text('街道', { maxLength: 12 }).optional(),
    areaM2: number('立面面积', { unit: '㎡' }).optional(),
    ads: integer('广告(招牌)', { unit: '处' }).optional(),
    units: integer('空调外机', { unit: '台' }).optional(),
    state: choice('状况', { clean: '整洁', dirty: '脏污', damaged: '破损' }).optional(),
    cleanedOn: date('上次清洗').optional(),
    dueOn: date('应清洗').optional(),
    cleanings: integer('清洗', { unit: '次' }).optional(),
    notices: integer('催告', { unit: '次' }).optional(),
  },
  statuses: {
    kept: { zh: '在档' },
    overdue: { zh: '清洗逾期', duty: 'pollution.town', taskZh: '外立面清洗逾期' },
    gone: { zh: '已拆除', kind: 'final' },
  },
}).actions((action) => {
  const nextOn = (road: 'main' | 'other', from: string, parameter: (n: string) => number) =>
    addMonths(from, parameter(road === 'main' ? 'pollution.facade-months' : 'pollution.facade-months-other'))
  return {
    survey: action({
      zh: '普查建档',
      from: 'new',
      to: 'kept',
      by: 'pollution.town',
      form: {
        ...facadeForm,
        state: choice('状况', { clean: '整洁', dirty: '脏污', damaged: '破损' }),
        cleanedOn: date('上次清洗'),
      },
      check: ({ input, now }) =>
        first(
          why(
            input.sides.length === 0 || new Set(input.sides.map((s) => s.side)).size < input.sides.length,
            '立面不能为空或重复',
          ),
          why(input.photos.length < input.sides.length, '每个立面须有一张照片'),
          why(input.cleanedOn > dayText(now), '日期不能晚于今天'),
        ),
      effects: ({ input, subject, parameter }) => {
        const dueOn = nextOn(input.road, input.cleanedOn, parameter)
        return {
          set: {
            town: streetOf(subject.areaCode),
            areaM2: round(input.sides.reduce((n, s) => n + s.areaM2, 0)),
            ads: input.sides.reduce((n, s) => n + s.ads, 0),
            units: input.sides.reduce((n, s) => n + s.units, 0),
            dueOn,
            cleanings: 0,
            notices: 0,
          },
          timers: [{ name: 'due', at: startOf(dueOn), action: 'fallDue' }],
        }
      },
    }),
    fallDue: action({
      zh: '清洗到期,通知业主',
      from: 'kept',
      to: 'overdue',
      by: 'system',
      effects: ({ subject }) => ({
        set: { notices: (subject.notices ?? 0) + 1 },
        messages: [
          { channel: 'sms', recipient: subject.phone, body: `【外立面】${subject.name}应于${subject.dueOn}前清洗,请尽快安排。` },
        ],
      }),
    }),
    gone: action({
      zh: '已拆除',
      from: ['kept', 'overdue'],
      to: 'gone',
      by: 'pollution.manage',
      tone: 'danger',
      form: { reason: text('原因', { maxLength: 200 }) },
    }),
    cleaned: action({
      zh: '已清洗',
      from: ['kept', 'overdue'],
      to: 'kept',
      by: 'system',
      form: { on: date('日期') },
      effects: ({ input, subject, parameter }) => {
        const dueOn = nextOn(subject.road, input.on, parameter)
        return {
          set: { cleanedOn: input.on, dueOn, state: 'clean', cleanings: (subject.cleanings ?? 0) + 1 },
          timers: [{ name: 'due', at: startOf(dueOn), action: 'fallDue' }],
        }
      },
    }),
  }
})
const cleaningForm = {
  facade: ref('建筑外立面', 'pollution.facade'),
  contractor: text('清洗企业', { maxLength: 80 }),
  method: choice('方式', { rope: '高空吊绳', lift: '升降平台', ground: '地面冲洗' }),
  plannedOn: date('计划日期'),
  plan: text('安全方案', { maxLength: 300 }),
} as const
export const cleaning = procedure('pollution.cleaning', {
  zh: '楼宇清洗',
  menu: '洗车外立面',
  title: 'name',
  numbering: { prefix: 'QX', per: 'year', digits: 4 },
  help: '高空作业须有持证人员与保险;清洗面积不能多于档案面积。',
  fields: {
    name: text('建筑', { maxLength: 80 }).searchable().optional(),
    ...cleaningForm,
    workers: integer('持证人员', { unit: '人' }).optional(),
    doneOn: date('完成日期').optional(),
    doneM2: number('清洗面积', { unit: '㎡' }).optional(),
    photos: photos(0, '清洗后照片').optional(),
  },
  statuses: {
    filed: { zh: '已备案', duty: 'pollution.town', taskZh: '楼宇清洗待完成' },
    done: { zh: '已清洗', kind: 'final' },
    cancelled: { zh: '取消', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '备案清洗',
    from: 'new',
    to: 'filed',
    by: 'pollution.town',
    form: { ...cleaningForm, workers: integer('持证人员', { unit: '人', min: 0 }), isInsured: flag('已投保') },
    look: ({ tx, input }) => one<{ name: string }>(tx, 'select name from pollution.facade where id = $1', [input.facade]),
    check: ({ input, now }) =>
      first(
        why(input.plannedOn < dayText(now), '计划日期不能早于今天'),
        notYet(input.method !== 'ground' && (input.workers === 0 || !input.isInsured), '高空作业须有持证人员并投保'),
      ),
    effects: ({ input, found }) => ({ set: { name: found?.name, workers: input.workers } }),
  }),
  finish: action({
    zh: '清洗完成',
    from: 'filed',
    to: 'done',
    by: 'pollution.town',
    tone: 'primary',
    form: { doneOn: date('完成日期'), doneM2: number('清洗面积', { unit: '㎡', min: 0.1 }), photos: photos(1, '清洗后照片') },
    look: ({ tx, subject }) =>
      one<{ m2: number }>(tx, 'select area_m2::float8 as m2 from pollution.facade where id = $1', [subject.facade]),
    check: ({ input, found, now }) =>
      first(
        why(input.doneOn > dayText(now), '日期不能晚于今天'),
        notYet(input.doneM2 > (found?.m2 ?? 0), `档案面积只有${found?.m2 ?? 0}㎡`),
      ),
    effects: ({ input, subject }) => ({ set: input, facts: [say(facadeCleaned, { facade: subject.facade, on: input.doneOn })] }),
  }),
  cancel: action({
    zh: '取消',
    from: 'filed',
    to: 'cancelled',
    by: 'pollution.town',
    form: { reason: text('原因', { maxLength: 200 }) },
  }),
}))
const flyerForm = {
  compound: ref('小区', 'grid.compound').optional(),
  place: text('小区(街巷)', { maxLength: 80 }),
  checkedOn: date('日期'),
  lengthM: number('检查长度', { unit: 'm', min: 10 }),
  flyers: integer('小广告', { unit: '张', min: 0 }),
  photos: photos(1, '照片'),
} as const
export const flyerCheck = procedure('pollution.flyer-check', {
  zh: '小广告标准化检查',
  menu: '洗车外立面',
  title: 'place',
  numbering: { prefix: 'XG', per: 'day', digits: 4 },
  help: '每百米张数超过标准即安排清理;得分=100-超出张数×每张扣分,进入考核。',
  fields: {
    ...flyerForm,
    place: flyerForm.place.searchable(),
    town: text('街道', { maxLength: 12 }).optional(),
    per100: number('每百米', { unit: '张' }).optional(),
    score: number('得分', { unit: '分' }).optional(),
    isMet: flag('达标').optional(),
    sheets: integer('清理', { unit: '张' }).optional(),
    cleanedOn: date('清理日期').optional(),
  },
  statuses: {
    met: { zh: '达标', kind: 'final' },
    ordered: { zh: '待清理', duty: 'pollution.town', taskZh: '小广告待清理' },
    cleaned: { zh: '已清理', kind: 'final' },
  },
}).actions((action) => ({
  check: action({
    zh: '登记检查',
    from: 'new',
    by: 'pollution.check',
    form: flyerForm,
    to: ({ input, parameter }) =>
      (input.flyers * 100) / input.lengthM > parameter('pollution.flyers-per-100') ? 'ordered' : 'met',
    check: ({ input, now }) => why(input.checkedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input, subject, parameter }) => {
      const per100 = round((input.flyers * 100) / input.lengthM)
      const over = Math.max(0, per100 - parameter('pollution.flyers-per-100'))
      return {
        set: {
          per100,
          isMet: over === 0,
          score: Math.max(0, round(100 - over * parameter('pollution.flyer-points'))),
          town: streetOf(subject.areaCode),
        },
      }
    },
  }),
  clean: action({
    zh: '清理完成',
    from: 'ordered',
    to: 'cleaned',
    by: 'pollution.town',
    tone: 'primary',
    form: { sheets: integer('清理', { unit: '张', min: 1 }), cleanedOn: date('日期'), cleanPhotos: photos(1, '清理后照片') },
    effects: ({ input }) => ({ set: { sheets: input.sheets, cleanedOn: input.cleanedOn } }),
  }),
}))
