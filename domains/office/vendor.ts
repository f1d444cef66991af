/** 技术合作: an agreement with a firm, its trainings, meetings and deliverables; rights given to outside staff run out by themselves. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  flag,
  integer,
  longText,
  person,
  procedure,
  ref,
  rows,
  text,
} from '#kernel'
import { countOf, notYet, openItems, sameHand, why } from './shared.ts'

const event = {
  kind: choice('种类', { training: '培训', meeting: '交流会' }),
  heldOn: date('日期'),
  topic: text('内容', { maxLength: 120 }),
  people: integer('人数', { min: 1, unit: '人' }),
} as const
const deliverable = { name: text('成果', { maxLength: 100 }), dueOn: date('应交日期') } as const
const form = {
  vendor: text('合作单位', { maxLength: 80 }),
  topic: text('合作内容', { maxLength: 200 }),
  startOn: date('自'),
  endOn: date('至'),
  deliverables: rows('应交成果', deliverable),
} as const
export const cooperation = procedure('office.cooperation', {
  zh: '技术合作',
  menu: '信息化',
  numbering: { prefix: 'HZ', per: 'year', digits: 3 },
  title: 'vendor',
  help: '成果逐项验收;外部人员权限全部收回后方可结束合作',
  fields: {
    ...form,
    vendor: form.vendor.searchable(),
    events: rows('培训与交流', event).optional(),
    trained: integer('培训人次', { min: 0, unit: '人次' }).optional(),
    accepted: rows('已验收成果', {
      name: text('成果', { maxLength: 100 }),
      acceptedOn: date('验收日期'),
      isLate: flag('逾期'),
    }).optional(),
    acceptedCount: integer('已验收', { min: 0, unit: '项' }).optional(),
    summary: longText('合作总结', { maxLength: 2000 }).optional(),
  },
  statuses: {
    running: { zh: '合作中', duty: 'office.manage', taskZh: '技术合作进行中' },
    ended: { zh: '已结束', kind: 'final' },
  },
}).actions((action) => ({
  sign: action({
    zh: '签订合作',
    from: 'new',
    to: 'running',
    by: 'office.decide',
    form,
    check: ({ input }) =>
      first(
        why(input.endOn <= input.startOn, '合作期止应晚于起'),
        why(
          input.deliverables.some((d) => d.dueOn > input.endOn),
          '成果应在合作期内交付',
        ),
      ),
    effects: () => ({ set: { events: [], accepted: [], acceptedCount: 0, trained: 0 } }),
  }),
  event: action({
    zh: '登记培训、交流',
    from: 'running',
    to: 'same',
    by: 'office.manage',
    form: event,
    check: ({ input, subject }) => why(input.heldOn < subject.startOn, '早于合作开始'),
    effects: ({ input, subject }) => ({
      set: {
        events: [...(subject.events ?? []), input],
        trained: (subject.trained ?? 0) + (input.kind === 'training' ? input.people : 0),
      },
    }),
  }),
  deliver: action({
    zh: '验收成果',
    from: 'running',
    to: 'same',
    by: 'office.manage',
    tone: 'primary',
    form: { name: text('成果', { maxLength: 100 }), acceptedOn: date('验收日期') },
    check: ({ input, subject }) =>
      first(
        why(!subject.deliverables.some((d) => d.name === input.name), '不在应交成果之列'),
        why(
          (subject.accepted ?? []).some((a) => a.name === input.name),
          '该成果已验收',
        ),
      ),
    effects: ({ input, subject }) => {
      const due = subject.deliverables.find((d) => d.name === input.name)?.dueOn ?? ''
      return {
        set: {
          accepted: [...(subject.accepted ?? []), { ...input, isLate: input.acceptedOn > due }],
          acceptedCount: (subject.acceptedCount ?? 0) + 1,
        },
      }
    },
  }),
  end: action({
    zh: '结束合作',
    from: 'running',
    to: 'ended',
    by: 'office.decide',
    tone: 'primary',
    form: { summary: longText('合作总结', { maxLength: 2000 }) },
    guard: ({ subject }) => notYet((subject.acceptedCount ?? 0) < subject.deliverables.length, '还有成果没有验收'),
    look: ({ tx, subject }) =>
      countOf(
        tx,
        `select count(*)::int as n from office.access where cooperation = $1 and status = any (array['asked', 'granted'])`,
        [subject.id],
      ),
    check: ({ found }) => openItems(found, '外部人员权限'),
    effects: ({ input }) => ({ set: input }),
  }),
}))
const accessForm = {
  cooperation: ref('技术合作', 'office.cooperation'),
  outsider: text('外部人员', { maxLength: 40 }),
  system: text('系统与范围', { maxLength: 100 }),
  purpose: text('用途', { maxLength: 200 }),
  untilOn: date('至'),
} as const
export const access = procedure('office.access', {
  zh: '外部人员权限',
  menu: '信息化',
  numbering: { prefix: 'QX', per: 'year', digits: 4 },
  title: 'outsider',
  leadingClock: 'access',
  help: '申请人与批准人不能是同一人;最长天数有上限,到期自动收回',
  fields: {
    ...accessForm,
    outsider: accessForm.outsider.personal('name').searchable(),
    applicant: person('申请人').optional(),
    grantedOn: date('授权日期').optional(),
    endedOn: date('收回日期').optional(),
  },
  clocks: { access: { zh: '权限', limit: { value: 1, unit: 'natural_day' }, basis: '外部人员访问管理规定(示例)' } },
  statuses: {
    asked: { zh: '待批准', duty: 'office.decide', taskZh: '外部人员权限待批准' },
    granted: { zh: '有效' },
    expired: { zh: '到期收回', kind: 'final' },
    revoked: { zh: '提前收回', kind: 'final' },
    refused: { zh: '不批准', kind: 'final' },
  },
}).actions((action) => ({
  ask: action({
    zh: '申请',
    from: 'new',
    to: 'asked',
    by: 'office.manage',
    form: accessForm,
    look: ({ tx, input }) =>
      countOf(
        tx,
        `select count(*)::int as n from office.cooperation where id = $1 and status = 'running' and end_on >= $2::date`,
        [input.cooperation, input.untilOn],
      ),
    check: ({ found, input, now, parameter }) =>
      first(
        why(found === 0, '权限不能超出合作期'),
        why(input.untilOn < dayText(now), '截止日不能早于今天'),
        why(
          input.untilOn > addDays(dayText(now), parameter('office.access-days') - 1),
          `最长${parameter('office.access-days')}天`,
        ),
      ),
    effects: ({ actor }) => ({ set: { applicant: actor.id } }),
  }),
  grant: action({
    zh: '批准',
    from: 'asked',
    to: 'granted',
    by: 'office.decide',
    tone: 'primary',
    guard: ({ subject, actor }) => sameHand(actor.id, subject.applicant, '批准人', '申请人'),
    effects: ({ subject, now }) => ({
      set: { grantedOn: dayText(now) },
      clocks: [{ clock: 'access', do: 'start', dueAt: endOf(subject.untilOn) }],
      timers: [{ name: 'end', at: endOf(subject.untilOn), action: 'expire' }],
    }),
  }),
  refuse: action({
    zh: '不批准',
    from: 'asked',
    to: 'refused',
    by: 'office.decide',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
  }),
  expire: action({
    zh: '到期收回',
    from: 'granted',
    to: 'expired',
    by: 'system',
    effects: ({ subject }) => ({ set: { endedOn: subject.untilOn }, clocks: [{ clock: 'access', do: 'stop' }] }),
  }),
  revoke: action({
    zh: '提前收回',
    from: 'granted',
    to: 'revoked',
    by: 'office.manage',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 200 }) },
    effects: ({ now }) => ({
      set: { endedOn: dayText(now) },
      clocks: [{ clock: 'access', do: 'stop' }],
      timers: [{ name: 'end', at: null, action: 'expire' }],
    }),
  }),
}))
