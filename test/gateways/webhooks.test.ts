/** Signed deliveries of facts to a real HTTP receiver, with the way it fails and comes back. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { addressFault, guardedLookup, urlFault } from '../../gateways/webhooks/guard.ts'
import { isSigned, post, signatureOf } from '../../gateways/webhooks/post.ts'
import { sendDeliveries } from '../../gateways/webhooks/send.ts'
import { type Client, somewhere, type World, world } from '../world.ts'

type Row = Record<string, any>
interface Got {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}
describe('推送', () => {
  let w: World
  let data: Client
  let acceptor: Client
  let stub: Server
  let port = 0
  let answer = 200
  let location = ''
  let got: Got[] = []
  let receiver = ''
  let secret = ''
  const listen = (on: number) => new Promise<void>((done) => stub.listen(on, '127.0.0.1', done))
  const startStub = async (on = 0) => {
    stub = createServer((request, response) => {
      const parts: Buffer[] = []
      request.on('data', (part: Buffer) => parts.push(part))
      request.on('end', () => {
        got.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
        response.writeHead(answer, location ? { location } : {}).end()
      })
    })
    await listen(on)
    port = (stub.address() as AddressInfo).port
  }
  const stopStub = () => {
    stub.closeAllConnections()
    return new Promise<void>((done) => stub.close(() => done()))
  }
  const setReach = async (value: number) => {
    await raw(
      w.kernel.db.admin,
      `insert into kernel.parameter (district, name, valid_from, value, unit, source, changed_by) values ($1, 'connect.reach', '2026-01-01', $2, '级', '试验', '系统管理员')
       on conflict (district, name, valid_from) do update set value = excluded.value`,
      [w.district, value],
    )
    await w.kernel.parameters.reload()
  }
  const deliveries = async (): Promise<Row[]> =>
    (await data.get<{ rows: Row[] }>('/rows/connect.delivery', { limit: '200', filter: JSON.stringify({ receiver }) })).body.rows
  const report = async (description: string) => {
    const answer = await acceptor.post<Row>('/subjects/cases.case', {
      ...somewhere,
      values: {
        description,
        source: 'hotline',
        categoryKind: 'component',
        category: '01037',
        urgency: 'normal',
        photos: [],
        reporterName: '张三丰',
        reporterPhone: '13900001234',
      },
    })
    expect([answer.status, answer.body.zh]).toEqual([201, undefined])
    await w.settle()
    return answer.body
  }
  beforeAll(async () => {
    w = await world('2026-03-10 09:00')
    ;[data, acceptor] = [await w.as('shuju'), await w.as('shouli1')]
    await startStub()
  }, 120_000)
  beforeEach(() => {
    got = []
    answer = 200
    location = ''
  })
  afterAll(async () => {
    await stopStub()
    await w?.close()
  })

  it('登记、签发密钥要权限;地址带账号的不收;密钥只显示一次,列表里没有', async () => {
    const values = {
      name: '市运管平台',
      url: `http://127.0.0.1:${port}/hook`,
      events: ['case.opened', 'case.ended'],
      isActive: true,
    }
    expect((await w.anyone.post('/rows/connect.receiver', { values })).status).toBe(401)
    expect((await acceptor.post('/rows/connect.receiver', { values })).status).toBe(403)
    expect((await data.post('/rows/connect.receiver', { values: { ...values, url: 'https://a:b@x.cn/' } })).status).toBe(400)
    expect((await data.post('/rows/connect.receiver', { values: { ...values, events: ['no.such'] } })).status).toBe(400)
    const made = await data.post<Row>('/rows/connect.receiver', { values })
    expect([made.status, made.body.zh]).toEqual([201, undefined])
    receiver = String(made.body.id)
    expect((await data.post(`/connect/receivers/${receiver}/trial`)).status).toBe(409)
    expect((await acceptor.post(`/connect/receivers/${receiver}/secret`)).status).toBe(403)
    const issued = await data.post<Row>(`/connect/receivers/${receiver}/secret`)
    secret = String(issued.body.secret)
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    expect(JSON.stringify((await data.get(`/rows/connect.receiver/${receiver}`)).body)).not.toContain(secret.slice(6))
    await w.settle()
  })

  it('本机、内网、链路本地与元数据地址不许;由带日期的参数放开,链路本地永不放开', async () => {
    for (const [address, least] of [
      ['127.0.0.1', 2],
      ['::1', 2],
      ['::ffff:127.0.0.1', 2],
      ['10.1.2.3', 1],
      ['172.16.0.9', 1],
      ['192.168.1.1', 1],
      ['fd00::1', 1],
      ['169.254.169.254', 9],
      ['100.100.100.200', 9],
      ['fe80::1', 9],
      ['0.0.0.0', 9],
    ] as const)
      for (const reach of [0, 1, 2])
        expect([address, reach, addressFault(address, reach) === undefined]).toEqual([address, reach, reach >= least])
    expect(addressFault('114.114.114.114', 0)).toBeUndefined()
    expect(urlFault(new URL('http://example.cn/'), 0)).toContain('https')
    expect(urlFault(new URL('https://[::1]/'), 1)).toContain('本机')
    // A decimal or octal spelling of an address is the address.
    expect(urlFault(new URL('https://2130706433/'), 1)).toContain('本机')
    expect(urlFault(new URL('https://0177.0.0.1/'), 1)).toContain('本机')
    // A name is judged by what it resolves to.
    const fault = await new Promise((done) => guardedLookup(1)('localhost', {}, (error) => done(error)))
    expect(String(fault)).toContain('本机')
    const refused = await post({ id: '1', url: `http://localhost:${port}/`, secret, body: '{}' }, 1)
    expect(refused).toMatchObject({ sent: false, isFinal: true, error: expect.stringContaining('本机') })
    expect(got).toHaveLength(0)
    // As registered: the platform itself refuses until the parameter says so.
    const trial = await data.post<Row>(`/connect/receivers/${receiver}/trial`)
    await sendDeliveries(w.kernel)
    const row = (await deliveries()).find((d) => d.id === trial.body.id)
    expect(row).toMatchObject({ status: 'failed', error: '只许 https 地址' })
    await setReach(2)
    await data.act('connect.delivery', String(trial.body.id), 'resend')
    expect(await sendDeliveries(w.kernel)).toBe(1)
    expect(got).toHaveLength(1)
  })

  it('订了的事推出去,签名对得上;没订的不推;个人信息脱敏', async () => {
    const opened = await report('路灯不亮')
    expect(await sendDeliveries(w.kernel)).toBe(1)
    const [one] = got
    const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': signature } = one?.headers ?? {}
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${id}.${at}.${one?.body}`)
      .digest('base64')
    expect(signature).toBe(`v1,${mac}`)
    expect(JSON.parse(one?.body ?? '{}')).toMatchObject({
      type: 'case.opened',
      district: w.district,
      data: { number: opened.number },
    })
    const now = Math.floor(Date.now() / 1000)
    const headers = { id: String(id), timestamp: String(at), signature: String(signature) }
    expect(isSigned(secret, headers, one?.body ?? '', now)).toBe(true)
    expect(isSigned(secret, headers, `${one?.body} `, now)).toBe(false)
    expect(isSigned(secret, headers, one?.body ?? '', now + 301)).toBe(false)
    expect(isSigned('whsec_AAAA', headers, one?.body ?? '', now)).toBe(false)
    await data.patch(`/rows/connect.receiver/${receiver}`, { values: { events: ['problem.found'] } })
    await new Promise((r) => setTimeout(r, 300))
    const order = await acceptor.post<Row>('/subjects/intake.order', {
      ...somewhere,
      values: { channel: 'hotline', kind: 'report', content: '井盖破损', callerName: '张三丰', callerPhone: '13900001234' },
    })
    await acceptor.act('intake.order', String(order.body.id), 'accept')
    await acceptor.act('intake.order', String(order.body.id), 'toCase', {})
    await w.settle()
    expect(await sendDeliveries(w.kernel)).toBe(1)
    const body = got.at(-1)?.body ?? ''
    expect(JSON.parse(body)).toMatchObject({
      type: 'problem.found',
      data: { reporterName: '张**', reporterPhone: '139****1234' },
    })
    await data.patch(`/rows/connect.receiver/${receiver}`, { values: { events: ['case.opened', 'case.ended'] } })
    await new Promise((r) => setTimeout(r, 300))
  })

  it('对方停了:按间隔再试,到次数交人处理;回来后重推一条不少,编号不变', async () => {
    await stopStub()
    const numbers: string[] = []
    for (let n = 0; n < 20; n++) numbers.push(String((await report(`断电第${n}件`)).number))
    expect(await sendDeliveries(w.kernel)).toBe(0)
    const waiting = (await deliveries()).filter((d) => d.status === 'waiting')
    expect(waiting).toHaveLength(20)
    expect(waiting[0]).toMatchObject({ attempts: 1, error: expect.stringContaining('连不上') })
    // Not before its time.
    expect(await sendDeliveries(w.kernel)).toBe(0)
    expect((await deliveries()).filter((d) => d.attempts === 1 && d.status === 'waiting')).toHaveLength(20)
    await startStub(port)
    await w.clock.to('2026-03-10 09:01')
    // Two processes at once: each delivery goes out once.
    const sent = await Promise.all([sendDeliveries(w.kernel), sendDeliveries(w.kernel)])
    expect(sent.reduce((a, b) => a + b, 0)).toBe(20)
    expect(got.map((g) => JSON.parse(g.body).data.number).sort()).toEqual(numbers.sort())
    expect(new Set(got.map((g) => g.headers['webhook-id'])).size).toBe(20)
    const first = (await deliveries()).find((d) => JSON.parse(String(d.body)).data?.number === numbers[0]) ?? {}
    await data.act('connect.delivery', String(first.id), 'resend')
    await sendDeliveries(w.kernel)
    expect(got).toHaveLength(21)
    const repeated = got.filter((g) => g.headers['webhook-id'] === got.at(-1)?.headers['webhook-id'])
    expect(repeated.map((g) => g.body)).toEqual([repeated[0]?.body, repeated[0]?.body])
  })

  it('转向不跟随;410 与转向不再试;503 试到第七次为止并进待办;理由看得见;送达率按行数算', async () => {
    answer = 302
    location = 'http://169.254.169.254/latest/meta-data/'
    const moved = await report('转向')
    await sendDeliveries(w.kernel)
    const find = async (number: unknown) =>
      (await deliveries()).find((d) => JSON.parse(String(d.body)).data?.number === number) ?? {}
    expect(await find(moved.number)).toMatchObject({
      status: 'failed',
      httpStatus: 302,
      error: expect.stringContaining('不跟随'),
    })
    answer = 503
    location = ''
    const busy = await report('繁忙')
    const times = ['09:02', '09:07', '09:30', '10:40', '15:00'].map((t) => `2026-03-10 ${t}`)
    for (const at of ['2026-03-10 09:01', ...times, '2026-03-11 04:00']) {
      await w.clock.to(at)
      await sendDeliveries(w.kernel)
    }
    expect(await find(busy.number)).toMatchObject({ status: 'failed', attempts: 7, error: '对方应答 503' })
    const tasks = (await data.get('/work')).body
    expect(JSON.stringify(tasks)).toContain('推送未送达待处理')
    answer = 200
    await data.act('connect.delivery', String((await find(busy.number)).id), 'resend')
    expect(await sendDeliveries(w.kernel)).toBe(1)
    await data.act('connect.delivery', String((await find(moved.number)).id), 'drop', { error: '接收方已迁走' })
    const all = await deliveries()
    const rate = (
      await data.get<{ values: Row[] }>('/indicators/connect.delivered-rate', {
        from: '2026-01-01T00:00:00Z',
        to: '2027-01-01T00:00:00Z',
      })
    ).body.values[0]
    expect(rate).toMatchObject({
      numerator: all.filter((d) => d.status === 'delivered').length,
      denominator: all.filter((d) => d.status !== 'dropped').length,
    })
  })
  it('签名与 Standard Webhooks 的公开例子一致', () => {
    // The worked example of the specification's own libraries.
    expect(
      signatureOf('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}'),
    ).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
  })
})
