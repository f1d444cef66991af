/** Which hours of a period nobody sits at the hotline (7×24). */
export interface Shift {
  readonly startsAt: Date
  readonly endsAt: Date
}
export interface Gap {
  readonly from: Date
  readonly to: Date
}
/** Gaps between the shifts within [from, to), oldest first. Overlapping shifts are fine. */
export const rosterGaps = (shifts: readonly Shift[], from: Date, to: Date): readonly Gap[] => {
  const gaps: Gap[] = []
  let covered = from
  for (const shift of [...shifts].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (shift.endsAt <= covered || shift.startsAt >= to) continue
    if (shift.startsAt > covered) gaps.push({ from: covered, to: shift.startsAt })
    covered = shift.endsAt
  }
  if (covered < to) gaps.push({ from: covered, to })
  return gaps
}
