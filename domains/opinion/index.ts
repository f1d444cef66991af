/** 舆情: what the public says of the city, watched, graded and answered in time. */

import { caseOpened } from '#catalogue/facts.ts'
import { type Definition, defineDomain, listen, performIn, systemActor } from '#kernel'
import './errors.ts'
import { opinionIndicators } from './indicators.ts'
import { itemProcedure } from './item.ts'
import { alarm, digest, watch } from './monitor.ts'
import { keyword, mention, outlet } from './registers.ts'

/** The case a piece of opinion became is written on it. */
const whenCaseOpened = listen(
  caseOpened,
  async ({ number, sourceId }, ctx) => {
    if (!sourceId) return
    await performIn(ctx, {
      procedure: itemProcedure.id,
      subjectId: sourceId,
      action: 'linkCase',
      who: null,
      actor: systemActor,
      input: { caseNumber: number },
    })
  },
  ({ sourceType }) => sourceType === itemProcedure.id,
)
const menu: readonly Definition[] = [itemProcedure, alarm, digest, mention, keyword, outlet]
export default defineDomain({
  id: 'opinion',
  zh: '舆情',
  registers: [keyword, outlet],
  records: [mention],
  procedures: [itemProcedure, digest, alarm],
  indicators: opinionIndicators,
  listens: [whenCaseOpened],
  jobs: [{ id: 'opinion.watch', zh: '舆情日报与突增预警', everyMinutes: 60, run: watch }],
  verbs: {
    'opinion.watch': '监测、研判、转办舆情',
    'opinion.reply': '回复舆情',
    'opinion.lead': '批准舆情回复、阅示日报',
  },
  menu: menu.map((d) => ({ path: `/rows/${d.id}`, zh: d.spec.zh, group: '舆情', verb: `${d.id}.read` })),
})
