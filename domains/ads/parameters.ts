/** Local limits of outdoor advertising: dated values. */
import { defineParameters } from '#kernel'

const ours = '本局户外广告和店招标牌管理办法(示例)'
export const adsParameters = defineParameters([
  { name: 'ads.fall-percent-road', zh: '高炮与道路边缘的倒伏距离(占杆高)', value: 100, unit: '%', source: ours },
  { name: 'ads.fall-percent-rail', zh: '高炮与铁路边缘的倒伏距离(占杆高)', value: 130, unit: '%', source: ours },
  { name: 'ads.escape-days', zh: '遮挡逃生窗口的整改期限', value: 3, unit: '日', source: ours },
  { name: 'ads.permit-m2', zh: '店招面积达到即须许可', value: 20, unit: '㎡', source: ours },
  { name: 'ads.filing-m2', zh: '店招面积达到即须备案', value: 5, unit: '㎡', source: ours },
  { name: 'ads.permit-height', zh: '店招离地高度达到即须许可', value: 10, unit: 'm', source: ours },
  { name: 'ads.insure-m2', zh: '钢架店招面积达到即为大型,须投保', value: 10, unit: '㎡', source: ours },
  { name: 'ads.repeat', zh: '同一单位第几次张贴移送处罚', value: 3, unit: '次', source: ours },
  { name: 'ads.expiry-days', zh: '许可、保险到期前提醒', value: 30, unit: '日', source: ours },
] as const)
