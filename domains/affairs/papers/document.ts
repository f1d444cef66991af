/** 公文与通知: a number without gaps, made from a template, a slip for each receiver — received, answered by the day, reminded before and after it. */
import {
  addDays,
  choice,
  date,
  dayText,
  endOf,
  first,
  instant,
  integer,
  longText,
  many,
  one,
  procedure,
  ref,
  register,
  repeated,
  rows,
  say,
  startOf,
  text,
  unit,
} from '#kernel'
import { slipAnswered } from '../facts.ts'
import { ownUnit, unitOfPerson, why } from '../shared.ts'

export const documentKinds = { task: '交办单', notice: '通知', letter: '函' } as const
const blanks = ['标题', '事项', '期限', '发文号'] as const
export const template = register('affairs.template', {
  zh: '公文模板',
  menu: '公文与文件',
  title: 'name',
  fields: {
    name: text('模板', { maxLength: 80 }).unique().searchable(),
    kind: choice('文种', documentKinds),
    body: longText('正文', { maxLength: 4000 }).help('可写 {标题} {事项} {期限} {发文号},发文时填入'),
  },
})
const form = {
  kind: choice('文种', documentKinds),
  template: ref('模板', 'affairs.template'),
  title: text('标题', { maxLength: 120 }),
  matter: longText('事项', { maxLength: 2000 }),
  replyOn: date('回复期限(不需回复的不填)').optional(),
} as const
const numberOf = (n: string): string => `${n.slice(-8, -4)}〕${Number(n.slice(-4))}号`
/** A template with its blanks filled. */
export const filledIn = (body: string, values: Readonly<Record<(typeof blanks)[number], string>>): string =>
  blanks.reduce((out, b) => out.replaceAll(`{${b}}`, values[b]), body)
