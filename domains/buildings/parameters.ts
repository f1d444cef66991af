/** Local limits of illegal buildings: dated values. */
import { defineParameters } from '#kernel'

const ours = '本局违法建设防控治理办法(示例)'
export const buildingsParameters = defineParameters([
  { name: 'buildings.found-hours', zh: '新增违建应在开工后多久内发现', value: 24, unit: '小时', source: ours },
  { name: 'buildings.stop-hours', zh: '认定后送达停工通知', value: 24, unit: '小时', source: ours },
  { name: 'buildings.report-hours', zh: '物业应在发现后多久内报告', value: 24, unit: '小时', source: ours },
  { name: 'buildings.appeal-months', zh: '不起诉即可强制执行的期限', value: 6, unit: '月', source: '行政诉讼法第46条' },
  { name: 'buildings.new-compound-months', zh: '交付后多久为新交付小区', value: 12, unit: '月', source: ours },
  { name: 'buildings.focus-patrols', zh: '重点小区每周巡查', value: 3, unit: '次', source: ours },
  { name: 'buildings.focus-flights', zh: '重点小区每月无人机巡飞', value: 1, unit: '架次', source: ours },
  { name: 'buildings.focus-months', zh: '重点治理期', value: 6, unit: '月', source: ours },
  { name: 'buildings.compound-months', zh: '无违建小区有效期', value: 12, unit: '月', source: ours },
  { name: 'buildings.restore-days', zh: '拆后复垦复绿期限', value: 90, unit: '日', source: ours },
] as const)
