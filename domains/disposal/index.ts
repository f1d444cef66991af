/** 填埋焚烧: landfills closed and watched, leachate, old waste dug out, incinerators, fly ash, BOT contracts, and the search for dumped waste. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { excavation } from './aged.ts'
import { ash, ashCell } from './ash.ts'
import { bot, botMonth, phase, phaseJob, visit } from './bot.ts'
import { dump } from './dump.ts'
import { burnDay, burnMonth } from './incinerator.ts'
import { disposalIndicators } from './indicators.ts'
import { landfill, measurement, patrol, patrolJob, point } from './landfill.ts'
import { emergencyRun, leachateStock } from './leachate.ts'
import { line } from './line.ts'
import { disposalListeners } from './listens.ts'

const registers = [point, ashCell]
const procedures = [
  landfill,
  patrol,
  measurement,
  leachateStock,
  emergencyRun,
  excavation,
  burnDay,
  burnMonth,
  ash,
  line,
  bot,
  visit,
  botMonth,
  phase,
  dump,
]
export default defineDomain({
  id: 'disposal',
  zh: '填埋焚烧',
  registers,
  procedures,
  indicators: disposalIndicators,
  listens: disposalListeners,
  jobs: [patrolJob, phaseJob],
  verbs: {
    'disposal.run': '处置设施运行填报与整改',
    'disposal.supervise': '处置设施监管、审核、复核',
    'disposal.manage': '处置设施台账、合同与项目',
    'disposal.approve': '处置监管批准',
    'disposal.report': '登记垃圾点位',
    'disposal.street': '街道整治垃圾点位',
  },
  menu: ([...procedures, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '填埋焚烧',
    verb: `${d.id}.read`,
  })),
})
