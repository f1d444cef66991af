/** 举报奖励预算台账: what a year allows, what was granted from it one after another, and what is left after each. */
import { type BoundRoute, bind, raw } from '#kernel'
import { rewardLedgerRoute } from './contract.ts'

interface Granted {
  readonly id: string
  readonly matter: string
  readonly amount: number
  readonly grantedAt: Date
  readonly paidAt: Date | null
  readonly voucher: string | null
}
export const ledgerRoute: BoundRoute = bind(rewardLedgerRoute, ({ year }, ctx) =>
  ctx.work(async ({ tx }) => {
    const budgets = await raw<{ amount: number }>(
      tx,
      'select amount::float8 as amount from intake.reward_budget where year = $1 and retired_at is null',
      [String(year)],
    )
    const { rows } = await raw<Granted>(
      tx,
      `select id, matter, amount::float8 as amount, granted_at as "grantedAt", paid_at as "paidAt", voucher from intake.reward
       where status = any(array['granted', 'paid']) and granted_at >= $1 and granted_at < $2 order by granted_at, number`,
      [new Date(`${year}-01-01T00:00:00+08:00`), new Date(`${year + 1}-01-01T00:00:00+08:00`)],
    )
    const budget = budgets.rows[0]?.amount ?? null
    let left = budget
    const lines = rows.map((r) => {
      left = left === null ? null : left - r.amount
      return { ...r, left }
    })
    const total = (of: readonly Granted[]) => of.reduce((n, r) => n + r.amount, 0)
    return { budget, granted: total(rows), paid: total(rows.filter((r) => r.paidAt)), left, rows: lines }
  }),
)
