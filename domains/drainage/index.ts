/** 排水: the network and its defects, works, rounds of routes, pump houses and rivers, and the points where water stands. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { defect, survey } from './defect.ts'
import { drainageIndicators } from './indicators.ts'
import { drainageListeners } from './listens.ts'
import { bulletin, planPaper, plantDay } from './office.ts'
import { flooding, levelJob, point, rain } from './point.ts'
import { partDone, project } from './project.ts'
import { beat, node, pipe, plant, zone } from './registers.ts'
import { round, roundJob } from './round.ts'
import { drainageRoutes } from './routes.ts'

const registers = [zone, node, pipe, plant, beat]
const records = [partDone, flooding]
const procedures = [survey, defect, project, round, point, rain, plantDay, planPaper, bulletin]
export default defineDomain({
  id: 'drainage',
  zh: '排水',
  registers,
  records,
  procedures,
  indicators: drainageIndicators,
  listens: drainageListeners,
  jobs: [roundJob, levelJob],
  routes: drainageRoutes,
  verbs: {
    'drainage.report': '报管网病害、渍水点、积水',
    'drainage.manage': '排水派修、工程、规划与降雨值守',
    'drainage.run': '管网检测、修复与巡检',
    'drainage.verify': '排水审核、验收与复核',
    'drainage.approve': '排水规划与整改批准',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '排水管网',
    verb: `${d.id}.read`,
  })),
})
