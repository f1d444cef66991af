/** How times, durations and numbers are written. */
import { serverNow } from './clock.ts'
import { locale, t } from './i18n/index.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
export const zone = 'Asia/Shanghai'

const exactFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
})
const parts = (at: number): Readonly<Record<string, string>> =>
  Object.fromEntries(exactFormat.formatToParts(at).map((p) => [p.type, p.value]))
/** 2026-11-21 10:58 */
export const exactTime = (value: string | number | Date, withSeconds = false): string => {
  const p = parts(new Date(value).getTime())
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}${withSeconds ? `:${p.second}` : ''}`
}
/** The calendar day in Beijing, YYYY-MM-DD. */
export const dayOf = (value: string | number | Date): string => exactTime(value).slice(0, 10)
/** 2026年11月21日 */
export const paperDay = (value: string | number | Date): string => {
  const p = parts(new Date(value).getTime())
  return `${p.year}年${Number(p.month)}月${Number(p.day)}日`
}

/** 3小时12分, 2天4小时, 8分 */
export const duration = (ms: number): string => {
  const left = Math.max(0, Math.abs(ms))
  if (left < minute) return t('time.underMinute')
  if (left < hour) return t('time.minutes', { n: Math.floor(left / minute) })
  if (left < day) return t('time.hoursMinutes', { h: Math.floor(left / hour), m: Math.floor((left % hour) / minute) })
  return t('time.daysHours', { d: Math.floor(left / day), h: Math.floor((left % day) / hour) })
}
/** 12 分钟前, 昨天 08:30, 11-03 14:20 */
export const relativeTime = (value: string | number | Date, now = serverNow()): string => {
  const at = new Date(value).getTime()
  const past = now - at
  if (Math.abs(past) < minute) return t('time.justNow')
  if (Math.abs(past) < hour) return t(past > 0 ? 'time.minutesAgo' : 'time.inMinutes', { n: Math.floor(Math.abs(past) / minute) })
  const exact = exactTime(at)
  if (exact.slice(0, 10) === dayOf(now))
    return past > 0 && past < 6 * hour
      ? t('time.hoursAgo', { n: Math.floor(past / hour) })
      : t('time.todayAt', { time: exact.slice(11) })
  if (exact.slice(0, 10) === dayOf(now - day)) return t('time.yesterdayAt', { time: exact.slice(11) })
  if (exact.slice(0, 10) === dayOf(now + day)) return t('time.tomorrowAt', { time: exact.slice(11) })
  return exact.slice(0, 4) === dayOf(now).slice(0, 4) ? exact.slice(5) : exact.slice(0, 10)
}
/** 12,345.6; four digits stand together, so that a year reads as one. */
export const formatNumber = (value: number, decimals?: number): string =>
  new Intl.NumberFormat(locale() === 'en' ? 'en' : 'zh-CN', {
    useGrouping: 'min2',
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 3,
  }).format(value)
/** “—” where there is no value: a zero denominator is neither 0 nor 100. */
export const formatValue = (value: number | null | undefined, decimals: number): string =>
  value === null || value === undefined ? '—' : formatNumber(value, decimals)
export const limitText = (value: unknown): string => {
  if (value === null || typeof value !== 'object' || !('value' in value) || !('unit' in value)) return ''
  return `${String(value.value)}${t(`limit.${String(value.unit)}`)}`
}
