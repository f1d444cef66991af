/** 城市之眼、城市之感: cameras and sensors as two classes on one map, each counted. */
import { count, type Indicator, indicator, ratio, value } from '#kernel'
import { device } from '../registers.ts'
import { camera } from '../vision/registers.ts'

const senses = { state: 'active', kind: { not: ['terminal', 'gateway'] } } as const
export const senseIndicators: readonly Indicator[] = [
  indicator('sensing.eyes', {
    zh: '城市之眼',
    unit: '个',
    decimals: 0,
    definition: '启用的摄像头,可按用途分',
    of: value(count(camera, { where: { isOn: true } })),
    by: ['use', 'road'],
  }),
  indicator('sensing.senses', {
    zh: '城市之感',
    unit: '个',
    decimals: 0,
    definition: '启用的感知设备(不含车载终端、网关),可按种类分',
    of: value(count(device, { where: senses })),
    by: ['kind'],
  }),
  indicator('sensing.senses-placed', {
    zh: '城市之感上图率',
    unit: '%',
    decimals: 2,
    definition: '有位置的感知设备 ÷ 启用的感知设备',
    of: ratio(count(device, { where: senses, and: 'r.lon is not null' }), count(device, { where: senses })),
  }),
]
