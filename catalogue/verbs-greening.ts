/** Greening, parks and old trees: who sees it, and what each post does about it. */
const names =
  'space greenway block keeper basis tree plan plan-target plot city-target segment water-point pest waste-site park ancient base pruning meter-reading trap rain waste medal duty work defect topic drought treatment check title project trial roster takeover repair expo patrol incident rescue adoption activity booking donation'
const look = names.split(' ').map((name) => `greening.${name}.read`)
const write = (list: string): readonly string[] => list.split(' ').map((name) => `greening.${name}.write`)
/** By post. */
export const greening = {
  collector: [...look, 'greening.report'],
  'duty-head': [...look, 'greening.report'],
  handler: [...look, ...write('tree trap rain meter-reading waste'), 'greening.work', 'greening.report'],
  'street-admin': [...look, ...write('keeper'), 'greening.report'],
  officer: look,
  'enforcement-head': [...look, 'greening.check', 'greening.manage'],
  assessor: [...look, 'greening.check', 'greening.report'],
  leader: [...look, 'greening.approve'],
  data: ['greening.*'],
} as const
