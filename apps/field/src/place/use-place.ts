/** The place of a report: said by hand first, then the device, then the camera; with its name and whether it is ours. */
import { computed, ref, watch } from 'vue'
import { get } from '#kernel/web/call.ts'
import { quietly } from '../error-text.ts'
import { useLocate } from './locate.ts'
import type { ChosenPlace } from './PlaceSheet.vue'

interface Point {
  readonly lon: number
  readonly lat: number
}
export const usePlace = (form: { chosen: ChosenPlace | null }, fromPhoto: () => Point | null) => {
  const { position, state, again } = useLocate()
  const label = ref('')
  const isInside = ref(true)
  const place = computed<Point | null>(() => form.chosen ?? position.value ?? fromPhoto())
  const describe = async (at: Point): Promise<void> => {
    const found = await get<{ label: string; areaCode: string | null }>('/grid/describe', { lon: at.lon, lat: at.lat })
    if (place.value !== at) return
    label.value = found.label
    isInside.value = found.areaCode !== null
  }
  watch(place, (at) => at && !form.chosen && quietly(describe(at)))
  const choose = (to: ChosenPlace): void => {
    form.chosen = to
    label.value = to.label
    isInside.value = to.isInside
  }
  return { position, state, again, label, isInside, place, choose }
}
