/** 报告: the year's report that writes itself from figures, the claims it makes, and what the bureau publishes. */
import { defineDomain } from '#kernel'
import './contract.ts'
import { reportIndicators } from './indicators.ts'
import { outline, seedReports } from './outline.ts'
import { reportPapers } from './papers.ts'
import { account, article, postProcedure } from './press.ts'
import { reportProcedure } from './report.ts'
import { reportRoutes } from './routes.ts'

export default defineDomain({
  id: 'reports',
  zh: '报告与宣传',
  registers: [account, outline],
  records: [article],
  procedures: [reportProcedure, postProcedure],
  indicators: reportIndicators,
  papers: reportPapers,
  routes: reportRoutes,
  seed: seedReports,
  verbs: { 'reports.write': '起草报告与发文', 'reports.publish': '批准报告与发文' },
  menu: [reportProcedure, outline, article, postProcedure, account].map((d) => ({
    path: `/rows/${d.id}`,
    zh: d.spec.zh,
    group: '报告',
    verb: `${d.id}.read`,
  })),
})
