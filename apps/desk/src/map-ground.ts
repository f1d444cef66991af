/** Tells the map which registers are its ground and where home is: the box of the district's roads. */
import { listRows } from '#kernel/web/api.ts'
import { type Box, configureMap } from '#kernel/web/map/config.ts'

const key = 'home box'
const home = async (): Promise<Box> => {
  const kept = localStorage.getItem(key)
  if (kept) return JSON.parse(kept) as Box
  const { rows } = await listRows('grid.road', { limit: 500 })
  const lons = rows.flatMap((r) => (typeof r.lon === 'number' ? [r.lon] : []))
  const lats = rows.flatMap((r) => (typeof r.lat === 'number' ? [r.lat] : []))
  if (lons.length === 0) return [73, 18, 135, 53]
  const box: Box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
  localStorage.setItem(key, JSON.stringify(box))
  return box
}
export const prepareMap = (): void => configureMap({ roads: 'grid.road', buildings: 'grid.building', home })
export const forgetMapHome = (): void => localStorage.removeItem(key)
