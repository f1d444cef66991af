/** Lamps and bikes: who sees them, and what each post does about them. */
const bikes =
  'station bike operator fence line sunshade towed bike-now level peak-minutes stock ride deploy dispatch repair disorder score talk line-plan tow-claim campaign'
    .split(' ')
    .map((name) => `bikes.${name}.read`)
const lamps =
  'cabinet pole lamp pit lane scene plan lamp-repair coating repair switching dark-place project lane-project entrance retrofit meter-month'
    .split(' ')
    .map((name) => `lighting.${name}.read`)
const both = [...bikes, ...lamps]
/** By post. */
export const lampsAndBikes = {
  look: both,
  report: [...both, 'bikes.report', 'lighting.report'],
  duty: [...both, 'lighting.report', 'lighting.dispatch', 'lighting.switch', 'lighting.verify'],
  dispatch: [...both, 'bikes.dispatch', 'lighting.report', 'lighting.dispatch', 'lighting.switch', 'lighting.verify'],
  handle: [...both, 'bikes.tidy', 'bikes.repair', 'lighting.repair'],
  officer: [...both, 'bikes.report', 'bikes.claim', 'bikes.towed.write'],
  street: [...both, 'bikes.report', 'bikes.tidy', 'bikes.stock.write', 'lighting.report'],
} as const
