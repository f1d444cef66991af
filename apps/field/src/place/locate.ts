/** Where this device is. Asked only while something on the screen needs it: a battery lasts a shift. */
import { onBeforeUnmount, ref, shallowRef } from 'vue'

export interface Position {
  readonly lon: number
  readonly lat: number
  readonly accuracyM: number
  readonly at: number
}
export type LocateState = 'asking' | 'found' | 'denied' | 'unknown'
const positionOf = ({ coords, timestamp }: GeolocationPosition): Position => ({
  lon: coords.longitude,
  lat: coords.latitude,
  accuracyM: Math.round(coords.accuracy),
  at: timestamp,
})
/** Last known place of this visit, so that the next screen need not wait. */
export const lastPosition = shallowRef<Position | null>(null)
const goodM = 25
const patienceMs = 20_000

/** Follows the position until it is good enough or the patience ends; `again` asks once more. */
export const useLocate = () => {
  const position = shallowRef<Position | null>(null)
  const state = ref<LocateState>('asking')
  let watch: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    if (watch !== undefined) navigator.geolocation.clearWatch(watch)
    clearTimeout(timer)
    watch = undefined
  }
  const again = (): void => {
    stop()
    if (!('geolocation' in navigator)) {
      state.value = 'unknown'
      return
    }
    state.value = 'asking'
    watch = navigator.geolocation.watchPosition(
      (given) => {
        const next = positionOf(given)
        lastPosition.value = next
        if (!position.value || next.accuracyM <= position.value.accuracyM) position.value = next
        state.value = 'found'
        if (next.accuracyM <= goodM) stop()
      },
      (error) => {
        if (!position.value) state.value = error.code === error.PERMISSION_DENIED ? 'denied' : 'unknown'
      },
      { enableHighAccuracy: true, maximumAge: 5000, timeout: patienceMs },
    )
    timer = setTimeout(stop, patienceMs)
  }
  onBeforeUnmount(stop)
  return { position, state, again, stop }
}
/** One position, quickly, for sorting by distance. */
export const askPosition = (): Promise<Position | null> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(null)
    navigator.geolocation.getCurrentPosition(
      (given) => {
        lastPosition.value = positionOf(given)
        resolve(lastPosition.value)
      },
      () => resolve(lastPosition.value),
      { maximumAge: 60_000, timeout: 8000 },
    )
  })
