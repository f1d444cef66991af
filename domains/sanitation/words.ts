/** Choices of sanitation. */
export const works = {
  sweep: '机扫',
  wash: '洗扫',
  flush: '水洗冲洗',
  sprinkle: '洒水',
  mist: '雾炮抑尘',
  manual: '人工清扫',
  sidewalk: '人行道冲洗',
  night: '夜间组团保洁',
} as const
export type Work = keyof typeof works
export const machineWorks: readonly Work[] = ['sweep', 'wash']
export const waterWorks: readonly Work[] = ['wash', 'flush', 'sidewalk']
/** 降尘作业 and 洗地除尘. */
export const dustWorks: readonly Work[] = ['sprinkle', 'mist', 'wash']
/** What leaves water on the road and freezes. */
export const wetWorks: readonly Work[] = ['wash', 'flush', 'sprinkle', 'mist', 'sidewalk', 'night']
export const zones = { urban: '城区', core: '核心片区', suburb: '郊园区' } as const
export const roadClasses = {
  trunk: '主干道',
  secondary: '次干道',
  branch: '支路',
  lane: '背街小巷',
  slow: '慢车道',
  pavement: '人行道',
} as const
export const periods = { day: '每日', week: '每周' } as const
export const yesNo = { yes: '是', no: '否' } as const
export const exemptReasons = {
  frost: '低温防冰',
  rain: '降雨',
  event: '交通管制、活动',
  works: '道路施工',
  other: '其他',
} as const
export const vehicleKinds = {
  sweeper: '扫路车',
  washer: '洗扫车',
  sprinkler: '洒水车',
  mist: '雾炮车',
  compactor: '压缩车',
  hook: '勾臂车',
  kitchen: '餐厨(厨余)车',
  small: '小型保洁车',
  other: '其他',
} as const
export const energies = {
  diesel: '柴油',
  petrol: '汽油',
  gas: '天然气',
  electric: '纯电动',
  hydrogen: '氢燃料',
  hybrid: '插电混动',
} as const
/** 新能源汽车: 纯电动、插电混动、燃料电池. */
export const newEnergies = ['electric', 'hydrogen', 'hybrid'] as const
export const emissions = { g3: '国三', g4: '国四', g5: '国五', g6: '国六', zero: '零排放' } as const
export const wastes = {
  other: '其他垃圾',
  kitchen: '厨余垃圾',
  recyclable: '可回收物',
  hazardous: '有害垃圾',
  bulky: '大件垃圾',
  garden: '园林绿化垃圾',
  building: '装修(建筑)垃圾',
  catering: '餐厨废弃物',
} as const
export const stationKinds = {
  transfer: '转运站',
  relay: '中转站',
  collect: '收集站',
  incinerator: '焚烧厂',
  landfill: '填埋场',
  biological: '生化处理厂',
  sorting: '分拣(回收利用)中心',
} as const
/** How a plant treats what it is given; the three kinds of station only carry it on. */
export const treatmentOf = {
  transfer: 'transfer',
  relay: 'transfer',
  collect: 'transfer',
  incinerator: 'incineration',
  landfill: 'landfill',
  biological: 'biological',
  sorting: 'recycling',
} as const
export const plantKinds = ['incinerator', 'landfill', 'biological', 'sorting'] as const
export const stationStates = { running: '运行', upkeep: '检修', stopped: '停用' } as const
export const buildKinds = { new: '新建', rebuilt: '改建', upgraded: '提标改造', extended: '扩建' } as const
export const sixItems = ['编号公示', '划线定位', '标识清晰', '套袋收集', '专人管理', '定时清洗'] as const
export const toiletAreas = { urban: '城市', rural: '农村' } as const
export const toiletKinds = { public: '环卫公厕', alliance: '联盟公厕' } as const
/** 旅游厕所式 A 级 and 城市公厕类别 are kept apart. */
export const aGrades = { none: '未评', a1: 'A级', a2: 'AA级', a3: 'AAA级' } as const
export const cityGrades = { none: '未评', one: '一类', two: '二类', three: '三类' } as const
export const toiletStates = { open: '开放', suspended: '暂停开放', closed: '关闭' } as const
export const facilityKinds = {
  station: '转运站、处理厂',
  toilet: '公厕',
  rest: '环卫休息场所',
  vehicle: '环卫车辆',
  bin: '果皮箱、垃圾桶',
  collector: '烟头收集器',
} as const
export type FacilityKind = keyof typeof facilityKinds
export const alarmKinds = {
  machineRate: '机械化清扫率低于目标',
  waterRate: '水扫率低于目标',
  dust: '降尘作业次数不足',
  shiftGap: '保洁时长不足',
  stock: '日产日清未达标',
  ticket: '过磅单待核',
  odour: '转运站异味超限',
  toiletAir: '公厕异味超限',
  toiletPaper: '公厕厕纸不足',
  toiletCrowd: '公厕客流高峰',
  toiletClosed: '公厕未经批准关闭',
  toiletClean: '公厕保洁轮次不足',
  noise: '夜间作业噪声投诉集中',
  contract: '环卫合同将到期',
  vehicleDue: '车辆保险、年检到期',
  disinfect: '消杀逾期',
  collector: '烟头收集器未按时清空',
} as const
export type AlarmKind = keyof typeof alarmKinds
export const alarmCodes = Object.keys(alarmKinds) as [AlarmKind, ...AlarmKind[]]
