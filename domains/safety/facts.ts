/** Facts that safety tells itself. */
import { z } from 'zod'
import { fact } from '#kernel/contract'

/** A check was recorded: what was due for that enterprise is done. */
export const checked = fact(
  'safety.checked',
  '安全检查已登记',
  z.object({ enterprise: z.string(), lesson: z.string().nullable(), note: z.string() }),
)
export const problemClosed = fact(
  'safety.problem-closed',
  '安全隐患已销号',
  z.object({ source: z.string(), sourceId: z.string() }),
)
export const stateChanged = fact(
  'safety.state-changed',
  '企业停复产',
  z.object({ enterprise: z.string(), state: z.string(), reason: z.string() }),
)
export const itemClosed = fact('safety.item-closed', '安全事项已销号', z.object({ sourceType: z.string(), sourceId: z.string() }))
export const modeEnded = fact('safety.mode-ended', '防控模式关闭', z.object({ id: z.string() }))
export const dosed = fact('safety.dosed', '已接种', z.object({ staff: z.string() }))
export const incidentFound = fact(
  'safety.incident-found',
  '维稳事件属实',
  z.object({ unit: z.string(), on: z.string(), goal: z.string(), number: z.string() }),
)
/** Somebody left the office and the successor signed: what is still open goes with it. */
export const handedOver = fact('safety.handed-over', '工作已移交', z.object({ from: z.string(), to: z.string() }))
