/** 预报预警 and the response to weather: a warning by type, colour, area and validity; each unit signs for it; what was preset for it goes out at once. */
import {
  choice,
  first,
  instant,
  integer,
  list,
  longText,
  many,
  one,
  procedure,
  register,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { ended } from './facts.ts'
import { colours, notYet, rankOf, why } from './shared.ts'

const types = { snow: '暴雪', freeze: '道路结冰', rain: '暴雨', typhoon: '台风', wind: '大风', heat: '高温' } as const
export const preset = register('command.preset', {
  zh: '天气响应预设任务',
  menu: '应急指挥',
  title: 'what',
  help: '预警达到起始等级时自动下达:泵站、融雪剂、树木支撑、低洼路段等。',
  fields: {
    type: choice('天气', types),
    level: choice('起始等级', colours),
    unit: unit('责任单位'),
    what: text('任务', { maxLength: 200 }).searchable(),
    minutes: integer('完成时限', { unit: '分钟', min: 1, max: 2880 }),
    everyMinutes: integer('报进度间隔', { unit: '分钟', min: 10, max: 720 }),
  },
})
interface Preset {
  readonly id: string
  readonly level: keyof typeof colours
  readonly unit: string
  readonly what: string
  readonly minutes: number
  readonly everyMinutes: number
}
const presetSql = `select id, level, unit, what, minutes, every_minutes as "everyMinutes" from command.preset where type = $1 and retired_at is null order by what`
const presetsOf = (tx: Tx, type: string) => many<Preset>(tx, presetSql, [type])
interface Warned {
  readonly id: string
  readonly name: string
  readonly level: keyof typeof colours
  readonly units: readonly string[]
}
/** The receipts of all units and the presets between two levels (`above`: the level that was answered already). */
const tasksOf = ({ id, name, level, units }: Warned, presets: readonly Preset[], above = -1) => {
  const source = { sourceType: 'command.warning', sourceId: id, sourceName: `${name}${colours[level]}预警`.slice(0, 120) }
  const isDue = (p: Preset) => rankOf(colours, p.level) <= rankOf(colours, level) && rankOf(colours, p.level) > above
  return [
    ...units.map((u) => ({
      procedure: 'command.task',
      input: { ...source, kind: 'warning', unit: u, what: `签收${colours[level]}预警并落实防御措施`, minutes: 240 },
    })),
    ...presets
      .filter(isDue)
      .map(({ id: _id, level: _level, ...p }) => ({ procedure: 'command.task', input: { ...source, kind: 'weather', ...p } })),
  ]
}
const form = {
  name: text('预警', { maxLength: 80 }),
  type: choice('类型', types),
  level: choice('等级', colours),
  areas: list('影响区域'),
  validFrom: instant('生效'),
  validTo: instant('失效'),
  source: text('发布单位', { maxLength: 60 }),
  capId: text('CAP 编号', { maxLength: 80 }).optional(),
  advice: longText('防御指引', { maxLength: 500 }),
  units: rows('通知单位', { unit: unit('单位') }),
} as const
export const warning = procedure('command.warning', {
  zh: '预报预警',
  menu: '应急指挥',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'YB', per: 'year', digits: 4 },
  help: '发布即通知各单位签收,并按类型、等级下达预设任务;升级再签收、补下任务;解除或到期,未完成的任务一并终止。',
  fields: {
    ...form,
    name: form.name.searchable(),
    highest: choice('最高等级', colours),
    changes: integer('等级变更', { unit: '次' }),
    liftedAt: instant('解除').optional(),
    summary: longText('响应小结', { maxLength: 500 }).optional(),
  },
  statuses: {
    on: { zh: '生效中', duty: 'command.issue', taskZh: '预警生效中,待解除' },
    lifted: { zh: '已解除', kind: 'final' },
    expired: { zh: '已到期', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '发布',
    from: 'new',
    to: 'on',
    by: 'command.issue',
    form,
    look: async ({ tx, input }) => ({
      presets: await presetsOf(tx, input.type),
      open: await one<{ number: string }>(
        tx,
        `select number from command.warning where status = 'on' and (type = $1 or cap_id = $2)`,
        [input.type, input.capId ?? null],
      ),
    }),
    check: ({ input, found, now }) =>
      first(
        why(input.validTo <= input.validFrom || new Date(input.validTo) <= now, '失效应晚于生效与现在'),
        why(input.areas.length === 0, '请填写影响区域'),
        why(
          new Set(input.units.map((u) => u.unit)).size !== input.units.length || input.units.length === 0,
          '通知单位不能为空或重复',
        ),
        notYet(Boolean(found.open), `同类预警${found.open?.number ?? ''}生效中,请变更等级`),
      ),
    effects: ({ input, found, subject }) => ({
      set: { highest: input.level, changes: 0 },
      spawn: tasksOf(
        { id: subject.id, name: input.name, level: input.level, units: input.units.map((u) => u.unit) },
        found.presets,
      ),
      timers: [{ name: 'expire', at: new Date(input.validTo), action: 'expire' }],
    }),
  }),
  change: action({
    zh: '变更等级',
    from: 'on',
    to: 'same',
    by: 'command.issue',
    form: { level: choice('等级', colours), validTo: instant('失效') },
    look: ({ tx, subject }) => presetsOf(tx, subject.type),
    check: ({ input, subject, now }) =>
      first(why(input.level === subject.level, '等级没有变化'), why(new Date(input.validTo) <= now, '失效应晚于现在')),
    effects: ({ input, subject, found }) => {
      const isUp = rankOf(colours, input.level) > rankOf(colours, subject.highest)
      const warned = { id: subject.id, name: subject.name, level: input.level, units: subject.units.map((u) => u.unit) }
      return {
        set: { ...input, changes: subject.changes + 1, ...(isUp ? { highest: input.level } : {}) },
        spawn: tasksOf(warned, found, rankOf(colours, subject.highest)),
        timers: [{ name: 'expire', at: new Date(input.validTo), action: 'expire' }],
      }
    },
  }),
  lift: action({
    zh: '解除',
    from: 'on',
    to: 'lifted',
    by: 'command.issue',
    tone: 'primary',
    form: { summary: longText('响应小结', { maxLength: 500 }) },
    effects: ({ input, subject, now }) => ({
      set: { ...input, liftedAt: now.toISOString() },
      timers: [{ name: 'expire', at: null, action: 'expire' }],
      facts: [say(ended, { sourceType: 'command.warning', sourceId: subject.id })],
    }),
  }),
  expire: action({
    zh: '到期',
    from: 'on',
    to: 'expired',
    by: 'system',
    effects: ({ subject, now }) => ({
      set: { liftedAt: now.toISOString() },
      facts: [say(ended, { sourceType: 'command.warning', sourceId: subject.id })],
    }),
  }),
}))
