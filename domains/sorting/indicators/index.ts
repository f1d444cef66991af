/** Counted figures of waste sorting. */
import type { Indicator } from '#kernel'
import { placeIndicators } from './places.ts'
import { publicIndicators } from './public.ts'
import { weighedIndicators } from './weighed.ts'

export const sortingIndicators: readonly Indicator[] = [...placeIndicators, ...weighedIndicators, ...publicIndicators]
