/** Reference rows of sensing, written once per district: kinds of devices and the quantities they report; and the months to come. */
import { type Kernel, newRow, raw, systemActor, type WorkContext, writeChanges } from '#kernel'
import { loadCodes } from '#kernel/codes.ts'
import { keepPartitions } from './partitions.ts'
import { quantity } from './registers.ts'
import { streamRule } from './rules/registers.ts'

const kinds = {
  smoke: '烟感报警器',
  level: '水位计',
  manhole: '井盖传感器',
  gas: '可燃气体探测器',
  bin: '垃圾桶满溢传感器',
  lamp: '单灯控制器',
  environment: '环境监测仪(扬尘、噪声)',
  flow: '流量计',
  pressure: '压力计',
  scale: '地磅',
  power: '用电监测',
  parking: '车位检测器',
  terminal: '车载终端',
  gateway: '网关',
  leachate: '渗滤液监测仪',
  camera: '视频识别终端',
  recycler: '可回收物智能设备',
  exchange: '积分兑换机',
  dock: '公共自行车站点控制器',
  radio: '对讲机',
  ap: '无线接入点',
  cabinet: '照明控制柜网关',
  lock: '车位地锁',
  other: '其他',
} as const
type Range = readonly [code: string, name: string, unit: string, least: number | null, most: number | null]
/** Plausible ranges are those of common instruments; a district changes them in the register. */
const quantities: readonly Range[] = [
  ['battery', '电量', '%', 0, 100],
  ['temperature', '温度', '℃', -60, 200],
  ['humidity', '湿度', '%', 0, 100],
  ['smoke', '烟雾浓度', 'dB/m', 0, 10],
  ['level', '水位', 'm', -20, 100],
  ['flow', '流量', 'm³/h', 0, 100_000],
  ['pressure', '压力', 'kPa', 0, 20_000],
  ['tilt', '倾角', '°', 0, 180],
  ['lel', '可燃气体', '%LEL', 0, 100],
  ['methane', '甲烷', '%VOL', 0, 100],
  ['h2s', '硫化氢', 'ppm', 0, 1000],
  ['co', '一氧化碳', 'ppm', 0, 5000],
  ['fill', '满溢度', '%', 0, 100],
  ['current', '电流', 'A', 0, 5000],
  ['voltage', '电压', 'V', 0, 1000],
  ['power', '功率', 'kW', 0, 10_000],
  ['energy', '电能', 'kWh', 0, null],
  ['noise', '噪声', 'dB(A)', 20, 150],
  ['pm25', 'PM2.5', 'μg/m³', 0, 2000],
  ['pm10', 'PM10', 'μg/m³', 0, 5000],
  ['tsp', '总悬浮颗粒物', 'μg/m³', 0, 10_000],
  ['windSpeed', '风速', 'm/s', 0, 80],
  ['rain', '雨量', 'mm', 0, 500],
  ['weight', '重量', 'kg', 0, 200_000],
  ['ph', 'pH', '', 0, 14],
  ['turbidity', '浊度', 'NTU', 0, 4000],
  ['occupied', '占用', '', 0, 1],
  ['switch', '开关', '', 0, 1],
  ['fuel', '油量', 'L', 0, 2000],
  ['mileage', '里程', 'km', 0, 10_000_000],
  ['signal', '信号强度', '', -150, 100],
  ['satellites', '定位卫星数', '颗', 0, 100],
  ['cod', '化学需氧量', 'mg/L', 0, 100_000],
  ['nh3n', '氨氮', 'mg/L', 0, 10_000],
  ['tn', '总氮', 'mg/L', 0, 10_000],
  ['tp', '总磷', 'mg/L', 0, 1000],
  ['users', '在线用户', '人', 0, 10_000],
  ['lift', '举升', '', 0, 1],
  ['nh3', '氨', 'mg/m³', 0, 1000],
  ['h2sMg', '硫化氢(质量浓度)', 'mg/m³', 0, 1000],
  ['people', '客流', '人次/时', 0, 100_000],
  ['paper', '厕纸余量', '%', 0, 100],
  ['stallsTaken', '占用蹲位', '个', 0, 1000],
  ['waterM3', '用水量', 'm³', 0, 100_000],
]

/** Suggested rules, switched off: a district puts in its own limits and switches them on. */
const suggested = [
  ['JY-YG', '烟雾报警', 'smoke', 'smoke', 'above', 0.3, 0.1, 'critical', '响应阈值参照 GB 20517,以设备标定为准'],
  ['JY-SW-YJ', '水位预警', 'level', 'level', 'above', 1, 0.8, 'warning', '示例值,按点位警戒水位改'],
  ['JY-SW-BJ', '水位报警', 'level', 'level', 'above', 1.5, 1.2, 'alarm', '示例值,按点位警戒水位改'],
  ['JY-JG-QX', '井盖倾斜', 'manhole', 'tilt', 'above', 15, 5, 'alarm', '示例值,按设备说明改'],
  ['JY-JG-RQ', '井内可燃气体', 'manhole', 'lel', 'above', 20, 10, 'alarm', '示例值,低限报警通常不高于20%LEL'],
  ['JY-RQ', '可燃气体泄漏', 'gas', 'lel', 'above', 20, 10, 'critical', '示例值,低限报警通常不高于20%LEL'],
  ['JY-LJ', '垃圾桶满溢', 'bin', 'fill', 'above', 85, 60, 'notice', '示例值'],
  ['JY-SL-COD', '渗滤液出水COD超标', 'leachate', 'cod', 'above', 100, 90, 'alarm', 'GB 16889 表2(以现行有效版本为准)'],
  ['JY-SL-NH', '渗滤液出水氨氮超标', 'leachate', 'nh3n', 'above', 25, 22, 'alarm', 'GB 16889 表2(以现行有效版本为准)'],
] as const
const suggestRules = (ctx: WorkContext) =>
  suggested.map(
    ([code, name, deviceKind, quantity, side, limit, release, severity, basis]) =>
      newRow(ctx, streamRule, {
        code,
        name,
        type: 'threshold',
        deviceKind,
        quantity,
        side,
        limit,
        release,
        severity,
        caseOn: 'none',
        isOn: false,
        validFrom: '2026-01-01',
        basis,
      }).set,
  )

export const seedSensing = async (kernel: Kernel): Promise<void> => {
  await keepPartitions(kernel)
  await loadCodes(
    kernel.db,
    Object.entries(kinds).map(([code, zh]) => ({
      list: 'device-kind',
      code,
      zh,
      attributes: {},
      validFrom: '2020-01-01',
      source: '平台约定',
    })),
  )
  const { rows: districts } = await raw<{ code: string }>(kernel.db.app, 'select code from kernel.district', [])
  for (const { code: district } of districts)
    await kernel.db.withDistricts([district], async (tx) => {
      const { rows } = await raw<{ code: string; serial: number }>(tx, 'select code, serial from sensing.quantity', [])
      const isTaken = (code: string, serial: number): boolean => rows.some((r) => r.code === code || r.serial === serial)
      const ctx = { kernel, tx, district, now: kernel.now(), actor: systemActor }
      const { rows: rules } = await raw(tx, 'select 1 from sensing.rule limit 1', [])
      await writeChanges(tx, [
        ...(rules.length > 0 ? [] : suggestRules(ctx)),
        ...quantities.flatMap(([code, name, unit, least, most], i) =>
          isTaken(code, i + 1) ? [] : [newRow(ctx, quantity, { code, name, unit: unit || '—', serial: i + 1, least, most }).set],
        ),
      ])
    })
}
