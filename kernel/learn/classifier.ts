/**
 * A classifier of texts: linear machines over four views of a text, and the votes of the most alike texts. It says how sure it is
 * (how often an answer given as surely was right, counted on texts it had not seen) and by which words.
 */
import {
  buildVocabulary,
  headSign,
  termsOf,
  type Vector,
  type Vocabulary,
  vectorOf,
  vectorOfText,
  viewCount,
} from './features.ts'
import { type Sparse, shuffler, trainSvm } from './linear.ts'
import { buildNeighbours, type Neighbours, votes } from './neighbours.ts'

export interface Sample {
  readonly text: string
  readonly label: string
}
export interface Scorer {
  readonly labels: readonly string[]
  readonly vocabulary: Vocabulary
  /** For each term, the weights of all views and classes side by side, so that a term is met once; the biases last. */
  readonly weights: Float32Array
  readonly neighbours: Neighbours
}
/** Lead of the best class over the second, and how often such an answer was right: rising steps. */
export interface Step {
  readonly lead: number
  readonly confidence: number
}
export interface Classifier extends Scorer {
  readonly steps: readonly Step[]
  /** Counted on texts that were held back while training. */
  readonly quality: Quality
}
export interface Quality {
  readonly texts: number
  readonly macroF1: number
  readonly accuracy: number
  readonly f1: Readonly<Record<string, number>>
}
export interface Answer {
  readonly label: string
  /** 0 to 1. */
  readonly confidence: number
  readonly ranked: readonly { readonly label: string; readonly score: number }[]
  /** The terms that spoke most for it. */
  readonly because: readonly string[]
}
const viewShares = [1, 0.5, 0.5, 0.5]
/** Shares of votes lie within 0 and 1, scores of machines within a few times their spread. */
const neighbourShare = 2

const viewVector = ({ index, value, lengths }: Vector, { views }: Vocabulary, view: number): Sparse => {
  const bit = 1 << view
  const kept: number[] = []
  for (let k = 0; k < index.length; k++) if ((views[index[k] as number] as number) & bit) kept.push(k)
  const length = lengths[view] ?? 1
  return {
    index: Int32Array.from(kept, (k) => index[k] as number),
    value: Float32Array.from(kept, (k) => (value[k] as number) / length),
  }
}
const margin = (weights: Float32Array, { index, value }: Sparse): number => {
  let sum = weights[weights.length - 1] as number
  for (let k = 0; k < index.length; k++) sum += (weights[index[k] as number] as number) * (value[k] as number)
  return sum
}
const spread = (numbers: readonly number[]): number => {
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length
  return Math.sqrt(numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / numbers.length) || 1
}

