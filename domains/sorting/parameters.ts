/** Local limits of waste sorting: dated values. */
import { defineParameters } from '#kernel'

const ours = '本区生活垃圾分类工作考核办法(示例)'
const fixed = '居住小区生活垃圾分类设施设备配置标准(示例,以本地标准为准)'
export const sortingParameters = defineParameters([
  { name: 'sorting.problem-days', zh: '问题整改期限', value: 7, unit: '天', source: ours },
  { name: 'sorting.penalty-returns', zh: '复查不合格几次可移送处罚', value: 2, unit: '次', source: ours },
  { name: 'sorting.lag-overdue', zh: '逾期未整改几个可列工作明显滞后', value: 2, unit: '个', source: ours },
  { name: 'sorting.lag-returns', zh: '复查不合格几个可列整改不力', value: 2, unit: '个', source: ours },
  { name: 'sorting.excellent-score', zh: '评级优', value: 90, unit: '分', source: ours },
  { name: 'sorting.good-score', zh: '评级良', value: 80, unit: '分', source: ours },
  { name: 'sorting.fair-score', zh: '评级中', value: 60, unit: '分', source: ours },
  { name: 'sorting.accuracy-low', zh: '准确率低于此数降一级', value: 70, unit: '%', source: ours },
  { name: 'sorting.accuracy-high', zh: '准确率不低于此数且无未整改问题升一级', value: 95, unit: '%', source: ours },
  { name: 'sorting.training-months', zh: '指导员培训有效期', value: 12, unit: '月', source: ours },
  { name: 'sorting.training-pass', zh: '培训考试合格分', value: 60, unit: '分', source: ours },
  { name: 'sorting.point-households', zh: '每多少户设一个收集点', value: 300, unit: '户', source: fixed },
  { name: 'sorting.kiosk-households', zh: '每多少户设一座分类亭(屋)', value: 600, unit: '户', source: fixed },
  { name: 'sorting.bin-households', zh: '每多少户设一组厨余、其他垃圾桶', value: 50, unit: '户', source: fixed },
  { name: 'sorting.volume-warn', zh: '总量用到配额多少预警', value: 90, unit: '%', source: ours },
  { name: 'sorting.volume-days', zh: '年初满多少天起预计全年总量', value: 30, unit: '天', source: ours },
  { name: 'sorting.bulky-full', zh: '大件暂存点堆到多少须清空', value: 80, unit: '%', source: ours },
  { name: 'sorting.bulky-slot', zh: '大件预约每个时段每队单数', value: 4, unit: '单', source: ours },
  { name: 'sorting.town-fee', zh: '镇(街)垃圾处理缴费', value: 15_000, unit: '分/吨', source: '城乡垃圾处理收费标准(示例)' },
  {
    name: 'sorting.kitchen-share',
    zh: '厨余垃圾分出率目标',
    value: 16,
    unit: '%',
    source: '年度目标(见指标 sorting.kitchen-share)',
  },
  { name: 'sorting.load-high', zh: '终端设施负荷率预警', value: 100, unit: '%', source: ours },
  { name: 'sorting.notice-days', zh: '奖励公示天数', value: 5, unit: '天', source: ours },
  { name: 'sorting.points-month', zh: '每户每月积分上限', value: 500, unit: '分', source: '垃圾分类积分办法(示例)' },
  { name: 'sorting.points-drop', zh: '正确投放一次积分', value: 2, unit: '分', source: '垃圾分类积分办法(示例)' },
  { name: 'sorting.points-kg', zh: '交投可回收物每公斤积分', value: 10, unit: '分/kg', source: '垃圾分类积分办法(示例)' },
  { name: 'sorting.points-months', zh: '积分有效期', value: 12, unit: '月', source: '垃圾分类积分办法(示例)' },
] as const)
