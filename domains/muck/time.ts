/** Hours and weeks of muck, as pure arithmetic. */

/** Whether `HH:MM` lies in a window that may run over midnight. */
export const isWithin = (from: string, to: string, at: string): boolean =>
  from <= to ? at >= from && at <= to : at >= from || at <= to
/** Monday of the ISO week a day belongs to. */
export const mondayOf = (day: string): string => {
  const at = new Date(`${day}T00:00:00Z`)
  return new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}
/** `2026-W10` (ISO 8601): the week belongs to the year its Thursday lies in. */
export const isoWeek = (day: string): string => {
  const thursday = new Date(Date.parse(`${mondayOf(day)}T00:00:00Z`) + 3 * 86_400_000)
  const year = thursday.getUTCFullYear()
  const days = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000)
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`
}
