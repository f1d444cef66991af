import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jitteredGrid, seededRandom } from './grid.testdata.ts'
import { type Cell, createLocator, type LonLat, type MultiPolygonCoords, snap, validateTiling } from './index.ts'

const square = (lon: number, lat: number, side: number): LonLat[] => [
  [lon, lat],
  [lon + side, lat],
  [lon + side, lat + side],
  [lon, lat + side],
  [lon, lat],
]
const cell = (code: string, polygon: MultiPolygonCoords): Cell => ({ code, polygon })

/** The rule written again, slowly and with BigInt: inside, or on any edge; the smallest code wins. */
function referenceLocate(cells: readonly Cell[], lon: number, lat: number): string | undefined {
  const [x, y] = [BigInt(snap(lon)), BigInt(snap(lat))]
  const hits = cells.filter(({ polygon }) => {
    let isInside = false
    for (const ring of polygon.flat()) {
      const points = ring.map(([a, b]) => [BigInt(snap(a)), BigInt(snap(b))] as const)
      for (const [index, b] of points.entries()) {
        const a = points[index - 1]
        if (!a) continue
        const cross = (b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1])
        const isBetween = (x - a[0]) * (x - b[0]) <= 0n && (y - a[1]) * (y - b[1]) <= 0n
        if (cross === 0n && isBetween) return true
        if (a[1] > y !== b[1] > y && cross > 0n === b[1] > a[1]) isInside = !isInside
      }
    }
    return isInside
  })
  return hits.map((hit) => hit.code).sort()[0]
}

