/** How much is waiting for me: one number for the menu and the home page. */
import { reactive } from 'vue'
import { getWork } from '#kernel/web/api.ts'
import { useLive } from '#kernel/web/live.ts'

const count = reactive({ total: 0, overdue: 0 })
const load = (): void => {
  getWork({ limit: 1 })
    .then((work) => Object.assign(count, { total: work.total, overdue: work.overdue }))
    .catch(() => undefined)
}
export const useWorkCount = (): typeof count => {
  load()
  useLive(() => true, load, 5000)
  return count
}
