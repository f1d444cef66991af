/** What evaluation does when told: a deduction that was taken off a contractor's bill is entered as taken. */
import { contractorPaid } from '#catalogue/facts.ts'
import { bySystem, type Listener, listen, many } from '#kernel'

const whenPaid = listen(contractorPaid, async ({ deductions, bill, on }, ctx) => {
  const sql = `select id from evaluation.deduction where number = any($1::text[]) and status = 'signed' order by number`
  for (const { id } of await many<{ id: string }>(ctx.tx, sql, [deductions]))
    await bySystem(ctx, 'evaluation.deduction', id, 'deduct', { bill, deductedOn: on })
})
export const evaluationListeners = [whenPaid] as unknown as readonly Listener[]
