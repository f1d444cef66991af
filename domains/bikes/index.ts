/** 自行车: public bikes and their peaks, shared bikes and their operators, where bikes may stand, what was towed. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { deploy, dispatch, repair } from './dispatch.ts'
import { bikesIndicators } from './indicators.ts'
import { bikesListeners } from './listens.ts'
import { peakJob } from './peaks.ts'
import { bikeNow, level, peakMinutes, stock } from './records.ts'
import { bike, fence, line, operator, station, sunshade, towed } from './registers.ts'
import { ride } from './ride.ts'
import { bikesRoutes } from './routes.ts'
import { disorder, score, talk } from './shared-bike.ts'
import { campaign, linePlan, towClaim } from './street.ts'

const registers = [station, bike, operator, fence, line, sunshade, towed]
const records = [bikeNow, level, peakMinutes, stock]
const procedures = [ride, deploy, dispatch, repair, disorder, score, talk, linePlan, towClaim, campaign]
export default defineDomain({
  id: 'bikes',
  zh: '自行车',
  registers,
  records,
  procedures,
  indicators: bikesIndicators,
  listens: bikesListeners,
  jobs: [peakJob],
  routes: () => bikesRoutes,
  verbs: {
    'bikes.feed': '上报公共自行车借还(车桩厂家)',
    'bikes.dispatch': '空满桩调度',
    'bikes.repair': '公共自行车维修',
    'bikes.report': '上报停放问题、划线点位',
    'bikes.tidy': '停放整改',
    'bikes.check': '停放核查、考评与约谈',
    'bikes.claim': '拖移车辆认领',
    'bikes.manage': '划线与专项整治',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '公共自行车',
    verb: `${d.id}.read`,
  })),
})