export const document = procedure('affairs.document', {
  zh: '公文与通知',
  menu: '公文与文件',
  title: 'title',
  numbering: {
    prefix: 'FW',
    per: 'year',
    digits: 4,
    isGapless: true,
    prefixBy: { field: 'kind', prefixes: { task: 'GWJ', notice: 'GWT', letter: 'GWH' } },
  },
  help: '按文种连续编号、按模板成文;逐单位签收,需回复的到期前提醒、逾期列出,全部签收回复后办结。',
  fields: {
    ...form,
    title: form.title.searchable(),
    paperNumber: text('发文号', { maxLength: 60 }).searchable(),
    body: longText('正文', { maxLength: 8000 }),
    receivers: rows('受文单位', { unit: unit('单位') }),
    sent: integer('受文', { unit: '家' }),
    received: integer('已签收', { unit: '家' }),
    replied: integer('已回复', { unit: '家' }),
    sentAt: instant('发文').optional(),
  },
  statuses: {
    out: { zh: '已发文' },
    closed: { zh: '已办结', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '发文',
    from: 'new',
    to: 'out',
    by: 'affairs.manage',
    form: { ...form, receivers: rows('受文单位', { unit: unit('单位') }) },
    look: async ({ tx, input }) => ({
      template: await one<{ kind: string; body: string }>(
        tx,
        'select kind, body from affairs.template where id = $1 and retired_at is null',
        [input.template],
      ),
      units: await many<{ id: string }>(tx, 'select id from kernel.unit where id = any($1::uuid[])', [
        input.receivers.map((r) => r.unit),
      ]),
    }),
    check: ({ input, found, now }) =>
      first(
        why(!found.template, '没有这个模板'),
        why(found.template !== undefined && found.template.kind !== input.kind, '模板不是这个文种'),
        why(input.receivers.length === 0, '请列出受文单位'),
        why(Boolean(repeated(input.receivers.map((r) => r.unit))), '受文单位重复'),
        why(found.units.length !== input.receivers.length, '没有这个受文单位'),
        why(Boolean(input.replyOn) && String(input.replyOn) < dayText(now), '回复期限不能早于今天'),
        why(input.kind === 'task' && !input.replyOn, '交办单须有回复期限'),
      ),
    effects: ({ input, found, subject, now }) => {
      const paperNumber = `城管${documentKinds[input.kind].slice(0, 1)}〔${numberOf(subject.number)}`
      return {
        set: {
          paperNumber,
          body: filledIn(found.template?.body ?? '', {
            标题: input.title,
            事项: input.matter,
            期限: input.replyOn ?? '—',
            发文号: paperNumber,
          }),
          sent: input.receivers.length,
          received: 0,
          replied: 0,
          sentAt: now.toISOString(),
        },
        spawn: input.receivers.map((r) => ({
          procedure: 'affairs.slip',
          input: {
            document: subject.id,
            title: input.title,
            paperNumber,
            unit: r.unit,
            ...(input.replyOn ? { replyOn: input.replyOn } : {}),
          },
        })),
      }
    },
  }),
  count: action({
    zh: '签收回复变动',
    from: 'out',
    to: 'same',
    by: 'system',
    form: { received: integer('已签收'), replied: integer('已回复') },
    effects: ({ input }) => ({ set: input }),
  }),
  finish: action({
    zh: '办结',
    from: 'out',
    to: 'closed',
    by: 'system',
    form: { received: integer('已签收'), replied: integer('已回复') },
    effects: ({ input }) => ({ set: input }),
  }),
}))
const slipForm = {
  document: ref('公文', 'affairs.document'),
  title: text('标题', { maxLength: 120 }),
  paperNumber: text('发文号', { maxLength: 60 }),
  unit: unit('受文单位'),
  replyOn: date('回复期限').optional(),
} as const
export const slip = procedure('affairs.slip', {
  zh: '公文签收单',
  menu: '公文与文件',
  title: 'title',
  numbering: { prefix: 'QD', per: 'year', digits: 5 },
  uniqueTogether: [['document', 'unit']],
  fields: {
    ...slipForm,
    title: slipForm.title.searchable(),
    receivedAt: instant('签收').optional(),
    receiver: text('签收人', { maxLength: 40 }).optional(),
    reply: longText('回复', { maxLength: 2000 }).optional(),
    repliedOn: date('回复日期').optional(),
    reminders: integer('提醒', { unit: '次' }),
    isLate: choice('逾期回复', { yes: '是', no: '否' }),
  },
  clocks: { reply: { zh: '回复', limit: { value: 5, unit: 'work_day' } } },
  statuses: {
    sent: { zh: '待签收', duty: 'affairs.carry', taskZh: '公文待签收', ofUnit: true },
    received: { zh: '待回复', duty: 'affairs.carry', taskZh: '公文待回复', ofUnit: true },
    done: { zh: '已办', kind: 'final' },
  },
}).actions((action) => ({
  send: action({
    zh: '送达',
    from: 'new',
    to: 'sent',
    by: 'system',
    form: slipForm,
    effects: ({ input, parameter }) => ({
      set: { unitId: input.unit, areaCode: null, reminders: 0, isLate: 'no' },
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `收文:${input.title}(${input.paperNumber})`.slice(0, 120) }],
      ...(input.replyOn
        ? {
            clocks: [{ clock: 'reply' as const, do: 'start' as const, dueAt: endOf(input.replyOn) }],
            timers: [
              { name: 'remind', at: startOf(addDays(input.replyOn, -parameter('affairs.reply-remind'))), action: 'remind' },
              { name: 'late', at: endOf(input.replyOn), action: 'lapse' },
            ],
          }
        : {}),
    }),
  }),
  remind: action({
    zh: '提醒',
    from: ['sent', 'received'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { reminders: subject.reminders + 1 },
      notify: [{ unitId: subject.unit, zh: `${subject.title}请于${subject.replyOn ?? ''}前回复`.slice(0, 120) }],
    }),
  }),
  lapse: action({
    zh: '逾期未回复',
    from: ['sent', 'received'],
    to: 'same',
    by: 'system',
    effects: ({ subject }) => ({
      set: { isLate: 'yes', reminders: subject.reminders + 1 },
      notify: [{ unitId: subject.unit, zh: `逾期未回复:${subject.title}`.slice(0, 120) }],
    }),
  }),
  receive: action({
    zh: '签收',
    from: 'sent',
    to: ({ subject }) => (subject.replyOn ? 'received' : 'done'),
    by: 'affairs.carry',
    tone: 'primary',
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ownUnit,
    effects: ({ now, actor, subject }) => ({
      set: { receivedAt: now.toISOString(), receiver: actor.name },
      assign: { unitId: subject.unit },
      facts: [say(slipAnswered, { document: subject.document })],
    }),
  }),
  reply: action({
    zh: '回复',
    from: 'received',
    to: 'done',
    by: 'affairs.carry',
    tone: 'primary',
    form: { reply: longText('回复', { maxLength: 2000 }) },
    look: ({ tx, actor }) => unitOfPerson(tx, actor.id),
    check: ownUnit,
    effects: ({ input, now, subject }) => ({
      set: {
        reply: input.reply,
        repliedOn: dayText(now),
        isLate: dayText(now) > (subject.replyOn ?? '9999') ? 'yes' : 'no',
      },
      clocks: [{ clock: 'reply', do: 'stop' }],
      timers: [
        { name: 'remind', at: null, action: 'remind' },
        { name: 'late', at: null, action: 'lapse' },
      ],
      facts: [say(slipAnswered, { document: subject.document })],
    }),
  }),
}))
/** How many slips of a document were received and answered, and whether all of it is done. */
export const slipsOf = async (tx: Parameters<typeof one>[0], id: string) =>
  (await one<{ received: number; replied: number; open: number }>(
    tx,
    `select (count(*) filter (where received_at is not null))::int as received, (count(*) filter (where replied_on is not null))::int as replied,
       (count(*) filter (where closed_at is null))::int as open from affairs.slip where document = $1`,
    [id],
  )) ?? { received: 0, replied: 0, open: 0 }
