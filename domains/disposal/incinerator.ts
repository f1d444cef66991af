/** 焚烧发电: the plant's day with its kilowatt-hours, ash and chimney; the month closed from the days. */

import { plantReported } from '#catalogue/facts.ts'
import {
  addMonths,
  choice,
  date,
  dayText,
  first,
  integer,
  longText,
  number,
  one,
  procedure,
  ref,
  round,
  rows,
  say,
  text,
} from '#kernel'
import { emissions } from './parameters.ts'
import { notYet, why } from './shared.ts'

const airLine = {
  gas: choice('污染物', emissions),
  mean: number('日均值', { unit: 'mg/m³', min: 0 }),
} as const
const dayForm = {
  plant: ref('焚烧厂', 'sorting.plant'),
  dayOn: date('日期'),
  intakeT: number('进厂', { unit: '吨', min: 0 }),
  burnedT: number('焚烧', { unit: '吨', min: 0 }),
  gridKwh: integer('上网电量', { unit: 'kWh', min: 0 }),
  ownKwh: integer('厂用电量', { unit: 'kWh', min: 0 }),
  slagT: number('炉渣', { unit: '吨', min: 0 }),
  ashT: number('飞灰', { unit: '吨', min: 0 }),
  downHours: number('停炉', { unit: '小时', min: 0, max: 24 }),
  air: rows('烟气日均值', airLine),
  note: text('说明', { maxLength: 300 }).optional(),
} as const
interface Plant {
  readonly name: string
  readonly status: string
  readonly stream: string
  readonly weighed: number | null
  readonly isClosed: boolean
}
const plantSql = `select p.name, p.status, p.stream, (select sum(t.net_t)::float8 from sanitation.ticket t where t.district = p.district and t.station_name = p.name and t.direction = 'in' and t.status = 'accepted'
       and (t.weighed_at at time zone 'Asia/Shanghai')::date = $2::date) as weighed,
    exists (select 1 from disposal.burn_month m where m.plant = p.id and m.status = 'closed' and $2::date >= m.month_on and $2::date < m.month_on + interval '1 month') as "isClosed"
  from sorting.plant p where p.id = $1`
const overOf = (
  air: readonly { readonly gas: keyof typeof emissions; readonly mean: number }[],
  parameter: (name: never) => number,
): readonly string[] =>
  air
    .filter((a) => a.mean > parameter(`disposal.air-${a.gas}` as never))
    .map((a) => `${emissions[a.gas]}${a.mean}(限值${parameter(`disposal.air-${a.gas}` as never)})`)
