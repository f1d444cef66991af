/**
 * What people write about: texts gathered by likeness of words and characters (and a little by place), each heap named by the words
 * that tell it from the rest, and whether it grows. One pass that opens heaps, then passes that put every text where it fits best.
 */
import { binomialTail } from './chance.ts'
import { wordsOf } from './features.ts'

export interface Told {
  readonly id: string
  readonly text: string
  /** A place in words or code: texts of one place are a little more alike. */
  readonly place: string | null
  /** Of the days that are asked about, not of those before. */
  readonly isRecent: boolean
}
export interface Topic {
  readonly name: string
  readonly words: readonly string[]
  /** Members, by index into what was told. */
  readonly members: readonly number[]
  readonly recent: number
  readonly before: number
  /** As many as the days before would have led one to expect in the recent ones. */
  readonly expected: number
  readonly trend: Trend
  /** Chance of so many (or so few) if nothing had changed. */
  readonly p: number
}
export type Trend = 'new' | 'up' | 'down' | 'steady'
export interface TopicOptions {
  readonly recentDays: number
  readonly beforeDays: number
  /** Fewer texts than this are no topic. */
  readonly least: number
}
/** Likeness (cosine of −1 … 1) from which a text belongs to a heap. */
const alike = 0.3
const placeBonus = 0.08
/** Likeness of two heaps' centres from which they are one: centres share more than any two texts do. */
const oneTopic = 0.4
const centreTerms = 80
const passes = 3
/** Characters read; the rest of a long complaint repeats it. */
const readLimit = 400
const headLimit = 30
/** Chance below which a change is told, shared among all topics looked at (Bonferroni). */
const doubt = 0.05

type Sparse = ReadonlyMap<number, number>
const unit = (v: Map<number, number>): Map<number, number> => {
  const length = Math.sqrt([...v.values()].reduce((n, x) => n + x * x, 0)) || 1
  for (const [i, x] of v) v.set(i, x / length)
  return v
}
/** Words weighed by how rare they are; those of the beginning, which is where people say what it is about, count double. */
const vectorise = (
  words: ReadonlySet<string>,
  head: ReadonlySet<string>,
  numbers: ReadonlyMap<string, readonly [i: number, idf: number]>,
): Sparse => {
  const v = new Map<number, number>()
  for (const word of words) {
    const known = numbers.get(word)
    if (known) v.set(known[0], known[1] * (head.has(word) ? 2 : 1))
  }
  return unit(v)
}
/** A word in more texts than this share tells nothing apart; one in a single text joins nothing. */
const commonShare = 0.25
const number = (df: ReadonlyMap<string, number>, texts: number) =>
  new Map(
    [...df]
      .filter(([, n]) => n > 1 && n <= Math.max(10, texts * commonShare))
      .map(([word, n], i) => [word, [i, Math.log((1 + texts) / (1 + n))] as const]),
  )
