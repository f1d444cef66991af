/** 油烟噪声扬尘与洗车外立面. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { complaint, stain } from './complaint.ts'
import { cleaning, facade, flyerCheck } from './facade.ts'
import { pollutionIndicators } from './indicators.ts'
import { pollutionListeners } from './listens.ts'
import { pollutionRoutes } from './routes.ts'
import { dustTest, roadDuty, site, siteCheck } from './site.ts'
import { verbs } from './verbs.ts'
import { roadsideWash, roadsideWashRule, wash } from './wash.ts'

const registers = [roadDuty]
const records = [roadsideWash]
const procedures = [complaint, stain, site, siteCheck, dustTest, wash, facade, cleaning, flyerCheck]
export default defineDomain({
  id: 'pollution',
  zh: '油烟噪声扬尘',
  registers,
  records,
  rules: [roadsideWashRule],
  procedures,
  indicators: pollutionIndicators,
  listens: pollutionListeners,
  routes: pollutionRoutes,
  verbs,
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '油烟噪声扬尘',
    verb: `${d.id}.read`,
  })),
})
