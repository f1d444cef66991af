/**
 * 疑似重复: place and time first, then category, then text. At intake from an in-memory board of open cases, so that the hint
 * costs nothing while others wait; on the operator's screen from the database, with the reasons said.
 */
import type { Transaction } from 'kysely'
import { raw, subjectInBox } from '#kernel'

const metresPerDegree = 111_320
export interface BoardEntry {
  readonly id: string
  readonly number: string
  readonly category: string | null
  readonly lon: number
  readonly lat: number
  readonly at: number
}
export interface Hint {
  readonly id: string
  readonly number: string
  readonly metres: number
}
export interface CaseBoard {
  readonly add: (entry: BoardEntry) => void
  readonly remove: (id: string) => void
  readonly near: (point: { lon: number; lat: number; category: string | null; at: number }) => readonly Hint[]
  readonly size: () => number
}
const bucketDegrees = 0.001
const keyOf = (lon: number, lat: number): number => Math.floor(lon / bucketDegrees) * 1_000_000 + Math.floor(lat / bucketDegrees)

const toldMost = 5

/** Open cases by buckets of about 100 m; a look reads nine buckets and stops after `mostLooked` entries, however crowded. */
export const createCaseBoard = (options: { readonly metres: number; readonly hours: number }): CaseBoard => {
  const buckets = new Map<number, BoardEntry[]>()
  const places = new Map<string, number>()
  const mostKept = 24
  return {
    add: (entry) => {
      const key = keyOf(entry.lon, entry.lat)
      const bucket = buckets.get(key) ?? []
      if (bucket.length >= mostKept) places.delete(bucket.shift()?.id ?? '')
      bucket.push(entry)
      buckets.set(key, bucket)
      places.set(entry.id, key)
    },
    remove: (id) => {
      const key = places.get(id)
      if (key === undefined) return
      places.delete(id)
      const left = (buckets.get(key) ?? []).filter((e) => e.id !== id)
      if (left.length > 0) buckets.set(key, left)
      else buckets.delete(key)
    },
    near: (point) => {
      const oldest = point.at - options.hours * 3_600_000
      // A look costs a report a few microseconds: one cosine for all, squares instead of roots, only the nearest kept as they are met.
      const shrink = Math.cos((point.lat * Math.PI) / 180)
      const most = (options.metres / metresPerDegree) ** 2
      const nearest: { readonly entry: BoardEntry; readonly square: number }[] = []
      for (let i = -1; i <= 1; i++)
        for (let j = -1; j <= 1; j++) {
          const bucket = buckets.get(keyOf(point.lon + i * bucketDegrees, point.lat + j * bucketDegrees))
          if (!bucket) continue
          for (const entry of bucket) {
            const x = (entry.lon - point.lon) * shrink
            const y = entry.lat - point.lat
            const square = x * x + y * y
            if (square > (nearest[toldMost - 1]?.square ?? most) || entry.at < oldest) continue
            if (point.category && entry.category && point.category !== entry.category) continue
            let place = nearest.length
            while (place > 0 && (nearest[place - 1]?.square ?? 0) > square) place--
            nearest.splice(place, 0, { entry, square })
            if (nearest.length > toldMost) nearest.pop()
          }
        }
      return nearest.map(({ entry, square }) => ({
        id: entry.id,
        number: entry.number,
        metres: Math.round(Math.sqrt(square) * metresPerDegree),
      }))
    },
    size: () => places.size,
  }
}

export interface SimilarQuestion {
  readonly lon: number
  readonly lat: number
  readonly category?: string | null
  readonly description: string
  readonly at: Date
  readonly metres: number
  readonly hours: number
}
export interface SimilarCase {
  readonly id: string
  readonly number: string
  readonly description: string
  readonly status: string
  readonly metres: number
  readonly hours: number
  readonly textScore: number
  readonly reasons: readonly string[]
}
/** Cases nearby in place and time, most alike first. The box is cut by the spatial index before any text is compared. */
export const findSimilar = async (tx: Transaction<unknown>, q: SimilarQuestion): Promise<readonly SimilarCase[]> => {
  const dLat = q.metres / metresPerDegree
  const dLon = dLat / Math.cos((q.lat * Math.PI) / 180)
  const { rows } = await raw<{
    id: string
    number: string
    description: string
    status: string
    category: string | null
    metres: number
    hours: number
    textScore: number
  }>(
    tx,
    `select * from (
       select r.id, r.number, r.description, r.status, r.category,
         st_distance(r.geom::geography, st_setsrid(st_makepoint($1::float8, $2::float8), 4326)::geography) as metres,
         extract(epoch from ($6::timestamptz - r.created_at)) / 3600 as hours,
         similarity(r.description, $7) as "textScore"
       from cases."case" r
       where ${subjectInBox('st_makeenvelope($1::float8 - $3::float8, $2::float8 - $4::float8, $1::float8 + $3::float8, $2::float8 + $4::float8, 4326)')}
         and r.created_at > $6::timestamptz - make_interval(hours => $5::int) and r.status <> all (array['cancelled', 'merged', 'not_accepted'])
       order by r.created_at desc limit 200) x
     where metres <= $8 order by (case when category = $9 then 0 else 1 end), "textScore" desc, metres limit 10`,
    [q.lon, q.lat, dLon, dLat, q.hours, q.at, q.description, q.metres, q.category ?? ''],
  )
  return rows.map((r) => {
    const metres = Math.round(r.metres)
    const hours = Math.round(Number(r.hours) * 10) / 10
    const textScore = Math.round(Number(r.textScore) * 100) / 100
    const reasons = [`相距${metres}米`, hours < 48 ? `${hours}小时前` : `${Math.round(hours / 24)}天前`]
    if (q.category && r.category === q.category) reasons.push('类别相同')
    if (textScore >= 0.3) reasons.push(`文字相似${Math.round(textScore * 100)}%`)
    return { id: r.id, number: r.number, description: r.description, status: r.status, metres, hours, textScore, reasons }
  })
}
