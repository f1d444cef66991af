/** Limits of disposal: dated values with their source. */
import { defineParameters } from '#kernel'

const ours = '本局垃圾处置设施监管办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source = ours) => ({
  name: `disposal.${name}`,
  zh,
  value,
  unit,
  source,
})
const air = 'GB 18485-2014 生活垃圾焚烧污染控制标准 表4(24小时均值)'
const ash = 'GB 16889-2008 生活垃圾填埋场污染控制标准 6.3、表1'
/** 焚烧烟气 of a day, mg/m³. */
export const emissions = { dust: '颗粒物', nox: '氮氧化物', so2: '二氧化硫', hcl: '氯化氢', co: '一氧化碳' } as const
/** 飞灰浸出液, mg/L, with 含水率 % and 二噁英 μg TEQ/kg. */
export const leached = {
  moisture: '含水率',
  dioxin: '二噁英含量',
  hg: '汞',
  cu: '铜',
  zn: '锌',
  pb: '铅',
  cd: '镉',
  be: '铍',
  ba: '钡',
  ni: '镍',
  as: '砷',
  cr: '总铬',
  cr6: '六价铬',
  se: '硒',
} as const
export const disposalParameters = defineParameters([
  p('patrol-days', '封闭填埋场巡查间隔', 7, '日'),
  p('measure-days', '填埋场监测点监测间隔', 30, '日'),
  p('weigh-gap', '上报吨位与地磅允许相差', 2, '%'),
  p('visits-least', 'BOT 项目每月现场监管最少', 2, '次'),
  p('bot-full', 'BOT 考核全额付费的分数', 90, '分'),
  p('bot-cut', 'BOT 考核每低 1 分扣减当月服务费', 1, '%'),
  p('handover-days', 'BOT 到期移交提前准备', 365, '日'),
  p('air-dust', '焚烧烟气颗粒物日均限值', 20, 'mg/m³', air),
  p('air-nox', '焚烧烟气氮氧化物日均限值', 250, 'mg/m³', air),
  p('air-so2', '焚烧烟气二氧化硫日均限值', 80, 'mg/m³', air),
  p('air-hcl', '焚烧烟气氯化氢日均限值', 50, 'mg/m³', air),
  p('air-co', '焚烧烟气一氧化碳日均限值', 80, 'mg/m³', air),
  p('ash-moisture', '飞灰固化物含水率上限', 30, '%', ash),
  p('ash-dioxin', '飞灰固化物二噁英上限', 3, 'μgTEQ/kg', ash),
  p('ash-hg', '飞灰浸出汞限值', 0.05, 'mg/L', ash),
  p('ash-cu', '飞灰浸出铜限值', 40, 'mg/L', ash),
  p('ash-zn', '飞灰浸出锌限值', 100, 'mg/L', ash),
  p('ash-pb', '飞灰浸出铅限值', 0.25, 'mg/L', ash),
  p('ash-cd', '飞灰浸出镉限值', 0.15, 'mg/L', ash),
  p('ash-be', '飞灰浸出铍限值', 0.02, 'mg/L', ash),
  p('ash-ba', '飞灰浸出钡限值', 25, 'mg/L', ash),
  p('ash-ni', '飞灰浸出镍限值', 0.5, 'mg/L', ash),
  p('ash-as', '飞灰浸出砷限值', 0.3, 'mg/L', ash),
  p('ash-cr', '飞灰浸出总铬限值', 4.5, 'mg/L', ash),
  p('ash-cr6', '飞灰浸出六价铬限值', 1.5, 'mg/L', ash),
  p('ash-se', '飞灰浸出硒限值', 0.1, 'mg/L', ash),
] as const)
