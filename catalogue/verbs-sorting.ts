/** Waste sorting: who sees it, and what each post does about it. The joint inspection with discipline is read by those it names only. */
const registers =
  'criterion target facility guide quota bulky-team organic-source member venue account gift reward-rule duty seconded'.split(' ')
const written =
  'place title provision renovation training check problem sample meeting task supervisor supervisor-report price site event contract bulky bulky-point plant plant-day project organic-scheme visit publicity survey booking order reward intake attendance bag rating flow month pickup entry'
const look = [...registers, ...written.split(' ')].map((name) => `sorting.${name}.read`)
const keep = registers.map((name) => `sorting.${name}.write`)
const joint = ['sorting.joint', 'sorting.joint.read']
/** By post. */
export const sorting = {
  look,
  data: [...look, ...keep, 'sorting.manage', 'sorting.town', 'sorting.town-check', 'sorting.collect'],
  officer: [...look, 'sorting.check'],
  head: [...look, 'sorting.check', 'sorting.manage'],
  street: [
    ...look,
    ...['facility', 'guide', 'member', 'account', 'duty'].map((name) => `sorting.${name}.write`),
    'sorting.town',
    'sorting.town-check',
  ],
  handle: [...look, 'sorting.collect', 'sorting.carry'],
  lead: [...look, ...joint, 'sorting.approve'],
} as const
export const sortingPosts = [{ id: 'discipline-inspector', zh: '纪检监察联络员', verbs: joint, home: '/today' }] as const
