/** Large signs that stand without insurance become safety cases, once. */
import { bySystem, type Job, many } from '#kernel'

const sql = `select id from ads.sign where is_large and not coalesce(is_insured, false) and not coalesce(is_unsafe, false)
  and status <> 'removed' and created_at < $1::timestamptz - interval '30 days' order by id limit 200`
export const insuranceJob: Job = {
  id: 'ads.insurance',
  zh: '大型店招无保险',
  everyMinutes: 720,
  run: async (ctx) => {
    for (const { id } of await many<{ id: string }>(ctx.tx, sql, [ctx.now])) await bySystem(ctx, 'ads.sign', id, 'uninsured')
  },
}
