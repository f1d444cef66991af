/** Verbs of waste sorting beyond those that follow from its definitions. */
export const verbs = {
  'sorting.manage': '分类办:会议、培训、价格拟定、站点、项目、奖励',
  'sorting.check': '分类检查、复查、区级验收、移送处罚',
  'sorting.approve': '分类上级验收、价格与奖励批准',
  'sorting.town': '镇(街)分类:登记场所、整改、活动、入户、兑换发放',
  'sorting.town-check': '镇(街)检查验收、社区验收',
  'sorting.collect': '分类收运:回收站点、餐厨、大件、设施日报',
  'sorting.carry': '办理分类督办事项',
  'sorting.joint': '督查+监察(保密)',
} as const
