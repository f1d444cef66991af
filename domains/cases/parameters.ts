/** Local limits of the case loop; a district may date other values. */
import { defineParameters } from '#kernel'

export const caseParameters = defineParameters([
  { name: 'cases.return-window', zh: '退回时限', value: 4, unit: '小时', source: '本市案件流转办法(示例),派遣后4小时内' },
  { name: 'cases.extension-limit', zh: '延期次数上限', value: 2, unit: '次', source: '本市案件调整办法(示例)' },
  { name: 'cases.check-metres', zh: '核查须在案发处多远以内', value: 200, unit: '米', source: '本局核查办法(示例),含定位误差' },
  { name: 'cases.industry-observe', zh: '行业联动采取措施后观察', value: 7, unit: '天', source: '本局行业联动办法(示例)' },
  { name: 'cases.evaluate-after', zh: '结案后评价(申诉期)', value: 7, unit: '天', source: '本市超时申诉办法(示例)' },
  { name: 'cases.reopen-window', zh: '市民要求重办期限', value: 30, unit: '天', source: '本局服务承诺(示例)' },
  { name: 'cases.efficiency-found', zh: '网格效能权重:主动发现', value: 30, unit: '分', source: '网格效能分析办法(示例)' },
  { name: 'cases.efficiency-in-time', zh: '网格效能权重:按期处置', value: 40, unit: '分', source: '网格效能分析办法(示例)' },
  { name: 'cases.efficiency-repeat', zh: '网格效能权重:反复', value: 15, unit: '分', source: '网格效能分析办法(示例)' },
  { name: 'cases.efficiency-missed', zh: '网格效能权重:漏报', value: 15, unit: '分', source: '网格效能分析办法(示例)' },
  { name: 'cases.collector-valid', zh: '采集员考评权重:有效上报', value: 30, unit: '分', source: '本局采集员考评办法(示例)' },
  { name: 'cases.collector-cover', zh: '采集员考评权重:网格覆盖', value: 20, unit: '分', source: '本局采集员考评办法(示例)' },
  { name: 'cases.collector-post', zh: '采集员考评权重:在岗巡查', value: 20, unit: '分', source: '本局采集员考评办法(示例)' },
  {
    name: 'cases.collector-in-time',
    zh: '采集员考评权重:核实核查按时',
    value: 30,
    unit: '分',
    source: '本局采集员考评办法(示例)',
  },
  { name: 'cases.collector-missed', zh: '采集员考评扣分:每件抽查漏报', value: 2, unit: '分', source: '本局采集员考评办法(示例)' },
  {
    name: 'cases.collector-duplicate',
    zh: '采集员考评扣分:每件重复上报',
    value: 0.5,
    unit: '分',
    source: '本局采集员考评办法(示例)',
  },
  { name: 'cases.learn-months', zh: '分类模型学多久的案件', value: 24, unit: '月', source: '本局设置(示例)' },
  { name: 'cases.learn-least', zh: '分类模型至少要有的案件', value: 200, unit: '件', source: '本局设置(示例)' },
  { name: 'cases.learn-sure', zh: '分类模型多大把握才作答', value: 90, unit: '%', source: '本局设置(示例)' },
])
