/** 收运: bins along streets, the points and doors where waste is fetched, and when which vehicle comes. */
import { choice, choices, code, date, integer, photos, ref, register, text, unit } from '#kernel'
import { clock, platePattern, unknownPlates } from '../shared.ts'

export const binStates = { inUse: '在用', removed: '已撤除', moved: '已移放' } as const
export const streetBin = register('sanitation.street-bin', {
  zh: '临街垃圾桶',
  menu: '垃圾收运',
  geometry: 'Point',
  title: 'code',
  fields: {
    code: text('桶号', { maxLength: 30 }).unique().searchable(),
    road: ref('道路', 'grid.road'),
    roadName: text('路名', { maxLength: 80 }).searchable(),
    litres: integer('容积', { unit: 'L', min: 10, max: 2000 }),
    state: choice('状态', binStates),
    newPlace: text('移放位置', { maxLength: 120 }).optional(),
    changedOn: date('撤除(移放)日期').optional(),
    photos: photos(0).optional(),
  },
  checks: { moved: { sql: "state <> 'moved' or new_place is not null", zh: '移放的须填写新位置' } },
})
export const stopKinds = { point: '集中收集点', shop: '沿街商户(上门)', unit: '机关单位(上门)', bin: '垃圾桶点' } as const
export const stop = register('sanitation.stop', {
  zh: '收集点',
  menu: '垃圾收运',
  geometry: 'Point',
  title: 'name',
  help: '道路、商户的收集点;居民小区的分类投放点在“垃圾分类”。',
  fields: {
    code: text('点位编号', { maxLength: 30 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    kind: choice('类型', stopKinds),
    road: ref('道路', 'grid.road').optional(),
    keeper: text('管理人', { maxLength: 50 }),
    keeperUnit: unit('管理单位').optional(),
    operator: text('收运单位', { maxLength: 80 }).searchable(),
    state: choice('六要素', { unchecked: '未检查', passed: '达标', failed: '不达标' }),
    pickedOn: date('最近收运').optional(),
  },
})
export const weekdays = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const
export const timetable = register('sanitation.timetable', {
  zh: '定时收运时刻表',
  menu: '垃圾收运',
  title: 'route',
  help: '哪条线路、哪辆车、几时到哪个点;一个点一天可来几次。',
  fields: {
    route: text('线路', { maxLength: 60 }).searchable(),
    stop: ref('收集点', 'sanitation.stop'),
    plate: code('车辆', 'sanitation.vehicle.plate', { maxLength: 10, pattern: platePattern }),
    fromTime: text('到达时段起', { maxLength: 5, pattern: clock }),
    toTime: text('到达时段止', { maxLength: 5, pattern: clock }),
    days: choices('星期', weekdays),
  },
  uniqueTogether: [['stop', 'fromTime']],
  checks: { order: { sql: 'to_time > from_time', zh: '时段止应晚于起' } },
  refuses: async ({ plate }, ctx) =>
    (await unknownPlates(ctx, [String(plate)])).length > 0 ? `车辆台账里没有${String(plate)}` : undefined,
})
