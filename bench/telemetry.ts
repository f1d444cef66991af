/**
 * Telemetry: points a second over MQTT QoS 1, JT/T 808 and HTTP batches, each acknowledged after the commit that carries it, and counted
 * in the database afterwards; beside COPY of the same rows into the same columns and indexes on the same PostgreSQL, in alternate rounds.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { median, round, type Stage, setStage } from './stage.ts'
import { type CopyTable, copyRate, makeCopyTable } from './telemetry-copy.ts'
import type { DevicePlan, DeviceResult } from './telemetry-load.ts'
import { addDevices, ports, rowsOf } from './telemetry-stage.ts'
import { replayTaxis } from './telemetry-taxis.ts'

const gateways = 50
const perGateway = 100
const terminals = 200
const rounds = 3
const run = promisify(execFile)

const start = async (stage: Stage): Promise<ChildProcess> => {
  const { http, mqtt, jt808 } = ports
  const child = spawn(process.execPath, ['bench/telemetry-server.ts', stage.dir, String(http), String(mqtt), String(jt808)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('ready') && resolve())
    child.on('exit', (code) => reject(new Error(`server ended with ${code}`)))
  })
  return child
}
const load = async (plan: DevicePlan): Promise<DeviceResult> => {
  const { stdout } = await run(process.execPath, ['--max-old-space-size=4096', 'bench/telemetry-load.ts', JSON.stringify(plan)], {
    maxBuffer: 1e8,
  })
  return JSON.parse(stdout) as DeviceResult
}
interface Rate {
  readonly perSecond: number
  readonly lost: number
  readonly p50: number
  readonly p99: number
}
const hourMs = 3_600_000
/** Every round writes hours of its own, so that nothing is there before. */
const createClock = () => {
  const begin = Math.floor(Date.now() / hourMs) * hourMs - 15 * 24 * hourMs
  let hour = 0
  return (): number => begin + hour++ * 2 * hourMs
}
const measure = async (stage: Stage, table: CopyTable, plan: DevicePlan): Promise<Rate> => {
  const before = await rowsOf(stage, table)
  const result = await load(plan)
  const points = result.acknowledged * plan.points
  const there = (await rowsOf(stage, table)) - before
  if (result.refused > 0) console.error(`${plan.kind}: ${result.refused} not acknowledged`)
  return { perSecond: points / result.seconds, lost: points - there, p50: result.p50, p99: result.p99 }
}
const summary = (rates: readonly Rate[]) => ({
  perSecond: Math.round(median(rates.map((r) => r.perSecond))),
  lost: rates.reduce((sum, r) => sum + r.lost, 0),
  p50: median(rates.map((r) => r.p50)),
  p99: median(rates.map((r) => r.p99)),
  rounds: rates.map((r) => Math.round(r.perSecond)),
})

export const benchTelemetry = async (): Promise<Record<string, unknown>> => {
  const stage = await setStage()
  const hubs = await addDevices(
    stage,
    Array.from({ length: gateways }, (_, n) => ({ number: `BG-${n}`, kind: 'gateway' })),
  )
  const sensors = await addDevices(
    stage,
    Array.from({ length: gateways * perGateway }, (_, n) => ({
      number: `BS-${n}`,
      kind: 'environment',
      gateway: hubs[Math.floor(n / perGateway)],
    })),
  )
  const trucks = await addDevices(
    stage,
    Array.from({ length: terminals }, (_, n) => ({ number: String(13_000_000_000 + n), kind: 'terminal' })),
  )
  const server = await start(stage)
  const clock = createClock()
  const common = { devicesPerConnection: perGateway, points: 1 }
  const mqtt = (messages: number, rate?: number): DevicePlan => ({
    ...common,
    kind: 'mqtt',
    port: ports.mqtt,
    connections: gateways,
    inFlight: 100,
    messages,
    from: clock(),
    rate,
  })
  const jt808 = (messages: number, inFlight = 16): DevicePlan => ({
    ...common,
    kind: 'jt808',
    port: ports.jt808,
    connections: terminals,
    inFlight,
    messages,
    from: clock(),
  })
  const http = (messages: number): DevicePlan => ({
    ...common,
    kind: 'http',
    port: ports.http,
    connections: 16,
    inFlight: 1,
    points: 1000,
    messages,
    from: clock(),
  })
  const copy = async (table: CopyTable, devices: readonly string[]): Promise<number> => {
    await makeCopyTable(stage, table)
    return copyRate(stage, { table, devices, rows: 400_000, batch: 4000, from: clock() })
  }
  try {
    await load(mqtt(40_000))
    await load(jt808(80_000))
    await load(http(100))
    const all: Record<'mqtt' | 'jt808' | 'http', Rate[]> = { mqtt: [], jt808: [], http: [] }
    const copies: Record<CopyTable, number[]> = { reading: [], position: [] }
    for (let n = 0; n < rounds; n++) {
      all.mqtt.push(await measure(stage, 'reading', mqtt(200_000)))
      copies.reading.push(await copy('reading', sensors))
      all.http.push(await measure(stage, 'reading', http(400)))
      all.jt808.push(await measure(stage, 'position', jt808(400_000)))
      copies.position.push(await copy('position', trucks))
    }
    const [m, j, h] = [summary(all.mqtt), summary(all.jt808), summary(all.http)]
    const [readingCopy, positionCopy] = [median(copies.reading), median(copies.position)]
    const half = await measure(stage, 'reading', mqtt(Math.round(m.perSecond * 4), m.perSecond / 2))
    const single = await measure(stage, 'position', jt808(100_000, 1))
    return {
      bench: 'telemetry',
      pointsPerSecond: m.perSecond,
      lost: m.lost + j.lost + h.lost + half.lost + single.lost,
      mqttQos1: m,
      mqttHalfLoad: { perSecond: Math.round(half.perSecond), p50: half.p50, p99: half.p99 },
      jt808: { inFlight16: j, inFlight1: { perSecond: Math.round(single.perSecond), p50: single.p50, p99: single.p99 } },
      httpBatches: h,
      copy: {
        readingsPerSecond: Math.round(readingCopy),
        readingRounds: copies.reading.map(Math.round),
        positionsPerSecond: Math.round(positionCopy),
        positionRounds: copies.position.map(Math.round),
      },
      httpToCopy: round(median(all.http.map((r, i) => r.perSecond / (copies.reading[i] ?? 1)))),
      taxis: await replayTaxis(stage),
      goals: { mqtt: '>= 15000/s, 0 lost', jt808: '>= 50000/s at 16 in flight', http: '>= 0.6 of COPY' },
    }
  } finally {
    server.kill('SIGTERM')
    await new Promise((resolve) => server.on('exit', resolve))
    await stage.close()
  }
}
