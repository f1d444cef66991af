import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import './alarm/parameters.ts'
import { alarmIndicators } from './alarm/indicators.ts'
import { alarm } from './alarm/procedure.ts'
import { alarmTest, installJob } from './alarm/upkeep.ts'
import { command } from './command.ts'
import { deadLetter } from './dead-letter.ts'
import { sensingIndicators } from './indicators.ts'
import { sensingListeners } from './listens.ts'
import { hourly, position, reading, status, upkeep } from './records.ts'
import { device, quantity } from './registers.ts'
import { sensingJobs } from './rollup.ts'
import { sensingRoutes } from './routes.ts'
import { absenceJob } from './rules/absence.ts'
import { fence, line, streamRule, team, weather } from './rules/registers.ts'
import { seedSensing } from './seed.ts'
import { tellJob } from './tell.ts'
import { thingIndicators, thingJobs, thingMenu, thingProcedures, thingRecords, thingRegisters } from './things/index.ts'
import { thingRoutes } from './things/routes.ts'
import { videoJob, videoRoutes } from './video/routes.ts'
import { videoIndicators, viewing } from './video/viewing.ts'
import { detection } from './vision/detection.ts'
import { visionIndicators } from './vision/indicators.ts'
import { camera, model, scene, shopInView, zone } from './vision/registers.ts'
import { training } from './vision/training.ts'
import { snapshotJob, watchRoutes } from './vision/watch-routes.ts'

const registers = [
  device,
  quantity,
  streamRule,
  fence,
  line,
  weather,
  team,
  camera,
  shopInView,
  scene,
  model,
  zone,
  ...thingRegisters,
]
const records = [status, reading, position, hourly, upkeep, alarmTest, ...thingRecords]
const procedures = [command, deadLetter, alarm, installJob, detection, training, viewing, ...thingProcedures]
const menuOf = (group: string, definitions: readonly Definition[]) =>
  definitions.map((d) => ({ path: `/rows/${d.id}`, zh: d.spec.zh, group, verb: `${d.id}.read` }))
export default defineDomain({
  id: 'sensing',
  zh: '感知',
  registers,
  records,
  procedures,
  indicators: [...sensingIndicators, ...alarmIndicators, ...visionIndicators, ...videoIndicators, ...thingIndicators],
  listens: sensingListeners,
  jobs: [...sensingJobs, tellJob, absenceJob, snapshotJob, videoJob, ...thingJobs],
  routes: (kernel) => [...sensingRoutes(), ...watchRoutes(kernel), ...videoRoutes, ...thingRoutes(kernel)],
  seed: seedSensing,
  verbs: {
    'sensing.key': '签发设备接入密钥',
    'sensing.duty': '感知值班(确认、办结告警)',
    'sensing.talk': '对讲讲话(须领用对讲机)',
    'sensing.video': '调看车载视频',
    'sensing.handle': '处置告警、复装设备',
    'sensing.review': '复核视频识别',
    'sensing.lead': '感知事项批示裁定',
    'sensing.fly': '操作无人机',
    'sensing.patrol': 'NFC巡更',
  },
  menu: [
    ...menuOf('感知', [device, status, reading, position, hourly, upkeep, command, deadLetter, quantity, viewing]),
    { path: '/sensing/video', zh: '车载视频', group: '感知', verb: 'sensing.video' },
    { path: '/sensing/curve', zh: '监测曲线', group: '感知', verb: 'sensing.reading.read' },
    { path: '/sensing/devices', zh: '设备统计', group: '感知', verb: 'sensing.device.read' },
    { path: '/sensing/keys', zh: '设备接入密钥', group: '感知', verb: 'sensing.key' },
    ...menuOf('感知告警', [alarm, installJob, alarmTest, team, weather, streamRule, fence, line]),
    { path: '/sensing/try', zh: '规则试运行', group: '感知告警', verb: 'sensing.rule.read' },
    ...menuOf('视频识别', [detection, training, camera, shopInView, scene, zone, model]),
    { path: '/sensing/radio', zh: '对讲调度', group: '智能装备', verb: 'sensing.duty' },
    { path: '/sensing/tap', zh: '巡更刷卡', group: '巡更', verb: 'sensing.patrol' },
    ...thingMenu.flatMap(([group, definitions]) => menuOf(group, definitions)),
  ],
})
