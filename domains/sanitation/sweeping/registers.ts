/** 道路保洁: what is to be done on each road, who stands there when, the groups of night vehicles, the cigarette collectors. */
import { choice, code, date, flag, integer, list, number, photos, ref, register, rows, text } from '#kernel'
import { clock, platePattern, platesOf, unknownPlates } from '../shared.ts'
import { periods, works, zones } from '../words.ts'

const time = (zh: string) => text(zh, { maxLength: 5, pattern: clock })
export const roadPlan = register('sanitation.road-plan', {
  zh: '道路保洁方案',
  menu: '道路保洁',
  title: 'name',
  help: '一条道路(路段)一个方案:机械与人工各做什么、每日几次、几时、几车几人;路名、等级、长宽取自道路台账。',
  fields: {
    road: ref('道路', 'grid.road').unique(),
    name: text('名称', { maxLength: 80 }).searchable(),
    zone: choice('片区', zones),
    town: text('街道(镇)', { maxLength: 40 }),
    areaM2: number('清扫面积', { unit: '㎡', min: 1 }).help('可清扫面积,扣除绿化带'),
    operator: text('作业单位', { maxLength: 80 }).searchable(),
    isBusy: flag('交通活动密集区'),
    works: rows('作业安排', {
      work: choice('作业', works),
      times: integer('次数', { min: 1, max: 48 }),
      per: choice('周期', periods),
      fromTime: time('起'),
      toTime: time('止'),
      plates: text('车辆', { maxLength: 100 }).optional().help('号牌,多辆用、分开'),
      workers: integer('人员', { unit: '人', min: 0 }).optional(),
    }),
    validFrom: date('启用日期'),
    validTo: date('停用日期').optional(),
  },
  checks: { order: { sql: 'valid_to is null or valid_to >= valid_from', zh: '停用不能早于启用' } },
  // A plate that no vehicle bears is never heard of again: its work would be missed every day.
  refuses: async ({ works: lines }, ctx) => {
    const unknown = await unknownPlates(
      ctx,
      ((lines ?? []) as readonly PlanLine[]).flatMap((l) => platesOf(l.plates)),
    )
    return unknown.length > 0 ? `车辆台账里没有${unknown.join('、')}` : undefined
  },
})
export const shiftPost = register('sanitation.shift-post', {
  zh: '保洁岗位班次',
  menu: '道路保洁',
  title: 'name',
  help: '一条道路的各班次合起来应覆盖 16 小时;可跨零点。',
  fields: {
    road: ref('道路', 'grid.road'),
    name: text('岗位', { maxLength: 60 }).searchable(),
    fromTime: time('上岗'),
    toTime: time('下岗'),
    workers: integer('人员', { unit: '人', min: 1, max: 200 }),
    operator: text('作业单位', { maxLength: 80 }).searchable(),
  },
  uniqueTogether: [['road', 'name']],
})
export const nightTown = register('sanitation.night-town', {
  zh: '夜间保洁模式',
  menu: '道路保洁',
  title: 'town',
  help: '街道(镇)启用夜间保洁模式的日期;启用后方案中有“夜间组团保洁”的道路每夜派单。',
  fields: {
    town: text('街道(镇)', { maxLength: 40 }).unique().searchable(),
    startOn: date('启用日期'),
    isOn: flag('启用'),
    sweeper: code('扫路车', 'sanitation.vehicle.plate', { maxLength: 10, pattern: platePattern }),
    washer: code('洗扫车', 'sanitation.vehicle.plate', { maxLength: 10, pattern: platePattern }),
    dustTruck: code('抑尘车', 'sanitation.vehicle.plate', { maxLength: 10, pattern: platePattern }),
  },
  refuses: async ({ sweeper, washer, dustTruck }, ctx) => {
    const plates = [sweeper, washer, dustTruck].map(String)
    if (new Set(plates).size < plates.length) return '组团的三辆车不能重复'
    const unknown = await unknownPlates(ctx, plates)
    return unknown.length > 0 ? `车辆台账里没有${unknown.join('、')}` : undefined
  },
})
export const collector = register('sanitation.collector', {
  zh: '烟头收集器',
  menu: '道路保洁',
  geometry: 'Point',
  title: 'code',
  fields: {
    code: text('编号', { maxLength: 30 }).unique().searchable(),
    place: text('位置', { maxLength: 80 }).searchable(),
    street: text('商业街(人流密集处)', { maxLength: 60 }),
    everyDays: integer('清空周期', { unit: '日', min: 1, max: 30 }),
    emptiedOn: date('上次清空').optional(),
    installedOn: date('安装日期'),
    state: choice('状态', { ok: '正常', full: '已满', damaged: '损坏', removed: '拆除' }),
    photos: photos(0).optional(),
  },
})
/** What is listed for one road, as read. */
export interface PlanLine {
  readonly work: keyof typeof works
  readonly times: number
  readonly per: keyof typeof periods
  readonly fromTime: string
  readonly toTime: string
  readonly plates: string | null
  readonly workers: number | null
}
export const worker = register('sanitation.worker', {
  zh: '环卫工人',
  menu: '道路保洁',
  title: 'name',
  fields: {
    code: text('工号', { maxLength: 20 }).unique().searchable(),
    name: text('姓名', { maxLength: 30 }).personal('name').searchable(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    operator: text('作业单位', { maxLength: 80 }).searchable(),
    job: choice('岗位', { sweeper: '保洁员', driver: '驾驶员', collector: '收运员', toilet: '公厕管理员', manager: '管理人员' }),
    post: ref('岗位班次', 'sanitation.shift-post').optional(),
    device: ref('定位设备', 'sensing.device').optional().help('有岗位和定位的,在岗由定位自动抽查'),
    roads: list('负责道路').optional(),
    isOn: flag('在岗'),
  },
})
