/** Choices of greening. Classes of green space: CJJ/T 85-2017. */
export const spaceClasses = { G1: '公园绿地', G2: '防护绿地', G3: '广场用地', XG: '附属绿地', EG: '区域绿地' } as const
export const spaceForms = {
  park: '公园',
  pocket: '口袋公园',
  street: '街头绿地',
  garden: '小游园',
  rose: '邻里月季园',
  road: '道路绿地',
  attached: '附属绿地',
  shelter: '防护绿地',
  vertical: '立体绿化',
  other: '其他',
} as const
export const buildKinds = { new: '新建', rebuilt: '改建' } as const
export const careGrades = { first: '一级', second: '二级', third: '三级' } as const
export const openStates = { open: '开放', closed: '封闭', building: '建设中' } as const
export const health = { good: '正常', weak: '衰弱', dying: '濒危', dead: '死亡' } as const
export const programmes = {
  pocket: '口袋公园',
  micro: '街头绿地微治理',
  greenway: '绿道建设',
  garden: '小游园提档升级',
  rose: '邻里月季园',
  road: '道路绿化提档升级',
  wall: '公园开敞与围墙通透',
  vertical: '天桥挂花与立体绿化',
  water: '绿化给水设施',
  facility: '公园设施改造',
  other: '其他园林工程',
} as const
export type Programme = keyof typeof programmes
/** 国家生态园林城市创建六大工程. */
export const cityProgrammes = {
  space: '绿地拓展',
  quality: '绿地提质',
  ecology: '生态修复',
  water: '蓝绿融合',
  culture: '文化传承',
  wisdom: '智慧管理',
} as const
export const workKinds = {
  prune: '修剪',
  replant: '补栽',
  colour: '彩化提升',
  flower: '草花布置',
  hang: '天桥挂花',
  vertical: '立体绿化养护',
  cover: '黄土复绿',
  water: '抗旱浇水',
  spray: '施药',
  weed: '除草',
} as const
export type WorkKind = keyof typeof workKinds
export const workUnits = { tree: '株', m2: '㎡', pot: '盆', round: '遍' } as const
/** What each kind of work is counted in; totals of different units are never added. */
export const unitOf: Readonly<Record<WorkKind, readonly (keyof typeof workUnits)[]>> = {
  prune: ['tree'],
  replant: ['tree', 'm2'],
  colour: ['tree', 'm2', 'pot'],
  flower: ['pot', 'm2'],
  hang: ['pot'],
  vertical: ['m2', 'pot'],
  cover: ['m2'],
  water: ['round'],
  spray: ['tree', 'm2'],
  weed: ['m2'],
}
/** What must be looked at again a month later, whether it lives. */
export const livingKinds: readonly WorkKind[] = ['replant', 'colour']
export const defectKinds = {
  gap: '缺株断档',
  bare: '黄土裸露',
  rough: '修剪不精细',
  dull: '景观效果不佳',
  weeds: '杂草丛生',
  fallen: '树木倒伏',
  dead: '死树枯枝',
} as const
export type DefectKind = keyof typeof defectKinds
/** Those that are put right by planting, and so wait for the season. */
export const plantedKinds: readonly DefectKind[] = ['gap', 'bare', 'dead']
export const defectSources = { patrol: '巡查', case: '案件', check: '检查', drive: '专项整治', tree: '古树巡护' } as const
export const checkKinds = {
  month: '标段月度考核',
  park: '公园标准化检查',
  fineRoad: '精品道路季度检查',
  project: '工程质量监督',
} as const
export const projectStages = { ground: '土方地形', plants: '苗木栽植', paving: '铺装', water: '给排水', final: '竣工' } as const
export const titleKinds = {
  star: '星级公园',
  standard: '公园管理服务标准化达标',
  fineRoad: '绿化精品道路',
  demo: '养护示范标段',
  good: '双优竞赛优质标段',
  worker: '双优竞赛优秀能手',
  prize: '优质园林工程奖',
  unit: '园林式单位',
  compound: '园林式居住区',
} as const
export type TitleKind = keyof typeof titleKinds
export const titleLevels = { district: '区级', city: '市级', province: '省级' } as const
/** Parameter with the mark each title asks for. */
export const passMark = (kind: TitleKind): string => `greening.title-${kind === 'fineRoad' ? 'fine-road' : kind}`
export const parkClasses = { general: '综合公园', community: '社区公园', special: '专类公园', small: '游园' } as const
export const parkLevels = { city: '市级', district: '辖市区级', street: '街道级' } as const
export const standardStates = { none: '未参评', passed: '达标' } as const
export const activityKinds = {
  flower: '园事花事',
  science: '公园+科普',
  patriot: '公园+爱国主义',
  sport: '公园+体育',
  centre: '流动园艺中心',
  planting: '义务植树',
  hall: '展览馆参观',
} as const
export type ActivityKind = keyof typeof activityKinds
export const activityModes = { site: '现场', online: '线上', both: '线上线下' } as const
export const treeGrades = { first: '一级', second: '二级', third: '三级', famous: '名木', reserve: '后备资源' } as const
export type TreeGrade = keyof typeof treeGrades
export const tiers = { nation: '国家级', province: '省级', city: '市级' } as const
export const weekdays = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const
export const quarters = { q1: '一季度', q2: '二季度', q3: '三季度', q4: '四季度' } as const
