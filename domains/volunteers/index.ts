/** 志愿服务: teams and their yearly review, hours and pieces, programmes and sessions, the volunteers of an emergency. */
import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { volunteerIndicators } from './indicators.ts'
import { volunteerListeners } from './listens.ts'
import { emergency, programme, session, shift } from './programme.ts'
import { volunteerRoutes } from './routes.ts'
import { piece, pieceKind, service } from './service.ts'
import { ledger, reviewJob, team, volunteer } from './team.ts'

const registers = [volunteer, pieceKind, programme]
const records = [ledger]
const procedures = [team, service, piece, session, emergency, shift]
export default defineDomain({
  id: 'volunteers',
  zh: '志愿服务',
  registers,
  records,
  procedures,
  indicators: volunteerIndicators,
  listens: volunteerListeners,
  jobs: [reviewJob],
  routes: volunteerRoutes,
  verbs: {
    'volunteers.street': '志愿服务登记与核定',
    'volunteers.check': '志愿时长异常核实',
    'volunteers.approve': '志愿服务队与应急响应审批',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '志愿服务',
    verb: `${d.id}.read`,
  })),
})
