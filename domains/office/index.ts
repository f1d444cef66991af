/** 内部工作: informatics, science, publicity and openness of the bureau itself. */
import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { officeIndicators } from './indicators.ts'
import { itProject } from './it.ts'
import { opennessItem, publication, siteProblem, siteScore } from './openness.ts'
import { module, phase, problem } from './phase.ts'
import { lawWork, product } from './publicity.ts'
import { councilMeeting, councilMember, research, standard } from './research.ts'
import { seat, shift, teamMonth, teamTraining } from './team.ts'
import { access, cooperation } from './vendor.ts'

const registers = [councilMember, seat, opennessItem]
const records = [shift, teamTraining]
const procedures = [
  phase,
  module,
  problem,
  itProject,
  cooperation,
  access,
  councilMeeting,
  research,
  standard,
  teamMonth,
  product,
  lawWork,
  publication,
  siteScore,
  siteProblem,
]
export default defineDomain({
  id: 'office',
  zh: '内部工作',
  registers,
  records,
  procedures,
  indicators: officeIndicators,
  verbs: {
    'office.manage': '组织信息化、科技、宣传与政务公开',
    'office.decide': '批准立项、评审、验收、发布与授权',
    'office.carry': '申报项目、报送作品、公开信息与反馈',
  },
  menu: [
    { path: '/office/it-board', zh: '信息化三批看板', group: '信息化', verb: 'office.it-project.read' },
    ...([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
      path: `/rows/${d.id}`,
      zh: d.spec.zh,
      group: d.spec.menu ?? '信息化',
      verb: `${d.id}.read`,
    })),
  ],
})
