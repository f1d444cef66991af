/** Readings over MQTT QoS 1 while the gateway, or the database under it, is killed with -9: what was acknowledged is there, and everything exactly once. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectAsync } from 'mqtt'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase, raw } from '#kernel'
import { findPostgres } from '#kernel/db/postgres-binaries.ts'
import { demoPassword } from '#sim/city/build.ts'
import { type Door, httpTransport, openDoors } from '#sim/life/door.ts'
import { killDatabase, killServer, type Running, restartDatabase, startServer, stopServer } from './process.ts'

const devices = ['KM-0', 'KM-1', 'KM-2', 'KM-3'] as const
const somewhere = { lon: 119.902, lat: 31.7225 }
/** Messages on their way of each device. */
const window = 40
/** Each so many-th reading is of a quantity nobody has registered: a dead letter. */
const letterEvery = 50
interface Sender {
  readonly number: string
  readonly key: string
  readonly acknowledged: Set<number>
  sent: number
}
const begin = Date.now() - 3_600_000
const messageOf = (n: number): string =>
  JSON.stringify({ at: begin + n * 10, values: n % letterEvery === 7 ? { crashIndex: n % 100 } : { noise: 40 + (n % 30) } })

/** One connection: says what is unacknowledged, then new ones until `isOver`; returns when cut off, or when nothing is left to say. */
const speak = async (sender: Sender, port: number, isOver: () => boolean): Promise<void> => {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`, {
    username: sender.number,
    password: sender.key,
    clientId: sender.number,
    reconnectPeriod: 0,
    connectTimeout: 5000,
  })
  client.on('error', () => undefined)
  let isCut = false
  const gone = new Promise<void>((resolve) =>
    client.once('close', () => {
      isCut = true
      resolve()
    }),
  )
  const left = Array.from({ length: sender.sent }, (_, n) => n).filter((n) => !sender.acknowledged.has(n))
  const next = (): number | undefined => left.shift() ?? (isOver() ? undefined : sender.sent++)
  const work = async (): Promise<void> => {
    for (let n = next(); n !== undefined && !isCut; n = next()) {
      await client.publishAsync(`cityloop/${sender.number}/readings`, messageOf(n), { qos: 1 })
      sender.acknowledged.add(n)
    }
  }
  await Promise.race([Promise.allSettled(Array.from({ length: window }, work)), gone])
  await client.endAsync(true).catch(() => undefined)
}
/** A device: dials again whenever it is cut off, as long as there is something to say. */
const live = async (sender: Sender, portOf: () => number, isOver: () => boolean): Promise<void> => {
  while (!isOver() || sender.acknowledged.size < sender.sent) {
    await speak(sender, portOf(), isOver).catch(() => undefined)
    await sleep(100)
  }
}
const setUp = async (data: Door): Promise<readonly Sender[]> => {
  const senders: Sender[] = []
  for (const number of devices) {
    const values = { number, name: `${number}测点`, kind: 'environment', state: 'active' }
    const made = await data.call<{ id: string }>('POST', '/rows/sensing.device', { values, place: somewhere })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    const { body } = await data.call<{ key: string }>('POST', `/sensing/devices/${made.body.id}/key`)
    senders.push({ number, key: body.key, acknowledged: new Set(), sent: 0 })
  }
  return senders
}
type Letters = { readonly rows: readonly { readonly id: string; readonly status: string }[]; readonly total: number }
const lettersOf = async (data: Door, status: string): Promise<Letters> =>
  (
    await data.call<Letters>(
      'GET',
      `/rows/sensing.dead-letter?limit=1000&filter=${encodeURIComponent(JSON.stringify({ status }))}`,
    )
  ).body
/** Registers the missing quantity and replays every letter, in bulk. */
const replayAll = async (data: Door, expected: number): Promise<void> => {
  expect((await lettersOf(data, 'waiting')).total).toBe(expected)
  const quantity = { code: 'crashIndex', name: '试验指数', unit: '1', serial: 4001 }
  expect((await data.call('POST', '/rows/sensing.quantity', { values: quantity })).status).toBe(201)
  for (let { rows } = await lettersOf(data, 'waiting'); rows.length > 0; { rows } = await lettersOf(data, 'waiting')) {
    const ids = rows.slice(0, 50).map((r) => r.id)
    const { status, body } = await data.call<{ zh?: string }>('POST', '/subjects/sensing.dead-letter/bulk/replay', {
      ids,
      values: {},
    })
    expect(status, JSON.stringify(body)).toBe(200)
  }
  for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200))
    if ((await lettersOf(data, 'replayed')).total === expected) return
  throw new Error(`letters were not replayed: ${(await lettersOf(data, 'replayed')).total} of ${expected}`)
}
/** The server listens once again, not once for every try it made. */
const expectOneListener = async (dataDir: string): Promise<void> => {
  const db = await openDatabase({ dataDir, prefer: 'cluster' })
  try {
    const { rows } = await raw<{ n: number }>(
      db.admin,
      `select count(*)::int as n from pg_stat_activity where query ilike 'listen %'`,
      [],
    )
    expect(rows[0]?.n).toBe(1)
  } finally {
    await db.close()
  }
}
interface Counted {
  readonly device: string
  readonly n: number
  readonly different: number
}
/** @param hit kills, brings back what it killed, and says where the server is now */
const run = async (name: string, hit: (server: Running, dataDir: string) => Promise<Running>): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'cityloop-crash-'))
  // The unprivileged database user has to walk through it.
  chmodSync(dataDir, 0o711)
  let server = await startServer('cluster', dataDir, 'telemetry-server.ts')
  onTestFinished(async () => {
    await stopServer(server)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  })
  const doorOf = (at: Running): Door => openDoors(httpTransport(at.url.replace(/\/api$/, '')), demoPassword).as('shuju')
  const senders = await setUp(doorOf(server))
  let isOver = false
  const loading = Promise.all(
    senders.map((s) =>
      live(
        s,
        () => server.mqttPort,
        () => isOver,
      ),
    ),
  )
  const acknowledged = (): number => senders.reduce((n, s) => n + s.acknowledged.size, 0)
  const sent = (): number => senders.reduce((n, s) => n + s.sent, 0)
  await sleep(3000)
  const before = [acknowledged(), sent()] as const
  expect(before[0]).toBeGreaterThan(window)
  const killedAt = performance.now()
  server = await hit(server, dataDir)
  const at = acknowledged()
  for (const until = Date.now() + 60_000; acknowledged() <= at + window && Date.now() < until; ) await sleep(20)
  const back = Math.round(performance.now() - killedAt)
  expect(acknowledged()).toBeGreaterThan(at + window)
  await sleep(1500)
  isOver = true
  await loading
  expect(acknowledged()).toBe(sent())
  const expected = senders.reduce(
    (n, s) => n + Array.from({ length: s.sent }, (_, i) => i).filter((i) => i % letterEvery === 7).length,
    0,
  )
  await replayAll(doorOf(server), expected)
  await expectOneListener(dataDir)
  await stopServer(server)

  const db = await openDatabase({ dataDir, prefer: 'cluster' })
  try {
    const { rows } = await raw<Counted>(
      db.admin,
      `select d.number as device, count(*)::int as n, count(distinct r.at)::int as different from sensing.reading r join sensing.device d on d.id = r.device where d.number like 'KM-%' group by 1 order by 1`,
      [],
    )
    expect(rows).toEqual(senders.map((s) => ({ device: s.number, n: s.sent, different: s.sent })))
  } finally {
    await db.close()
  }
  console.log(
    `${name}:被杀时已确认 ${before[0]} / 已发 ${before[1]},${back} ms 后又有确认,共 ${sent()} 条,丢失 0,重复 0,死信 ${expected} 封全部重放`,
  )
}
describe.skipIf(!findPostgres() || process.env.CITYLOOP_TEST_DB === 'pglite')('确认过的读数,kill -9 之后恰好一条', () => {
  it(
    '接入进程 kill -9,数据库还在',
    () =>
      run('接入进程', async (server, dataDir) => {
        await killServer(server)
        return startServer('cluster', dataDir, 'telemetry-server.ts')
      }),
    240_000,
  )
  it(
    '数据库 kill -9 后重启,接入进程一直活着',
    () =>
      run('数据库', async (server, dataDir) => {
        await killDatabase(dataDir)
        await sleep(1500)
        restartDatabase(dataDir)
        return server
      }),
    240_000,
  )
})
