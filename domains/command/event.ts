/** 应急预案, 联动处置 and 演练: a plan in versions gives each unit its tasks by level; an event and a drill send the same tasks, are timed, stood down, summed up and learnt from. */
import {
  choice,
  code,
  date,
  dayText,
  first,
  instant,
  integer,
  longText,
  one,
  procedure,
  ref,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { ended, planApproved } from './facts.ts'
import { clockText, levels, minutesBetween, notYet, rankOf, why } from './shared.ts'

const kinds = {
  flood: '防汛防台',
  snow: '扫雪防冻',
  fire: '火灾',
  gas: '燃气与窨井',
  collapse: '坍塌(广告、违建)',
  mass: '群体事件',
  other: '其他',
} as const
const step = {
  level: choice('起始等级', levels),
  unit: unit('责任单位'),
  what: text('任务', { maxLength: 200 }),
  minutes: integer('时限', { unit: '分钟', min: 1, max: 2880 }),
} as const
const planForm = {
  name: text('预案', { maxLength: 80 }),
  kind: choice('类别', kinds),
  basis: text('依据', { maxLength: 120 }),
  steps: rows('各级任务', step),
  changes: longText('修订说明', { maxLength: 300 }).optional(),
  alarmKind: code('紧急告警自动启动:设备种类', 'device-kind').optional(),
  alarmLevel: choice('自动启动等级', levels).optional(),
} as const
export const plan = procedure('command.plan', {
  zh: '应急预案',
  menu: '应急指挥',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'YA', per: 'year', digits: 3 },
  help: '同名预案修订即为新版,批准后旧版停用;在用的只有一版。',
  fields: {
    ...planForm,
    name: planForm.name.searchable(),
    edition: integer('版次', { min: 1 }),
    effectiveOn: date('生效日期').optional(),
    opinion: longText('审批意见', { maxLength: 300 }).optional(),
  },
  statuses: {
    asked: { zh: '待批准', duty: 'command.approve', taskZh: '应急预案待批准' },
    effective: { zh: '在用' },
    refused: { zh: '不同意', kind: 'final' },
    replaced: { zh: '已停用', kind: 'final' },
  },
}).actions((action) => ({
  draft: action({
    zh: '编制、修订',
    from: 'new',
    to: 'asked',
    by: 'command.issue',
    form: planForm,
    look: ({ tx, input }) =>
      one<{ edition: number; asked: number }>(
        tx,
        `select coalesce(max(edition) filter (where status <> 'refused'), 0)::int as edition, (count(*) filter (where status = 'asked'))::int as asked from command.plan where name = $1`,
        [input.name],
      ),
    check: ({ input, found }) =>
      first(
        why(input.steps.length === 0, '请列出各级任务'),
        why(!input.steps.some((s) => s.level === 'IV'), '请明确Ⅳ级响应的任务'),
        why((found?.edition ?? 0) > 0 && !input.changes, '修订须写修订说明'),
        why(Boolean(input.alarmKind) !== Boolean(input.alarmLevel), '自动启动的设备种类与等级须同时填写'),
        notYet((found?.asked ?? 0) > 0, '该预案有待批准的版本'),
      ),
    effects: ({ found }) => ({ set: { edition: (found?.edition ?? 0) + 1 } }),
  }),
  approve: action({
    zh: '批准',
    from: 'asked',
    to: ({ input }) => (input.isOk === 'yes' ? 'effective' : 'refused'),
    by: 'command.approve',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意', no: '不同意' }), opinion: longText('说明', { maxLength: 300 }).optional() },
    check: ({ input }) => why(input.isOk === 'no' && !input.opinion, '不同意的须说明'),
    effects: ({ input, subject, now }) => ({
      set: { opinion: input.opinion, ...(input.isOk === 'yes' ? { effectiveOn: dayText(now) } : {}) },
      facts: input.isOk === 'yes' ? [say(planApproved, { id: subject.id, name: subject.name })] : [],
    }),
  }),
  replace: action({ zh: '停用旧版', from: 'effective', to: 'replaced', by: 'system' }),
}))

interface Step {
  readonly level: keyof typeof levels
  readonly unit: string
  readonly what: string
  readonly minutes: number
}
interface PlanFound {
  readonly status: string
  readonly name: string
  readonly edition: number
  readonly kind: keyof typeof kinds
  readonly steps: readonly Step[]
}
const planSql = 'select status, name, edition, kind, steps from command.plan where id = $1'
const findPlan = ({ tx, input }: { readonly tx: Tx; readonly input: { readonly plan: string } }) =>
  one<PlanFound>(tx, planSql, [input.plan])
