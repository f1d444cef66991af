/** 停车台账: lots and their berths, the sources that report on them, boards, and the walkways inside a lot. */
import { choice, date, flag, integer, number, ref, register, text } from '#kernel'
import { lotKinds, origins, ownerships, sourceKinds, tariffZones } from '../contract.ts'

export const lot = register('parking.lot', {
  zh: '停车场(路段)',
  menu: '停车台账',
  geometry: 'Point',
  title: 'name',
  help: '路内泊位以路段为一处;停车场备案颁证后自动入册',
  fields: {
    name: text('名称', { maxLength: 100 }).unique().searchable(),
    kind: choice('种类', lotKinds),
    operator: text('经营单位', { maxLength: 100 }).optional().searchable(),
    address: text('地址', { maxLength: 200 }).optional().searchable(),
    spaces: integer('泊位数', { unit: '个', min: 0 }),
    priceText: text('收费标准', { maxLength: 200 }).optional(),
    openHours: text('开放时间', { maxLength: 60 }).optional(),
    zone: choice('计费区域', tariffZones).optional(),
    isCharged: flag('由平台计费'),
    hasIndoorMap: flag('有场内地图'),
    hasPlateCamera: flag('有车位车牌识别'),
    filing: ref('备案证', 'permits.certificate').unique().optional(),
    connection: choice('接入', { none: '未接入', testing: '联调中', connected: '已接入', broken: '数据异常' }),
  },
  checks: { charged: { sql: 'not is_charged or zone is not null', zh: '由平台计费的须填计费区域' } },
})
export const berth = register('parking.berth', {
  zh: '停车泊位',
  menu: '停车台账',
  geometry: 'Point',
  title: 'number',
  fields: {
    number: text('泊位号', { maxLength: 30 }).unique().searchable(),
    lot: ref('停车场(路段)', 'parking.lot'),
    floor: text('楼层', { maxLength: 10 }).optional(),
    section: text('分区', { maxLength: 20 }).optional(),
    vehicle: choice('车种', { motor: '机动车', nonmotor: '非机动车' }),
    ownership: choice('性质', ownerships),
    origin: choice('来源', origins),
    openedOn: date('启用日期'),
    smartOn: date('智能化改造日期').optional(),
    device: text('检测设备编号', { maxLength: 40 }).unique().optional(),
    isDisabled: flag('无障碍泊位'),
    isCharging: flag('充电泊位'),
    node: text('场内位置点', { maxLength: 30 }).optional().help('与场内通道的点名一致,供反向寻车'),
  },
})
/** A walkway between two named points of a lot. */
export const walkway = register('parking.walkway', {
  zh: '场内通道',
  menu: '停车台账',
  title: 'hint',
  uniqueTogether: [['lot', 'fromNode', 'toNode']],
  fields: {
    lot: ref('停车场', 'parking.lot'),
    fromNode: text('自', { maxLength: 30 }),
    toNode: text('至', { maxLength: 30 }),
    metres: number('长', { unit: '米', min: 0.5 }),
    hint: text('指引', { maxLength: 100 }).help('如:乘2号电梯至B1'),
  },
})
export const source = register('parking.source', {
  zh: '泊位数据源',
  menu: '停车接入',
  title: 'name',
  help: '密钥只在发放时显示一次',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    kind: choice('种类', sourceKinds),
    lot: ref('停车场(路段)', 'parking.lot').optional().help('场库上报的数据源须填'),
    keyHash: text('密钥摘要', { maxLength: 64, isGiven: true }).optional(),
    isOn: flag('启用'),
  },
  checks: { feed: { sql: "kind <> 'feed' or lot is not null", zh: '场库上报的数据源须填停车场' } },
})
export const board = register('parking.board', {
  zh: '停车诱导屏',
  menu: '停车台账',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('编号', { maxLength: 40 }).unique().searchable(),
    name: text('名称', { maxLength: 80 }).searchable(),
    level: choice('级别', { area: '一级(区域)', road: '二级(路段)', lot: '三级(场库)' }),
    area: text('区域代码', { maxLength: 15 }).optional().help('一级屏显示此街道、社区内的场库'),
    lot: ref('停车场(路段)', 'parking.lot').optional().help('二、三级屏'),
    startedOn: date('启用日期'),
  },
  checks: {
    target: {
      sql: "(level = 'area') = (area is not null) and (level = 'area') = (lot is null)",
      zh: '一级屏填区域,二、三级屏填停车场(路段)',
    },
  },
})
