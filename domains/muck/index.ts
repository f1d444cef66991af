/** 渣土: every load from gate to dump site, what goes wrong on the way, and where soil and rubble go. */
import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { alarm } from './alarm.ts'
import { baseJob } from './base.ts'
import { check, source } from './check.ts'
import { dumpCheck, dumpClosing } from './dump.ts'
import { muckIndicators } from './indicators.ts'
import { muckListeners } from './listens.ts'
import { patrol, weekJob } from './patrol.ts'
import { plantDay, plantProject } from './plant.ts'
import { muckRecords } from './records.ts'
import { muckRegisters } from './registers.ts'
import { renovation } from './renovation.ts'
import { muckRoutes } from './routes.ts'
import { muckRules } from './rules.ts'
import { seedMuck } from './seed.ts'
import { shift } from './shift.ts'
import { soilMatch, soilOrder } from './soil.ts'
import { trip } from './trip.ts'
import { violation } from './violation.ts'
import { watchJob } from './watch.ts'

const registers = [...muckRegisters, check]
const procedures = [
  alarm,
  shift,
  trip,
  violation,
  source,
  patrol,
  dumpCheck,
  dumpClosing,
  plantProject,
  plantDay,
  renovation,
  soilOrder,
  soilMatch,
]
export default defineDomain({
  id: 'muck',
  zh: '渣土',
  registers,
  records: muckRecords,
  rules: muckRules,
  procedures,
  indicators: muckIndicators,
  listens: muckListeners,
  routes: muckRoutes,
  jobs: [watchJob, baseJob, weekJob],
  seed: seedMuck,
  verbs: {
    'muck.feed': '上报工地出场、消纳签收、路面抓拍',
    'muck.watch': '渣土指挥台值守、处理告警与趟次',
    'muck.inspect': '渣土巡查、取证、污染源头',
    'muck.review': '渣土违法审核、封场批准',
    'muck.manage': '消纳场与资源化项目管理',
    'muck.plant': '资源化厂日报',
    'muck.soil': '土方银行对接',
    'muck.renovate': '装修垃圾预约清运',
  },
  menu: ([...procedures, ...muckRecords, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '清运监管',
    verb: `${d.id}.read`,
  })),
})
