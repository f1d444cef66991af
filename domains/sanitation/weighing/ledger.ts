/** 吨位台账: what came in, went out and stands at each station at midnight; 日产日清 is that nothing stands there beyond a day's capacity. */
import {
  bySystem,
  choice,
  date,
  dayText,
  integer,
  type Job,
  many,
  number,
  one,
  procedure,
  ref,
  round,
  text,
  type WorkContext,
} from '#kernel'
import { raiseAlarm } from '../alarm.ts'
import { openBySystem } from '../shared.ts'
import { stationKinds, yesNo } from '../words.ts'

const stationForm = {
  station: ref('站(厂)', 'sanitation.station'),
  name: text('站(厂)', { maxLength: 80 }),
  kind: choice('类型', stationKinds),
  dayOn: date('日期'),
  trips: integer('车次', { unit: '次' }),
  inT: number('进', { unit: '吨' }),
  outT: number('出', { unit: '吨' }),
  stockT: number('日末存量', { unit: '吨' }),
  capacityT: number('日能力', { unit: '吨' }),
  isClear: choice('日产日清', yesNo),
} as const
const statuses = {
  counted: { zh: '已计算' },
  recounted: { zh: '更正后重算' },
} as const
export const stationDay = procedure('sanitation.station-day', {
  zh: '站(厂)日吨位',
  menu: '转运处理',
  title: 'name',
  numbering: { prefix: 'ZD', per: 'day', digits: 4 },
  help: '每站每日一行;磅单更正、作废后重算,原数留在时间线。',
  fields: { ...stationForm, name: stationForm.name.searchable() },
  statuses,
}).actions((action) => ({
  count: action({ zh: '计算', from: 'new', to: 'counted', by: 'system', form: stationForm }),
  recount: action({
    zh: '重算',
    from: ['counted', 'recounted'],
    to: 'recounted',
    by: 'system',
    form: stationForm,
    effects: ({ input }) => ({ set: input }),
  }),
}))
const districtForm = {
  dayOn: date('日期'),
  collectedT: number('收集', { unit: '吨' }),
  transferredT: number('转运', { unit: '吨' }),
  treatedT: number('处理', { unit: '吨' }),
  harmlessT: number('无害化处理', { unit: '吨' }),
  incineratedT: number('焚烧', { unit: '吨' }),
  isClear: choice('日产日清', yesNo),
  failing: text('未清站点', { maxLength: 300 }).optional(),
} as const
export const districtDay = procedure('sanitation.district-day', {
  zh: '垃圾日产日清',
  menu: '转运处理',
  title: 'dayOn',
  numbering: { prefix: 'RQ', per: 'year', digits: 4 },
  help: '全区每日一行:收集量 = 未经转运站直接进站(厂)的净重;处理量 = 终端设施进厂净重;装修(建筑)垃圾不计入。',
  fields: districtForm,
  statuses,
}).actions((action) => ({
  count: action({ zh: '计算', from: 'new', to: 'counted', by: 'system', form: districtForm }),
  recount: action({
    zh: '重算',
    from: ['counted', 'recounted'],
    to: 'recounted',
    by: 'system',
    form: districtForm,
    effects: ({ input }) => ({ set: input }),
  }),
}))
interface StationSum {
  readonly station: string
  readonly name: string
  readonly kind: string
  readonly capacityT: number
  readonly areaCode: string | null
  readonly trips: number
  readonly inT: number
  readonly outT: number
  readonly stockT: number
}
/** Plants keep no stock: what came in is treated there. */
const stationSql = `select s.id as station, s.name, s.kind, s.capacity_t as "capacityT", s.area_code as "areaCode", count(t.id) filter (where t.day = $1::date)::int as trips,
    coalesce(sum(t.net_t) filter (where t.direction = 'in' and t.day = $1::date), 0)::float8 as "inT", coalesce(sum(t.net_t) filter (where t.direction = 'out' and t.day = $1::date), 0)::float8 as "outT",
    case when s.kind = any(array['transfer', 'relay', 'collect']) then (coalesce(s.base_t, 0) + coalesce(sum(t.net_t) filter (where t.direction = 'in'), 0) - coalesce(sum(t.net_t) filter (where t.direction = 'out'), 0))::float8 else 0 end as "stockT"
  from sanitation.station s left join (select *, (weighed_at at time zone 'Asia/Shanghai')::date as day from sanitation.ticket where status = 'accepted') t on t.district = s.district and t.station = s.id and t.day <= $1::date
  where s.retired_at is null group by s.district, s.id order by s.name`
