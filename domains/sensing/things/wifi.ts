/** 公园WiFi: access points with their live state and users, and full coverage accepted only against measured points. */
import {
  count,
  date,
  defineParameters,
  type Indicator,
  indicator,
  integer,
  longText,
  number,
  procedure,
  ratio,
  ref,
  register,
  rows,
  sum,
  text,
  value,
} from '#kernel'
import { hourly } from '../records.ts'
import { why } from './shared.ts'

export const wifiParameters = defineParameters([
  { name: 'sensing.wifi-signal', zh: 'WiFi覆盖合格信号', value: -70, unit: 'dBm', source: '项目技术要求(示例)' },
  { name: 'sensing.wifi-spacing', zh: 'WiFi测点间距不大于', value: 50, unit: 'm', source: '项目技术要求(示例)' },
] as const)
export const accessPoint = register('sensing.access-point', {
  zh: '公园WiFi接入点',
  menu: '智能装备',
  geometry: 'Point',
  title: 'number',
  help: '在线状态与用户数来自所接设备(监测量 users)',
  fields: {
    number: text('编号', { maxLength: 40 }).unique().searchable(),
    park: text('公园', { maxLength: 80 }).searchable(),
    device: ref('设备', 'sensing.device'),
    radiusM: number('覆盖半径', { unit: 'm', min: 1 }),
  },
})
const point = {
  name: text('测点', { maxLength: 80 }),
  signal: integer('信号', { unit: 'dBm', min: -120, max: 0 }),
  speed: number('下载速率', { unit: 'Mbps', min: 0 }).optional(),
} as const
export const wifiAcceptance = procedure('sensing.wifi-acceptance', {
  zh: '公园WiFi覆盖验收',
  menu: '智能装备',
  title: 'park',
  numbering: { prefix: 'WF', per: 'year', digits: 3 },
  fields: {
    park: text('公园', { maxLength: 80 }).searchable(),
    areaHa: number('公园面积', { unit: '公顷', min: 0 }),
    measuredOn: date('测量日期').optional(),
    points: rows('实测点', point).optional(),
    covered: number('覆盖率', { unit: '%' }).optional(),
    note: longText('结论', { maxLength: 1000 }).optional(),
  },
  statuses: {
    applied: { zh: '待测量', duty: 'sensing.handle', taskZh: 'WiFi覆盖待测量' },
    measured: { zh: '待验收', duty: 'sensing.duty', taskZh: 'WiFi覆盖待验收' },
    accepted: { zh: '全覆盖', kind: 'final' },
    refused: { zh: '未通过', kind: 'final' },
  },
}).actions((action) => ({
  apply: action({
    zh: '申请验收',
    from: 'new',
    to: 'applied',
    by: 'sensing.handle',
    form: { park: text('公园', { maxLength: 80 }), areaHa: number('公园面积', { unit: '公顷', min: 0.01 }) },
  }),
  measure: action({
    zh: '登记实测',
    from: ['applied', 'measured'],
    to: 'measured',
    by: 'sensing.handle',
    tone: 'primary',
    form: { measuredOn: date('测量日期'), points: rows('实测点', point) },
    check: ({ input, subject, parameter }) => {
      const spacing = parameter('sensing.wifi-spacing')
      const needed = Math.ceil((subject.areaHa * 10_000) / (spacing * spacing))
      return why(input.points.length < needed, `按间距${spacing}米,至少要有${needed}个实测点`)
    },
    effects: ({ input, parameter }) => {
      const good = input.points.filter((p) => p.signal >= parameter('sensing.wifi-signal')).length
      return { set: { ...input, covered: Math.round((good / input.points.length) * 10_000) / 100 } }
    },
  }),
  accept: action({
    zh: '验收:全覆盖',
    from: 'measured',
    to: 'accepted',
    by: 'sensing.duty',
    tone: 'primary',
    form: { note: longText('结论', { maxLength: 1000 }) },
    guard: ({ subject }) => why((subject.covered ?? 0) < 100, `实测覆盖率${subject.covered ?? 0}%,未达全覆盖`),
    effects: ({ input }) => ({ set: input }),
  }),
  refuse: action({
    zh: '不通过',
    from: 'measured',
    to: 'refused',
    by: 'sensing.duty',
    tone: 'danger',
    form: { note: longText('理由', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
const isOnline = `exists (select 1 from sensing.status s where s.district = r.district and s.id = r.device and s.presence = 'online')`
export const wifiIndicators: readonly Indicator[] = [
  indicator('sensing.wifi-online-rate', {
    zh: '公园WiFi在线率',
    unit: '%',
    decimals: 2,
    definition: '在线的接入点 ÷ 接入点',
    of: ratio(count(accessPoint, { and: isOnline }), count(accessPoint)),
    by: ['park'],
  }),
  indicator('sensing.wifi-users', {
    zh: '公园WiFi用户(小时最高合计)',
    unit: '人次',
    decimals: 0,
    definition: '各接入点每小时在线用户最高数之和',
    of: value(sum(hourly, 'most', { at: 'at', where: { quantity: 'users' } })),
  }),
  indicator('sensing.wifi-parks', {
    zh: 'WiFi全覆盖公园',
    unit: '个',
    decimals: 0,
    definition: '验收为全覆盖的公园',
    of: value(count(wifiAcceptance, { at: 'closedAt', where: { status: 'accepted' } })),
  }),
]
