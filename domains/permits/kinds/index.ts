/** All kinds by key: adding one is adding its file here and an item of that kind to the catalogue. */
import type { KindKey } from '../contract.ts'
import { ancientTreeKind, greenCompletionKind, greenPlanKind, treeKind } from './green.ts'
import type { Kind } from './kind.ts'
import { dayMuckKind, muckKind, truckKind } from './muck.ts'
import { adKind, gasKind, generalKind, parkingKind, promoKind, wasteCleanKind } from './street.ts'

export const kinds: Readonly<Record<KindKey, Kind>> = {
  wasteClean: wasteCleanKind,
  tree: treeKind,
  ancientTree: ancientTreeKind,
  greenPlan: greenPlanKind,
  greenCompletion: greenCompletionKind,
  muck: muckKind,
  ad: adKind,
  truck: truckKind,
  dayMuck: dayMuckKind,
  promo: promoKind,
  gas: gasKind,
  parking: parkingKind,
  general: generalKind,
}
export const kindFields = Object.assign({}, ...Object.values(kinds).map((k) => k.fields)) as Kind['fields']
