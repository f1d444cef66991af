/** Facts that command tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A task was received, missed or ended: its event writes it on its timeline. */
export const taskMoved = fact(
  'command.task-moved',
  '应急任务进展',
  z.object({ sourceType: z.string(), sourceId: z.string(), said: z.string() }),
)
/** What asked for tasks is over: those still open are stood down. */
export const ended = fact('command.ended', '应急结束', z.object({ sourceType: z.string(), sourceId: z.string() }))
export const planApproved = fact('command.plan-approved', '预案生效', z.object({ id: z.string(), name: z.string() }))
export const improved = fact('command.improved', '改进项已销号', z.object({ sourceType: z.string(), sourceId: z.string() }))
/** Who leads on a day, or who is on duty, is not as it was printed. */
export const dutyChanged = fact('command.duty-changed', '值班变动', z.object({ dayOn: z.string() }))
/** One sent to a place came back or could not go. */
export const errandEnded = fact('command.errand-ended', '到场任务结束', z.object({ dispatch: z.string() }))
/** A task of a decided matter was signed off. */
export const matterMoved = fact('command.matter-moved', '决议任务销号', z.object({ matter: z.string() }))
/** What a meeting did to a matter or to an overdue resolution. */
export const agendaMoved = fact(
  'command.agenda-moved',
  '议题进展',
  z.object({
    matter: z.string().optional(),
    resolution: z.string().optional(),
    action: z.enum(['list', 'defer', 'decide', 'reject', 'review']),
    meeting: z.string().optional(),
    outcome: z.string().optional(),
    said: z.string().optional(),
    unit: z.string().optional(),
    dueOn: z.string().optional(),
  }),
)
