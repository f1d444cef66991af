/** Local times as other systems write them. */
import { dateOfDay, instantOf } from '#kernel'

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/
const local = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?[秒分]?)?$/
const packed = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/

/**
 * `2019/2/28 11:25:05`, `2019-02-28 11:25`, `2019年2月28日 11时25分`, `20190228112505`, a bare day (its midnight), or ISO 8601 with
 * a zone, which then counts. Undefined for anything else, and for a day or hour that does not exist.
 */
export const parseTime = (zone: string, written: string): Date | undefined => {
  const text = written.trim()
  if (zoned.test(text)) return new Date(text)
  const parts = local.exec(text) ?? packed.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((p) => Number(p ?? 0))
  if (hour > 23 || minute > 59 || second > 59) return undefined
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  const isReal =
    dateOfDay(Math.floor(wall / 86_400_000)) === `${parts[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isReal ? new Date(instantOf(zone, wall)) : undefined
}
