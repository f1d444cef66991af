/** 园林绿化: green spaces and plans, works and upkeep, parks, old trees, and what the public does for them. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { groundIndicators } from './indicators.ts'
import { publicIndicators } from './indicators-public.ts'
import { reachJob } from './jobs.ts'
import { greeningListeners } from './listens.ts'
import { expo, medal } from './parks/expo.ts'
import { park, roster } from './parks/park.ts'
import { repair } from './parks/repair.ts'
import { takeover } from './parks/takeover.ts'
import { activity, base } from './public/activity.ts'
import { booking, duty } from './public/booking.ts'
import { donation } from './public/donation.ts'
import { greeningRoutes } from './routes.ts'
import { trapRule } from './rules.ts'
import { cityTarget, plan, planTarget, plot } from './spaces/plan.ts'
import { basis, block, greenway, keeper, space } from './spaces/space.ts'
import { pruning, tree } from './spaces/tree.ts'
import { adoption } from './trees/adoption.ts'
import { ancient, patrol } from './trees/ancient.ts'
import { incident } from './trees/incident.ts'
import { rescue } from './trees/rescue.ts'
import { defect } from './upkeep/defect.ts'
import { drought, droughtJob } from './upkeep/drought.ts'
import { meterReading, pest, rain, segment, trap, waterPoint } from './upkeep/segment.ts'
import { topic } from './upkeep/topic.ts'
import { treatment } from './upkeep/treatment.ts'
import { waste, wasteSite } from './upkeep/waste.ts'
import { work } from './upkeep/work.ts'
import { verbs } from './verbs.ts'
import { check } from './works/check.ts'
import { project } from './works/project.ts'
import { title } from './works/title.ts'
import { trial } from './works/trial.ts'

const land = [space, greenway, block, keeper, basis, tree, plan, planTarget, plot, cityTarget]
const registers = [...land, segment, waterPoint, pest, wasteSite, waste, park, ancient, base]
const records = [pruning, meterReading, trap, rain, medal, duty]
const upkeep = [work, defect, topic, drought, treatment, check, title, project, trial]
const outdoors = [roster, takeover, repair, expo, patrol, incident, rescue, adoption]
const procedures = [...upkeep, ...outdoors, activity, booking, donation]
export default defineDomain({
  id: 'greening',
  zh: '园林绿化',
  registers,
  records,
  rules: [trapRule],
  procedures,
  indicators: [...groundIndicators, ...publicIndicators],
  listens: greeningListeners,
  jobs: [reachJob, droughtJob],
  routes: greeningRoutes,
  verbs,
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '园林绿地',
    verb: `${d.id}.read`,
  })),
})
