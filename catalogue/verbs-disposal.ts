/** Waste disposal: who sees it, and what each post does about it. */
const look =
  'landfill patrol measurement leachate-stock emergency-run excavation burn-day burn-month line ash bot visit bot-month phase dump point ash-cell'
    .split(' ')
    .map((name) => `disposal.${name}.read`)
/** By id of the post. */
export const disposal = {
  collector: ['disposal.report', 'disposal.dump.read'],
  'duty-head': look,
  dispatcher: look,
  handler: [...look, 'disposal.run', 'disposal.report'],
  'street-admin': ['disposal.report', 'disposal.street', 'disposal.dump.read'],
  assessor: [...look, 'disposal.supervise', 'disposal.report'],
  leader: [...look, 'disposal.approve', 'disposal.manage'],
  data: ['disposal.*'],
} as const
