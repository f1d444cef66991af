/** 运营单位责任: consent before a line is hung, and the notice to tidy what hangs badly or without consent. */
import { penaltyWanted } from '#catalogue/facts.ts'
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  files,
  first,
  longText,
  number,
  one,
  photos,
  procedure,
  ref,
  say,
  text,
} from '#kernel'
import { lineAllowed } from './facts.ts'
import { notSelf, notYet, why } from './shared.ts'

const consentForm = {
  operator: ref('运营单位', 'cables.operator'),
  place: text('路段(小区)', { maxLength: 80 }),
  metres: number('长度', { unit: '米', min: 1 }),
  method: choice('敷设方式', { duct: '入地(管道)', shared: '共用杆路', aerial: '新架空' }),
  reason: longText('理由', { maxLength: 300 }),
  drawing: files(1, '路由图'),
} as const
export const consent = procedure('cables.consent', {
  zh: '新架线缆审查',
  menu: '空中线缆',
  title: 'place',
  numbering: { prefix: 'XS', per: 'year', digits: 4 },
  leadingClock: 'decide',
  help: '有管道、杆路可用的不得新架空;同意后自动入架空线路台账。',
  fields: {
    ...consentForm,
    place: consentForm.place.searchable(),
    hasDuct: choice('现有管道、杆路', { yes: '有', no: '无' }).optional(),
    opinion: longText('审查意见', { maxLength: 300 }).optional(),
    decidedOn: date('决定日期').optional(),
  },
  clocks: { decide: { zh: '审查', limit: { value: 10, unit: 'work_day' }, basis: '本地空中线缆管理办法(示例)' } },
  statuses: {
    asked: { zh: '待审查', duty: 'cables.manage', taskZh: '新架线缆待审查' },
    allowed: { zh: '同意', kind: 'final' },
    refused: { zh: '不同意', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请',
    from: 'new',
    to: 'asked',
    by: 'cables.report',
    form: consentForm,
    effects: ({ parameter }) => ({
      clocks: [{ clock: 'decide', do: 'start', limit: { value: parameter('cables.consent-days'), unit: 'work_day' } }],
    }),
  }),
  decide: action({
    zh: '决定',
    from: 'asked',
    to: ({ input }) => (input.isOk === 'yes' ? 'allowed' : 'refused'),
    by: 'cables.manage',
    tone: 'primary',
    form: {
      isOk: choice('决定', { yes: '同意', no: '不同意' }),
      hasDuct: choice('现有管道、杆路', { yes: '有', no: '无' }),
      opinion: longText('意见', { maxLength: 300 }),
    },
    check: ({ input, subject }) =>
      why(input.isOk === 'yes' && subject.method === 'aerial' && input.hasDuct === 'yes', '有管道、杆路可用的不得新架空'),
    effects: ({ input: { isOk, ...values }, subject, now }) => ({
      set: { ...values, decidedOn: dayText(now) },
      clocks: [{ clock: 'decide', do: 'stop' }],
      facts:
        isOk === 'yes' && subject.method !== 'duct'
          ? [
              say(lineAllowed, {
                number: subject.number,
                operator: subject.operator,
                place: subject.place,
                metres: subject.metres,
                on: dayText(now),
                lon: subject.lon,
                lat: subject.lat,
              }),
            ]
          : [],
    }),
  }),
}))
const form = {
  operator: ref('运营单位', 'cables.operator'),
  line: ref('架空线路', 'cables.line').optional(),
  place: text('具体位置', { maxLength: 100 }),
  fault: choice('情形', {
    messy: '杂乱下垂',
    abandoned: '废弃未拆',
    illegal: '未经同意架设',
    low: '净高不足',
    pole: '杆路倾斜',
  }),
  note: longText('情况', { maxLength: 300 }),
} as const
export const notice = procedure('cables.notice', {
  zh: '线缆整理通知',
  menu: '空中线缆',
  title: 'place',
  numbering: { prefix: 'XT', per: 'year', digits: 4 },
  leadingClock: 'tidy',
  help: '送达运营单位,先答复、再整理,另一人复核;逾期不整理或未经同意架设拒不拆除的移送处罚。',
  fields: {
    ...form,
    place: form.place.searchable(),
    operatorName: text('单位名称', { maxLength: 80 }).searchable(),
    operatorCode: text('信用代码', { maxLength: 18 }),
    dueOn: date('整理期限'),
    answer: longText('答复', { maxLength: 300 }).optional(),
    answeredOn: date('答复日期').optional(),
    isAnsweredInTime: choice('按时答复', { yes: '按时', no: '超时' }).optional(),
    tidiedOn: date('整理日期').optional(),
    isLate: choice('逾期', { yes: '逾期', no: '按期' }).optional(),
    penaltyNumber: text('处罚案件', { maxLength: 40 }).optional(),
  },
  clocks: { tidy: { zh: '整理', limit: { value: 15, unit: 'natural_day' }, basis: '本地空中线缆管理办法(示例)' } },
  statuses: {
    sent: { zh: '待答复', duty: 'cables.manage', taskZh: '线缆整理通知待答复' },
    answered: { zh: '整理中', duty: 'cables.manage', taskZh: '运营单位整理中' },
    tidied: { zh: '待复核', duty: 'cables.verify', taskZh: '线缆整理待复核' },
    handed: { zh: '已移送', duty: 'cables.manage', taskZh: '线缆案件待整理' },
    closed: { zh: '已销号', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '发通知',
    from: 'new',
    to: 'sent',
    by: 'cables.report',
    form: { ...form, photos: photos(1) },
    look: async ({ tx, input }) => ({
      operator: await one<{ name: string; code: string }>(
        tx,
        'select name, code from cables.operator where id = $1 and retired_at is null',
        [input.operator],
      ),
      line: await one<{ operator: string; consent: string | null }>(
        tx,
        'select operator, consent from cables.line where id = $1::uuid',
        [input.line ?? null],
      ),
    }),
    check: ({ input, found }) =>
      first(
        why(!found.operator, '没有这家运营单位'),
        why(found.line !== undefined && found.line.operator !== input.operator, '该线路不是这家单位的'),
        why(input.fault === 'illegal' && Boolean(found.line?.consent), `该线路已有同意文号${found.line?.consent ?? ''}`),
      ),
    effects: ({ found, now, parameter }) => {
      const dueOn = addDays(dayText(now), parameter('cables.notice-days'))
      return {
        set: { operatorName: found.operator?.name ?? '', operatorCode: found.operator?.code ?? '', dueOn },
        clocks: [{ clock: 'tidy', do: 'start', dueAt: endOf(dueOn) }],
      }
    },
  }),
  answer: action({
    zh: '登记答复',
    from: 'sent',
    to: 'answered',
    by: 'cables.manage',
    tone: 'primary',
    form: { answer: longText('答复', { maxLength: 300 }), papers: files(1, '答复函') },
    effects: ({ input, subject, now, parameter }) => {
      const on = dayText(now)
      const dueOn = addDays(dayText(subject.createdAt), parameter('cables.answer-days'))
      return { set: { answer: input.answer, answeredOn: on, isAnsweredInTime: on <= dueOn ? 'yes' : 'no' } }
    },
  }),
  tidy: action({
    zh: '登记整理',
    from: ['sent', 'answered', 'handed'],
    to: 'tidied',
    by: 'cables.run',
    tone: 'primary',
    form: { photos: photos(1, '整理后') },
    effects: ({ subject, now }) => ({
      set: { tidiedOn: dayText(now), isLate: dayText(now) > subject.dueOn ? 'yes' : 'no' },
      clocks: [{ clock: 'tidy', do: 'stop' }],
    }),
  }),
  check: action({
    zh: '复核',
    from: 'tidied',
    to: ({ input }) => (input.isOk === 'yes' ? 'closed' : 'answered'),
    by: 'cables.verify',
    tone: 'primary',
    form: { isOk: choice('结果', { yes: '销号', no: '不合格' }) },
    guard: ({ actor, past }) => notSelf(past, 'tidy', actor, '登记整理的人不能复核'),
    effects: ({ input }) => ({ clocks: input.isOk === 'yes' ? [] : [{ clock: 'tidy', do: 'start' }] }),
  }),
  handOver: action({
    zh: '移送处罚',
    from: ['sent', 'answered'],
    to: 'handed',
    by: 'cables.manage',
    tone: 'danger',
    guard: ({ subject, now }) => notYet(dayText(now) <= subject.dueOn, `整理期限${subject.dueOn},逾期不整理再移送`),
    effects: ({ subject: s, now }) => ({
      facts: [
        say(penaltyWanted, {
          sourceType: 'cables.notice',
          sourceId: s.id,
          topic: 'road',
          lawCode: 'V03',
          partyName: s.operatorName,
          partyCode: s.operatorCode,
          partyKind: 'org',
          happenedOn: dayText(now),
          address: s.place,
          description: `${s.place}线缆${s.note},通知${s.number}期限${s.dueOn}逾期未整理`,
          lon: s.lon,
          lat: s.lat,
          areaCode: s.areaCode,
        }),
      ],
    }),
  }),
  noteCase: action({
    zh: '处罚已立案',
    from: ['handed', 'tidied', 'closed'],
    to: 'same',
    by: 'system',
    form: { penaltyNumber: text('处罚案件', { maxLength: 40 }) },
    effects: ({ input }) => ({ set: input }),
  }),
}))