const source = (id: string, name: string) => ({ sourceType: 'command.event', sourceId: id, sourceName: name.slice(0, 120) })
/** Steps that a response of a level calls for: a graver response does all of the lighter ones too; `from` is the level answered already. */
const stepsOf = (steps: readonly Step[], level: keyof typeof levels, from?: keyof typeof levels) =>
  steps.filter(
    (s) =>
      rankOf(levels, s.level) >= rankOf(levels, level) && (from === undefined || rankOf(levels, s.level) < rankOf(levels, from)),
  )
const spawned = (id: string, name: string, kind: 'emergency' | 'drill', steps: readonly Step[]) =>
  steps.map(({ level: _level, ...s }) => ({ procedure: 'command.task', input: { ...source(id, name), kind, ...s } }))
const realForm = {
  name: text('事件', { maxLength: 100 }),
  plan: ref('预案', 'command.plan'),
  level: choice('响应等级', levels),
  place: text('地点', { maxLength: 120 }),
  alarm: ref('引发的告警', 'sensing.alarm').optional(),
  warning: ref('引发的预警', 'command.warning').optional(),
} as const
const drillForm = {
  name: text('演练', { maxLength: 100 }),
  plan: ref('预案', 'command.plan'),
  level: choice('响应等级', levels),
  place: text('地点', { maxLength: 120 }),
  scenario: longText('情景', { maxLength: 500 }),
  participants: integer('参演', { unit: '人', min: 1, max: 5000 }),
} as const
const lineOf = (at: Date, said: string) => ({ at: clockText(at), said: said.slice(0, 200) })
const inUse = (found: PlanFound | undefined, level: keyof typeof levels) =>
  first(
    why(!found, '没有这个预案'),
    notYet(found?.status !== 'effective', '预案未批准或已停用'),
    why(Boolean(found) && stepsOf(found?.steps ?? [], level).length === 0, '预案在该等级没有任务'),
  )
/** What opening a real event changes: whose plan it follows, its first line, the tasks of its level. */
const opened = (
  id: string,
  input: { readonly name: string; readonly level: keyof typeof levels },
  found: PlanFound | undefined,
  now: Date,
  how: string,
) => ({
  set: {
    mode: 'real' as const,
    kind: found?.kind ?? ('other' as const),
    edition: found?.edition ?? 1,
    timeline: [lineOf(now, `${how}${levels[input.level]}响应`)],
  },
  spawn: spawned(id, input.name, 'emergency', stepsOf(found?.steps ?? [], input.level)),
})
const tallySql = `select count(*)::int as tasks, (count(*) filter (where is_missed = 'yes'))::int as missed, (count(*) filter (where status = 'done' and is_late = 'no'))::int as "onTime",
  max(used_minutes)::int as slowest, (count(*) filter (where closed_at is null))::int as open from command.task where source_type = 'command.event' and source_id = $1`
