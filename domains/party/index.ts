/** 党建与纪检: branches and what they hold, duty and lists, programmes, points and honours, decisions, rectification, and the sealed matters of discipline. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { actionBranch } from './branch/action-branch.ts'
import { excellence, nominee } from './branch/excellence.ts'
import { pointAppeal, pointQuarter, points, pointYear } from './branch/points.ts'
import { award, branch, leader, member, pointRule, tally } from './branch/registers.ts'
import { session } from './branch/session.ts'
import { clue } from './discipline/clue.ts'
import { declaration, governance } from './discipline/governance.ts'
import { inspection, rectification } from './discipline/rectify.ts'
import { integrityCheck, riskPost } from './discipline/risk.ts'
import { partyIndicators } from './indicators.ts'
import { partyListeners } from './listens.ts'
import { partyRoutes } from './routes.ts'
import { decision } from './work/decision.ts'
import { dutyRecord } from './work/duty.ts'
import { ideology } from './work/ideology.ts'
import { joint } from './work/joint.ts'
import { listCheck, partyList } from './work/lists.ts'
import { partnership } from './work/partnership.ts'
import { programme, programmeTask } from './work/programme.ts'
import { project, rating } from './work/project.ts'

const registers = [branch, member, leader, pointRule]
const records = [award, rating, tally]
const ofBranches = [session, actionBranch, points, pointQuarter, pointAppeal, pointYear, excellence, nominee]
const ofWork = [programme, programmeTask, project, partnership, dutyRecord, partyList, listCheck, decision, ideology, joint]
const ofDiscipline = [inspection, rectification, riskPost, integrityCheck, governance, declaration, clue]
const procedures = [...ofBranches, ...ofWork, ...ofDiscipline]
export default defineDomain({
  id: 'party',
  zh: '党建与纪检',
  registers,
  records,
  procedures,
  indicators: partyIndicators,
  listens: partyListeners,
  routes: () => partyRoutes,
  verbs: {
    'party.manage': '机关党委(党务)办理',
    'party.branch': '支部书记、组织委员办理',
    'party.carry': '单位承办:整改、执行、履责',
    'party.approve': '党组审定',
    'party.self': '党员与职工本人:积分、申诉、申报、异议',
    'party.discipline': '纪检监察办理(保密)',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '党建',
    verb: `${d.id}.read`,
  })),
})
