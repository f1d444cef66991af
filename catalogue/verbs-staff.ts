/** Staff: who sees it, and what each post does about it. Selection is read by the personnel office alone. */
const open =
  'squad star-standard star-application conduct-visit retraining campaign campaign-task pairing studio appraisal appointment'
    .split(' ')
    .map((name) => `staff.${name}.read`)
const self = [...open, 'staff.self'] as const
const head = [...self, 'staff.unit', 'staff.quarter.read'] as const
const keep = ['staff.squad.write', 'staff.star-standard.write'] as const
/** By id of the post. */
export const staff = {
  collector: self,
  operator: self,
  'duty-head': head,
  dispatcher: self,
  handler: head,
  officer: self,
  'street-admin': head,
  'enforcement-head': [...head, 'staff.inspect'],
  'legal-reviewer': [...self, 'staff.unit', 'staff.quarter.read'],
  'enforcement-clerk': self,
  assessor: [...head, 'staff.inspect'],
  leader: [...head, 'staff.approve'],
  data: [...self, ...keep],
} as const
export const staffPosts = [
  {
    id: 'personnel-clerk',
    zh: '组织人事干部',
    verbs: [...head, ...keep, 'staff.manage', 'staff.cadre', 'staff.selection.read'],
    home: '/today',
  },
] as const
