/** 物联网应用课题: question, experts, pilot devices and places, interim findings, and the conclusion which devices are to be bought. */
import { choice, count, date, type Indicator, indicator, integer, longText, procedure, rows, text, value } from '#kernel'
import { why } from './shared.ts'

const expert = {
  name: text('专家', { maxLength: 40 }),
  from: text('单位', { maxLength: 80 }),
  field: text('专长', { maxLength: 80 }),
} as const
const pilot = {
  device: text('试点设备', { maxLength: 80 }),
  count: integer('数量', { min: 1 }),
  place: text('试点地点', { maxLength: 120 }),
} as const
const verdict = {
  device: text('设备', { maxLength: 80 }),
  buy: choice('结论', { yes: '采购推广', more: '继续试点', no: '不采用' }),
  count: integer('建议采购数量', { min: 0 }),
  reason: text('理由', { maxLength: 200 }),
} as const
const finding = { on: date('日期'), text: text('阶段发现', { maxLength: 300 }) } as const
export const research = procedure('sensing.research', {
  zh: '物联网应用课题',
  menu: '智能装备',
  title: 'name',
  numbering: { prefix: 'KT', per: 'year', digits: 3 },
  fields: {
    name: text('课题', { maxLength: 120 }).searchable(),
    question: longText('研究问题', { maxLength: 2000 }),
    experts: rows('专家组', expert),
    pilots: rows('试点设备与地点', pilot).optional(),
    findings: rows('阶段发现', finding).optional(),
    verdicts: rows('设备结论', verdict).optional(),
    conclusion: longText('结论', { maxLength: 4000 }).optional(),
    bought: integer('建议采购设备种类', { min: 0 }).optional(),
  },
  statuses: {
    proposed: { zh: '已立项', duty: 'sensing.duty', taskZh: '课题待开展试点' },
    piloting: { zh: '试点中', duty: 'sensing.duty', taskZh: '课题试点中' },
    reviewed: { zh: '待批准结论', duty: 'sensing.lead', taskZh: '课题结论待批准' },
    concluded: { zh: '已结题', kind: 'final' },
  },
}).actions((action) => ({
  propose: action({
    zh: '立项',
    from: 'new',
    to: 'proposed',
    by: 'sensing.duty',
    form: {
      name: text('课题', { maxLength: 120 }),
      question: longText('研究问题', { maxLength: 2000 }),
      experts: rows('专家组', expert),
    },
    check: ({ input }) => why(input.experts.length === 0, '至少填写一位专家'),
  }),
  pilot: action({
    zh: '开展试点',
    from: 'proposed',
    to: 'piloting',
    by: 'sensing.duty',
    tone: 'primary',
    form: { pilots: rows('试点设备与地点', pilot) },
    check: ({ input }) => why(input.pilots.length === 0, '至少填写一种试点设备'),
    effects: ({ input }) => ({ set: input }),
  }),
  find: action({
    zh: '记录阶段发现',
    from: 'piloting',
    to: 'same',
    by: 'sensing.duty',
    form: { text: text('阶段发现', { maxLength: 300 }), on: date('日期') },
    effects: ({ input, subject }) => ({ set: { findings: [...(subject.findings ?? []), { on: input.on, text: input.text }] } }),
  }),
  review: action({
    zh: '提交结论',
    from: 'piloting',
    to: 'reviewed',
    by: 'sensing.duty',
    tone: 'primary',
    form: { verdicts: rows('设备结论', verdict), conclusion: longText('结论', { maxLength: 4000 }) },
    guard: ({ subject }) => why(!subject.findings?.length, '还没有阶段发现'),
    check: ({ input, subject }) =>
      why(
        (subject.pilots ?? []).some((p) => !input.verdicts.some((v) => v.device === p.device)),
        '每种试点设备都要有结论',
      ),
    effects: ({ input }) => ({ set: { ...input, bought: input.verdicts.filter((v) => v.buy === 'yes').length } }),
  }),
  conclude: action({ zh: '批准结题', from: 'reviewed', to: 'concluded', by: 'sensing.lead', tone: 'primary' }),
  back: action({
    zh: '退回补充试点',
    from: 'reviewed',
    to: 'piloting',
    by: 'sensing.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
  }),
}))
export const researchIndicators: readonly Indicator[] = [
  indicator('sensing.research', {
    zh: '物联网应用课题结题数',
    unit: '项',
    decimals: 0,
    definition: '已批准结题的课题',
    of: value(count(research, { at: 'closedAt', where: { status: 'concluded' } })),
  }),
]