type Terms = ReadonlyMap<string, number>
const trainScorer = (texts: readonly Terms[], classes: readonly number[], labels: readonly string[]): Scorer => {
  const vocabulary = buildVocabulary(texts, texts.length < 500 ? 1 : 3)
  const vectors = texts.map((terms) => vectorOf(terms, vocabulary))
  const counts = labels.map((_, c) => classes.filter((k) => k === c).length)
  const size = vocabulary.idf.length
  const width = viewCount * labels.length
  const weights = new Float32Array((size + 1) * width)
  for (let view = 0; view < viewCount; view++) {
    const own = vectors.map((v) => viewVector(v, vocabulary, view))
    // A rare class would else be given up for the sake of the common ones.
    const machines = labels.map((_, c) =>
      trainSvm(
        own,
        classes.map((k) => k === c),
        size,
        { cost: Math.sqrt(classes.length / (labels.length * Math.max(1, counts[c] ?? 1))) },
      ),
    )
    const scale = (viewShares[view] ?? 0) / spread(own.slice(0, 500).flatMap((v) => machines.map((w) => margin(w, v))))
    for (const [c, machine] of machines.entries())
      for (let i = 0; i <= size; i++) weights[i * width + view * labels.length + c] = (machine[i] as number) * scale
  }
  return { labels, vocabulary, weights, neighbours: buildNeighbours(vectors, classes, size) }
}
/** What a term says for each class, all views together, is added to `scores`. */
const addTerm = (scores: Float64Array, { weights, vocabulary, labels }: Scorer, vector: Vector, k: number): void => {
  const i = vector.index[k] as number
  const views = vocabulary.views[i] as number
  const count = labels.length
  for (let view = 0; view < viewCount; view++) {
    if (!(views & (1 << view))) continue
    const by = (vector.value[k] as number) / (vector.lengths[view] as number)
    const from = (i * viewCount + view) * count
    for (let c = 0; c < count; c++) scores[c] = (scores[c] as number) + (weights[from + c] as number) * by
  }
}
const scoresOf = (scorer: Scorer, vector: Vector): readonly number[] => {
  const count = scorer.labels.length
  const scores = new Float64Array(count)
  const biases = scorer.vocabulary.idf.length * viewCount * count
  for (let n = 0; n < viewCount * count; n++)
    scores[n % count] = (scores[n % count] as number) + (scorer.weights[biases + n] as number)
  for (let k = 0; k < vector.index.length; k++) addTerm(scores, scorer, vector, k)
  const near = votes(scorer.neighbours, vector, count)
  return Array.from(scores, (score, c) => score + (near[c] as number) * neighbourShare)
}
interface Guess {
  readonly truth: number
  readonly best: number
  readonly lead: number
}
const guessOf = (scores: readonly number[], truth: number): Guess => {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0))
  const [best = 0, second = 0] = order
  return { truth, best, lead: (scores[best] ?? 0) - (scores[second] ?? 0) }
}

/** Macro-F1 weighs every class alike, however rare. */
export const qualityOf = (guesses: readonly Pick<Guess, 'truth' | 'best'>[], labels: readonly string[]): Quality => {
  const f1 = labels.map((label, c) => {
    const hit = guesses.filter((g) => g.best === c && g.truth === c).length
    const said = guesses.filter((g) => g.best === c).length
    const there = guesses.filter((g) => g.truth === c).length
    return [label, said + there === 0 ? 0 : (2 * hit) / (said + there)] as const
  })
  return {
    texts: guesses.length,
    macroF1: f1.reduce((sum, [, f]) => sum + f, 0) / Math.max(1, labels.length),
    accuracy: guesses.filter((g) => g.best === g.truth).length / Math.max(1, guesses.length),
    f1: Object.fromEntries(f1),
  }
}
/** Lower bound (Wilson, 90 %) of the share of right answers: what is promised holds for texts to come. */
const lowerBound = (right: number, all: number): number => {
  const z = 1.2816
  const p = right / all
  const middle = p + (z * z) / (2 * all)
  const half = z * Math.sqrt((p * (1 - p) + (z * z) / (4 * all)) / all)
  return (middle - half) / (1 + (z * z) / all)
}
const stepsOf = (guesses: readonly Guess[]): readonly Step[] => {
  const sorted = [...guesses].sort((a, b) => a.lead - b.lead)
  const size = Math.max(20, Math.floor(sorted.length / 25))
  const blocks: { lead: number; right: number; all: number }[] = []
  for (let from = 0; from < sorted.length; from += size) {
    const part = sorted.slice(from, from + size)
    blocks.push({ lead: part[0]?.lead ?? 0, right: part.filter((g) => g.best === g.truth).length, all: part.length })
    // Rising: a block that is right less often than the one before is joined to it.
    for (
      let last = blocks.at(-1), before = blocks.at(-2);
      last && before && last.right / last.all <= before.right / before.all;
    ) {
      blocks.splice(-2, 2, { lead: before.lead, right: before.right + last.right, all: before.all + last.all })
      last = blocks.at(-1)
      before = blocks.at(-2)
    }
  }
  return blocks.map((b, i) => ({ lead: i === 0 ? Number.NEGATIVE_INFINITY : b.lead, confidence: lowerBound(b.right, b.all) }))
}

