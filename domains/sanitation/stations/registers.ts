/** Where sanitation workers rest, what stations and rest places noted each day, and where disinfectant was put. */
import {
  choice,
  choices,
  date,
  dayText,
  flag,
  instant,
  integer,
  longText,
  number,
  one,
  person,
  photos,
  record,
  ref,
  register,
  reject,
  text,
  type WorkContext,
} from '#kernel'
import { clock, nameOf } from '../shared.ts'
import { type FacilityKind, facilityKinds } from '../words.ts'
import { facilityOf } from './disinfect.ts'

const notLater = (row: Readonly<Record<string, unknown>>, ctx: Pick<WorkContext, 'now'>): string | undefined =>
  String(row.dayOn) > dayText(ctx.now) ? '日期不能晚于今天' : undefined
const noFacility = (kind: string, code: string): never =>
  reject('sanitation.field', { why: `没有编号为${code}的${facilityKinds[kind as FacilityKind]}` })
const comforts = {
  water: '饮水',
  microwave: '微波炉',
  toilet: '厕所',
  aircon: '空调',
  medicine: '急救药箱',
  charge: '手机充电',
  seat: '桌椅',
} as const
export const restPlace = register('sanitation.rest-place', {
  zh: '环卫休息场所',
  menu: '环卫设施',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    address: text('地址', { maxLength: 120 }).searchable(),
    areaM2: number('面积', { unit: '㎡', min: 1 }),
    comforts: choices('设施', comforts),
    openFrom: text('开放起', { maxLength: 5, pattern: clock }),
    openTo: text('开放止', { maxLength: 5, pattern: clock }),
    keeper: text('管理人', { maxLength: 50 }),
    state: choice('状态', { open: '开放', upkeep: '维修', closed: '停用' }),
    builtOn: date('建成日期'),
    photos: photos(0).optional(),
  },
})
export const restUse = record('sanitation.rest-use', {
  zh: '休息场所使用',
  menu: '环卫设施',
  title: 'name',
  fields: {
    place: ref('休息场所', 'sanitation.rest-place'),
    name: text('名称', { maxLength: 80, isGiven: true }).searchable(),
    dayOn: date('日期'),
    people: integer('使用', { unit: '人次', min: 0 }),
    note: text('情况', { maxLength: 200 }).optional(),
  },
  fills: async ({ place }, ctx) => ({ name: await nameOf(ctx, 'rest_place', 'name', place, '休息场所') }),
  refuses: async (row, ctx) =>
    notLater(row, ctx) ??
    ((await one(ctx.tx, 'select 1 as n from sanitation.rest_use where place = $1 and day_on = $2::date limit 1', [
      row.place,
      row.dayOn,
    ]))
      ? `${String(row.name)}${String(row.dayOn)}的使用已登记`
      : undefined),
})
export const stationLog = record('sanitation.station-log', {
  zh: '转运站运行日志',
  menu: '转运处理',
  title: 'name',
  fields: {
    station: ref('站(厂)', 'sanitation.station'),
    name: text('站(厂)', { maxLength: 80, isGiven: true }).searchable(),
    dayOn: date('日期'),
    openedAt: instant('开站'),
    closedAt: instant('关站'),
    washes: integer('冲洗', { unit: '次', min: 0 }),
    leachateT: number('渗滤液外运', { unit: '吨', min: 0 }),
    sprays: integer('除臭', { unit: '次', min: 0 }),
    isNormal: flag('运行正常'),
    note: longText('情况', { maxLength: 300 }).optional(),
  },
  fills: async ({ station }, ctx) => ({ name: await nameOf(ctx, 'station', 'name', station, '站(厂)') }),
  refuses: async (row, ctx) => {
    const [opened, closed] = [new Date(String(row.openedAt)), new Date(String(row.closedAt))]
    if (closed <= opened) return '关站应在开站之后'
    if (dayText(opened) !== row.dayOn) return '开站时间应在日志当日'
    if (!row.isNormal && !row.note) return '运行不正常的请写明情况'
    const known = await one(
      ctx.tx,
      'select 1 as n from sanitation.station_log where station = $1 and day_on = $2::date limit 1',
      [row.station, row.dayOn],
    )
    return notLater(row, ctx) ?? (known ? `${String(row.name)}${String(row.dayOn)}的日志已登记` : undefined)
  },
})
const agents = { chlorine: '含氯消毒液', chlorineDioxide: '二氧化氯', quat: '季铵盐类', insecticide: '杀虫剂' } as const
export const disinfection = record('sanitation.disinfection', {
  zh: '消杀记录',
  menu: '环卫设施',
  title: 'name',
  help: '车辆、果皮箱、公厕、转运站等每次消杀:药剂、浓度、人员、照片。',
  fields: {
    kind: choice('设施', facilityKinds),
    code: text('设施编号(号牌)', { maxLength: 30 }).searchable().help('台账上的编号,车辆填号牌;名称取自台账'),
    name: text('名称', { maxLength: 80, isGiven: true }).searchable(),
    agent: choice('药剂', agents),
    mgPerL: integer('浓度', { unit: 'mg/L', min: 1, max: 20_000 }),
    worker: person('作业人').optional(),
    photos: photos(1),
  },
  fills: async ({ kind, code }, ctx) => ({
    name: (await facilityOf(ctx.tx, String(kind), String(code))) ?? noFacility(String(kind), String(code)),
  }),
})
