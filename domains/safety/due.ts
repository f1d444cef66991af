/** 到期事项: ONE list of what falls due by its frequency — duty evidence, risk control, leaders' visits, checks, disinfection, tests — done with evidence or listed as missed. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  type Job,
  longText,
  many,
  openIn,
  person,
  photos,
  procedure,
  rows,
  say,
  systemActor,
  text,
  unit,
  type WorkContext,
} from '#kernel'
import { dosed } from './facts.ts'
import {
  type classes,
  gravities,
  notYet,
  periodByDays,
  periodByMonths,
  type risks,
  type Span,
  unitOfPerson,
  why,
} from './shared.ts'

export const dueKinds = {
  duty: '责任清单佐证',
  risk: '风险管控',
  visit: '联系点走访',
  check: '企业检查',
  key: '重点时段检查',
  lesson: '事故教训排查',
  disinfect: '场所消杀查验',
  test: '人员检测',
  vaccine: '疫苗接种',
} as const
export const epidemicKinds = ['disinfect', 'test', 'vaccine'] as const
const byCheck = ['check', 'key', 'lesson']
const form = {
  kind: choice('类别', dueKinds),
  key: text('期次', { maxLength: 80 }),
  sourceId: text('来源', { maxLength: 40 }),
  name: text('事项', { maxLength: 200 }),
  unit: unit('责任单位'),
  person: person('责任人').optional(),
  enterprise: text('企业', { maxLength: 40 }).optional(),
  lesson: text('教训', { maxLength: 40 }).optional(),
  fromOn: date('期起'),
  dueOn: date('期限'),
} as const
const foundLine = { what: text('问题', { maxLength: 200 }), level: choice('等级', gravities), dueOn: date('整改期限') } as const
interface Own {
  readonly subject: { readonly unit: string; readonly person: string | null }
  readonly actor: { readonly id: string | null }
  readonly found: string | null
}
const own = ({ subject, actor, found }: Own) =>
  subject.person ? notYet(actor.id !== subject.person, '由责任人本人办理') : notYet(found !== subject.unit, '不是本单位的事项')
const closing = (dueOn: string, now: Date) => ({
  set: { doneOn: dayText(now), isLate: dayText(now) > dueOn ? ('yes' as const) : ('no' as const) },
  clocks: [{ clock: 'due', do: 'stop' as const }],
  timers: [{ name: 'due', at: null, action: 'miss' }],
})
export const due = procedure('safety.due', {
  zh: '安全到期事项',
  menu: '风险与责任',
  title: 'name',
  numbering: { prefix: 'AD', per: 'year', digits: 6 },
  help: '按频次自动生成:责任清单佐证、风险管控、联系点走访、企业检查、消杀检测;到期未办列为缺项,补办仍记逾期。',
  uniqueTogether: [['key']],
  fields: {
    ...form,
    name: form.name.searchable(),
    evidence: longText('落实情况', { maxLength: 500 }).optional(),
    doneOn: date('办理日期').optional(),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    isAbnormal: choice('异常', { yes: '异常', no: '正常' }).optional(),
  },
  clocks: { due: { zh: '到期', limit: { value: 30, unit: 'natural_day' }, basis: '安全生产责任制' } },
  statuses: {
    open: { zh: '待办', duty: 'safety.carry', taskZh: '安全事项待办' },
    missed: { zh: '缺项', duty: 'safety.carry', taskZh: '安全事项逾期未办' },
    done: { zh: '已办', kind: 'final' },
    stopped: { zh: '已停止', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '到期生成',
    from: 'new',
    to: 'open',
    by: 'system',
    form,
    effects: ({ input }) => ({
      set: { isLate: 'no', unitId: input.unit },
      assign: input.person ? { personId: input.person } : { unitId: input.unit },
      clocks: [{ clock: 'due', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'miss' }],
    }),
  }),
  miss: action({
    zh: '到期未办',
    from: 'open',
    to: 'missed',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isLate: 'yes' },
      assign: subject.person ? { personId: subject.person } : { unitId: subject.unit },
      notify: [
        subject.person
          ? { personId: subject.person, zh: `逾期未办:${subject.name}`.slice(0, 120) }
          : { unitId: subject.unit, zh: `逾期未办:${subject.name}`.slice(0, 120) },
      ],
    }),
  }),
  fulfil: action({
    zh: '报送佐证',
    from: ['open', 'missed'],
    to: 'done',
    by: 'safety.carry',
    tone: 'primary',
    form: {
      evidence: longText('落实情况', { maxLength: 500 }),
      isAbnormal: choice('结果', { no: '正常', yes: '异常' }).help('检测阳性、消杀不合格、管控失效填异常,即转处置'),
      photos: photos(1, '佐证照片'),
    },
    guard: ({ subject }) =>
      first(
        notYet(byCheck.includes(subject.kind), '请登记一次对该企业的安全检查,此项随之办结'),
        notYet(subject.kind === 'visit', '请登记走访'),
      ),
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: own,
    effects: ({ input, subject, now }) => {
      const done = closing(subject.dueOn, now)
      return {
        ...done,
        set: { ...done.set, evidence: input.evidence, isAbnormal: input.isAbnormal },
        facts: subject.kind === 'vaccine' && input.isAbnormal === 'no' ? [say(dosed, { staff: subject.sourceId })] : [],
        spawn:
          input.isAbnormal === 'yes'
            ? [
                {
                  procedure: 'safety.item',
                  input: {
                    kind: 'abnormal',
                    sourceType: 'safety.due',
                    sourceId: subject.id,
                    what: `${subject.name}异常:${input.evidence}`.slice(0, 200),
                    unit: subject.unit,
                    dueOn: addDays(dayText(now), 1),
                  },
                },
              ]
            : [],
      }
    },
  }),
  visit: action({
    zh: '登记走访',
    from: ['open', 'missed'],
    to: 'done',
    by: 'safety.carry',
    tone: 'primary',
    form: {
      evidence: longText('走访情况与解决的问题', { maxLength: 500 }),
      findings: rows('发现问题', foundLine),
      photos: photos(1, '走访照片'),
    },
    guard: ({ subject }) => notYet(subject.kind !== 'visit', '不是走访事项'),
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: (ctx) =>
      first(
        own(ctx),
        why(
          ctx.input.findings.some((f) => f.dueOn < dayText(ctx.now)),
          '整改期限不能早于今天',
        ),
      ),
    effects: ({ input, subject, now }) => {
      const done = closing(subject.dueOn, now)
      return {
        ...done,
        set: { ...done.set, evidence: input.evidence, isAbnormal: input.findings.length > 0 ? 'yes' : 'no' },
        spawn: input.findings.map((f) => ({
          procedure: 'safety.problem',
          input: { source: 'visit', sourceId: subject.id, enterprise: subject.enterprise ?? '', unit: subject.unit, ...f },
        })),
      }
    },
  }),
  checkDone: action({
    zh: '随检查办结',
    from: ['open', 'missed'],
    to: 'done',
    by: 'system',
    form: { note: text('检查', { maxLength: 200 }) },
    effects: ({ input, subject, now }) => {
      const done = closing(subject.dueOn, now)
      return { ...done, set: { ...done.set, evidence: input.note } }
    },
  }),
  stop: action({
    zh: '停止',
    from: ['open', 'missed'],
    to: 'stopped',
    by: 'system',
    effects: () => ({ clocks: [{ clock: 'due', do: 'cancel' }], timers: [{ name: 'due', at: null, action: 'miss' }] }),
  }),
}))

interface Source {
  readonly kind: keyof typeof dueKinds
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly person: string | null
  readonly enterprise: string | null
  readonly anchor: string
  readonly level: keyof typeof risks | null
  readonly months: number | null
  readonly days: number | null
  readonly classes: readonly (keyof typeof classes)[] | null
}
const none = 'null::uuid as person, null::uuid as enterprise'
const sourcesSql = `select 'duty' as kind, id, left(holder || ':' || what, 200) as name, unit, person, null::uuid as enterprise, from_on::text as anchor, null as level, every_months as months, null::int as days, null::jsonb as classes from safety.duty_item where retired_at is null
  union all select 'risk', id, '管控 ' || name, unit, null, null, from_on::text, level, null, null, null from safety.risk where retired_at is null
  union all select 'visit', id, '走访 ' || name, unit, leader, enterprise, from_on::text, null, every_months, null, null from safety.link where retired_at is null
  union all select 'check', id, '检查 ' || name, unit, null, id, from_on::text, level, null, null, null from safety.enterprise where retired_at is null and state <> 'closed'`
const keySql = `select 'key' as kind, k.id || ' ' || e.id as id, left(k.name || ' 检查 ' || e.name, 200) as name, e.unit, null::uuid as person, e.id as enterprise, k.from_on::text as anchor, null as level, null::int as months, k.every_days as days, to_jsonb(k.classes) as classes, to_jsonb(e.classes) as own
  from safety.key_period k join safety.enterprise e on e.district = k.district and e.retired_at is null and e.state <> 'closed' where k.retired_at is null and $1::date between k.from_on and k.to_on`
const modeSql = `select from_on::text as "fromOn", disinfect_days as "disinfectDays", test_days as "testDays", doses from safety.mode where status = 'on' limit 1`
const placesSql = `select 'disinfect' as kind, id, '消杀查验 ' || name as name, unit, ${none}, $1::text as anchor, null as level, null::int as months, $2::int as days, null::jsonb as classes from safety.place where retired_at is null
  union all select 'test', id, '检测 ' || code, unit, null, null, $1::text, null, null, $3::int, null from safety.staff where retired_at is null
  union all select 'vaccine', id, '接种第' || (doses + 1) || '剂 ' || code, unit, null, null, $1::text, null, null, 30, null from safety.staff where retired_at is null and doses < $4::int`
const periodOf = (ctx: WorkContext, s: Source, today: string): Span | undefined => {
  if (s.months) return periodByMonths(s.anchor, s.months, today)
  const days = s.days ?? ctx.kernel.parameters.value(ctx.district, `safety.${s.kind}-${s.level ?? 'blue'}`, today)
  return periodByDays(s.anchor, days, today)
}
const sourcesOf = async ({ tx }: WorkContext, today: string): Promise<readonly Source[]> => {
  const usual = await many<Source>(tx, sourcesSql)
  const keyed = (await many<Source & { readonly own: readonly string[] }>(tx, keySql, [today])).filter((k) =>
    (k.classes ?? []).some((c) => k.own.includes(c)),
  )
  const [mode] = await many<{ fromOn: string; disinfectDays: number; testDays: number; doses: number }>(tx, modeSql)
  const epidemic = mode ? await many<Source>(tx, placesSql, [mode.fromOn, mode.disinfectDays, mode.testDays, mode.doses]) : []
  return [...usual, ...keyed, ...epidemic]
}
const mostPast = 24
/** The period of today, and those since the last one that was opened: a platform that stood still hides nobody's omission. */
const spansOf = (ctx: WorkContext, s: Source, today: string, last: string | undefined): readonly Span[] => {
  const spans: Span[] = []
  let span = periodOf(ctx, s, today)
  while (span && spans.length < mostPast && (spans.length === 0 || (last !== undefined && span.fromOn > last))) {
    spans.push(span)
    span = periodOf(ctx, s, addDays(span.fromOn, -1))
  }
  return spans
}
const lastSql = `select kind || ' ' || source_id as source, max(from_on)::text as last from safety.due where kind <> 'lesson' group by 1`
const run = async (ctx: WorkContext): Promise<void> => {
  const today = dayText(ctx.now)
  const last = new Map((await many<{ source: string; last: string }>(ctx.tx, lastSql)).map((l) => [l.source, l.last]))
  const wanted = (await sourcesOf(ctx, today)).flatMap((s) =>
    spansOf(ctx, s, today, s.kind === 'key' ? undefined : last.get(`${s.kind} ${s.id}`)).map((span) => ({
      s,
      span,
      key: `${s.kind} ${s.id} ${span.fromOn}`.slice(-80),
    })),
  )
  const keys = wanted.map((x) => x.key)
  const known = new Set(
    (await many<{ key: string }>(ctx.tx, 'select key from safety.due where key = any($1::text[])', [keys])).map((k) => k.key),
  )
  for (const { s, span, key } of wanted.filter((x) => !known.has(x.key)))
    await openIn(ctx.tx, ctx.kernel, {
      procedure: 'safety.due',
      district: ctx.district,
      actor: systemActor,
      input: {
        kind: s.kind,
        key,
        sourceId: s.id.slice(0, 36),
        name: s.name,
        unit: s.unit,
        ...(s.person ? { person: s.person } : {}),
        ...(s.enterprise ? { enterprise: s.enterprise } : {}),
        ...span,
      },
      areaCode: ctx.district,
      unitId: s.unit,
      at: ctx.now,
    })
}
export const duesJob: Job = { id: 'safety.dues', zh: '安全到期事项生成', everyMinutes: 60, run }
