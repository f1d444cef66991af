/**
 * The same reports asked by wrk, where the machine has it: written in C as pgbench is, so that neither side of the comparison
 * pays for a heavy client on the same two cores. One thread, one request in flight on each connection.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type LoadPlan, type LoadResult, texts } from './load.ts'

export const hasWrk = (): boolean => spawnSync('wrk', ['--version']).error === undefined

const script = (plan: LoadPlan, run: string): string => {
  const [west, south, east, north] = plan.box
  return `local texts = { ${texts.map((t) => JSON.stringify(t)).join(', ')} }
local headers = { ["authorization"] = "Bearer ${plan.token}", ["content-type"] = "application/json" }
local n = 0
math.randomseed(os.time())
request = function()
  n = n + 1
  local lon = ${west} + math.random() * ${east - west}
  local lat = ${south} + math.random() * ${north - south}
  local body = '{"description":"' .. texts[n % #texts + 1] .. '(第' .. n .. '次上报,请尽快处理)","source":"collector","lon":' .. lon .. ',"lat":' .. lat
    .. ',"categoryKind":"matter","category":"09006","reporterName":"采集员","clientKey":"${run}-' .. n .. '"}'
  return wrk.format("POST", "${plan.path}", headers, body)
end
done = function(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
  io.write(string.format('RESULT {"done":%d,"failed":%d,"seconds":%.6f,"p50":%.3f,"p99":%.3f}\\n',
    summary.requests - failed, failed, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
`
}
let runs = 0
/** @param dir where the script of the run is written */
export const askByWrk = (dir: string, plan: LoadPlan): LoadResult => {
  const file = join(dir, 'intake.lua')
  const ask = (seconds: number): string => {
    writeFileSync(file, script(plan, `${process.pid}-${runs++}`))
    const args = ['-t', '1', '-c', String(plan.connections), '-d', `${seconds}s`, '-s', file, `http://127.0.0.1:${plan.port}`]
    return execFileSync('wrk', args, { encoding: 'utf8' })
  }
  // The first second warms the connections up, and is not counted.
  ask(1)
  const result = /^RESULT (.*)$/m.exec(ask(plan.seconds))?.[1]
  if (!result) throw new Error('wrk said nothing')
  return JSON.parse(result) as LoadResult
}
