/** The planting season: no planting in frost; what is found then waits for its end. */

/** Month and day as a number, 1201 for 1 December. */
export const monthDay = (day: string): number => Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10))
/** Whether a day lies in a window of the year that may run over its end. */
export const isWithin = (day: string, from: number, to: number): boolean => {
  const n = monthDay(day)
  return from <= to ? n >= from && n <= to : n >= from || n <= to
}
/** The first day after the frost in which `day` lies; null where it may be planted at once. */
export const plantableFrom = (day: string, from: number, to: number): string | null => {
  if (!isWithin(day, from, to)) return null
  const year = Number(day.slice(0, 4)) + (monthDay(day) > to ? 1 : 0)
  const last = `${year}-${String(Math.floor(to / 100)).padStart(2, '0')}-${String(to % 100).padStart(2, '0')}`
  return new Date(Date.parse(`${last}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
