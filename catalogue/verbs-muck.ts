/** Muck: who sees it, and what each post does about it. */
const look =
  'company truck site dump plant soil-account occasion scale check passage receipt sighting truck-now dump-now trace safety-event base-change points patrol-week alarm shift trip violation source patrol dump-check dump-closing plant-project plant-day renovation soil-order soil-match'
    .split(' ')
    .map((name) => `muck.${name}.read`)
/** By post. */
export const muck = {
  look,
  duty: [...look, 'muck.watch', 'muck.feed', 'muck.renovate'],
  officer: [...look, 'muck.inspect', 'muck.check.write'],
  head: [...look, 'muck.review', 'muck.inspect', 'muck.occasion.write'],
  street: [...look, 'muck.inspect', 'muck.check.write', 'muck.renovate'],
  handle: [...look, 'muck.plant', 'muck.soil', 'muck.renovate'],
} as const
