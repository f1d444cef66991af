/** 告警: raised by a rule, seen by the duty in time, gone to, put right with a picture or found false; repeats are counted on it. */
import { problemFound } from '#catalogue/facts.ts'
import {
  type ActionEffects,
  choice,
  code,
  flag,
  instant,
  integer,
  longText,
  number,
  photos,
  procedure,
  raw,
  ref,
  refuse,
  say,
  text,
} from '#kernel'
import { distanceM } from '#kernel/geo/index.ts'
import { caseTimes, falseReasons, severities } from '../rules/words.ts'

const alarmForm = {
  rule: ref('规则', 'sensing.rule'),
  title: text('告警', { maxLength: 160 }).searchable(),
  device: ref('设备', 'sensing.device'),
  deviceNumber: text('设备编号', { maxLength: 40 }).searchable(),
  deviceKind: code('设备种类', 'device-kind'),
  quantity: text('监测量', { maxLength: 40 }).optional(),
  severity: choice('级别', severities),
  value: number('告警值').optional(),
  limit: number('限值').optional(),
  raisedAt: instant('告警时间'),
  openKey: text('未办结键', { maxLength: 80 }).optional(),
  caseOn: choice('立案', caseTimes),
  categoryKind: choice('案件大类', { component: '部件', matter: '事件' }).optional(),
  category: text('案件类别代码', { maxLength: 20 }).optional(),
} as const
interface Near {
  readonly id: string
  readonly name: string
  readonly unit: string | null
  readonly lon: number | null
  readonly lat: number | null
}
interface Place {
  readonly lon: number | null
  readonly lat: number | null
}
const nearest = (teams: readonly Near[], at: Place): (Near & { readonly m: number | null }) | undefined => {
  const far = teams.map((t) => ({
    ...t,
    m:
      at.lon !== null && at.lat !== null && t.lon !== null && t.lat !== null
        ? Math.round(distanceM([at.lon, at.lat], [t.lon, t.lat]))
        : null,
  }))
  return far.sort((a, b) => (a.m ?? Number.MAX_VALUE) - (b.m ?? Number.MAX_VALUE))[0]
}
type AlarmLike = Place & {
  readonly id: string
  readonly title: string
  readonly deviceNumber: string
  readonly areaCode: string | null
  readonly severity: string
  readonly openKey?: string | null
  readonly categoryKind?: 'component' | 'matter' | null
  readonly category?: string | null
}
const caseOf = (a: AlarmLike) =>
  say(problemFound, {
    source: 'iot',
    sourceType: 'sensing.alarm',
    sourceId: a.id,
    description: `${a.title}(设备${a.deviceNumber})`,
    categoryKind: a.categoryKind ?? null,
    category: a.category ?? null,
    lon: a.lon,
    lat: a.lat,
    areaCode: a.areaCode,
    photos: [],
    isUrgent: a.severity === 'critical' || a.severity === 'alarm',
    mergeKey: a.openKey ? `alarm ${a.openKey}` : null,
  })
/** Ends all that waits on the alarm and frees its device for the next one. */
const ended = <R>(): ActionEffects<R> =>
  ({
    set: { openKey: null },
    clocks: [
      { clock: 'ack', do: 'cancel' },
      { clock: 'arrive', do: 'cancel' },
    ],
  }) as unknown as ActionEffects<R>

