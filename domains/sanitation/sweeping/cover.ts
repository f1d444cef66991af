/** Hours of a day that shifts cover together, and what lies between them. Pure. */
export interface Shift {
  readonly fromTime: string
  readonly toTime: string
}
export interface Cover {
  readonly hours: number
  /** `HH:MM—HH:MM`, in the order of the day. */
  readonly gaps: readonly string[]
}
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const text = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const dayMinutes = 1440
/** A shift that ends before it begins goes on past midnight; one that ends when it begins covers the whole day. */
export const coverOf = (shifts: readonly Shift[]): Cover => {
  const covered = new Array<boolean>(dayMinutes).fill(false)
  for (const s of shifts) {
    const from = minutesOf(s.fromTime)
    const length = (minutesOf(s.toTime) - from + dayMinutes) % dayMinutes || dayMinutes
    for (let i = 0; i < length; i++) covered[(from + i) % dayMinutes] = true
  }
  const gaps: string[] = []
  for (let i = 0; i < dayMinutes; ) {
    let end = i
    while (end < dayMinutes && covered[end] === covered[i]) end++
    if (!covered[i]) gaps.push(`${text(i)}—${text(end)}`)
    i = end
  }
  return { hours: Math.round((covered.filter(Boolean).length / 60) * 100) / 100, gaps }
}
/** Whether a clock time lies in the hours of opening; the same begin and end is round the clock. */
export const isOpenAt = (openFrom: string, openTo: string, clock: string): boolean =>
  openFrom === openTo || (openFrom < openTo ? clock >= openFrom && clock < openTo : clock >= openFrom || clock < openTo)
