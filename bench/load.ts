/** A small load generator in a process of its own: raw sockets, one request in flight each, closed loop or at a given rate. */
import { connect } from 'node:net'

export interface LoadPlan {
  readonly port: number
  readonly connections: number
  readonly seconds: number
  readonly token: string
  readonly path: string
  /** Requests a second over all connections; absent: as fast as answers come. */
  readonly rate?: number
  readonly box: readonly [west: number, south: number, east: number, north: number]
}
export interface LoadResult {
  readonly done: number
  readonly failed: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
}
const warmUpMs = 1000
export const texts = [
  '流动摊贩占道经营影响通行',
  '路边垃圾成堆无人清理',
  '井盖松动车压过去有响声',
  '路灯不亮晚上一片漆黑',
  '店外摆放货物占用人行道',
  '工地出口带泥路面全是土',
]

/** Bytes of the answer that begins here; more than there are while its head is not whole. */
const wholeLength = (answer: Buffer): number => {
  const body = answer.indexOf('\r\n\r\n')
  const length = answer.indexOf('content-length: ')
  if (body < 0 || length < 0) return Number.POSITIVE_INFINITY
  return body + 4 + Number.parseInt(answer.toString('latin1', length + 16, length + 26), 10)
}

export const runLoad = (plan: LoadPlan): Promise<LoadResult> =>
  new Promise((resolve) => {
    const latencies: number[] = []
    let failed = 0
    let open = plan.connections
    const began = performance.now()
    // The first second warms this process and its connections up, and is not counted.
    const counted = began + warmUpMs
    const end = counted + plan.seconds * 1000
    let sent = 0
    const head = `POST ${plan.path} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${plan.token}\r\ncontent-type: application/json\r\ncontent-length: `
    const [west, south, east, north] = plan.box
    // Put together by hand: what this process takes of the machine, the one it asks does not have.
    const request = (): string => {
      const n = sent++
      const lon = west + Math.random() * (east - west)
      const lat = south + Math.random() * (north - south)
      const body = `{"description":"${texts[n % texts.length]}(第${n}次上报,请尽快处理)","source":"collector","lon":${lon},"lat":${lat},"categoryKind":"matter","category":"09006","reporterName":"采集员","clientKey":"${process.pid}-${n}"}`
      return `${head}${Buffer.byteLength(body)}\r\n\r\n${body}`
    }
    const finish = (): void => {
      if (--open > 0) return
      const sorted = latencies.sort((a, b) => a - b)
      const at = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0
      resolve({ done: sorted.length, failed, seconds: (performance.now() - counted) / 1000, p50: at(0.5), p99: at(0.99) })
    }
    for (let c = 0; c < plan.connections; c++) {
      const socket = connect(plan.port, '127.0.0.1')
      let started = 0
      let buffered: Buffer | undefined
      const every = plan.rate ? (plan.connections / plan.rate) * 1000 : 0
      let due = began + (every * c) / plan.connections
      const next = (): void => {
        const now = performance.now()
        if (now >= end) return void socket.end()
        if (every > 0 && now < due) return void setTimeout(next, due - now)
        started = every > 0 ? due : now
        due += every
        socket.write(request())
      }
      socket.setNoDelay(true)
      socket.on('connect', next)
      socket.on('data', (chunk: Buffer) => {
        const answer = buffered ? Buffer.concat([buffered, chunk]) : chunk
        buffered = answer
        if (answer.length < wholeLength(answer)) return
        buffered = undefined
        // "HTTP/1.1 20x"
        if (answer[9] !== 0x32 || answer[10] !== 0x30) failed++
        else if (started >= counted) latencies.push(performance.now() - started)
        next()
      })
      socket.on('error', () => failed++)
      socket.on('close', finish)
    }
  })

if (process.argv[1]?.endsWith('load.ts') && process.argv[2]) {
  const result = await runLoad(JSON.parse(process.argv[2]) as LoadPlan)
  console.log(JSON.stringify({ ...result, cpu: process.cpuUsage().user + process.cpuUsage().system }))
}
