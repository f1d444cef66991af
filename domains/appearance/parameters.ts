/** Local limits of 市容: dated values. */
import { defineParameters } from '#kernel'

const bao = '本区门前三包责任制管理办法(示例)'
const ours = '本区市容管理考核办法(示例)'
export const appearanceParameters = defineParameters([
  { name: 'appearance.self-minutes', zh: '商户自行整改时限', value: 60, unit: '分钟', source: bao },
  { name: 'appearance.street-hours', zh: '街道督办时限', value: 24, unit: '小时', source: bao },
  { name: 'appearance.green-score', zh: '绿色等级不低于', value: 90, unit: '分', source: bao },
  { name: 'appearance.yellow-score', zh: '黄色等级不低于', value: 75, unit: '分', source: bao },
  { name: 'appearance.red-days', zh: '红色等级检查间隔', value: 3, unit: '天', source: bao },
  { name: 'appearance.yellow-days', zh: '黄色等级检查间隔', value: 15, unit: '天', source: bao },
  { name: 'appearance.bad-points', zh: '检查不合格一项扣', value: 4, unit: '分', source: bao },
  { name: 'appearance.self-points', zh: '自行整改的问题一件扣', value: 1, unit: '分', source: bao },
  { name: 'appearance.left-points', zh: '未自行整改的问题一件扣', value: 8, unit: '分', source: bao },
  { name: 'appearance.penalty-points', zh: '处罚一件扣', value: 20, unit: '分', source: bao },
  { name: 'appearance.alliance-left', zh: '联盟成员未自行整改一件扣', value: 5, unit: '分', source: bao },
  { name: 'appearance.line-breaches', zh: '越线经营几次取消线内出店', value: 3, unit: '次', source: '文明黄线管理办法(示例)' },
  { name: 'appearance.repeat-days', zh: '占道经营多少天内算再次', value: 30, unit: '天', source: ours },
  { name: 'appearance.patrol-days', zh: '街巷长巡查间隔', value: 7, unit: '天', source: '路(街巷)长制实施办法(示例)' },
  { name: 'appearance.chief-hours', zh: '街巷长处置时限', value: 24, unit: '小时', source: '路(街巷)长制实施办法(示例)' },
  { name: 'appearance.opinion-share', zh: '街巷整治居民同意不低于', value: 66.67, unit: '%', source: ours },
  {
    name: 'appearance.clear-width',
    zh: '阻车设施后人行净宽不小于',
    value: 1.5,
    unit: 'm',
    source: '无障碍设计规范(按本地标准填)',
  },
  { name: 'appearance.fence-height', zh: '围挡高度不小于', value: 2.5, unit: 'm', source: '市区主要路段围挡(示例)' },
  { name: 'appearance.fence-share', zh: '围挡公益宣传占比不低于', value: 30, unit: '%', source: ours },
  { name: 'appearance.post-days', zh: '便民张贴保留', value: 15, unit: '天', source: ours },
  { name: 'appearance.item-days', zh: '专项行动问题整改期限', value: 15, unit: '天', source: ours },
] as const)
