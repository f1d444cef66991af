/** 舆情突发事件应急: an opinion item that breaks out is graded; facts checked, first answer and statement by their clocks and only with approval, followed after 24 and 48 hours, reviewed with lessons. */
import {
  choice,
  date,
  dayText,
  first,
  instant,
  integer,
  longText,
  one,
  photos,
  procedure,
  ref,
  rows,
  say,
  type Tx,
  text,
  unit,
} from '#kernel'
import { ended } from './facts.ts'
import { clockText, later, levels, minutesBetween, notYet, rankOf, unitOfPerson, why } from './shared.ts'

type Level = keyof typeof levels
const isGrave = (level: Level): boolean => rankOf(levels, level) < 2
const firstName = (level: Level): string => (isGrave(level) ? 'command.sudden-first-grave' : 'command.sudden-first')
const form = {
  item: ref('舆情', 'opinion.item').help('从舆情处置中选出已定级或待研判的一件'),
  level: choice('响应等级', levels),
  unit: unit('核查单位'),
  why: text('定级理由(传播量、媒体、敏感性)', { maxLength: 200 }),
} as const
const followLine = {
  at: text('时间', { maxLength: 20 }),
  hours: integer('跟踪', { unit: '小时' }),
  mentions: integer('新增信息', { unit: '条' }),
  trend: choice('走势', { down: '回落', flat: '持平', up: '上升' }),
  said: text('情况', { maxLength: 200 }),
} as const
const lesson = { what: text('教训与改进', { maxLength: 200 }), unit: unit('整改单位'), dueOn: date('期限') } as const
const itemOf = (tx: Tx, id: string, own: string) =>
  one<{ title: string; number: string; status: string; open: string | null }>(
    tx,
    `select i.title, i.number, i.status, (select s.number from command.sudden s where s.district = i.district and s.item = i.id and s.id <> $2 and s.closed_at is null) as open from opinion.item i where i.id = $1`,
    [id, own],
  )