describe('locate', () => {
  const west = cell('B', [[square(116, 39, 1)]])
  const east = cell('A', [[square(117, 39, 1)]])
  const ring = cell('C', [[square(119, 39, 1), square(119.25, 39.25, 0.5)]])
  const pond = cell('D', [[square(119.25, 39.25, 0.5)]])
  const islands = cell('E', [[square(121, 39, 0.1)], [square(121.5, 39.5, 0.1)]])
  const locator = createLocator([west, east, ring, pond, islands])
  const codeAt = (lon: number, lat: number): string | undefined => locator.codes[locator.locate(lon, lat)]

  it.each<[lon: number, lat: number, code: string | undefined]>([
    // plainly inside, and the index is that of the order given
    [116.5, 39.5, 'B'],
    [117.5, 39.5, 'A'],
    // on the shared border: the smaller code, from either side
    [117, 39.5, 'A'],
    // the shared corner
    [117, 39, 'A'],
    // half a grid unit from the border snaps onto it, a whole one does not
    [116.99999996, 39.5, 'A'],
    [116.9999999, 39.5, 'B'],
    // an outer border belongs to its cell; just outside belongs to none
    [116, 39.5, 'B'],
    [115.9999999, 39.5, undefined],
    [116.5, 40, 'B'],
    [116.5, 40.0000001, undefined],
    // in the ring, in its hole, and on the border of the hole
    [119.1, 39.5, 'C'],
    [119.5, 39.5, 'D'],
    [119.25, 39.5, 'C'],
    // two islands of one cell and the water between
    [121.05, 39.05, 'E'],
    [121.55, 39.55, 'E'],
    [121.3, 39.3, undefined],
    // not on the globe at all
    [Number.NaN, 39, undefined],
    [500, 39, undefined],
  ])('%d, %d is in %s', (lon, lat, code) => {
    expect(codeAt(lon, lat)).toBe(code)
  })

  it('lists all that touch, in code order', () => {
    expect(locator.locateAll(117, 39.5).map((index) => locator.codes[index])).toEqual(['A', 'B'])
    expect(locator.size).toBe(5)
    expect(createLocator([]).locate(116, 39)).toBe(-1)
  })

  it('refuses what is no cell', () => {
    expect(() => createLocator([cell('open', [[square(116, 39, 1).slice(0, 4)]])])).toThrow(/closed/)
    expect(() => createLocator([cell('none', [])])).toThrow(/no area/)
    expect(() => createLocator([cell('wide', [[square(100, 30, 10)]])])).toThrow(/wider/)
    expect(() => createLocator([cell('off', [[square(179.5, 30, 1)]])])).toThrow(/globe/)
  })

  it('puts every point of a tiling in exactly the cell of the rule, on vertices and edges too', () => {
    const grids = fc.record({
      columns: fc.integer({ min: 1, max: 5 }),
      rows: fc.integer({ min: 1, max: 5 }),
      seed: fc.nat(),
      // from 30 grid units (edges full of grid points) to kilometres
      side: fc.constantFrom(0.000003, 0.00002, 0.001, 0.03),
      between: fc.integer({ min: 0, max: 3 }),
    })
    fc.assert(
      fc.property(grids, (options) => {
        const { cells, vertices } = jitteredGrid(options)
        const { locate, codes } = createLocator(cells)
        const check = (lon: number, lat: number): string | undefined => {
          const code = codes[locate(lon, lat)]
          expect(code).toBe(referenceLocate(cells, lon, lat))
          return code
        }
        const random = seededRandom(options.seed + 1)
        for (const [lon, lat] of vertices) expect(check(lon, lat)).toBeDefined()
        for (const one of cells) {
          const outline = one.polygon[0]?.[0] ?? []
          for (const [index, [lon, lat]] of outline.entries()) {
            const [nextLon, nextLat] = outline[index + 1] ?? [lon, lat]
            const share = random()
            check((lon + nextLon) / 2, (lat + nextLat) / 2)
            check(lon + (nextLon - lon) * share, lat + (nextLat - lat) * share)
          }
        }
        for (let count = 0; count < 100; count += 1) {
          check(
            116.4 + (random() * 1.4 - 0.2) * options.columns * options.side,
            39.9 + (random() * 1.4 - 0.2) * options.rows * options.side,
          )
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('validateTiling', () => {
  it('passes a tiling, also with vertices in the middle of neighbours’ sides', () => {
    const { cells, district } = jitteredGrid({ columns: 12, rows: 9, seed: 7 })
    expect(validateTiling(cells, district)).toEqual({ isTiling: true, faults: [], overlapM2: 0, gapM2: 0, outsideM2: 0 })
    const bricks = [
      cell('1', [[square(116, 39, 0.02)]]),
      cell('2', [[square(116.02, 39, 0.01)]]),
      cell('3', [[square(116.02, 39.01, 0.01)]]),
    ]
    const wall: LonLat[] = [
      [116, 39],
      [116.03, 39],
      [116.03, 39.02],
      [116, 39.02],
      [116, 39],
    ]
    expect(validateTiling(bricks, [[wall]])).toMatchObject({ isTiling: true, overlapM2: 0, gapM2: 0 })
  })

  it('finds a missing cell as a gap of its size and place', () => {
    const { cells, district } = jitteredGrid({ columns: 12, rows: 9, seed: 7 })
    const missing = cells[40]
    const report = validateTiling(
      cells.filter((one) => one !== missing),
      district,
    )
    expect(report.faults).toHaveLength(1)
    const [fault] = report.faults
    expect(fault).toMatchObject({ kind: 'gap', codes: [] })
    expect(fault?.areaM2).toBeGreaterThan(8000)
    expect(fault?.areaM2).toBeLessThan(11_000)
    const locator = createLocator(missing ? [missing] : [])
    expect(locator.locate(fault?.at[0] ?? 0, fault?.at[1] ?? 0)).toBe(0)
  })

  it('finds a doubled cell as an overlap and names both', () => {
    const { cells, district } = jitteredGrid({ columns: 6, rows: 6, seed: 3 })
    const double = cell('999999999999999', cells[14]?.polygon ?? [])
    const report = validateTiling([...cells, double], district)
    expect(report.faults).toHaveLength(1)
    expect(report.faults[0]).toMatchObject({ kind: 'overlap', codes: [cells[14]?.code, '999999999999999'] })
    expect(report.gapM2).toBe(0)
  })

  it('tells overlap, gap and outside apart where a cell has slipped east', () => {
    // three cells of 0.01° (854 m by 1110 m at 39°); the middle one 0.002° too far east, the last one too
    const cells = [
      cell('1', [[square(116, 39, 0.01)]]),
      cell('2', [[square(116.012, 39, 0.01)]]),
      cell('3', [[square(116.021, 39, 0.01)]]),
    ]
    const district: LonLat[] = [
      [116, 39],
      [116.03, 39],
      [116.03, 39.01],
      [116, 39.01],
      [116, 39],
    ]
    const report = validateTiling(cells, [[district]])
    expect(report.isTiling).toBe(false)
    expect(report.faults.map(({ kind, codes }) => [kind, codes])).toEqual([
      ['gap', []],
      ['overlap', ['2', '3']],
      ['outside', ['3']],
    ])
    const [gap, overlap] = report.faults
    expect((gap?.areaM2 ?? 0) / (overlap?.areaM2 ?? 1)).toBeCloseTo(2, 6)
    expect(gap?.at[0]).toBeCloseTo(116.011, 6)
    expect(overlap?.areaM2).toBeGreaterThan(0.001 * 86_500 * 0.01 * 110_900)
    expect(overlap?.areaM2).toBeLessThan(0.001 * 86_700 * 0.01 * 111_100)
  })

  it('measures crossing borders and respects holes of the district', () => {
    const crossing = [
      cell('1', [
        [
          [
            [116, 39],
            [116.01, 39],
            [116.01, 39.01],
            [116, 39],
          ],
        ],
      ]),
      cell('2', [
        [
          [
            [116, 39],
            [116.01, 39],
            [116, 39.01],
            [116, 39],
          ],
        ],
      ]),
    ]
    const report = validateTiling(crossing, [[square(116, 39, 0.01)]])
    // two triangles over one another: a quarter doubled, a quarter bare
    const quarter = (0.01 * 86_620 * 0.01 * 110_990) / 4
    expect(report.faults.map((fault) => fault.kind).sort()).toEqual(['gap', 'overlap'])
    for (const { areaM2 } of report.faults) expect(Math.abs(areaM2 / quarter - 1)).toBeLessThan(0.01)
    const holed = [[square(116, 39, 0.01), square(116.004, 39.004, 0.002)]]
    expect(validateTiling([cell('1', holed)], holed).isTiling).toBe(true)
    expect(validateTiling([cell('1', [[square(116, 39, 0.01)]])], holed).faults.map((fault) => fault.kind)).toEqual(['outside'])
    expect(validateTiling([cell('1', holed)], [[square(116, 39, 0.01)]]).faults.map((fault) => fault.kind)).toEqual(['gap'])
  })
})
