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
const bucketOf = (degrees: number): number => Math.floor(degrees / bucketDegrees)
/** Thirty bits: a small whole number is found faster than a long one. Buckets that share a key lie 32 degrees apart, and are told apart by distance. */
const keyOf = (x: number, y: number): number => ((x & 0x7fff) << 15) | (y & 0x7fff)

const toldMost = 5
const mostKept = 12
/** Numbers of one entry, beside each other: a look reads a bucket front to back and touches no entry that it does not tell of. */
const width = 4
interface Bucket {
  readonly entries: BoardEntry[]
  /** lon, lat, at, category of each entry in turn. */
  readonly numbers: Float64Array
  count: number
}
const without = (bucket: Bucket, index: number): void => {
  bucket.entries.splice(index, 1)
  bucket.numbers.copyWithin(index * width, (index + 1) * width, bucket.count * width)
  bucket.count--
}

/** Open cases by buckets of about 100 m, the latest `mostKept` of each; a look reads the buckets that its circle touches. */
export const createCaseBoard = (options: { readonly metres: number; readonly hours: number }): CaseBoard => {
  const buckets = new Map<number, Bucket>()
  const places = new Map<string, number>()
  // 0 is a case without a category, which is like any other.
  const categories = new Map<string, number>()
  const categoryOf = (code: string | null): number => {
    if (!code) return 0
    const known = categories.get(code) ?? categories.size + 1
    categories.set(code, known)
    return known
  }
  const reach = options.metres / metresPerDegree
  const most = reach ** 2
  return {
    add: (entry) => {
      const key = keyOf(bucketOf(entry.lon), bucketOf(entry.lat))
      const bucket = buckets.get(key) ?? { entries: [], numbers: new Float64Array(mostKept * width), count: 0 }
      if (bucket.count >= mostKept) {
        places.delete(bucket.entries[0]?.id ?? '')
        without(bucket, 0)
      }
      bucket.numbers.set([entry.lon, entry.lat, entry.at, categoryOf(entry.category)], bucket.count * width)
      bucket.entries.push(entry)
      bucket.count++
      buckets.set(key, bucket)
      places.set(entry.id, key)
    },
    remove: (id) => {
      const key = places.get(id)
      const bucket = key === undefined ? undefined : buckets.get(key)
      if (key === undefined || !bucket) return
      places.delete(id)
      without(
        bucket,
        bucket.entries.findIndex((e) => e.id === id),
      )
      if (bucket.count === 0) buckets.delete(key)
    },
    near: (point) => {
      const oldest = point.at - options.hours * 3_600_000
      const own = categoryOf(point.category)
      const shrink = Math.cos((point.lat * Math.PI) / 180)
      const nearest: BoardEntry[] = []
      const squares: number[] = []
      let farthest = most
      const east = bucketOf(point.lon + reach / shrink)
      const north = bucketOf(point.lat + reach)
      for (let i = bucketOf(point.lon - reach / shrink); i <= east; i++)
        for (let j = bucketOf(point.lat - reach); j <= north; j++) {
          const bucket = buckets.get(keyOf(i, j))
          if (!bucket) continue
          const { numbers, count } = bucket
          for (let n = 0, k = 0; n < count; n++, k += width) {
            const x = ((numbers[k] as number) - point.lon) * shrink
            const y = (numbers[k + 1] as number) - point.lat
            const square = x * x + y * y
            const category = numbers[k + 3] as number
            if (square > farthest || (numbers[k + 2] as number) < oldest || (own && category && own !== category)) continue
            let place = Math.min(nearest.length, toldMost - 1)
            for (; place > 0 && (squares[place - 1] as number) > square; place--) {
              nearest[place] = nearest[place - 1] as BoardEntry
              squares[place] = squares[place - 1] as number
            }
            nearest[place] = bucket.entries[n] as BoardEntry
            squares[place] = square
            if (nearest.length === toldMost) farthest = squares[toldMost - 1] as number
          }
        }
      return nearest.map((entry, i) => ({
        id: entry.id,
        number: entry.number,
        metres: Math.round(Math.sqrt(squares[i] as number) * metresPerDegree),
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
