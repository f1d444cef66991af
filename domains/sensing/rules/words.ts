/** Words of stream rules and alarms that screens may know. */
export const ruleTypes = {
  threshold: '限值(带回差)',
  rate: '变化速率',
  frequency: '频次(一段时间内超限若干次)',
  absence: '无报文',
  dwell: '停留',
  enter: '进入围栏',
  leave: '离开围栏',
  stay: '围栏内滞留',
  route: '偏离路线',
  window: '非规定时段活动',
  combination: '两条规则同时成立',
} as const
export type RuleType = keyof typeof ruleTypes
export const sides = { above: '高于(上升)', below: '低于(下降)' } as const
export type Side = keyof typeof sides
export const severities = { notice: '提示', warning: '预警', alarm: '报警', critical: '紧急' } as const
export type Severity = keyof typeof severities
export const caseTimes = { none: '不立案', raise: '告警即立案', confirm: '值班确认后立案' } as const
export const weatherLevels = { blue: '蓝色', yellow: '黄色', orange: '橙色', red: '红色' } as const
export const falseReasons = {
  cooking: '油烟、蒸汽',
  dust: '灰尘、昆虫',
  traffic: '车辆碾压振动',
  drift: '传感器漂移',
  installed: '安装不当',
  works: '施工作业',
  network: '通信异常',
  other: '其他',
} as const
