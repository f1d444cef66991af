/** Class of a shop sign by its size, structure, height and risk. Pure. */
import type { signClasses, structures } from './words.ts'

export interface SignSize {
  readonly areaM2: number
  readonly bottomM: number
  readonly structure: keyof typeof structures
  readonly isOverPassage: boolean
}
/** Large or high ones need a permit; middle ones, and frames over a passage, a filing; small ones nothing. */
export const classOf = (s: SignSize, parameter: (name: string) => number): keyof typeof signClasses => {
  if (s.areaM2 >= parameter('ads.permit-m2') || s.bottomM >= parameter('ads.permit-height')) return 'permit'
  return s.areaM2 >= parameter('ads.filing-m2') || (s.structure === 'frame' && s.isOverPassage) ? 'filing' : 'none'
}
export const isLarge = (s: SignSize, parameter: (name: string) => number): boolean =>
  s.structure === 'frame' && s.areaM2 >= parameter('ads.insure-m2')
