/** Choices of illegal buildings. */
export const classes = { new: '新增', stock: '存量' } as const
export const kinds = {
  roof: '屋顶加建',
  yard: '庭院搭建',
  stall: '占道亭棚',
  factory: '厂棚',
  basement: '地下开挖',
  other: '其他',
} as const
export const vias = {
  patrol: '巡查',
  report: '群众举报',
  property: '物业报告',
  satellite: '卫星图斑',
  drone: '无人机',
  census: '普查',
  pipeline: '管线巡查',
} as const
export const lands = { urban: '国有建设用地', village: '乡、村庄规划区', farm: '耕地', green: '绿地' } as const
export const articles = {
  a64: '城乡规划法第64条',
  a65: '城乡规划法第65条(乡村建设)',
  a66: '城乡规划法第66条(临时建设)',
} as const
export const ways = { self: '自行拆除', assisted: '助拆', forced: '强制拆除' } as const
export const settlements = { demolished: '拆除', legalised: '补办手续', reclassified: '重新认定' } as const
export const criteria = { badInfluence: '社会影响恶劣', publicAnger: '群众反映强烈', publicSafety: '影响社会安全' } as const
export const roles = { organised: '组织', supported: '配合' } as const
export const lineKinds = { power: '电力', gas: '燃气' } as const
export const departments = {
  housing: '住建',
  land: '国土',
  planning: '规划',
  registry: '不动产登记',
  water: '供水',
  electricity: '供电',
} as const
export const stops = {
  sale: '停止销售(网签)',
  registration: '停止登记',
  service: '停止供水供电',
  permit: '停止审批',
  verify: '核对审批情况',
} as const
export const focusReasons = { fresh: '新交付小区', villa: '别墅区' } as const
export const patrolKinds = { foot: '巡查', drone: '无人机' } as const
export const levels = { none: '无', slight: '轻微', serious: '严重', critical: '危急' } as const
export const grades = { A: 'A级', B: 'B级', C: 'C级', D: 'D级' } as const
export const restoreKinds = { farm: '复垦', green: '复绿' } as const
