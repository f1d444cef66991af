/** Loading for a screen: the skeleton only after 200 ms, a failure in words, the last known answer without a network. */
import { computed, ref, shallowRef } from 'vue'
import { errorText } from '../error-text.ts'

const patienceMs = 200
export const useLoad = <T>(ask: () => Promise<{ readonly value: T; readonly keptAt: number | null }>) => {
  const data = shallowRef<T | null>(null)
  const keptAt = ref<number | null>(null)
  const error = ref('')
  const isBusy = ref(false)
  const isLate = ref(false)
  let turn = 0
  const load = async (): Promise<void> => {
    const mine = ++turn
    isBusy.value = true
    const timer = setTimeout(() => {
      isLate.value = mine === turn
    }, patienceMs)
    try {
      const answer = await ask()
      if (mine !== turn) return
      data.value = answer.value
      keptAt.value = answer.keptAt
      error.value = ''
    } catch (failure) {
      if (mine === turn) error.value = errorText(failure)
    } finally {
      clearTimeout(timer)
      if (mine === turn) {
        isBusy.value = false
        isLate.value = false
      }
    }
  }
  return { data, keptAt, error, isBusy, isSlow: computed(() => isLate.value && data.value === null), load }
}
