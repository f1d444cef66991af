/** ONE task for a unit: sent by a warning, a weather response, an event or a drill; received, told of by the hour, finished or stood down. And what must be mended after. */
import {
  choice,
  date,
  dayText,
  endOf,
  first,
  instant,
  integer,
  longText,
  one,
  photos,
  procedure,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { improved, taskMoved } from './facts.ts'
import { later, minutesBetween, notYet, unitOfPerson, why } from './shared.ts'

const kinds = { warning: '预警签收', weather: '天气响应', emergency: '应急处置', drill: '演练', order: '联合处置' } as const
const form = {
  kind: choice('类别', kinds),
  sourceType: text('来源类别', { maxLength: 40 }),
  sourceId: text('来源', { maxLength: 40 }),
  sourceName: text('事由', { maxLength: 120 }),
  unit: unit('责任单位'),
  what: text('任务', { maxLength: 200 }),
  minutes: integer('完成时限', { unit: '分钟', min: 1 }),
  everyMinutes: integer('报进度间隔', { unit: '分钟', min: 1 }).optional(),
} as const
const line = {
  at: text('时间', { maxLength: 20 }),
  percent: integer('进度', { unit: '%' }),
  said: text('情况', { maxLength: 200 }),
} as const
interface Told {
  readonly sourceType: string
  readonly sourceId: string
  readonly what: string
}
const told = ({ sourceType, sourceId, what }: Told, said: string) =>
  say(taskMoved, { sourceType, sourceId, said: `${said}:${what}`.slice(0, 200) })
const ownUnit = ({ subject, found }: { readonly subject: { readonly unit: string }; readonly found: string | null }) =>
  notYet(found !== subject.unit, '不是本单位的任务')
export const task = procedure('command.task', {
  zh: '应急任务',
  menu: '应急指挥',
  title: 'what',
  numbering: { prefix: 'YR', per: 'day', digits: 4 },
  help: '单位签收有时限,逾时未签收的升级到指挥中心;要求报进度的按间隔报,漏报记次;来源解除时未完成的一并终止。',
  fields: {
    ...form,
    what: form.what.searchable(),
    sourceName: form.sourceName.searchable(),
    sentAt: instant('下达'),
    receivedAt: instant('签收').optional(),
    receiptMinutes: integer('签收用时', { unit: '分钟' }).optional(),
    isMissed: choice('逾时未签收', { yes: '是', no: '否' }),
    progress: rows('进度', line),
    missedReports: integer('漏报进度', { unit: '次' }),
    doneAt: instant('完成').optional(),
    usedMinutes: integer('完成用时', { unit: '分钟' }).optional(),
    isLate: choice('超时完成', { yes: '是', no: '否' }).optional(),
    result: longText('结果', { maxLength: 300 }).optional(),
  },
  clocks: {
    receive: { zh: '签收', limit: { value: 1, unit: 'natural_day' }, basis: '本局应急值守与处置管理办法(示例)' },
    finish: { zh: '完成', limit: { value: 1, unit: 'natural_day' }, basis: '应急预案' },
  },
  statuses: {
    sent: { zh: '待签收', duty: 'command.carry', taskZh: '应急指令待签收', ofUnit: true },
    missed: { zh: '逾时未签收', duty: 'command.issue', taskZh: '应急指令逾时未签收,请催办' },
    doing: { zh: '进行中', duty: 'command.carry', taskZh: '应急任务进行中', ofUnit: true },
    done: { zh: '已完成', kind: 'final' },
    stopped: { zh: '已解除', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '下达',
    from: 'new',
    to: 'sent',
    by: 'system',
    form,
    look: ({ tx, input }) =>
      one<{ area: string | null; name: string }>(tx, 'select area_code as area, name from kernel.unit where id = $1', [
        input.unit,
      ]),
    check: ({ found }) => why(!found, '没有这个单位'),
    effects: ({ input, now, found, parameter }) => {
      const receiveBy = later(now, parameter('command.receipt-minutes'))
      return {
        set: {
          sentAt: now.toISOString(),
          isMissed: 'no',
          progress: [],
          missedReports: 0,
          unitId: input.unit,
          areaCode: found?.area ?? null,
        },
        assign: { unitId: input.unit },
        notify: [{ unitId: input.unit, zh: `${input.sourceName}:${input.what}`.slice(0, 120) }],
        clocks: [
          { clock: 'receive', do: 'start', dueAt: receiveBy },
          { clock: 'finish', do: 'start', dueAt: later(now, input.minutes) },
        ],
        timers: [{ name: 'receive', at: receiveBy, action: 'miss' }],
      }
    },
  }),
  miss: action({
    zh: '逾时未签收',
    from: 'sent',
    to: 'missed',
    by: 'system',
    effects: ({ subject }) => ({ set: { isMissed: 'yes' }, facts: [told(subject, '逾时未签收')] }),
  }),
  receive: action({
    zh: '签收',
    from: ['sent', 'missed'],
    to: 'doing',
    by: 'command.carry',
    tone: 'primary',
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ownUnit,
    effects: ({ subject, now, actor }) => ({
      set: { receivedAt: now.toISOString(), receiptMinutes: minutesBetween(subject.sentAt, now) },
      assign: { unitId: subject.unit },
      clocks: [{ clock: 'receive', do: 'stop' }],
      timers: [
        { name: 'receive', at: null, action: 'miss' },
        ...(subject.everyMinutes ? [{ name: 'nag', at: later(now, subject.everyMinutes), action: 'nag' } as const] : []),
      ],
      facts: [told(subject, `${actor.name}签收`)],
    }),
  }),
  report: action({
    zh: '报进度',
    from: 'doing',
    to: 'same',
    by: 'command.carry',
    form: {
      percent: integer('进度', { unit: '%', min: 0, max: 99 }),
      said: text('情况(水泵、融雪剂、低洼路段等)', { maxLength: 200 }),
    },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ subject, found, input }) =>
      first(ownUnit({ subject, found }), why(input.percent < (subject.progress.at(-1)?.percent ?? 0), '进度不能倒退')),
    effects: ({ subject, input, now }) => ({
      set: { progress: [...subject.progress, { at: now.toISOString().slice(0, 16), percent: input.percent, said: input.said }] },
      timers: subject.everyMinutes ? [{ name: 'nag', at: later(now, subject.everyMinutes), action: 'nag' }] : [],
    }),
  }),
  nag: action({
    zh: '漏报进度',
    from: 'doing',
    to: 'same',
    by: 'system',
    effects: ({ subject, now }) => ({
      set: { missedReports: subject.missedReports + 1 },
      notify: [{ unitId: subject.unit, zh: `请报进度:${subject.what}`.slice(0, 120) }],
      timers: [{ name: 'nag', at: later(now, subject.everyMinutes ?? 60), action: 'nag' }],
    }),
  }),
  finish: action({
    zh: '完成',
    from: 'doing',
    to: 'done',
    by: 'command.carry',
    tone: 'primary',
    form: { result: longText('采取的措施与结果', { maxLength: 300 }), photos: photos(0, '现场照片').optional() },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ownUnit,
    effects: ({ subject, input, now }) => {
      const usedMinutes = minutesBetween(subject.sentAt, now)
      return {
        set: {
          result: input.result,
          doneAt: now.toISOString(),
          usedMinutes,
          isLate: usedMinutes > subject.minutes ? 'yes' : 'no',
        },
        clocks: [{ clock: 'finish', do: 'stop' }],
        timers: [{ name: 'nag', at: null, action: 'nag' }],
        facts: [told(subject, '完成')],
      }
    },
  }),
  stop: action({
    zh: '解除',
    from: ['sent', 'missed', 'doing'],
    to: 'stopped',
    by: 'system',
    effects: () => ({
      clocks: [
        { clock: 'receive', do: 'cancel' },
        { clock: 'finish', do: 'cancel' },
      ],
      timers: [
        { name: 'nag', at: null, action: 'nag' },
        { name: 'receive', at: null, action: 'miss' },
      ],
    }),
  }),
}))

