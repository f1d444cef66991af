/** 公众服务与参与: the citizen's account and doors, notices, law studio, events, opinions, decisions, councils, enterprises. */
import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { account, claim, phoneCheck, session } from './account.ts'
import { app, appOpen } from './app.ts'
import { consult, lawyer } from './consult.ts'
import { agreementTask, council, household, issue } from './council.ts'
import { decision, mark, voice } from './decision.ts'
import { outerSurvey, request } from './enterprise.ts'
import { attendance, event } from './event.ts'
import { civicIndicators } from './indicators.ts'
import { news, reading } from './news.ts'
import { smallNotice } from './notice.ts'
import { civicRoutes } from './routes.ts'
import { seedCivic } from './seed.ts'
import { suggestion } from './suggestion.ts'

const registers = [account, session, app, lawyer, council, agreementTask, outerSurvey]
const records = [claim, appOpen, reading, mark]
const procedures = [
  phoneCheck,
  news,
  smallNotice,
  consult,
  event,
  attendance,
  suggestion,
  decision,
  voice,
  issue,
  household,
  request,
]
const hidden: readonly string[] = [session.id, claim.id, reading.id, mark.id]
export default defineDomain({
  id: 'civic',
  zh: '公众服务与参与',
  registers,
  records,
  procedures,
  indicators: civicIndicators,
  seed: seedCivic,
  routes: civicRoutes,
  verbs: {
    'civic.write': '信息起草、公众活动、议事、涉企分派',
    'civic.approve': '信息、决定、案例审核',
    'civic.street': '街道:便民信息、共治、共同缔造',
    'civic.law': '法律工作室答复',
    'civic.reply': '公众意见、涉企需求答复',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[])
    .filter((d) => !hidden.includes(d.id))
    .map((d) => ({ path: `/rows/${d.id}`, zh: d.spec.zh, group: d.spec.menu ?? '公众服务', verb: `${d.id}.read` })),
})
