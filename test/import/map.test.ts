import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planLattice } from '#apps/import/lattice.ts'
import { readTag, readTags } from '#apps/import/osm/xml.ts'
import { raw } from '#kernel'
import { areaM2, validateTiling } from '#kernel/geo/index.ts'
import { type Desk, openDesk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.close())

describe('网格', () => {
  const box = { west: 118.77, south: 32.03, east: 118.81, north: 32.06 }
  it('约一万平方米,无缝无叠,编码15位不重', () => {
    const areas = planLattice('320102', box)
    const cells = areas.filter((a) => a.level === 'cell')
    expect(new Set(areas.map((a) => a.code)).size).toBe(areas.length)
    for (const cell of cells) {
      expect(cell.code).toMatch(/^320102\d{9}$/)
      expect(Math.abs(areaM2([[cell.ring]]) - 10_000)).toBeLessThan(400)
    }
    const outline = [
      [
        [
          [118.77, 32.03],
          [118.81, 32.03],
          [118.81, 32.06],
          [118.77, 32.06],
          [118.77, 32.03],
        ],
      ],
    ] as const
    expect(
      validateTiling(
        cells.map((c) => ({ code: c.code, polygon: [[c.ring]] })),
        outline,
      ).faults,
    ).toEqual([])
    for (const area of areas) expect(area.code.startsWith(area.parent)).toBe(true)
  })
})

describe('OSM XML', () => {
  const xml = `<?xml version="1.0"?><!-- > not a tag --><osm>
    <node id="1" lat="32.0400" lon="118.7800"/><node id="2" lat="32.0400" lon="118.7810"/><node id="3" lat="32.0410" lon="118.7810"/>
    <node id="4" lat="32.0410" lon="118.7800"/><node id="5" lat="32.0500" lon="118.7900"><tag k="name" v="A &amp; B &#x8DEF; &lt;1&gt;"/><tag k="amenity" v="hospital"/></node>
    <node id="6" lat="32.0405" lon="118.7805"><tag k="name" v="茶馆"/><tag k="amenity" v="cafe"/></node>
    <node id="7" lat="32.0499" lon="118.7899"><tag k="name" v="路边摊"/><tag k="amenity" v="cafe"/></node>
    <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/><tag k="building" v="retail"/><tag k='building:levels' v='6'/></way>
    <way id="11"><nd ref="1"/><nd ref="5"/><tag k="highway" v="primary"/><tag k="name" v="中山路"/></way>
    <way id="12"><nd ref="2"/><nd ref="5"/><tag k="highway" v="footway"/></way>
    <way id="13"><nd ref="2"/><nd ref="99"/><tag k="highway" v="primary"/></way>
    <way id="14"><nd ref="2"/><nd ref="5"/><tag k="highway" v="proposed"/></way>
    <relation id="20"><member type="way" ref="10" role=""/><tag k="building" v="yes"/></relation></osm>`

  it('切在任何地方,读出的都一样', async () => {
    const read = async (size: number): Promise<unknown[]> => {
      const pieces = async function* () {
        for (let i = 0; i < xml.length; i += size) yield xml.slice(i, i + size)
      }
      return Array.fromAsync(readTags(pieces()))
    }
    const whole = await read(xml.length)
    expect(whole.length).toBeGreaterThan(40)
    for (const size of [1, 2, 3, 7, 64]) expect(await read(size)).toEqual(whole)
    expect(readTag('tag k="a&gt;b" v=\'x"y\' /').attributes).toEqual({ k: 'a>b', v: 'x"y' })
    expect(() => readTag('tag k=1')).toThrow('not XML')
  })

  it('道路、建筑、点位入台账,名称给所在建筑,说不清的退回', async () => {
    const { summary, errors } = await desk.run('osm', desk.file('map.osm.xml', xml), { district: '320199', name: '测试区' })
    const added = Object.fromEntries([...summary.byChannel].map(([c, t]) => [c.split(' ')[1], [t.read, t.added]]))
    expect(added).toEqual({ 'grid.road': [3, 2], 'grid.building': [1, 1], 'grid.key-point': [1, 1], names: [2, 1] })
    expect(errors.rows.map((e) => e.key)).toEqual(['road way/14', 'name node/7', 'way/13'])
    expect(await desk.rows('320199', `select name, class from grid.road order by class desc`)).toMatchObject([
      { name: '中山路', class: 'trunk' },
      { name: '未命名人行道(way/12)', class: 'pavement' },
    ])
    expect(await desk.rows('320199', 'select name, kind, floors from grid.building')).toEqual([
      { name: '茶馆', kind: '商业', floors: 6 },
    ])
    expect(await desk.rows('320199', 'select name, kind, area_code as area from grid.key_point')).toMatchObject([
      { name: 'A & B 路 <1>', kind: 'hospital', area: expect.stringMatching(/^320199\d{9}$/) },
    ])
    const again = await desk.run('osm', desk.file('map.osm.xml', xml), { district: '320199' })
    expect(again.summary).toMatchObject({ added: 0, known: 5, refused: 2 })
  })
})

describe('区划边界', () => {
  const feature = (adcode: number, coordinates: unknown, type = 'Polygon') => ({
    type: 'Feature',
    properties: { adcode, name: `区${adcode}` },
    geometry: { type, coordinates },
  })
  const square = [
    [
      [119.95, 31.78],
      [119.97, 31.78],
      [119.97, 31.8],
      [119.95, 31.8],
      [119.95, 31.78],
    ],
  ]
  const bow = [
    [
      [119.95, 31.78],
      [119.97, 31.8],
      [119.97, 31.78],
      [119.95, 31.8],
      [119.95, 31.78],
    ],
  ]
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [feature(329981, square), feature(329982, bow), feature(0, square), feature(329983, [119.95, 31.78], 'Point')],
  })

  it('转为 CGCS2000,说出最大改正,按边界切出网格', async () => {
    const { summary, errors } = await desk.run('areas', desk.file('areas.geojson', text), { crs: 'GCJ02', cells: 'true' })
    expect(summary).toMatchObject({ read: 4, added: 1, refused: 3 })
    expect(errors.rows.map((e) => e.reason)).toEqual([
      expect.stringContaining('边界无效'),
      expect.stringContaining('没有6位'),
      expect.stringContaining('不是面'),
    ])
    expect(summary.notes[0]?.zh).toMatch(/最大改正 5\d\d\.\d 米/)
    const { rows } = await raw<{ whole: number; cells: number; count: number }>(
      desk.w.kernel.db.admin,
      `select round(st_area((select geom::geography from kernel.district where code = '329981'))) as whole, round(sum(st_area(geom::geography))) as cells, count(*)::int as count from kernel.area where district = '329981' and level = 'cell'`,
      [],
    )
    expect(rows[0]?.count).toBeGreaterThan(380)
    expect(Math.abs(Number(rows[0]?.whole) - Number(rows[0]?.cells))).toBeLessThan(20)
  })

  it('再导一次一件不多;另一条边界不会悄悄换上', async () => {
    expect((await desk.run('areas', desk.file('areas.geojson', text), { crs: 'GCJ02', cells: 'true' })).summary).toMatchObject({
      added: 0,
      known: 1,
      refused: 3,
    })
    const other = JSON.stringify(feature(329981, square))
    const { errors } = await desk.run('areas', desk.file('other.geojson', other), { crs: 'WGS84' })
    expect(errors.rows[0]?.reason).toContain('已有另一条边界')
  })
})
