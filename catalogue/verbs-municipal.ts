/** Municipal works, drainage, gas and overhead cables: who sees them, and what each post does about them. */
const names = {
  cables: 'work notice consent measure operator line crossing metre plan',
  drainage: 'zone node pipe plant beat part-done flooding survey defect project round point rain plant-day plan-paper bulletin',
  gas: 'check hazard fit quota pipe project renewed leak upgrade station cylinder courier delivery seizure entry-kind session',
  municipal: 'job access-check orphan facility pot work-line',
} as const
const look = Object.entries(names).flatMap(([domain, list]) => list.split(' ').map((name) => `${domain}.${name}.read`))
const may = (...verbs: readonly string[]) => Object.keys(names).flatMap((domain) => verbs.map((verb) => `${domain}.${verb}`))
/** By id of the post. */
export const municipal = {
  collector: [...look, ...may('report')],
  operator: [...look, ...may('report')],
  'duty-head': [...look, ...may('report', 'manage')],
  dispatcher: [...look, ...may('report', 'manage')],
  handler: [...look, ...may('report', 'run')],
  'street-admin': [...look, ...may('report', 'run')],
  assessor: [...look, ...may('report', 'verify')],
  leader: [...look, ...may('approve')],
  data: may('*'),
} as const
