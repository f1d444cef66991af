/** Vehicle terminals on real sockets: registration, sign-in, reports acknowledged after the commit, blind areas, parts, commands. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest, ingestOf } from '#domains/sensing/ingest.ts'
import { raw } from '#kernel'
import { fromGbk } from '../../gateways/jt808/gbk.ts'
import * as m from '../../gateways/jt808/message.ts'
import { type Jt808Server, startJt808Server } from '../../gateways/jt808/server.ts'
import { openSensing, waitFor } from '../journeys/sensing-office.ts'
import { beijing, type World, world } from '../world.ts'
import { fixAt } from './jt808-frames.ts'
import { openTerminal, type Terminal } from './jt808-terminal.ts'

let w: World
let o: Awaited<ReturnType<typeof openSensing>>
let server: Jt808Server
const begin = beijing('2026-03-02 08:00').getTime()
const open: Terminal[] = []
beforeAll(async () => {
  w = await world('2026-03-02 09:00')
  o = await openSensing(w)
  server = await startJt808Server(w.kernel, 0, '127.0.0.1')
})
afterAll(async () => {
  for (const t of open) t.socket.destroy()
  await server.close()
  await closeIngest(w.kernel)
  await w.close()
})
const dial = async (phone: string, version?: number): Promise<Terminal> => {
  const terminal = await openTerminal(server.port, phone, version)
  open.push(terminal)
  return terminal
}
const told = { province: 32, city: 411, maker: 'ABCDE', model: 'M-1', terminal: 'T000001', plateColor: 2, plate: '苏D12345' }
const register = async (t: Terminal, registration = told, isNew = false): Promise<{ result: number; code: string }> => {
  t.send(m.ids.register, m.writeRegistration(registration, isNew))
  const { body } = await t.next(m.ids.registerAnswer)
  return { result: body[2] ?? 9, code: fromGbk(body.subarray(3)) }
}
const join = async (phone: string, version?: number): Promise<Terminal> => {
  const t = await dial(phone, version)
  const { code } = await register(t, told, version !== undefined)
  expect(await t.signIn(code)).toBe(0)
  return t
}
const positions = async (device: string) =>
  (await o.list('sensing.position', { device })).rows.sort((a, b) => String(a.at).localeCompare(String(b.at)))

describe('JT/T 808', () => {
  it('registers who is in the register, signs in by the code, and takes nothing before', async () => {
    const stranger = await dial('13900009999')
    expect((await register(stranger)).result).toBe(m.registrations.noTerminal)
    const device = await o.addDevice('13900000001', 'terminal', { plate: '苏D12345' })
    const t = await dial('013900000001')
    expect((await register(t, { ...told, plate: '苏D99999' })).result).toBe(m.registrations.noVehicle)
    const early = t.send(m.ids.location, m.writeLocation(fixAt(begin)))
    expect((await t.answerTo(early)).result).toBe(m.results.failed)
    const { result, code } = await register(t)
    expect(result).toBe(0)
    expect(await t.signIn('wrong')).toBe(m.results.failed)
    expect(await t.signIn(code)).toBe(0)
    const serial = t.send(m.ids.location, m.writeLocation(fixAt(begin)))
    expect(await t.answerTo(serial)).toMatchObject({ id: m.ids.location, result: 0 })
    const [row] = await positions(device)
    expect(row).toMatchObject({
      lon: 119.9073,
      lat: 31.7261,
      direction: 90,
      altitude: 8,
      extras: '{"mileage":1234.5,"satellites":11}',
    })
    expect(Number(row?.speed)).toBe(36.5)
    expect(row?.areaCode).toMatch(/^329901\d{9}$/)
    expect((await t.answerTo(t.send(m.ids.heartbeat, Buffer.alloc(0)))).result).toBe(0)
    expect((await t.answerTo(t.send(0x0702, Buffer.alloc(3)))).result).toBe(m.results.unsupported)
    expect((await t.answerTo(t.send(m.ids.location, Buffer.alloc(5)))).result).toBe(m.results.malformed)
    await (await ingestOf(w.kernel)).status.flush()
    expect((await o.list('sensing.status', { number: '13900000001' })).rows[0]).toMatchObject({
      lon: 119.9073,
      presence: 'online',
    })
    expect(await t.answerTo(t.send(m.ids.logout, Buffer.alloc(0)))).toMatchObject({ result: 0 })
    await waitFor('goodbye', () => (t.isClosed() ? true : undefined))
    const again = await dial('13900000001')
    expect(await again.signIn(code)).toBe(0)
  })

  it('the answer leaves after the commit; a report said twice is there once; blind areas and parts arrive whole', async () => {
    const device = await o.addDevice('13900000002', 'terminal')
    const t = await join('13900000002', 1)
    let isAnswered = false
    let answer: Promise<unknown> | undefined
    await w.kernel.db.admin.transaction().execute(async (tx) => {
      await raw(tx, 'lock table sensing.position in share row exclusive mode', [])
      answer = t.answerTo(t.send(m.ids.location, m.writeLocation(fixAt(begin)))).then(() => {
        isAnswered = true
      })
      await new Promise((resolve) => setTimeout(resolve, 400))
      expect(isAnswered).toBe(false)
    })
    await answer
    expect(await t.answerTo(t.send(m.ids.location, m.writeLocation(fixAt(begin))))).toMatchObject({ result: 0 })
    expect(await positions(device)).toHaveLength(1)
    const blind = Array.from({ length: 100 }, (_, n) => fixAt(begin - (n + 1) * 60_000))
    const serials = t.sendParts(m.ids.locations, m.writeLocations(blind))
    expect(serials.length).toBeGreaterThan(2)
    for (const serial of serials) expect((await t.answerTo(serial)).result).toBe(0)
    expect(await positions(device)).toHaveLength(101)
    const track = await o.data.get<{ points: { at: string }[] }>(`/sensing/devices/${device}/track`, {
      from: new Date(begin - 600_000).toISOString(),
      to: new Date(begin).toISOString(),
    })
    expect(track.body.points).toHaveLength(10)
  })

  it('a clock gone wrong is a dead letter, transparent JSON is readings', async () => {
    const device = await o.addDevice('13900000003', 'terminal')
    const t = await join('13900000003')
    const body = m.writeLocation(fixAt(begin + 86_400_000 * 400))
    expect((await t.answerTo(t.send(m.ids.location, body))).result).toBe(0)
    const json = Buffer.concat([Buffer.from([0xf1]), Buffer.from(JSON.stringify({ at: begin, values: { weight: 12_500 } }))])
    expect((await t.answerTo(t.send(m.ids.transparent, json))).result).toBe(0)
    expect((await t.answerTo(t.send(m.ids.transparent, Buffer.from([0xf1, 1, 2, 3])))).result).toBe(0)
    expect((await o.list('sensing.reading', { device })).rows).toMatchObject([{ quantity: 'weight', quality: 'good' }])
    expect((await o.list('sensing.dead-letter', { sender: '13900000003' })).rows.map((l) => l.reason).sort()).toEqual([
      'badTime',
      'malformed',
    ])
    expect(await positions(device)).toHaveLength(0)
  })

  it('connections cut mid-flight: unanswered reports said again are each there exactly once', async () => {
    const device = await o.addDevice('13900000004', 'terminal')
    const first = await join('13900000004')
    const { code } = await register(first)
    const waiting = new Set(Array.from({ length: 500 }, (_, n) => n))
    let cuts = 0
    while (waiting.size > 0) {
      const t = await dial('13900000004')
      expect(await t.signIn(code)).toBe(0)
      const gone = new Promise<void>((resolve) => t.socket.once('close', () => resolve()))
      const all = Promise.all(
        [...waiting].map(async (n) => {
          await t.answerTo(t.send(m.ids.location, m.writeLocation(fixAt(begin + n * 1000))))
          waiting.delete(n)
          if ((n === 100 || n === 300) && cuts++ < 5) server.cut()
        }),
      )
      await Promise.race([all, gone])
    }
    expect(cuts).toBeGreaterThan(1)
    expect(await positions(device)).toHaveLength(500)
  })

  it('commands of an officer: text, where are you, settings, interval, restart; each ends with the answer', async () => {
    const device = await o.addDevice('13900000005', 'terminal')
    const ask = async (values: object) =>
      (await o.data.post<{ id: string }>('/subjects/sensing.command', { values: { device, ...values } })).body.id
    const one = async (id: string) => (await o.data.get<any>(`/rows/sensing.command/${id}`)).body
    const queued = await ask({ kind: 'text', content: '前方施工,请绕行' })
    const t = await join('13900000005')
    const text = await t.next(m.ids.text)
    expect(fromGbk(text.body.subarray(1))).toBe('前方施工,请绕行')
    t.send(m.ids.terminalAnswer, m.writeAnswer({ serial: text.serial, id: m.ids.text, result: 0 }))
    await waitFor('answered', async () => ((await one(queued)).status === 'answered' ? true : undefined))
    const where = await ask({ kind: 'locate' })
    const asked = await t.next(m.ids.askLocation)
    const serial = Buffer.alloc(2)
    serial.writeUInt16BE(asked.serial, 0)
    t.send(m.ids.locationAnswer, Buffer.concat([serial, m.writeLocation(fixAt(begin))]))
    const located = await waitFor('located', async () => ((await one(where)).status === 'answered' ? one(where) : undefined))
    expect(located.answer).toContain('119.9073')
    const every = await ask({ kind: 'interval', seconds: 15 })
    const setting = await t.next(m.ids.setParameters)
    expect(m.readSettings(setting.body)).toEqual([{ id: 0x29, value: Buffer.from([0, 0, 0, 15]) }])
    t.send(m.ids.terminalAnswer, m.writeAnswer({ serial: setting.serial, id: m.ids.setParameters, result: 3 }))
    await waitFor('refused', async () => ((await one(every)).status === 'failed' ? true : undefined))
    expect((await one(every)).answer).toBe('不支持')
    const query = await ask({ kind: 'query' })
    const queryFrame = await t.next(m.ids.queryParameters)
    const head = Buffer.alloc(2)
    head.writeUInt16BE(queryFrame.serial, 0)
    t.send(m.ids.parameters, Buffer.concat([head, m.writeSettings([{ id: 0x29, value: Buffer.from([0, 0, 0, 30]) }])]))
    await waitFor('settings', async () => ((await one(query)).answer === '0x0029=0000001e' ? true : undefined))
    await ask({ kind: 'reset' })
    expect((await t.next(m.ids.control)).body).toEqual(Buffer.from([4]))
  })
})
