/** 燃气: checks and hazards, the three parts, old pipes, what devices report, bottled gas, and the six entries. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { check, hazard } from './check.ts'
import { fit, quota } from './fit.ts'
import { gasIndicators } from './indicators.ts'
import { leak, upgrade } from './leak.ts'
import { gasListeners, leakJob } from './listens.ts'
import { courier, cylinder, delivery, seizure, station } from './lpg.ts'
import { pipe, project, renewed } from './renewal.ts'
import { gasRoutes } from './routes.ts'
import { entryKind, session } from './session.ts'

const registers = [quota, pipe, station, cylinder, courier, entryKind]
const records = [renewed]
const procedures = [check, hazard, fit, project, leak, upgrade, delivery, seizure, session]
export default defineDomain({
  id: 'gas',
  zh: '燃气',
  registers,
  records,
  procedures,
  indicators: gasIndicators,
  listens: gasListeners,
  jobs: [leakJob],
  routes: gasRoutes,
  verbs: {
    'gas.report': '登记查获、宣传与报警',
    'gas.manage': '燃气更新改造、建设计划与处置',
    'gas.run': '燃气检查、整改、安装与配送',
    'gas.verify': '燃气复查与验收',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '燃气安全',
    verb: `${d.id}.read`,
  })),
})
