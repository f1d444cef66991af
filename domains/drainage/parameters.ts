/** Limits of drainage: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局排水设施养护管理办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `drainage.${name}`,
  zh,
  value,
  unit,
  source,
})
export const drainageParameters = defineParameters([
  p('light-grade', '轻微病害(宜非开挖)最高等级', 2, '级', 'CJJ 181-2012 缺陷等级;修复方式为本局示例'),
  p('route-days', '排水设施巡查间隔', 7, '日'),
  p('pump-days', '泵房维护间隔', 30, '日'),
  p('standby-days', '备用电源试验间隔', 90, '日'),
  p('county-days', '县级河长巡河间隔', 30, '日', '本地河湖长制巡查办法(示例)'),
  p('town-days', '镇级河长巡河间隔', 10, '日', '本地河湖长制巡查办法(示例)'),
  p('village-days', '村级河长巡河间隔', 3, '日', '本地河湖长制巡查办法(示例)'),
  p('rain-mm', '检验渍水点的降雨', 30, 'mm'),
  p('dry-rains', '连续几场达标降雨不积水可销号', 2, '场'),
  p('alarm-cm', '积水达到即报警', 15, 'cm'),
  p('water-supply', '供水管网改造由本局承担', 1, '(1是0否)', '部门职责(可按日期调整)'),
] as const)
