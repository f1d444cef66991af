/** 垃圾分类: places and their titles, checks and rectification, weighed streams, recycling, special wastes, publicity and points. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { check } from './checks/check.ts'
import { joint } from './checks/joint.ts'
import { problem } from './checks/problem.ts'
import { rating, ratingJob } from './checks/rating.ts'
import { bag, sample } from './checks/sample.ts'
import { bulky, bulkyPoint, bulkyTeam } from './collection/bulky.ts'
import { contract, missedJob, pickup } from './collection/food.ts'
import { intake } from './collection/intake.ts'
import { organicScheme, organicSource } from './collection/organic.ts'
import { plant, plantDay, project } from './collection/plant.ts'
import { month, monthJob, quota } from './collection/town.ts'
import { volumeJob } from './collection/volume.ts'
import { sortingIndicators } from './indicators/index.ts'
import { sortingListeners } from './listens.ts'
import { facility, provision, renovation } from './places/facility.ts'
import { attendance, guide, training } from './places/guide.ts'
import { place } from './places/place.ts'
import { criterion, target, title } from './places/title.ts'
import { villageJob } from './places/village.ts'
import { account, entry, expireJob, gift, order } from './public/points.ts'
import { duty, member, publicity, survey } from './public/publicity.ts'
import { booking, venue } from './public/venue.ts'
import { visit } from './public/visit.ts'
import { event } from './recycling/event.ts'
import { price } from './recycling/price.ts'
import { flow, site } from './recycling/site.ts'
import { sortingRoutes } from './routes.ts'
import { meeting, task } from './steering/meeting.ts'
import { reward, rewardRule } from './steering/reward.ts'
import { seconded } from './steering/seconded.ts'
import { supervisor, supervisorReport } from './steering/supervisor.ts'
import { verbs } from './verbs.ts'

const registers = [
  criterion,
  target,
  facility,
  guide,
  intake,
  quota,
  bulkyTeam,
  organicSource,
  member,
  venue,
  account,
  gift,
  rewardRule,
  seconded,
]
const records = [attendance, bag, rating, flow, month, pickup, duty, entry]
const places = [place, title, provision, renovation, training]
const checks = [check, problem, sample, joint, meeting, task, supervisor, supervisorReport]
const flows = [price, site, event, contract, bulky, bulkyPoint, plant, plantDay, project, organicScheme]
const procedures = [...places, ...checks, ...flows, visit, publicity, survey, booking, order, reward]
export default defineDomain({
  id: 'sorting',
  zh: '垃圾分类',
  registers,
  records,
  procedures,
  indicators: sortingIndicators,
  listens: sortingListeners,
  jobs: [ratingJob, monthJob, volumeJob, missedJob, expireJob, villageJob],
  routes: sortingRoutes,
  verbs,
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '垃圾分类',
    verb: `${d.id}.read`,
  })),
})
