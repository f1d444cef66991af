/** 绿化巡查案卷: what a patrol finds between assessments; a paper of its own, counted apart from 考评案卷. */
import { area, choice, instant, integer, longText, photos, procedure, text } from '#kernel'

export const greenFaults = {
  bare: '黄土裸露',
  dead: '死株缺株',
  pest: '病虫害',
  litter: '绿地不洁',
  damage: '设施损坏',
  occupied: '占绿毁绿',
} as const
const form = {
  place: text('绿地', { maxLength: 100 }),
  street: area('街道(镇)'),
  fault: choice('问题', greenFaults),
  note: text('情况', { maxLength: 300 }),
  fixDays: integer('整改期限(工作日)', { min: 1, max: 30 }),
  photos: photos(1, '现场照片'),
} as const
export const patrolFile = procedure('evaluation.patrol-file', {
  zh: '绿化巡查案卷',
  menu: '检查考评',
  numbering: { prefix: 'XC', per: 'year', digits: 6 },
  title: 'place',
  leadingClock: 'fix',
  mirror: { fix: { dueAt: 'fixDueAt', stoppedAt: 'fixedAt' } },
  help: '日常巡查发现,不扣考评分;与抽样考评的考评案卷分开编号、分开计数',
  fields: {
    ...form,
    place: form.place.searchable(),
    fixNote: longText('整改情况', { maxLength: 1000 }).optional(),
    fixPhotos: photos(0, '整改照片').optional(),
    fixDueAt: instant('整改期限').optional(),
    fixedAt: instant('整改时间').optional(),
  },
  clocks: { fix: { zh: '整改', byDay: 'carried' } },
  statuses: {
    open: { zh: '待整改', duty: 'evaluation.street', taskZh: '绿化巡查案卷待整改' },
    fixed: { zh: '待核查', duty: 'evaluation.manage', taskZh: '绿化巡查案卷待核查' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  open: action({
    zh: '巡查立卷',
    from: 'new',
    to: 'open',
    by: 'evaluation.inspect',
    form,
    effects: ({ input }) => ({
      set: { areaCode: input.street },
      clocks: [{ clock: 'fix', do: 'start', limit: { value: input.fixDays, unit: 'work_day' } }],
    }),
  }),
  fix: action({
    zh: '整改完成',
    from: 'open',
    to: 'fixed',
    by: 'evaluation.street',
    tone: 'primary',
    form: { fixNote: longText('整改情况', { maxLength: 1000 }), fixPhotos: photos(1, '整改照片') },
    effects: ({ input }) => ({ set: input, clocks: [{ clock: 'fix', do: 'stop' }] }),
  }),
  close: action({ zh: '核查办结', from: 'fixed', to: 'closed', by: 'evaluation.manage', tone: 'primary', isBulk: true }),
  redo: action({
    zh: '未改好,退回',
    from: 'fixed',
    to: 'open',
    by: 'evaluation.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ subject }) => ({
      clocks: [{ clock: 'fix', do: 'start', limit: { value: subject.fixDays, unit: 'work_day' } }],
    }),
  }),
}))
