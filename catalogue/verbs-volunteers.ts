/** Volunteering: who sees it, and what each post does about it. */
const look = 'team service piece session emergency shift ledger volunteer piece-kind programme'
  .split(' ')
  .map((name) => `volunteers.${name}.read`)
/** By id of the post. */
export const volunteers = {
  'street-admin': [...look, 'volunteers.street', 'volunteers.volunteer.write', 'volunteers.programme.write'],
  assessor: [...look, 'volunteers.check'],
  leader: [...look, 'volunteers.approve'],
  data: ['volunteers.*'],
} as const
