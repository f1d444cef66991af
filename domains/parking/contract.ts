/** The words of parking: isomorphic, for screens too. */
export const lotKinds = {
  road: '路内',
  public: '公共停车场',
  attached: '配建停车场',
  compound: '居住小区',
  office: '机关企事业单位',
} as const
export const tariffZones = { one: '一类区域', two: '二类区域', three: '三类区域' } as const
/** Who or what said that a berth is taken or free. */
export const sourceKinds = {
  sensor: '地磁、视频桩',
  camera: '高位视频',
  scan: '巡检扫描',
  feed: '场库上报',
  vehicle: '车路协同消息',
  person: '收费员登记',
} as const
export type SourceKind = keyof typeof sourceKinds
export const berthStates = { taken: '占用', free: '空闲', unknown: '不明' } as const
export const exemptKinds = {
  police: '警车',
  ambulance: '救护车',
  fire: '消防救援车',
  military: '军车',
  disabled: '残疾人专用车',
  other: '其他依规免费',
} as const
export const payChannels = { ledger: '无感支付账户', cash: '现金', code: '收款码', bank: '对公到账' } as const
export const ownerships = { public: '公共', attached: '配建', road: '路内' } as const
export const origins = { fresh: '新建', rebuilt: '改造', tapped: '挖潜' } as const
export const platePattern = {
  source: '^[\\u4e00-\\u9fa5A-Z][A-Z0-9]{5,7}[\\u4e00-\\u9fa5]?$|^[\\u4e00-\\u9fa5][A-Z][A-Z0-9]{4,6}[A-Z0-9\\u4e00-\\u9fa5]$',
  zh: '号牌格式不对,如 苏D12345、苏DF12345',
} as const
