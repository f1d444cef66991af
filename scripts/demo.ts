/** `npm run demo -- --day rainstorm [--speed 60]`: the simulated district living through a named day. */
import { spawn } from 'node:child_process'
import { days } from '#sim/life/days.ts'

const value = (name: string, fallback: string): string => {
  const at = process.argv.indexOf(`--${name}`)
  return at > 0 ? (process.argv[at + 1] ?? fallback) : fallback
}
const day = value('day', 'rainstorm')
if (!(day in days)) {
  console.error(
    `没有“${day}”这一天;有:${Object.entries(days)
      .map(([id, d]) => `${id}(${d.zh})`)
      .join('、')}`,
  )
  process.exit(1)
}
const child = spawn(process.execPath, ['apps/server/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, CITYLOOP_DAY: day, CITYLOOP_SPEED: value('speed', '60') },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 0))
