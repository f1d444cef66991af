/** Words of permits that screens may know. */

/** What an item asks to be stated and guarded beyond the common: `kinds/`. */
export const kindNames = {
  wasteClean: '生活垃圾清扫收集运输许可',
  tree: '砍伐移植城市树木许可',
  ancientTree: '迁移古树名木许可',
  greenPlan: '附属绿化工程设计方案审查',
  greenCompletion: '绿化工程竣工备案',
  muck: '建筑垃圾处置核准',
  ad: '户外广告设置审批',
  truck: '企业与渣土车准入',
  dayMuck: '渣土车白天运输许可',
  promo: '大型商场占道促销许可',
  gas: '燃气经营许可',
  parking: '停车场备案',
  general: '其他许可备案',
} as const
export type KindKey = keyof typeof kindNames
export const channels = { online: '网上', window: '窗口', extended: '延时窗口' } as const
export const modes = { ordinary: '一般', commitment: '告知承诺', deferred: '容缺后补' } as const
export const deliveries = { online: '电子证照', window: '窗口领取', mail: '邮寄' } as const
/** How sure a stated fact is: what is from memory or an example waits for the administrator to compare it with the text. */
export const sureness = {
  verified: '已核对法条',
  secondary: '二手来源,待核对',
  memory: '凭记忆,待核对',
  example: '示例,由本局确定',
} as const
export const specialKinds = { hearing: '听证', test: '检验检测鉴定', expert: '专家评审', higher: '上级批准' } as const
/** 行政许可法第69条、第70条、第8条. */
export const endings = {
  revoked: '撤销',
  withdrawn: '撤回',
  cancelled: '注销',
  expired: '期满失效',
} as const
export const revokeGrounds = {
  fraud: '以欺骗、贿赂等不正当手段取得(第69条第二款)',
  falsePromise: '告知承诺不实',
  beyondPower: '超越职权或违反程序作出(第69条第一款)',
  unqualified: '不具备申请资格或不符合条件(第69条第一款第四项)',
  breach: '严重违反许可条件',
} as const
export const adForms = { column: '立柱', roof: '楼顶', wall: '墙面', screen: '电子屏', booth: '候车亭' } as const
export const partKinds = {
  lighting: '照明设施',
  ads: '户外广告',
  sanitation: '环卫设施方案',
  muck: '渣土处置',
  parking: '停车设施',
} as const
export const projectKinds = { residential: '住宅', mall: '商业体', office: '办公', industry: '工业', public: '公共建筑' } as const
export const facilities = { lighting: '照明', sanitation: '环卫', parking: '停车', greening: '绿化' } as const
export const phases = { design: '设计', build: '施工', accept: '验收' } as const
export const sheetKinds = { sanitation: '环卫', parking: '停车', lighting: '照明', illegal: '违建' } as const
export const consultChannels = { phone: '电话', window: '窗口', online: '网上' } as const
