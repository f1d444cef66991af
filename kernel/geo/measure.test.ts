import fc from 'fast-check'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import {
  areaM2,
  bearingDeg,
  crossingAddressZh,
  directionZh,
  distanceM,
  distanceToLineM,
  fromStored,
  geoJsonFromStored,
  geoJsonToStored,
  haversineM,
  type LonLat,
  lengthM,
  lineIntersections,
  metresPerDegree,
  nearestOnLine,
  offsetZh,
  toStored,
} from './index.ts'

const HERE: LonLat = [116.4, 39.9]
const scale = metresPerDegree(HERE[1])
/** A place so many metres east and north of here. */
const off = (east: number, north: number): LonLat => [HERE[0] + east / scale.lon, HERE[1] + north / scale.lat]

describe('distances', () => {
  it('agrees with the ellipsoid', () => {
    // Vincenty on CGCS2000/GRS80: one degree of latitude at 39.5-40.5 N, and of longitude at 40 N
    expect(distanceM([116, 39.5], [116, 40.5])).toBeCloseTo(111_034.6, -1)
    expect(distanceM([116, 40], [117, 40])).toBeCloseTo(85_393.5, -1)
    // Beijing to Shanghai, about 1,067 km
    expect(distanceM([116.4074, 39.9042], [121.4737, 31.2304]) / 1000).toBeCloseTo(1067, -1)
    expect(haversineM([0, 0], [180, 0])).toBeCloseTo(Math.PI * 6_371_008.8, 0)
  })

  it('adds up along a line', () => {
    expect(lengthM([off(0, 0), off(30, 0), off(30, 40)])).toBeCloseTo(70, 3)
    expect(lengthM([HERE])).toBe(0)
  })

  it('measures areas of cells and of the whole globe', () => {
    const square = [off(0, 0), off(100, 0), off(100, 100), off(0, 100), off(0, 0)]
    const hole = [off(10, 10), off(20, 10), off(20, 20), off(10, 20), off(10, 10)]
    expect(areaM2([[square]])).toBeCloseTo(10_000, 0)
    expect(areaM2([[square.toReversed(), hole]])).toBeCloseTo(9900, 0)
    expect(areaM2([[square], [hole]])).toBeCloseTo(10_100, 0)
    // the ellipsoid's surface is 510,065,621.7 km²
    const globe: LonLat[] = [
      [-180, -90],
      [180, -90],
      [180, 90],
      [-180, 90],
      [-180, -90],
    ]
    expect(areaM2([[globe]]) / 1e6).toBeCloseTo(510_065_621.7, -1)
  })
})

describe('directions and addresses', () => {
  it.each<[east: number, north: number, zh: string]>([
    [0, 10, '北'],
    [10, 10, '东北'],
    [10, 0, '东'],
    [10, -10, '东南'],
    [0, -10, '南'],
    [-10, -10, '西南'],
    [-10, 0, '西'],
    [-10, 10, '西北'],
    [-1, 10, '北'],
  ])('%d east and %d north is %s', (east, north, zh) => {
    expect(directionZh(bearingDeg(HERE, off(east, north)))).toBe(zh)
  })

  it('writes addresses as they are spoken', () => {
    expect(crossingAddressZh('朝阳路', '建国路', HERE, off(51, 3))).toBe('朝阳路与建国路交叉口东50米')
    expect(crossingAddressZh('朝阳路', '建国路', HERE, off(2, 3))).toBe('朝阳路与建国路交叉口')
    expect(offsetZh(HERE, off(-90, 90))).toBe('西北130米')
  })
})