const improvementForm = {
  sourceType: text('来源类别', { maxLength: 40 }),
  sourceId: text('来源', { maxLength: 40 }),
  sourceName: text('事由', { maxLength: 120 }),
  what: text('问题', { maxLength: 200 }),
  unit: unit('整改单位'),
  dueOn: date('期限'),
} as const
export const improvement = procedure('command.improvement', {
  zh: '应急改进项',
  menu: '应急指挥',
  title: 'what',
  numbering: { prefix: 'GJ', per: 'year', digits: 4 },
  help: '事件、演练、保障检查、集结测试中发现的问题:限期整改,另一人复核销号。',
  fields: {
    ...improvementForm,
    what: improvementForm.what.searchable(),
    fix: longText('整改情况', { maxLength: 300 }).optional(),
    closedOn: date('销号日期').optional(),
  },
  clocks: { fix: { zh: '整改', limit: { value: 30, unit: 'natural_day' }, basis: '本局应急值守与处置管理办法(示例)' } },
  statuses: {
    open: { zh: '待整改', duty: 'command.carry', taskZh: '应急改进项待整改', ofUnit: true },
    fixed: { zh: '待复核', duty: 'command.check', taskZh: '应急改进项待复核' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  find: action({
    zh: '列入改进',
    from: 'new',
    to: 'open',
    by: 'system',
    form: improvementForm,
    look: ({ tx, input }) =>
      one<{ area: string | null }>(tx, 'select area_code as area from kernel.unit where id = $1', [input.unit]),
    effects: ({ input, found }) => ({
      set: { unitId: input.unit, areaCode: found?.area ?? null },
      assign: { unitId: input.unit },
      clocks: [{ clock: 'fix', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  fix: action({
    zh: '整改完成',
    from: 'open',
    to: 'fixed',
    by: 'command.carry',
    tone: 'primary',
    form: { fix: longText('整改情况', { maxLength: 300 }), photos: photos(1) },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ownUnit,
    effects: ({ input }) => ({ set: { fix: input.fix } }),
  }),
  close: action({
    zh: '复核',
    from: 'fixed',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'open'),
    by: 'command.check',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '销号', no: '不合格' }) },
    guard: ({ actor, past }) =>
      notYet(
        past.some((p) => p.action === 'fix' && p.actorId !== null && p.actorId === actor.id),
        '整改人不能复核自己的整改',
      ),
    effects: ({ input, subject, now }) =>
      input.isOk === 'yes'
        ? {
            set: { closedOn: dayText(now) },
            clocks: [{ clock: 'fix', do: 'stop' }],
            facts: [say(improved, { sourceType: subject.sourceType, sourceId: subject.sourceId })],
          }
        : { assign: { unitId: subject.unit } },
  }),
}))
