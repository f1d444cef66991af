/** 巡察反馈与其他问题的整改: each item gets measures, day and owner; proof; reviewed by another; struck off; what must last is looked at again. */
import {
  addMonths,
  choice,
  date,
  dayText,
  didBefore,
  endOf,
  files,
  first,
  integer,
  longText,
  one,
  person,
  procedure,
  repeated,
  rows,
  text,
  unit,
} from '#kernel'
import { counted, notYet, why } from '../shared.ts'

const itemLine = {
  group: text('类别', { maxLength: 40 }),
  code: text('编号', { maxLength: 12 }),
  what: text('问题', { maxLength: 300 }),
  unit: unit('责任单位'),
  isLong: choice('长期坚持', { yes: '是', no: '否' }),
  dueOn: date('整改期限'),
} as const
const form = {
  name: text('巡察(督查)', { maxLength: 100 }),
  from: text('反馈单位', { maxLength: 80 }),
  feedbackOn: date('反馈日期'),
  classCount: integer('反馈类别', { unit: '类', min: 1, max: 20 }),
  itemCount: integer('反馈问题', { unit: '项', min: 1, max: 200 }),
  items: rows('问题清单', itemLine),
} as const
const openSql = `select count(*)::int as n from party.rectification where source_id = $1 and closed_at is null and status <> 'watching'`
export const inspection = procedure('party.inspection', {
  zh: '巡察反馈',
  menu: '纪检监督',
  title: 'name',
  isCommon: true,
  numbering: { prefix: 'XC', per: 'year', digits: 2 },
  help: '按反馈的类数、项数逐条建账(如4大类26项),每项一张整改单;全部销号或转长期坚持后报告。',
  fields: { ...form, name: form.name.searchable(), report: longText('整改报告', { maxLength: 4000 }).optional() },
  statuses: {
    running: { zh: '整改中', duty: 'party.discipline', taskZh: '巡察反馈整改中' },
    reported: { zh: '已报告', kind: 'final' },
  },
}).actions((action) => ({
  receive: action({
    zh: '登记反馈',
    from: 'new',
    to: 'running',
    by: 'party.discipline',
    form,
    check: ({ input, now }) => {
      const groups = new Set(input.items.map((i) => i.group)).size
      return first(
        why(input.feedbackOn > dayText(now), '反馈日期不能晚于今天'),
        why(groups !== input.classCount, `反馈${input.classCount}类,清单里${groups}类`),
        why(input.items.length !== input.itemCount, `反馈${input.itemCount}项,清单里${input.items.length}项`),
        why(repeated(input.items.map((i) => i.code)) !== undefined, '编号重复'),
        why(
          input.items.some((i) => i.dueOn <= input.feedbackOn),
          '整改期限应晚于反馈日期',
        ),
      )
    },
    effects: ({ input, subject }) => ({
      spawn: input.items.map((i) => ({
        procedure: 'party.rectification',
        input: { ...i, source: 'inspection', sourceType: 'party.inspection', sourceId: subject.id },
      })),
    }),
  }),
  report: action({
    zh: '报送整改报告',
    from: 'running',
    to: 'reported',
    by: 'party.discipline',
    tone: 'primary',
    form: { report: longText('整改报告', { maxLength: 4000 }), proof: files(1, '报告') },
    look: ({ tx, subject }) => counted(tx, openSql, [subject.id]),
    check: ({ found }) => notYet(found > 0, `还有${found}项没有销号`),
    effects: ({ input }) => ({ set: { report: input.report } }),
  }),
}))
export const sources = {
  inspection: '巡察反馈',
  ideology: '意识形态',
  integrity: '“清风城管”检查',
  style: '作风问题(四风)',
} as const
const givenForm = {
  source: choice('来源', sources),
  sourceType: text('来源类型', { maxLength: 40, isGiven: true }).optional(),
  sourceId: text('来源编号', { maxLength: 40, isGiven: true }).optional(),
  group: text('类别', { maxLength: 40 }),
  code: text('编号', { maxLength: 12 }),
  what: text('问题', { maxLength: 300 }),
  unit: unit('责任单位'),
  isLong: choice('长期坚持', { yes: '是', no: '否' }),
  dueOn: date('整改期限'),
} as const
const styleKinds = { formalism: '形式主义', bureaucracy: '官僚主义', pleasure: '享乐主义', luxury: '奢靡之风' } as const
export const rectification = procedure('party.rectification', {
  zh: '问题整改',
  menu: '纪检监督',
  title: 'what',
  isCommon: true,
  numbering: { prefix: 'ZG', per: 'year', digits: 4 },
  help: '定措施、责任人 → 报整改并附佐证 → 纪检另一人复核 → 销号;长期坚持的销号后按期复查,反弹的重新整改。',
  fields: {
    ...givenForm,
    what: givenForm.what.searchable(),
    style: choice('四风', styleKinds).optional(),
    measures: longText('整改措施', { maxLength: 1000 }).optional(),
    owner: person('责任人').optional(),
    result: longText('整改情况', { maxLength: 1000 }).optional(),
    returns: integer('退回', { unit: '次' }),
    isLate: choice('逾期', { yes: '是', no: '否' }),
    struckOn: date('销号日期').optional(),
    recheckOn: date('下次复查').optional(),
    rechecks: integer('复查', { unit: '次' }),
    relapses: integer('反弹', { unit: '次' }),
  },
  statuses: {
    listed: { zh: '待定措施', duty: 'party.carry', taskZh: '整改问题待定措施', ofUnit: true },
    fixing: { zh: '整改中', duty: 'party.carry', taskZh: '问题整改中', ofUnit: true },
    reported: { zh: '待复核', duty: 'party.discipline', taskZh: '整改待复核' },
    watching: { zh: '已销号,长期坚持' },
    recheck: { zh: '待复查', duty: 'party.discipline', taskZh: '长期坚持事项待复查' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => {
  const listed = (input: { readonly unit: string; readonly dueOn: string }) => ({
    set: { returns: 0, isLate: 'no' as const, rechecks: 0, relapses: 0, unitId: input.unit },
    assign: { unitId: input.unit },
    timers: [{ name: 'due', at: endOf(input.dueOn), action: 'pass' }],
  })
  return {
    list: action({ zh: '列入', from: 'new', to: 'listed', by: 'system', form: givenForm, effects: ({ input }) => listed(input) }),
    style: action({
      zh: '登记作风问题',
      from: 'new',
      to: 'listed',
      by: 'party.discipline',
      form: {
        style: choice('四风', styleKinds),
        what: givenForm.what,
        unit: givenForm.unit,
        isLong: givenForm.isLong,
        dueOn: givenForm.dueOn,
      },
      check: ({ input, now }) => why(input.dueOn < dayText(now), '整改期限不能早于今天'),
      effects: ({ input }) => {
        const base = listed(input)
        return { ...base, set: { ...base.set, source: 'style', group: styleKinds[input.style], code: 'S' } }
      },
    }),
    measure: action({
      zh: '定措施',
      from: 'listed',
      to: 'fixing',
      by: 'party.carry',
      tone: 'primary',
      form: { measures: longText('整改措施', { maxLength: 1000 }), owner: person('责任人') },
      look: ({ tx, input }) =>
        one<{ unit: string | null }>(tx, 'select unit_id as unit from kernel.person where id = $1', [input.owner]),
      check: ({ found, subject }) => why(found?.unit !== subject.unit, '责任人应是责任单位的人'),
      effects: ({ input, subject }) => ({
        set: input,
        assign: { unitId: subject.unit },
        notify: [{ personId: input.owner, zh: `您负责整改:${subject.what}`.slice(0, 120) }],
      }),
    }),
    pass: action({
      zh: '逾期',
      from: ['listed', 'fixing'],
      to: 'same',
      by: 'system',
      effects: ({ subject }) => ({
        set: { isLate: 'yes' },
        notify: [{ unitId: subject.unit, zh: `整改逾期:${subject.what}`.slice(0, 120) }],
      }),
    }),
    report: action({
      zh: '报整改',
      from: 'fixing',
      to: 'reported',
      by: 'party.carry',
      tone: 'primary',
      form: { result: longText('整改情况', { maxLength: 1000 }), proof: files(1, '佐证材料') },
      guard: ({ subject, actor }) => notYet(subject.owner !== actor.id, '由责任人报整改'),
      effects: ({ input }) => ({ set: { result: input.result }, timers: [{ name: 'due', at: null, action: 'pass' }] }),
    }),
    review: action({
      zh: '复核',
      from: 'reported',
      to: ({ input, subject }) => {
        if (input.isOk === 'no') return 'fixing'
        return subject.isLong === 'yes' ? 'watching' : 'closed'
      },
      by: 'party.discipline',
      tone: 'primary',
      form: { isOk: choice('结论', { yes: '销号', no: '退回' }), note: text('意见', { maxLength: 300 }) },
      guard: ({ past, actor }) => notYet(didBefore(past, 'report', actor), '报整改的人不能复核'),
      effects: ({ input, subject, now, parameter }) => {
        if (input.isOk === 'no')
          return {
            set: { returns: subject.returns + 1 },
            assign: { unitId: subject.unit },
            timers: [{ name: 'due', at: endOf(subject.dueOn), action: 'pass' }],
          }
        const recheckOn = addMonths(dayText(now), parameter('party.recheck-months'))
        if (subject.isLong === 'no') return { set: { struckOn: dayText(now) } }
        return {
          set: { struckOn: dayText(now), recheckOn },
          timers: [{ name: 'recheck', at: endOf(recheckOn), action: 'remind' }],
        }
      },
    }),
    remind: action({ zh: '到期复查', from: 'watching', to: 'recheck', by: 'system' }),
    recheck: action({
      zh: '复查',
      from: 'recheck',
      to: ({ input }) => ({ held: 'watching', end: 'closed', relapsed: 'fixing' })[input.finding] as never,
      by: 'party.discipline',
      tone: 'primary',
      form: {
        finding: choice('结论', { held: '保持,继续坚持', end: '已成常态,办结', relapsed: '反弹,重新整改' }),
        note: text('情况', { maxLength: 300 }),
        dueOn: date('重新整改期限').optional(),
      },
      check: ({ input, now }) =>
        why(input.finding === 'relapsed' && (input.dueOn ?? '') <= dayText(now), '反弹的须有今天以后的整改期限'),
      effects: ({ input, subject, now, parameter }) => {
        const rechecks = subject.rechecks + 1
        if (input.finding === 'relapsed')
          return {
            set: { rechecks, relapses: subject.relapses + 1, struckOn: null, dueOn: input.dueOn ?? subject.dueOn },
            assign: { unitId: subject.unit },
            timers: [{ name: 'due', at: endOf(input.dueOn ?? subject.dueOn), action: 'pass' }],
          }
        if (input.finding === 'end') return { set: { rechecks, recheckOn: null } }
        const recheckOn = addMonths(dayText(now), parameter('party.recheck-months'))
        return { set: { rechecks, recheckOn }, timers: [{ name: 'recheck', at: endOf(recheckOn), action: 'remind' }] }
      },
    }),
  }
})
