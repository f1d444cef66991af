import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dbf, shortNames } from './dbf.ts'
import { shapefile, zipShapefile } from './shp.ts'

const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0
if (!hasGdal) console.log('没有 GDAL:只看字节')
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const columns = [
  { key: 'name', header: '名称', isNumber: false },
  { key: 'areaInSquareMetres', header: '面积', isNumber: true },
  { key: 'areaInSquareMiles', header: '面积二', isNumber: true },
]
const rows = [
  {
    cells: ['一号 "图斑",有洞', 12.5, null],
    geometry: { type: 'Polygon', coordinates: [square(119, 31, 1), square(119.25, 31.25, 0.5)] },
  },
  {
    cells: ['二号两块', -3, 7],
    geometry: { type: 'MultiPolygon', coordinates: [[square(118, 30, 0.5)], [square(117, 30, 0.25)]] },
  },
  { cells: ['没有位置', 0, 0], geometry: null },
]
test('sizes in the headers are those of the files, the index points at the records', () => {
  const { shp, shx, dbf: attributes } = shapefile(columns, rows)
  expect([shp.readInt32BE(24) * 2, shx.readInt32BE(24) * 2]).toEqual([shp.length, shx.length])
  expect([shp.readInt32BE(0), shp.readInt32LE(28), shp.readInt32LE(32)]).toEqual([9994, 1000, 5])
  rows.forEach((_, i) => {
    const at = shx.readInt32BE(100 + 8 * i) * 2
    expect([shp.readInt32BE(at), shp.readInt32BE(at + 4)]).toEqual([i + 1, shx.readInt32BE(104 + 8 * i)])
  })
  expect(attributes.length).toBe(attributes.readUInt16LE(8) + 3 * attributes.readUInt16LE(10) + 1)
})
test('names of ten letters stay distinct; a long text is cut between characters', () => {
  expect(shortNames(['areaInSquareMetres', 'areaInSquareMiles', '名称', 'areaInSqu1'])).toEqual([
    'areaInSqua',
    'areaInSqu1',
    '__',
    'areaInSqu2',
  ])
  const file = dbf([{ name: 'a', isNumber: false }], [['城'.repeat(100)]])
  expect(file.subarray(file.readUInt16LE(8) + 1, -1).toString('utf8')).toBe('城'.repeat(84))
})
test.skipIf(!hasGdal)('GDAL reads holes as holes, parts as parts, and what has no place', () => {
  const dir = mkdtempSync(join(tmpdir(), 'cityloop-shp-'))
  const file = join(dir, 'out.zip')
  writeFileSync(file, zipShapefile('图斑', columns, rows))
  const { stdout, stderr } = spawnSync('ogrinfo', ['-ro', '-al', `/vsizip/${file}`], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(stdout).toContain('Feature Count: 3')
  expect(stdout).toContain('Extent: (117.000000, 30.000000) - (120.000000, 32.000000)')
  expect(stdout).toMatch(/POLYGON \(\((119 31|119 32)[^()]*\),\(119\.25 31\.25[^()]*\)\)/)
  expect(stdout).toMatch(/MULTIPOLYGON \(\(\(118 30[^()]*\)\),\(\(117 30[^()]*\)\)\)/)
  expect(stdout).toContain('name (String) = 一号 "图斑",有洞')
  expect(stdout).toContain('areaInSqua (Real) = 12.5')
  rmSync(dir, { recursive: true })
})
