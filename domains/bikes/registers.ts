/** Stations, bikes, operators of shared bikes and their fences, painted lines, what was towed. */
import { area, choice, date, instant, integer, number, photos, ref, register, text } from '#kernel'
import { directions, fenceKinds, modes, towKinds, towStates } from './words.ts'

export const station = register('bikes.station', {
  zh: '公共自行车站点',
  menu: '公共自行车',
  geometry: 'Point',
  title: 'name',
  help: '空满阈值:站内车辆不多于“空桩阈值”为空,空余桩位不多于“满桩阈值”为满;高峰时触发调度单。',
  fields: {
    code: text('站点编号', { maxLength: 30 }).unique().searchable(),
    name: text('站点', { maxLength: 80 }).searchable(),
    docks: integer('车桩', { unit: '个', min: 1, max: 500 }),
    emptyAt: integer('空桩阈值', { unit: '辆', min: 0 }),
    fullAt: integer('满桩阈值', { unit: '个', min: 0 }),
    mode: choice('模式', modes),
    bluetoothOn: date('启用蓝牙日期').optional(),
    fenceM: number('蓝牙围栏半径', { unit: 'm', min: 1, max: 200 }).optional(),
    openedOn: date('启用日期'),
  },
  sort: { by: 'code' },
})
export const bike = register('bikes.bike', {
  zh: '公共自行车',
  menu: '公共自行车',
  title: 'number',
  fields: {
    number: text('车号', { maxLength: 20 }).unique().searchable(),
    model: text('型号', { maxLength: 40 }).optional(),
    inServiceOn: date('投放日期'),
  },
  sort: { by: 'number' },
})
export const operator = register('bikes.operator', {
  zh: '共享自行车企业',
  menu: '共享自行车',
  title: 'name',
  fields: {
    name: text('企业', { maxLength: 80 }).unique().searchable(),
    creditCode: text('统一社会信用代码', { maxLength: 18 }).unique(),
    quota: integer('核定投放', { unit: '辆', min: 0 }),
    fleet: integer('现有车辆', { unit: '辆', min: 0 }),
    staff: integer('运维人员', { unit: '人', min: 0 }),
    contact: text('联系人', { maxLength: 40 }).personal('name').optional(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
  },
})
export const fence = register('bikes.fence', {
  zh: '共享自行车电子围栏',
  menu: '共享自行车',
  geometry: 'Polygon',
  title: 'name',
  fields: {
    name: text('名称', { maxLength: 80 }).unique().searchable(),
    kind: choice('类别', fenceKinds),
    operator: ref('企业', 'bikes.operator').optional().help('不填为各企业共用'),
    capacity: integer('容量', { unit: '辆', min: 0 }),
  },
})
export const line = register('bikes.line', {
  zh: '非机动车停车线',
  menu: '非机动车停放',
  geometry: 'Point',
  title: 'road',
  fields: {
    road: text('路段', { maxLength: 100 }).searchable(),
    lengthM: number('长度', { unit: '米', min: 0.5 }),
    capacity: integer('可停', { unit: '辆', min: 1 }),
    direction: choice('停放方向', directions),
    paintedOn: date('施划日期'),
    note: text('停放提示', { maxLength: 200 }).optional(),
    plan: ref('划线点位', 'bikes.line-plan').unique().optional(),
  },
})
export const sunshade = register('bikes.sunshade', {
  zh: '红灯等候区遮阳棚',
  menu: '非机动车停放',
  geometry: 'Point',
  title: 'place',
  fields: {
    place: text('路口', { maxLength: 100 }).unique().searchable(),
    builtOn: date('建成日期'),
    areaM2: number('遮阳面积', { unit: '平方米', min: 0 }).optional(),
  },
})
export const towed = register('bikes.towed', {
  zh: '拖移非机动车',
  menu: '非机动车停放',
  geometry: 'Point',
  title: 'plate',
  help: '逐辆录入,或按批次用表格导入;同批同车号只记一次。领取另办“认领”。',
  uniqueTogether: [['batch', 'plate']],
  fields: {
    plate: text('车牌(车架、车身)号', { maxLength: 30 }).searchable(),
    kind: choice('车辆', towKinds),
    batch: text('批次', { maxLength: 40 }).searchable(),
    place: text('拖移地点', { maxLength: 120 }).searchable(),
    street: area('街道(镇)').optional(),
    towedAt: instant('拖移时间'),
    yard: text('停放场', { maxLength: 60 }),
    photos: photos(0, '现场照片').optional(),
    operator: ref('共享企业', 'bikes.operator').optional(),
    state: choice('状态', towStates),
    feeFen: integer('已收费用', { unit: '分', isMoney: true }).optional(),
  },
  sort: { by: 'towedAt', descending: true },
})
