/** 空中线缆: tidied by the metre, operators held to their duty, crossings measured, a plan of three years. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { cablesIndicators } from './indicators.ts'
import { cablesListeners } from './listens.ts'
import { measure } from './measure.ts'
import { consent, notice } from './notice.ts'
import { crossing, line, metre, operator, plan } from './registers.ts'
import { cablesRoutes } from './routes.ts'
import { work } from './work.ts'

const registers = [operator, line, crossing, plan]
const records = [metre]
const procedures = [work, notice, consent, measure]
export default defineDomain({
  id: 'cables',
  zh: '空中线缆',
  registers,
  records,
  procedures,
  indicators: cablesIndicators,
  listens: cablesListeners,
  routes: cablesRoutes,
  verbs: {
    'cables.report': '线缆问题通知、测高、新架申请',
    'cables.manage': '线缆整治清单与审查',
    'cables.run': '线缆整治与抬升',
    'cables.verify': '线缆整治验收、复核',
  },
  menu: ([...procedures, ...records, ...registers] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '空中线缆',
    verb: `${d.id}.read`,
  })),
})
