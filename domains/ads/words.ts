/** Choices of outdoor advertising. */
export const forms = {
  letters: '屋顶镂空字',
  board: '屋顶看板',
  column: '高炮(立柱)',
  wall: '墙体',
  high: '高空',
  plate: '路铭牌',
  box: '灯箱',
  canopy: '雨棚',
  screen: '电子屏',
  sign: '店招',
  pending: '待核定',
} as const
export const edges = { road: '公路、城市道路', rail: '铁路、轨道' } as const
export const carriers = {
  none: '不依附',
  busStop: '候车亭',
  bin: '果皮箱',
  signal: '信号灯杆',
  lamp: '灯杆',
  toilet: '公厕',
  other: '其他设施',
} as const
export const reasons = {
  unpermitted: '未经许可',
  expired: '许可到期',
  plan: '不符合规划',
  fall: '倒伏距离不足',
  roof: '楼顶广告',
  blocking: '遮挡窗户(逃生)',
  attached: '违规依附',
  damaged: '破损',
  unsafe: '结构不安全',
} as const
export const fallStates = { ok: '符合', short: '不足', cleared: '已清零' } as const
export const levels = { allowed: '允许', limited: '限制', banned: '禁止', outside: '规划分区外' } as const
export const signClasses = { permit: '须许可', filing: '须备案', none: '免办' } as const
export const structures = { frame: '钢架', box: '灯箱', letters: '单体字', paint: '贴面' } as const
export const postings = { curtain: '玻璃幕墙', window: '窗', door: '门' } as const
export const sides = { inside: '内侧', outside: '外侧' } as const
export const corridors = { rail: '轨道沿线', fine: '精品街道' } as const
export const basis = '城市市容和环境卫生管理条例第11条、第36条'
