/** Limits of overhead cables: dated values with their source. */
import { defineParameters } from '#kernel'

const lines = 'YD 5102 通信线路工程设计规范:架空线路与其他设施的最小垂直净距(以现行有效版本为准)'
const ours = '本地空中线缆管理办法(示例)'
const p = (name: string, zh: string, value: number, unit: string, source: string) => ({
  name: `cables.${name}`,
  zh,
  value,
  unit,
  source,
})
export const cablesParameters = defineParameters([
  p('height-street', '跨越市区街道最低净高', 5.5, '米', lines),
  p('height-lane', '跨越胡同里弄最低净高', 5, '米', lines),
  p('height-highway', '跨越公路最低净高', 5.5, '米', lines),
  p('height-railway', '跨越铁路最低净高', 7.5, '米', lines),
  p('notice-days', '运营单位整理期限', 15, '日', ours),
  p('answer-days', '运营单位答复期限', 5, '日', ours),
  p('consent-days', '新架线缆审查期限', 10, '日', ours),
] as const)
