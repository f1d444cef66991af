/** 应急管理处: members appointed by a paper with their duties, handed over to a successor who signs for it; and the office's own inbox, given to whoever holds the duty. */
import {
  choice,
  choices,
  date,
  dayText,
  endOf,
  first,
  instant,
  longText,
  many,
  one,
  person,
  procedure,
  rows,
  say,
  text,
  unit,
} from '#kernel'
import { handedOver } from './facts.ts'
import { notYet, why } from './shared.ts'

export const officeDuties = {
  overall: '综合协调',
  inspect: '安全监管',
  emergency: '应急值守与处置',
  training: '宣传培训',
  report: '信息报告',
} as const
const form = {
  office: unit('机构'),
  person: person('人员'),
  post: text('职务', { maxLength: 40 }),
  duties: choices('职责', officeDuties),
  paper: text('任命文号', { maxLength: 60, pattern: { source: '〔\\d{4}〕\\d+号$', zh: '文号写成 湖城管〔2026〕5号' } }),
  fromOn: date('任职日期'),
} as const
const activeSql = `select p.name, a.id from safety.appointment a join kernel.person p on p.district = a.district and p.id = a.person where a.status = any(array['on', 'leaving']) and a.person = $1 and a.id <> $2`
export const appointment = procedure('safety.appointment', {
  zh: '应急管理处任职',
  menu: '应急管理处',
  title: 'post',
  numbering: { prefix: 'RZ', per: 'year', digits: 3 },
  help: '依文任命,职责到人;离任须列交接事项,接任人本人签收后才算离任。',
  fields: {
    ...form,
    post: form.post.searchable(),
    matters: rows('交接事项', { what: text('事项', { maxLength: 120 }), state: text('现状', { maxLength: 120 }) }),
    successor: person('接任人').optional(),
    endedOn: date('离任日期').optional(),
  },
  statuses: {
    on: { zh: '在任' },
    leaving: { zh: '待接任人签收', duty: 'safety.carry', taskZh: '应急管理处工作交接待签收' },
    ended: { zh: '已离任', kind: 'final' },
  },
}).actions((action) => ({
  appoint: action({
    zh: '任命',
    from: 'new',
    to: 'on',
    by: 'safety.lead',
    form,
    look: async ({ tx, input, subject }) => ({
      known: await one<{ name: string }>(tx, activeSql, [input.person, subject.id]),
      person: await one<{ unit: string | null }>(
        tx,
        'select unit_id as unit from kernel.person where id = $1 and not is_disabled',
        [input.person],
      ),
    }),
    check: ({ input, found }) =>
      first(
        why(!found.person, '没有这个人'),
        why(input.duties.length === 0, '请明确职责'),
        notYet(found.person?.unit !== input.office, '该员不在这个机构,请先调整人员所属单位'),
        notYet(Boolean(found.known), `${found.known?.name ?? ''}已在任`),
      ),
    effects: ({ input }) => ({
      set: { matters: [], unitId: input.office },
      notify: [{ personId: input.person, zh: `任命为${input.post}(${input.paper})` }],
    }),
  }),
  handOver: action({
    zh: '移交',
    from: 'on',
    to: 'leaving',
    by: 'safety.carry',
    form: {
      successor: person('接任人'),
      matters: rows('交接事项', { what: text('事项', { maxLength: 120 }), state: text('现状', { maxLength: 120 }) }),
    },
    guard: ({ actor, subject }) => notYet(actor.id !== subject.person, '由本人移交'),
    look: ({ tx, subject }) =>
      many<{ number: string }>(tx, `select number from safety.inbox where person = $1 and closed_at is null order by number`, [
        subject.person,
      ]),
    check: ({ input, subject, found }) =>
      first(
        why(input.successor === subject.person, '接任人不能是本人'),
        why(input.matters.length === 0, '请列出交接事项'),
        why(
          found.some((f) => !input.matters.some((m) => m.what.includes(f.number))),
          `在办收件须列入交接:${found.map((f) => f.number).join('、')}`,
        ),
      ),
    effects: ({ input }) => ({ set: input, assign: { personId: input.successor } }),
  }),
  take: action({
    zh: '签收接任',
    from: 'leaving',
    to: 'ended',
    by: 'safety.carry',
    tone: 'primary',
    guard: ({ actor, subject }) => notYet(actor.id !== subject.successor, '由接任人本人签收'),
    effects: ({ now, subject }) => ({
      set: { endedOn: dayText(now) },
      facts: [say(handedOver, { from: subject.person, to: subject.successor ?? '' })],
    }),
  }),
}))