describe('lines', () => {
  const road = [off(0, 0), off(100, 0), off(100, 100)]

  it('finds the nearest place on a road', () => {
    const side = nearestOnLine(off(40, 30), road)
    expect(side).toMatchObject({ segment: 0, distanceM: expect.closeTo(30, 3), alongM: expect.closeTo(40, 3) })
    expect(nearestOnLine(off(130, 60), road)).toMatchObject({ segment: 1, alongM: expect.closeTo(160, 2) })
    expect(distanceToLineM(off(-30, -40), road)).toBeCloseTo(50, 3)
    expect(distanceToLineM(off(3, 4), [HERE])).toBeCloseTo(5, 3)
    expect(() => nearestOnLine(HERE, [])).toThrow(RangeError)
  })

  it('is never nearer than any place tried', () => {
    const metres = fc.double({ min: -500, max: 500, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metres, metres), { minLength: 2, maxLength: 6 }),
        metres,
        metres,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, x, y, share) => {
          const line = list.map(([east, north]) => off(east, north))
          const [a, b] = [line[0] ?? HERE, line[1] ?? HERE]
          const tried: LonLat = [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share]
          expect(distanceToLineM(off(x, y), line)).toBeLessThanOrEqual(distanceM(off(x, y), tried) + 1e-2)
        },
      ),
    )
  })

  it('finds where roads cross, once each', () => {
    const other = [off(50, -20), off(50, 50), off(150, 50)]
    const found = lineIntersections(road, other)
    expect(found).toHaveLength(2)
    expect(distanceM(found[0] ?? HERE, off(50, 0))).toBeLessThan(0.01)
    expect(distanceM(found[1] ?? HERE, off(100, 50))).toBeLessThan(0.01)
    // through a vertex, which two segments share
    expect(lineIntersections(road, [off(90, -10), off(110, 10)])).toHaveLength(1)
    expect(lineIntersections(road, [off(0, 10), off(90, 10)])).toEqual([])
  })
})

describe('coordinate systems', () => {
  it('shifts Tiananmen by the known amounts', () => {
    // WGS-84 116.3912, 39.9073: GCJ-02 and BD-09 from the published formulas
    const [gcjLon, gcjLat] = fromStored('GCJ02', [116.3912, 39.9073])
    expect([gcjLon, gcjLat]).toEqual([expect.closeTo(116.39744, 4), expect.closeTo(39.9087, 4)])
    const [bdLon, bdLat] = fromStored('BD09', [116.3912, 39.9073])
    expect([bdLon - gcjLon, bdLat - gcjLat]).toEqual([expect.closeTo(0.0064, 3), expect.closeTo(0.0061, 3)])
    expect(toStored('CGCS2000', [116.3912, 39.9073])).toEqual([116.3912, 39.9073])
  })

  it('inverts exactly in China, and leaves the rest of the world alone', () => {
    const inChina = fc.tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 3.5, max: 53.5, noNaN: true }))
    fc.assert(
      fc.property(fc.constantFrom('GCJ02' as const, 'BD09' as const), inChina, (system, position) => {
        const [lon, lat] = toStored(system, fromStored(system, position))
        expect(Math.abs(lon - position[0])).toBeLessThan(1e-9)
        expect(Math.abs(lat - position[1])).toBeLessThan(1e-9)
      }),
      { numRuns: 1000 },
    )
    expect(fromStored('GCJ02', [2.35, 48.85])).toEqual([2.35, 48.85])
    expect(toStored('GCJ02', [2.35, 48.85])).toEqual([2.35, 48.85])
  })

  it('always ends, on the edge of the box too', () => {
    for (const lon of [72.003, 72.0041, 72.0045, 72.006, 137.8346, 137.8348]) {
      for (const lat of [0.8294, 30, 55.827]) {
        for (const system of ['GCJ02', 'BD09'] as const) {
          const back = toStored(system, [lon, lat])
          expect(Math.abs(back[0] - lon)).toBeLessThan(0.05)
        }
      }
    }
  })

  it('converts GeoJSON all the way down and leaves the input alone', () => {
    const input: FeatureCollection = {
      type: 'FeatureCollection',
      bbox: [116, 39, 117, 40],
      features: [
        { type: 'Feature', id: 1, properties: { a: 1 }, geometry: { type: 'Point', coordinates: [116.4, 39.9, 44] } },
        {
          type: 'Feature',
          properties: null,
          geometry: {
            type: 'MultiPolygon',
            coordinates: [
              [
                [
                  [116, 39],
                  [117, 39],
                  [117, 40],
                  [116, 39],
                ],
              ],
            ],
          },
        },
        {
          type: 'Feature',
          properties: null,
          geometry: {
            type: 'GeometryCollection',
            geometries: [
              {
                type: 'LineString',
                coordinates: [
                  [116, 39],
                  [117, 40],
                ],
              },
            ],
          },
        },
        { type: 'Feature', properties: null, geometry: null as never },
      ],
    }
    const before = structuredClone(input)
    const gcj = geoJsonFromStored('GCJ02', input)
    expect(input).toEqual(before)
    expect(gcj).not.toHaveProperty('bbox')
    expect(JSON.stringify(gcj)).not.toContain('[116,39]')
    const back = geoJsonToStored('GCJ02', gcj)
    const rounded = JSON.parse(
      JSON.stringify(back, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value)),
    )
    const { bbox: _bbox, ...expected } = before
    expect(rounded).toEqual(expected)
  })
})
