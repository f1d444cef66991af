/** The citizen's door to parks and trees: activities booked, a tree adopted; number and receipt stay on this device and are the permission. */
import { get, post } from '#kernel/web/call.ts'

export const layers = ['park', 'pocket', 'greenway', 'ancient', 'flower'] as const
export type Layer = (typeof layers)[number]
type Shape =
  | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  | { readonly type: string; readonly coordinates: readonly unknown[] }
export interface Place {
  readonly geometry: Shape | null
  readonly properties: {
    readonly layer: Layer
    readonly id: string
    readonly name: string
    readonly openHours: string | null
    readonly isOpen: boolean
    readonly note: string | null
    /** Those the public may see. */
    readonly photos: readonly string[]
  }
}
const isPair = (x: unknown): x is readonly [number, number] => Array.isArray(x) && typeof x[0] === 'number'
const cornersOf = (x: unknown): readonly (readonly [number, number])[] =>
  isPair(x) ? [x] : Array.isArray(x) ? x.flatMap(cornersOf) : []
/** The point a place is shown at: of a line its middle corner, of an area the mean of its corners. */
export const pointOf = ({ geometry }: Place): { readonly lon: number; readonly lat: number } | null => {
  const all = cornersOf(geometry?.coordinates)
  const middle = all[Math.floor(all.length / 2)]
  if (!geometry || !middle) return null
  if (!geometry.type.endsWith('Polygon')) return { lon: middle[0], lat: middle[1] }
  const mean = (at: 0 | 1): number => all.reduce((sum, p) => sum + p[at], 0) / all.length
  return { lon: mean(0), lat: mean(1) }
}
/** The whole map as GeoJSON, to be opened elsewhere. */
export const mapAddress = '/api/public/greening/map'
export interface Activity {
  readonly id: string
  readonly kindZh: string
  readonly name: string
  readonly venue: string
  readonly mode: string
  readonly startsAt: string
  readonly left: number
}
export interface Tree {
  readonly id: string
  readonly kind: 'tree' | 'ancient'
  readonly code: string
  readonly name: string
  readonly note: string
}
export const readPlaces = async (): Promise<readonly Place[]> =>
  (await get<{ features: readonly Place[] }>('/public/greening/map')).features
export const readActivities = async (): Promise<readonly Activity[]> =>
  (await get<{ activities: readonly Activity[] }>('/public/greening/activities')).activities
export const readTrees = (): Promise<{ readonly trees: readonly Tree[]; readonly feeFen: number }> =>
  get('/public/greening/trees')
export interface Held {
  readonly number: string
  readonly receipt: string
}
export const bookActivity = (wanted: {
  readonly activity: string
  readonly name: string
  readonly phone: string
  readonly people: number
}): Promise<Held> => post('/public/greening/bookings', wanted)
const heldKey = 'garden.adoptions'
export const keptAdoptions = (): readonly Held[] => JSON.parse(localStorage.getItem(heldKey) ?? '[]') as readonly Held[]
export const adoptTree = async (
  tree: Tree,
  wanted: { readonly adopter: string; readonly phone: string; readonly way: string; readonly years: number },
): Promise<void> => {
  const held = await post<Held>('/public/greening/adoptions', { [tree.kind]: tree.id, kind: 'person', ...wanted })
  localStorage.setItem(heldKey, JSON.stringify([held, ...keptAdoptions()].slice(0, 20)))
}
export interface Adoption {
  readonly number: string
  readonly statusZh: string
  readonly feeFen: number | null
  readonly certificate: string | null
  readonly toOn: string | null
  readonly lastCare: string | null
}
export const readAdoption = ({ number, receipt }: Held): Promise<Adoption> =>
  get<Adoption>(`/public/greening/adoptions/${encodeURIComponent(number)}`, { receipt })
