/** The plainest indicator: a count or sum as it stands. */
import { type count, indicator, value } from '#kernel'

export const plain = (
  id: string,
  zh: string,
  unit: string,
  of: ReturnType<typeof count>,
  definition: string,
  by: readonly string[] = ['month'],
) => indicator(`enforcement.${id}`, { zh, unit, decimals: 0, by, of: value(of), definition })
