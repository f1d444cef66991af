/**
 * 案件: the seven stages of GB/T 30428 / 47678 as one table of actions. 核实 is before filing, 核查 before closing; both by
 * somebody other than whoever reported or handled, drawn by lot and not told who that was.
 */
import { adjustedActions } from './adjusted.ts'
import { base } from './definition.ts'
import { endedActions } from './ended.ts'
import { filedActions } from './filed.ts'
import { foundActions } from './found.ts'
import { handledActions } from './handled.ts'
import { historyActions } from './history.ts'
import { toldActions } from './told.ts'

export const caseProcedure = base.actions((action) => ({
  ...foundActions(action),
  ...filedActions(action),
  ...handledActions(action),
  ...adjustedActions(action),
  ...endedActions(action),
  ...toldActions(action),
  ...historyActions(action),
}))
