/** Local limits of sensing: dated values. */
import { defineParameters } from '#kernel'

export const sensingParameters = defineParameters([
  { name: 'sensing.reading-months', zh: '监测读数保存', value: 36, unit: '月', source: '本局数据管理规定(示例)' },
  { name: 'sensing.position-months', zh: '定位轨迹保存', value: 12, unit: '月', source: '本局数据管理规定(示例)' },
  { name: 'sensing.ahead-minutes', zh: '设备时间可超前', value: 10, unit: '分钟', source: '平台约定' },
  { name: 'sensing.low-battery', zh: '电量低', value: 20, unit: '%', source: '平台约定' },
  { name: 'sensing.offline-minutes', zh: '无报文视为离线', value: 30, unit: '分钟', source: '平台约定' },
  { name: 'sensing.command-wait-seconds', zh: '控制指令等待应答', value: 30, unit: '秒', source: '平台约定;到时未应答则重发' },
  { name: 'sensing.command-tries', zh: '控制指令最多下发', value: 3, unit: '次', source: '平台约定' },
  { name: 'sensing.command-live-minutes', zh: '控制指令有效', value: 10, unit: '分钟', source: '平台约定;迟到的开关不再执行' },
  { name: 'sensing.video-days', zh: '车载图像保存', value: 30, unit: '天', source: '本局数据管理规定(示例)' },
  { name: 'sensing.gap-minutes', zh: '车辆无定位视为离线缺口', value: 10, unit: '分钟', source: '平台约定' },
  {
    name: 'sensing.track-gap-seconds',
    zh: '目标不见多久视为离开',
    value: 150,
    unit: '秒',
    source: '平台约定;每分钟一张时容一张漏检',
  },
] as const)
