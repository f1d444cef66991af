import { type Definition, defineDomain } from '#kernel'
import './errors.ts'
import './parameters.ts'
import { event } from './event.ts'
import { disclosure, share } from './exchange.ts'
import { creditIndicators } from './indicators.ts'
import { creditListeners } from './listens.ts'
import { listEntry, lock } from './measures.ts'
import { creditRegisters } from './registers.ts'
import { checkPlan, round, use } from './round.ts'
import { creditRoutes } from './routes.ts'
import { seedCredit } from './seed.ts'

const procedures = [event, round, checkPlan, use, listEntry, lock, share, disclosure]
export default defineDomain({
  id: 'credit',
  zh: '信用',
  registers: creditRegisters,
  procedures,
  indicators: creditIndicators,
  listens: creditListeners,
  routes: creditRoutes,
  seed: seedCredit,
  verbs: {
    'credit.collect': '信用信息采集、评估',
    'credit.review': '信用信息审核、异议核查',
    'credit.approve': '信用修复、名单、公布审批',
  },
  menu: ([...procedures, ...creditRegisters] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '信用',
    verb: `${d.id}.read`,
  })),
})
