/** 建筑垃圾: 处置核准(互联网+渣土), 企业与车辆准入, 白天运输. */
import { choice, date, flag, list, number, raw, ref, text } from '#kernel'
import { addDays, addMonths } from '../days.ts'
import { fails, first, type Kind, type KindContext, type Stated, texts, wrong } from './kind.ts'

const time = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '时间应如 22:00' }
interface TruckRow {
  readonly plate: string
  readonly haulerCode: string
  readonly isNewType: boolean
  readonly hasSafetySystem: boolean
  readonly state: string
}
const readTrucks = async ({ tx, stated }: KindContext): Promise<readonly TruckRow[]> => {
  const { rows } = await raw<TruckRow>(
    tx,
    `select plate, hauler_code as "haulerCode", is_new_type as "isNewType", has_safety_system as "hasSafetySystem", state
     from permits.truck where plate = any($1::text[]) and retired_at is null`,
    [texts(stated.plates)],
  )
  return rows
}
const trucksOf = (found: Stated): readonly TruckRow[] => (found.trucks ?? []) as readonly TruckRow[]
/** Only admitted trucks of the named firm may be written into a permit. */
const admitted = (stated: Stated, found: Stated) => {
  const trucks = trucksOf(found)
  const missing = texts(stated.plates).filter((p) => !trucks.some((t) => t.plate === p && t.state === 'admitted'))
  const foreign = trucks.filter((t) => t.haulerCode !== stated.haulerCode)
  return first(
    texts(stated.plates).length === 0 ? wrong('请填写车辆号牌') : undefined,
    missing.length > 0 ? fails(`${missing.join('、')}未准入`) : undefined,
    foreign.length > 0 ? fails(`${foreign.map((t) => t.plate).join('、')}不属于所填运输企业`) : undefined,
  )
}
const transport = {
  haulerCode: text('运输企业信用代码', { maxLength: 18 }).optional(),
  plates: list('车辆号牌').optional(),
  route: text('运输路线', { maxLength: 500 }).optional(),
  windowFrom: text('运输时段起', { maxLength: 5, pattern: time }).optional(),
  windowTo: text('运输时段止', { maxLength: 5, pattern: time }).optional(),
  fromOn: date('起始日期').optional(),
  toOn: date('结束日期').optional(),
} as const
const dates = (stated: Stated, day: string) =>
  first(
    stated.fromOn && stated.toOn ? undefined : wrong('请填写起止日期'),
    String(stated.toOn) < String(stated.fromOn) || String(stated.toOn) < day
      ? wrong('结束日期不能早于起始日期或今天')
      : undefined,
  )

