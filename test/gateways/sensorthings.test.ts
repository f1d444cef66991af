/** SensorThings 1.1: devices that report by their own protocols, read by the standard's; and observations added by its own POST. */
import { connectAsync } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { rollUp } from '#domains/sensing/rollup.ts'
import { raw, systemActor } from '#kernel'
import { startMqttBroker } from '../../gateways/mqtt/broker.ts'
import { openSensing } from '../journeys/sensing-office.ts'
import { beijing, type Client, somewhere, type World, world } from '../world.ts'

type Row = Record<string, any>
const root = '/sensorthings/v1.1'
/** Several pages of observations. */
const hours = 250

describe('SensorThings 1.1', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSensing>>
  let reader: Client
  let level = ''
  let levelKey = ''
  let gas = ''
  const get = async (path: string, query: Record<string, string> = {}, who = reader) => {
    const answer = await who.get<Row>(`${root}${path}`, query)
    return { status: answer.status, body: answer.body }
  }
  const ok = async (path: string, query: Record<string, string> = {}): Promise<Row> => {
    const { status, body } = await get(path, query)
    expect([path, status, body.zh]).toEqual([path, 200, undefined])
    return body
  }
  const follow = (link: string) => {
    const url = new URL(link)
    return ok(url.pathname.replace(`/api${root}`, ''), Object.fromEntries(url.searchParams))
  }
  beforeAll(async () => {
    w = await world('2026-03-12 09:00')
    o = await openSensing(w)
    reader = await w.as('shuju')
    level = await o.addDevice('SW-1', 'level', { name: '滨河水位', maker: '江南仪表', model: 'WL-3' }, somewhere)
    gas = await o.addDevice('RQ-1', 'gas', { name: "泵站'东'燃气" }, somewhere)
    levelKey = await o.keyOf(level)
    const begins = beijing('2026-03-01 00:00').getTime()
    const items = Array.from({ length: hours }, (_, n) => ({
      at: begins + n * 3_600_000,
      values: { level: n / 100, battery: 90 },
    }))
    expect((await o.send('SW-1', levelKey, items)).body.accepted).toBe(hours * 2)
    await o.send('RQ-1', await o.keyOf(gas), [{ at: begins, values: { lel: 3 } }])
  }, 120_000)
  afterAll(async () => {
    await closeIngest(w.kernel)
    await w.close()
  })

  it('未登录、无权限看不到;写错的说清楚', async () => {
    expect((await get('', {}, w.anyone)).status).toBe(401)
    expect((await get('/Things', {}, await w.as('xitong'))).status).toBe(403)
    for (const [path, query, words] of [
      ['/Nothings', {}, '没有实体集'],
      ['/Things(1)', {}, '读不懂'],
      ['/Things', { $top: '-1' }, '$top'],
      ['/Things', { $foo: '1' }, '不支持'],
      ['/Things', { $filter: 'name eq' }, '没有写完'],
      ['/Things', { $filter: "nom eq 'x'" }, '没有属性'],
      ['/Things', { $filter: 'name gt 3' }, '不是同一种值'],
      ['/Things', { $filter: "name eq 'x' or; drop table" }, '读不懂'],
      ['/Things', { $orderby: 'name sideways' }, '$orderby'],
      ['/Things', { $expand: 'Observations' }, '没有关联'],
      ['/Things', { $expand: 'Datastreams($top=1' }, '配对'],
      ['/Things', { $select: 'secret' }, '没有属性'],
    ] as const) {
      const answer = await get(path, query as unknown as Record<string, string>)
      expect([path, query, answer.status, answer.body.zh]).toEqual([path, query, 400, expect.stringContaining(words)])
    }
    expect((await get("/Things('00000000-0000-0000-0000-000000000000')")).status).toBe(404)
    expect((await get("/Observations('x')")).status).toBe(404)
  })

  it('首页列出八个实体集与符合类;每条关联链接都走得通', async () => {
    const home = await ok('')
    expect(home.value.map((v: Row) => v.name)).toEqual([
      'Things',
      'Locations',
      'HistoricalLocations',
      'Datastreams',
      'Sensors',
      'ObservedProperties',
      'Observations',
      'FeaturesOfInterest',
    ])
    expect(home.serverSettings.conformance).toContain('http://www.opengis.net/spec/iot_sensing/1.1/req/request-data/filter')
    let links = 0
    for (const set of home.value as Row[]) {
      const [first] = (await follow(String(set.url))).value as Row[]
      expect(first).toHaveProperty('@iot.id')
      expect((await follow(String(first?.['@iot.selfLink'])))['@iot.id']).toBe(first?.['@iot.id'])
      for (const [name, link] of Object.entries(first ?? {}))
        if (name.endsWith('@iot.navigationLink')) {
          await follow(String(link))
          links++
        }
    }
    console.log(`走通 ${links} 条关联链接`)
    expect(links).toBe(16)
  })

  it('数据流是设备与监测量的对,汇总前后一样;单位、观测属性、位置齐全', async () => {
    const before = (await ok(`/Things('${level}')/Datastreams`)).value as Row[]
    expect(before.map((d) => d['@iot.id']).sort()).toEqual([`${level}:battery`, `${level}:level`])
    await w.kernel.db.withDistricts([w.district], (tx) =>
      rollUp({ kernel: w.kernel, tx, district: w.district, now: new Date(Date.now() + 3_600_000), actor: systemActor }),
    )
    await raw(w.kernel.db.admin, 'delete from sensing.touched', [])
    expect((await ok(`/Things('${level}')/Datastreams`)).value).toEqual(before)
    const one = await ok(`/Datastreams('${level}:level')`, {
      $expand: 'Thing/Locations,Sensor,ObservedProperty,Observations($top=2;$orderby=phenomenonTime desc;$count=true)',
    })
    expect(one).toMatchObject({
      name: '滨河水位 水位',
      unitOfMeasurement: { symbol: 'm' },
      Thing: {
        properties: { number: 'SW-1' },
        Locations: [{ location: { type: 'Point', coordinates: [somewhere.lon, somewhere.lat] } }],
      },
      Sensor: { metadata: '江南仪表 WL-3' },
      ObservedProperty: { '@iot.id': 'level', name: '水位' },
      'Observations@iot.count': hours,
    })
    expect(one.Observations.map((x: Row) => x.result)).toEqual([2.49, 2.48])
    expect(one['Observations@iot.nextLink']).toContain('$skip=2')
  })

  it('翻到底一条不少不重;筛选、排序、取栏、计数与库里数的一样', async () => {
    const seen: Row[] = []
    let page = await ok(`/Datastreams('${level}:level')/Observations`, {
      $top: '60',
      $count: 'true',
      $orderby: 'phenomenonTime asc',
    })
    expect(page['@iot.count']).toBe(hours)
    for (;;) {
      seen.push(...page.value)
      if (!page['@iot.nextLink']) break
      page = await follow(String(page['@iot.nextLink']))
    }
    expect(seen.map((x) => x.result)).toEqual(Array.from({ length: hours }, (_, n) => n / 100))
    expect(new Set(seen.map((x) => x['@iot.id'])).size).toBe(hours)
    const counted = async (where: string) =>
      (await raw<{ n: number }>(w.kernel.db.admin, `select count(*)::int as n from sensing.reading where ${where}`, [])).rows[0]
        ?.n
    for (const [filter, where] of [
      ['result gt 2', 'value > 2'],
      ['result ge 2 and phenomenonTime lt 2026-03-10T00:00:00+08:00', `value >= 2 and at < '2026-03-10T00:00:00+08:00'`],
      ["Datastream/@iot.id eq 'X' or result eq 90", 'value = 90'],
      ["not (resultQuality eq 'good')", `quality <> 'good'`],
      [`Datastream/id eq '${level}:battery' and (result lt 1 or result gt 89)`, `device = '${level}' and quantity = 'battery'`],
    ] as const)
      expect([filter, (await ok('/Observations', { $filter: filter, $count: 'true', $top: '0' }))['@iot.count']]).toEqual([
        filter,
        await counted(where),
      ])
    const named = await ok('/Things', {
      $filter: "name eq '泵站''东''燃气' or (startswith(name,'滨河') and properties/number eq 'SW-1')",
      $select: 'name,id',
      $orderby: 'name desc',
    })
    expect(named.value).toHaveLength(2)
    expect(Object.keys(named.value[0]).sort()).toEqual(['@iot.id', 'name'])
    expect((await ok('/Things', { $filter: "substringof('水位',name)" })).value).toHaveLength(1)
    expect(await ok(`/Things('${level}')/name`)).toEqual({ name: '滨河水位' })
    const value = await reader.get<Buffer>(`${root}/Things('${level}')/name/$value`)
    expect(value.body.toString()).toBe('滨河水位')
    expect((await ok(`/Observations('${seen[0]?.['@iot.id']}')/Datastream/Thing`))['@iot.id']).toBe(level)
  })

  it('设备凭密钥新增观测,提交后才答 201;别的设备的数据流不行;同一时刻不重', async () => {
    const post = async (path: string, body: unknown, number = 'SW-1', key = levelKey) => {
      const answer = await w.app.inject({
        method: 'POST',
        url: `/api${root}${path}`,
        headers: {
          authorization: `Basic ${Buffer.from(`${number}:${key}`).toString('base64')}`,
          'content-type': 'application/json',
        },
        payload: JSON.stringify(body),
      })
      return { status: answer.statusCode, headers: answer.headers, body: answer.json() as Row }
    }
    const body = { phenomenonTime: '2026-03-12T08:59:00+08:00', result: 3.21 }
    const stream = `/Datastreams('${level}:level')/Observations`
    expect((await post(stream, body, 'SW-1', 'wrong')).status).toBe(401)
    expect((await post(`/Datastreams('${gas}:lel')/Observations`, body)).status).toBe(422)
    expect((await post('/Things', { name: 'x' })).status).toBe(400)
    expect((await post(stream, { ...body, result: '高' })).status).toBe(400)
    expect((await post(stream, { ...body, phenomenonTime: '昨天' })).status).toBe(400)
    const made = await post(stream, body)
    expect(made).toMatchObject({ status: 201, body: { result: 3.21 } })
    const path = new URL(String(made.headers.location)).pathname.replace(`/api${root}`, '')
    expect(await ok(path)).toMatchObject({ result: 3.21, phenomenonTime: '2026-03-12T00:59:00.000Z', resultQuality: 'good' })
    await post(stream, body)
    await post('/Observations', { ...body, Datastream: { '@iot.id': `${level}:level` } })
    expect((await ok(stream, { $count: 'true' }))['@iot.count']).toBe(hours + 1)
  })

  it('经 MQTT 按标准主题上报;读不懂的留作死信;别的设备的数据流断开', async () => {
    const broker = await startMqttBroker(w.kernel, 0, '127.0.0.1')
    const connect = () =>
      connectAsync(`mqtt://127.0.0.1:${broker.port}`, {
        username: 'SW-1',
        password: levelKey,
        reconnectPeriod: 0,
        protocolVersion: 4,
      })
    const client = await connect()
    const topic = `v1.1/Datastreams('${level}:level')/Observations`
    const stream = `/Datastreams('${level}:level')/Observations`
    const before = Number((await ok(stream, { $count: 'true' }))['@iot.count'])
    await client.publishAsync(topic, JSON.stringify({ phenomenonTime: '2026-03-12T08:58:00+08:00', result: 4.5 }), { qos: 1 })
    expect((await ok(stream, { $count: 'true', $filter: 'result eq 4.5' }))['@iot.count']).toBe(1)
    await client.publishAsync(topic, 'not json', { qos: 1 })
    await client.publishAsync(topic, JSON.stringify({ result: '高' }), { qos: 1 })
    const letters = (
      await reader.get<{ total: number }>('/rows/sensing.dead-letter', { filter: JSON.stringify({ sender: 'SW-1' }) })
    ).body
    expect((await ok(stream, { $count: 'true' }))['@iot.count']).toBe(before + 1)
    expect(letters.total).toBeGreaterThanOrEqual(2)
    const closed = new Promise((done) => client.once('close', () => done(true)))
    client.publish(`v1.1/Datastreams('${gas}:lel')/Observations`, JSON.stringify({ result: 1 }), { qos: 1 })
    expect(await closed).toBe(true)
    client.end(true)
    await broker.close()
  })
})
