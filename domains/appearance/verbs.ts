/** Verbs of 市容 beyond those that follow from its definitions. */
export const verbs = {
  'appearance.check': '市容检查:门前三包检查、问题登记与核实、占道经营、专项问题复核',
  'appearance.town': '街道市容:责任书、联盟、街巷长、黄线、专项问题整改、设施申请',
  'appearance.manage': '市容管理:专项行动、改造项目、设施批准、验收销号',
  'appearance.work': '市容作业:设施设置、刷漆、清理、维修',
} as const
