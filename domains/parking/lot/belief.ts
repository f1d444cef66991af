/**
 * One state out of what several sources said of a berth. Each source counts with its last word only: its weight times the
 * confidence it stated, halved for every half-life that has passed. The side with the larger sum holds; equal sums, the newer word.
 * What stands below the floor is not known, and is never shown as a number.
 */
import type { SourceKind } from '../contract.ts'

export interface Vote {
  readonly source: SourceKind
  readonly isTaken: boolean
  /** 0…1, as the source stated it. */
  readonly confidence: number
  readonly at: number
  readonly plate?: string | null
}
export interface BeliefTerms {
  /** 0…1. */
  readonly weight: (source: SourceKind) => number
  readonly halfMinutes: (source: SourceKind) => number
  /** 0…1. */
  readonly floor: number
}
export interface Belief {
  readonly state: 'taken' | 'free' | 'unknown'
  readonly confidence: number
  readonly source: SourceKind | null
  readonly at: number | null
  /** Both sides have somebody who would be believed alone. */
  readonly isDisputed: boolean
}
export const standing = (vote: Vote, now: number, terms: BeliefTerms): number =>
  terms.weight(vote.source) * vote.confidence * 0.5 ** (Math.max(0, now - vote.at) / 60_000 / terms.halfMinutes(vote.source))

const round = (n: number): number => Math.round(n * 1000) / 1000
/** @param votes the last word of each source, in any order. */
export const believe = (votes: readonly Vote[], now: number, terms: BeliefTerms): Belief => {
  const scored = votes.map((vote) => ({ vote, score: standing(vote, now, terms) })).sort((a, b) => b.vote.at - a.vote.at)
  const sumOf = (isTaken: boolean): number => scored.reduce((n, s) => n + (s.vote.isTaken === isTaken ? s.score : 0), 0)
  const [taken, free] = [sumOf(true), sumOf(false)]
  const isTaken = taken === free ? (scored[0]?.vote.isTaken ?? false) : taken > free
  const best = scored.filter((s) => s.vote.isTaken === isTaken).sort((a, b) => b.score - a.score)[0]
  const isDisputed = [true, false].every((side) => scored.some((s) => s.vote.isTaken === side && s.score >= terms.floor))
  const confidence = best ? round((best.score * Math.max(taken, free)) / (taken + free || 1)) : 0
  if (!best || confidence < terms.floor)
    return { state: 'unknown', confidence, source: null, at: scored[0]?.vote.at ?? null, isDisputed }
  return { state: isTaken ? 'taken' : 'free', confidence, source: best.vote.source, at: best.vote.at, isDisputed }
}
/** Replaces a source's word by a newer one; an older one that comes late changes nothing. */
export const hear = (votes: readonly Vote[], said: Vote): readonly Vote[] => {
  const known = votes.find((v) => v.source === said.source)
  if (known && known.at > said.at) return votes
  return [...votes.filter((v) => v.source !== said.source), said]
}
