/** Safety: who sees it, and what each post does about it. */
const look =
  'check problem due programme item lesson training lecture appointment inbox mode epidemic-waste pledge incident enterprise checklist key-period risk duty-topic duty-item link expert place goal'
    .split(' ')
    .map((name) => `safety.${name}.read`)
const carry = [...look, 'safety.staff.read', 'safety.carry'] as const
const manage = [...look, 'safety.staff.read', 'safety.manage', 'safety.carry'] as const
const kept = 'enterprise checklist key-period risk duty-topic duty-item link expert place staff goal'
  .split(' ')
  .map((name) => `safety.${name}.write`)
/** By id of the post. */
export const safety = {
  operator: look,
  'duty-head': [...manage, ...kept],
  dispatcher: look,
  handler: carry,
  officer: [...carry, 'safety.check'],
  'street-admin': carry,
  'enforcement-head': [...carry, 'safety.check'],
  assessor: [...look, 'safety.check'],
  leader: [...look, 'safety.lead', 'safety.carry'],
  data: ['safety.*'],
} as const
