/** The ground under field maps: for a citizen from the public tiles. */
import type { StyleSpecification } from 'maplibre-gl'
import { get } from '#kernel/web/call.ts'
import { type Box, configureMap } from '#kernel/web/map/config.ts'
import { groundStyle } from '#kernel/web/map/ground.ts'

interface Entries {
  readonly box: readonly number[]
}
const home = async (): Promise<Box> => {
  const { box } = await get<Entries>('/public/entries')
  const [w, s, e, n] = box
  return w === undefined || s === undefined || e === undefined || n === undefined ? [73, 18, 135, 53] : [w, s, e, n]
}
configureMap({ roads: 'grid.road', buildings: 'grid.building', home })

export const fieldStyle = (isDark: boolean, isPublic: boolean): StyleSpecification => {
  const style = groundStyle(isDark)
  if (!isPublic) return style
  const sources = Object.fromEntries(
    Object.entries(style.sources).map(([name, source]) =>
      source.type === 'vector'
        ? [name, { ...source, tiles: source.tiles?.map((url) => url.replace('/api/tiles/', '/api/public/tiles/')) }]
        : [name, source],
    ),
  )
  return { ...style, sources }
}
