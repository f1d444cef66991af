import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { encodeTile, type LonLat, type TileFeature, type TileGeometry, tileBounds } from './index.ts'

const [Z, X, Y] = [14, 13489, 6208]
const [west, south, east, north] = tileBounds(Z, X, Y)
/** A place by its share of the tile, from the north-west. */
const at = (u: number, v: number): LonLat => [west + (east - west) * u, north + (south - north) * v]
const box = (u0: number, v0: number, u1: number, v1: number): LonLat[] => [
  at(u0, v0),
  at(u1, v0),
  at(u1, v1),
  at(u0, v1),
  at(u0, v0),
]

function decode(features: readonly TileFeature[]): VectorTileFeature[] {
  const tile = new VectorTile(new PbfReader(encodeTile([{ name: 'case', features }], Z, X, Y)))
  const layer = tile.layers.case
  return layer ? Array.from({ length: layer.length }, (_, index) => layer.feature(index)) : []
}
function pathsOf(geometry: TileGeometry): number[][][] {
  const [feature] = decode([{ geometry, properties: {} }])
  return feature ? feature.loadGeometry().map((path) => path.map((point) => [point.x, point.y])) : []
}
const doubleArea = (ring: readonly (readonly number[])[]): number =>
  ring.reduce((sum, [x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? []
    return sum + x * nextY - nextX * y
  }, 0)

describe('tileBounds', () => {
  it('halves the world', () => {
    expect(tileBounds(0, 0, 0)).toEqual([-180, expect.closeTo(-85.0511288, 6), 180, expect.closeTo(85.0511288, 6)])
    expect(tileBounds(1, 1, 0)).toEqual([0, 0, 180, expect.closeTo(85.0511288, 6)])
    const [w, , e] = tileBounds(2, 1, 1, 0.5)
    expect([w, e]).toEqual([-135, 45])
  })
})

describe('encodeTile', () => {
  it('keeps ids, properties of every kind and layer facts', () => {
    const properties = {
      code: '110105001000001',
      open: true,
      closed: false,
      level: 3,
      debt: -7,
      ratio: 0.25,
      big: 2 ** 40,
      名称: '朝阳',
    }
    const features: TileFeature[] = [
      { id: 12, geometry: { type: 'Point', coordinates: at(0.25, 0.5) }, properties },
      { geometry: { type: 'Point', coordinates: at(0.75, 0.5) }, properties: { code: '110105001000001' } },
    ]
    const tile = new VectorTile(
      new PbfReader(
        encodeTile(
          [
            { name: 'case', features },
            { name: 'none', features: [] },
          ],
          Z,
          X,
          Y,
        ),
      ),
    )
    const layer = tile.layers.case
    expect(Object.keys(tile.layers)).toEqual(['case'])
    expect(layer).toMatchObject({ version: 2, extent: 4096, length: 2 })
    expect(layer?.feature(0)).toMatchObject({ id: 12, properties, type: 1 })
    expect(layer?.feature(1).id).toBeUndefined()
    expect(pathsOf(features[0]?.geometry ?? { type: 'Point', coordinates: [0, 0] })).toEqual([[[1024, 2048]]])
  })

  it('is no bytes when nothing is there', () => {
    expect(encodeTile([{ name: 'case', features: [] }], Z, X, Y)).toHaveLength(0)
    expect(decode([{ geometry: { type: 'Point', coordinates: [0, 0] }, properties: {} }])).toEqual([])
    expect(decode([{ geometry: { type: 'Point', coordinates: [Number.NaN, 0] }, properties: {} }])).toEqual([])
  })

  it('keeps points up to the buffer', () => {
    expect(pathsOf({ type: 'MultiPoint', coordinates: [at(-0.01, 0.5), at(-0.02, 0.5), at(1.01, 0.5)] })).toEqual([
      [[-41, 2048]],
      [[4137, 2048]],
    ])
  })

  it('cuts a line that leaves and comes back into two', () => {
    const paths = pathsOf({ type: 'LineString', coordinates: [at(0.5, 0.5), at(2, 0.5), at(2, 0.75), at(0.5, 0.75)] })
    expect(paths).toEqual([
      [
        [2048, 2048],
        [4160, 2048],
      ],
      [
        [4160, 3072],
        [2048, 3072],
      ],
    ])
    // touching a corner only, and a line of no length, are nothing
    expect(pathsOf({ type: 'LineString', coordinates: [at(0.5, 0.5), at(0.5, 0.5)] })).toEqual([])
    expect(pathsOf({ type: 'LineString', coordinates: [at(2, 0), at(2, 1)] })).toEqual([])
  })

  it('winds outer rings positive and holes negative whatever came in', () => {
    const outer = box(0.1, 0.1, 0.9, 0.9)
    const hole = box(0.4, 0.4, 0.6, 0.6)
    for (const rings of [
      [outer, hole],
      [outer.toReversed(), hole],
      [outer, hole.toReversed()],
    ]) {
      const paths = pathsOf({ type: 'Polygon', coordinates: rings }).map((ring) => ring.slice(0, -1))
      expect(paths.map((ring) => Math.sign(doubleArea(ring)))).toEqual([1, -1])
    }
    const two = pathsOf({ type: 'MultiPolygon', coordinates: [[box(0, 0, 0.1, 0.1)], [box(0.5, 0.5, 0.6, 0.6)]] })
    expect(two).toHaveLength(2)
  })

  it('cuts polygons to the buffered tile and drops what shrinks to nothing', () => {
    const [cover] = pathsOf({ type: 'Polygon', coordinates: [box(-3, -3, 4, 4)] })
    expect(new Set(cover?.flat())).toEqual(new Set([-64, 4160]))
    expect(pathsOf({ type: 'Polygon', coordinates: [box(0.5, 0.5, 0.50001, 0.50001)] })).toEqual([])
    expect(pathsOf({ type: 'Polygon', coordinates: [box(0.5, 0.5, 0.9, 0.5)] })).toEqual([])
    expect(pathsOf({ type: 'Polygon', coordinates: [box(0.1, 0.1, 0.9, 0.9), box(0.5, 0.5, 0.50001, 0.50001)] })).toHaveLength(1)
    // a hole without its ring is nothing
    expect(pathsOf({ type: 'Polygon', coordinates: [box(2, 2, 3, 3), box(0.1, 0.1, 0.2, 0.2)] })).toEqual([])
  })

  it('keeps the area of clipped boxes and everything inside the buffer', () => {
    const share = fc.double({ min: -1, max: 2, noNaN: true })
    fc.assert(
      fc.property(share, share, share, share, (a, b, c, d) => {
        const [u0, u1, v0, v1] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)]
        const rings = pathsOf({ type: 'Polygon', coordinates: [box(u0, v0, u1, v1)] })
        // Latitudes are shared linearly here and by mercator in the tile: less than a unit apart at z14
        const unit = (value: number): number => Math.max(-64, Math.min(4160, value * 4096))
        const wanted = (unit(u1) - unit(u0)) * (unit(v1) - unit(v0))
        const got = rings.reduce((sum, ring) => sum + doubleArea(ring.slice(0, -1)) / 2, 0)
        expect(Math.abs(got - wanted)).toBeLessThan(4 * 4300)
        for (const value of rings.flat(2)) expect(value >= -64 && value <= 4160).toBe(true)
      }),
    )
  })

  it('goes there and back within half a tile unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
        }),
        (list) => {
          const points = list.map(([u, v]) => at(u, v))
          const [feature] = decode([{ geometry: { type: 'MultiPoint', coordinates: points }, properties: {} }])
          const back = feature?.toGeoJSON(X, Y, Z).geometry
          const positions = back?.type === 'MultiPoint' ? back.coordinates : back?.type === 'Point' ? [back.coordinates] : []
          expect(positions).toHaveLength(points.length)
          const unit = (east - west) / 4096
          for (const [index, [lon = 0, lat = 0]] of positions.entries()) {
            expect(Math.abs(lon - (points[index]?.[0] ?? 0))).toBeLessThan(unit * 0.51)
            expect(Math.abs(lat - (points[index]?.[1] ?? 0))).toBeLessThan(unit * 0.51)
          }
        },
      ),
    )
  })
})
