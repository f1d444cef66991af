/** 行政许可与备案: one procedure for every item. */
import { decidedActions } from './decided.ts'
import { base } from './definition.ts'
import { filedActions } from './filed.ts'
import { handledActions } from './handled.ts'

export const application = base.actions((action) => ({
  ...filedActions(action),
  ...handledActions(action),
  ...decidedActions(action),
}))
