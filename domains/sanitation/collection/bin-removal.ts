/** 撤桶: one campaign a road; it is finished when no bin stands there any more, and then its complaints are watched for a month. */
import {
  addDays,
  choice,
  code,
  date,
  dayText,
  endOf,
  first,
  integer,
  longText,
  many,
  one,
  photos,
  procedure,
  ref,
  repeated,
  rows,
  say,
  text,
} from '#kernel'
import { binsRemoved } from '../facts.ts'
import { notYet, why } from '../shared.ts'

const line = {
  code: code('桶号', 'sanitation.street-bin.code', { maxLength: 30 }),
  how: choice('处置', { removed: '撤除', moved: '移放' }),
  newPlace: text('移放位置', { maxLength: 120 }).optional(),
} as const
const form = {
  road: ref('道路', 'grid.road'),
  dueOn: date('完成期限'),
  replacement: longText('替代方式', { maxLength: 300 }).help('定时收集线路、上门收运、移放点位'),
} as const
const standingSql = `select count(*)::int as n from sanitation.street_bin where road = $1 and state = 'inUse' and retired_at is null`
const complaintSql = `select count(*)::int as n from sanitation.complaint where kind = 'binRemoved' and road = $1 and (created_at at time zone 'Asia/Shanghai')::date between $2::date and $3::date`
export const binRemoval = procedure('sanitation.bin-removal', {
  zh: '临街撤桶(垃圾不落地)',
  menu: '垃圾收运',
  title: 'name',
  numbering: { prefix: 'CT', per: 'year', digits: 4 },
  help: '逐条道路撤桶;路上没有在用垃圾桶才算完成,完成后回访投诉一个月。',
  fields: {
    ...form,
    name: text('道路', { maxLength: 80 }).searchable(),
    bins: integer('应撤', { unit: '个' }),
    removed: integer('已撤', { unit: '个' }),
    photos: photos(0).optional(),
    finishedOn: date('完成日期').optional(),
    watchTo: date('回访至').optional(),
    complaints: integer('撤桶后投诉', { unit: '件' }).optional(),
    opinion: longText('回访意见', { maxLength: 300 }).optional(),
  },
  clocks: { remove: { zh: '撤桶', limit: { value: 30, unit: 'natural_day' }, basis: '启动时定的完成期限' } },
  statuses: {
    removing: { zh: '撤桶中', duty: 'sanitation.work', taskZh: '临街垃圾桶待撤除' },
    watching: { zh: '回访观察' },
    reviewing: { zh: '待回访结论', duty: 'sanitation.dispatch', taskZh: '撤桶回访待结论' },
    done: { zh: '已完成', kind: 'final' },
  },
}).actions((action) => ({
  start: action({
    zh: '启动撤桶',
    from: 'new',
    to: 'removing',
    by: 'sanitation.dispatch',
    form,
    look: async ({ tx, input }) => ({
      road: await one<{ name: string }>(tx, 'select name from grid.road where id = $1 and retired_at is null', [input.road]),
      bins: (await one<{ n: number }>(tx, standingSql, [input.road]))?.n ?? 0,
      open: await one<{ number: string }>(
        tx,
        `select number from sanitation.bin_removal where road = $1 and status = 'removing'`,
        [input.road],
      ),
    }),
    check: ({ input, found, now }) =>
      first(
        why(!found.road, '没有这条道路'),
        why(found.bins === 0, '该路没有在用的临街垃圾桶'),
        why(Boolean(found.open), `该路已在撤桶${found.open?.number ?? ''}`),
        why(input.dueOn < dayText(now), '期限不能早于今天'),
      ),
    effects: ({ input, found }) => ({
      set: { name: found.road?.name ?? '', bins: found.bins, removed: 0 },
      clocks: [{ clock: 'remove', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  remove: action({
    zh: '登记撤桶',
    from: 'removing',
    to: 'same',
    by: 'sanitation.work',
    tone: 'primary',
    form: { lines: rows('垃圾桶', line), photos: photos(1) },
    look: async ({ tx, input, subject }) =>
      (
        await many<{ code: string }>(
          tx,
          `select code from sanitation.street_bin where road = $1 and state = 'inUse' and code = any($2) and retired_at is null`,
          [subject.road, input.lines.map((l) => l.code)],
        )
      ).map((r) => r.code),
    check: ({ input, found }) =>
      first(
        why(input.lines.length === 0, '请逐个填写桶号'),
        why(Boolean(repeated(input.lines.map((l) => l.code))), `桶号重复:${repeated(input.lines.map((l) => l.code)) ?? ''}`),
        why(
          input.lines.some((l) => !found.includes(l.code)),
          `不是该路在用的桶:${input.lines
            .filter((l) => !found.includes(l.code))
            .map((l) => l.code)
            .join('、')}`,
        ),
        why(
          input.lines.some((l) => l.how === 'moved' && !l.newPlace),
          '移放的须填写新位置',
        ),
      ),
    effects: ({ input, subject, now }) => ({
      set: { removed: subject.removed + input.lines.length, photos: input.photos },
      facts: [say(binsRemoved, { bins: input.lines.map((l) => ({ ...l })), on: dayText(now), number: subject.number })],
    }),
  }),
  finish: action({
    zh: '道路撤桶完成',
    from: 'removing',
    to: 'watching',
    by: 'sanitation.dispatch',
    tone: 'primary',
    look: ({ tx, subject }) => one<{ n: number }>(tx, standingSql, [subject.road]),
    check: ({ found }) => notYet((found?.n ?? 0) > 0, `路上还有${found?.n}个在用的垃圾桶`),
    effects: ({ now, parameter }) => {
      const finishedOn = dayText(now)
      const watchTo = addDays(finishedOn, parameter('sanitation.removal-watch'))
      return {
        set: { finishedOn, watchTo },
        clocks: [{ clock: 'remove', do: 'stop' }],
        timers: [{ name: 'watch', at: endOf(watchTo), action: 'endWatch' }],
      }
    },
  }),
  endWatch: action({
    zh: '观察期满',
    from: 'watching',
    by: 'system',
    look: ({ tx, subject }) => one<{ n: number }>(tx, complaintSql, [subject.road, subject.finishedOn, subject.watchTo]),
    to: ({ found }) => ((found?.n ?? 0) > 0 ? 'reviewing' : 'done'),
    effects: ({ found }) => ({ set: { complaints: found?.n ?? 0 } }),
  }),
  review: action({
    zh: '回访结论',
    from: 'reviewing',
    to: 'done',
    by: 'sanitation.dispatch',
    tone: 'primary',
    form: { opinion: longText('回访意见与调整', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
