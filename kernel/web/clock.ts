/** The platform's time on the screen. The server's clock is asked now and then and its pace followed, so that a replayed day runs too. */
import { ref } from 'vue'
import { get } from './call.ts'

const everyMs = 20_000
let base = { server: Date.now(), local: performance.now(), pace: 1 }
/** Changes every five seconds; read it where a relative time is shown. */
export const tick = ref(Date.now())
export const serverNow = (): number => base.server + (performance.now() - base.local) * base.pace

export const setServerNow = (iso: string): void => {
  const server = Date.parse(iso)
  const local = performance.now()
  const passed = local - base.local
  const pace = isStarted && passed > 5000 ? Math.min(100_000, Math.max(0, (server - base.server) / passed)) : base.pace
  base = { server, local, pace: Math.abs(pace - 1) < 0.1 ? 1 : pace }
  tick.value = server
}
let isStarted = false
export const followServerClock = (): void => {
  if (isStarted) return
  isStarted = true
  setInterval(() => {
    tick.value = serverNow()
  }, 5000)
  const ask = (): void => {
    if (document.hidden) return
    get<{ now: string }>('/health')
      .then(({ now }) => setServerNow(now))
      .catch(() => undefined)
  }
  setTimeout(ask, 6000)
  setInterval(ask, everyMs)
}
