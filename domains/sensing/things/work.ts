/** 机械化作业: a planned route and hours held against the vehicle's track, its speed and whether brush or water was on; the month decides the pay. */
import {
  addDays,
  count,
  dayText,
  defineParameters,
  first,
  type Indicator,
  indicator,
  integer,
  longText,
  many,
  money,
  number,
  one,
  procedure,
  ref,
  register,
  rows,
  sum,
  type Tx,
  text,
  value,
} from '#kernel'
import { distanceToLineM, haversineM, type LineCoords, type LonLat } from '#kernel/geo/index.ts'
import { why } from './shared.ts'

export const workParameters = defineParameters([
  { name: 'sensing.work-offset', zh: '作业轨迹偏离路线不超过', value: 30, unit: 'm', source: '机械化作业监管办法(示例)' },
  { name: 'sensing.work-coverage', zh: '单日作业合格覆盖率', value: 90, unit: '%', source: '机械化作业监管办法(示例)' },
] as const)
const clock = { source: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '时间应如 06:30' }
export const workPlan = register('sensing.work-plan', {
  zh: '机械化作业计划',
  menu: '机械化作业',
  title: 'name',
  fields: {
    name: text('计划', { maxLength: 80 }).unique().searchable(),
    line: ref('作业路线', 'sensing.line'),
    device: ref('车载终端', 'sensing.device'),
    operator: text('作业单位', { maxLength: 80 }).searchable(),
    startsAt: text('每日起', { maxLength: 5, pattern: clock }),
    endsAt: text('每日止', { maxLength: 5, pattern: clock }),
    maxSpeed: number('作业速度不超过', { unit: 'km/h', min: 1 }),
    dayFen: money('每日作业费'),
  },
  checks: { order: { sql: 'ends_at > starts_at', zh: '每日止应晚于每日起' } },
})
interface Plan {
  readonly device: string
  readonly operator: string
  readonly name: string
  readonly startsAt: string
  readonly endsAt: string
  readonly maxSpeed: number
  readonly dayFen: number
  readonly line: { readonly coordinates: readonly LineCoords[] } | null
}
interface Fix {
  readonly at: Date
  readonly lon: number
  readonly lat: number
  readonly speed: number | null
  /** Brush or water on, as last told before the fix. */
  readonly isWorking: boolean
}
const stepM = 25
/** Points along the route, 25 m apart. */
export const sampleLine = (lines: readonly LineCoords[]): readonly LonLat[] =>
  lines.flatMap((line) =>
    line.slice(1).flatMap((to, i) => {
      const from = line[i] ?? to
      const n = Math.max(1, Math.round(haversineM(from, to) / stepM))
      return Array.from(
        { length: n },
        (_, k): LonLat => [from[0] + ((to[0] - from[0]) * (k + 0.5)) / n, from[1] + ((to[1] - from[1]) * (k + 0.5)) / n],
      )
    }),
  )
interface Demand {
  readonly maxSpeed: number
  readonly isWorking: boolean
}
/** How much of the route a day's track covered: within the offset of the way between two fixes, not too fast, brush or water on where that is asked. */
export const coverageOf = (samples: readonly LonLat[], fixes: readonly Fix[], offsetM: number, asked: Demand): number => {
  const legs = fixes.slice(1).flatMap((fix, i): LineCoords[] => {
    const before = fixes[i]
    const isLeg =
      before &&
      fix.at.getTime() - before.at.getTime() <= 120_000 &&
      (!asked.isWorking || (fix.isWorking && before.isWorking)) &&
      (fix.speed ?? 0) <= asked.maxSpeed
    return isLeg
      ? [
          [
            [before.lon, before.lat],
            [fix.lon, fix.lat],
          ],
        ]
      : []
  })
  const done = samples.filter((s) => legs.some((leg) => distanceToLineM(s, leg) <= offsetM)).length
  return samples.length === 0 ? 0 : Math.round((done / samples.length) * 10_000) / 100
}
/** What a day that was not done well lacked first: the car, the route, the pace, or the brush and water. */
const causeOf = (samples: readonly LonLat[], fixes: readonly Fix[], offsetM: number, maxSpeed: number, good: number): string => {
  if (fixes.length === 0) return '无轨迹'
  const covered = (pace: number, isWorking: boolean): number => coverageOf(samples, fixes, offsetM, { maxSpeed: pace, isWorking })
  if (covered(Number.POSITIVE_INFINITY, false) < good) return '未走完路线'
  return covered(maxSpeed, false) < good ? '超速作业' : '未开刷(水)'
}
const fixesOf = (tx: Tx, plan: Plan, from: Date, to: Date) =>
  many<Fix>(
    tx,
    `select p.at, p.lon, p.lat, p.speed::float8 as speed, coalesce((select r.value = 1 from sensing.reading r where r.district = p.district and r.device = p.device and r.quantity = 'switch'
        and r.at <= p.at and r.at > p.at - interval '10 minutes' order by r.at desc limit 1), false) as "isWorking"
     from sensing.position p where p.device = $1 and p.at >= $2 and p.at < $3 order by p.at`,
    [plan.device, from, to],
  )
