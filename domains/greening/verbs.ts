/** Verbs of greening beyond those that follow from its definitions. */
export const verbs = {
  'greening.manage': '园林管理:计划、派工、项目、公园、古树、活动',
  'greening.work': '园林养护作业:完工、整改、施药、维修',
  'greening.check': '园林检查、复核、评分、验收',
  'greening.approve': '园林审定:称号、名录、上线、志愿任务',
  'greening.report': '园林问题上报、称号申报、居民意见',
} as const
