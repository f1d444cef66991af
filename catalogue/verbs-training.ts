/** 培训与制度: who sees it, and what each post does about it. The scores of persons are read by the office and the leader alone. */
const look = 'survey card course month law-plan rule reading reform'.split(' ').map((name) => `training.${name}.read`)
const learn = [...look, 'training.learn'] as const
const serve = [...learn, 'training.serve'] as const
const manage = [
  ...learn,
  'training.attend.read',
  'training.appraisal.read',
  'training.score.read',
  'training.item.read',
  'training.item.write',
  'training.manage',
] as const
/** By id of the post. */
export const training = {
  collector: learn,
  operator: learn,
  'duty-head': learn,
  dispatcher: learn,
  handler: learn,
  officer: serve,
  'street-admin': serve,
  'enforcement-head': [...serve, 'training.govern'],
  'legal-reviewer': learn,
  'enforcement-clerk': learn,
  assessor: manage,
  data: manage,
  leader: [
    ...learn,
    'training.attend.read',
    'training.appraisal.read',
    'training.score.read',
    'training.item.read',
    'training.lead',
    'training.govern',
  ],
} as const
