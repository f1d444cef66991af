/** Small things every file of gas needs. */
import { type Actor, didBefore, type Participation, refusals } from '#kernel'

export const { why, notYet } = refusals('gas')
export const levels = { general: '一般', major: '重大' } as const
export const userClasses = { pipeResident: '管道居民', pipeBusiness: '管道商业', lpgBusiness: '瓶装商业' } as const
/** 三件套, named as in the register of the installed parts. */
export const parts = { alarm: '可燃气体报警装置', valve: '自闭阀', hose: '专用软管' } as const
/** Checked by another than who did it. */
export const notSelf = (past: readonly Participation[], action: string, actor: Actor, zh: string) =>
  notYet(didBefore(past, action, actor), zh)
