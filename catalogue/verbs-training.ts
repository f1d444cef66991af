/** 培训与制度: who sees it, and what each post does about it. The scores of persons are read by the office and the leader alone. */
const look = 'survey card course month law-plan rule reading reform'.split(' ').map((name) => `training.${name}.read`)
const learn = [...look, 'training.learn'] as const
const sign = ['training.rule.read', 'training.reading.read', 'training.learn'] as const
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
/** The offices that have no more to do with training than everybody: their people read and sign the rules of the house, and see their own file. */
const offices = [
  'window-clerk',
  'permit-reviewer',
  'permit-head',
  'credit-clerk',
  'credit-reviewer',
  'parking-manager',
  'parking-finance',
  'toll-collector',
  'party-clerk',
  'discipline-officer',
  'personnel-clerk',
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
  ...Object.fromEntries(offices.map((post) => [post, sign])),
} as const
