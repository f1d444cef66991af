/** Features of Chinese texts: characters in runs of one to three, words and pairs of words, weighted by how rare they are. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { buildRunTable, findRun, type RunTable, runKey } from './lookup.ts'

let cutter: Jieba | undefined
const cut = (text: string): readonly string[] => {
  cutter ??= Jieba.withDict(dict)
  return cutter.cut(text, false)
}
/** What varies without meaning: widths, numbers, links, spaces. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/https?:\S+/g, ' ')
    .replaceAll(/\d+/g, '0')
    .replaceAll(/\s+/g, ' ')
const wordPattern = /[\p{L}\p{N}]/u
/** Letters and numbers, by UTF-16 unit: 1 is, 2 is not. Asked millions of times of a few thousand characters. */
const kinds = new Uint8Array(65_536)
const isWordUnit = (unit: number): boolean => {
  const known = kinds[unit]
  if (known) return known === 1
  const is = wordPattern.test(String.fromCharCode(unit))
  kinds[unit] = is ? 1 : 2
  return is
}
/** Characters read from the front; what stands further back seldom decides. */
const readLimit = 2500
/** A title, a first sentence: counted once more under names of its own. */
const headLimit = 50
/** Before a term of the head. */
export const headSign = '^'

/** Tells the beginning and length of every run of one to three letters. */
const eachRun = (text: string, to: number, tell: (from: number, length: number) => void): void => {
  for (let i = 0; i < to; i++)
    for (let n = 1; n <= 3 && i + n <= to; n++) {
      if (!isWordUnit(text.charCodeAt(i + n - 1))) break
      tell(i, n)
    }
}
const eachWord = (body: string, tell: (term: string) => void): void => {
  let before = ''
  for (const word of cut(body)) {
    if (!isWordUnit(word.charCodeAt(0))) {
      before = ''
      continue
    }
    if (before) tell(`${before} ${word}`)
    if (word.length > 3) tell(word)
    before = word
  }
}
/** The words of a text of two characters and more, each once; what a person would name it by. */
export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(cut(plain(text).slice(0, readLimit)).filter((w) => w.length >= 2 && /^\p{L}+$/u.test(w)))
const bodyOf = (text: string): string => plain(text).slice(0, readLimit)
/** How often each term stands in a text. */
export const termsOf = (text: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const body = bodyOf(text)
  const add = (term: string): void => void counts.set(term, (counts.get(term) ?? 0) + 1)
  eachRun(body, body.length, (from, n) => add(body.slice(from, from + n)))
  eachRun(body, Math.min(headLimit, body.length), (from, n) => add(headSign + body.slice(from, from + n)))
  eachWord(body, add)
  return counts
}

/** Terms by number, how rare each is, and which views of a text it belongs to. */
export interface Vocabulary {
  readonly terms: ReadonlyMap<string, number>
  /** 1 + the natural logarithm of the inverse share of texts that have the term. */
  readonly idf: Float32Array
  readonly views: Uint8Array
  readonly runs: RunTable
  readonly headRuns: RunTable
}
/** Views of a text: everything; its characters; its head; its words. Each is weighed to length one by itself. */
export const viewCount = 4
const viewsOf = (term: string): number => {
  const isHead = term.startsWith(headSign)
  const isPair = term.includes(' ')
  const characters = !isHead && !isPair ? 2 : 0
  const words = isPair || (!isHead && term.length >= 2) ? 8 : 0
  return 1 | characters | (isHead ? 4 : 0) | words
}
export const buildVocabulary = (texts: readonly ReadonlyMap<string, number>[], least = 3): Vocabulary => {
  const df = new Map<string, number>()
  for (const terms of texts) for (const term of terms.keys()) df.set(term, (df.get(term) ?? 0) + 1)
  return vocabularyOf(
    [...df].filter(([, n]) => n >= least).map(([term, n]) => [term, Math.log((1 + texts.length) / (1 + n)) + 1]),
  )
}
export const vocabularyOf = (entries: readonly (readonly [term: string, idf: number])[]): Vocabulary => ({
  terms: new Map(entries.map(([term], i) => [term, i])),
  idf: Float32Array.from(entries, ([, idf]) => idf),
  views: Uint8Array.from(entries, ([term]) => viewsOf(term)),
  runs: runTableOf(entries, ''),
  headRuns: runTableOf(entries, headSign),
})
const runTableOf = (entries: readonly (readonly [term: string, idf: number])[], sign: string): RunTable =>
  buildRunTable(
    entries.flatMap(([term], i) => {
      const run = sign === '' ? term : term.startsWith(sign) ? term.slice(1) : ''
      return run !== '' && run.length <= 3 && !run.includes(' ') && !run.startsWith(headSign) ? [[run, i] as const] : []
    }),
  )

