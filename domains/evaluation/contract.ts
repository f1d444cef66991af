/** Words of evaluation shared by server and screens. */
export const levels = { city: '市级', district: '区级', town: '镇街级' } as const
export const classes = { one: '一类', two: '二类', three: '三类' } as const
export const itemKinds = {
  score: '计分项',
  merge: '并入另一级考核结果',
  deduct: '扣分项',
  bonus: '加分项',
  veto: '一票否决项',
} as const
export const scorings = { linear: '线性', band: '分档' } as const
export const exposures = {
  none: '不折算',
  roadKm: '道路里程(公里)',
  population: '常住人口(万人)',
  areaKm2: '面积(平方公里)',
  shops: '沿街商户(百家)',
} as const
export const periodKinds = { month: '月度', quarter: '季度', year: '年度', special: '专项' } as const
export const grades = { A: 'A', B: 'B', C: 'C', D: 'D', E: 'E' } as const
export const lights = { green: '绿榜', yellow: '黄榜', red: '红榜(末位警示)' } as const
/** What is checked on site, each with a checklist of its own. */
export const topics = {
  longterm: '城市长效综合管理',
  road: '环卫:道路保洁',
  toilet: '环卫:公厕',
  transfer: '环卫:转运站',
  kitchen: '环卫:餐厨收运',
  mixed: '环卫:工业垃圾混装',
  compound: '环卫:分类小区',
  terminal: '环卫:终端处置',
  greening: '园林绿化',
  tree: '古树名木',
  civilized: '文明城市测评样本',
  static: '文创静态指标',
  ruralSort: '农村:分类(示例)',
  ruralCollect: '农村:收运(示例)',
  ruralClean: '农村:保洁(示例)',
} as const
export type Topic = keyof typeof topics
export const sanitationTopics = ['road', 'toilet', 'transfer', 'kitchen', 'mixed', 'compound', 'terminal'] as const
export const checkModes = { sample: '随机抽样', all: '全数检查', self: '自查自纠后抽查' } as const
export const roadClasses = { trunk: '主干路', secondary: '次干路', branch: '支路', lane: '背街小巷' } as const
export const resultGrades = { excellent: '优', good: '良', middle: '中', poor: '差' } as const
export const gradedObjects = { road: '道路', compound: '小区' } as const
