/** Choices of lighting. */
export const cabinetKinds = { street: '道路照明', landscape: '景观照明', tunnel: '隧道照明' } as const
export const lampSources = {
  led: 'LED',
  sodium: '高压钠灯',
  halide: '金属卤化物灯',
  mercury: '汞灯',
  solar: '太阳能LED',
  other: '其他',
} as const
export const lampStates = { lit: '正常', fault: '故障', off: '停用' } as const
export const conditions = { intact: '完好', damaged: '破损' } as const
export const controls = { none: '无', cabinet: '集中控制', single: '单灯控制', dimming: '单灯控制并分时调光' } as const
export const pitStates = { intact: '完好', damaged: '破损', stolen: '被盗' } as const
export const laneLights = { none: '无路灯', partial: '部分有灯', full: '已亮化' } as const
export const repairSources = {
  citizen: '市民报修',
  patrol: '巡查发现',
  device: '远程监控发现',
  case: '案件派遣',
} as const
export const repairKinds = {
  dark: '有灯不亮',
  daylit: '该灭不灭',
  damage: '灯杆灯具破损、倾斜',
  pit: '电缆工作井破损、缺失',
  theft: '电缆被盗',
  remote: '远程监控设备故障',
  landscape: '景观照明故障',
} as const
export type RepairKind = keyof typeof repairKinds
export const lampKinds: readonly RepairKind[] = ['dark', 'damage']
export const pitKinds: readonly RepairKind[] = ['pit', 'theft']
export const switchKinds = { on: '开灯', off: '关灯', dim: '调光' } as const
export const occasions = { daily: '平日', festival: '节日' } as const
export const planModes = { sun: '按日落日出', fixed: '定时' } as const
export const sceneKinds = { bridge: '桥梁', tunnel: '隧道', road: '景观道路', building: '建筑', park: '公园广场' } as const
export const projectKinds = {
  road: '道路配套照明',
  altered: '照明设施改造',
  landscape: '景观照明改造',
  saving: '节能改造',
} as const
