/** A patrol: positions only while it lasts, each on the disk as it comes, so that a killed app goes on where it was. */
import { computed, shallowRef } from 'vue'
import { serverNow } from '#kernel/web/clock.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'
import { lengthOf, metresBetween } from '../place/distance.ts'
import { lastPosition } from '../place/locate.ts'
import { newKey } from '../queue/entry.ts'
import { getEntry } from '../queue/keep.ts'
import { enqueue } from '../queue/use-queue.ts'
import { openStore, type Patrol, type TrackPoint } from '../store/db.ts'
import { me } from './session.ts'

export const currentPatrol = shallowRef<Patrol | null>(null)
const points = shallowRef<readonly TrackPoint[]>([])
export const problemKey = shallowRef('')
export const track = computed(() => points.value.map((p) => [p.lon, p.lat] as const))
export const distanceM = computed(() => lengthOf(track.value))
/** A position worth keeping: sure enough, and some steps from the last. */
const leastStepM = 8
const roughM = 60
let watch: number | undefined

const take = async ({ coords, timestamp }: GeolocationPosition): Promise<void> => {
  const patrol = currentPatrol.value
  if (!patrol) return
  const point: TrackPoint = {
    patrol: patrol.id,
    lon: Number(coords.longitude.toFixed(6)),
    lat: Number(coords.latitude.toFixed(6)),
    at: timestamp,
    accuracyM: Math.round(coords.accuracy),
  }
  lastPosition.value = point
  problemKey.value = point.accuracyM > roughM ? 'patrol.rough' : ''
  const last = points.value.at(-1)
  if (point.accuracyM > roughM || (last && metresBetween([last.lon, last.lat], [point.lon, point.lat]) < leastStepM)) return
  points.value = [...points.value, point]
  await (await openStore()).add('points', point)
}
let screen: { release: () => Promise<void> } | undefined
const follow = (): void => {
  if (watch !== undefined || !('geolocation' in navigator)) return
  watch = navigator.geolocation.watchPosition(
    (given) => {
      take(given).catch(() => {
        problemKey.value = 'patrol.notKept'
      })
    },
    () => {
      problemKey.value = 'patrol.noPlace'
    },
    { enableHighAccuracy: true, maximumAge: 3000, timeout: 30_000 },
  )
}
const unfollow = (): void => {
  if (watch !== undefined) navigator.geolocation.clearWatch(watch)
  watch = undefined
  screen?.release().catch(() => undefined)
  screen = undefined
}
/** A dark screen stops the positions of most phones. */
export const keepAwake = async (): Promise<void> => {
  if ('wakeLock' in navigator) screen = await navigator.wakeLock.request('screen')
}
const drop = async (id: string): Promise<void> => {
  const tx = (await openStore()).transaction(['patrols', 'points'], 'readwrite')
  await tx.objectStore('patrols').delete(id)
  for (const key of await tx.objectStore('points').index('patrol').getAllKeys(id)) await tx.objectStore('points').delete(key)
  await tx.done
}
/** Goes on with a patrol that was not ended: after a reload, a crash, an empty battery. */
export const resumePatrol = async (): Promise<void> => {
  if (currentPatrol.value) return
  const db = await openStore()
  const own = (await db.getAll('patrols')).find((p) => p.personId === me()?.personId)
  if (!own) return
  // Killed between saving the record and clearing the track.
  if (await getEntry(own.id)) return drop(own.id)
  currentPatrol.value = own
  points.value = await db.getAllFromIndex('points', 'patrol', own.id)
  follow()
}
/** Whose rounds this person walks. */
export const patrolKind = (): 'officer' | 'collector' => (useMeta().may('cases.handle') ? 'officer' : 'collector')
export const beginPatrol = async (plan: string | null): Promise<void> => {
  const patrol: Patrol = { id: newKey(), personId: me()?.personId ?? '', startedAt: serverNow(), plan, found: 0, corrected: 0 }
  await (await openStore()).put('patrols', patrol)
  currentPatrol.value = patrol
  points.value = []
  follow()
}
export const countOnPatrol = async (what: 'found' | 'corrected'): Promise<void> => {
  const patrol = currentPatrol.value
  if (!patrol) return
  const next = { ...patrol, [what]: patrol[what] + 1 }
  await (await openStore()).put('patrols', next)
  currentPatrol.value = next
}
/** Signing out: nothing follows this phone any more; the track waits for its person. */
export const leavePatrol = (): void => {
  unfollow()
  currentPatrol.value = null
  points.value = []
}
export const endPatrol = async (summary: string): Promise<void> => {
  const patrol = currentPatrol.value
  if (!patrol) return
  const endedAt = serverNow()
  await enqueue({
    clientKey: patrol.id,
    personId: patrol.personId,
    title: t('patrol.record'),
    work: {
      kind: 'record',
      definition: 'intake.patrol',
      place: null,
      at: new Date(endedAt).toISOString(),
      values: {
        who: patrolKind(),
        startedAt: new Date(patrol.startedAt).toISOString(),
        endedAt: new Date(endedAt).toISOString(),
        track: track.value,
        distanceM: Math.round(distanceM.value),
        found: patrol.found,
        corrected: patrol.corrected,
        summary,
        ...(patrol.plan ? { plan: patrol.plan } : {}),
      },
    },
    files: [],
  })
  unfollow()
  await drop(patrol.id)
  currentPatrol.value = null
  points.value = []
}
