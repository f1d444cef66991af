/** 摊区夜市: zones and night markets, fair allocation, evenings, autonomy, joint safety, outside stalls. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { committee, motion } from './committee.ts'
import { stallsIndicators } from './indicators.ts'
import { stallsListeners } from './listens.ts'
import { intro, night, nightRound, outdoor } from './outdoor.ts'
import { applicant, round } from './round.ts'
import { stallsRoutes } from './routes.ts'
import { fairCheck, hazard, safety } from './safety.ts'
import { school, site } from './site.ts'
import { evening, tenure } from './tenure.ts'
import { verbs } from './verbs.ts'

const records = [nightRound]
const procedures = [
  site,
  school,
  round,
  applicant,
  tenure,
  evening,
  committee,
  motion,
  safety,
  hazard,
  fairCheck,
  outdoor,
  night,
  intro,
]
export default defineDomain({
  id: 'stalls',
  zh: '摊区夜市',
  records,
  procedures,
  indicators: stallsIndicators,
  listens: stallsListeners,
  routes: stallsRoutes,
  verbs,
  menu: ([...procedures, ...records] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '摊区夜市',
    verb: `${d.id}.read`,
  })),
})