export const sudden = procedure('command.sudden', {
  zh: '舆情突发应急',
  menu: '应急指挥',
  title: 'name',
  leadingClock: 'reply',
  numbering: { prefix: 'YT', per: 'year', digits: 4 },
  help: 'Ⅰ、Ⅱ级限时首次回应并发布权威信息;回应先核查、再批准,拟稿人不能批准自己的稿;24、48小时跟踪,复盘的教训进应急改进项。',
  fields: {
    ...form,
    name: text('事件', { maxLength: 200 }).searchable(),
    itemNumber: text('舆情编号', { maxLength: 20 }),
    facts: longText('事实核查', { maxLength: 1000 }).optional(),
    isTrue: choice('是否属实', { yes: '属实', part: '部分属实', no: '不实' }).optional(),
    verifiedMinutes: integer('核查用时', { unit: '分钟' }).optional(),
    reply: longText('首次回应', { maxLength: 1000 }).optional(),
    repliedAt: instant('首次回应时间').optional(),
    replyMinutes: integer('首次回应用时', { unit: '分钟' }).optional(),
    isLate: choice('回应超时', { yes: '是', no: '否' }).optional(),
    statement: longText('权威发布', { maxLength: 2000 }).optional(),
    statedAt: instant('发布时间').optional(),
    follows: rows('跟踪', followLine),
    missedFollows: integer('漏跟踪', { unit: '次' }),
    backs: integer('退稿', { unit: '次' }),
    review: longText('复盘', { maxLength: 1000 }).optional(),
  },
  clocks: {
    reply: { zh: '首次回应', limit: { value: 1, unit: 'natural_day' }, basis: '国办发〔2016〕61号' },
    state: { zh: '权威发布', limit: { value: 1, unit: 'natural_day' }, basis: '国办发〔2016〕61号' },
  },
  statuses: {
    checking: { zh: '事实核查', duty: 'command.carry', taskZh: '舆情突发,请核查事实', ofUnit: true },
    drafting: { zh: '待拟回应', duty: 'command.issue', taskZh: '舆情突发,请拟首次回应' },
    approving: { zh: '回应待批', duty: 'command.approve', taskZh: '首次回应待批准' },
    following: { zh: '跟踪中', duty: 'command.issue', taskZh: '舆情突发跟踪' },
    closed: { zh: '已复盘', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '启动应急',
    from: 'new',
    to: 'checking',
    by: 'command.issue',
    form,
    look: ({ tx, input, subject }) => itemOf(tx, input.item, subject.id),
    check: ({ found }) =>
      first(
        why(!found, '没有这件舆情'),
        notYet(['merged', 'ignored'].includes(found?.status ?? ''), '该舆情已并入或与本局无关'),
        notYet(Boolean(found?.open), `该舆情已启动应急${found?.open ?? ''}`),
      ),
    effects: ({ input, found, now, parameter }) => ({
      set: {
        name: found?.title ?? '',
        itemNumber: found?.number ?? '',
        follows: [],
        missedFollows: 0,
        backs: 0,
        unitId: input.unit,
      },
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `舆情突发${levels[input.level]}:请立即核查 ${found?.title ?? ''}`.slice(0, 120) }],
      clocks: [
        { clock: 'reply', do: 'start', dueAt: later(now, parameter(firstName(input.level))) },
        ...(isGrave(input.level)
          ? [{ clock: 'state', do: 'start', dueAt: later(now, parameter('command.sudden-state')) } as const]
          : []),
      ],
    }),
  }),
  verify: action({
    zh: '报核查结果',
    from: 'checking',
    to: 'drafting',
    by: 'command.carry',
    tone: 'primary',
    form: {
      isTrue: choice('是否属实', { yes: '属实', part: '部分属实', no: '不实' }),
      facts: longText('事实', { maxLength: 1000 }),
      photos: photos(1, '现场照片'),
    },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject }) => notYet(found !== subject.unit, '由核查单位报送'),
    effects: ({ input, subject, now }) => ({
      set: { isTrue: input.isTrue, facts: input.facts, verifiedMinutes: minutesBetween(subject.createdAt, now) },
    }),
  }),
  draft: action({
    zh: '拟首次回应',
    from: 'drafting',
    to: 'approving',
    by: 'command.issue',
    tone: 'primary',
    form: { reply: longText('首次回应', { maxLength: 1000 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  approve: action({
    zh: '审批回应',
    from: 'approving',
    to: ({ input }) => (input.isOk === 'yes' ? 'following' : 'drafting'),
    by: 'command.approve',
    tone: 'primary',
    form: { isOk: choice('意见', { yes: '同意发出', no: '退回' }), said: text('说明', { maxLength: 200 }).optional() },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'draft' && p.actorId === actor.id),
        '拟稿人不能批准自己的稿',
      ),
    check: ({ input }) => why(input.isOk === 'no' && !input.said, '退回须说明'),
    effects: ({ input, subject, now, parameter }) => {
      if (input.isOk === 'no') return { set: { backs: subject.backs + 1 } }
      const used = minutesBetween(subject.createdAt, now)
      return {
        set: {
          repliedAt: now.toISOString(),
          replyMinutes: used,
          isLate: used > parameter(firstName(subject.level)) ? 'yes' : 'no',
        },
        clocks: [{ clock: 'reply', do: 'stop' }],
        timers: [
          { name: 'follow24', at: later(now, 24 * 60), action: 'miss' },
          { name: 'follow48', at: later(now, 48 * 60), action: 'miss' },
        ],
      }
    },
  }),
  state: action({
    zh: '权威发布',
    from: 'following',
    to: 'same',
    by: 'command.approve',
    form: { statement: longText('发布内容', { maxLength: 2000 }) },
    guard: ({ subject }) => notYet(Boolean(subject.statement), '已经发布'),
    effects: ({ input, subject, now }) => ({
      set: { ...input, statedAt: now.toISOString() },
      clocks: isGrave(subject.level) ? [{ clock: 'state', do: 'stop' }] : [],
    }),
  }),
  follow: action({
    zh: '登记跟踪',
    from: 'following',
    to: 'same',
    by: 'command.issue',
    tone: 'primary',
    form: {
      mentions: integer('新增信息', { unit: '条', min: 0 }),
      trend: followLine.trend,
      said: text('情况', { maxLength: 200 }),
    },
    check: ({ subject }) => notYet(!subject.repliedAt, '还没有首次回应'),
    effects: ({ input, subject, now }) => {
      const hours = Math.round(minutesBetween(subject.repliedAt ?? now, now) / 60)
      return {
        set: { follows: [...subject.follows, { at: clockText(now), hours, ...input }] },
        timers: [{ name: hours <= 24 ? 'follow24' : 'follow48', at: null, action: 'miss' }],
      }
    },
  }),
  miss: action({
    zh: '漏跟踪',
    from: 'following',
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({ set: { missedFollows: subject.missedFollows + 1 } }),
  }),
  raise: action({
    zh: '提升等级',
    from: ['checking', 'drafting', 'approving', 'following'],
    to: 'same',
    by: 'command.issue',
    form: { level: choice('响应等级', levels), why: text('理由', { maxLength: 200 }) },
    check: ({ input, subject }) => why(rankOf(levels, input.level) >= rankOf(levels, subject.level), '只能提升'),
    effects: ({ input, subject, parameter }) => ({
      set: input,
      clocks: [
        ...(subject.repliedAt
          ? []
          : [{ clock: 'reply', do: 'start', dueAt: later(subject.createdAt, parameter(firstName(input.level))) } as const]),
        ...(isGrave(input.level) && !isGrave(subject.level)
          ? [{ clock: 'state', do: 'start', dueAt: later(subject.createdAt, parameter('command.sudden-state')) } as const]
          : []),
      ],
    }),
  }),
  close: action({
    zh: '复盘办结',
    from: 'following',
    to: 'closed',
    by: 'command.issue',
    form: { review: longText('复盘', { maxLength: 1000 }), lessons: rows('教训', lesson) },
    check: ({ subject, input, now }) => {
      const last = subject.follows.at(-1)
      return first(
        notYet(isGrave(subject.level) && !subject.statement, 'Ⅰ、Ⅱ级须先权威发布'),
        notYet(!last || last.hours < 48, '48小时跟踪没有登记'),
        notYet(last?.trend === 'up', '舆情仍在上升,继续跟踪'),
        why((subject.isLate === 'yes' || subject.missedFollows > 0) && input.lessons.length === 0, '回应超时或漏跟踪的须写教训'),
        why(
          input.lessons.some((l) => l.dueOn < dayText(now)),
          '改进期限不能早于今天',
        ),
      )
    },
    effects: ({ input, subject }) => ({
      set: { review: input.review },
      spawn: input.lessons.map((l) => ({
        procedure: 'command.improvement',
        input: { sourceType: 'command.sudden', sourceId: subject.id, sourceName: subject.name.slice(0, 120), ...l },
      })),
      facts: [say(ended, { sourceType: 'command.sudden', sourceId: subject.id })],
    }),
  }),
}))
