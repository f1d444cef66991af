/** 回访: each call with its verdict, so that what was said before a case was opened again is not lost. */

import { z } from 'zod'
import { addRecord, choice, integer, listen, longText, one, record, text } from '#kernel'
import { fact } from '#kernel/contract'
import { satisfactions } from './contract.ts'

export const calledBack = fact(
  'cases.called-back',
  '案件已回访',
  z.object({
    caseId: z.string(),
    number: z.string(),
    verdict: z.enum(['satisfied', 'basic', 'dissatisfied', 'unreached']),
    note: z.string().nullish(),
  }),
)
export const callback = record('cases.callback', {
  zh: '案件回访',
  menu: '案件',
  title: 'number',
  help: '每次回访一行。满意率 =(满意+基本满意)÷ 联系上的;未联系上的另计,不进分母。不满意的案件已重新受理。',
  fields: {
    case: text('案件', { maxLength: 40 }),
    number: text('案件编号', { maxLength: 40 }).searchable(),
    verdict: choice('结果', satisfactions),
    attempt: integer('第几次', { min: 1 }),
    note: longText('回访记录', { maxLength: 500 }).optional(),
  },
})
export const whenCalledBack = listen(calledBack, async ({ caseId, number, verdict, note }, ctx) => {
  const before = await one<{ n: number; areaCode: string | null }>(
    ctx.tx,
    `select (select count(*)::int from cases.callback b where b.district = c.district and b.case_ = $1) as n, c.area_code as "areaCode" from cases."case" c where c.id = $1::uuid`,
    [caseId],
  )
  await addRecord(
    ctx,
    callback,
    { case: caseId, number, verdict, attempt: (before?.n ?? 0) + 1, note: note ?? null },
    { areaCode: before?.areaCode ?? null },
  )
})
