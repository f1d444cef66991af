/** 市政设施: one repair job for every kind, facilities for the disabled, and what nobody owns. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { accessCheck, facility } from './access.ts'
import { municipalIndicators } from './indicators.ts'
import { job } from './job.ts'
import { pot, workLine } from './ledger.ts'
import { municipalListeners } from './listens.ts'
import { orphan } from './orphan.ts'
import { municipalRoutes } from './routes.ts'

const registers = [facility, pot]
const records = [workLine]
const procedures = [job, accessCheck, orphan]
export default defineDomain({
  id: 'municipal',
  zh: '市政设施',
  registers,
  records,
  procedures,
  indicators: municipalIndicators,
  listens: municipalListeners,
  routes: municipalRoutes,
  verbs: {
    'municipal.report': '市政报修、排查',
    'municipal.manage': '市政维修派工、失管设施管理',
    'municipal.run': '市政围护与维修',
    'municipal.verify': '市政维修验收',
    'municipal.approve': '市政设施托底决定',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '市政设施',
    verb: `${d.id}.read`,
  })),
})