export const alarm = procedure('sensing.alarm', {
  zh: '告警',
  menu: '感知告警',
  title: 'title',
  numbering: { prefix: 'GJ', per: 'day', digits: 5 },
  help: '同一规则、同一设备未办结时再次触发只累计次数。',
  fields: {
    ...alarmForm,
    times: integer('触发次数', { min: 1 }),
    lastValue: number('最近值').optional(),
    lastAt: instant('最近触发'),
    clearedAt: instant('恢复正常').optional(),
    team: ref('最近队伍', 'sensing.team').optional(),
    teamName: text('队伍', { maxLength: 80 }).optional(),
    teamDistanceM: number('队伍距离', { unit: 'm' }).optional(),
    weather: ref('天气响应', 'sensing.weather').optional(),
    ackDueAt: instant('确认期限').optional(),
    ackedAt: instant('确认时间').optional(),
    arriveDueAt: instant('到场期限').optional(),
    arrivedAt: instant('到场时间').optional(),
    handledAt: instant('处置完成').optional(),
    photos: photos(0, '恢复照片').optional(),
    result: longText('处置情况', { maxLength: 2000 }).optional(),
    falseReason: choice('误报原因', falseReasons).optional(),
    note: text('说明', { maxLength: 300 }).optional(),
    hasCase: flag('已转案件').optional(),
  },
  clocks: {
    ack: { zh: '值班确认', limit: { value: 1, unit: 'urgent_hour' }, basis: '参数:提示、预警、报警、紧急须确认' },
    arrive: { zh: '到场', limit: { value: 1, unit: 'urgent_hour' }, basis: '参数:抢修队伍须到场' },
  },
  mirror: { ack: { dueAt: 'ackDueAt', stoppedAt: 'ackedAt' }, arrive: { dueAt: 'arriveDueAt', stoppedAt: 'arrivedAt' } },
  uniqueTogether: [['openKey']],
  statuses: {
    raised: { zh: '待确认', duty: 'sensing.duty', taskZh: '告警待确认' },
    acked: { zh: '已确认', duty: 'sensing.handle', taskZh: '告警待到场' },
    onSite: { zh: '已到场', duty: 'sensing.handle', taskZh: '告警待处置' },
    handled: { zh: '已处置', duty: 'sensing.duty', taskZh: '告警待核实办结' },
    closed: { zh: '已办结', kind: 'final' },
    untrue: { zh: '误报', kind: 'final' },
    tested: { zh: '试验', kind: 'final' },
  },
}).actions((action) => ({
  raise: action({
    zh: '告警',
    from: 'new',
    to: 'raised',
    by: 'system',
    form: alarmForm,
    look: async ({ tx, input, now }) => {
      const { rows: teams } = await raw<Near>(
        tx,
        'select id, name, unit, lon, lat from sensing.team where device_kind = $1 and retired_at is null',
        [input.deviceKind],
      )
      const { rows: weathers } = await raw<{ id: string }>(
        tx,
        'select id from sensing.weather where retired_at is null and starts_at <= $1 and (ends_at is null or ends_at > $1) order by starts_at desc limit 1',
        [now],
      )
      return { teams, weather: weathers[0]?.id ?? null }
    },
    effects: ({ subject, input, found, now, parameter }) => {
      const team = nearest(found.teams, subject)
      const isCase = input.caseOn === 'raise'
      return {
        set: {
          times: 1,
          lastValue: input.value ?? null,
          lastAt: input.raisedAt,
          team: team?.id ?? null,
          teamName: team?.name ?? null,
          teamDistanceM: team?.m ?? null,
          weather: found.weather,
          hasCase: isCase,
        },
        clocks: [
          { clock: 'ack', do: 'start', dueAt: new Date(now.getTime() + parameter(`sensing.ack-${input.severity}`) * 1000) },
        ],
        ...(isCase ? { facts: [caseOf(subject)] } : {}),
        ...(team?.unit ? { notify: [{ unitId: team.unit, zh: `告警:${input.title}` }] } : {}),
      }
    },
  }),
  repeat: action({
    zh: '再次触发',
    from: 'any open',
    to: 'same',
    by: 'system',
    form: { times: integer('次数', { min: 1 }), lastValue: number('最近值').optional(), lastAt: instant('最近触发') },
    effects: ({ subject, input }) => ({
      set: { times: subject.times + input.times, lastValue: input.lastValue ?? null, lastAt: input.lastAt, clearedAt: null },
    }),
  }),
  clear: action({
    zh: '恢复正常',
    from: 'any open',
    to: 'same',
    by: 'system',
    form: { at: instant('恢复时间') },
    effects: ({ input }) => ({ set: { clearedAt: input.at } }),
  }),
  acknowledge: action({
    zh: '确认告警,派队伍',
    from: 'raised',
    to: 'acked',
    by: 'sensing.duty',
    tone: 'primary',
    help: '通知最近的队伍到场;规则规定确认后立案的,同时立案',
    form: { note: text('说明', { maxLength: 300 }).optional(), team: ref('改派队伍', 'sensing.team').optional() },
    look: async ({ tx, subject, input }) => {
      const id = input.team ?? subject.team
      if (!id) return undefined
      return (await raw<Near>(tx, 'select id, name, unit, lon, lat from sensing.team where id = $1', [id])).rows[0]
    },
    effects: ({ subject, input, found, now, parameter }) => {
      const isCase = subject.caseOn === 'confirm'
      const team = found ? nearest([found], subject) : undefined
      return {
        set: {
          note: input.note ?? null,
          team: team?.id ?? null,
          teamName: team?.name ?? null,
          teamDistanceM: team?.m ?? null,
          hasCase: subject.hasCase || isCase,
        },
        clocks: [
          { clock: 'ack', do: 'stop' },
          { clock: 'arrive', do: 'start', dueAt: new Date(now.getTime() + parameter('sensing.arrive-minutes') * 60_000) },
        ],
        ...(isCase ? { facts: [caseOf(subject)] } : {}),
        ...(team?.unit
          ? { assign: { unitId: team.unit }, notify: [{ unitId: team.unit, zh: `请到场处置:${subject.title}` }] }
          : {}),
      }
    },
  }),
  arrive: action({
    zh: '到场',
    from: 'acked',
    to: 'onSite',
    by: 'sensing.handle',
    tone: 'primary',
    effects: () => ({ clocks: [{ clock: 'arrive', do: 'stop' }] }),
  }),
  handle: action({
    zh: '处置完成',
    from: 'onSite',
    to: 'handled',
    by: 'sensing.handle',
    tone: 'primary',
    form: { result: longText('处置情况', { maxLength: 2000 }), photos: photos(1, '恢复照片') },
    effects: ({ input, now }) => ({ set: { ...input, handledAt: now.toISOString() } }),
  }),
  close: action({
    zh: '核实办结',
    from: 'handled',
    to: 'closed',
    by: 'sensing.duty',
    tone: 'primary',
    effects: ended,
  }),
  redo: action({
    zh: '未处置好,退回',
    from: 'handled',
    to: 'onSite',
    by: 'sensing.duty',
    tone: 'danger',
    form: { note: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { note: input.note, handledAt: null } }),
  }),
  mistake: action({
    zh: '判为误报',
    from: ['raised', 'acked', 'onSite'],
    to: 'untrue',
    by: 'sensing.duty',
    help: '同一设备在规定天数内误报达到规定次数,自动生成复装任务',
    form: { falseReason: choice('误报原因', falseReasons), note: text('说明', { maxLength: 300 }).optional() },
    look: async ({ tx, subject, kernel, now }) => {
      const day = now.toISOString().slice(0, 10)
      const days = kernel.parameters.value(subject.district, 'sensing.false-days', day)
      const { rows } = await raw<{ n: number; hasJob: boolean }>(
        tx,
        `select (select count(*)::int from sensing.alarm where device = $1 and status = 'untrue' and raised_at > $2) as n,
           exists (select 1 from sensing.install_job where device = $1 and closed_at is null) as "hasJob"`,
        [subject.device, new Date(now.getTime() - days * 86_400_000)],
      )
      return rows[0] ?? { n: 0, hasJob: false }
    },
    check: ({ input }) =>
      input.falseReason === 'other' && !input.note ? refuse('sensing.field', { why: '原因为“其他”的须写明说明' }) : undefined,
    effects: ({ subject, input, found, parameter }) => {
      const count = found.n + 1
      const end = ended<typeof subject>()
      return {
        ...end,
        set: { ...end.set, falseReason: input.falseReason, note: input.note ?? null },
        ...(count >= parameter('sensing.false-limit') && !found.hasJob
          ? {
              spawn: [
                {
                  procedure: 'sensing.install-job',
                  action: 'repeatFalse',
                  input: {
                    device: subject.device,
                    deviceNumber: subject.deviceNumber,
                    cause: `近期误报${count}次,最近原因:${falseReasons[input.falseReason]}`,
                    falseCount: count,
                  },
                },
              ],
            }
          : {}),
      }
    },
  }),
  test: action({
    zh: '判为试验',
    from: ['raised', 'acked'],
    to: 'tested',
    by: 'sensing.duty',
    help: '现场按试验按钮引起的告警;另在“报警器试验记录”中登记结果',
    form: { note: text('试验人与说明', { maxLength: 300 }) },
    effects: ({ input }) => {
      const end = ended<{ note: string | null; openKey: string | null }>()
      return { ...end, set: { ...end.set, note: input.note } } as never
    },
  }),
}))
