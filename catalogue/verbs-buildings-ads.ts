/** Illegal buildings and outdoor advertising: who sees them, and what each post does about them. */
const buildings =
  'programme target approval line decoration patrol visit point line-check month-end building listing action encroachment free-compound focus notice safety restoration'
    .split(' ')
    .map((name) => `buildings.${name}.read`)
const ads = 'site zero-plan sign posting campaign street facade removal'.split(' ').map((name) => `ads.${name}.read`)
/** By post. */
export const buildingsAndAds = {
  look: [...buildings, ...ads],
  handle: [...ads, 'ads.report', 'ads.check', 'ads.plan', 'ads.removal.write'],
  report: [
    ...buildings,
    ...ads,
    'ads.report',
    'buildings.report',
    'buildings.patrol.write',
    'buildings.visit.write',
    'buildings.line-check.write',
  ],
  officer: [
    ...buildings,
    ...ads,
    'ads.report',
    'ads.enforce',
    'ads.removal.write',
    'buildings.report',
    'buildings.enforce',
    'buildings.patrol.write',
    'buildings.visit.write',
    'buildings.line-check.write',
    'buildings.decoration.write',
  ],
  street: [
    ...buildings,
    ...ads,
    'ads.report',
    'ads.plan',
    'buildings.report',
    'buildings.property',
    'buildings.plan',
    'buildings.patrol.write',
    'buildings.visit.write',
    'buildings.decoration.write',
  ],
  head: [...buildings, ...ads, 'ads.check', 'ads.plan', 'buildings.check', 'buildings.plan', 'buildings.approve'],
} as const
/** 物业联络员: reports what is built in its compounds, and nothing else. */
export const buildingsPosts = [
  {
    id: 'property-contact',
    zh: '物业联络员',
    verbs: ['buildings.property', 'buildings.building.read', 'buildings.free-compound.read', 'grid.compound.read'],
    home: '/today',
  },
] as const
