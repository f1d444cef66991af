/** 队伍建设: appraisal, selection, mentors, studios, star squads, the campaign of three groups, inspections of conduct. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { appraisal, quarter } from './appraisal.ts'
import { campaign, campaignTask } from './campaign.ts'
import { retraining, visit } from './conduct.ts'
import { pairing, studio } from './growth.ts'
import { staffIndicators } from './indicators.ts'
import { staffListeners, staffRoutes } from './listens.ts'
import { result, selection } from './selection.ts'
import { application, squad, standard } from './star.ts'

const registers = [squad, standard]
const records = [result]
const procedures = [application, visit, retraining, campaign, campaignTask, pairing, studio, quarter, appraisal, selection]
export default defineDomain({
  id: 'staff',
  zh: '队伍建设',
  registers,
  records,
  procedures,
  indicators: staffIndicators,
  listens: staffListeners,
  routes: () => staffRoutes,
  verbs: {
    'staff.manage': '人事办理:考核、带徒、工作室、提升行动',
    'staff.unit': '单位负责人:申报、评定、整改',
    'staff.inspect': '督察:星级评定、规范执法、核实',
    'staff.approve': '队伍建设审定',
    'staff.self': '本人:季度写实、日志、互评、成果',
    'staff.cadre': '干部选拔(保密)',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '队伍建设',
    verb: `${d.id}.read`,
  })),
})
