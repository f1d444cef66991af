/** 照明: lamps kept lit, switched from afar, made to save, and put where there are none. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { darkPlace } from './dark-place.ts'
import { entrance } from './entrance.ts'
import { lightingIndicators } from './indicators.ts'
import { laneProject } from './lane-project.ts'
import { lightingListeners } from './listens.ts'
import { project } from './project.ts'
import { coating, lampRepair } from './records.ts'
import { cabinet, lamp, lane, pit, plan, pole, scene } from './registers.ts'
import { repair } from './repair.ts'
import { meterMonth, retrofit } from './saving.ts'
import { switching } from './switching.ts'
import { timetableJob } from './timetable.ts'

const registers = [cabinet, pole, lamp, pit, lane, scene, plan]
const records = [lampRepair, coating]
const procedures = [repair, switching, darkPlace, project, laneProject, entrance, retrofit, meterMonth]
export default defineDomain({
  id: 'lighting',
  zh: '照明',
  registers,
  records,
  procedures,
  indicators: lightingIndicators,
  listens: lightingListeners,
  jobs: [timetableJob],
  verbs: {
    'lighting.report': '照明报修、列有路无灯',
    'lighting.dispatch': '照明维修派工',
    'lighting.repair': '照明维修',
    'lighting.verify': '照明维修复核、改造验收',
    'lighting.switch': '远程开关灯',
    'lighting.manage': '照明工程、节能与抄表',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '道路照明',
    verb: `${d.id}.read`,
  })),
})
