/** The most alike texts and what they were: cosine over the terms that are not everywhere, by inverted lists. */
import type { Vector } from './features.ts'

export interface Neighbours {
  /** Class of each text. */
  readonly classes: Uint16Array
  /** Where the list of each term begins; one more than there are terms. */
  readonly begins: Int32Array
  readonly texts: Int32Array
  readonly values: Float32Array
}
/** Terms that stand in more texts than this share tell little and cost most. */
const commonShare = 0.04
const neighbourCount = 9

export const buildNeighbours = (vectors: readonly Vector[], classes: readonly number[], size: number): Neighbours => {
  const limit = Math.max(5, vectors.length * commonShare)
  const counts = new Int32Array(size)
  for (const { index } of vectors) for (const i of index) counts[i] = (counts[i] as number) + 1
  const begins = new Int32Array(size + 1)
  for (let i = 0; i < size; i++)
    begins[i + 1] = (begins[i] as number) + ((counts[i] as number) <= limit ? (counts[i] as number) : 0)
  const at = begins.slice(0, size)
  const texts = new Int32Array(begins[size] as number)
  const values = new Float32Array(begins[size] as number)
  for (const [t, { index, value, lengths }] of vectors.entries())
    for (let k = 0; k < index.length; k++) {
      const i = index[k] as number
      if ((counts[i] as number) > limit) continue
      const place = at[i] as number
      texts[place] = t
      values[place] = (value[k] as number) / (lengths[0] ?? 1)
      at[i] = place + 1
    }
  return { classes: Uint16Array.from(classes), begins, texts, values }
}
/** Share of each class among the nearest, by likeness. */
export const votes = ({ classes, begins, texts, values }: Neighbours, vector: Vector, labels: number): number[] => {
  const shares = new Array<number>(labels).fill(0)
  const like = new Float32Array(classes.length)
  const touched: number[] = []
  const { index, value } = vector
  for (let k = 0; k < index.length; k++) {
    const i = index[k] as number
    const own = value[k] as number
    for (let p = begins[i] as number; p < (begins[i + 1] as number); p++) {
      const t = texts[p] as number
      if (like[t] === 0) touched.push(t)
      like[t] = (like[t] as number) + own * (values[p] as number)
    }
  }
  const nearest: number[] = []
  for (const t of touched) {
    if (nearest.length === neighbourCount && (like[t] as number) <= (like[nearest[neighbourCount - 1] as number] as number))
      continue
    let place = nearest.length
    while (place > 0 && (like[nearest[place - 1] as number] as number) < (like[t] as number)) place -= 1
    nearest.splice(place, 0, t)
    if (nearest.length > neighbourCount) nearest.pop()
  }
  const total = nearest.reduce((sum, t) => sum + (like[t] as number), 0)
  if (total > 0)
    for (const t of nearest) shares[classes[t] as number] = (shares[classes[t] as number] as number) + (like[t] as number) / total
  return shares
}
