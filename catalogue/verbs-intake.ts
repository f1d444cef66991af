/** Who works with 诉求 beside those who take it in: whoever patrols sees the plans; whoever is assigned something, or a petition, sees it. */
export const intake: Readonly<Record<string, readonly string[]>> = {
  collector: ['intake.patrol-plan.read'],
  officer: ['intake.patrol-plan.read'],
  handler: ['intake.petition.read'],
  'street-admin': ['intake.assignment.read', 'intake.petition.read'],
}
