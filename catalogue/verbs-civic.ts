/** Civic life: who sees it, and what each post does about it. A citizen's account is seen by those who keep the platform. */
const look =
  'app lawyer council agreement-task outer-survey app-open news small-notice consult event attendance suggestion decision voice issue household request'
    .split(' ')
    .map((name) => `civic.${name}.read`)
const keep = ['app', 'lawyer', 'council', 'agreement-task', 'outer-survey'].map((name) => `civic.${name}.write`)
/** By id of the post. */
export const civic = {
  data: [...look, ...keep, 'civic.account.read', 'civic.write'],
  'street-admin': [...look, 'civic.council.write', 'civic.agreement-task.write', 'civic.street', 'civic.reply'],
  leader: [...look, 'civic.approve'],
  assessor: [...look, 'civic.outer-survey.write'],
  'legal-reviewer': [...look, 'civic.law', 'civic.lawyer.write', 'civic.approve'],
  handler: [...look, 'civic.reply'],
} as const
