/** 回传箱: answers wait here for whoever carries them to the platform they came from, by file, queue or gateway; each is taken once. */
import { type BoundRoute, bind, raw } from '#kernel'
import { returnsRoute, takeReturnsRoute } from './contract.ts'

interface Answer {
  readonly id: string
  readonly at: Date
  readonly channel: string
  readonly number: string
  readonly outsideNumber: string | null
  readonly status: string
  readonly reply: string
  readonly satisfaction: string | null
  readonly attempts: number
  readonly error: string | null
}
const columns = `id, at, channel, number, outside_number as "outsideNumber", status, reply, satisfaction, attempts, error`
const mostShown = 1000

export const returnRoutes: readonly BoundRoute[] = [
  bind(returnsRoute, async ({ channel }, ctx) =>
    ctx.work(async ({ tx }) => {
      const { rows } = await raw<Answer>(
        tx,
        `select ${columns} from intake.return_box where sent_at is null and ($1::text is null or channel = $1) order by at, id limit ${mostShown}`,
        [channel ?? null],
      )
      return { answers: [...rows] }
    }),
  ),
  bind(takeReturnsRoute, async ({ channel, most }, ctx) =>
    ctx.work(async ({ tx, now }) => {
      const { rows } = await raw<Answer>(
        tx,
        `update intake.return_box set sent_at = $1 where (district, id) in
           (select district, id from intake.return_box where sent_at is null and (claimed_until is null or claimed_until < clock_timestamp())
              and ($2::text is null or channel = $2) order by at, id limit $3 for update skip locked)
         returning ${columns}`,
        [now, channel ?? null, most],
      )
      return { answers: [...rows].sort((a, b) => a.at.getTime() - b.at.getTime()) }
    }),
  ),
]