/** A text as feature numbers with weights (not yet of length one) and the length of each view. */
export interface Vector {
  readonly index: Int32Array
  readonly value: Float32Array
  readonly lengths: readonly number[]
  /** Share of its pairs of characters that were met in training: a text of another kind is little known. */
  readonly known: number
}
const weigh = (index: Int32Array, counts: ArrayLike<number>, { idf, views }: Vocabulary, known = 1): Vector => {
  const value = new Float32Array(index.length)
  const squares = new Float64Array(viewCount)
  for (let k = 0; k < index.length; k++) {
    const i = index[k] as number
    const n = counts[k] as number
    const v = (n === 1 ? 1 : 1 + Math.log(n)) * (idf[i] as number)
    value[k] = v
    for (let view = 0, bits = views[i] as number; bits !== 0; view++, bits >>= 1)
      if (bits & 1) squares[view] = (squares[view] as number) + v * v
  }
  return { index, value, lengths: Array.from(squares, (s) => Math.sqrt(s) || 1), known }
}
export const vectorOf = (terms: ReadonlyMap<string, number>, vocabulary: Vocabulary): Vector => {
  const found = [...terms].flatMap(([term, n]) => {
    const i = vocabulary.terms.get(term)
    return i === undefined ? [] : [[i, n] as const]
  })
  return weigh(
    Int32Array.from(found, ([i]) => i),
    found.map(([, n]) => n),
    vocabulary,
  )
}
/** Adds the runs of a text that the vocabulary knows to `seen`; the hot loop of classifying, so nothing is made in it. @returns share of pairs known */
const findRuns = (body: string, to: number, table: RunTable, seen: number[]): number => {
  let pairs = 0
  let knownPairs = 0
  for (let i = 0; i < to; i++) {
    const a = body.charCodeAt(i)
    if (!isWordUnit(a)) continue
    let found = findRun(table, runKey(a, 0, 0))
    if (found >= 0) seen.push(found)
    const b = i + 1 < to ? body.charCodeAt(i + 1) : 0
    if (b === 0 || !isWordUnit(b)) continue
    found = findRun(table, runKey(a, b, 0))
    pairs += 1
    // No longer run is kept where the shorter one is not: it would stand in as many texts at most.
    if (found < 0) continue
    knownPairs += 1
    seen.push(found)
    const c = i + 2 < to ? body.charCodeAt(i + 2) : 0
    if (c === 0 || !isWordUnit(c)) continue
    found = findRun(table, runKey(a, b, c))
    if (found >= 0) seen.push(found)
  }
  return pairs === 0 ? 0 : knownPairs / pairs
}
export const vectorOfText = (text: string, vocabulary: Vocabulary): Vector => {
  const body = bodyOf(text)
  const seen: number[] = []
  const known = findRuns(body, body.length, vocabulary.runs, seen)
  findRuns(body, Math.min(headLimit, body.length), vocabulary.headRuns, seen)
  eachWord(body, (term) => {
    const i = vocabulary.terms.get(term)
    if (i !== undefined) seen.push(i)
  })
  const sorted = Int32Array.from(seen).sort()
  const index: number[] = []
  const counts: number[] = []
  for (const i of sorted) {
    if (index.at(-1) === i) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1
    else {
      index.push(i)
      counts.push(1)
    }
  }
  return weigh(Int32Array.from(index), counts, vocabulary, known)
}
