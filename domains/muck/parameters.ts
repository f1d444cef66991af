/** Local limits of muck: dated values. */
import { defineParameters } from '#kernel'

const ours = '本局建筑垃圾运输处置监管办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `muck.${name}`,
  zh,
  value,
  unit,
  source,
})
export const muckParameters = defineParameters([
  p('tolerance-percent', '出土与受纳方量允许误差', 5, '%'),
  p('receipt-hours', '出场后多久应有消纳回执', 4, '小时'),
  p('day-from-hour', '白天时段起', 6, '时'),
  p('day-to-hour', '白天时段止', 20, '时'),
  p('route-metres', '偏离路线多远算偏航', 150, '米'),
  p('route-fixes', '连续几个定位偏离才算', 2, '个'),
  p('safety-silent-days', '终端几日无定位视为主动安全系统故障', 3, '日'),
  p('dump-warn-percent', '消纳场日受纳预警', 80, '%'),
  p('truck-points-exit', '车辆一年记分达到多少提请退出', 12, '分'),
  p('week-patrols', '联合巡查每周至少', 2, '次', '渣土运输专项整治工作要求:按照每周不少于2次'),
  p('source-days', '污染源头整改期限', 3, '日'),
  p('dump-check-days', '消纳场安全隐患整改期限', 7, '日'),
  p('plant-tolerance-percent', '资源化厂物料平衡允许误差', 3, '%'),
] as const)
