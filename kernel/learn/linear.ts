/** Linear support vector machines, one class against the rest, by dual coordinate descent (Hsieh et al., ICML 2008; L2 loss). */

export interface Sparse {
  readonly index: Int32Array
  readonly value: Float32Array
}
/** The same numbers every time: a model can be trained again and compared. */
export const shuffler = (seed: number) => {
  let state = seed >>> 0
  return (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * n)
  }
}
const dot = (weights: Float32Array, { index, value }: Sparse): number => {
  let sum = 0
  for (let k = 0; k < index.length; k++) sum += (weights[index[k] as number] as number) * (value[k] as number)
  return sum
}
const add = (weights: Float32Array, { index, value }: Sparse, by: number): void => {
  for (let k = 0; k < index.length; k++)
    weights[index[k] as number] = (weights[index[k] as number] as number) + by * (value[k] as number)
}
export interface SvmOptions {
  /** Cost of an error; more fits closer. */
  readonly cost: number
  readonly passes?: number
}
/**
 * Weights that tell the texts of a class from all others; the last weight is the bias.
 * @param isClass whether each text is of the class
 */
export const trainSvm = (
  vectors: readonly Sparse[],
  isClass: readonly boolean[],
  size: number,
  { cost, passes = 20 }: SvmOptions,
): Float32Array => {
  const weights = new Float32Array(size + 1)
  const alpha = new Float64Array(vectors.length)
  const diagonal = 1 / (2 * cost)
  const squares = vectors.map((v) => v.value.reduce((sum, x) => sum + x * x, 1) + diagonal)
  const order = vectors.map((_, i) => i)
  const next = shuffler(7)
  for (let pass = 0; pass < passes; pass++) {
    let most = 0
    for (let n = order.length - 1; n > 0; n--) {
      const other = next(n + 1)
      ;[order[n], order[other]] = [order[other] as number, order[n] as number]
    }
    for (const i of order) {
      const vector = vectors[i] as Sparse
      const y = isClass[i] ? 1 : -1
      const a = alpha[i] as number
      const gradient = y * (dot(weights, vector) + (weights[size] as number)) - 1 + diagonal * a
      const projected = a === 0 ? Math.min(gradient, 0) : gradient
      if (Math.abs(projected) < 1e-9) continue
      most = Math.max(most, Math.abs(projected))
      const moved = Math.max(a - gradient / (squares[i] as number), 0)
      alpha[i] = moved
      const by = (moved - a) * y
      add(weights, vector, by)
      weights[size] = (weights[size] as number) + by
    }
    if (most < 0.01) break
  }
  return weights
}
