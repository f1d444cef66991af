/** The domains of this installation: the only place that names them all. */
import type { Domain } from '#kernel'
import cases from '#domains/cases/index.ts'
import intake from '#domains/intake/index.ts'
import grid from '#domains/grid/index.ts'

export const domains: readonly Domain[] = [grid, intake, cases]
