/** Command and emergency: who sees it, and what each post does about it. */
const look =
  'warning task plan event improvement accident guard roster shift call leader-day item move call-out post preset rescue-team'
    .split(' ')
    .map((name) => `command.${name}.read`)
const carry = [...look, 'command.carry', 'command.duty'] as const
/** By id of the post. */
export const command = {
  operator: [...look, 'command.duty'],
  'duty-head': [...look, 'command.issue', 'command.roster', 'command.duty', 'command.lead'],
  dispatcher: [...look, 'command.issue', 'command.roster', 'command.duty', 'command.keep'],
  handler: [...carry, 'command.keep'],
  officer: carry,
  'street-admin': [...carry, 'command.keep'],
  'enforcement-head': [...carry, 'command.lead'],
  assessor: [...look, 'command.check'],
  leader: [...look, 'command.approve', 'command.lead'],
  data: ['command.*'],
} as const
