/** 城管委决议任务: what was decided, carried out by a unit until the office has verified it; overdue ones open the next meeting. */
import {
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  instant,
  integer,
  longText,
  type many,
  one,
  procedure,
  ref,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { matterMoved } from '../facts.ts'
import { notYet, unitOfPerson, why } from '../shared.ts'
import { matterKinds } from './matter.ts'

const form = {
  matter: ref('事项', 'command.matter'),
  matterTitle: text('事项', { maxLength: 100 }),
  kind: choice('类型', matterKinds),
  what: text('决议任务', { maxLength: 500 }),
  unit: unit('责任单位'),
  dueOn: date('期限'),
} as const
const progressLine = {
  on: text('日期', { maxLength: 10 }),
  percent: integer('进度', { unit: '%' }),
  said: text('情况', { maxLength: 200 }),
} as const
const openSql = 'select count(*)::int as n from command.resolution where matter = $1 and closed_at is null'
/** @returns how many tasks of a matter are still open. */
export const openResolutions = async (tx: Parameters<typeof many>[0], matterId: string): Promise<number> =>
  (await one<{ n: number }>(tx, openSql, [matterId]))?.n ?? 0
export const resolution = procedure('command.resolution', {
  zh: '城管委决议任务',
  menu: '城管委',
  title: 'what',
  numbering: { prefix: 'JY', per: 'year', digits: 4 },
  help: '责任单位报进度、报完成,城管委办核实销号;逾期自动列出,下次会议开场先过逾期任务。',
  fields: {
    ...form,
    what: form.what.searchable(),
    progress: rows('进度', progressLine),
    isOverdue: choice('逾期', { yes: '是', no: '否' }),
    result: longText('完成情况', { maxLength: 500 }).optional(),
    doneOn: date('完成日期').optional(),
    extensions: integer('延期', { unit: '次' }),
    reviewedAt: instant('会上过堂').optional(),
  },
  clocks: { carry: { zh: '落实', limit: { value: 30, unit: 'natural_day' }, basis: '城管委决议' } },
  statuses: {
    open: { zh: '办理中', duty: 'command.raise', taskZh: '城管委决议待落实', ofUnit: true },
    done: { zh: '待核实', duty: 'command.secretary', taskZh: '决议任务待核实' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  decide: action({
    zh: '下达',
    from: 'new',
    to: 'open',
    by: 'system',
    form,
    check: ({ input, now }) => why(input.dueOn < dayText(now), '期限不能早于今天'),
    effects: ({ input }) => ({
      set: { progress: [], isOverdue: 'no', extensions: 0, unitId: input.unit },
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `城管委决议:${input.what}`.slice(0, 120) }],
      clocks: [{ clock: 'carry', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  pass: action({
    zh: '逾期',
    from: 'open',
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isOverdue: 'yes' },
      notify: [{ unitId: subject.unit, zh: `城管委决议已逾期:${subject.what}`.slice(0, 120) }],
    }),
  }),
  report: action({
    zh: '报进度',
    from: 'open',
    to: 'same',
    by: 'command.raise',
    form: { percent: integer('进度', { unit: '%', min: 0, max: 99 }), said: text('情况', { maxLength: 200 }) },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject, input }) =>
      first(
        notYet(found !== subject.unit, '不是本单位的任务'),
        why(input.percent < (subject.progress.at(-1)?.percent ?? 0), '进度不能倒退'),
      ),
    effects: ({ input, subject, now }) => ({ set: { progress: [...subject.progress, { on: dayText(now), ...input }] } }),
  }),
  finish: action({
    zh: '报完成',
    from: 'open',
    to: 'done',
    by: 'command.raise',
    tone: 'primary',
    form: { result: longText('完成情况', { maxLength: 500 }), proof: files(1, '佐证材料') },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ({ found, subject }) => notYet(found !== subject.unit, '不是本单位的任务'),
    effects: ({ input, now }) => ({ set: { result: input.result, doneOn: dayText(now) } }),
  }),
  sign: action({
    zh: '核实',
    from: 'done',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'open'),
    by: 'command.secretary',
    tone: 'primary',
    form: {
      isOk: choice('结果', { yes: '销号', no: '退回' }),
      reason: text('退回理由', { maxLength: 200 }).optional().help('退回时必填'),
    },
    check: ({ input }) => why(input.isOk === 'no' && !input.reason, '退回须写明理由'),
    // The day may have passed while it waited to be verified: then nobody has told it yet.
    effects: ({ input, subject, now }) =>
      input.isOk === 'yes'
        ? {
            clocks: [{ clock: 'carry', do: 'stop' }],
            timers: [{ name: 'due', at: null, action: 'pass' }],
            facts: [say(matterMoved, { matter: subject.matter })],
          }
        : {
            assign: { unitId: subject.unit },
            set: {
              doneOn: null,
              isOverdue: endOf(subject.dueOn) <= now ? 'yes' : subject.isOverdue,
              progress: [
                ...subject.progress,
                {
                  on: dayText(now),
                  percent: subject.progress.at(-1)?.percent ?? 0,
                  said: `核实退回:${input.reason ?? ''}`.slice(0, 200),
                },
              ],
            },
            notify: [{ unitId: subject.unit, zh: `决议任务退回:${subject.what}(${input.reason ?? ''})`.slice(0, 120) }],
          },
  }),
  extend: action({
    zh: '批准延期',
    from: 'open',
    to: 'same',
    by: 'command.approve',
    form: { dueOn: date('新期限'), reason: text('理由', { maxLength: 200 }) },
    check: ({ input, subject }) => why(input.dueOn <= subject.dueOn, '新期限应晚于原期限'),
    effects: ({ input, subject }) => ({
      set: { dueOn: input.dueOn, isOverdue: 'no', extensions: subject.extensions + 1 },
      clocks: [{ clock: 'carry', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  review: action({
    zh: '会上过堂',
    from: ['open', 'done'],
    to: 'same',
    by: 'system',
    form: { said: text('说明', { maxLength: 200 }) },
    effects: ({ subject, input, now }) => ({
      set: {
        reviewedAt: now.toISOString(),
        progress: [
          ...subject.progress,
          { on: dayText(now), percent: subject.progress.at(-1)?.percent ?? 0, said: `会上说明:${input.said}`.slice(0, 200) },
        ],
      },
    }),
  }),
}))
