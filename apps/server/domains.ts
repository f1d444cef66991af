/** The domains of this installation: the only place that names them all. */

import ads from '#domains/ads/index.ts'
import affairs from '#domains/affairs/index.ts'
import appearance from '#domains/appearance/index.ts'
import bikes from '#domains/bikes/index.ts'
import buildings from '#domains/buildings/index.ts'
import cables from '#domains/cables/index.ts'
import cases from '#domains/cases/index.ts'
import civic from '#domains/civic/index.ts'
import command from '#domains/command/index.ts'
import connect from '#domains/connect/index.ts'
import credit from '#domains/credit/index.ts'
import disposal from '#domains/disposal/index.ts'
import drainage from '#domains/drainage/index.ts'
import enforcement from '#domains/enforcement/index.ts'
import evaluation from '#domains/evaluation/index.ts'
import gas from '#domains/gas/index.ts'
import greening from '#domains/greening/index.ts'
import grid from '#domains/grid/index.ts'
import intake from '#domains/intake/index.ts'
import lighting from '#domains/lighting/index.ts'
import muck from '#domains/muck/index.ts'
import municipal from '#domains/municipal/index.ts'
import office from '#domains/office/index.ts'
import opinion from '#domains/opinion/index.ts'
import parking from '#domains/parking/index.ts'
import party from '#domains/party/index.ts'
import permits from '#domains/permits/index.ts'
import pollution from '#domains/pollution/index.ts'
import reports from '#domains/reports/index.ts'
import safety from '#domains/safety/index.ts'
import sanitation from '#domains/sanitation/index.ts'
import sensing from '#domains/sensing/index.ts'
import sorting from '#domains/sorting/index.ts'
import staff from '#domains/staff/index.ts'
import stalls from '#domains/stalls/index.ts'
import statistics from '#domains/statistics/index.ts'
import training from '#domains/training/index.ts'
import volunteers from '#domains/volunteers/index.ts'
import type { Domain } from '#kernel'

export const domains: readonly Domain[] = [
  grid,
  intake,
  cases,
  enforcement,
  permits,
  credit,
  evaluation,
  reports,
  statistics,
  office,
  party,
  staff,
  opinion,
  sensing,
  lighting,
  bikes,
  parking,
  buildings,
  ads,
  muck,
  sorting,
  sanitation,
  disposal,
  greening,
  appearance,
  stalls,
  pollution,
  municipal,
  drainage,
  gas,
  cables,
  volunteers,
  civic,
  command,
  affairs,
  training,
  safety,
  connect,
]
