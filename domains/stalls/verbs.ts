/** Verbs of 摊区夜市 beyond those that follow from its definitions. */
export const verbs = {
  'stalls.town': '街道摊区:登记摊贩、引导入园、外摆、每晚值守、自治委员会',
  'stalls.check': '摊区检查:联合安全检查、市场检查、隐患复查',
  'stalls.manage': '摊区管理:设置开放、摊位分配、收回、时段管控',
} as const
