/** 任务分解、落实到人: a tree under a task — sub-task, person, day. The list is the office's; a person reaches only his own, through “我的任务”. */
import { date, dayText, endOf, first, many, number, one, person, procedure, ref, text } from '#kernel'
import { notYet, unitOfPerson, why } from '../shared.ts'

const form = {
  matter: ref('上级事项', 'affairs.matter'),
  parent: ref('上级任务', 'affairs.step').optional().help('在某一任务之下再分解时填'),
  name: text('任务', { maxLength: 200 }),
  person: person('责任人'),
  dueOn: date('期限'),
} as const
interface Above {
  readonly unit: string
  readonly dueOn: string
  readonly isOpen: boolean
}
export const step = procedure('affairs.step', {
  zh: '分解任务',
  menu: '督办与重点工作',
  title: 'name',
  listed: ['person', 'dueOn', 'percent', 'matter', 'parent'],
  numbering: { prefix: 'FJ', per: 'year', digits: 5 },
  help: '事项分解到人到日;下级任务期限不晚于上级,下级未完成上级不能完成。责任人只在“我的任务”看到自己的任务与其下级。',
  fields: {
    ...form,
    name: form.name.searchable(),
    percent: number('进度', { unit: '%' }),
    said: text('进展', { maxLength: 300 }).optional(),
    doneOn: date('完成日期').optional(),
  },
  clocks: { finish: { zh: '完成', limit: { value: 1, unit: 'natural_day' } } },
  statuses: {
    open: { zh: '进行中' },
    late: { zh: '已逾期' },
    done: { zh: '已完成', kind: 'final' },
    dropped: { zh: '已取消', kind: 'final' },
  },
}).actions((action) => ({
  divide: action({
    zh: '分解',
    from: 'new',
    to: 'open',
    by: 'affairs.carry',
    form,
    look: async ({ tx, input, actor }) => ({
      own: await unitOfPerson(tx, actor.id),
      matter: await one<Above>(
        tx,
        'select unit, due_on::text as "dueOn", closed_at is null as "isOpen" from affairs.matter where id = $1',
        [input.matter],
      ),
      parent: input.parent
        ? await one<Omit<Above, 'unit'> & { readonly matter: string; readonly person: string }>(
            tx,
            'select matter, person, due_on::text as "dueOn", closed_at is null as "isOpen" from affairs.step where id = $1',
            [input.parent],
          )
        : undefined,
      person: await one<{ name: string }>(tx, 'select name from kernel.person where id = $1 and not is_disabled', [input.person]),
    }),
    check: ({ input, found, actor, now }) => {
      const { matter, parent } = found
      const isOver = parent?.person === actor.id
      return first(
        why(!matter?.isOpen, '没有这个在办事项'),
        why(!found.person, '没有这个责任人'),
        why(Boolean(input.parent) && (!parent?.isOpen || parent.matter !== input.matter), '上级任务不在这个事项之下或已结束'),
        notYet(matter !== undefined && found.own !== matter.unit && !isOver, '由责任单位或上级任务的责任人分解'),
        why(input.dueOn < dayText(now), '期限不能早于今天'),
        why(input.dueOn > (parent?.dueOn ?? matter?.dueOn ?? ''), `期限不能晚于上级的${parent?.dueOn ?? matter?.dueOn ?? ''}`),
      )
    },
    effects: ({ input, found }) => ({
      set: { percent: 0, unitId: found.matter?.unit ?? null, areaCode: null },
      clocks: [{ clock: 'finish', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'late', at: endOf(input.dueOn), action: 'lapse' }],
      notify: [{ personId: input.person, zh: `分解任务:${input.name},${input.dueOn}前完成(见“我的任务”)`.slice(0, 120) }],
    }),
  }),
  lapse: action({
    zh: '逾期',
    from: 'open',
    to: 'late',
    by: 'system',
    effects: ({ subject }) => ({ notify: [{ personId: subject.person, zh: `任务逾期:${subject.name}`.slice(0, 120) }] }),
  }),
  tell: action({
    zh: '报进展',
    from: ['open', 'late'],
    look: ({ tx, subject }) =>
      many<{ number: string }>(tx, 'select number from affairs.step where parent = $1 and closed_at is null order by number', [
        subject.id,
      ]),
    to: ({ input, subject }) => (input.percent === 100 ? 'done' : subject.status),
    by: 'affairs.carry',
    tone: 'primary',
    form: { percent: number('进度', { unit: '%', min: 0, max: 100 }), said: text('进展', { maxLength: 300 }) },
    guard: ({ actor, subject }) => notYet(actor.id !== subject.person, '由责任人本人报进展'),
    check: ({ input, subject, found }) =>
      first(
        why(input.percent < subject.percent, '进度不能倒退'),
        notYet(input.percent === 100 && found.length > 0, `下级任务未完成:${found.map((f) => f.number).join('、')}`),
      ),
    effects: ({ input, now }) =>
      input.percent === 100
        ? {
            set: { ...input, doneOn: dayText(now) },
            clocks: [{ clock: 'finish', do: 'stop' }],
            timers: [{ name: 'late', at: null, action: 'lapse' }],
          }
        : { set: input },
  }),
  drop: action({
    zh: '取消',
    from: ['open', 'late'],
    to: 'dropped',
    by: 'affairs.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({
      clocks: [{ clock: 'finish', do: 'cancel' }],
      timers: [{ name: 'late', at: null, action: 'lapse' }],
    }),
  }),
}))
