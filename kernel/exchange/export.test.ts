import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systemActor } from '../context.ts'
import { raw } from '../db/index.ts'
import { type Call, type Office, otherDistrict } from '../identity/office.testdata.ts'
import { addRecord, createRow } from '../register/edit.ts'
import { importSheet } from './import.ts'
import { altered, book, good, type LampOffice, openLampOffice, send } from './lamps.testdata.ts'
import { lamp, reading, wire } from './sample.testdata.ts'
import { readSheet } from './sheet.ts'
import { readShapefile } from './shp-read.ts'

let given: LampOffice
let office: Office
let editor: Call
beforeAll(async () => {
  given = await openLampOffice()
  office = given.office
  editor = given.editor
  const rows = [good('B-1'), altered('B-2', 1, '钠灯'), good('B-9'), altered('C-1', 1, '钠灯')]
  await send(editor, await book([...rows, ...Array.from({ length: 1200 }, (_, i) => good(`M-${i}`))]))
  const line = ['东线', 'LINESTRING(116.38 39.90, 116.39 39.91)']
  await send(editor, await book([line, line], ['名称*', '几何(WKT)']), '/rows/samplex.wire/import')
})
afterAll(() => office.close())

describe('export', () => {
  const withoutArea = (cells: readonly (readonly string[])[]): string =>
    cells
      .map((row) =>
        row
          .filter((_, i) => i !== cells[0]?.indexOf('区域代码'))
          .map((c) => `"${c.replaceAll('"', '""')}"`)
          .join(','),
      )
      .join('\n')
  const told = (rows: readonly Record<string, unknown>[]) =>
    rows.map(({ pole, source, power, arms, parts, isLit, builtOn, checkedAt, repairLimit, phone, note, lon, lat }) => ({
      pole,
      source,
      power,
      arms,
      parts,
      isLit,
      builtOn,
      checkedAt,
      repairLimit,
      phone,
      note,
      lon,
      lat,
    }))

  test('is for those who may read; unmasked only with the verb and a reason', async () => {
    const path = '/rows/samplex.lamp/export?format=csv'
    expect((await office.anyone('GET', path)).status).toBe(401)
    expect((await (await office.as('sys'))('GET', path)).status).toBe(403)
    const reader = await office.as('reader')
    expect((await reader('GET', '/rows/samplex.lamp/export?format=pdf')).status).toBe(400)
    expect((await reader('GET', '/rows/samplex.lamp/export?format=csv&sort=nothing')).status).toBe(400)
    expect((await reader('GET', `${path}&personal=1&reason=核对电话`)).status).toBe(403)
    const masked = await reader('GET', `${path}&search=B-`)
    expect([...masked.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(masked.bytes.toString()).toContain('138****5678')
    expect(masked.headers).toMatchObject({
      'x-cityloop-rows': '3',
      'content-disposition': expect.stringContaining(encodeURIComponent('路灯_2026-11-23.csv')),
    })
    const exporter = await office.as('exporter')
    expect((await exporter('GET', `${path}&personal=1`)).status).toBe(400)
    expect((await exporter('GET', `${path}&personal=1&reason=${encodeURIComponent('核对电话')}`)).bytes.toString()).toContain(
      '13812345678',
    )
    expect(await given.audits('export')).toMatchObject([
      { format: 'csv', rows: 3, isPersonal: false, search: 'B-' },
      { isPersonal: true, reason: '核对电话' },
    ])
  })
  test.for(['csv', 'xlsx'] as const)('as %s, imported into a fresh district, gives the same rows', async (format) => {
    await office.inDistrict(({ tx }) => raw(tx, 'delete from samplex.lamp'), otherDistrict)
    await office.inDistrict(({ tx }) =>
      raw(tx, `update samplex.lamp set note = '=1+2,"x"' || E'\\n' || '第二行' where pole = 'B-1'`),
    )
    const exporter = await office.as('exporter')
    const reply = await exporter(
      'GET',
      `/rows/samplex.lamp/export?format=${format}&personal=1&reason=${encodeURIComponent('迁移数据')}`,
    )
    expect(reply.status).toBe(200)
    const plain = format === 'csv' ? Buffer.from(withoutArea(parse(reply.bytes, { bom: true }))) : reply.bytes
    if (format === 'csv') expect(reply.bytes.toString()).toContain(`"'=1+2`)
    const sheet = await readSheet(plain)
    const area = sheet.header.indexOf('区域代码')
    const portable =
      area < 0
        ? sheet
        : {
            header: sheet.header.filter((_, i) => i !== area),
            rows: sheet.rows.map((r) => ({ ...r, cells: r.cells.filter((_, i) => i !== area) })),
          }
    const result = await importSheet({
      kernel: office.kernel,
      district: otherDistrict,
      actor: systemActor,
      who: null,
      definition: lamp,
      sheet: portable,
    })
    expect(result).toMatchObject({ errors: [], known: 0 })
    const [from, to] = [await given.lamps(), await given.lamps(otherDistrict)]
    expect(from.length).toBeGreaterThan(3)
    expect(told(to)).toEqual(told(from))
    expect(to[0]).toMatchObject({ keeper: expect.not.stringContaining(given.unitId), areaCode: '110102001001001' })
  })
  test('as GeoPackage opens in SQLite, and in GDAL where it is there, with its lines, words and numbers', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'cityloop-gpkg-test-'))
    const file = join(dir, 'out.gpkg')
    const answer = await editor('GET', '/rows/samplex.wire/export?format=gpkg')
    expect(answer.status).toBe(200)
    writeFileSync(file, answer.bytes)
    const db = new DatabaseSync(file)
    const contents = db.prepare('select table_name as name, srs_id as srs from gpkg_contents').get() as {
      name: string
      srs: number
    }
    expect(contents.srs).toBe(4326)
    const rows = db.prepare(`select * from "${contents.name}"`).all() as Record<string, unknown>[]
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ 名称: '东线' })
    const geom = Buffer.from(rows[0]?.geom as Uint8Array)
    expect(geom.subarray(0, 2).toString()).toBe('GP')
    expect([geom.readInt32LE(4), geom.readUInt32LE(9)]).toEqual([4326, 5])
    db.close()
    const gdal = spawnSync('ogrinfo', ['-ro', '-al', '-so', file], { encoding: 'utf8' })
    if (gdal.status === 0) {
      expect(gdal.stdout).toContain('Feature Count: 2')
      expect(gdal.stdout).toContain('Extent: (116.38')
    } else console.log('没有 GDAL:只用 SQLite 打开')
    rmSync(dir, { recursive: true })
  })
  test('as Shapefile opens in GDAL where it is there: words in UTF-8, lines, what has no place too', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'cityloop-shp-test-'))
    for (const [definition, kind, word] of [
      ['wire', 'Line String', '东线'],
      ['lamp', 'Point', 'name'],
    ] as const) {
      const answer = await editor('GET', `/rows/samplex.${definition}/export?format=shp`)
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip'])
      const file = join(dir, `${definition}.zip`)
      writeFileSync(file, answer.bytes)
      const gdal = spawnSync('ogrinfo', ['-ro', '-al', `/vsizip/${file}`], { encoding: 'utf8' })
      if (gdal.status !== 0) console.log('没有 GDAL:不打开 Shapefile')
      else {
        expect(gdal.stdout).toContain(`Feature Count: ${answer.headers['x-cityloop-rows']}\n`)
        expect(gdal.stdout).toContain(`Geometry: ${kind}`)
        expect(gdal.stdout).toContain('ID["EPSG",4490]')
        expect(gdal.stdout).not.toContain('wkt')
        expect(gdal.stdout).toContain(word)
        expect(gdal.stderr).toBe('')
      }
    }
    rmSync(dir, { recursive: true })
  })
  test('as Shapefile, imported again, gives the same lines and the same lamps', async () => {
    await office.inDistrict(({ tx }) => raw(tx, 'delete from samplex.wire'), otherDistrict)
    const answer = await editor('GET', '/rows/samplex.wire/export?format=shp')
    const sheet = await readShapefile(answer.bytes, wire)
    expect(sheet.header).toEqual(['几何(WKT)', '名称*', '区域代码'])
    const area = sheet.header.indexOf('区域代码')
    const rows = sheet.rows.map((r) => ({ ...r, cells: r.cells.filter((_, i) => i !== area) }))
    const header = sheet.header.filter((_, i) => i !== area)
    const order = { kernel: office.kernel, actor: systemActor, who: null, definition: wire }
    const result = await importSheet({ ...order, district: otherDistrict, sheet: { header, rows } })
    expect(result).toMatchObject({ errors: [], added: 2 })
    const shapes = (district?: string) =>
      office.inDistrict(
        async ({ tx }) => (await raw(tx, 'select name, st_astext(geom) as shape from samplex.wire order by id', [])).rows,
        district,
      )
    expect(await shapes(otherDistrict)).toEqual(await shapes())
    const lamps = await readShapefile((await editor('GET', '/rows/samplex.lamp/export?format=shp')).bytes, lamp)
    expect(lamps.header.slice(0, 3)).toEqual(['经度', '纬度', '杆号*'])
    const torn = Buffer.from(answer.bytes).fill(0xff, 40, 120)
    expect((await send(editor, torn)).body).toMatchObject({ params: { detail: '压缩包打不开' } })
  })
  test('as GeoJSON keeps lines as lines, and follows the list’s filter', async () => {
    const lines = JSON.parse((await editor('GET', '/rows/samplex.wire/export?format=geojson')).bytes.toString()) as {
      features: { geometry: unknown; properties: Record<string, unknown> }[]
    }
    expect(lines.features).toHaveLength(2)
    expect(lines.features[0]).toMatchObject({
      type: 'Feature',
      geometry: {
        type: 'MultiLineString',
        coordinates: [
          [
            [116.38, 39.9],
            [116.39, 39.91],
          ],
        ],
      },
      properties: { name: '东线', version: 1 },
    })
    const filter = encodeURIComponent(JSON.stringify({ source: 'sodium' }))
    const points = JSON.parse(
      (await editor('GET', `/rows/samplex.lamp/export?format=geojson&filter=${filter}`)).bytes.toString(),
    ) as { features: { properties: { pole: string } }[] }
    expect(points.features.map((f) => f.properties.pole)).toEqual(['B-2', 'C-1'])
    const wkt = (await editor('GET', '/rows/samplex.wire/export?format=csv')).bytes.toString()
    expect(wkt).toContain('MULTILINESTRING((116.38 39.9,116.39 39.91))')
    await office.inDistrict(({ tx }) => raw(tx, 'update samplex.wire set retired_at = now()'))
    expect((await editor('GET', '/rows/samplex.wire/export?format=geojson')).bytes.toString()).toContain('"features":[\n]')
    expect(
      (
        await send(
          editor,
          await book([['东线', 'LINESTRING(116.38 39.90, 116.39 39.91)']], ['名称*', '几何(WKT)']),
          '/rows/samplex.wire/import',
        )
      ).body,
    ).toMatchObject({ added: 1, known: 0 })
  })
  test('of records tells when and by whom', async () => {
    await office.inDistrict((ctx) => addRecord(ctx, reading, { amps: 1.5 }))
    const text = (await editor('GET', '/rows/samplex.reading/export?format=csv')).bytes.toString()
    expect(text).toBe('\uFEFF时间,登记人,电流(A)*,经度,纬度,区域代码\n2026-11-23 09:00:00,系统,1.5,,,\n')
  })
})
test('lines and areas of wire come back as they went', async () => {
  const row = await office.inDistrict((ctx) =>
    createRow(
      ctx,
      wire,
      { name: '南线' },
      {
        geometry: {
          type: 'LineString',
          coordinates: [
            [116.38, 39.9],
            [116.39, 39.91],
          ],
        },
      },
    ),
  )
  expect(row.areaCode).toBe('110101001001001')
})

test('a reader who hangs up halfway harms nobody', async () => {
  const address = await office.app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { authorization: `Bearer ${await office.tokenOf('editor')}` }
  for (const format of ['xlsx', 'csv', 'geojson']) {
    const stop = new AbortController()
    const answer = await fetch(`${address}/api/rows/samplex.lamp/export?format=${format}`, { headers, signal: stop.signal })
    const body = answer.body?.getReader()
    await body?.read()
    stop.abort()
    await body?.read().catch(() => undefined)
  }
  expect((await editor('GET', '/rows/samplex.lamp/export?format=csv')).status).toBe(200)
})
