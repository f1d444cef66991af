/** Finding runs of up to three characters without making a string of each: their UTF-16 units as one number, in an open table. */

export interface RunTable {
  readonly keys: Float64Array
  readonly values: Int32Array
  readonly mask: number
}
/** 0 stands for no character: a run of one, two or three has its own numbers. */
export const runKey = (a: number, b: number, c: number): number => (a * 65_536 + b) * 65_536 + c
const slotOf = (key: number, mask: number): number => {
  const low = (key % 4_294_967_296) | 0
  const high = (key / 4_294_967_296) | 0
  return (Math.imul(low ^ (low >>> 15), 0x2c1b3c6d) ^ Math.imul(high, 0x297a2d39)) & mask
}
export const buildRunTable = (runs: readonly (readonly [run: string, value: number])[]): RunTable => {
  let size = 16
  while (size < runs.length * 2) size *= 2
  const keys = new Float64Array(size)
  const values = new Int32Array(size)
  for (const [run, value] of runs) {
    const key = runKey(run.charCodeAt(0), run.length > 1 ? run.charCodeAt(1) : 0, run.length > 2 ? run.charCodeAt(2) : 0)
    let slot = slotOf(key, size - 1)
    while (keys[slot] !== 0) slot = (slot + 1) & (size - 1)
    keys[slot] = key
    values[slot] = value
  }
  return { keys, values, mask: size - 1 }
}
/** @returns the value of a run, -1 where there is none */
export const findRun = ({ keys, values, mask }: RunTable, key: number): number => {
  for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
    const there = keys[slot] as number
    if (there === key) return values[slot] as number
    if (there === 0) return -1
  }
}
