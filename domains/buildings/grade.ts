/** Grade of an existing building: the worst of its three risks. */
import type { grades, levels } from './words.ts'

export interface Risks {
  readonly structure: keyof typeof levels
  readonly fire: keyof typeof levels
  readonly use: keyof typeof levels
}
const order = ['none', 'slight', 'serious', 'critical'] as const
export const gradeOf = ({ structure, fire, use }: Risks): keyof typeof grades =>
  (['A', 'B', 'C', 'D'] as const)[Math.max(...[structure, fire, use].map((l) => order.indexOf(l)))] ?? 'A'
