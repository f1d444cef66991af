/** 焚烧线建设: each new line of a plant from the plan through its works to the day it is lit (点火) and runs. */
import { choice, date, dayText, endOf, first, number, photos, procedure, ref, text } from '#kernel'
import { notYet, why } from './shared.ts'

const form = {
  plant: ref('焚烧厂', 'sorting.plant'),
  name: text('炉号', { maxLength: 20 }).help('如 1#炉'),
  designT: number('设计能力', { unit: '吨/日', min: 1 }),
  igniteDueOn: date('计划点火日期'),
} as const
export const line = procedure('disposal.line', {
  zh: '焚烧线建设',
  menu: '焚烧处置监管',
  title: 'name',
  numbering: { prefix: 'LX', per: 'year', digits: 3 },
  help: '规划 → 开工 → 点火 → 投运;点火延期须写明原因,逾期的在待办里标出。',
  leadingClock: 'ignite',
  uniqueTogether: [['plant', 'name']],
  listed: ['plant', 'designT', 'igniteDueOn', 'ignitedOn', 'isLate', 'runOn'],
  fields: {
    ...form,
    name: form.name.searchable(),
    startedOn: date('开工日期').optional(),
    ignitedOn: date('点火日期').optional(),
    isLate: choice('点火是否逾期', { yes: '逾期', no: '按期' }).optional(),
    ignitePhotos: photos(0, '点火照片').optional(),
    runOn: date('投运日期').optional(),
    reason: text('延期(取消)原因', { maxLength: 300 }).optional(),
  },
  clocks: { ignite: { zh: '点火', limit: { value: 1, unit: 'natural_day' }, basis: '项目计划点火日期' } },
  statuses: {
    planned: { zh: '规划', duty: 'disposal.manage', taskZh: '焚烧线待开工' },
    building: { zh: '建设中', duty: 'disposal.manage', taskZh: '焚烧线待点火' },
    ignited: { zh: '已点火', duty: 'disposal.manage', taskZh: '焚烧线点火后待投运' },
    running: { zh: '已投运', kind: 'final' },
    dropped: { zh: '取消', kind: 'final' },
  },
}).actions((action) => ({
  plan: action({
    zh: '列入规划',
    from: 'new',
    to: 'planned',
    by: 'disposal.manage',
    form,
    check: ({ input, now }) => why(input.igniteDueOn <= dayText(now), '计划点火日期应晚于今天'),
    effects: ({ input }) => ({ clocks: [{ clock: 'ignite', do: 'start', dueAt: endOf(input.igniteDueOn) }] }),
  }),
  start: action({
    zh: '开工',
    from: 'planned',
    to: 'building',
    by: 'disposal.manage',
    tone: 'primary',
    form: { startedOn: date('开工日期') },
    check: ({ input, now }) => why(input.startedOn > dayText(now), '日期不能晚于今天'),
    effects: ({ input }) => ({ set: input }),
  }),
  postpone: action({
    zh: '点火延期',
    from: ['planned', 'building'],
    to: 'same',
    by: 'disposal.manage',
    form: { igniteDueOn: date('新的计划点火日期'), reason: text('延期原因', { maxLength: 300 }) },
    check: ({ input, subject }) => why(input.igniteDueOn <= subject.igniteDueOn, '新的日期应晚于原计划'),
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'ignite', do: 'start', dueAt: endOf(input.igniteDueOn) }] }),
  }),
  ignite: action({
    zh: '点火',
    from: 'building',
    to: 'ignited',
    by: 'disposal.manage',
    tone: 'primary',
    form: { ignitedOn: date('点火日期'), ignitePhotos: photos(1, '点火照片') },
    check: ({ input, subject, now }) =>
      first(
        why(input.ignitedOn > dayText(now), '日期不能晚于今天'),
        why(input.ignitedOn < (subject.startedOn ?? ''), '点火不能早于开工'),
      ),
    effects: ({ input, subject }) => ({
      set: { ...input, isLate: input.ignitedOn > subject.igniteDueOn ? 'yes' : 'no' },
      clocks: [{ clock: 'ignite', do: 'stop' }],
    }),
  }),
  run: action({
    zh: '投运',
    from: 'ignited',
    to: 'running',
    by: 'disposal.approve',
    tone: 'primary',
    form: { runOn: date('投运日期') },
    check: ({ input, subject, now }) =>
      first(
        why(input.runOn > dayText(now), '日期不能晚于今天'),
        notYet(input.runOn < (subject.ignitedOn ?? ''), '投运不能早于点火'),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  drop: action({
    zh: '取消',
    from: ['planned', 'building'],
    to: 'dropped',
    by: 'disposal.approve',
    tone: 'danger',
    form: { reason: text('取消原因', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'ignite', do: 'cancel' }] }),
  }),
}))
