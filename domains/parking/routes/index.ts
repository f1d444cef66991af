import type { BoundRoute, Kernel } from '#kernel'
import { publicRoutes } from './public.ts'
import { sheetRoutes } from './sheets.ts'

export const parkingRoutes = (kernel: Kernel): readonly BoundRoute[] => [...publicRoutes(kernel), ...sheetRoutes]
