/** 车载视频: asked for over JT/T 808, sent over JT/T 1078 on real sockets, watched over HTTP, kept and dropped. */

import type { AddressInfo } from 'node:net'
import { connect, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domains } from '#apps/server/domains.ts'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { systemActor } from '#kernel'
import { startSession } from '#kernel/identity/session.ts'
import { fromGbk } from '../../gateways/jt808/gbk.ts'
import * as m from '../../gateways/jt808/message.ts'
import { type Jt808Server, startJt808Server } from '../../gateways/jt808/server.ts'
import { createFrames, createPacketSplitter, payloads, writeFrame } from '../../gateways/jt1078/packet.ts'
import { type Jt1078Server, startJt1078Server } from '../../gateways/jt1078/server.ts'
import { openSensing, waitFor } from '../journeys/sensing-office.ts'
import { beijing, type Client, type World, world } from '../world.ts'
import { fixAt } from './jt808-frames.ts'
import { openTerminal, type Terminal } from './jt808-terminal.ts'
import { clip } from './jt1078-clip.ts'

type Row = Record<string, any>
const sim = '013900000021'
const told = { province: 32, city: 411, maker: 'ABCDE', model: 'M-1', terminal: 'T000001', plateColor: 2, plate: '苏D66666' }
describe('JT/T 1078', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSensing>>
  let video: Jt1078Server
  let server: Jt808Server
  let url = ''
  let duty: Client
  let terminal: Terminal
  let device = ''
  const sockets: Socket[] = []
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSensing(w)
    video = await startJt1078Server(w.kernel, 0, '127.0.0.1')
    server = await startJt808Server(w.kernel, 0, '127.0.0.1', { host: '127.0.0.1', port: video.port })
    await w.app.listen({ port: 0, host: '127.0.0.1' })
    url = `http://127.0.0.1:${(w.app.server.address() as AddressInfo).port}/api`
    duty = await w.as('zhiban1')
    device = await o.addDevice('13900000021', 'terminal', { plate: '苏D66666' })
    terminal = await openTerminal(server.port, '13900000021')
    terminal.send(m.ids.register, m.writeRegistration(told, false))
    const { body } = await terminal.next(m.ids.registerAnswer)
    await terminal.signIn(fromGbk(body.subarray(3)))
  })
  afterAll(async () => {
    terminal.socket.destroy()
    for (const s of sockets) s.destroy()
    await server.close()
    await video.close()
    await closeIngest(w.kernel)
    await w.close()
  })
  const ask = (who: Client, extra: Row = {}) =>
    who.post<Row>('/subjects/sensing.viewing', { action: 'ask', values: { device, channel: 1, reason: '核实抛洒', ...extra } })
  const row = async (id: string) => (await o.list('sensing.viewing', {}, duty)).rows.find((r) => r.id === id)
  const watch = async (id: string, who: Client): Promise<Response> =>
    fetch(`${url}/sensing/viewings/${id}/live`, {
      headers: { authorization: `Bearer ${await startSession(w.kernel, w.district, who.personId)}` },
    })
  const dial = (): Socket => {
    const socket = connect(video.port, '127.0.0.1')
    socket.on('error', () => undefined)
    sockets.push(socket)
    return socket
  }

  it('packets cut anywhere give the frames that went in; noise between them is skipped; a lost part loses its frame only', () => {
    const frames = clip()
    expect(frames).toHaveLength(20)
    expect(frames.filter((f) => f.isKey)).toHaveLength(2)
    const packets = frames.flatMap((frame, i) => writeFrame({ sim, channel: 1, number: i * 40, frame }))
    expect(packets.length).toBeGreaterThan(20)
    const stream = Buffer.concat(packets)
    const read = (chunks: readonly Buffer[]) => {
      const [split, assemble] = [createPacketSplitter(), createFrames()]
      return chunks.flatMap((c) => split(c)).flatMap((p) => assemble(p) ?? [])
    }
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: stream.length - 1 }), { maxLength: 40 }), (cuts) => {
        const at = [0, ...[...cuts].sort((a, b) => a - b), stream.length]
        const got = read(at.slice(1).map((end, i) => stream.subarray(at[i], end)))
        expect(got.map((f) => [f.isKey, f.at, f.data.equals(frames[got.indexOf(f)]?.data ?? Buffer.alloc(0))])).toEqual(
          frames.map((f) => [f.isKey, f.at, true]),
        )
      }),
      { numRuns: 60 },
    )
    expect(read([Buffer.from('noise 01c'), stream, Buffer.from('01')])).toHaveLength(20)
    const parts = packets.findIndex((p) => (p[15] ?? 0) % 16 === 1)
    expect(read(packets.filter((_, i) => i !== parts))).toHaveLength(19)
    const [split] = [createPacketSplitter()]
    expect(split(packets[0] ?? Buffer.alloc(0))[0]).toMatchObject({ sim, channel: 1, payload: payloads.h264 })
  })

  it('vehicle-cloud 车载云:按需调看(0x9101 开流、0x9102 停流)、留痕、保存期内回放、到期删除、离线缺口', async () => {
    expect((await ask(w.anyone)).status).toBe(401)
    expect((await ask(await w.as('chuzhi11'))).status).toBe(403)
    expect((await ask(duty, { reason: '' })).status).toBe(400)
    const camera = await o.addDevice('SXT-1', 'camera')
    expect((await ask(duty, { device: camera })).body.zh).toContain('不是车载终端')
    const { body } = await ask(duty)
    const id = String(body.id)
    const asked = await terminal.next(m.ids.videoAsk)
    const length = asked.body[0] ?? 0
    expect(fromGbk(asked.body.subarray(1, 1 + length))).toBe('127.0.0.1')
    expect([asked.body.readUInt16BE(1 + length), asked.body[1 + length + 4]]).toEqual([video.port, 1])
    terminal.send(m.ids.terminalAnswer, m.writeAnswer({ serial: asked.serial, id: m.ids.videoAsk, result: 0 }))
    expect((await ask(duty)).body.zh).toContain('正在调看')
    expect((await watch(id, await w.as('zhongdui11'))).status).toBe(403)

    // Before anybody watches, a stream is not listened to.
    const early = dial()
    for (const p of writeFrame({ sim, channel: 2, number: 0, frame: clip()[0] as never })) early.write(p)
    await waitFor('the uninvited is cut off', () => (early.destroyed || early.readableEnded || early.closed ? true : undefined))

    const response = await watch(id, duty)
    expect(response.status).toBe(200)
    const source = dial()
    const frames = clip()
    // It joins in the middle: what comes before the first whole picture is left out.
    for (const [i, frame] of [...frames.slice(5), ...frames].entries())
      for (const p of writeFrame({ sim, channel: 1, number: i * 40, frame })) source.write(p)
    const reader = response.body?.getReader()
    const got: Buffer[] = []
    const wanted = [...frames.slice(10), ...frames].reduce((n, f) => n + 13 + f.data.length, 0)
    while (got.reduce((n, b) => n + b.length, 0) < wanted + 13) got.push(Buffer.from((await reader?.read())?.value ?? []))
    const whole = Buffer.concat(got)
    expect(whole.readUInt32BE(9)).toBe(0)
    const all = whole.subarray(13)
    expect([all[0], all.readDoubleBE(1), all.readUInt32BE(9)]).toEqual([1, 1000, frames[10]?.data.length])
    expect(all.subarray(13, 13 + (frames[10]?.data.length ?? 0)).equals(frames[10]?.data ?? Buffer.alloc(0))).toBe(true)
    await reader?.cancel()
    await waitFor('the viewing is kept', async () => ((await row(id))?.status === 'kept' ? true : undefined))
    expect(await row(id)).toMatchObject({ plate: '苏D66666', kilobytes: Math.ceil(wanted / 1024) })
    expect((await terminal.next(m.ids.videoStop)).body).toEqual(Buffer.from([1, 0, 0, 0]))
    const kept = await duty.get<Buffer>(`/sensing/viewings/${id}/replay`)
    expect(kept.body.equals(all)).toBe(true)
    expect((await w.anyone.get(`/sensing/viewings/${id}/replay`)).status).toBe(401)
    expect((await watch(id, duty)).status).toBe(409)

    const start = beijing('2026-03-02 08:00').getTime()
    for (const minute of [0, 1, 2, 30, 31])
      await terminal.answerTo(terminal.send(m.ids.location, m.writeLocation(fixAt(start + minute * 60_000))))
    const gaps = (await duty.get<Row>('/sensing/gaps', { on: '2026-03-02' })).body
    expect(gaps).toMatchObject({ least: 10, rows: [{ device, plate: '苏D66666', minutes: 28 }] })
    expect((await w.anyone.get('/sensing/gaps', { on: '2026-03-02' })).status).toBe(401)

    await w.clock.to('2026-04-03 09:00')
    await w.settle()
    expect((await row(id))?.status).toBe('dropped')
    const job = domains.flatMap((d) => d.jobs ?? []).find((j) => j.id === 'sensing.video')
    await w.kernel.db.withDistricts(
      [w.district],
      (tx) =>
        job?.run({ kernel: w.kernel, tx, district: w.district, now: w.kernel.now(), actor: systemActor }) ?? Promise.resolve(),
    )
    expect((await duty.get<Row>(`/sensing/viewings/${id}/replay`)).status).toBe(409)
  })
})
