/** 摊位分配: the order of a draw is a pure function of the published seed and the applicants' numbers, so that anybody can run it again. */
import { createHash } from 'node:crypto'

export const sealOf = (seed: string): string => createHash('sha256').update(seed).digest('hex')
/** Applicants in the order of the draw: by the hash of the seed and their number, smallest first. */
export const drawOrder = (seed: string, numbers: readonly string[]): readonly string[] =>
  numbers
    .map((n) => ({ n, at: createHash('sha256').update(`${seed}:${n}`).digest('hex') }))
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .map((x) => x.n)
