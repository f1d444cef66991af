/** Ids: UUID version 7, ordered by time. Random bytes come from a pool, because intake takes four ids a report. */
import { randomFillSync } from 'node:crypto'
import { v7 } from 'uuid'

const pool = new Uint8Array(4096)
let used = pool.length
const random = (): Uint8Array => {
  if (used + 16 > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}
export const newId = (at?: Date): string => v7({ random: random(), msecs: at?.getTime() ?? Date.now() })
