/** Live changes: one stream per window; screens listen and refresh quietly. */
import { onBeforeUnmount } from 'vue'

export type Change = readonly [
  district: string,
  subjectType: string,
  subjectId: string,
  action: string,
  status: string | null,
  lon: number | null,
  lat: number | null,
]
type Watcher = (changes: readonly Change[]) => void
const watchers = new Set<Watcher>()
let source: EventSource | undefined
let retry: ReturnType<typeof setTimeout> | undefined

const connect = (): void => {
  if (source || watchers.size === 0) return
  source = new EventSource('/api/events')
  source.onmessage = (event: MessageEvent<string>) => {
    const changes = JSON.parse(event.data) as readonly Change[]
    for (const watcher of watchers) watcher(changes)
  }
  source.onerror = () => {
    if (source?.readyState !== EventSource.CLOSED) return
    disconnect()
    retry = setTimeout(connect, 10_000)
  }
}
export const disconnect = (): void => {
  clearTimeout(retry)
  source?.close()
  source = undefined
}
/** Runs at most once in `quietMs` after changes that concern the caller. */
export const useLive = (concerns: (change: Change) => boolean, refresh: () => void, quietMs = 2500): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const watcher: Watcher = (changes) => {
    if (timer || document.hidden || !changes.some(concerns)) return
    timer = setTimeout(() => {
      timer = undefined
      refresh()
    }, quietMs)
  }
  watchers.add(watcher)
  connect()
  onBeforeUnmount(() => {
    clearTimeout(timer)
    watchers.delete(watcher)
    if (watchers.size === 0) disconnect()
  })
}
