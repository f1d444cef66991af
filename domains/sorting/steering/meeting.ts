/** 双组长高位协调: meetings of the two group leaders; decisions become supervised tasks, and each town's 短板 a problem with owner and day. */
import {
  area,
  date,
  dayText,
  endOf,
  files,
  first,
  flag,
  integer,
  photos,
  procedure,
  repeated,
  rows,
  say,
  streetOf,
  text,
  unit,
} from '#kernel'
import { problemsFound } from '../facts.ts'
import { why } from '../shared.ts'

const decision = { title: text('议定事项', { maxLength: 100 }), unit: unit('责任单位'), dueOn: date('期限') } as const
const shortfall = {
  town: area('镇(街道)'),
  what: text('短板', { maxLength: 150 }),
  owner: text('责任人', { maxLength: 60 }),
  dueOn: date('期限'),
} as const
export const task = procedure('sorting.task', {
  zh: '议定事项督办',
  menu: '组织推进',
  title: 'title',
  numbering: { prefix: 'DB', per: 'year', digits: 4 },
  leadingClock: 'carry',
  fields: {
    ...decision,
    title: decision.title.searchable(),
    topic: text('议题', { maxLength: 120 }),
    result: text('办理结果', { maxLength: 500 }).optional(),
    photos: photos(0, '佐证').optional(),
    doneOn: date('办结日期').optional(),
    isLate: flag('逾期').optional(),
  },
  clocks: { carry: { zh: '办理', limit: { value: 30, unit: 'natural_day' }, basis: '会议议定期限' } },
  statuses: {
    given: { zh: '办理中', duty: 'sorting.carry', taskZh: '分类督办事项办理', ofUnit: true },
    reported: { zh: '待核', duty: 'sorting.manage', taskZh: '分类督办事项待核' },
    done: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  give: action({
    zh: '交办',
    from: 'new',
    to: 'given',
    by: 'sorting.manage',
    form: { ...decision, topic: text('议题', { maxLength: 120 }) },
    effects: ({ input }) => ({
      set: { unitId: input.unit },
      assign: { unitId: input.unit },
      clocks: [{ clock: 'carry', do: 'start', dueAt: endOf(input.dueOn) }],
    }),
  }),
  report: action({
    zh: '报结果',
    from: 'given',
    to: 'reported',
    by: 'sorting.carry',
    tone: 'primary',
    form: { result: text('办理结果', { maxLength: 500 }), photos: photos(1, '佐证') },
    effects: ({ input }) => ({ set: input }),
  }),
  sendBack: action({
    zh: '退回',
    from: 'reported',
    to: 'given',
    by: 'sorting.manage',
    tone: 'danger',
    form: { result: text('退回理由', { maxLength: 500 }) },
    effects: ({ input, subject }) => ({ set: input, assign: { unitId: subject.unit } }),
  }),
  confirm: action({
    zh: '核实办结',
    from: 'reported',
    to: 'done',
    by: 'sorting.manage',
    tone: 'primary',
    effects: ({ subject, now }) => ({
      set: { doneOn: dayText(now), isLate: dayText(now) > subject.dueOn },
      clocks: [{ clock: 'carry', do: 'stop' }],
    }),
  }),
}))
export const meeting = procedure('sorting.meeting', {
  zh: '双组长会议',
  menu: '组织推进',
  title: 'topic',
  numbering: { prefix: 'HY', per: 'year', digits: 3 },
  help: '区委、区政府主要领导任双组长;议定事项成为督办事项,交责任单位限期办理,各镇(街)短板成为分类问题。',
  fields: {
    topic: text('议题', { maxLength: 120 }).searchable(),
    heldOn: date('日期'),
    secretary: text('组长(区委书记)', { maxLength: 40 }),
    mayor: text('组长(区长)', { maxLength: 40 }),
    decisions: rows('议定事项', decision),
    shortfalls: rows('各镇(街)短板', shortfall),
    minutes: files(0, '纪要'),
    decided: integer('议定', { unit: '项' }).optional(),
    listed: integer('短板', { unit: '个' }).optional(),
  },
  statuses: { held: { zh: '已召开' }, void: { zh: '作废', kind: 'final' } },
}).actions((action) => ({
  hold: action({
    zh: '登记会议',
    from: 'new',
    to: 'held',
    by: 'sorting.manage',
    form: {
      topic: text('议题', { maxLength: 120 }),
      heldOn: date('日期'),
      secretary: text('组长(区委书记)', { maxLength: 40 }),
      mayor: text('组长(区长)', { maxLength: 40 }),
      decisions: rows('议定事项', decision),
      shortfalls: rows('各镇(街)短板', shortfall),
      minutes: files(0, '纪要'),
    },
    check: ({ input, now }) =>
      first(
        why(input.heldOn > dayText(now), '日期不能晚于今天'),
        why(
          input.shortfalls.some((s) => streetOf(s.town) !== s.town),
          '短板须落到镇(街道)',
        ),
        why(input.secretary === input.mayor, '双组长应为两人'),
        why(
          [...input.decisions, ...input.shortfalls].some((d) => d.dueOn < input.heldOn),
          '期限不能早于会议日期',
        ),
        why(Boolean(repeated(input.shortfalls.map((s) => `${s.town} ${s.what}`))), '短板重复'),
      ),
    effects: ({ input, subject }) => ({
      set: { decided: input.decisions.length, listed: input.shortfalls.length },
      spawn: input.decisions.map((d) => ({ procedure: 'sorting.task', input: { ...d, topic: input.topic } })),
      facts: [
        ...input.shortfalls.map((s) =>
          say(problemsFound, {
            source: 'meeting',
            sourceType: 'sorting.meeting',
            sourceId: subject.id,
            place: null,
            facility: null,
            owner: s.owner,
            dueOn: s.dueOn,
            items: [{ key: `${s.town} ${s.what}`, what: s.what }],
            lon: null,
            lat: null,
            areaCode: s.town,
          }),
        ),
      ],
    }),
  }),
  discard: action({
    zh: '作废',
    from: 'held',
    to: 'void',
    by: 'sorting.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
}))
