/**
 * 执法文书: each paper once, numbered by kind and year without gaps in the transaction that issues it, with all the data its template needs,
 * and how it was served. Printing is a pure function of this row.
 */

import { z } from 'zod'
import { choice, date, dayText, fact, files, flag, json, procedure, ref, refuse, say, text } from '#kernel'
import { serviceKinds } from './contract.ts'
import templates from './data/documents.json' with { type: 'json' }
import { first } from './penalty/shared.ts'

export const templateNames: Readonly<Record<string, string>> = Object.fromEntries(templates.map((t) => [t.code, t.zh]))
export const paperIssued = fact(
  'enforcement.paper-issued',
  '文书已出具',
  z.object({ penalty: z.string(), template: z.string(), number: z.string() }),
)
/** `罚决32990120260001` → `〔2026〕罚决第1号`: the part of the number that a bureau prints after its own word. */
export const printNumber = (number: string): string => {
  const match = /^(\D+)\d{6}(\d{4})(\d+)$/.exec(number)
  return match ? `${match[1]}字〔${match[2]}〕第${Number(match[3])}号` : number
}
export const documentProcedure = procedure('enforcement.document', {
  zh: '执法文书',
  menu: '执法办案',
  numbering: {
    prefix: '文书',
    per: 'year',
    digits: 4,
    isGapless: true,
    prefixBy: { field: 'template', prefixes: Object.fromEntries(templates.map((t) => [t.code, t.series])) },
  },
  title: 'template',
  fields: {
    template: choice('文书', templateNames),
    penalty: ref('案件', 'enforcement.penalty').optional(),
    source: ref('来源', 'enforcement.measure').optional(),
    data: json<Readonly<Record<string, unknown>>>('文书内容'),
    mustServe: flag('须送达'),
    serviceKind: choice('送达方式', serviceKinds).optional(),
    servedOn: date('送达日期').optional(),
    receiver: text('收件人', { maxLength: 60 }).optional(),
    receipt: files(0, '送达回证').optional(),
    voidReason: text('作废理由', { maxLength: 300 }).optional(),
  },
  statuses: {
    issued: { zh: '已出具待送达', duty: 'enforcement.handle', taskZh: '待送达文书' },
    served: { zh: '已送达', kind: 'final' },
    filed: { zh: '已入卷', kind: 'final' },
    void: { zh: '已作废', kind: 'final' },
  },
}).actions((action) => ({
  issue: action({
    zh: '出具文书',
    from: 'new',
    to: ({ input }) => (input.mustServe ? 'issued' : 'filed'),
    by: 'enforcement.handle',
    form: {
      template: choice('文书', templateNames),
      penalty: ref('案件', 'enforcement.penalty').optional(),
      source: ref('来源', 'enforcement.measure').optional(),
      // What the case knows is filled in by the action that issues the paper; one issued by hand is printed with blanks to be written in.
      data: json<Readonly<Record<string, unknown>>>('文书内容').optional(),
      mustServe: flag('须送达'),
    },
    check: ({ input }) => (input.template in templateNames ? undefined : refuse('kernel.not-found', { what: '文书模板' })),
    effects: ({ input, subject }) => ({
      set: { data: input.data ?? {} },
      facts:
        input.penalty && ['27', '28', '29'].includes(input.template)
          ? [say(paperIssued, { penalty: input.penalty, template: input.template, number: printNumber(subject.number) })]
          : [],
    }),
  }),
  serve: action({
    zh: '登记送达',
    from: 'issued',
    to: 'served',
    by: 'enforcement.handle',
    tone: 'primary',
    basis: '行政处罚法第61条;民事诉讼法送达各条',
    form: {
      serviceKind: choice('送达方式', serviceKinds),
      servedOn: date('送达日期'),
      receiver: text('收件人', { maxLength: 60 }),
      receipt: files(1, '送达回证'),
    },
    check: ({ input, subject, now }) =>
      first(
        input.servedOn > dayText(now) ? refuse('enforcement.service', { why: '送达日期不能晚于今天' }) : undefined,
        input.servedOn < dayText(subject.createdAt)
          ? refuse('enforcement.service', { why: '送达日期不能早于文书出具' })
          : undefined,
      ),
    effects: ({ input }) => ({
      set: { serviceKind: input.serviceKind, servedOn: input.servedOn, receiver: input.receiver, receipt: input.receipt },
    }),
  }),
  noteServed: action({
    zh: '随案送达',
    from: 'issued',
    to: 'served',
    by: 'system',
    form: { serviceKind: choice('送达方式', serviceKinds), servedOn: date('送达日期') },
    effects: ({ input }) => ({ set: { serviceKind: input.serviceKind, servedOn: input.servedOn } }),
  }),
  voidPaper: action({
    zh: '作废(编号保留)',
    from: ['issued', 'filed'],
    to: 'void',
    by: 'enforcement.approve',
    tone: 'danger',
    help: '作废的文书保留编号和内容,不得重用。',
    form: { reason: text('理由', { maxLength: 300 }) },
    effects: ({ input }) => ({ set: { voidReason: input.reason } }),
  }),
}))
