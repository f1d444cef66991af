/** mosquitto_pub and mosquitto_sub, as a vendor's box would: QoS 1 and 2 while the broker is stopped and started again. */
import { execFile, execFileSync, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeIngest } from '#domains/sensing/ingest.ts'
import { type MqttBroker, startMqttBroker } from '../../gateways/mqtt/broker.ts'
import { openSensing, waitFor } from '../journeys/sensing-office.ts'
import { beijing, type World, world } from '../world.ts'

const run = promisify(execFile)
const isThere = (): boolean => {
  try {
    execFileSync('which', ['mosquitto_pub', 'mosquitto_sub'])
    return true
  } catch {
    return false
  }
}
const canRun = isThere()
if (!canRun) console.log('skipped: mosquitto-clients is not installed')

describe.skipIf(!canRun)('mosquitto clients', () => {
  let w: World
  let o: Awaited<ReturnType<typeof openSensing>>
  let broker: MqttBroker
  const begin = beijing('2026-03-02 08:00').getTime()
  beforeAll(async () => {
    w = await world('2026-03-02 09:00')
    o = await openSensing(w)
    broker = await startMqttBroker(w.kernel, 0, '127.0.0.1')
  })
  afterAll(async () => {
    await broker.close()
    await closeIngest(w.kernel)
    await w.close()
  })

  it('what mosquitto_pub was told is taken is there once, through a restart of the broker', async () => {
    const id = await o.addDevice('MO-1', 'smoke')
    const key = await o.keyOf(id)
    const { port } = broker
    const said = (n: number): readonly string[] => [
      ...['-h', '127.0.0.1', '-p', String(port), '-i', 'MO-1', '-u', 'MO-1', '-P', key, '-q', String(1 + (n % 2))],
      ...['-t', 'cityloop/MO-1/readings', '-m', JSON.stringify({ at: begin + n * 1000, values: { smoke: 0.01 * n } })],
    ]
    let refused = 0
    /** As a box does: again until it was taken, and once more now and then although it was. */
    const publish = async (n: number): Promise<void> => {
      for (;;) {
        const isTaken = await run('mosquitto_pub', said(n), { timeout: 5000 }).then(
          () => true,
          () => false,
        )
        if (isTaken) break
        refused += 1
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      if (n % 5 === 0) await run('mosquitto_pub', said(n), { timeout: 5000 }).catch(() => undefined)
    }
    const most = 40
    const all = (async () => {
      for (let n = 0; n < most; n++) await publish(n)
    })()
    await waitFor('some to arrive', async () =>
      (await o.list('sensing.reading', { device: id })).total >= 12 ? true : undefined,
    )
    await broker.close()
    await new Promise((resolve) => setTimeout(resolve, 400))
    broker = await startMqttBroker(w.kernel, port, '127.0.0.1')
    await all
    const { rows } = await o.list('sensing.reading', { device: id })
    console.log(`mosquitto_pub: 发 ${most} 条,被拒或断开 ${refused} 次,到 ${rows.length} 条`)
    expect(refused).toBeGreaterThan(0)
    expect(rows.map((r) => Date.parse(r.at)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: most }, (_, n) => begin + n * 1000),
    )
  }, 60_000)

  it('mosquitto_sub is given the commands of its own device, and no other', async () => {
    const id = await o.addDevice('MO-2', 'terminal')
    await o.addDevice('MO-3', 'terminal')
    const key = await o.keyOf(id)
    const heard: string[] = []
    const sub = spawn('mosquitto_sub', [
      ...['-h', '127.0.0.1', '-p', String(broker.port), '-i', 'MO-2', '-u', 'MO-2', '-P', key, '-q', '1', '-W', '20', '-C', '1'],
      ...['-t', 'cityloop/MO-2/commands'],
    ])
    sub.stdout.on('data', (chunk: Buffer) => heard.push(chunk.toString()))
    await new Promise((resolve) => setTimeout(resolve, 500))
    const order = (device: string, content: string) =>
      o.data.post('/subjects/sensing.command', { values: { device, kind: 'text', content } })
    expect((await order(id, '请核对位置')).status).toBe(201)
    await w.settle()
    const text = await waitFor('the command', () => heard.join('') || undefined, 15_000)
    expect(JSON.parse(text)).toMatchObject({ kind: 'text', content: '请核对位置' })
    sub.kill()
  }, 60_000)
})
