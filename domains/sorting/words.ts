/** Choices of waste sorting. */
export const placeKinds = { compound: '居民小区', unit: '单位', village: '行政村', group: '湾组' } as const
export const unitKinds = {
  organ: '机关单位',
  public: '公共机构',
  industry: '行业主管部门',
  company: '企业',
  shop: '经营场所',
} as const
export const stages = { none: '未创建', sdyd: '三定一督', standard: '达标' } as const
export const levels = { town: '镇(街)级', district: '区级', city: '市级', province: '省级' } as const
export const models = { none: '无', sample: '样板', demo: '示范' } as const
/** What can be granted, and to which kind of place. */
export const titles = {
  sdyd: '三定一督小区',
  sample: '三定一督样板小区',
  demo: '垃圾分类示范小区',
  standard: '垃圾分类达标小区',
  unit: '分类单位',
  village: '分类行政村',
  demoGroup: '垃圾分类示范湾组',
} as const
export type Title = keyof typeof titles
export const titleFor: Readonly<Record<Title, keyof typeof placeKinds>> = {
  sdyd: 'compound',
  sample: 'compound',
  demo: 'compound',
  standard: 'compound',
  unit: 'unit',
  village: 'village',
  demoGroup: 'group',
}
export const streams = { kitchen: '厨余垃圾', recyclable: '可回收物', hazardous: '有害垃圾', other: '其他垃圾' } as const
export type Stream = keyof typeof streams
export const facilityKinds = {
  point: '收集点',
  bin: '四分类垃圾桶',
  kiosk: '垃圾分类亭(屋)',
  smart: '可回收物智能设备',
  machine: '积分兑换机',
  bulky: '大件垃圾暂存点',
} as const
export const facilityStates = { good: '完好', broken: '待修', off: '停用' } as const
export const grades = { excellent: '优', good: '良', fair: '中', poor: '差' } as const
export type Grade = keyof typeof grades
export const gradeOrder: readonly Grade[] = ['poor', 'fair', 'good', 'excellent']
export const teams = {
  taskForce: '工作专班',
  veteran: '老干部督查组',
  leaders: '领导小组督查',
  industry: '机关单位主体责任督查',
  breeze: '微风行动',
  contend: '争优除差',
  owner: '管理责任人履责检查',
} as const
export const plans = { regular: '计划检查', unannounced: '明察暗访' } as const
export const problemSources = {
  ...teams,
  supervisor: '社会监督员',
  volume: '总量预警',
  facility: '设施报修',
  bulky: '大件暂存点',
  meeting: '双组长会议',
} as const
export const lagKinds = { slow: '工作明显滞后', weak: '整改不力' } as const
export const materials = {
  paper: '废纸',
  plastic: '废塑料',
  metal: '废金属',
  textile: '废织物',
  glass: '废玻璃',
  foam: '泡沫',
  film: '塑料薄膜',
  carton: '纸塑复合包装',
  wood: '废木料',
  mixed: '混合可回收物',
} as const
export type Material = keyof typeof materials
export const siteLevels = { point: '点', station: '站', centre: '中心' } as const
export const flowKinds = {
  buy: '收购(交投)',
  receive: '接收',
  move: '转出',
  sort: '分拣',
  sell: '销售',
  residue: '残渣(送焚烧)',
} as const
export const wastes = {
  kitchen: '厨余垃圾',
  other: '其他垃圾',
  recyclable: '可回收物',
  hazardous: '有害垃圾',
  bulky: '大件垃圾',
  garden: '园林垃圾',
  building: '装修垃圾',
  catering: '餐厨垃圾',
} as const
export const treatments = {
  transfer: '转运',
  incineration: '焚烧',
  landfill: '填埋',
  biological: '生物处理',
  recycling: '回收利用',
  other: '其他',
} as const
export const publicityKinds = {
  placement: '公益广告点位(处)',
  handout: '宣传手册(册)',
  post: '双微推文(篇)',
  event: '线下活动(场)',
  trip: '跟着垃圾趣旅行(场)',
  train: '地铁专列(列)',
} as const
export const visitResults = { home: '在家', away: '不在', refused: '拒绝' } as const
export const plantStreams = {
  kitchen: '厨余(餐厨)',
  garden: '园林绿化',
  renovation: '建筑装修',
  bulky: '大件',
  recyclable: '再生资源分拣',
  incineration: '焚烧',
} as const
export const organicKinds = {
  kitchen: '厨余',
  catering: '餐厨',
  straw: '秸秆',
  garden: '园林',
  manure: '畜禽粪污',
  sludge: '污泥',
} as const
export const outlets = {
  compost: '堆肥',
  biogas: '沼气',
  feed: '饲料化',
  incineration: '焚烧',
  landfill: '填埋',
  none: '无去向',
} as const
