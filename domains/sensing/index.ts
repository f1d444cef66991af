import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { command } from './command.ts'
import { deadLetter } from './dead-letter.ts'
import { sensingIndicators } from './indicators.ts'
import { sensingListeners } from './listens.ts'
import { hourly, position, reading, status, upkeep } from './records.ts'
import { device, quantity } from './registers.ts'
import { sensingJobs } from './rollup.ts'
import { sensingRoutes } from './routes.ts'
import { seedSensing } from './seed.ts'

const registers = [device, quantity]
const records = [status, reading, position, hourly, upkeep]
const procedures = [command, deadLetter]
export default defineDomain({
  id: 'sensing',
  zh: '感知',
  registers,
  records,
  procedures,
  indicators: sensingIndicators,
  listens: sensingListeners,
  jobs: sensingJobs,
  routes: sensingRoutes,
  seed: seedSensing,
  verbs: { 'sensing.key': '签发设备接入密钥' },
  menu: [
    ...([device, status, reading, position, hourly, upkeep, command, deadLetter, quantity] as readonly Definition[]).map((d) => ({
      path: `/rows/${d.id}`,
      zh: d.spec.zh,
      group: '感知',
      verb: `${d.id}.read`,
    })),
    { path: '/sensing/devices', zh: '设备统计', group: '感知', verb: 'sensing.device.read' },
    { path: '/sensing/keys', zh: '设备接入密钥', group: '感知', verb: 'sensing.key' },
  ],
})
