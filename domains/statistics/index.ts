/** 统计台账: what departments do, entered once; the dictionary of figures over it; the monthly returns. */
import { type Definition, defineDomain } from '#kernel'
import './contract.ts'
import { statisticsIndicators } from './indicators.ts'
import { metricProcedure } from './metric.ts'
import { entry, matter } from './registers.ts'
import { openReturns, returnProcedure } from './return.ts'
import { statisticsRoutes } from './routes.ts'
import { dictionarySource } from './source.ts'

export default defineDomain({
  id: 'statistics',
  zh: '统计台账',
  registers: [matter, entry],
  procedures: [metricProcedure, returnProcedure],
  indicators: statisticsIndicators,
  figures: dictionarySource,
  routes: statisticsRoutes,
  jobs: [{ id: 'statistics.returns', zh: '下达上月月报', everyMinutes: 60, run: openReturns }],
  verbs: {
    'statistics.fill': '填报台账、报送月报',
    'statistics.define': '起草指标口径、审核月报',
    'statistics.approve': '审定指标口径',
  },
  menu: ([entry, returnProcedure, metricProcedure, matter] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: '统计台账',
    verb: `${d.id}.read`,
  })),
})
