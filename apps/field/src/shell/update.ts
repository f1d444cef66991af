/** The service worker from the page's side: a newer version is offered, never forced; what is half-written is on the device anyway. */
import { ref } from 'vue'

let waiting: ServiceWorker | null = null
export const hasUpdate = ref(false)
const offer = (worker: ServiceWorker | null): void => {
  waiting = worker
  hasUpdate.value = worker !== null
}
const watchFor = (registration: ServiceWorkerRegistration): void => {
  if (registration.waiting && navigator.serviceWorker.controller) offer(registration.waiting)
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && navigator.serviceWorker.controller) offer(worker)
    })
  })
}
const everyMs = 30 * 60_000
export const startServiceWorker = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker
    .register('/m/sw.js', { scope: '/m/' })
    .then((registration) => {
      watchFor(registration)
      setInterval(() => registration.update().catch(() => undefined), everyMs)
    })
    .catch((error: unknown) => console.error(error))
}
export const takeUpdate = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  waiting?.postMessage('take over')
}
/** Asks the browser not to clear the device's store when space is short. */
export const persist = async (): Promise<boolean> => (await navigator.storage?.persist?.()) ?? false
export const isPersisted = async (): Promise<boolean> => (await navigator.storage?.persisted?.()) ?? false
/** What only this person may see leaves the device with their sign-out. */
export const forgetCaches = async (): Promise<void> => {
  if ('caches' in window) await caches.delete('field photos')
}
