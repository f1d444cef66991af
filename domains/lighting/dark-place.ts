/** 有路无灯: a place without lamps needs money and a project, and is struck off only with a picture taken at night. */
import { date, first, instant, integer, longText, money, number, one, photos, procedure, ref, text } from '#kernel'
import { notAtNight, why } from './shared.ts'

const form = {
  place: text('道路(路段)', { maxLength: 120 }),
  lengthM: number('长度', { unit: 'm', min: 1 }),
  foundBy: text('来源', { maxLength: 80 }).help('如 12345工单、人大建议、巡查'),
  note: text('情况', { maxLength: 300 }).optional(),
} as const
export const darkPlace = procedure('lighting.dark-place', {
  zh: '有路无灯点位',
  menu: '亮化工程',
  title: 'place',
  numbering: { prefix: 'WD', per: 'year', digits: 4 },
  help: '列入清单 → 落实资金 → 列入工程 → 点亮;须夜间照片才能销号。',
  fields: {
    ...form,
    place: form.place.searchable(),
    budgetFen: money('预算').optional(),
    fundSource: text('资金来源', { maxLength: 80 }).optional(),
    project: ref('工程', 'lighting.project').optional(),
    planOn: date('计划完成').optional(),
    lamps: integer('安装路灯', { unit: '盏', min: 0 }).optional(),
    nightPhotos: photos(0, '夜间照片').optional(),
    takenAt: instant('照片拍摄时间').optional(),
    reason: longText('不予实施理由', { maxLength: 500 }).optional(),
  },
  statuses: {
    listed: { zh: '待落实资金', duty: 'lighting.manage', taskZh: '有路无灯待落实资金' },
    funded: { zh: '待列入工程', duty: 'lighting.manage', taskZh: '有路无灯待列入工程' },
    building: { zh: '建设中', duty: 'lighting.manage', taskZh: '有路无灯待销号' },
    lit: { zh: '已点亮', kind: 'final' },
    dropped: { zh: '不予实施', kind: 'final' },
  },
}).actions((action) => ({
  list: action({ zh: '列入清单', from: 'new', to: 'listed', by: 'lighting.report', form }),
  fund: action({
    zh: '落实资金',
    from: 'listed',
    to: 'funded',
    by: 'lighting.manage',
    tone: 'primary',
    form: { budgetFen: money('预算', { min: 1 }), fundSource: text('资金来源', { maxLength: 80 }) },
    effects: ({ input }) => ({ set: input }),
  }),
  start: action({
    zh: '列入工程',
    from: 'funded',
    to: 'building',
    by: 'lighting.manage',
    tone: 'primary',
    form: { project: ref('工程', 'lighting.project'), planOn: date('计划完成') },
    look: ({ tx, input }) => one<{ status: string }>(tx, 'select status from lighting.project where id = $1', [input.project]),
    check: ({ found }) => why(!found || found.status === 'done', '请选择未完工的工程'),
    effects: ({ input }) => ({ set: input }),
  }),
  light: action({
    zh: '点亮销号',
    from: 'building',
    to: 'lit',
    by: 'lighting.manage',
    tone: 'primary',
    help: '照片须夜间拍摄',
    form: {
      lamps: integer('安装路灯', { unit: '盏', min: 1 }),
      nightPhotos: photos(1, '夜间照片'),
      takenAt: instant('照片拍摄时间'),
    },
    check: ({ input, now, subject }) =>
      first(
        why(new Date(input.takenAt) > now || new Date(input.takenAt) < subject.createdAt, '照片应在列入清单之后、现在之前拍摄'),
        notAtNight(input.takenAt),
      ),
    effects: ({ input }) => ({ set: input }),
  }),
  drop: action({
    zh: '不予实施',
    from: ['listed', 'funded'],
    to: 'dropped',
    by: 'lighting.manage',
    tone: 'danger',
    form: { reason: longText('理由', { maxLength: 500 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
