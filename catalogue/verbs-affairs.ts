/** 综合办公: who sees it, and what each post does about it. */
const of = (names: string, verb: 'read' | 'write') => names.split(' ').map((name) => `affairs.${name}.${verb}`)
/** Open to whoever carries out work; the tree of tasks and the persons of a dispute are not among them. */
const open = of(
  'matter charge topic onsite practice adoption proposal document slip file legislation shortcoming plan project',
  'read',
)
const money = of('request budget fund arrival bond ppp bid-review expert template', 'read')
const carry = [...open, ...of('budget', 'read'), 'affairs.carry'] as const
const settle = [...of('dispute', 'read'), 'affairs.mediate'] as const
const manage = [
  ...open,
  ...money,
  ...of('step', 'read'),
  ...of('expert template', 'write'),
  'affairs.manage',
  'affairs.carry',
  'affairs.voices',
] as const
/** By id of the post. */
export const affairs = {
  'duty-head': [...carry, ...settle, 'affairs.voices'],
  handler: carry,
  officer: carry,
  'street-admin': [...carry, ...settle],
  'enforcement-head': carry,
  assessor: manage,
  leader: [...open, ...money, ...of('step', 'read'), 'affairs.lead', 'affairs.carry', 'affairs.voices'],
  data: manage,
} as const
