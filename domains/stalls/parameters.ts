/** Local limits of 摊区夜市: dated values. */
import { defineParameters } from '#kernel'

const ours = '本区临时摊区与夜市管理办法(示例)'
export const stallsParameters = defineParameters([
  { name: 'stalls.school-metres', zh: '临时摊区距校园须大于', value: 50, unit: 'm', source: '本县临时摊区设置方案' },
  { name: 'stalls.school-around', zh: '一校周边(至多一处临时摊区)指', value: 500, unit: 'm', source: '本县临时摊区设置方案' },
  { name: 'stalls.per-community', zh: '每个社区临时摊区不超过', value: 2, unit: '个', source: '本县临时摊区设置方案' },
  { name: 'stalls.absent-days', zh: '连续缺席几晚收回摊位', value: 7, unit: '晚', source: ours },
  { name: 'stalls.breaches', zh: '外摆违规几次取消', value: 3, unit: '次', source: ours },
  { name: 'stalls.quorum', zh: '自治委员会表决参加比例', value: 50, unit: '%', source: ours },
  { name: 'stalls.weeks', zh: '引导入园几周后回访', value: 4, unit: '周', source: ours },
  { name: 'stalls.pass-score', zh: '市场检查合格分', value: 80, unit: '分', source: ours },
] as const)
