/** All sheets of waste sorting. */
import type { BoundRoute } from '#kernel'
import { steeringSheets } from './steering.ts'
import { weighedSheets } from './weighed.ts'

export const sheetRoutes: readonly BoundRoute[] = [...weighedSheets, ...steeringSheets]
