/** Small things every file of overhead cables needs. */
import { type Actor, didBefore, type Participation, refusals } from '#kernel'

export const { why, notYet } = refusals('cables')
export const methods = {
  bury: '入地',
  bundle: '捆扎',
  replace: '更换光缆',
  steel: '拆除钢绞线',
  clear: '清除废弃线缆',
} as const
export const operatorKinds = { telecom: '通信', power: '电力', tv: '广播电视', police: '公安监控', other: '其他' } as const
export const crossings = { street: '跨越市区街道', lane: '跨越胡同里弄', highway: '跨越公路', railway: '跨越铁路' } as const
/** Checked by another than who did it. */
export const notSelf = (past: readonly Participation[], action: string, actor: Actor, zh: string) =>
  notYet(didBefore(past, action, actor), zh)
