/** 违法建设: from found to gone, new and stock, with everything the district does about them. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { demolition } from './action.ts'
import { building } from './building/index.ts'
import { freeCompound } from './compound.ts'
import { encroachment, pressedRule } from './encroachment.ts'
import { focus } from './focus.ts'
import { buildingsIndicators } from './indicators.ts'
import { focusJob, monthJob } from './jobs.ts'
import { buildingsListeners } from './listens.ts'
import { listing } from './listing.ts'
import { notice } from './notice.ts'
import { lineCheck, monthEnd, patrol, point, visit } from './records.ts'
import { approval, decoration, line, programme, target } from './registers.ts'
import { restoration } from './restoration.ts'
import { buildingsRoutes } from './routes.ts'
import { safety } from './safety.ts'

const registers = [programme, target, approval, line, decoration]
const records = [patrol, visit, point, lineCheck, monthEnd]
const procedures = [building, listing, demolition, encroachment, freeCompound, focus, notice, safety, restoration]
export default defineDomain({
  id: 'buildings',
  zh: '违法建设',
  registers,
  records,
  rules: [pressedRule],
  procedures,
  indicators: buildingsIndicators,
  listens: buildingsListeners,
  jobs: [monthJob, focusJob],
  routes: () => buildingsRoutes,
  verbs: {
    'buildings.report': '上报违建、建筑排查',
    'buildings.property': '物业报告违建、申报无违建小区',
    'buildings.check': '违建核实认定、验收',
    'buildings.enforce': '停工、限拆、公告、拆除',
    'buildings.plan': '计划、督办、行动、联动函',
    'buildings.approve': '批准强拆、挂牌、摘牌、方案',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '违法建设',
    verb: `${d.id}.read`,
  })),
})
