/** PPP 与市场化: structure, partner and term; paid by the performance scored; a list of risks each with who bears it; its end remembered in time. */
import {
  addDays,
  addMonths,
  choice,
  date,
  dayText,
  endOf,
  first,
  integer,
  list,
  number,
  procedure,
  repeated,
  round,
  rows,
  startOf,
  text,
  unit,
} from '#kernel'
import { notYet, total, wan, why } from '../shared.ts'

export const structures = {
  bot: 'BOT 建设—运营—移交',
  tot: 'TOT 转让—运营—移交',
  rot: 'ROT 改建—运营—移交',
  om: 'O&M 委托运营',
  service: '政府购买服务(市场化)',
} as const
const risk = {
  name: text('风险', { maxLength: 80 }),
  bearer: choice('承担方', { government: '政府', partner: '社会资本', both: '共担' }),
  level: choice('等级', { low: '低', middle: '中', high: '高' }),
  measure: text('应对措施', { maxLength: 200 }),
} as const
const form = {
  name: text('项目', { maxLength: 100 }),
  structure: choice('运作方式', structures),
  unit: unit('实施机构'),
  partner: text('社会资本方', { maxLength: 80 }),
  partnerShare: number('社会资本股比', { unit: '%', min: 0, max: 100 }),
  investWan: wan('总投资'),
  yearWan: wan('每年可用性与运维服务费'),
  fromOn: date('合作期起'),
  years: integer('合作期', { unit: '年', min: 1, max: 40 }),
  risks: rows('风险清单', risk),
} as const
const payLine = {
  period: text('付费期', { maxLength: 20 }),
  score: number('绩效得分', { unit: '分' }),
  rate: number('付费比例', { unit: '%' }),
  wan: wan('应付'),
} as const
/** Full pay from `full` marks, none under `floor`, in proportion to the score between. */
export const payRate = (score: number, full: number, floor: number): number =>
  score >= full ? 100 : score < floor ? 0 : round((score * 100) / full)
export const ppp = procedure('affairs.ppp', {
  zh: 'PPP与市场化项目',
  menu: '项目与资金',
  title: 'name',
  numbering: { prefix: 'PP', per: 'year', digits: 3 },
  help: '按绩效付费:达到全额线全付,低于底线不付,之间按比例;每年一期不重复;高风险须有应对措施;到期前提醒,移交清单逐项签收后结束。',
  uniqueTogether: [['name']],
  fields: {
    ...form,
    name: form.name.searchable(),
    partner: form.partner.searchable(),
    toOn: date('合作期止'),
    pays: rows('付费', payLine),
    paidWan: wan('累计应付'),
    lostWan: wan('绩效扣减'),
    happened: rows('风险发生', {
      on: date('日期'),
      name: text('风险', { maxLength: 80 }),
      said: text('处置', { maxLength: 200 }),
    }),
    handed: list('移交清单'),
    isExpiring: choice('临近到期', { yes: '是', no: '否' }),
  },
  statuses: {
    running: { zh: '合作期内' },
    handing: { zh: '到期待移交', duty: 'affairs.manage', taskZh: 'PPP项目到期待移交' },
    ended: { zh: '已移交', kind: 'final' },
    broken: { zh: '提前终止', kind: 'final' },
  },
}).actions((action) => ({
  sign: action({
    zh: '签约',
    from: 'new',
    to: 'running',
    by: 'affairs.manage',
    form,
    check: ({ input, now }) =>
      first(
        why(input.risks.length === 0, '请列出风险清单'),
        why(Boolean(repeated(input.risks.map((r) => r.name))), '风险重复'),
        why(addMonths(input.fromOn, 12 * input.years) <= dayText(now), '合作期已满'),
        why((input.structure === 'om' || input.structure === 'service') && input.partnerShare > 0, '委托运营、购买服务不设股比'),
      ),
    effects: ({ input, parameter }) => {
      const toOn = addDays(addMonths(input.fromOn, 12 * input.years), -1)
      return {
        set: { unitId: input.unit, toOn, pays: [], paidWan: 0, lostWan: 0, happened: [], handed: [], isExpiring: 'no' },
        timers: [
          { name: 'near', at: startOf(addDays(toOn, -parameter('affairs.ppp-remind'))), action: 'warn' },
          { name: 'end', at: endOf(toOn), action: 'expire' },
        ],
      }
    },
  }),
  pay: action({
    zh: '绩效付费',
    from: ['running', 'handing'],
    to: 'same',
    by: 'affairs.manage',
    tone: 'primary',
    form: {
      period: text('付费年度', { maxLength: 4, pattern: { source: '^\\d{4}$', zh: '写四位年份' } }),
      score: number('绩效得分', { unit: '分', min: 0, max: 100 }),
    },
    check: ({ input, subject, now }) =>
      first(
        notYet(
          subject.pays.some((p) => p.period === input.period),
          `${input.period}年已付费`,
        ),
        why(input.period < subject.fromOn.slice(0, 4) || input.period > subject.toOn.slice(0, 4), '不在合作期内'),
        why(input.period > dayText(now).slice(0, 4), '该年度还未到'),
      ),
    effects: ({ input, subject, parameter }) => {
      const rate = payRate(input.score, parameter('affairs.ppp-full'), parameter('affairs.ppp-floor'))
      const due = total([(subject.yearWan * rate) / 100])
      return {
        set: {
          pays: [...subject.pays, { period: input.period, score: input.score, rate, wan: due }],
          paidWan: total([subject.paidWan, due]),
          lostWan: total([subject.lostWan, subject.yearWan, -due]),
        },
      }
    },
  }),
  meet: action({
    zh: '登记风险发生',
    from: 'running',
    to: 'same',
    by: 'affairs.manage',
    form: { name: risk.name, said: text('处置', { maxLength: 200 }) },
    check: ({ input, subject }) => why(!subject.risks.some((r) => r.name === input.name), '风险清单中没有,请先补入'),
    effects: ({ input, subject, now }) => ({ set: { happened: [...subject.happened, { on: dayText(now), ...input }] } }),
  }),
  addRisk: action({
    zh: '补入风险',
    from: 'running',
    to: 'same',
    by: 'affairs.manage',
    form: risk,
    check: ({ input, subject }) =>
      why(
        subject.risks.some((r) => r.name === input.name),
        '该风险已在清单',
      ),
    effects: ({ input, subject }) => ({ set: { risks: [...subject.risks, input] } }),
  }),
  warn: action({
    zh: '临近到期',
    from: 'running',
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isExpiring: 'yes' },
      notify: [{ unitId: subject.unit, zh: `${subject.name}${subject.toOn}到期,请准备移交或续约` }],
    }),
  }),
  expire: action({ zh: '合作期满', from: 'running', to: 'handing', by: 'system' }),
  hand: action({
    zh: '移交',
    from: 'handing',
    to: 'ended',
    by: 'affairs.lead',
    tone: 'primary',
    form: { handed: list('移交清单(资产、档案、人员)') },
    check: ({ input }) => why(input.handed.length === 0, '请列出移交清单'),
    effects: ({ input }) => ({ set: input }),
  }),
  break: action({
    zh: '提前终止',
    from: 'running',
    to: 'broken',
    by: 'affairs.lead',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: () => ({
      timers: [
        { name: 'near', at: null, action: 'warn' },
        { name: 'end', at: null, action: 'expire' },
      ],
    }),
  }),
}))
