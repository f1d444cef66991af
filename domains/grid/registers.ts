/** 基础台账 that every trade shares: components, roads, buildings, places, shops, compounds. */
import { area, choice, code, date, flag, integer, longText, number, one, photos, ref, register, text, unit } from '#kernel'

export const componentStates = { intact: '完好', damaged: '破损', lost: '丢失', abandoned: '废弃', removed: '移除' } as const
export const componentSources = { measured: '实测', map: '地形图', base: '基础地理数据', other: '其他' } as const
/** 管理部件 (GB/T 47678.5-2026): 17-digit code = 6 district + 5 class + 6 sequence; 18 attributes of the standard's table 2. */
export const component = register('grid.component', {
  zh: '管理部件',
  en: 'component',
  menu: '台账',
  geometry: 'Point',
  title: 'name',
  fields: {
    code: text('部件标识码', { maxLength: 17, pattern: { source: '^\\d{17}$', zh: '部件标识码应为17位数字' } })
      .unique()
      .searchable(),
    category: code('部件类别', 'component'),
    name: text('部件名称', { maxLength: 30 }).searchable(),
    state: choice('部件状态', componentStates),
    authority: text('主管部门名称', { maxLength: 100 }).group('责任'),
    authorityCode: text('主管部门代码', { maxLength: 18 }).optional().group('责任'),
    owner: text('权属单位名称', { maxLength: 100 }).optional().group('责任'),
    ownerCode: text('权属单位代码', { maxLength: 18 }).optional().group('责任'),
    keeper: unit('养护单位').optional().group('责任'),
    keeperName: text('养护单位名称', { maxLength: 100 }).optional().group('责任'),
    surveyedOn: date('初始日期').group('普查'),
    changedOn: date('变更日期').optional().group('普查'),
    source: choice('数据来源', componentSources).optional().group('普查'),
    road: ref('所在道路', 'grid.road').optional(),
    photos: photos(0).optional(),
    note: longText('备注', { maxLength: 1000 }).optional(),
  },
  sort: { by: 'code' },
  // Asked of people and their lists: what another trade accepted on site must not be lost here.
  refuses: (row, { district, actor }) => {
    if (actor.kind === 'system') return undefined
    const id = String(row.code)
    if (!id.startsWith(district)) return `部件标识码前6位应为本区代码${district}`
    return id.slice(6, 11) === row.category ? undefined : `部件标识码第7至11位应与部件类别${String(row.category)}一致`
  },
})
export const roadClasses = {
  trunk: '主干道',
  secondary: '次干道',
  branch: '支路',
  lane: '背街小巷',
  slow: '慢车道',
  pavement: '人行道',
} as const
export const road = register('grid.road', {
  zh: '道路街巷',
  en: 'road',
  menu: '台账',
  geometry: 'LineString',
  fields: {
    name: text('路名', { maxLength: 60 }).searchable(),
    segment: text('路段', { maxLength: 60 }).optional(),
    class: choice('等级', roadClasses),
    lengthM: number('长度', { unit: 'm', min: 0 }),
    widthM: number('宽度', { unit: 'm', min: 0 }).optional(),
    cleaningGrade: choice('保洁等级', { 1: '一级', 2: '二级', 3: '三级', 4: '四级' }).optional(),
    unit: unit('责任单位').optional(),
    chief: text('路长', { maxLength: 50 }).optional(),
  },
  sort: { by: 'name' },
  // Asked only of a new name or segment: rows taken over from a map may share theirs, and can still be mended otherwise.
  refuses: async (row, { tx }) => {
    const twin = await one(
      tx,
      `select 1 as n from grid.road r where r.name = $2 and coalesce(r.segment, '') = coalesce($3, '') and r.id <> $1::uuid and r.retired_at is null
         and not exists (select 1 from grid.road o where o.id = $1::uuid and o.name = $2 and coalesce(o.segment, '') = coalesce($3, ''))`,
      [row.id, row.name, row.segment],
    )
    return twin
      ? `已有“${String(row.name)}${row.segment ? ` ${String(row.segment)}` : ''}”,同一条路分段登记时请写明不同路段`
      : undefined
  },
})
export const building = register('grid.building', {
  zh: '建筑',
  menu: '台账',
  geometry: 'Polygon',
  fields: {
    name: text('名称', { maxLength: 100 }).searchable().optional(),
    kind: text('用途', { maxLength: 40 }),
    floors: integer('层数', { min: 0 }).optional(),
    address: text('门牌地址').searchable().optional(),
  },
  title: 'kind',
})
export const placeKinds = {
  metro: '地铁站',
  hub: '交通枢纽',
  mall: '商贸区',
  school: '学校',
  scenic: '景区',
  window: '窗口地区',
  hospital: '医院',
  core: '核心片区',
  other: '其他',
} as const
/** 重点区域点位: places that need a look more often than the rest. */
export const keyPoint = register('grid.key-point', {
  zh: '重点点位',
  menu: '台账',
  geometry: 'Point',
  fields: {
    name: text('名称', { maxLength: 60 }).searchable(),
    kind: choice('类型', placeKinds),
    level: choice('级别', { city: '市级', district: '区级', street: '街道级' }),
    patrolHours: integer('巡查间隔', { unit: '小时', min: 1, max: 720 }).help('超过这个时间没有巡查即为漏巡'),
    squad: unit('责任中队').optional(),
    address: text('地址').optional().searchable(),
  },
  uniqueTogether: [['name', 'kind']],
})
export const shopGrades = { green: '绿', yellow: '黄', red: '红' } as const
/** 市容环境责任单位 (沿街商户). A change of occupier retires the row and begins another at the same door. */
export const shop = register('grid.shop', {
  zh: '市容环境责任单位',
  menu: '台账',
  geometry: 'Point',
  fields: {
    name: text('店招名称', { maxLength: 80 }).searchable(),
    address: text('门牌地址').searchable(),
    trade: choice('业态', { food: '餐饮', retail: '零售', service: '服务', repair: '修理', vegetable: '生鲜', other: '其他' }),
    licence: text('统一社会信用代码', {
      maxLength: 18,
      pattern: { source: '^[0-9A-HJ-NP-RTUWXY]{18}$', zh: '统一社会信用代码应为18位' },
    }).optional(),
    operator: text('经营者', { maxLength: 50 }).personal('name').optional(),
    phone: text('电话', { maxLength: 20 }).personal('phone').optional(),
    road: ref('所在道路', 'grid.road').optional(),
    frontageM: number('门面长度', { unit: 'm', min: 0 }).optional(),
    isSigned: flag('责任书已签'),
    isPosted: flag('责任牌已上墙'),
    grade: choice('三色等级', shopGrades),
    camera: text('可见摄像机', { maxLength: 60 }).optional(),
  },
  uniqueTogether: [['name', 'address']],
})
export const compound = register('grid.compound', {
  zh: '居住小区',
  menu: '台账',
  geometry: 'Point',
  fields: {
    name: text('小区名称', { maxLength: 60 }).unique().searchable(),
    address: text('地址').searchable(),
    property: text('物业企业', { maxLength: 80 }).optional(),
    hasCommittee: flag('有业委会'),
    households: integer('户数', { unit: '户', min: 0 }),
    deliveredOn: date('交付日期').optional(),
    isVilla: flag('别墅区'),
    sortingGrade: choice('分类等级', { demo: '示范', good: '达标', poor: '未达标' }),
    isFreeOfIllegal: flag('无违建小区'),
    isRevenuePublic: flag('公共收益已公示'),
    community: area('所在社区').optional(),
  },
})
export const gridRegisters = [component, road, building, keyPoint, shop, compound]