/** Folds that hold as much of every class as the whole. */
export const foldsOf = (classes: readonly number[], folds: number, seed = 42): readonly number[] => {
  const next = shuffler(seed)
  const order = classes.map((_, i) => i)
  for (let n = order.length - 1; n > 0; n--) {
    const other = next(n + 1)
    ;[order[n], order[other]] = [order[other] as number, order[n] as number]
  }
  const seen = new Map<number, number>()
  const fold = new Array<number>(classes.length).fill(0)
  for (const i of order) {
    const c = classes[i] as number
    fold[i] = (seen.get(c) ?? 0) % folds
    seen.set(c, (seen.get(c) ?? 0) + 1)
  }
  return fold
}

/** Fewer than this of a class teach nothing. */
const leastOfClass = 5
/**
 * Trains on samples; classes with fewer than five samples are left out (a person decides those).
 * @returns undefined where fewer than two classes are left
 */
export const trainClassifier = (samples: readonly Sample[], { folds = 3 } = {}): Classifier | undefined => {
  const counts = Map.groupBy(samples, (s) => s.label)
  const labels = [...counts].filter(([, list]) => list.length >= leastOfClass).map(([label]) => label)
  if (labels.length < 2) return undefined
  labels.sort()
  const kept = samples.filter((s) => labels.includes(s.label))
  const texts = kept.map((s) => termsOf(s.text))
  const classes = kept.map((s) => labels.indexOf(s.label))
  const fold = foldsOf(classes, folds)
  const guesses: Guess[] = []
  for (let f = 0; f < folds; f++) {
    const rest = kept.map((_, i) => i).filter((i) => fold[i] !== f)
    const scorer = trainScorer(
      rest.map((i) => texts[i] as Terms),
      rest.map((i) => classes[i] as number),
      labels,
    )
    for (const [i, terms] of texts.entries())
      if (fold[i] === f) guesses.push(guessOf(scoresOf(scorer, vectorOf(terms, scorer.vocabulary)), classes[i] as number))
  }
  return { ...trainScorer(texts, classes, labels), steps: stepsOf(guesses), quality: qualityOf(guesses, labels) }
}

/** From this share of known pairs of characters on a text is of the kind that was learnt. */
const familiar = 0.4
const reasons = (scorer: Scorer, vector: Vector, best: number): readonly string[] => {
  const parts = Array.from(vector.index, (i, k): [number, number] => {
    const scores = new Float64Array(scorer.labels.length)
    addTerm(scores, scorer, vector, k)
    return [i, scores[best] as number]
  })
  const top = new Map(
    parts
      .sort((a, b) => b[1] - a[1])
      .slice(0, 40)
      .map(([i, sum]) => [i, sum]),
  )
  const words: string[] = []
  const names = new Map([...scorer.vocabulary.terms].filter(([, i]) => top.has(i)).map(([term, i]) => [i, term]))
  for (const [i, sum] of top) {
    const term = (names.get(i) ?? '').replace(headSign, '').replace(' ', '')
    if (sum <= 0 || [...term].length < 2 || words.some((w) => w.includes(term) || term.includes(w))) continue
    words.push(term)
    if (words.length === 5) break
  }
  return words
}
/** Best class of a text. `withReasons` false where thousands are classified at once. */
export const classify = (classifier: Classifier, text: string, { withReasons = true } = {}): Answer => {
  const vector = vectorOfText(text, classifier.vocabulary)
  const scores = scoresOf(classifier, vector)
  const { best, lead } = guessOf(scores, 0)
  return {
    label: classifier.labels[best] ?? '',
    // What was counted on texts of the kind it knows does not hold for another kind.
    confidence: (classifier.steps.findLast((s) => lead >= s.lead)?.confidence ?? 0) * Math.min(1, vector.known / familiar),
    ranked: classifier.labels
      .map((label, c) => ({ label, score: scores[c] ?? 0 }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 5),
    because: withReasons ? reasons(classifier, vector, best) : [],
  }
}
