/** 9 结案、归档、终结,以及复议诉讼、移交、文号回写 (system). */
import { choice, flag, integer, money, refuse, text, unit } from '#kernel'
import type { PenaltyAction } from './definition.ts'
import { readFile } from './file.ts'
import { first, handlersOnly, iso, needCertificates, needRecord, othersOnly, paper, sayStage } from './shared.ts'

const allStatuses = [
  'lead',
  'filing',
  'investigating',
  'reviewing',
  'notifying',
  'noticed',
  'hearing',
  'discussing',
  'deciding',
  'decided',
  'served',
  'urged',
  'court',
  'fulfilled',
  'closed',
  'archived',
  'not_punished',
] as const
const afterDecision = ['decided', 'served', 'urged', 'court', 'fulfilled', 'closed', 'archived'] as const
const stopAll = ['clue', 'decide', 'defend', 'serve', 'pay', 'urge'].map((clock) => ({ clock, do: 'stop' as const }))

interface Changed {
  readonly status: string
  readonly paidFen: number
  readonly forfeitFen: number | null
}
/** What was paid already covers the lower fine that a review or a court left standing. */
const isPaidUp = (c: Changed, fineFen: number | null | undefined): boolean =>
  fineFen != null && ['served', 'urged', 'court'].includes(c.status) && c.paidFen >= fineFen + (c.forfeitFen ?? 0)
export const endedActions = (action: PenaltyAction) => ({
  close: action({
    zh: '结案',
    from: 'fulfilled',
    to: 'closed',
    by: 'enforcement.approve',
    tone: 'primary',
    basis: '行政处罚法第47条、第48条、第52条、第71条',
    guard: (ctx) =>
      first(
        othersOnly('审批结案', '行政处罚法第57条')(ctx),
        ctx.subject.track !== 'ordinary' && !ctx.subject.onSpotFiledOn
          ? refuse('enforcement.close', { why: '当场处罚尚未备案(第52条)' })
          : undefined,
        ctx.clocks.some((c) => c.name === 'handIn' && !c.stoppedAt)
          ? refuse('enforcement.close', { why: '当场收缴的罚款尚未上缴(第71条)' })
          : undefined,
      ),
    look: (ctx) => readFile(ctx),
    check: ({ found, subject }) =>
      first(
        subject.track === 'ordinary' ? needRecord(found, 'serve') : undefined,
        found.openSeizures > 0 ? refuse('enforcement.seizure-open') : undefined,
        found.openRemedies > 0 ? refuse('enforcement.close', { why: '复议或诉讼正在进行' }) : undefined,
        found.unpublished > 0 ? refuse('enforcement.close', { why: '处罚决定尚未公示,也未认定不予公开(第48条)' }) : undefined,
      ),
    effects: ({ subject }) => ({
      clocks: stopAll,
      spawn: [paper(subject.id, '42', { party: subject.partyName, paidFen: subject.paidFen })],
    }),
  }),
  archive: action({
    zh: '立卷归档',
    from: 'closed',
    to: 'archived',
    by: 'enforcement.archive',
    tone: 'primary',
    basis: '行政处罚法第47条;一案一卷',
    help: '结案后立卷:卷号、页数、目录。',
    form: { volume: text('案卷号', { maxLength: 40 }), pages: integer('页数', { min: 1 }) },
    effects: ({ input, subject }) => ({
      set: { volume: input.volume, pages: input.pages },
      spawn: [paper(subject.id, '43', { volume: input.volume, pages: input.pages })],
    }),
  }),
  terminate: action({
    zh: '终结案件',
    from: 'any open',
    to: 'terminated',
    by: 'enforcement.approve',
    tone: 'danger',
    basis: '行政强制法第39条、第40条;行政处罚程序规定',
    form: {
      ground: choice('情形', {
        dead: '当事人死亡或终止无承受人',
        unable: '无可供执行的财产',
        lost: '无法查清',
        court: '法院裁定不予执行',
        other: '其他',
      }),
      reason: text('说明', { maxLength: 500 }),
    },
    guard: othersOnly('批准', '行政处罚法第57条'),
    effects: ({ input, subject }) => ({
      set: { endReason: input.reason },
      clocks: stopAll,
      spawn: [paper(subject.id, '41', { reason: input.reason, party: subject.partyName })],
    }),
  }),
  noteNumber: action({
    zh: '文号回写',
    from: allStatuses,
    to: 'same',
    by: 'system',
    form: { number: text('文号', { maxLength: 60 }) },
    effects: ({ input }) => ({ set: { decisionNumber: input.number } }),
  }),
  remedyOpened: action({
    zh: '复议、诉讼受理',
    from: afterDecision,
    to: 'same',
    by: 'system',
    basis: '行政处罚法第73条:复议、诉讼期间加处罚款不予计算',
    effects: () => ({ set: { hasRemedy: true } }),
  }),
  remedyClosed: action({
    zh: '复议、诉讼办结',
    from: afterDecision,
    to: ({ input, subject }) =>
      input.isRevoked ? 'revoked' : isPaidUp(subject, input.fineFen) ? 'fulfilled' : (subject.status as 'served'),
    by: 'system',
    help: '复议、诉讼撤销原决定的,案件终止,已公开的决定三日内撤回。',
    form: {
      isRevoked: flag('撤销'),
      fineFen: money('变更后的罚款').optional(),
      days: integer('不计加处的天数', { min: 0 }),
    },
    effects: ({ input, subject, now }) => ({
      set: {
        hasRemedy: false,
        remedyDays: subject.remedyDays + input.days,
        ...(input.fineFen != null ? { fineFen: input.fineFen } : {}),
        ...(isPaidUp(subject, input.fineFen) ? { fulfilledAt: iso(now) } : {}),
      },
      clocks: input.isRevoked
        ? stopAll
        : isPaidUp(subject, input.fineFen)
          ? [
              { clock: 'pay', do: 'stop' },
              { clock: 'urge', do: 'stop' },
            ]
          : [],
      facts: isPaidUp(subject, input.fineFen) ? [sayStage(subject, 'fulfilled', input.fineFen ?? 0)] : [],
    }),
  }),
  handOver: action({
    zh: '随事项移交',
    from: allStatuses,
    to: 'same',
    by: 'system',
    form: { unit: unit('接收单位') },
    effects: ({ input, subject }) => ({
      set: { unitId: input.unit, handler: null, coHandler: null },
      notify: [{ unitId: input.unit, zh: `案件${subject.number}随事项移交,请负责人指定承办人` }],
    }),
  }),
  addNote: action({
    zh: '补充材料',
    from: ['investigating', 'notifying', 'noticed', 'decided', 'served', 'urged', 'court', 'fulfilled'],
    to: 'same',
    by: 'enforcement.handle',
    form: { note: text('说明', { maxLength: 1000 }) },
    guard: handlersOnly,
    look: (ctx) => readFile(ctx),
    check: ({ found }) => needCertificates(found),
  }),
})
