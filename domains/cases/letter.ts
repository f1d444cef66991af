/** 交办函、督办函: numbered without gaps by kind and year, printed, addressed to a unit, delivered, replied to in time; counted by kind. */
import {
  choice,
  files,
  first,
  instant,
  integer,
  limit,
  longText,
  one,
  type Paper,
  paper,
  procedure,
  refuse,
  text,
  unit,
} from '#kernel'
import { supervisionLevels } from './contract.ts'

export const letterKinds = { assign: '交办函', supervise: '督办函', talk: '约谈通知', bulletin: '通报' } as const
/** A supervision nobody answers in time goes on under the next hand. */
const above = { duty: 'bureau', bureau: 'district', district: 'district' } as const

export const letterProcedure = procedure('cases.letter', {
  zh: '交办督办函',
  menu: '督办',
  numbering: {
    prefix: 'D',
    per: 'year',
    digits: 4,
    isGapless: true,
    prefixBy: { field: 'kind', prefixes: { assign: 'JBH', supervise: 'DBH', talk: 'YTH', bulletin: 'TBH' } },
  },
  listed: ['kind', 'level', 'unit', 'replyDueAt', 'lapseCount'],
  title: 'title',
  leadingClock: 'reply',
  mirror: { reply: { dueAt: 'replyDueAt', stoppedAt: 'repliedAt' } },
  fields: {
    kind: choice('函件种类', letterKinds),
    level: choice('督办级别', supervisionLevels).optional(),
    title: text('标题').searchable(),
    content: longText('内容', { maxLength: 4000 }),
    unit: unit('受函单位').optional(),
    replyLimit: limit('回复时限'),
    reply: longText('回复', { maxLength: 4000 }).optional(),
    evidence: files(0, '回复附件').optional(),
    lapseCount: integer('逾期未回复', { min: 0, unit: '次' }).optional(),
    escalatedAt: instant('督办升级时间').optional(),
    replyDueAt: instant('回复期限').optional(),
    repliedAt: instant('回复时间').optional(),
    deliveredAt: instant('送达时间').optional(),
  },
  clocks: { reply: { zh: '回复' } },
  statuses: {
    issued: { zh: '已签发', duty: 'cases.handle', ofUnit: true, taskZh: '待签收函件' },
    delivered: { zh: '已送达', duty: 'cases.handle', ofUnit: true, taskZh: '待回复函件' },
    replied: { zh: '已回复', duty: 'cases.supervise', taskZh: '待核销函件' },
    done: { zh: '已核销', kind: 'final' },
    withdrawn: { zh: '已撤回', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '签发',
    from: 'new',
    to: 'issued',
    by: 'cases.supervise',
    form: {
      kind: choice('函件种类', letterKinds),
      level: choice('督办级别', supervisionLevels).optional(),
      title: text('标题'),
      content: longText('内容', { maxLength: 4000 }),
      unit: unit('受函单位'),
      replyLimit: limit('回复时限'),
    },
    check: ({ input }) =>
      first(
        input.kind === 'supervise' && !input.level ? refuse('kernel.check', { rule: '督办函须写明督办级别' }) : undefined,
        input.kind !== 'supervise' && input.level ? refuse('kernel.check', { rule: '只有督办函分督办级别' }) : undefined,
      ),
    effects: ({ input, subject }) => ({
      set: { unitId: input.unit, lapseCount: 0 },
      clocks: [{ clock: 'reply', do: 'start', limit: input.replyLimit }],
      assign: { unitId: input.unit },
      notify: [{ unitId: input.unit, zh: `收到${letterKinds[input.kind]} ${subject.number}:${input.title}` }],
    }),
  }),
  sign: action({
    zh: '签收',
    from: 'issued',
    to: 'delivered',
    by: 'cases.handle',
    tone: 'primary',
    effects: ({ now, subject }) => ({ set: { deliveredAt: now.toISOString() }, assign: { unitId: subject.unitId ?? undefined } }),
  }),
  reply: action({
    zh: '回复',
    from: ['issued', 'delivered'],
    to: 'replied',
    by: 'cases.handle',
    tone: 'primary',
    form: { reply: longText('回复内容', { maxLength: 4000 }), evidence: files(0, '附件').optional() },
    effects: ({ input, now, subject }) => ({
      set: { reply: input.reply, evidence: input.evidence ?? [], deliveredAt: subject.deliveredAt ?? now.toISOString() },
      clocks: [{ clock: 'reply', do: 'stop' }],
    }),
  }),
  sendBack: action({
    zh: '回复不合要求,退回',
    from: 'replied',
    to: 'delivered',
    by: 'cases.supervise',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({
      clocks: [{ clock: 'reply', do: 'start', limit: subject.replyLimit }],
      assign: { unitId: subject.unitId ?? undefined },
      notify: subject.unitId ? [{ unitId: subject.unitId, zh: `${subject.number} 的回复被退回:${input.reason}` }] : [],
    }),
  }),
  lapse: action({
    zh: '逾期未回复',
    from: ['issued', 'delivered'],
    to: 'same',
    by: 'system',
    help: '催告受函单位并告知签发人;督办函升一级。',
    effects: ({ subject, now, past }) => ({
      set: {
        lapseCount: (subject.lapseCount ?? 0) + 1,
        ...(subject.level && above[subject.level] !== subject.level
          ? { level: above[subject.level], escalatedAt: now.toISOString() }
          : {}),
      },
      notify: [
        ...(subject.unitId
          ? [{ unitId: subject.unitId, zh: `${letterKinds[subject.kind]} ${subject.number} 已过回复期限,请立即回复` }]
          : []),
        ...past
          .filter((p) => p.action === 'issue')
          .flatMap((p) => (p.actorId ? [{ personId: p.actorId, zh: `${subject.number} 逾期未回复:${subject.title}` }] : [])),
      ],
    }),
  }),
  accept: action({ zh: '核销', from: 'replied', to: 'done', by: 'cases.supervise', tone: 'primary' }),
  withdraw: action({
    zh: '撤回',
    from: ['issued', 'delivered'],
    to: 'withdrawn',
    by: 'cases.supervise',
    tone: 'danger',
    form: { reason: text('理由', { maxLength: 500 }) },
    effects: ({ subject, input }) => ({
      clocks: [{ clock: 'reply', do: 'cancel' }],
      notify: subject.unitId ? [{ unitId: subject.unitId, zh: `${subject.number} 已撤回:${input.reason}` }] : [],
    }),
  }),
}))