interface DistrictSum {
  readonly collectedT: number
  readonly transferredT: number
  readonly treatedT: number
  readonly harmlessT: number
  readonly incineratedT: number
}
const plants = `array['incinerator', 'landfill', 'biological', 'sorting']`
const districtSql = `select coalesce(sum(net_t) filter (where direction = 'in' and from_station is null), 0)::float8 as "collectedT", coalesce(sum(net_t) filter (where direction = 'out'), 0)::float8 as "transferredT",
    coalesce(sum(net_t) filter (where direction = 'in' and station_kind = any(${plants})), 0)::float8 as "treatedT",
    coalesce(sum(net_t) filter (where direction = 'in' and station_kind = any(${plants}) and s.is_harmless), 0)::float8 as "harmlessT",
    coalesce(sum(net_t) filter (where direction = 'in' and station_kind = 'incinerator'), 0)::float8 as "incineratedT"
  from sanitation.ticket t join sanitation.station s on s.district = t.district and s.id = t.station
  where t.status = 'accepted' and t.waste <> 'building' and (t.weighed_at at time zone 'Asia/Shanghai')::date = $1::date`
export interface DayLedger {
  readonly stations: readonly (StationSum & { readonly isClear: boolean })[]
  readonly district: DistrictSum
}
/** The ledger of a day as its tickets stand now. */
export const ledgerOf = async (ctx: Pick<WorkContext, 'tx'>, day: string): Promise<DayLedger> => {
  const stations = await many<StationSum>(ctx.tx, stationSql, [day])
  const district = await one<DistrictSum>(ctx.tx, districtSql, [day])
  const none = { collectedT: 0, transferredT: 0, treatedT: 0, harmlessT: 0, incineratedT: 0 }
  return {
    stations: stations.map((s) => ({ ...s, stockT: round(s.stockT, 3), isClear: s.stockT <= s.capacityT + 0.0005 })),
    district: district ?? none,
  }
}
const isStationKind = (kind: string): boolean => ['transfer', 'relay', 'collect'].includes(kind)
const put = async (
  ctx: WorkContext,
  procedure: string,
  table: string,
  key: string,
  input: Record<string, unknown>,
  areaCode?: string | null,
): Promise<void> => {
  const known = await one<{ id: string }>(ctx.tx, `select id from sanitation.${table} where client_key = $1`, [key])
  if (known) await bySystem(ctx, procedure, known.id, 'recount', input)
  else await openBySystem(ctx, procedure, 'count', input, key, { areaCode: areaCode ?? ctx.district })
}
/** Writes the day down; a day that was counted before is counted again. */
const writeDay = async (ctx: WorkContext, day: string): Promise<void> => {
  const { stations, district } = await ledgerOf(ctx, day)
  for (const { isClear, areaCode, inT, outT, ...s } of stations) {
    const values = { ...s, inT: round(inT, 3), outT: round(outT, 3), dayOn: day, isClear: isClear ? 'yes' : 'no' }
    await put(ctx, stationDay.id, 'station_day', `station day ${s.station} ${day}`, values, areaCode)
    if (!isClear && isStationKind(s.kind))
      await raiseAlarm(ctx, {
        kind: 'stock',
        key: `stock ${s.station} ${day}`,
        target: s.name,
        detail: `${day}日末存量${s.stockT}吨,日能力${s.capacityT}吨,未日产日清`,
        areaCode,
      })
  }
  const failing = stations.filter((s) => !s.isClear && isStationKind(s.kind)).map((s) => s.name)
  await put(ctx, districtDay.id, 'district_day', `district day ${day}`, {
    dayOn: day,
    ...Object.fromEntries(Object.entries(district).map(([k, v]) => [k, round(v, 3)])),
    isClear: failing.length === 0 ? 'yes' : 'no',
    failing: failing.join('、').slice(0, 300) || null,
  })
}
/** Days of the last week that were never written down: yesterday always, others where loads were weighed while nothing ran. */
const missingSql = `select d::date::text as day from generate_series($1::date - 7, $1::date - 1, interval '1 day') d
  where not exists (select 1 from sanitation.district_day x where x.day_on = d::date)
    and (d::date = $1::date - 1 or exists (select 1 from sanitation.ticket t where t.status = 'accepted' and (t.weighed_at at time zone 'Asia/Shanghai')::date = d::date)) order by 1`
export const closeDay = async (ctx: WorkContext): Promise<void> => {
  if (!(await one(ctx.tx, 'select 1 as n from sanitation.station where retired_at is null limit 1'))) return
  for (const { day } of await many<{ day: string }>(ctx.tx, missingSql, [dayText(ctx.now)])) await writeDay(ctx, day)
}
/** A ticket of a day already written down was corrected: the day is counted again. */
export const recountDay = async (ctx: WorkContext, day: string): Promise<void> => {
  if (day >= dayText(ctx.now)) return
  const known = await one(ctx.tx, 'select 1 as n from sanitation.district_day where day_on = $1::date limit 1', [day])
  if (known) await writeDay(ctx, day)
}
export const ledgerJob: Job = { id: 'sanitation.ledger', zh: '吨位日台账', everyMinutes: 30, run: closeDay }
