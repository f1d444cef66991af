/** Words of sensing that screens may know. */
import { z } from 'zod'
import { route, titled } from '#kernel/contract'

export const deviceStates = { active: '启用', paused: '停用', scrapped: '报废' } as const
export const qualities = {
  good: '正常',
  range: '超出量程',
  maintenance: '维护期间',
  uncalibrated: '校准过期',
} as const
export const channels = { mqtt: 'MQTT', http: 'HTTP批量', jt808: 'JT/T 808' } as const
export const presences = { online: '在线', offline: '离线' } as const
/** Why a message could not become points. */
export const letterReasons = {
  malformed: '报文无法解析',
  unknownDevice: '设备未登记',
  foreignDevice: '不是本网关的设备',
  stopped: '设备已停用',
  unknownQuantity: '监测量未登记',
  badValue: '数值无效',
  badTime: '时间无效',
} as const
export type LetterReason = keyof typeof letterReasons
export const commandKinds = {
  text: '文本信息下发',
  locate: '位置信息查询',
  query: '查询终端参数',
  interval: '设置位置汇报间隔',
  reset: '终端复位',
  on: '开(合闸)',
  off: '关(分闸)',
  dim: '调光',
  raise: '地锁升起',
  lower: '地锁降下',
  video: '实时视频',
  videoStop: '停止视频',
} as const
/** Commands that move something: they are worth nothing when late, and are repeated until answered. */
export const actuatorKinds = ['on', 'off', 'dim', 'raise', 'lower', 'video', 'videoStop'] as const
export type CommandKind = keyof typeof commandKinds
export type Channel = keyof typeof channels

export const upkeepKinds = { check: '巡检', calibrate: '校准', battery: '更换电池', repair: '维修', replace: '更换' } as const
/** Devices per kind as they stood at the end of a day; presence and dates due are as of now. */
export const deviceCountRoute = route({
  method: 'GET',
  path: '/sensing/devices/count',
  zh: '设备分类统计(某日在册)',
  permission: 'sensing.device.read',
  tag: 'sensing',
  input: z.object({ on: z.iso.date() }),
  output: z.object({
    on: z.string(),
    rows: z.array(
      z.object({
        kind: z.string(),
        zh: z.string(),
        total: z.number(),
        active: z.number(),
        online: z.number(),
        silent: z.number(),
        lowBattery: z.number(),
        calibrationDue: z.number(),
      }),
    ),
  }),
})
export const issueKeyRoute = route({
  method: 'POST',
  path: '/sensing/devices/:id/key',
  zh: '签发接入密钥(只显示一次)',
  permission: 'sensing.key',
  tag: 'sensing',
  input: z.object({ id: z.uuid() }),
  output: z.object({ number: z.string(), key: z.string() }),
})
export const trackRoute = route({
  method: 'GET',
  path: '/sensing/devices/:id/track',
  zh: '历史轨迹',
  permission: 'sensing.position.read',
  tag: 'sensing',
  sheet: { of: 'sensing.device' },
  input: z.object({
    id: titled.about('设备', 'sensing.device'),
    from: z.iso.datetime({ offset: true }).meta({ title: '起' }),
    to: z.iso.datetime({ offset: true }).meta({ title: '止' }),
  }),
  output: z.object({
    isCut: titled.flag('点太多,只列一部分'),
    points: z
      .array(
        z.object({
          at: z.date().meta({ title: '时间' }),
          lon: z.number().meta({ title: '经度', decimals: 6 }),
          lat: z.number().meta({ title: '纬度', decimals: 6 }),
          speed: z.number().nullable().meta({ title: '速度', unit: 'km/h' }),
          direction: z.number().nullable().meta({ title: '方向', unit: '°' }),
        }),
      )
      .meta({ title: '轨迹点' }),
  }),
})
export const seriesRoute = route({
  method: 'GET',
  path: '/sensing/devices/:id/series',
  zh: '监测曲线',
  permission: 'sensing.reading.read',
  tag: 'sensing',
  input: z.object({
    id: z.uuid(),
    quantity: z.string().max(40),
    from: z.iso.datetime({ offset: true }),
    to: z.iso.datetime({ offset: true }),
  }),
  output: z.object({ points: z.array(z.object({ at: z.date(), value: z.number(), quality: z.string() })), isCut: z.boolean() }),
})
export const radioRoute = route({
  method: 'GET',
  path: '/sensing/radio',
  zh: '对讲:我的通话组、组员位置、最近通话',
  permission: 'sensing.talk.read',
  tag: 'sensing',
  input: z.object({}),
  output: z.object({
    /** Whether this person speaks from the desk on duty, into any group. */
    isDesk: z.boolean(),
    groups: z.array(
      z.object({
        name: z.string(),
        members: z.array(
          z.object({
            radio: z.string(),
            holder: z.string(),
            presence: z.string(),
            seenAt: z.date().nullable(),
            lon: z.number().nullable(),
            lat: z.number().nullable(),
          }),
        ),
      }),
    ),
    talks: z.array(
      z.object({
        id: z.string(),
        group: z.string(),
        who: z.string(),
        radio: z.string(),
        at: z.date(),
        seconds: z.number(),
        file: z.string(),
        isMine: z.boolean(),
      }),
    ),
  }),
})
const viewingId = z.object({ id: z.uuid() })
/** Frames as `video/hub.ts` packs them, until either side ends. */
export const liveRoute = route({
  method: 'GET',
  path: '/sensing/viewings/:id/live',
  zh: '车载实时视频(H.264)',
  permission: 'sensing.video',
  tag: 'sensing',
  raw: 'application/octet-stream',
  input: viewingId,
  output: z.unknown(),
  refusals: ['kernel.not-found', 'sensing.not-yet'],
})
export const replayRoute = route({
  method: 'GET',
  path: '/sensing/viewings/:id/replay',
  zh: '车载视频回放(保存期内)',
  permission: 'sensing.viewing.read',
  tag: 'sensing',
  raw: 'application/octet-stream',
  input: viewingId,
  output: z.unknown(),
  refusals: ['kernel.not-found', 'sensing.not-yet'],
})
export const gapsRoute = route({
  method: 'GET',
  path: '/sensing/gaps',
  zh: '车辆离线缺口',
  permission: 'sensing.viewing.read',
  tag: 'sensing',
  sheet: { menu: '感知' },
  input: z.object({ on: z.iso.date().meta({ title: '日期' }) }),
  output: z.object({
    least: titled.count('超过多少算缺口', '分钟'),
    rows: z
      .array(
        z.object({
          device: titled.row('终端', 'sensing.device'),
          plate: titled.words('车牌'),
          from: z.date().meta({ title: '自' }),
          to: z.date().meta({ title: '至' }),
          minutes: titled.count('缺口', '分钟'),
        }),
      )
      .meta({ title: '缺口' }),
  }),
})