const letterText = `# {{ title | flat }}
^ {{ no }}
@ {{ unit | blank: 12 }}:
{{ content }}
{% if due %}请于{{ due | day }}前书面回复办理情况。{% endif %}
---
> {{ bureau }}(印章)
> {{ issued | day }}
`
/** DB20260007 is printed 督办函〔2026〕7号. */
const printNumber = (kind: string, number: string): string =>
  number.replace(/^\D+\d{6}(\d{4})0*(\d+)$/, (_, year: string, n: string) => `${kind}〔${year}〕${n}号`)
export const letterPaper: Paper = paper({
  id: 'letter',
  zh: '函件',
  of: letterProcedure.id,
  texts: async (ctx, row) => {
    const found = await one<{ unit: string | null; bureau: string }>(
      ctx.tx,
      `select (select name from kernel.unit where id = $1) as unit, (select name from kernel.district where code = $2) || '城市管理局' as bureau`,
      [row.unitId, ctx.district],
    )
    const kind = letterKinds[row.kind as keyof typeof letterKinds]
    const no = printNumber(kind, String(row.number))
    const data = { ...found, no, title: row.title, content: row.content, due: row.replyDueAt, issued: row.createdAt }
    return [{ zh: kind, number: no, source: letterText, data }]
  },
})
