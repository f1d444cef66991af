/** 案件动作:督办、催办、市民重办与评价. */
import { choice, integer, longText, ref, refuse, say, text, unit } from '#kernel'
import { calledBack } from '../callback.ts'
import { satisfactions, supervisionLevels } from '../contract.ts'
import { findDrawn } from '../look.ts'
import type { CaseAction } from './definition.ts'
import { hour } from './shared.ts'

export const toldActions = (action: CaseAction) => ({
  supervise: action({
    zh: '督办',
    from: 'any open',
    to: 'same',
    by: 'cases.supervise',
    form: {
      level: choice('督办级别', supervisionLevels),
      opinion: longText('督办意见', { maxLength: 1000 }),
      replyDays: integer('限几个工作日回复', { min: 1, max: 30 }),
      unit: unit('被督办单位').optional(),
    },
    // What is stuck before anybody was sent is supervised too: at the unit that has it.
    check: ({ input, subject }) =>
      input.unit || subject.unitId ? undefined : refuse('kernel.check', { rule: '案件还没有承办单位,请选择被督办单位' }),
    effects: ({ input, subject }) => ({
      set: { supervisionCount: subject.supervisionCount + 1 },
      spawn: [
        {
          procedure: 'cases.letter',
          input: {
            kind: 'supervise',
            level: input.level,
            unit: input.unit ?? subject.unitId,
            title: `关于案件${subject.number}的督办函`,
            content: input.opinion,
            replyLimit: { value: input.replyDays, unit: 'work_day' },
          },
        },
      ],
    }),
  }),
  noteIndustry: action({
    zh: '列入行业联动',
    from: [
      ...(['reported', 'verifying', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'handled'] as const),
      ...(['checking', 'check_failed', 'checked', 'closed', 'force_closed', 'evaluated'] as const),
    ],
    to: 'same',
    by: 'system',
    form: { industry: ref('行业联动', 'cases.industry') },
    effects: ({ input }) => ({ set: { industry: input.industry } }),
  }),
  remind: action({
    zh: '核实、核查逾时提醒',
    from: ['verifying', 'checking'],
    to: 'same',
    by: 'system',
    look: ({ tx, subject }) => findDrawn(tx, subject.id),
    effects: ({ subject, found }) => ({
      notify: found
        ? [
            {
              personId: found,
              zh: `案件 ${subject.number} 的${subject.status === 'checking' ? '核查' : '核实'}已逾时,请尽快到现场`,
            },
          ]
        : [],
    }),
  }),
  urge: action({
    zh: '催办',
    from: 'any open',
    to: 'same',
    by: 'cases.dispatch',
    isBulk: true,
    effects: ({ subject }) => ({
      set: { urgeCount: subject.urgeCount + 1 },
      notify: subject.unitId ? [{ unitId: subject.unitId, zh: `催办:案件 ${subject.number} 请尽快办理` }] : [],
    }),
  }),
  citizenReopen: action({
    zh: '市民要求重办',
    from: ['closed', 'evaluated', 'not_accepted'],
    to: 'accepted',
    by: 'public',
    help: '上报人凭回执提出,回到值班长重新立案。',
    form: { reason: text('理由', { maxLength: 500 }) },
    guard: ({ subject, now, parameter }) => {
      const days = parameter('cases.reopen-window')
      return subject.closedAt && now.getTime() - subject.closedAt.getTime() > days * 24 * hour
        ? refuse('cases.reopen-late', { days })
        : undefined
    },
    effects: ({ subject }) => ({
      set: { reopenCount: subject.reopenCount + 1, satisfaction: null },
      clocks: [{ clock: 'file', do: 'start' }],
      timers: [{ name: 'evaluate', at: null, action: 'evaluate' }],
    }),
  }),
  rate: action({
    zh: '评价满意度',
    from: ['closed', 'force_closed', 'evaluated', 'not_accepted'],
    to: 'same',
    by: 'public',
    help: '结果办完之后由上报人评价,不改变办理结果。',
    form: { satisfaction: choice('满意度', satisfactions), comment: text('意见', { maxLength: 500 }).optional() },
    guard: ({ subject }) => (subject.satisfaction ? refuse('cases.rated') : undefined),
    effects: ({ input }) => ({ set: { satisfaction: input.satisfaction, comment: input.comment ?? null } }),
  }),
  callBack: action({
    zh: '回访',
    from: ['closed', 'force_closed', 'evaluated', 'not_accepted'],
    to: ({ input, subject }) =>
      input.satisfaction === 'dissatisfied' && subject.status !== 'force_closed' ? 'accepted' : subject.status,
    by: 'cases.accept',
    help: '电话回访上报人;不满意的写明意见并重新受理,未联系上的如实记录、可再打,不计入满意率。',
    form: { satisfaction: choice('满意度', satisfactions), comment: text('回访记录', { maxLength: 500 }).optional() },
    check: ({ input }) =>
      input.satisfaction === 'dissatisfied' && !input.comment
        ? refuse('kernel.invalid', { detail: '不满意的请写明上报人的意见' })
        : undefined,
    effects: ({ input, subject }) => {
      const isAgain = input.satisfaction === 'dissatisfied' && subject.status !== 'force_closed'
      const verdict = input.satisfaction
      return {
        facts: [say(calledBack, { caseId: subject.id, number: subject.number, verdict, note: input.comment ?? null })],
        set: {
          satisfaction: isAgain ? null : verdict,
          comment: input.comment ?? null,
          ...(isAgain ? { reopenCount: subject.reopenCount + 1 } : {}),
        },
        ...(isAgain
          ? {
              clocks: [{ clock: 'file', do: 'start' }] as const,
              timers: [{ name: 'evaluate', at: null, action: 'evaluate' }],
            }
          : {}),
      }
    },
  }),
})