interface Tally {
  readonly tasks: number
  readonly missed: number
  readonly onTime: number
  readonly slowest: number | null
  readonly open: number
}
const lesson = {
  what: text('问题与改进', { maxLength: 200 }),
  unit: unit('责任单位'),
  dueOn: date('期限'),
} as const
export const event = procedure('command.event', {
  zh: '应急事件与演练',
  menu: '应急指挥',
  title: 'name',
  numbering: { prefix: 'YS', per: 'year', digits: 4 },
  help: '按预案等级把任务下达各单位;签收、逾时、完成自动记入时间线;解除后总结,教训列为改进项,全部销号才办结。',
  fields: {
    ...realForm,
    name: realForm.name.searchable(),
    mode: choice('性质', { real: '实战', drill: '演练' }),
    kind: choice('类别', kinds),
    edition: integer('预案版次'),
    scenario: longText('情景', { maxLength: 500 }).optional(),
    participants: integer('参演', { unit: '人' }).optional(),
    timeline: rows('时间线', { at: text('时间', { maxLength: 20 }), said: text('情况', { maxLength: 200 }) }),
    tasks: integer('任务', { unit: '项' }).optional(),
    missed: integer('逾时未签收', { unit: '项' }).optional(),
    onTime: integer('按时完成', { unit: '项' }).optional(),
    slowest: integer('最慢一项', { unit: '分钟' }).optional(),
    standDownAt: instant('解除').optional(),
    lastedMinutes: integer('历时', { unit: '分钟' }).optional(),
    summary: longText('总结', { maxLength: 1000 }).optional(),
    lessons: rows('教训', lesson).optional(),
  },
  statuses: {
    running: { zh: '响应中', duty: 'command.issue', taskZh: '应急响应中' },
    down: { zh: '待总结', duty: 'command.issue', taskZh: '应急事件待总结' },
    improving: { zh: '改进中' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '启动响应',
    from: 'new',
    to: 'running',
    by: 'command.issue',
    form: realForm,
    look: findPlan,
    check: ({ found, input }) => inUse(found, input.level),
    effects: ({ input, found, subject, now }) => opened(subject.id, input, found, now, '启动'),
  }),
  openByAlarm: action({
    zh: '紧急告警自动启动',
    from: 'new',
    to: 'running',
    by: 'system',
    form: realForm,
    look: findPlan,
    check: ({ found, input }) => inUse(found, input.level),
    effects: ({ input, found, subject, now }) => opened(subject.id, input, found, now, '紧急告警自动启动'),
  }),
  drill: action({
    zh: '开始演练',
    from: 'new',
    to: 'running',
    by: 'command.issue',
    form: drillForm,
    look: findPlan,
    check: ({ found, input }) => inUse(found, input.level),
    effects: ({ input, found, subject, now }) => ({
      set: {
        mode: 'drill',
        kind: found?.kind ?? 'other',
        edition: found?.edition ?? 1,
        timeline: [lineOf(now, `演练开始,${levels[input.level]}`)],
      },
      spawn: spawned(subject.id, `演练:${input.name}`, 'drill', stepsOf(found?.steps ?? [], input.level)),
    }),
  }),
  raise: action({
    zh: '提升等级',
    from: 'running',
    to: 'same',
    by: 'command.issue',
    form: { level: choice('响应等级', levels) },
    look: ({ tx, subject }) => one<PlanFound>(tx, planSql, [subject.plan]),
    check: ({ input, subject }) => why(rankOf(levels, input.level) >= rankOf(levels, subject.level), '只能提升'),
    effects: ({ input, subject, found, now }) => ({
      set: { ...input, timeline: [...subject.timeline, lineOf(now, `提升为${levels[input.level]}响应`)] },
      spawn: spawned(
        subject.id,
        subject.name,
        subject.mode === 'drill' ? 'drill' : 'emergency',
        stepsOf(found?.steps ?? [], input.level, subject.level),
      ),
    }),
  }),
  pull: action({
    zh: '调派单位',
    from: 'running',
    to: 'same',
    by: 'command.issue',
    form: {
      unit: unit('单位'),
      what: text('任务', { maxLength: 200 }),
      minutes: integer('时限', { unit: '分钟', min: 1, max: 2880 }),
    },
    effects: ({ input, subject, now }) => ({
      set: { timeline: [...subject.timeline, lineOf(now, `调派:${input.what}`)] },
      spawn: spawned(subject.id, subject.name, subject.mode === 'drill' ? 'drill' : 'emergency', [{ level: 'IV', ...input }]),
    }),
  }),
  log: action({
    zh: '记入时间线',
    from: ['running', 'down'],
    to: 'same',
    by: 'command.issue',
    form: { said: text('情况', { maxLength: 200 }) },
    effects: ({ input, subject, now }) => ({ set: { timeline: [...subject.timeline, lineOf(now, input.said)] } }),
  }),
  standDown: action({
    zh: '解除响应',
    from: 'running',
    to: 'down',
    by: 'command.issue',
    tone: 'primary',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ input, subject, now }) => ({
      set: {
        standDownAt: now.toISOString(),
        lastedMinutes: minutesBetween(subject.createdAt, now),
        timeline: [...subject.timeline, lineOf(now, `解除:${input.reason}`)],
      },
      facts: [say(ended, { sourceType: 'command.event', sourceId: subject.id })],
    }),
  }),
  summarise: action({
    zh: '总结',
    from: 'down',
    look: ({ tx, subject }) => one<Tally>(tx, tallySql, [subject.id]),
    to: ({ input }) => (input.lessons.length > 0 ? 'improving' : 'closed'),
    by: 'command.issue',
    tone: 'primary',
    form: { summary: longText('总结', { maxLength: 1000 }), lessons: rows('教训', lesson) },
    check: ({ found, input, now }) =>
      first(
        notYet((found?.open ?? 0) > 0, `还有${found?.open}项任务未结束`),
        why((found?.missed ?? 0) > 0 && input.lessons.length === 0, `有${found?.missed}项逾时未签收,请写教训`),
        why(
          input.lessons.some((l) => l.dueOn < dayText(now)),
          '改进期限不能早于今天',
        ),
      ),
    effects: ({ input, found, subject }) => ({
      set: {
        ...input,
        tasks: found?.tasks ?? 0,
        missed: found?.missed ?? 0,
        onTime: found?.onTime ?? 0,
        slowest: found?.slowest ?? null,
      },
      spawn: input.lessons.map((l) => ({
        procedure: 'command.improvement',
        input: { ...source(subject.id, subject.name), ...l },
      })),
    }),
  }),
  finish: action({ zh: '改进完成', from: 'improving', to: 'closed', by: 'system' }),
}))
