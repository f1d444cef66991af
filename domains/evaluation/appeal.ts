/** 考核申诉: within the window, on one item, with evidence; decided with reasons by somebody who did not compute the round. */
import {
  area,
  dayOf,
  first,
  instant,
  lastDayOf,
  longText,
  number,
  one,
  person,
  photos,
  procedure,
  ref,
  refuse,
  text,
} from '#kernel'
import type { Inputs, Outcome } from './scoring.ts'
import { actsFor, why } from './shared.ts'

interface RoundRow {
  readonly status: string
  readonly appealDueAt: Date | null
  readonly inputs: Inputs | null
  readonly outcome: Outcome | null
  readonly computedBy: string | null
}
const form = {
  round: ref('考核轮次', 'evaluation.round'),
  street: area('街道(镇)'),
  itemCode: text('申诉的考核项(编码)', { maxLength: 20 }),
  reason: longText('申诉理由', { maxLength: 4000 }),
  evidence: photos(1, '证据'),
} as const
export const appealProcedure = procedure('evaluation.appeal', {
  zh: '考核申诉',
  menu: '考核评价',
  numbering: { prefix: 'SS', per: 'year', digits: 4 },
  title: 'itemName',
  leadingClock: 'decide',
  fields: {
    ...form,
    itemName: text('考核项', { maxLength: 100 }).searchable().optional(),
    oldScore: number('原得分').optional(),
    full: number('满分').optional(),
    newScore: number('裁定得分').optional(),
    decision: longText('裁定理由', { maxLength: 4000 }).optional(),
    filedBy: person('申诉人').optional(),
    decidedBy: person('裁定人').optional(),
    decidedAt: instant('裁定时间').optional(),
    computedBy: person('原计算人').optional(),
  },
  uniqueTogether: [['round', 'street', 'itemCode']],
  clocks: { decide: { zh: '裁定', byDay: 'carried', basis: '区高质量考核办法(示例)' } },
  statuses: {
    filed: { zh: '待裁定', duty: 'evaluation.decide', taskZh: '考核申诉待裁定' },
    accepted: { zh: '采纳', kind: 'final' },
    upheld: { zh: '维持原分', kind: 'final' },
  },
}).actions((action) => ({
  file: action({
    zh: '提出申诉',
    from: 'new',
    to: 'filed',
    by: 'evaluation.street',
    form,
    look: async ({ tx, input, actor, kernel, subject, now }) => ({
      round: await one<RoundRow>(
        tx,
        'select status, appeal_due_at as "appealDueAt", inputs, outcome, computed_by as "computedBy" from evaluation.round where id = $1',
        [input.round],
      ),
      isOwn: await actsFor(tx, actor.id, input.street, dayOf(kernel, subject.district, now)),
    }),
    check: ({ found, input, now }) => {
      const { round } = found
      const due = round?.appealDueAt
      const standing = round?.outcome?.standings.find((s) => s.area === input.street)
      return first(
        found.isOwn ? undefined : refuse('evaluation.not-yours'),
        why(round?.status !== 'published', '该轮考核不在申诉期'),
        due && now >= due ? refuse('evaluation.window', { day: lastDayOf(due) }) : undefined,
        why(!standing, '该轮考核没有这个街道(镇)'),
        why(!standing?.items.some((i) => i.code === input.itemCode), `没有编码为${input.itemCode}的考核项`),
      )
    },
    effects: ({ found, input, actor, parameter }) => {
      const item = found.round?.inputs?.items.find((i) => i.code === input.itemCode)
      const score = found.round?.outcome?.standings
        .find((s) => s.area === input.street)
        ?.items.find((i) => i.code === input.itemCode)
      return {
        set: {
          areaCode: input.street,
          itemName: item?.name ?? input.itemCode,
          full:
            item?.kind === 'deduct' || item?.kind === 'bonus' ? (item.cap ?? 100) : item?.kind === 'veto' ? 1 : (item?.full ?? 0),
          oldScore: score?.score ?? null,
          filedBy: actor.id,
          computedBy: found.round?.computedBy ?? null,
        },
        clocks: [{ clock: 'decide', do: 'start', limit: { value: parameter('evaluation.decide-days'), unit: 'work_day' } }],
      }
    },
  }),
  accept: action({
    zh: '采纳,改分',
    from: 'filed',
    to: 'accepted',
    by: 'evaluation.decide',
    tone: 'primary',
    form: { newScore: number('裁定得分', { min: 0 }), decision: longText('裁定理由', { maxLength: 4000 }) },
    guard: ({ subject, actor }) =>
      [subject.computedBy, subject.filedBy].includes(actor.id)
        ? refuse('evaluation.same-person', { role: '裁定人', other: '计算人或申诉人' })
        : undefined,
    check: ({ input, subject }) =>
      first(
        why(input.newScore > (subject.full ?? 0), `该项上限${subject.full}分`),
        why(input.newScore === subject.oldScore, '裁定得分与原得分相同,应选“维持原分”'),
      ),
    effects: ({ input, actor, now }) => ({
      set: { ...input, decidedBy: actor.id, decidedAt: now.toISOString() },
      clocks: [{ clock: 'decide', do: 'stop' }],
    }),
  }),
  uphold: action({
    zh: '维持原分',
    from: 'filed',
    to: 'upheld',
    by: 'evaluation.decide',
    form: { decision: longText('裁定理由', { maxLength: 4000 }) },
    guard: ({ subject, actor }) =>
      [subject.computedBy, subject.filedBy].includes(actor.id)
        ? refuse('evaluation.same-person', { role: '裁定人', other: '计算人或申诉人' })
        : undefined,
    effects: ({ input, actor, now }) => ({
      set: { ...input, decidedBy: actor.id, decidedAt: now.toISOString() },
      clocks: [{ clock: 'decide', do: 'stop' }],
    }),
  }),
}))
