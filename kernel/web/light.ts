/** The light of a thing: colour, icon and word always together. */
import { serverNow } from './clock.ts'
import type { DefinitionMeta, Row } from './types.ts'

export type Light = 'green' | 'amber' | 'red' | 'violet' | 'grey' | 'blue'
/** What a map paints: the same colours as `--light-*` in styles.css. */
export const lightColour: Readonly<Record<Light, string>> = {
  green: '#1a7f37',
  amber: '#b06f00',
  red: '#cf222e',
  violet: '#7b3fe4',
  grey: '#6b7480',
  blue: '#1d5fbf',
}
/** Near its end: this share of the whole time and less is left (the same share as the server's clocks). */
const nearShare = 0.25
const withoutStartMs = 2 * 3_600_000

/** @param since when the clock began, as far as a list knows: without it two hours count as near. */
export const lightOfDue = (dueAt: unknown, now = serverNow(), since?: unknown): Light => {
  if (typeof dueAt !== 'string' && typeof dueAt !== 'number') return 'blue'
  const due = new Date(dueAt).getTime()
  const left = due - now
  const near = typeof since === 'string' ? (due - Date.parse(since)) * nearShare : withoutStartMs
  return left < 0 ? 'red' : left <= near ? 'amber' : 'green'
}
/** A running thing by its deadline, an ended one grey, one whose clock is paused violet. */
export const lightOf = (
  definition: DefinitionMeta | undefined,
  row: Pick<Row, 'id'> & Readonly<Record<string, unknown>>,
  now = serverNow(),
): Light => {
  const status = definition?.statuses?.find((s) => s.id === row.status)
  if (status?.isFinal) return 'grey'
  if (row.status === 'suspended') return 'violet'
  return lightOfDue(row.dueAt, now, row.updatedAt ?? row.createdAt)
}
export const lightOfClock = (clock: { readonly light: string; readonly state: string } | undefined): Light => {
  if (!clock) return 'blue'
  if (clock.state === 'paused') return 'violet'
  if (clock.state === 'stopped' || clock.state === 'cancelled') return 'grey'
  return clock.light === 'red' ? 'red' : clock.light === 'yellow' || clock.light === 'amber' ? 'amber' : 'green'
}