const auditForm = {
  plan: ref('作业计划', 'sensing.work-plan'),
  month: text('月份', { maxLength: 7, pattern: { source: '^\\d{4}-(0[1-9]|1[0-2])$', zh: '月份应如 2026-03' } }).searchable(),
} as const
const dayLine = {
  day: text('日期', { maxLength: 10 }),
  covered: number('覆盖率', { unit: '%' }),
  missingM: integer('缺作业', { unit: 'm' }),
  cause: text('原因', { maxLength: 20 }),
} as const
export const workAudit = procedure('sensing.work-audit', {
  zh: '机械化作业月度审核',
  menu: '机械化作业',
  title: 'operator',
  numbering: { prefix: 'ZY', per: 'year', digits: 4 },
  help: '逐日核对轨迹、速度与作业状态;覆盖率达标的日子付费,缺作业的逐日列出。',
  fields: {
    ...auditForm,
    name: text('计划', { maxLength: 80 }),
    operator: text('作业单位', { maxLength: 80 }).searchable(),
    days: integer('计划天数'),
    goodDays: integer('合格天数'),
    missing: rows('缺作业清单', dayLine),
    payFen: money('应付作业费'),
    cutFen: money('扣减'),
    opinion: longText('审核意见', { maxLength: 500 }).optional(),
  },
  uniqueTogether: [['plan', 'month']],
  statuses: {
    counted: { zh: '待审核', duty: 'sensing.duty', taskZh: '机械化作业待审核' },
    confirmed: { zh: '已审定', kind: 'final' },
    disputed: { zh: '作业单位有异议', duty: 'sensing.lead', taskZh: '作业审核异议待裁定' },
  },
}).actions((action) => ({
  count: action({
    zh: '核算',
    from: 'new',
    to: 'counted',
    by: 'sensing.duty',
    form: auditForm,
    look: async ({ tx, kernel, input, now, subject }) => {
      const plan = await one<Plan>(
        tx,
        `select w.device, w.operator, w.name, w.starts_at as "startsAt", w.ends_at as "endsAt", w.max_speed::float8 as "maxSpeed", w.day_fen::float8 as "dayFen", st_asgeojson(l.geom)::json as line
         from sensing.work_plan w join sensing.line l on l.district = w.district and l.id = w.line where w.id = $1`,
        [input.plan],
      )
      if (!plan?.line) return undefined
      const samples = sampleLine(plan.line.coordinates)
      const limit = (name: string) => kernel.parameters.value(subject.district, name, `${input.month}-01`)
      const [offset, good] = [limit('sensing.work-offset'), limit('sensing.work-coverage')]
      const days: { day: string; covered: number; missingM: number; cause: string }[] = []
      for (let day = `${input.month}-01`; day.startsWith(input.month); day = addDays(day, 1)) {
        const [from, to] = [`${day}T${plan.startsAt}:00+08:00`, `${day}T${plan.endsAt}:00+08:00`].map((at) => new Date(at))
        if (!from || !to || to > now) break
        const fixes = await fixesOf(tx, plan, from, to)
        const covered = coverageOf(samples, fixes, offset, { maxSpeed: plan.maxSpeed, isWorking: true })
        const cause = covered < good ? causeOf(samples, fixes, offset, plan.maxSpeed, good) : ''
        days.push({ day, covered, missingM: Math.round(samples.length * stepM * (1 - covered / 100)), cause })
      }
      return { plan, days }
    },
    // The pay of a month is settled once: half a month settled would leave the other half unpaid for good.
    check: ({ found, input, now }) =>
      first(
        why(dayText(now).slice(0, 7) <= input.month, '该月尚未结束,月末后核算'),
        why(!found || found.days.length === 0, '没有这份作业计划或路线'),
      ),
    effects: ({ found, parameter }) => {
      const days = found?.days ?? []
      const good = days.filter((d) => d.covered >= parameter('sensing.work-coverage')).length
      const fen = found?.plan.dayFen ?? 0
      return {
        set: {
          name: found?.plan.name ?? '',
          operator: found?.plan.operator ?? '',
          days: days.length,
          goodDays: good,
          missing: days.filter((d) => d.covered < parameter('sensing.work-coverage')),
          payFen: good * fen,
          cutFen: (days.length - good) * fen,
        },
      }
    },
  }),
  confirm: action({
    zh: '审定付费',
    from: ['counted'],
    to: 'confirmed',
    by: 'sensing.duty',
    tone: 'primary',
    form: { opinion: longText('审核意见', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  dispute: action({
    zh: '作业单位异议',
    from: 'counted',
    to: 'disputed',
    by: 'sensing.duty',
    form: { opinion: longText('异议', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  rule: action({
    zh: '裁定',
    from: 'disputed',
    to: 'confirmed',
    by: 'sensing.lead',
    tone: 'primary',
    form: { goodDays: integer('裁定合格天数', { min: 0 }), opinion: longText('裁定意见', { maxLength: 500 }) },
    check: ({ input, subject }) => why(input.goodDays > subject.days, '合格天数不能多于计划天数'),
    effects: ({ input, subject }) => {
      const fen = subject.days === 0 ? 0 : (subject.payFen + subject.cutFen) / subject.days
      return {
        set: { ...input, payFen: Math.round(input.goodDays * fen), cutFen: Math.round((subject.days - input.goodDays) * fen) },
      }
    },
  }),
}))
const confirmed = { status: 'confirmed' } as const
export const workIndicators: readonly Indicator[] = [
  indicator('sensing.work-good-days', {
    zh: '机械化作业合格天数',
    unit: '天',
    decimals: 0,
    definition: '审定的合格作业天数',
    of: value(sum(workAudit, 'goodDays', { at: 'closedAt', where: confirmed })),
    by: ['operator'],
  }),
  indicator('sensing.work-cut', {
    zh: '机械化作业扣减',
    unit: '元',
    decimals: 2,
    definition: '审定扣减的作业费',
    of: value(sum(workAudit, 'cutFen', { at: 'closedAt', where: confirmed }), 100),
    by: ['operator'],
  }),
  indicator('sensing.work-audits', {
    zh: '机械化作业审核',
    unit: '份',
    decimals: 0,
    definition: '审定的月度审核',
    of: value(count(workAudit, { at: 'closedAt', where: confirmed })),
  }),
]
