/// <reference lib="webworker" />
/**
 * The service worker: the app's own files from the device; photos, ground tiles and categories as they were last seen; and the queue
 * when the system wakes it with a network. A new version waits until the person takes it.
 */
import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching'
import { pump } from './queue/pump.ts'

declare const self: ServiceWorkerGlobalScope
declare const __SHELL__: readonly PrecacheEntry[]
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}

cleanupOutdatedCaches()
const isPage = (request: Request): boolean => request.mode === 'navigate' && new URL(request.url).pathname.startsWith('/m')
self.addEventListener('fetch', (event) => {
  if (isPage(event.request)) event.respondWith(matchPrecache('/m/index.html').then((page) => page ?? fetch(event.request)))
})
precacheAndRoute([...__SHELL__])

/** Kept as first seen: their address never shows anything else. */
const fixed = { name: 'field photos', limit: 600, test: /^\/api\/files\/[^/]+(\/thumb)?$|^\/m\/assets\/(engine|maplibre)/ }
/** Shown at once as last seen, fetched again behind it. */
const moving = {
  name: 'field ground',
  limit: 3000,
  test: /^\/api\/(public\/)?tiles\/(areas|grid\.road|grid\.building)\/|^\/api\/codes\/|^\/api\/public\/entries$|^\/api\/cases\/categories$/,
}
const trim = async (cache: Cache, limit: number): Promise<void> => {
  const keys = await cache.keys()
  for (const key of keys.slice(0, Math.max(0, keys.length - limit))) await cache.delete(key)
}
const fetchInto = async (kind: typeof fixed, request: Request): Promise<Response> => {
  const response = await fetch(request)
  if (response.status === 200) {
    const cache = await caches.open(kind.name)
    await cache.put(request, response.clone())
    if (Math.random() < 0.02) await trim(cache, kind.limit)
  }
  return response
}
const fromFixed = async (request: Request): Promise<Response> =>
  (await caches.match(request, { cacheName: fixed.name })) ?? fetchInto(fixed, request)
const fromMoving = async (event: FetchEvent): Promise<Response> => {
  const known = await caches.match(event.request, { cacheName: moving.name })
  const fresh = fetchInto(moving, event.request)
  if (!known) return fresh
  event.waitUntil(fresh.catch(() => undefined))
  return known
}
self.addEventListener('fetch', (event) => {
  const { pathname, origin } = new URL(event.request.url)
  if (event.request.method !== 'GET' || origin !== self.location.origin || event.request.headers.has('range')) return
  if (fixed.test.test(pathname)) event.respondWith(fromFixed(event.request))
  else if (moving.test.test(pathname)) event.respondWith(fromMoving(event))
})
self.addEventListener('message', (event: ExtendableMessageEvent) => {
  if (event.data === 'take over') self.skipWaiting().catch(() => undefined)
})
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
self.addEventListener('sync', (event) => {
  if ((event as SyncEvent).tag === 'queue') (event as SyncEvent).waitUntil(pump(true))
})
