/** Orders from an outside platform and answers back to it, which is a process of its own and is killed on the way. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { raw } from '#kernel'
import { hotlineKeys } from '../../gateways/hotline/keys.ts'
import { sendAnswers } from '../../gateways/hotline/send.ts'
import { type Client, somewhere, type World, world } from '../world.ts'

type Row = Record<string, any>
const key = 'a-key-of-the-city-platform'
const keys = hotlineKeys(`12345:${key},12319:another-key-of-12319`)
process.env.CITYLOOP_HOTLINE_KEYS = `12345:${key},12319:another-key-of-12319`
const dir = mkdtempSync(join(tmpdir(), 'cityloop-hotline-'))
const file = join(dir, 'answers.ndjson')
const lines = (path: string): string[] =>
  existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((l) => l !== '')
    : []
const answers = (): Row[] => lines(file).map((l) => JSON.parse(l))

describe('12345 对接', () => {
  let w: World
  let operator: Client
  let stub: ChildProcess
  let port = 0
  const startStub = async () => {
    stub = spawn(process.execPath, ['test/gateways/hotline-stub.ts', String(port), file, key], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    port = await new Promise<number>((done) => stub.stdout?.once('data', (text: Buffer) => done(Number(text.toString()))))
  }
  const killStub = () =>
    new Promise<void>((done) => {
      stub.once('exit', () => done())
      stub.kill('SIGKILL')
    })
  const send = async (body: Row, given = key) => {
    const answer = await w.app.inject({
      method: 'POST',
      url: '/api/hotline/orders',
      headers: given ? { 'x-hotline-key': given } : {},
      payload: body,
    })
    return { status: answer.statusCode, body: answer.json() as Row }
  }
  const ask = async (number: string, given: string) => {
    const answer = await w.app.inject({ url: `/api/hotline/orders/${number}`, headers: { 'x-hotline-key': given } })
    return { status: answer.statusCode, body: answer.json() as Row }
  }
  const idOf = async (number: string): Promise<string> =>
    (await raw<{ id: string }>(w.kernel.db.admin, 'select id from intake."order" where outside_number = $1', [number])).rows[0]
      ?.id ?? ''
  const order = (n: number, more: Row = {}): Row => ({
    number: `SZ20260310${String(n).padStart(4, '0')}`,
    kind: 'complaint',
    content: `小区门口路灯不亮(第${n}件)`,
    callerName: '张三丰',
    callerPhone: '13900001234',
    ...somewhere,
    ...more,
  })
  beforeAll(async () => {
    w = await world('2026-03-10 09:00')
    operator = await w.as('shouli1')
    await startStub()
    await raw(
      w.kernel.db.admin,
      `insert into kernel.parameter (district, name, valid_from, value, unit, source, changed_by) values ($1, 'connect.reach', '2026-01-01', 2, '级', '试验', '系统管理员')`,
      [w.district],
    )
    await w.kernel.parameters.reload()
    const manager = await w.as('kaohe1')
    const made = await manager.post('/rows/intake.channel', {
      values: {
        key: '12345',
        name: '市12345平台',
        numberPattern: '^SZ\\d{12}$',
        returnAddress: `http://127.0.0.1:${port}/answers`,
        isActive: true,
      },
    })
    expect(made.status).toBe(201)
  }, 120_000)
  afterAll(async () => {
    await killStub()
    await w?.close()
    rmSync(dir, { recursive: true })
  })

  it('没有密钥、密钥不对、编号不合格式、缺内容都拒绝并说清楚', async () => {
    expect((await send(order(1), '')).status).toBe(401)
    expect((await send(order(1), 'wrong-key-wrong-key')).status).toBe(401)
    for (const [body, words] of [
      [order(1, { number: 'X1' }), '不符合本渠道的格式'],
      [order(1, { content: '' }), '诉求内容'],
      [order(1, { kind: 'shout' }), 'kind 应为'],
      [order(1, { dueAt: '明天' }), '带时区'],
    ] as const) {
      const answer = await send(body)
      expect([answer.status, answer.body.zh]).toEqual([400, expect.stringContaining(words)])
    }
    expect((await ask('SZ202603100001', key)).status).toBe(404)
  })

  it('同一编号只登记一次(同时来的也是);期限从对方;区外坐标不丢单;别的渠道的密钥看不到', async () => {
    const dueAt = '2026-03-12T18:00:00+08:00'
    const many = await Promise.all(Array.from({ length: 8 }, () => send(order(1, { dueAt }))))
    expect(many.filter((a) => a.status === 201)).toHaveLength(1)
    expect(new Set(many.map((a) => a.body.number)).size).toBe(1)
    expect(await send(order(1))).toMatchObject({ status: 200, body: { isKnown: true } })
    const { rows } = await raw<{ n: number }>(
      w.kernel.db.admin,
      `select count(*)::int as n from intake."order" where outside_number = 'SZ202603100001'`,
      [],
    )
    expect(rows[0]?.n).toBe(1)
    const seen = await ask('SZ202603100001', key)
    expect(seen.body).toMatchObject({ status: 'received', statusZh: '待接单', replyDueAt: new Date(dueAt).toISOString() })
    expect(JSON.stringify(seen.body)).not.toContain('1390000')
    expect((await ask('SZ202603100001', 'another-key-of-12319')).status).toBe(404)
    expect((await send(order(2, { lon: 100, lat: 20 }))).status).toBe(201)
  })

  it('接单、退单、答复、办结各回传一次,按先后;对方被杀掉期间的都等着,回来后一件不少不重', async () => {
    const count = 30
    for (let n = 10; n < 10 + count; n++) await send(order(n))
    const work = async (n: number, isReturned: boolean) => {
      const id = await idOf(`SZ20260310${String(n).padStart(4, '0')}`)
      await operator.act('intake.order', id, 'accept')
      if (isReturned) return operator.act('intake.order', id, 'sendBack', { reason: '不属城市管理职责' })
      await operator.act('intake.order', id, 'reply', { reply: `第${n}件:路灯已修复` })
      return operator.act('intake.order', id, 'close')
    }
    for (let n = 10; n < 20; n++) await work(n, false)
    await w.settle()
    const began = sendAnswers(w.kernel, keys)
    while (answers().length === 0) await new Promise((done) => setTimeout(done, 2))
    await killStub()
    await began
    const before = answers().length
    for (let n = 20; n < 10 + count; n++) await work(n, n % 3 === 0)
    await w.settle()
    expect(await sendAnswers(w.kernel, keys)).toBe(0)
    const waiting = (await operator.get<{ answers: Row[] }>('/intake/returns')).body.answers
    expect(waiting.find((a) => a.attempts > 0)?.error).toContain('连不上')
    await startStub()
    await w.clock.to('2026-03-10 10:00')
    // Two processes that both carry answers.
    await Promise.all([sendAnswers(w.kernel, keys), sendAnswers(w.kernel, keys)])
    await sendAnswers(w.kernel, keys)
    const got = answers()
    const expected = (await raw<{ id: string }>(w.kernel.db.admin, 'select id from intake.return_box', [])).rows.map((r) => r.id)
    console.log(
      `被杀前收到 ${before} 条,回来后共 ${got.length} 条(应有 ${expected.length}),重发被认出 ${lines(`${file}.again`).length} 条`,
    )
    expect(got.map((a) => a.id).sort()).toEqual(expected.sort())
    const byOrder = Map.groupBy(got, (a) => String(a.outsideNumber))
    expect(byOrder.size).toBe(count)
    for (const [number, list] of byOrder)
      expect([number, list.map((a) => a.status)]).toEqual([
        number,
        list.some((a) => a.status === 'returned') ? ['accepted', 'returned'] : ['accepted', 'answered', 'done'],
      ])
    expect((await operator.get<{ answers: Row[] }>('/intake/returns')).body.answers).toHaveLength(0)
    expect((await ask('SZ202603100010', key)).body).toMatchObject({
      status: 'done',
      statusZh: '已办结',
      reply: '第10件:路灯已修复',
    })
  })

  it('停用的渠道不收', async () => {
    const manager = await w.as('kaohe1')
    const { rows } = (await manager.get<{ rows: Row[] }>('/rows/intake.channel', { filter: JSON.stringify({ key: '12345' }) }))
      .body
    await manager.patch(`/rows/intake.channel/${rows[0]?.id}`, { values: { isActive: false } })
    expect((await send(order(90))).status).toBe(403)
  })
})
