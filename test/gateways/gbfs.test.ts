/** GBFS 3.0 against the JSON schemas of MobilityData, where they are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { feedNames } from '../../gateways/gbfs/feeds.ts'
import { openLighting, type Row } from '../journeys/lighting-office.ts'
import { beijing, somewhere, type World, world } from '../world.ts'

const schemas = process.env.CITYLOOP_GBFS_SCHEMAS ?? ''
const hasSchemas = existsSync(join(schemas, 'station_status.json')) && schemas !== ''
if (!hasSchemas) console.info('GBFS schemas are not at hand (CITYLOOP_GBFS_SCHEMAS): the feeds are not validated against them')

describe('GBFS', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openLighting>>
  beforeAll(async () => {
    w = await world('2026-03-02 08:00')
    o = await openLighting(w)
    const dispatcher = await w.as('paiqian1')
    const base = { emptyAt: 1, fullAt: 0, mode: 'docked', openedOn: '2026-02-01' }
    const station = await o.add('bikes.station', { code: 'ZD-1', name: '市民广场', docks: 5, ...base })
    await o.add('bikes.station', { code: 'ZD-2', name: '尚未启用', docks: 5, ...base, openedOn: '2026-12-01' })
    for (const number of ['C-1', 'C-2', 'C-3']) await o.add('bikes.bike', { number, inServiceOn: '2026-02-10' })
    await o.open(dispatcher, 'bikes.deploy', { station, bikes: ['C-1', 'C-2', 'C-3'] })
    await o.open(o.crew, 'bikes.repair', { what: 'dock', station, dockNo: 5, fault: '锁舌' })
    const { lon, lat } = somewhere
    const ring = [
      [lon, lat],
      [lon, lat + 0.001],
      [lon + 0.001, lat + 0.001],
      [lon + 0.001, lat],
      [lon, lat],
    ]
    const geometry = { type: 'Polygon', coordinates: [ring] }
    await o.add('bikes.fence', { name: '广场禁停区', kind: 'ban', capacity: 0 }, { geometry })
  })
  afterAll(() => w.close())
  const feed = (name: string) => w.anyone.get<Row>(`/gbfs/${name}.json`)

  it('is off without an address to write to, and knows no other feeds', async () => {
    delete process.env.CITYLOOP_GBFS_EMAIL
    expect((await feed('gbfs')).status).toBe(404)
    process.env.CITYLOOP_GBFS_EMAIL = 'bike@example.org'
    expect((await feed('gbfs')).status).toBe(200)
    expect((await feed('nothing')).status).toBe(404)
  })

  it('counts bikes and free docks by station; the fence ends no ride; a rental shows at once', async () => {
    expect((await feed('station_information')).body.data.stations).toMatchObject([
      { station_id: 'ZD-1', name: [{ text: '市民广场', language: 'zh-CN' }], capacity: 5 },
    ])
    const status = async () => (await feed('station_status')).body.data.stations[0]
    expect(await status()).toMatchObject({
      num_vehicles_available: 3,
      num_docks_available: 1,
      num_docks_disabled: 1,
      is_returning: true,
    })
    const out = { order: 'G1', bike: 'C-1', kind: 'out', station: 'ZD-1', at: beijing('2026-03-02 08:00').toISOString() }
    expect((await o.manager.post('/bikes/moves', out)).status).toBe(200)
    expect(await status()).toMatchObject({ num_vehicles_available: 2, num_docks_available: 2 })
    const zones = (await feed('geofencing_zones')).body.data.geofencing_zones.features
    expect(zones).toMatchObject([{ geometry: { type: 'MultiPolygon' }, properties: { rules: [{ ride_end_allowed: false }] } }])
    expect((await feed('gbfs')).body.data.feeds.map((f: Row) => f.name)).toEqual([...feedNames])
  })

  it.skipIf(!hasSchemas)('every feed is what the standard says', async () => {
    const ajv = new Ajv({ strict: false, allErrors: true })
    ;(formats as unknown as (a: Ajv) => void)(ajv)
    for (const name of feedNames) {
      const { $id: _id, ...schema } = JSON.parse(readFileSync(join(schemas, `${name}.json`), 'utf8'))
      const { $schema: _schema, ...plain } = schema
      const validate = ajv.compile(plain)
      validate((await feed(name)).body)
      expect([name, validate.errors]).toEqual([name, null])
    }
  })
})
