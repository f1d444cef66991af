/** 天气作业令: frost and rain take water off the roads, a dust warning puts more of it on; for its days and no longer. */
import {
  addDays,
  bySystem,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  type Job,
  longText,
  many,
  number,
  procedure,
  say,
  type WorkContext,
} from '#kernel'
import { weatherSet } from '../facts.ts'
import { inForce, why } from '../shared.ts'
import { dustWorks, wetWorks } from '../words.ts'

export const weatherKinds = { frost: '低温防冰(停止洒水)', rain: '降雨(停止洒水)', dust: '扬尘预警(加密降尘)' } as const
const form = {
  kind: choice('天气', weatherKinds),
  fromOn: date('起'),
  toOn: date('止'),
  minC: number('最低气温', { unit: '℃', min: -40, max: 40 }).optional().help('低温的填写'),
  extraTimes: integer('每日加密', { unit: '次', min: 1, max: 12 }).optional().help('扬尘预警的填写'),
  basis: longText('依据(预报、预警)', { maxLength: 300 }),
} as const
export const weatherOrder = procedure('sanitation.weather-order', {
  zh: '天气作业令',
  menu: '道路保洁',
  title: 'basis',
  numbering: { prefix: 'TQ', per: 'year', digits: 3 },
  help: '低于规定温度不得洒水;有扬尘预警的,主次干道降尘作业加密。',
  fields: form,
  statuses: { active: { zh: '执行中' }, lifted: { zh: '已解除', kind: 'final' } },
}).actions((action) => ({
  issue: action({
    zh: '下达',
    from: 'new',
    to: 'active',
    by: 'sanitation.dispatch',
    form,
    look: async ({ kernel, now, subject }) => inForce({ kernel, district: subject.district, now }, 'frost-below'),
    check: ({ input, found, now }) =>
      first(
        why(input.toOn < input.fromOn, '止不能早于起'),
        why(input.toOn < dayText(now), '期限已过'),
        why(input.kind === 'frost' && input.minC == null, '请填写最低气温'),
        why(input.kind === 'frost' && (input.minC ?? 0) >= found, `最低气温不低于${found}℃,照常洒水`),
        why(input.kind === 'dust' && input.extraTimes == null, '请填写每日加密次数'),
      ),
    effects: ({ input, subject }) => ({
      facts: [say(weatherSet, { id: subject.id })],
      timers: [{ name: 'lift', at: endOf(input.toOn), action: 'lift' }],
    }),
  }),
  liftNow: action({
    zh: '提前解除',
    from: 'active',
    to: 'lifted',
    by: 'sanitation.dispatch',
    form: { basis: longText('依据', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input, timers: [{ name: 'lift', at: null, action: 'lift' }] }),
  }),
  lift: action({ zh: '到期解除', from: 'active', to: 'lifted', by: 'system' }),
}))
interface Active {
  readonly number: string
  readonly kind: keyof typeof weatherKinds
  readonly fromOn: string
  readonly toOn: string
  readonly minC: number | null
  readonly extraTimes: number | null
}
const activeSql = `select number, kind, from_on::text as "fromOn", to_on::text as "toOn", min_c as "minC", extra_times as "extraTimes" from sanitation.weather_order
  where status = 'active' and from_on <= $1::date and to_on >= $1::date order by number`
interface Planned {
  readonly id: string
  readonly times: number
  readonly class: string
  readonly work: string
  readonly reason: string | null
}
const plannedSql = `select id, times, class, work, reason from sanitation."order" where status = 'planned' and day_on = $1::date and until_on <= $2::date and work = any($3)`
/** Holds today's orders against the weather in force; an order is raised once for each weather. */
export const applyWeather = async (ctx: WorkContext): Promise<void> => {
  const day = dayText(ctx.now)
  for (const w of await many<Active>(ctx.tx, activeSql, [day])) {
    const words = w.kind === 'dust' ? dustWorks.filter((k) => k !== 'wash') : wetWorks
    for (const o of await many<Planned>(ctx.tx, plannedSql, [day, addDays(day, 1), words])) {
      const note = `天气作业令${w.number}`
      if (w.kind !== 'dust') {
        const why = w.kind === 'frost' ? `${note}:最低气温${w.minC}℃` : `${note}:降雨`
        await bySystem(ctx, 'sanitation.order', o.id, 'exemptBy', { exempt: w.kind, reason: why })
      } else if (!o.reason?.includes(w.number))
        await bySystem(ctx, 'sanitation.order', o.id, 'raise', {
          times: o.times + (w.extraTimes ?? 0),
          reason: `${note}:每日加密${w.extraTimes ?? 0}次`,
        })
    }
  }
}
export const weatherJob: Job = { id: 'sanitation.weather', zh: '天气作业令执行', everyMinutes: 15, run: applyWeather }
