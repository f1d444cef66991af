/** Words that actions of several stages share: who may verify, what a case tells others, clocks that stop together. */

import { caseOpened } from '#catalogue/facts.ts'
import { type LimitValue, type Participation, type Refusal, refuse, say } from '#kernel'
import type { Sight } from '../look.ts'

export const hour = 3_600_000
/** Where a category states no limit: the platform's default of five working days. */
export const defaultLimit: LimitValue = { value: 5, unit: 'work_day' }
interface Known {
  readonly actor: { readonly id: string | null }
  readonly past: readonly Participation[]
}
export const handlingActions = ['submit', 'receive', 'assign']
/** 核实核查 by another person: neither who reported nor who handled. */
export const otherPerson = ({ actor, past }: Known): Refusal | undefined => {
  const own = past.find(
    (p) => p.actorId !== null && p.actorId === actor.id && (handlingActions.includes(p.action) || p.action === 'report'),
  )
  return own ? refuse('cases.same-person', { role: own.action === 'report' ? '上报过' : '处置过' }) : undefined
}
/** Why a check cannot stand: a picture of before, or one seen from elsewhere. What nothing tells is not held against anyone. */
export const sightFault = ({ metres, isOld }: Sight, metresLimit: number): Refusal | undefined => {
  if (isOld) return refuse('cases.old-photo')
  return metres !== null && metres > metresLimit ? refuse('cases.elsewhere', { metres, limit: metresLimit }) : undefined
}
export const thosePresent = (past: readonly Participation[]): readonly (string | null)[] =>
  past.filter((p) => handlingActions.includes(p.action) || p.action === 'report').map((p) => p.actorId)
export const reference = (c: {
  id: string
  number: string
  source: string
  sourceType: string | null
  sourceId: string | null
}) => ({
  caseId: c.id,
  number: c.number,
  source: c.source,
  sourceType: c.sourceType,
  sourceId: c.sourceId,
})
/** Whoever reported it, where that is another of ours, is told why nothing will be done. */
export const toReporter = (
  c: { readonly reporter: string | null },
  actor: { readonly id: string | null },
  zh: string,
): readonly { readonly personId: string; readonly zh: string }[] =>
  c.reporter && c.reporter !== actor.id ? [{ personId: c.reporter, zh }] : []
export const iso = (at: Date): string => at.toISOString()
export const nextLevel = { merchant: 'street', street: 'district', district: 'city', city: 'city' } as const
export const counters = {
  isSelfSolved: false,
  isAppealed: false,
  isShelvedOnce: false,
  returnCount: 0,
  reworkCount: 0,
  extensionCount: 0,
  reopenCount: 0,
  urgeCount: 0,
  supervisionCount: 0,
  pending: 'none',
  level: 'district',
} as const
export const allHandleClocks = ['handle', 'feedback', 'check', 'close'] as const
export const stopAll = allHandleClocks.map((clock) => ({ clock, do: 'stop' as const }))
export const opened = (subject: Parameters<typeof reference>[0]) => [say(caseOpened, reference(subject))]
