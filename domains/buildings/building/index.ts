/** 违法建设 (城乡规划法第64条至第68条, 行政强制法第44条): 发现 → 认定 → 停工 → 限拆 → 公告 → 强拆 → 销号. */
import { base } from './definition.ts'
import { enforcedActions } from './enforced.ts'
import { openedActions, verifiedActions } from './found.ts'
import { settledActions } from './settled.ts'

export const building = base.actions((action) => ({
  ...openedActions(action),
  ...verifiedActions(action),
  ...enforcedActions(action),
  ...settledActions(action),
}))
