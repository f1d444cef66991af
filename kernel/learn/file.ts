/** A classifier as one piece of bytes: a head in JSON, then its numbers as they are in memory (little-endian). */
import type { Classifier, Quality, Step } from './classifier.ts'
import { vocabularyOf } from './features.ts'

const format = 1
interface Head {
  readonly format: number
  readonly labels: readonly string[]
  readonly terms: readonly string[]
  readonly steps: readonly (readonly [lead: number | null, confidence: number])[]
  readonly quality: Quality
  readonly lengths: Readonly<Record<'idf' | 'weights' | 'begins' | 'texts' | 'values' | 'classes', number>>
}
const bytesOf = (numbers: Float32Array | Int32Array | Uint16Array): Buffer =>
  Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)

export const saveClassifier = (classifier: Classifier): Buffer => {
  const { vocabulary, weights, neighbours, labels, steps, quality } = classifier
  const head: Head = {
    format,
    labels,
    terms: [...vocabulary.terms.keys()],
    steps: steps.map(({ lead, confidence }) => [Number.isFinite(lead) ? lead : null, confidence]),
    quality,
    lengths: {
      idf: vocabulary.idf.length,
      weights: weights.length,
      begins: neighbours.begins.length,
      texts: neighbours.texts.length,
      values: neighbours.values.length,
      classes: neighbours.classes.length,
    },
  }
  const text = Buffer.from(JSON.stringify(head))
  const size = Buffer.alloc(4)
  size.writeUInt32LE(text.length)
  const { begins, texts, values, classes } = neighbours
  return Buffer.concat([size, text, ...[vocabulary.idf, weights, begins, texts, values, classes].map(bytesOf)])
}
/** @throws Error when the bytes are no classifier of this format, or are cut short */
export const loadClassifier = (bytes: Buffer): Classifier => {
  const textLength = bytes.length >= 4 ? bytes.readUInt32LE(0) : 0
  if (textLength === 0 || bytes.length < 4 + textLength) throw new Error('not a saved classifier')
  const head = JSON.parse(bytes.subarray(4, 4 + textLength).toString()) as Head
  if (head.format !== format) throw new Error(`a classifier of format ${head.format}, not ${format}`)
  let at = 4 + textLength
  const take = (length: number, width: number): ArrayBuffer => {
    if (bytes.length < at + length * width) throw new Error('a saved classifier cut short')
    const part = bytes.subarray(at, at + length * width)
    at += length * width
    return part.buffer.slice(part.byteOffset, part.byteOffset + part.byteLength) as ArrayBuffer
  }
  const { lengths } = head
  const idf = new Float32Array(take(lengths.idf, 4))
  const weights = new Float32Array(take(lengths.weights, 4))
  const begins = new Int32Array(take(lengths.begins, 4))
  const texts = new Int32Array(take(lengths.texts, 4))
  const values = new Float32Array(take(lengths.values, 4))
  const classes = new Uint16Array(take(lengths.classes, 2))
  return {
    labels: head.labels,
    vocabulary: vocabularyOf(head.terms.map((term, i) => [term, idf[i] as number])),
    weights,
    neighbours: { classes, begins, texts, values },
    steps: head.steps.map(([lead, confidence]): Step => ({ lead: lead ?? Number.NEGATIVE_INFINITY, confidence })),
    quality: head.quality,
  }
}