export const burnDay = procedure('disposal.burn-day', {
  zh: '焚烧发电日报',
  menu: '焚烧处置监管',
  title: 'name',
  numbering: { prefix: 'FS', per: 'year', digits: 5 },
  help: '进厂与地磅核对;五项烟气日均值逐项对照限值,超标的说明原因并经监管人核实。审核后终端设施日报自动生成,不再另填。',
  uniqueTogether: [['plant', 'dayOn']],
  fields: {
    ...dayForm,
    name: text('焚烧厂', { maxLength: 80 }).searchable(),
    weighedT: number('地磅', { unit: '吨' }).optional(),
    over: text('超标', { maxLength: 200 }).optional(),
    isMet: choice('排放达标', { yes: '是', no: '否' }),
    opinion: longText('核实意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    filed: { zh: '待审核', duty: 'disposal.supervise', taskZh: '焚烧日报待审核' },
    returned: { zh: '已退回', duty: 'disposal.run', taskZh: '焚烧日报待重报' },
    confirmed: { zh: '已审核', kind: 'final' },
  },
}).actions((action) => {
  const lookAgain = ({ tx, subject }: { tx: Parameters<typeof one>[0]; subject: { plant: string; dayOn: string } }) =>
    one<Plant>(tx, plantSql, [subject.plant, subject.dayOn])
  const look = ({ tx, input }: { tx: Parameters<typeof one>[0]; input: { plant: string; dayOn: string } }) =>
    one<Plant>(tx, plantSql, [input.plant, input.dayOn])
  return {
    file: action({
      zh: '填报',
      from: 'new',
      to: 'filed',
      by: 'disposal.run',
      form: dayForm,
      look,
      check: ({ input, found, now, parameter }) => {
        const weighed = found?.weighed ?? null
        const missing = Object.entries(emissions)
          .filter(([gas]) => input.air.filter((a) => a.gas === gas).length !== 1)
          .map(([, zh]) => zh)
        const isFar =
          weighed !== null &&
          Math.abs(weighed - input.intakeT) * 100 > Math.max(weighed, input.intakeT) * parameter('disposal.weigh-gap')
        return first(
          why(found?.stream !== 'incineration', '请选择焚烧处置设施'),
          notYet(found?.status === 'closed', '设施已关闭'),
          notYet(found?.isClosed ?? false, '当月已月结,如有更正请先退回月结'),
          why(input.dayOn >= dayText(now), '当日结束后填报'),
          why(missing.length > 0, `五项烟气各填一次:${missing.join('、')}`),
          why(isFar && !input.note, `地磅${weighed}吨,与进厂${input.intakeT}吨不符,须说明`),
          why(overOf(input.air, parameter as never).length > 0 && !input.note, '烟气超标须说明原因与处置'),
          why(input.downHours > 0 && !input.note, '停炉须说明'),
        )
      },
      effects: ({ input, found, parameter }) => {
        const over = overOf(input.air, parameter as never)
        return {
          set: {
            name: found?.name ?? '',
            weighedT: found?.weighed ?? null,
            over: over.join('、').slice(0, 200) || null,
            isMet: over.length === 0 ? 'yes' : 'no',
          },
        }
      },
    }),
    confirm: action({
      zh: '审核',
      from: 'filed',
      to: 'confirmed',
      by: 'disposal.supervise',
      tone: 'primary',
      form: { opinion: longText('核实意见', { maxLength: 300 }).optional() },
      check: ({ input, subject }) => why(subject.isMet === 'no' && !input.opinion, '排放超标的须写核实意见'),
      effects: ({ input, subject }) => ({
        set: { opinion: input.opinion },
        facts: [
          say(plantReported, {
            plant: subject.plant,
            dayOn: subject.dayOn,
            intakeT: subject.intakeT,
            treatedT: subject.burnedT,
            downHours: subject.downHours,
            note: subject.note ?? null,
          }),
        ],
      }),
    }),
    sendBack: action({
      zh: '退回',
      from: 'filed',
      to: 'returned',
      by: 'disposal.supervise',
      tone: 'danger',
      form: { opinion: longText('退回原因', { maxLength: 300 }) },
      effects: ({ input }) => ({ set: input }),
    }),
    correct: action({
      zh: '退回更正',
      from: 'confirmed',
      to: 'returned',
      by: 'disposal.supervise',
      tone: 'danger',
      help: '审核后发现有误的退回重报;当月已月结的先退回月结。更正审核后终端设施日报随之更正。',
      form: { opinion: longText('更正原因', { maxLength: 300 }) },
      look: lookAgain,
      check: ({ found }) => notYet(found?.isClosed ?? false, '当月已月结,请先退回月结'),
      effects: ({ input }) => ({ set: input }),
    }),
    again: action({
      zh: '重报',
      from: 'returned',
      to: 'filed',
      by: 'disposal.run',
      tone: 'primary',
      form: {
        burnedT: dayForm.burnedT,
        gridKwh: dayForm.gridKwh,
        slagT: dayForm.slagT,
        ashT: dayForm.ashT,
        intakeT: dayForm.intakeT.optional().help('不填为不变'),
        ownKwh: dayForm.ownKwh.optional().help('不填为不变'),
        downHours: dayForm.downHours.optional().help('不填为不变'),
        air: rows('烟气日均值', airLine).optional().help('有误的污染物填更正后的值,其余不变'),
        note: text('说明', { maxLength: 300 }),
      },
      effects: ({ input, subject, parameter }) => {
        const air = subject.air.map((a) => input.air?.find((b) => b.gas === a.gas) ?? a)
        const over = overOf(air, parameter as never)
        return {
          set: {
            ...input,
            intakeT: input.intakeT ?? subject.intakeT,
            ownKwh: input.ownKwh ?? subject.ownKwh,
            downHours: input.downHours ?? subject.downHours,
            air,
            over: over.join('、').slice(0, 200) || null,
            isMet: over.length === 0 ? 'yes' : 'no',
          },
        }
      },
    }),
  }
})

interface Month {
  readonly name: string
  readonly days: number
  readonly open: number
  readonly burned: number
  readonly kwh: number
  readonly slag: number
  readonly ash: number
  readonly over: number
}
const monthSql = `select p.name, count(d.id) filter (where d.status = 'confirmed')::int as days, count(d.id) filter (where d.status <> 'confirmed')::int as open,
    coalesce(sum(d.burned_t) filter (where d.status = 'confirmed'), 0)::float8 as burned, coalesce(sum(d.grid_kwh) filter (where d.status = 'confirmed'), 0)::float8 as kwh,
    coalesce(sum(d.slag_t) filter (where d.status = 'confirmed'), 0)::float8 as slag, coalesce(sum(d.ash_t) filter (where d.status = 'confirmed'), 0)::float8 as ash, count(d.id) filter (where d.status = 'confirmed' and d.is_met = 'no')::int as over
  from sorting.plant p left join disposal.burn_day d on d.district = p.district and d.plant = p.id and d.day_on >= $2::date and d.day_on < $2::date + interval '1 month' where p.id = $1 group by p.district, p.id, p.name`
export const burnMonth = procedure('disposal.burn-month', {
  zh: '焚烧发电月结',
  menu: '焚烧处置监管',
  title: 'name',
  numbering: { prefix: 'YJ', per: 'year', digits: 4 },
  help: '当月每日日报都审核后才能月结;月结后当月日报不再填报,更正须先退回月结。',
  fields: {
    plant: ref('焚烧厂', 'sorting.plant'),
    name: text('焚烧厂', { maxLength: 80 }).searchable(),
    monthOn: date('月份'),
    days: integer('日报', { unit: '日' }),
    burnedT: number('焚烧', { unit: '吨' }),
    gridKwh: number('上网电量', { unit: 'kWh' }),
    slagT: number('炉渣', { unit: '吨' }),
    ashT: number('飞灰', { unit: '吨' }),
    kwhPerT: number('吨垃圾上网电量', { unit: 'kWh/吨' }).optional(),
    overDays: integer('超标', { unit: '日' }),
    reason: text('退回原因', { maxLength: 200 }).optional(),
  },
  statuses: { closed: { zh: '已月结' }, reopened: { zh: '已退回', kind: 'final' } },
}).actions((action) => ({
  close: action({
    zh: '月结',
    from: 'new',
    to: 'closed',
    by: 'disposal.supervise',
    form: { plant: ref('焚烧厂', 'sorting.plant'), monthOn: date('月份(当月1日)') },
    look: async ({ tx, input }) => ({
      month: await one<Month>(tx, monthSql, [input.plant, input.monthOn]),
      isClosed: Boolean(
        await one(tx, `select 1 as n from disposal.burn_month where plant = $1 and month_on = $2::date and status = 'closed'`, [
          input.plant,
          input.monthOn,
        ]),
      ),
    }),
    check: ({ input, found, now }) => {
      const next = addMonths(input.monthOn, 1)
      const length = Math.round((Date.parse(next) - Date.parse(input.monthOn)) / 86_400_000)
      return first(
        why(!input.monthOn.endsWith('-01'), '月份请填当月1日'),
        notYet(dayText(now) < next, '当月未结束'),
        notYet(found.isClosed, '当月已月结'),
        notYet((found.month?.open ?? 0) > 0, `还有${found.month?.open}份日报未审核`),
        notYet((found.month?.days ?? 0) < length, `缺${length - (found.month?.days ?? 0)}日的日报`),
      )
    },
    effects: ({ found }) => {
      const m = found.month
      return {
        set: {
          name: m?.name ?? '',
          days: m?.days ?? 0,
          burnedT: round(m?.burned ?? 0, 3),
          gridKwh: m?.kwh ?? 0,
          slagT: round(m?.slag ?? 0, 3),
          ashT: round(m?.ash ?? 0, 3),
          kwhPerT: m && m.burned > 0 ? round(m.kwh / m.burned) : null,
          overDays: m?.over ?? 0,
        },
      }
    },
  }),
  reopen: action({
    zh: '退回月结',
    from: 'closed',
    to: 'reopened',
    by: 'disposal.approve',
    tone: 'danger',
    form: { reason: text('退回原因', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
