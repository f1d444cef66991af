/** Command and emergency: who sees it, and what each post does about it. */
const look =
  'warning task plan event improvement accident guard roster shift call leader-day item move call-out post preset rescue-team order dispatch errand desk matter resolution committee-meeting member institution sudden'
    .split(' ')
    .map((name) => `command.${name}.read`)
const carry = [...look, 'command.carry', 'command.duty', 'command.go', 'command.raise'] as const
const orders = ['command.order', 'command.playback'] as const
/** By id of the post. */
export const command = {
  collector: ['command.errand.read', 'command.go'],
  operator: [...look, 'command.duty'],
  'duty-head': [...look, ...orders, 'command.issue', 'command.roster', 'command.duty', 'command.lead'],
  dispatcher: [...look, ...orders, 'command.issue', 'command.roster', 'command.duty', 'command.keep'],
  handler: [...carry, 'command.keep'],
  officer: carry,
  'street-admin': [...carry, 'command.keep', 'command.order'],
  'enforcement-head': [...carry, 'command.lead', 'command.playback'],
  assessor: [...look, 'command.check', 'command.raise', 'command.secretary'],
  leader: [...look, 'command.approve', 'command.lead'],
  data: ['command.*'],
} as const
