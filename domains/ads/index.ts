/** 户外广告: what hangs in the streets, whether it may, whether it is safe, and what was taken down. */
import { type Definition, defineDomain } from '#kernel'
import './parameters.ts'
import { campaign } from './campaign.ts'
import { adsIndicators } from './indicators.ts'
import { insuranceJob } from './jobs.ts'
import { adsListeners } from './listens.ts'
import { posting } from './posting.ts'
import { removal } from './records.ts'
import { adsRoutes } from './routes.ts'
import { sign } from './sign.ts'
import { site } from './site/index.ts'
import { adStreet, facade } from './street.ts'
import { zeroPlan } from './zero.ts'

const records = [removal]
const procedures = [site, zeroPlan, sign, posting, campaign, adStreet, facade]
export default defineDomain({
  id: 'ads',
  zh: '户外广告',
  records,
  procedures,
  indicators: adsIndicators,
  listens: adsListeners,
  jobs: [insuranceJob],
  routes: () => adsRoutes,
  verbs: {
    'ads.report': '录入户外广告、申报店招、登记张贴',
    'ads.check': '广告核定、抽查、复查、评审',
    'ads.enforce': '责令整改、拆除',
    'ads.plan': '清零计划、专项整治、品质提升',
  },
  menu: ([...procedures, ...records] as readonly Definition[]).map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: d.spec.menu ?? '户外广告',
    verb: `${d.id}.read`,
  })),
})
