/** 排水台账: catchments, nodes and pipes of the network, plants, and what is looked at on a beat. */
import { choice, date, flag, integer, list, number, ref, register, text } from '#kernel'
import { beatKinds, materials, nodeKinds, places, riverLevels, systems } from './words.ts'

export const zone = register('drainage.zone', {
  zh: '排水片区',
  menu: '排水管网',
  fields: {
    name: text('片区', { maxLength: 60 }).unique().searchable(),
    plannedKm: number('计划摸排', { unit: '公里', min: 0 }),
    dueOn: date('摸排期限'),
  },
})
export const node = register('drainage.node', {
  zh: '排水节点',
  menu: '排水管网',
  geometry: 'Point',
  title: 'code',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    kind: choice('类别', nodeKinds),
    system: choice('体系', systems),
    groundM: number('地面高程', { unit: '米' }).optional(),
    component: ref('部件', 'grid.component').optional().help('检查井、雨水箅子的部件档案'),
  },
})
export const pipe = register('drainage.pipe', {
  zh: '排水管段',
  menu: '排水管网',
  geometry: 'LineString',
  title: 'code',
  help: '方向由起点节点流向终点节点;换管另建一段、旧段注销,旧日期的管网仍可查询。',
  checks: { ends: { sql: 'up_node <> down_node', zh: '起点与终点不能是同一节点' } },
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    zone: ref('片区', 'drainage.zone'),
    road: text('道路(小区)', { maxLength: 80 }).searchable(),
    place: choice('范围', places),
    system: choice('体系', systems),
    upNode: ref('起点', 'drainage.node'),
    downNode: ref('终点', 'drainage.node'),
    diameterMm: integer('管径', { unit: 'mm', min: 50, max: 5000 }),
    material: choice('管材', materials),
    lengthM: number('长度', { unit: '米', min: 0.1 }),
    builtOn: date('建成日期'),
    upInvertM: number('起点管底高程', { unit: '米' }).optional(),
    downInvertM: number('终点管底高程', { unit: '米' }).optional(),
    surveyedOn: date('检测日期').optional(),
    grade: integer('最高缺陷等级', { min: 0, max: 4 }).optional(),
    renovatedOn: date('修复日期').optional(),
  },
})
export const plant = register('drainage.plant', {
  zh: '污水处理厂',
  menu: '排水工程',
  geometry: 'Point',
  fields: {
    name: text('污水处理厂', { maxLength: 60 }).unique().searchable(),
    operator: text('运营单位', { maxLength: 80 }),
    designT: number('设计能力', { unit: '吨/日', min: 1 }),
  },
})
/** Routes, pump houses, stand-by power and rivers: each looked at every so many days. */
export const beat = register('drainage.beat', {
  zh: '排水巡检对象',
  menu: '排水巡检',
  geometry: 'Point',
  title: 'name',
  uniqueTogether: [['kind', 'name']],
  fields: {
    name: text('名称', { maxLength: 80 }).searchable(),
    kind: choice('类别', beatKinds),
    keeper: text('责任人', { maxLength: 40 }),
    items: list('检查项目').help('如 井盖、雨水箅子、管道淤积、排口'),
    everyDays: integer('间隔', { unit: '日', min: 1 }).optional().help('不填按参数'),
    level: choice('河长级别', riverLevels).optional().help('河湖填写'),
    pumps: integer('水泵', { unit: '台', min: 0 }).optional(),
    powerKw: number('装机功率', { unit: 'kW', min: 0 }).optional(),
    hasStandby: flag('有备用电源').optional(),
  },
})
