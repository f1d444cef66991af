/** 抗旱: days without effective rain make a level; the level says how many rounds of water a segment must get a week; rain ends it. */
import {
  addDays,
  bySystem,
  choice,
  date,
  dayText,
  integer,
  type Job,
  one,
  openIn,
  parameterOf,
  procedure,
  systemActor,
  text,
  type WorkContext,
} from '#kernel'

export const droughtLevels = { mild: '轻度', severe: '重度' } as const
const form = {
  since: date('最近有效降雨', { isGiven: true }),
  dryDays: integer('连续无雨', { unit: '天', isGiven: true }),
  level: choice('等级', droughtLevels, { isGiven: true }),
  rounds: integer('每周浇水', { unit: '遍', isGiven: true }),
} as const
export const drought = procedure('greening.drought', {
  zh: '抗旱行动',
  menu: '抗旱',
  title: 'since',
  isCommon: true,
  numbering: { prefix: 'KH', per: 'year', digits: 3 },
  help: '由雨量自动启动、升级、解除;浇水安排为“养护作业”(抗旱浇水),按标段记遍数、水车、吨数。',
  fields: {
    ...form,
    startedOn: date('启动').optional(),
    endedOn: date('解除').optional(),
    note: text('情况', { maxLength: 200 }).optional(),
  },
  statuses: {
    active: { zh: '抗旱中', duty: 'greening.manage', taskZh: '抗旱浇水待安排' },
    ended: { zh: '已解除', kind: 'final' },
  },
}).actions((action) => ({
  begin: action({
    zh: '启动抗旱',
    from: 'new',
    to: 'active',
    by: 'system',
    form,
    effects: ({ now }) => ({ set: { startedOn: dayText(now) } }),
  }),
  raise: action({
    zh: '调整等级',
    from: 'active',
    to: 'same',
    by: 'system',
    form: { dryDays: form.dryDays, level: form.level, rounds: form.rounds },
    effects: ({ input }) => ({ set: input }),
  }),
  end: action({
    zh: '解除',
    from: 'active',
    to: 'ended',
    by: 'system',
    effects: ({ now }) => ({ set: { endedOn: dayText(now) } }),
  }),
}))
/** What so many dry days ask for; null below the first threshold. */
export const levelOf = (days: number, parameter: (name: string) => number) =>
  days >= parameter('greening.severe-days')
    ? ({ level: 'severe', rounds: parameter('greening.severe-rounds') } as const)
    : days >= parameter('greening.drought-days')
      ? ({ level: 'mild', rounds: parameter('greening.drought-rounds') } as const)
      : null
const watch = async (ctx: WorkContext): Promise<void> => {
  const parameter = (name: string) => parameterOf(ctx, name)
  const today = dayText(ctx.now)
  const wet = await one<{ day: string | null; first: string | null }>(
    ctx.tx,
    `select (max(day_on) filter (where mm >= $1))::text as day, min(day_on)::text as first from greening.rain where day_on <= $2::date`,
    [parameter('greening.rain-mm'), today],
  )
  const since = wet?.day ?? wet?.first
  if (!since) return
  const dryDays = Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${since}T00:00:00Z`)) / 86_400_000)
  const wanted = levelOf(dryDays, parameter)
  const open = await one<{ id: string; level: string; dryDays: number }>(
    ctx.tx,
    `select id, level, dry_days as "dryDays" from greening.drought where status = 'active' limit 1`,
  )
  if (open && !wanted) await bySystem(ctx, drought.id, open.id, 'end')
  else if (open && wanted) {
    if (open.dryDays !== dryDays) await bySystem(ctx, drought.id, open.id, 'raise', { dryDays, ...wanted })
  } else if (wanted)
    await openIn(ctx.tx, ctx.kernel, {
      procedure: drought.id,
      district: ctx.district,
      actor: systemActor,
      isOutsideGrid: true,
      clientKey: `drought:${addDays(since, 0)}`,
      input: { since, dryDays, ...wanted },
    })
}
export const droughtJob: Job = { id: 'greening.drought', zh: '旱情判定', everyMinutes: 360, run: watch }
