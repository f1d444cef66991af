/** Open311 GeoReport v2 as another city's app uses it: what may be reported, reporting, following up; JSON and XML. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { XMLParser } from 'fast-xml-parser'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routesOf } from '#apps/server/routes.ts'
import { buildServer } from '#kernel/http/server.ts'
import { somewhere, type World, world } from '../world.ts'

const schemas = join(import.meta.dirname, '../../../shared/data/schemas/open311')
const hasSchemas = existsSync(schemas)
if (!hasSchemas) console.log('没有 GeoReport v2 的模式文件:跳过按模式核对')
const base = '/api/open311/v2'

describe('Open311 GeoReport v2', () => {
  let w: World
  let app: FastifyInstance
  beforeAll(async () => {
    process.env.CITYLOOP_OPEN311_KEYS = 'minsheng:k-2026-minsheng,other:k-2026-other'
    w = await world('2026-11-10 09:00')
    app = await buildServer({ kernel: w.kernel, routes: routesOf(w.kernel), district: w.district })
  })
  afterAll(async () => {
    delete process.env.CITYLOOP_OPEN311_KEYS
    await app?.close()
    await w?.close()
  })
  const get = async (path: string) => {
    const answer = await app.inject({ url: `${base}${path}` })
    return { status: answer.statusCode, type: String(answer.headers['content-type']), text: answer.body }
  }
  const json = async (path: string) => JSON.parse((await get(path)).text) as any
  const post = async (fields: Record<string, string>, format = 'json') => {
    const answer = await app.inject({
      method: 'POST',
      url: `${base}/requests.${format}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    })
    return {
      status: answer.statusCode,
      text: answer.body,
      body: format === 'json' ? (JSON.parse(answer.body) as any) : undefined,
    }
  }
  const place = { lat: String(somewhere.lat), long: String(somewhere.lon) }
  const good = { api_key: 'k-2026-minsheng', service_code: 'component:01037', description: '三号门口路灯不亮', ...place }

  it('类别、说明、服务发现;没有的类别、格式、辖区说清楚', async () => {
    const services = await json('/services.json')
    expect(services.length).toBeGreaterThan(300)
    expect(services.find((s: any) => s.service_code === 'component:01037')).toMatchObject({
      service_name: '路灯',
      type: 'realtime',
    })
    expect(await json('/services/component:01037.json')).toEqual({ service_code: 'component:01037', attributes: [] })
    expect((await json('/discovery.json')).endpoints[0].formats).toContain('text/xml')
    expect((await get('/services/none:1.json')).status).toBe(404)
    expect((await get('/services.yaml')).status).toBe(404)
    expect(await json('/services.json?jurisdiction_id=000000')).toEqual([
      { code: '404', description: expect.stringContaining('辖区000000') },
    ])
  })

  it('上报:没有密钥、没有位置、没有描述、没有类别的不收;收下的就是案件', async () => {
    for (const [fields, status, words] of [
      [{ ...good, api_key: 'wrong' }, 403, 'api_key'],
      [{ ...good, api_key: '' }, 403, 'api_key'],
      [{ ...good, description: '' }, 400, 'description'],
      [{ ...good, service_code: 'component:99999' }, 400, 'component:99999'],
      [{ ...good, lat: '', long: '' }, 400, '位置'],
      [{ ...good, lat: 'abc' }, 400, 'lat'],
      [{ ...good, lat: '10', long: '10' }, 422, ''],
    ] as const) {
      const answer = await post(fields)
      expect([answer.status, answer.body[0].code]).toEqual([status, String(status)])
      expect(answer.body[0].description).toContain(words)
    }
    const made = await post({ ...good, first_name: '三', last_name: '张', phone: '13900001234' })
    expect(made.status).toBe(201)
    const number = String(made.body[0].service_request_id)
    const head = await w.as('zhiban1')
    const { body } = await head.get<{ rows: Record<string, any>[] }>('/rows/cases.case', { filter: JSON.stringify({ number }) })
    expect(body.rows[0]).toMatchObject({ status: 'reported', category: '01037', source: 'snap', sourceType: 'open311' })
    await head.act('cases.case', String(body.rows[0]?.id), 'accept')
    const [seen] = await json(`/requests/${number}.json`)
    expect(seen).toMatchObject({
      service_request_id: number,
      status: 'open',
      status_notes: '已受理',
      service_code: 'component:01037',
    })
    expect(seen.description).toBeNull()
    const [own] = await json(`/requests/${number}.json?api_key=k-2026-minsheng`)
    expect(own.description).toBe('三号门口路灯不亮')
    const [others] = await json(`/requests/${number}.json?api_key=k-2026-other`)
    expect(others.description).toBeNull()
    for (const one of [seen, own]) expect(JSON.stringify(one)).not.toMatch(/13900001234|张三/)
    await head.act('cases.case', String(body.rows[0]?.id), 'cancel', { reason: '重复' }).catch(() => undefined)
  })

  it('列表按状态、类别、时间筛选,分页;参数写错说清楚', async () => {
    for (let n = 0; n < 3; n++) await post({ ...good, description: `第${n}盏灯不亮` })
    const open = await json('/requests.json?status=open&service_code=component:01037')
    expect(open.length).toBeGreaterThanOrEqual(3)
    expect(open.every((r: any) => r.status === 'open' && r.service_code === 'component:01037')).toBe(true)
    expect(await json('/requests.json?status=closed')).toEqual([])
    expect(await json('/requests.json?end_date=2026-11-01T00:00:00Z')).toEqual([])
    expect(await json('/requests.json?page_size=2')).toHaveLength(2)
    expect((await get('/requests.json?status=none')).status).toBe(400)
    expect((await get('/requests.json?start_date=昨天')).status).toBe(400)
    expect((await get('/requests/A-none.json')).status).toBe(404)
  })

  it('XML 与 JSON 是同样的值', async () => {
    const { type, text } = await get('/requests.xml')
    expect(type).toContain('text/xml')
    const parsed = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'request' }).parse(text)
    const asJson = await json('/requests.json')
    expect(parsed.service_requests.request.map((r: any) => r.service_request_id)).toEqual(
      asJson.map((r: any) => r.service_request_id),
    )
    const refused = await post({ ...good, api_key: 'wrong' }, 'xml')
    expect(new XMLParser().parse(refused.text).errors.error.code).toBe(403)
    const injected = await post({ ...good, description: '<b>&"灯"</b>\u0007坏了' }, 'xml')
    expect(injected.status).toBe(201)
    const own = await get('/requests.xml?api_key=k-2026-minsheng')
    const descriptions = new XMLParser().parse(own.text).service_requests.request.map((r: any) => r.description)
    expect(descriptions).toContain('<b>&"灯"</b>坏了')
  })

  it.skipIf(!hasSchemas)('答复合乎 GeoReport v2 的模式', async () => {
    const ajv = new Ajv({ strict: false })
    addFormats.default(ajv)
    for (const file of readdirSync(schemas).filter((f) => f.endsWith('.json') && f !== 'swagger.json'))
      ajv.addSchema(JSON.parse(readFileSync(join(schemas, file), 'utf8')), file)
    for (const [path, schema] of [
      ['/services.json', 'services.json'],
      ['/services/component:01037.json', 'service-definition.json'],
      ['/requests.json?api_key=k-2026-minsheng', 'requests.json'],
    ] as const) {
      const isValid = ajv.validate(schema, await json(path))
      expect([path, isValid, ajv.errors]).toEqual([path, true, null])
    }
  })
})
