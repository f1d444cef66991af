/** 市容与公用: 生活垃圾清扫收运, 户外广告, 占道促销, 燃气经营, 停车场, 其他. */
import { type AreaShape, areaShape, choice, choices, date, integer, longText, money, number, raw, text } from '#kernel'
import { adForms } from '../contract.ts'
import { addDays, addMonths } from '../days.ts'
import { fails, first, type Kind, texts, wrong } from './kind.ts'

export const wasteCleanKind: Kind = {
  key: 'wasteClean',
  prefix: 'QY',
  fields: {
    services: choices('业务', { clean: '清扫', collect: '收集', transport: '运输' }).optional(),
    serviceArea: text('服务区域', { maxLength: 200 }).optional(),
    vehicleCount: integer('车辆', { unit: '辆', min: 0 }).optional(),
    staffCount: integer('人员', { unit: '人', min: 0 }).optional(),
    fundsFen: money('资金').optional(),
  },
  apply: ({ stated }) =>
    texts(stated.services).length > 0 && stated.serviceArea ? undefined : wrong('请选择业务并填写服务区域'),
  grant: ({ stated, parameter }) => {
    const short = (
      [
        ['车辆', Number(stated.vehicleCount ?? 0), parameter('permits.clean-vehicles'), '辆'],
        ['人员', Number(stated.staffCount ?? 0), parameter('permits.clean-staff'), '人'],
        ['资金', Number(stated.fundsFen ?? 0) / 1_000_000, parameter('permits.clean-funds-wan'), '万元'],
      ] as const
    ).filter(([, have, need]) => have < need)
    return short.length > 0
      ? fails(short.map(([what, have, need, unit]) => `${what}${have}${unit},应不少于${need}${unit}`).join(';'))
      : undefined
  },
  terms: ({ stated, day, validMonths }) => ({
    validFrom: day,
    validTo: addDays(addMonths(day, validMonths), -1),
    conditions: `服务区域:${stated.serviceArea}`,
  }),
  follow: () =>
    [1, 2].map((year) => ({ phase: 'use', content: `年度核查(第${year}年):车辆、人员、作业质量`, inDays: year * 365 })),
}
export const adKind: Kind = {
  key: 'ad',
  prefix: 'GG',
  fields: {
    adForm: choice('形式', adForms).optional(),
    widthM: number('宽', { unit: 'm', min: 0 }).optional(),
    heightM: number('高', { unit: 'm', min: 0 }).optional(),
    months: integer('设置期限', { unit: '月', min: 1 }).optional(),
  },
  look: async ({ tx, lon, lat }) => {
    if (lon === null || lat === null) return {}
    const { rows } = await raw<Record<string, unknown>>(
      tx,
      `select name as zone, level, forms, max_area_m2 as "maxAreaM2", max_months as "maxMonths" from permits.ad_zone z
       where z.retired_at is null and st_contains(z.geom, st_setsrid(st_makepoint($1, $2), 4326)) order by (level = 'banned') desc limit 1`,
      [lon, lat],
    )
    return rows[0] ?? {}
  },
  apply: ({ stated }) =>
    stated.adForm && stated.widthM && stated.heightM && stated.months ? undefined : wrong('请填写形式、宽、高和设置期限'),
  grant: ({ stated, found }) => {
    const area = Math.round(Number(stated.widthM) * Number(stated.heightM) * 100) / 100
    return first(
      found.zone ? undefined : fails('设置地点不在户外广告规划的任何分区内'),
      found.level === 'banned' ? fails(`位于禁止设置区“${found.zone}”`) : undefined,
      texts(found.forms).includes(String(stated.adForm))
        ? undefined
        : fails(`“${found.zone}”不允许${adForms[stated.adForm as 'wall']}形式`),
      area > Number(found.maxAreaM2) ? fails(`面积${area}㎡超过“${found.zone}”单幅最大${found.maxAreaM2}㎡`) : undefined,
      Number(stated.months) > Number(found.maxMonths) ? fails(`期限超过“${found.zone}”最长${found.maxMonths}个月`) : undefined,
    )
  },
  terms: ({ stated, found, day }) => ({
    validFrom: day,
    validTo: addDays(addMonths(day, Number(stated.months)), -1),
    conditions: `${found.zone};${stated.widthM}m×${stated.heightM}m`,
  }),
  follow: () => [{ phase: 'use', content: '设置质量与结构安全检查', inDays: 180 }],
}
const isPolygon = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && (value as { type?: unknown }).type === 'Polygon'
export const promoKind: Kind = {
  key: 'promo',
  prefix: 'CX',
  endsOnBreach: true,
  fields: {
    fromOn: date('起始日期').optional(),
    toOn: date('结束日期').optional(),
    areaM2: number('占道面积', { unit: '㎡', min: 0 }).optional(),
    drawing: areaShape('占道范围').optional(),
    cleaningDuty: longText('保洁责任', { maxLength: 1000 }).optional(),
    safetyDuty: longText('安全责任', { maxLength: 1000 }).optional(),
  },
  look: async ({ tx, stated, self }) => {
    if (!isPolygon(stated.drawing)) return {}
    const { rows } = await raw<{ drawnM2: number; taken: string | null }>(
      tx,
      `with mine as (select st_setsrid(st_geomfromgeojson($1), 4326) as shape)
       select st_area(geography(mine.shape))::float8 as "drawnM2", (select c.number || '(' || o.holder || ')' from permits.occupation o
         join permits.certificate c on c.district = o.district and c.id = o.certificate
         where o.retired_at is null and o.state = 'valid' and c.application <> $4 and o.from_on <= $3::date and o.to_on >= $2::date
           and st_area(geography(st_intersection(o.geom, mine.shape))) >= 1 order by c.number limit 1) as taken from mine`,
      [JSON.stringify(stated.drawing), stated.fromOn ?? null, stated.toOn ?? null, self],
    )
    return { drawnM2: rows[0]?.drawnM2 ?? 0, taken: rows[0]?.taken ?? null }
  },
  grant: ({ found }) => (found.taken ? fails(`占道范围与${found.taken}同期许可重叠`) : undefined),
  apply: ({ stated, found, day, parameter }) => {
    const most = parameter('permits.promo-days')
    return first(
      stated.fromOn && stated.toOn && stated.areaM2 ? undefined : wrong('请填写起止日期和占道面积'),
      isPolygon(stated.drawing) ? undefined : wrong('请在图上画出占道范围'),
      // Drawn by hand on a screen: a tenth more or less is the hand, not the applicant.
      Math.abs(Number(found.drawnM2) - Number(stated.areaM2)) > Number(stated.areaM2) / 10
        ? wrong(`图上画出${Math.round(Number(found.drawnM2))}㎡,与填写的${stated.areaM2}㎡不符`)
        : undefined,
      stated.cleaningDuty && stated.safetyDuty ? undefined : wrong('请填写保洁责任与安全责任'),
      String(stated.fromOn) < day || String(stated.toOn) < String(stated.fromOn)
        ? wrong('起始日期不早于今天,结束不早于起始')
        : undefined,
      String(stated.toOn) >= addDays(String(stated.fromOn), most) ? fails(`每次促销最长${most}天`) : undefined,
    )
  },
  terms: ({ stated }) => ({
    validFrom: String(stated.fromOn),
    validTo: String(stated.toOn),
    conditions: `占道${stated.areaM2}㎡,仅限许可日期;保洁:${stated.cleaningDuty};安全:${stated.safetyDuty}`.slice(0, 900),
    drawing: stated.drawing as AreaShape,
  }),
}
export const gasKind: Kind = {
  key: 'gas',
  prefix: 'RQ',
  fields: {
    gasKind: choice('气种', { pipe: '管道', bottle: '瓶装', vehicle: '车用' }).optional(),
    storageM3: number('储量', { unit: 'm³', min: 0 }).optional(),
    staffCount: integer('人员', { unit: '人', min: 0 }).optional(),
  },
  apply: ({ stated }) => (stated.gasKind && stated.staffCount ? undefined : wrong('请填写气种和人员')),
  terms: ({ day, validMonths, stated }) => ({
    validFrom: day,
    validTo: addDays(addMonths(day, validMonths), -1),
    conditions: `储量${stated.storageM3 ?? 0}m³`,
  }),
  follow: () => [{ phase: 'use', content: '经营条件检查:场所、人员、应急、储存', inDays: 180 }],
}
export const parkingKind: Kind = {
  key: 'parking',
  prefix: 'TC',
  fields: {
    berths: integer('泊位', { unit: '个', min: 1 }).optional(),
    disabledBerths: integer('无障碍泊位', { unit: '个', min: 0 }).optional(),
    chargingBerths: integer('充电泊位', { unit: '个', min: 0 }).optional(),
    charge: text('收费标准', { maxLength: 200 }).optional(),
    openHours: text('开放时间', { maxLength: 60 }).optional(),
  },
  apply: ({ stated }) =>
    first(
      stated.berths && stated.charge && stated.openHours ? undefined : wrong('请填写泊位、收费标准和开放时间'),
      Number(stated.disabledBerths ?? 0) + Number(stated.chargingBerths ?? 0) > Number(stated.berths)
        ? wrong('无障碍、充电泊位之和不能超过泊位总数')
        : undefined,
    ),
  terms: ({ stated, day, validMonths }) => ({
    validFrom: day,
    validTo: addDays(addMonths(day, validMonths), -1),
    conditions: `泊位${stated.berths}个;收费:${stated.charge};${stated.openHours}`,
    berths: Number(stated.berths),
  }),
  follow: () => [{ phase: 'use', content: '泊位数量、收费公示核查', inDays: 90 }],
}
export const generalKind: Kind = {
  key: 'general',
  prefix: 'QT',
  fields: { content: longText('申请内容', { maxLength: 2000 }).optional() },
  apply: ({ stated }) => (stated.content ? undefined : wrong('请填写申请内容')),
  terms: ({ stated, day, validMonths }) => ({
    validFrom: day,
    validTo: addDays(addMonths(day, validMonths), -1),
    conditions: String(stated.content).slice(0, 800),
  }),
}
