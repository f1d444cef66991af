/**
 * 行政处罚案件 (行政处罚法 2021): 案源 → 立案 → 调查取证 → 法制审核 → 告知 → 陈述申辩、听证 → 集体讨论 → 决定 → 送达 → 缴款、催告、法院 →
 * 结案归档, and 当场处罚. A refusal always names the article that asks for what is missing.
 */
import { decidedActions } from './decided.ts'
import { base } from './definition.ts'
import { endedActions } from './ended.ts'
import { filedActions } from './filed.ts'
import { investigatedActions } from './investigated.ts'
import { noticedActions } from './noticed.ts'
import { paidActions } from './paid.ts'

export const penaltyProcedure = base.actions((action) => ({
  ...filedActions(action),
  ...investigatedActions(action),
  ...noticedActions(action),
  ...decidedActions(action),
  ...paidActions(action),
  ...endedActions(action),
}))
