/** 工单回访: each call with its verdict, so that what was said before an order was done again is not lost. */
import { z } from 'zod'
import { satisfactionChoices } from '#catalogue/words.ts'
import { addRecord, choice, fact, integer, listen, longText, one, record, ref, text, unit } from '#kernel'
import { orderChannels, orderKinds } from './contract.ts'

export const orderCalledBack = fact(
  'intake.order-called-back',
  '工单已回访',
  z.object({
    orderId: z.string(),
    number: z.string(),
    channel: z.string(),
    kind: z.string(),
    unit: z.string().nullish(),
    verdict: z.string(),
    note: z.string().nullish(),
    areaCode: z.string().nullish(),
  }),
)
export const orderCallback = record('intake.callback', {
  zh: '工单回访',
  menu: '诉求',
  title: 'number',
  help: '每次回访一行;不满意后重办的,前一次仍在。未联系上的另计,不进满意率的分母。',
  fields: {
    order: ref('工单', 'intake.order'),
    number: text('工单编号', { maxLength: 40 }).searchable(),
    channel: choice('渠道', orderChannels),
    kind: choice('诉求类型', orderKinds),
    unit: unit('承办单位').optional(),
    verdict: choice('结果', satisfactionChoices),
    attempt: integer('第几次', { min: 1 }),
    note: longText('回访记录', { maxLength: 500 }).optional(),
  },
})
export const whenOrderCalledBack = listen(orderCalledBack, async ({ orderId, areaCode, unit, note, ...said }, ctx) => {
  const before = await one<{ n: number }>(ctx.tx, 'select count(*)::int as n from intake.callback where order_ = $1::uuid', [
    orderId,
  ])
  await addRecord(
    ctx,
    orderCallback,
    { ...said, order: orderId, unit: unit ?? null, note: note ?? null, attempt: (before?.n ?? 0) + 1 },
    { areaCode: areaCode ?? null },
  )
})