export const muckKind: Kind = {
  key: 'muck',
  prefix: 'ZT',
  fields: {
    siteName: text('工地名称', { maxLength: 120 }).optional().searchable(),
    volumeM3: number('处置量', { unit: 'm³', min: 0 }).optional(),
    destination: ref('消纳场所', 'permits.disposal-site').optional(),
    ...transport,
  },
  look: async (ctx) => {
    const { rows } = await raw<Record<string, unknown>>(
      ctx.tx,
      `select s.name as "siteDestination", s.is_open as "isOpen", s.valid_to as "siteValidTo", s.capacity_m3 - coalesce((select sum(a.volume_m3) from permits.application a
         where a.destination = s.id and a.status in ('approved', 'done', 'toVerify', 'toSupply') and a.id <> $2), 0) as "leftM3"
       from permits.disposal_site s where s.id = $1 and s.retired_at is null`,
      [ctx.stated.destination ?? null, ctx.self],
    )
    return { ...(rows[0] ?? {}), trucks: await readTrucks(ctx) }
  },
  apply: ({ stated, day }) =>
    first(
      stated.siteName && stated.volumeM3 && stated.route && stated.destination && stated.windowFrom && stated.windowTo
        ? undefined
        : wrong('请填写工地、处置量、路线、时段和消纳场所'),
      dates(stated, day),
    ),
  grant: ({ stated, found }) =>
    first(
      found.siteDestination && found.isOpen ? undefined : fails('消纳场所不在名录或已停止受纳'),
      String(found.siteValidTo) < String(stated.toOn) ? fails(`消纳场所有效期止于${found.siteValidTo}`) : undefined,
      Number(stated.volumeM3) > Number(found.leftM3)
        ? fails(`处置量${stated.volumeM3}m³超过消纳场所余量${found.leftM3}m³`)
        : undefined,
      admitted(stated, found),
    ),
  terms: ({ stated, found, day, validMonths }) => {
    const last = addMonths(day, validMonths)
    return {
      validFrom: String(stated.fromOn) > day ? String(stated.fromOn) : day,
      validTo: String(stated.toOn) < last ? String(stated.toOn) : last,
      conditions: `${stated.siteName}处置${stated.volumeM3}m³至${found.siteDestination};路线:${stated.route};时段${stated.windowFrom}至${stated.windowTo}`,
      plates: texts(stated.plates),
      windowFrom: String(stated.windowFrom),
      windowTo: String(stated.windowTo),
    }
  },
  follow: () => [{ phase: 'construction', content: '出土工地与运输车辆检查', inDays: 10 }],
}
export const truckKind: Kind = {
  key: 'truck',
  prefix: 'ZR',
  fields: {
    haulerCode: transport.haulerCode,
    plates: transport.plates,
    isNewType: flag('新型环保渣土车').optional(),
    hasSafetySystem: flag('已安装主动安全系统').optional(),
    dischargeClass: choice('排放标准', { electric: '新能源', six: '国六', five: '国五' }).optional(),
  },
  look: async (ctx) => ({ trucks: await readTrucks(ctx) }),
  apply: ({ stated }) =>
    stated.haulerCode && texts(stated.plates).length > 0 && stated.dischargeClass
      ? undefined
      : wrong('请填写企业信用代码、车辆号牌和排放标准'),
  grant: ({ stated, found }) =>
    first(
      stated.isNewType ? undefined : fails('只准入新型环保渣土车'),
      stated.hasSafetySystem ? undefined : fails('未安装主动安全系统'),
      trucksOf(found).some((t) => t.state === 'admitted')
        ? fails(
            `${trucksOf(found)
              .filter((t) => t.state === 'admitted')
              .map((t) => t.plate)
              .join('、')}已在名录`,
          )
        : undefined,
    ),
  terms: ({ stated, day, validMonths }) => ({
    validFrom: day,
    validTo: addMonths(day, validMonths),
    conditions: `准入渣土车${texts(stated.plates).length}辆`,
    plates: texts(stated.plates),
  }),
  follow: () => [{ phase: 'use', content: '企业年度核查:车辆、主动安全系统、保险', inDays: 365 }],
}
export const dayMuckKind: Kind = {
  key: 'dayMuck',
  prefix: 'ZB',
  endsOnBreach: true,
  fields: { ...transport },
  look: async (ctx) => ({ trucks: await readTrucks(ctx) }),
  apply: ({ stated, day }) =>
    first(
      stated.haulerCode && stated.route && stated.windowFrom && stated.windowTo
        ? undefined
        : wrong('请填写运输企业、路线和白天时段'),
      dates(stated, day),
      String(stated.windowFrom) < '09:00' || String(stated.windowTo) > '16:00'
        ? wrong('白天运输时段限09:00至16:00,避开早晚高峰(本市办法,示例)')
        : undefined,
    ),
  grant: ({ stated, found }) => {
    const unsafe = trucksOf(found).filter((t) => !t.hasSafetySystem || !t.isNewType)
    return first(
      admitted(stated, found),
      unsafe.length > 0 ? fails(`${unsafe.map((t) => t.plate).join('、')}不是新型渣土车或主动安全系统不正常`) : undefined,
    )
  },
  terms: ({ stated, day, validMonths }) => {
    const last = addDays(addMonths(day, validMonths), -1)
    return {
      validFrom: String(stated.fromOn) > day ? String(stated.fromOn) : day,
      validTo: String(stated.toOn) < last ? String(stated.toOn) : last,
      conditions: `白天${stated.windowFrom}至${stated.windowTo};路线:${stated.route}`,
      plates: texts(stated.plates),
      windowFrom: String(stated.windowFrom),
      windowTo: String(stated.windowTo),
    }
  },
}
