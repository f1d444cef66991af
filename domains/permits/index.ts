import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { application } from './application/index.ts'
import { certificate } from './certificate.ts'
import { permitIndicators } from './indicators.ts'
import { permitListeners } from './listens.ts'
import { compoundAcceptance, designReview } from './project/compound.ts'
import { filing, filingPart, simultaneous } from './project/filing.ts'
import { deliveryCheck, sanitationReview } from './project/handover.ts'
import { lightingAcceptance, lightingDrawing, lightingScheme } from './project/lighting.ts'
import { permitRegisters } from './registers.ts'
import { permitRoutes } from './routes/index.ts'
import { seedPermits } from './seed.ts'
import { gasRecheck, supervision } from './supervision.ts'
import { truckExit, truckMove } from './trucks.ts'
import { appointment, consultation, revision } from './window.ts'

const records = [consultation, truckMove]
const procedures = [
  application,
  certificate,
  revision,
  appointment,
  supervision,
  gasRecheck,
  truckExit,
  filing,
  filingPart,
  simultaneous,
  lightingScheme,
  lightingDrawing,
  lightingAcceptance,
  sanitationReview,
  deliveryCheck,
  designReview,
  compoundAcceptance,
]
export default defineDomain({
  id: 'permits',
  zh: '审批备案',
  registers: permitRegisters,
  records,
  procedures,
  indicators: permitIndicators,
  listens: permitListeners,
  routes: permitRoutes,
  seed: seedPermits,
  verbs: {
    'permits.apply': '代申请人办理申请',
    'permits.accept': '窗口受理、收费、补件',
    'permits.review': '审查、核查',
    'permits.decide': '作出许可决定',
    'permits.deliver': '颁证送达',
    'permits.inspect': '事中事后监管、现场核验',
    'permits.manage': '事项梳理',
  },
  menu: ([...procedures, ...records, ...permitRegisters] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '审批备案',
    verb: `${d.id}.read`,
  })),
})
