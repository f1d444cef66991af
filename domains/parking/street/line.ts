/** 城区停车划线: each stretch of road surveyed, then painted; 应划尽划 = painted ÷ paintable. */
import { choice, date, dayText, first, integer, number, photos, procedure, text } from '#kernel'
import { why } from '../shared.ts'

const surveyForm = {
  road: text('道路', { maxLength: 80 }).searchable(),
  fromTo: text('起讫', { maxLength: 120 }),
  side: choice('侧', { left: '左', right: '右', both: '双侧' }),
  lengthM: number('长度', { min: 1, unit: '米' }),
} as const
const painted = {
  motorSpaces: integer('机动车位', { min: 0, unit: '个' }),
  nonmotorM: number('非机动车位', { min: 0, unit: '米' }),
  nonmotorCapacity: integer('非机动车容量', { min: 0, unit: '辆' }),
  signs: integer('标志', { min: 0, unit: '块' }),
  arrows: integer('导向箭头', { min: 0, unit: '个' }),
  ramps: integer('坡道', { min: 0, unit: '处' }),
} as const
export const segment = procedure('parking.segment', {
  zh: '停车划线路段',
  menu: '停车设施',
  numbering: { prefix: 'HX', per: 'year', digits: 4 },
  title: 'road',
  uniqueTogether: [['road', 'fromTo', 'side']],
  fields: {
    ...surveyForm,
    verdict: choice('踏勘', { yes: '可划', no: '不可划' }).optional(),
    reason: choice('不可划原因', {
      narrow: '道路过窄',
      crossing: '路口、公交站',
      fire: '消防通道',
      view: '影响视距',
      works: '施工',
      other: '其他',
    }).optional(),
    reasonNote: text('说明', { maxLength: 200 }).optional(),
    motorSpaces: integer('机动车位', { min: 0, unit: '个' }).optional(),
    nonmotorM: number('非机动车位', { min: 0, unit: '米' }).optional(),
    nonmotorCapacity: integer('非机动车容量', { min: 0, unit: '辆' }).optional(),
    signs: integer('标志', { min: 0, unit: '块' }).optional(),
    arrows: integer('导向箭头', { min: 0, unit: '个' }).optional(),
    ramps: integer('坡道', { min: 0, unit: '处' }).optional(),
    paintedOn: date('划线日期').optional(),
    acceptedOn: date('验收日期').optional(),
  },
  statuses: {
    listed: { zh: '待踏勘', duty: 'parking.manage', taskZh: '路段待踏勘' },
    paintable: { zh: '可划,待施划', duty: 'parking.manage', taskZh: '路段待施划' },
    painted: { zh: '已划,待验收', duty: 'parking.manage', taskZh: '划线待验收' },
    accepted: { zh: '已验收', kind: 'final' },
    barred: { zh: '不可划', kind: 'final' },
  },
}).actions((action) => ({
  list: action({ zh: '列入踏勘', from: 'new', to: 'listed', by: 'parking.manage', form: surveyForm }),
  survey: action({
    zh: '踏勘',
    from: 'listed',
    to: ({ input }) => (input.verdict === 'yes' ? 'paintable' : 'barred'),
    by: 'parking.manage',
    tone: 'primary',
    form: {
      verdict: choice('结论', { yes: '可划', no: '不可划' }),
      reason: choice('不可划原因', {
        narrow: '道路过窄',
        crossing: '路口、公交站',
        fire: '消防通道',
        view: '影响视距',
        works: '施工',
        other: '其他',
      }).optional(),
      reasonNote: text('说明', { maxLength: 200 }).optional(),
      scene: photos(1, '现场照片'),
    },
    check: ({ input }) =>
      first(
        why(input.verdict === 'no' && !input.reason, '不可划的须写明原因'),
        why(input.verdict === 'yes' && !!input.reason, '可划的不填原因'),
      ),
    effects: ({ input }) => ({
      set: { verdict: input.verdict, reason: input.reason ?? null, reasonNote: input.reasonNote ?? null },
    }),
  }),
  paint: action({
    zh: '登记施划',
    from: 'paintable',
    to: 'painted',
    by: 'parking.manage',
    tone: 'primary',
    form: { ...painted, paintedOn: date('划线日期'), after: photos(1, '划线后照片') },
    check: ({ input, now }) =>
      first(
        why(input.motorSpaces === 0 && input.nonmotorM === 0, '机动车位、非机动车位至少划一种'),
        why(input.paintedOn > dayText(now), '划线日期不能晚于今天'),
      ),
    effects: ({ input }) => {
      const { after: _after, ...set } = input
      return { set }
    },
  }),
  accept: action({
    zh: '验收',
    from: 'painted',
    to: 'accepted',
    by: 'parking.manage',
    tone: 'primary',
    form: { acceptedOn: date('验收日期') },
    check: ({ input, subject }) => why(input.acceptedOn < (subject.paintedOn ?? ''), '验收不能早于划线'),
    effects: ({ input }) => ({ set: input }),
  }),
  redo: action({
    zh: '验收退回',
    from: 'painted',
    to: 'paintable',
    by: 'parking.manage',
    tone: 'danger',
    form: { reasonNote: text('问题', { maxLength: 200 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
