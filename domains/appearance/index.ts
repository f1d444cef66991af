/** 市容: frontage responsibility, campaigns, lanes and projects, street furniture, occupation. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { campaign, outing, target } from './campaigns/campaign.ts'
import { item, streetCheck } from './campaigns/item.ts'
import { agreement } from './frontage/agreement.ts'
import { alliance, meeting, member, mutual } from './frontage/alliance.ts'
import { grade, gradeJob } from './frontage/grade.ts'
import { issue } from './frontage/issue.ts'
import { benefit, measure } from './frontage/relief.ts'
import { visit } from './frontage/visit.ts'
import { appearanceIndicators } from './indicators.ts'
import { lane, lanePatrol, laneProblem } from './lanes/lane.ts'
import { lanePlan, lecture, project, projectProblem } from './lanes/project.ts'
import { appearanceListeners } from './listens.ts'
import { appearanceRoutes } from './routes.ts'
import { burningPoint, festival, vigil } from './street/festival.ts'
import { controlZone, occupation } from './street/occupation.ts'
import { boardPost, cleanup, kiosk, works } from './street/works.ts'
import { verbs } from './verbs.ts'

const registers = [member, target, lanePlan, controlZone, cleanup, burningPoint]
const records = [meeting, grade, outing, vigil]
const frontage = [agreement, visit, issue, alliance, mutual, measure, benefit]
const programmes = [campaign, item, streetCheck, lane, lanePatrol, laneProblem, project, projectProblem, lecture]
const procedures = [...frontage, ...programmes, works, kiosk, boardPost, occupation, festival]
export default defineDomain({
  id: 'appearance',
  zh: '市容',
  registers,
  records,
  procedures,
  indicators: appearanceIndicators,
  listens: appearanceListeners,
  jobs: [gradeJob],
  routes: appearanceRoutes,
  verbs,
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '市容',
    verb: `${d.id}.read`,
  })),
})
