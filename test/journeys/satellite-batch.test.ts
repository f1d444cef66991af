/** A batch of satellite polygons as a Shapefile that GDAL has written: imported, sent to the field at once, never twice. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { zip } from '#kernel/exchange/zip.ts'
import { startSession } from '#kernel/identity/session.ts'
import { type Client, somewhere, type World, world } from '../world.ts'
import { openSensing } from './sensing-office.ts'

let w: World
let data: Client
let duty: Client
const dir = mkdtempSync(join(tmpdir(), 'cityloop-spots-'))
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  ;({ data } = await openSensing(w))
  duty = await w.as('zhiban1')
})
afterAll(async () => {
  rmSync(dir, { recursive: true })
  await closeIngest(w.kernel)
  await w.close()
})
const square = (n: number) => {
  const [x, y, d] = [somewhere.lon + n * 0.002, somewhere.lat, 0.0005]
  return [
    [x - d, y - d],
    [x + d, y - d],
    [x + d, y + d],
    [x - d, y + d],
    [x - d, y - d],
  ]
}
const isThere = (): boolean => {
  try {
    execFileSync('ogr2ogr', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
const shapefileOf = (count: number): Buffer => {
  const features = Array.from({ length: count }, (_, i) => ({
    type: 'Feature',
    properties: { batch: '2026-3', code: `TB-${i + 1}`, imagedOn: '2026-02-20', landType: '耕地' },
    geometry: { type: 'Polygon', coordinates: [square(i)] },
  }))
  writeFileSync(join(dir, 'spots.geojson'), JSON.stringify({ type: 'FeatureCollection', features }))
  const options = ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8', '-a_srs', 'EPSG:4490']
  execFileSync('ogr2ogr', [...options, join(dir, 'spots.shp'), join(dir, 'spots.geojson')])
  const parts = readdirSync(dir).filter((name) => /^spots\.(shp|shx|dbf|prj|cpg)$/.test(name))
  return zip(parts.map((name) => ({ name, data: readFileSync(join(dir, name)) })))
}

describe('卫星图斑成批', () => {
  it('GDAL 写的 Shapefile 导入四个图斑,整批下发四件,再下发为零', async ({ skip }) => {
    if (!isThere()) return skip('gdal-bin is not installed')
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(shapefileOf(4))]), 'spots.zip')
    const request = new Request('http://x', { method: 'POST', body: form })
    const imported = await w.app.inject({
      method: 'POST',
      url: '/api/rows/sensing.spot-shape/import',
      headers: {
        authorization: `Bearer ${await startSession(w.kernel, w.district, data.personId)}`,
        'content-type': request.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await request.arrayBuffer()),
    })
    expect(imported.json()).toMatchObject({ added: 4 })
    const shapes = (await data.get<{ rows: { id: string; code: string }[] }>('/rows/sensing.spot-shape')).body.rows
    expect(shapes.map((s) => s.code).sort()).toEqual(['TB-1', 'TB-2', 'TB-3', 'TB-4'])
    const address = `/sensing/spot-shapes/${shapes[0]?.id}/issue`
    expect((await w.anyone.post(address, {})).status).toBe(401)
    expect((await (await w.as('caiji1')).post(address, {})).status).toBe(403)
    expect((await duty.post('/sensing/spot-shapes/00000000-0000-7000-8000-000000000000/issue', {})).status).toBe(404)
    const first = await duty.post<object>(address, {})
    expect(first.body).toEqual({ batch: '2026-3', issued: 4, already: 0, withoutShape: 0 })
    expect((await duty.post<object>(address, {})).body).toEqual({ batch: '2026-3', issued: 0, already: 4, withoutShape: 0 })
    const { rows } = (await duty.get<{ rows: { code: string; status: string; mu: number }[] }>('/rows/sensing.spot')).body
    expect(rows.map((r) => r.status)).toEqual(['issued', 'issued', 'issued', 'issued'])
    for (const { mu } of rows) expect(mu).toBeCloseTo(15.8, 0)
  })
})
