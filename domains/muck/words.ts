/** Choices of muck. */
export const truckModels = { old: '老式', eco: '环保型' } as const
export const energies = { electric: '纯电动', hydrogen: '氢燃料', gas: '天然气', diesel: '柴油' } as const
export const safetyStates = { ok: '正常', fault: '故障', none: '未安装' } as const
export const admissions = { admitted: '准入', removed: '退出' } as const
export const siteStates = { working: '出土中', ended: '已终止' } as const
export const dumpStates = { open: '受纳', stopped: '暂停', closed: '封场' } as const
export const alarmKinds = {
  noPermit: '无证运输',
  daytime: '白天无许可',
  offHours: '超出许可时段',
  overVolume: '超出核准方量',
  dirty: '未冲洗、未密闭出场',
  offRoute: '偏离核准路线',
  outsideDump: '消纳场外卸土',
  wrongDump: '未到核准消纳场',
  noTrip: '无趟次进场',
  difference: '出土与受纳方量不符',
  dumpWarn: '消纳场接近日限',
  dumpStop: '消纳场达到日限或容量',
  safety: '主动安全报警',
  points: '记分达到退出线',
  patrolShort: '联合巡查不足',
} as const
export type AlarmKind = keyof typeof alarmKinds
export const alarmCodes = Object.keys(alarmKinds) as [AlarmKind, ...AlarmKind[]]
export const violationKinds = { unlicensed: '无证运输', mud: '带泥上路', spill: '抛洒滴漏', dump: '偷倒乱倒' } as const
export type ViolationKind = keyof typeof violationKinds
export const safetySystems = { adas: '高级驾驶辅助', dsm: '驾驶员状态', tpms: '胎压', bsd: '盲区' } as const
export type SafetySystem = keyof typeof safetySystems
/** Types of T/JSATL 12-2017, tables of 0x64, 0x65 and 0x67; for tyres the bits of 0x66. */
export const safetyTypes: Readonly<Record<SafetySystem, Readonly<Record<number, string>>>> = {
  adas: {
    1: '前向碰撞',
    2: '车道偏离',
    3: '车距过近',
    4: '行人碰撞',
    5: '频繁变道',
    6: '道路标识超限',
    7: '障碍物',
    16: '道路标志识别',
    17: '主动抓拍',
  },
  dsm: { 1: '疲劳驾驶', 2: '接打电话', 3: '抽烟', 4: '分神驾驶', 5: '驾驶员异常', 16: '自动抓拍', 17: '驾驶员变更' },
  tpms: { 2: '胎压过高', 4: '胎压过低', 8: '胎温过高', 16: '传感器异常', 32: '胎压不平衡', 64: '慢漏气', 128: '电池电量低' },
  bsd: { 1: '后方接近', 2: '左侧后方接近', 3: '右侧后方接近' },
}
export const traceKinds = { offRoute: '偏离核准路线', outsideDump: '消纳场外卸土' } as const
export const partners = { cityMgmt: '城管', police: '公安', traffic: '交通', housing: '住建', ecology: '生态环境' } as const
export const occasionKinds = { weekly: '每周例行', event: '重大活动' } as const
export const checkTargets = { site: '工地', place: '场所', road: '道路', truck: '车辆' } as const
export const sourceKinds = { gate: '工地出入口', road: '道路', yard: '堆场', mixer: '搅拌站' } as const
export const soilQualities = { loam: '种植土', clay: '粘土', sand: '砂性土', gravel: '砂石', mixed: '杂填土' } as const
export const soilSides = { supply: '供土', demand: '用土' } as const
export const soilModes = { direct: '直接对接', deposit: '存入土方银行', withdraw: '从土方银行支取' } as const
export const wasteKinds = { renovation: '装修垃圾', demolition: '拆除垃圾', engineering: '工程垃圾', muck: '工程渣土' } as const
export const productKinds = { aggregate: '再生骨料', brick: '再生砖', soil: '还原土', metal: '金属', wood: '木质燃料' } as const
export const turns = { day: '白班', night: '夜班' } as const