const inboxForm = {
  from: text('来文单位', { maxLength: 80 }),
  title: text('事项', { maxLength: 120 }),
  duty: choice('对应职责', officeDuties),
  content: longText('内容', { maxLength: 1000 }),
  dueOn: date('办理期限'),
} as const
const holderSql = `select a.person, a.office, p.name from safety.appointment a join kernel.person p on p.district = a.district and p.id = a.person where a.status = 'on' and to_jsonb(a.duties) @> to_jsonb($1::text)
  order by (select count(*) from safety.inbox i where i.person = a.person and i.closed_at is null), a.created_at limit 1`
export const inbox = procedure('safety.inbox', {
  zh: '应急管理处收件',
  menu: '应急管理处',
  title: 'title',
  numbering: { prefix: 'SJ', per: 'year', digits: 4 },
  help: '按职责自动分给在任、手上收件最少的人;没有人承担的职责不能收件,先补任命。',
  fields: {
    ...inboxForm,
    title: inboxForm.title.searchable(),
    person: person('承办人'),
    office: unit('机构'),
    result: longText('办理结果', { maxLength: 1000 }).optional(),
    doneAt: instant('办结').optional(),
    isLate: choice('逾期', { yes: '是', no: '否' }),
  },
  clocks: { deal: { zh: '办理', limit: { value: 5, unit: 'work_day' }, basis: '应急管理处工作规则(示例)' } },
  statuses: { open: { zh: '承办中', duty: 'safety.carry', taskZh: '应急管理处收件待办' }, done: { zh: '已办结', kind: 'final' } },
}).actions((action) => ({
  receive: action({
    zh: '收件',
    from: 'new',
    to: 'open',
    by: 'safety.manage',
    form: inboxForm,
    look: ({ tx, input }) => one<{ person: string; office: string }>(tx, holderSql, [input.duty]),
    check: ({ input, found, now }) =>
      first(why(input.dueOn < dayText(now), '期限不能早于今天'), notYet(!found, `没有人承担${officeDuties[input.duty]}`)),
    effects: ({ input, found }) => ({
      set: { person: found?.person ?? '', office: found?.office ?? '', unitId: found?.office ?? null, isLate: 'no' },
      assign: { personId: found?.person ?? '' },
      clocks: [{ clock: 'deal', do: 'start', dueAt: endOf(input.dueOn) }],
      timers: [{ name: 'late', at: endOf(input.dueOn), action: 'pass' }],
    }),
  }),
  pass: action({ zh: '逾期', from: 'open', to: 'same', by: 'system', effects: () => ({ set: { isLate: 'yes' } }) }),
  move: action({
    zh: '随交接转办',
    from: 'open',
    to: 'same',
    by: 'system',
    form: { person: person('接任人') },
    effects: ({ input }) => ({
      set: { person: input.person },
      assign: { personId: input.person },
      notify: [{ personId: input.person, zh: '接任的在办收件已转到您名下' }],
    }),
  }),
  deal: action({
    zh: '办结',
    from: 'open',
    to: 'done',
    by: 'safety.carry',
    tone: 'primary',
    form: { result: longText('办理结果', { maxLength: 1000 }) },
    guard: ({ actor, subject }) => notYet(actor.id !== subject.person, '由承办人办理'),
    effects: ({ input, now }) => ({
      set: { result: input.result, doneAt: now.toISOString() },
      clocks: [{ clock: 'deal', do: 'stop' }],
      timers: [{ name: 'late', at: null, action: 'pass' }],
    }),
  }),
}))
