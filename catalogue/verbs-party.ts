/** Party building and discipline: who sees it, and what each post does about it. The sealed matters are named one by one, never by a wildcard. */
const open =
  'branch member leader point-rule award project-rating session action-branch points point-quarter point-year point-appeal excellence nominee programme programme-task people-project partnership duty-record list list-check ideology joint-task inspection rectification risk-post integrity-check governance'
    .split(' ')
    .map((name) => `party.${name}.read`)
const self = [...open, 'party.self'] as const
const unit = [...self, 'party.branch', 'party.carry', 'party.decision.read'] as const
const clerk = [
  ...unit,
  'party.manage',
  ...['branch', 'member', 'leader', 'point-rule', 'award', 'project-rating'].map((name) => `party.${name}.write`),
] as const
/** Read by the discipline office alone. */
const sealed = ['party.clue.read', 'party.declaration.read', 'party.discipline-tally.read'] as const
/** By id of the post. */
export const party = {
  collector: [...self, 'party.project-rating.write'],
  operator: self,
  'duty-head': unit,
  dispatcher: self,
  handler: unit,
  officer: unit,
  'street-admin': [...unit, 'party.project-rating.write'],
  'enforcement-head': unit,
  'legal-reviewer': self,
  'enforcement-clerk': self,
  assessor: unit,
  leader: [...unit, 'party.approve'],
  data: [
    ...self,
    ...['branch', 'member', 'leader', 'point-rule', 'award', 'project-rating'].map((name) => `party.${name}.write`),
  ],
} as const
export const partyPosts = [
  { id: 'party-clerk', zh: '党务干部', verbs: clerk, home: '/today' },
  {
    id: 'discipline-officer',
    zh: '纪检监察干部',
    verbs: [...self, ...sealed, 'party.discipline', 'party.carry'],
    home: '/today',
  },
] as const
