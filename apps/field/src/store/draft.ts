/** A half-written form with its photos, kept on the device at every change: a killed app or a new version loses nothing. */
import { onBeforeUnmount, type Ref, watch } from 'vue'
import type { TakenPhoto } from '../photo/shrink.ts'
import { openStore } from './db.ts'

interface KeptPhoto {
  readonly name: string
  readonly type: string
  readonly bytes: ArrayBuffer
  readonly place: TakenPhoto['place']
}
interface KeptDraft {
  readonly values: unknown
  readonly photos: Readonly<Record<string, readonly KeptPhoto[]>>
}
type PhotoRefs = Readonly<Record<string, Ref<readonly TakenPhoto[]>>>
const quietMs = 300
const toKept = async (photo: TakenPhoto): Promise<KeptPhoto> => ({
  name: photo.name,
  type: photo.blob.type,
  bytes: await photo.blob.arrayBuffer(),
  place: photo.place,
})
const fromKept = (photo: KeptPhoto): TakenPhoto => ({
  name: photo.name,
  blob: new Blob([photo.bytes], { type: photo.type }),
  place: photo.place,
})
export const useDraft = <T extends object>(key: string, values: T, photos: PhotoRefs, isEmpty: () => boolean) => {
  const id = `draft ${key}`
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReady = false
  const save = async (): Promise<void> => {
    const db = await openStore()
    if (isEmpty()) return db.delete('kept', id)
    const kept: Record<string, readonly KeptPhoto[]> = {}
    for (const [name, list] of Object.entries(photos)) kept[name] = await Promise.all(list.value.map(toKept))
    await db.put('kept', { key: id, at: Date.now(), value: { values: JSON.parse(JSON.stringify(values)), photos: kept } })
  }
  const soon = (): void => {
    if (!isReady) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      save().catch(() => undefined)
    }, quietMs)
  }
  watch([() => ({ ...values }), ...Object.values(photos)], soon, { deep: true })
  onBeforeUnmount(() => clearTimeout(timer))
  return {
    restore: async (): Promise<boolean> => {
      const found = await (await openStore()).get('kept', id)
      const draft = found?.value as KeptDraft | undefined
      if (draft) {
        Object.assign(values, draft.values)
        for (const [name, list] of Object.entries(draft.photos)) {
          const target = photos[name]
          if (target) target.value = list.map(fromKept)
        }
      }
      isReady = true
      return draft !== undefined
    },
    clear: async (): Promise<void> => {
      clearTimeout(timer)
      isReady = false
      await (await openStore()).delete('kept', id)
    },
  }
}
