/** 安全生产: checks to closed problems, risks and duty lists by frequency, programmes, training and lectures, lessons of accidents, the emergency office, epidemics, stability goals. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { check, problem } from './check.ts'
import { due, duesJob } from './due.ts'
import { epidemicWaste, mode } from './epidemic.ts'
import { safetyIndicators } from './indicators.ts'
import { lesson } from './lesson.ts'
import { safetyListeners } from './listens.ts'
import { appointment, inbox } from './office.ts'
import { item, programme } from './programme.ts'
import { checklist, dutyItem, enterprise, expert, goal, keyPeriod, link, place, risk, staff, topic } from './registers.ts'
import { safetyRoutes } from './routes.ts'
import { incident, pledge } from './stability.ts'
import { lecture, training } from './training.ts'

const registers = [enterprise, checklist, keyPeriod, risk, topic, dutyItem, link, expert, place, staff, goal]
const procedures = [
  check,
  problem,
  due,
  programme,
  item,
  lesson,
  training,
  lecture,
  appointment,
  inbox,
  mode,
  epidemicWaste,
  pledge,
  incident,
]
export default defineDomain({
  id: 'safety',
  zh: '安全生产',
  registers,
  procedures,
  indicators: safetyIndicators,
  listens: safetyListeners,
  jobs: [duesJob],
  routes: () => safetyRoutes,
  verbs: {
    'safety.check': '安全检查、复查与核实',
    'safety.carry': '隐患整改、履责佐证与事项落实',
    'safety.manage': '安全生产综合管理',
    'safety.lead': '重大隐患挂牌、任命与防控模式',
  },
  menu: ([...procedures, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '安全检查',
    verb: `${d.id}.read`,
  })),
})
