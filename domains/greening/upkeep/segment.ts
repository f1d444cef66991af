/** 养护标段、给水点: who keeps what, at which price; where the water for it comes from, and its meter. */
import { choice, date, integer, money, number, record, ref, register, text, unit } from '#kernel'
import { careGrades } from '../words.ts'

export const segment = register('greening.segment', {
  zh: '养护标段',
  menu: '园林养护',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('标段号', { maxLength: 40 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    contractor: text('养护单位', { maxLength: 80 }).searchable(),
    unit: unit('派工单位'),
    grade: choice('养护等级', careGrades),
    areaM2: number('面积', { unit: '㎡', min: 1 }),
    priceFen: money('年养护费', { min: 1 }),
    fromOn: date('合同起'),
    toOn: date('合同止'),
    honour: choice('称号', { none: '无', demo: '示范标段', good: '优质标段' }, { isGiven: true }).optional(),
  },
  checks: { span: { sql: 'to_on > from_on', zh: '合同止须晚于起' } },
})
export const waterPoint = register('greening.water-point', {
  zh: '绿化给水点',
  menu: '园林养护',
  geometry: 'Point',
  title: 'code',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    segment: ref('养护标段', 'greening.segment'),
    kind: choice('类别', { hydrant: '快速取水', sprinkler: '喷灌', tank: '蓄水箱' }),
    pipeM: number('管线', { unit: 'm', min: 0 }),
    coverM2: number('覆盖面积', { unit: '㎡', min: 1 }),
    meter: text('水表号', { maxLength: 40 }),
    builtOn: date('建成日期'),
    state: choice('状态', { good: '正常', broken: '待修' }),
  },
})
export const meterReading = record('greening.meter-reading', {
  zh: '绿化用水抄表',
  menu: '园林养护',
  title: 'm3',
  fields: {
    point: ref('给水点', 'greening.water-point'),
    readOn: date('抄表日期'),
    m3: number('本期用水', { unit: 'm³', min: 0 }),
  },
})
export const pest = register('greening.pest', {
  zh: '有害生物',
  menu: '有害生物',
  title: 'name',
  help: '世代历:防治窗口按月日;诱捕计数达到阈值的自动开防治单。',
  fields: {
    name: text('名称', { maxLength: 40 }).unique().searchable(),
    host: text('寄主', { maxLength: 60 }),
    fromDay: integer('防治窗口自(月日)', { min: 101, max: 1231 }).help('如 415 即4月15日'),
    toDay: integer('防治窗口至(月日)', { min: 101, max: 1231 }),
    threshold: integer('诱捕阈值', { unit: '头', min: 1 }),
    method: text('推荐防法', { maxLength: 100 }),
    isCatkin: choice('类别', { insect: '虫害', disease: '病害', catkin: '杨柳飞絮' }),
  },
})
export const trap = record('greening.trap', {
  zh: '监测诱捕记录',
  menu: '有害生物',
  geometry: 'Point',
  title: 'count',
  fields: {
    pest: ref('有害生物', 'greening.pest'),
    segment: ref('养护标段', 'greening.segment').optional(),
    place: text('监测点', { maxLength: 80 }),
    count: integer('诱捕(发现)', { unit: '头', min: 0 }),
    seenOn: date('日期'),
  },
})
export const rain = record('greening.rain', {
  zh: '雨量与土壤墒情',
  menu: '抗旱',
  title: 'mm',
  fields: {
    dayOn: date('日期'),
    mm: number('降雨', { unit: 'mm', min: 0, max: 1000 }),
    soil: number('土壤相对含水', { unit: '%', min: 0, max: 100 }).optional(),
  },
})
