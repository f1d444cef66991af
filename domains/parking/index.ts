import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { account } from './charge/account.ts'
import { order } from './charge/order.ts'
import { pilot } from './charge/pilot.ts'
import { exemption, ledgerEntry, tariff } from './charge/registers.ts'
import { feedJob, onboarding } from './guide/feed.ts'
import { reservation } from './guide/reservation.ts'
import { parkingIndicators } from './indicators.ts'
import { parkingListeners } from './listens.ts'
import { lock, lockOrder } from './lot/lock.ts'
import { areaEntry, berthNow, feedMessage, lotNow, sighting } from './lot/records.ts'
import { berth, board, lot, source, walkway } from './lot/registers.ts'
import { beliefJob } from './lot/state.ts'
import { parkingRoutes } from './routes/index.ts'
import { seedParking } from './seed.ts'
import { agreement, shareUse } from './share/agreement.ts'
import { fusion, jointRequest, market, scheme } from './share/scheme.ts'
import { collector, complaint, integrity, shift } from './street/collector.ts'
import { segment } from './street/line.ts'
import { violation } from './street/violation.ts'
import { yard, yardCheck, yardItem } from './street/yard.ts'

const registers = [lot, berth, walkway, source, board, tariff, exemption, collector, yard, yardItem, lock]
const records = [sighting, berthNow, feedMessage, lotNow, areaEntry, ledgerEntry, complaint]
const procedures = [
  order,
  account,
  pilot,
  reservation,
  onboarding,
  agreement,
  shareUse,
  scheme,
  fusion,
  jointRequest,
  market,
  violation,
  shift,
  integrity,
  segment,
  yardCheck,
  lockOrder,
]
export default defineDomain({
  id: 'parking',
  zh: '停车',
  registers,
  records,
  procedures,
  indicators: parkingIndicators,
  listens: parkingListeners,
  routes: parkingRoutes,
  jobs: [feedJob, beliefJob],
  seed: seedParking,
  verbs: {
    'parking.manage': '停车管理:接入、预约、共享、试点、划线、场地、账户核验',
    'parking.collect': '停车收费、登记泊位、交款、地锁',
    'parking.finance': '停车财务:充值、退款、减免、发票、对账复核、廉政检查',
    'parking.street': '街道停车:片区方案、小区表决、警网联动',
    'parking.catch': '违停发现、取证、告知',
    'parking.review': '违停审核、移送处罚',
  },
  menu: ([...registers, ...records, ...procedures] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '停车',
    verb: `${d.id}.read`,
  })),
})