interface Heap {
  readonly members: number[]
  centre: Sparse
  place: string | null
}
/** Lists of heaps by term, so that a text meets only those it shares something with. */
const indexOf = (heaps: readonly Heap[]): Map<number, [heap: number, weight: number][]> => {
  const lists = new Map<number, [number, number][]>()
  for (const [h, { centre }] of heaps.entries()) addToIndex(lists, h, centre)
  return lists
}
const addToIndex = (lists: Map<number, [number, number][]>, h: number, centre: Sparse): void => {
  for (const [i, x] of centre) {
    const list = lists.get(i)
    if (list) list.push([h, x])
    else lists.set(i, [[h, x]])
  }
}
/** Which heap a text is nearest to; sums in one array that is used again, because this is asked of every text in every pass. */
const nearestAmong = (heaps: readonly Heap[], lists: Map<number, [number, number][]>, most: number) => {
  const like = new Float64Array(most)
  return (v: Sparse, place: string | null): number => {
    const touched: number[] = []
    for (const [i, x] of v)
      for (const [h, y] of lists.get(i) ?? []) {
        if (like[h] === 0) touched.push(h)
        like[h] = (like[h] ?? 0) + x * y
      }
    let [best, worth] = [-1, alike]
    for (const h of touched) {
      const value = (like[h] ?? 0) + (place !== null && heaps[h]?.place === place ? placeBonus : 0)
      if (value > worth) [best, worth] = [h, value]
      like[h] = 0
    }
    return best
  }
}
const mostOf = <T>(list: readonly T[]): T | null => {
  const counts = new Map<T, number>()
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
const centreOf = (members: readonly number[], vectors: readonly Sparse[]): Sparse => {
  const sum = new Map<number, number>()
  for (const m of members) for (const [i, x] of vectors[m] ?? []) sum.set(i, (sum.get(i) ?? 0) + x)
  const top = [...sum].sort((a, b) => b[1] - a[1]).slice(0, centreTerms)
  return unit(new Map(top))
}
const cosine = (a: Sparse, b: Sparse): number => {
  let sum = 0
  for (const [i, x] of a) sum += x * (b.get(i) ?? 0)
  return sum
}
/** Joins heaps that are about the same, the largest first; a text alone is no heap: it looks for one in the next pass. */
const join = (heaps: readonly Heap[], vectors: readonly Sparse[]): Heap[] => {
  const kept: Heap[] = []
  const many = heaps.filter((h) => h.members.length > 1)
  for (const heap of many.sort((a, b) => b.members.length - a.members.length)) {
    const centre = centreOf(heap.members, vectors)
    const like = kept.map((k) => cosine(k.centre, centre))
    const best = like.indexOf(Math.max(oneTopic, ...like))
    const found = kept[best]
    if (found) {
      found.members.push(...heap.members)
      found.centre = centreOf(found.members, vectors)
    } else kept.push({ ...heap, centre })
  }
  return kept
}
const gather = (told: readonly Told[], vectors: readonly Sparse[]): readonly Heap[] => {
  let heaps: Heap[] = []
  const lists = new Map<number, [number, number][]>()
  const opened = nearestAmong(heaps, lists, vectors.length)
  for (const [n, v] of vectors.entries()) {
    const place = told[n]?.place ?? null
    const found = heaps[opened(v, place)]
    if (found) found.members.push(n)
    else {
      heaps.push({ members: [n], centre: v, place })
      addToIndex(lists, heaps.length - 1, v)
    }
  }
  for (let pass = 0; pass < passes; pass++) {
    heaps = join(heaps, vectors).map(({ members }) => ({
      members: [],
      centre: centreOf(members, vectors),
      place: mostOf(members.map((m) => told[m]?.place ?? null)),
    }))
    const find = nearestAmong(heaps, indexOf(heaps), heaps.length)
    for (const [n, v] of vectors.entries()) heaps[find(v, told[n]?.place ?? null)]?.members.push(n)
  }
  return join(heaps, vectors)
}

/** Whether so many in the recent days are more or fewer than those before say; exact, given the sum of both. */
export const changeOf = (recent: number, before: number, { recentDays, beforeDays }: TopicOptions, looks: number) => {
  const expected = (before * recentDays) / beforeDays
  const isUp = recent >= expected
  const p = binomialTail(recent, recent + before, recentDays / (recentDays + beforeDays), isUp)
  const isSure = p < doubt / Math.max(1, looks)
  const trend: Trend = !isSure ? 'steady' : before === 0 ? 'new' : isUp ? 'up' : 'down'
  return { expected, p, trend }
}

/** Words of a heap that the rest seldom has; one that stands inside another, longer one is left out. */
const tellingWords = (
  members: readonly number[],
  words: readonly ReadonlySet<string>[],
  df: ReadonlyMap<string, number>,
): readonly string[] => {
  const own = new Map<string, number>()
  for (const m of members) for (const w of words[m] ?? []) own.set(w, (own.get(w) ?? 0) + 1)
  const rest = Math.max(1, words.length - members.length)
  const ranked = [...own]
    .filter(([, n]) => n >= Math.max(2, members.length * 0.15))
    .map(([word, n]) => {
      const outside = ((df.get(word) ?? n) - n + 0.5) / rest
      return [word, (n / members.length) * Math.log(n / members.length / outside)] as const
    })
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const kept: string[] = []
  for (const [word] of ranked) if (kept.length < 3 && !kept.some((k) => k.includes(word) || word.includes(k))) kept.push(word)
  return kept
}

/** Topics, those that grow most surely first. */
export const findTopics = (told: readonly Told[], options: TopicOptions): readonly Topic[] => {
  const words = told.map((t) => wordsOf(t.text.slice(0, readLimit)))
  const df = new Map<string, number>()
  for (const set of words) for (const w of set) df.set(w, (df.get(w) ?? 0) + 1)
  const numbers = number(df, told.length)
  const vectors = told.map((t, i) => vectorise(words[i] ?? new Set(), wordsOf(t.text.slice(0, headLimit)), numbers))
  const heaps = gather(told, vectors).filter((h) => h.members.length >= options.least)
  return heaps
    .map(({ members }): Topic => {
      const recent = members.filter((m) => told[m]?.isRecent).length
      const before = members.length - recent
      const telling = tellingWords(members, words, df)
      return {
        name: telling.join(' '),
        words: telling,
        members,
        recent,
        before,
        ...changeOf(recent, before, options, heaps.length),
      }
    })
    .sort((a, b) => Number(b.recent >= b.expected) - Number(a.recent >= a.expected) || a.p - b.p)
}
