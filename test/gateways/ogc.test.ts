/** OGC API – Features with the client that GIS people have: GDAL. Where it is absent the answers are checked by hand alone. */
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '#apps/server/routes.ts'
import { raw } from '#kernel'
import { buildServer } from '#kernel/http/server.ts'
import { startSession } from '#kernel/identity/session.ts'
import { idOf } from '#sim/city/people.ts'
import { type Client, type World, world } from '../world.ts'

const run = promisify(execFile)
const hasGdal = spawnSync('ogrinfo', ['--version']).status === 0
if (!hasGdal) console.log('没有 GDAL(gdal-bin):跳过真实客户端')
/** Enough for several pages; the whole hundred thousand with CITYLOOP_BIG=1. */
const many = process.env.CITYLOOP_BIG ? 100_000 : 3_500

interface Page {
  readonly features: readonly { id: string; geometry: { type: string } | null; properties: Record<string, unknown> }[]
  readonly numberMatched: number
  readonly numberReturned: number
  readonly links: readonly { rel: string; href: string }[]
}
describe('OGC API Features', () => {
  let w: World
  let app: FastifyInstance
  let reader: Client
  let url: string
  let token: string
  beforeAll(async () => {
    w = await world('2026-03-10 09:00')
    reader = await w.as('shuju')
    app = await buildServer({ kernel: w.kernel, routes: routesOf(w.kernel), district: w.district })
    await app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/ogc`
    token = await startSession(w.kernel, w.district, idOf('person/shuju'))
    await raw(
      w.kernel.db.admin,
      `insert into cases."case" (district, id, number, status, procedure_version, version, head, created_at, updated_at, area_code, lon, lat, description, source, category_kind, category, reporter_name, reporter_phone, urgency, level, pending, is_self_solved, is_appealed, is_shelved_once, return_count, rework_count, extension_count, reopen_count, urge_count, supervision_count)
       select $1, gen_random_uuid(), 'G' || n, case when n % 4 = 0 then 'handling' else 'filed' end, 1, 1, '', '2026-03-01', '2026-03-01', $1 || '001001001', 119.9 + (n % 100) * 0.0005, 31.72 + (n / 100 % 40) * 0.001, '占道', 'hotline', 'matter', '09006', '张三丰', '13900001234', 'normal', 'district', 'none', false, false, false, 0, 0, 0, 0, 0, 0
       from generate_series(1, ${many}) n`,
      [w.district],
    )
  }, 120_000)
  afterAll(async () => {
    await app?.close()
    await w?.close()
  })
  const page = async (path: string, query: Record<string, string> = {}) => (await reader.get<Page>(`/ogc${path}`, query)).body
  const counted = async (where: string): Promise<number> =>
    (await raw<{ n: number }>(w.kernel.db.admin, `select count(*)::int as n from cases."case" where ${where}`, [])).rows[0]?.n ??
    -1

  it('未登录的看不到;没有权限的要素集不存在;写错的参数说清楚', async () => {
    expect((await w.anyone.get('/ogc/collections')).status).toBe(401)
    expect((await reader.get('/ogc/collections/no.such/items')).status).toBe(404)
    const collector = await w.as('caiji1')
    expect((await collector.get('/ogc/collections/enforcement.penalty/items')).status).toBe(404)
    const items = '/ogc/collections/cases.case/items'
    for (const [query, words] of [
      [{ bbox: '1,2,3' }, '四个数'],
      [{ bbox: '120,31,119,32' }, '西不大于东'],
      [{ datetime: '昨天' }, '读不懂'],
      [{ limit: '0' }, '正整数'],
      [{ reporterPhone: '13900001234' }, '没有可查询的'],
      [{ nonsense: '1' }, '没有可查询的'],
      [{ crs: 'http://www.opengis.net/def/crs/EPSG/0/3857' }, 'CRS84'],
    ] as const) {
      const answer = await reader.get<{ zh: string }>(items, query as unknown as Record<string, string>)
      expect([answer.status, answer.body.zh]).toEqual([400, expect.stringContaining(words)])
    }
  })

  it('首页、符合类、要素集、可查询属性齐全', async () => {
    const landing = (await reader.get<{ links: { rel: string }[] }>('/ogc')).body
    expect(landing.links.map((l) => l.rel)).toEqual(expect.arrayContaining(['self', 'conformance', 'data', 'service-desc']))
    const conformance = (await reader.get<{ conformsTo: string[] }>('/ogc/conformance')).body
    expect(conformance.conformsTo).toContain('http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core')
    const { collections } = (await reader.get<{ collections: { id: string; title: string }[] }>('/ogc/collections')).body
    expect(collections.find((c) => c.id === 'grid.component')?.title).toBe('管理部件')
    const schema = (await reader.get<{ properties: Record<string, unknown> }>('/ogc/collections/cases.case/queryables')).body
    expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(['status', 'category', 'createdAt']))
    expect(schema.properties).not.toHaveProperty('reporterPhone')
  })

  it('翻到底一件不少不重;框、时间、属性与库里数的一样;个人信息遮盖', async () => {
    const seen = new Set<string>()
    let query: Record<string, string> = { limit: '1000', status: 'handling' }
    for (let n = 0; n < 200; n++) {
      const one = await page('/collections/cases.case/items', query)
      for (const f of one.features) seen.add(f.id)
      const next = one.links.find((l) => l.rel === 'next')
      if (!next) break
      query = Object.fromEntries(new URL(next.href).searchParams)
    }
    expect(seen.size).toBe(await counted("status = 'handling'"))
    const box = await page('/collections/cases.case/items', { bbox: '119.91,31.725,119.92,31.73', limit: '5' })
    expect(box.numberMatched).toBe(await counted('geom && st_makeenvelope(119.91,31.725,119.92,31.73,4326)'))
    expect(box.numberReturned).toBe(5)
    expect(box.features[0]?.geometry?.type).toBe('Point')
    expect(JSON.stringify(box)).not.toContain('13900001234')
    expect(JSON.stringify(box)).not.toContain('张三丰')
    expect((await page('/collections/cases.case/items', { datetime: '2026-03-05T00:00:00Z/..' })).numberMatched).toBe(0)
    expect((await page('/collections/cases.case/items', { datetime: '../2026-03-05T00:00:00Z' })).numberMatched).toBe(many)
    const id = box.features[0]?.id ?? ''
    expect((await reader.get<{ id: string }>(`/ogc/collections/cases.case/items/${id}`)).body.id).toBe(id)
  })

  it.skipIf(!hasGdal)('ogrinfo 列得出,ogr2ogr 按条件翻页取全', { timeout: 300_000 }, async () => {
    const env = { ...process.env, GDAL_HTTP_HEADERS: `Authorization: Bearer ${token}` }
    const list = await run('ogrinfo', [`OAPIF:${url}`], { env, maxBuffer: 1e8 })
    expect(list.stdout).toContain('cases.case')
    const dir = mkdtempSync(join(tmpdir(), 'cityloop-ogc-'))
    const file = join(dir, 'out.geojson')
    const began = performance.now()
    await run(
      'ogr2ogr',
      ['-f', 'GeoJSON', file, `OAPIF:${url}`, 'cases.case', '-where', "status = 'filed'", '-oo', 'PAGE_SIZE=1000'],
      { env, maxBuffer: 1e8 },
    )
    const got = JSON.parse(readFileSync(file, 'utf8')) as { features: { properties: { status: string } }[] }
    console.log(`ogr2ogr 取 ${got.features.length} 件,${((performance.now() - began) / 1000).toFixed(1)} 秒`)
    expect(got.features).toHaveLength(await counted("status = 'filed'"))
    expect(new Set(got.features.map((f) => f.properties.status))).toEqual(new Set(['filed']))
    rmSync(dir, { recursive: true })
  })
})
