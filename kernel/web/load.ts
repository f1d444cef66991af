/** Loading something for a screen: the newest question wins, the skeleton comes only after 200 ms, a failure is kept in words. */
import { ElMessage } from 'element-plus'
import { computed, ref, shallowRef } from 'vue'
import { CallError } from './call.ts'
import { locale, t } from './i18n/index.ts'

const patienceMs = 200
export const errorText = (error: unknown): string => {
  if (error instanceof CallError) return locale() === 'en' ? error.en : error.message
  return t('error.bug')
}
export const useLoad = <T>(ask: (signal: AbortSignal) => Promise<T>) => {
  const data = shallowRef<T | null>(null)
  const error = ref('')
  const isBusy = ref(false)
  const isSlow = ref(false)
  let current: AbortController | undefined
  const load = async (): Promise<void> => {
    current?.abort()
    const mine = new AbortController()
    current = mine
    isBusy.value = true
    const timer = setTimeout(() => {
      if (current === mine) isSlow.value = true
    }, patienceMs)
    try {
      const answer = await ask(mine.signal)
      if (current !== mine) return
      data.value = answer
      error.value = ''
    } catch (failure) {
      if (current === mine && !mine.signal.aborted) error.value = errorText(failure)
      if (!(failure instanceof CallError) && !mine.signal.aborted) console.error(failure)
    } finally {
      clearTimeout(timer)
      if (current === mine) {
        isBusy.value = false
        isSlow.value = false
      }
    }
  }
  return { data, error, isBusy, isSlow: computed(() => isSlow.value && data.value === null), load }
}

/** Does something on a click, telling a failure in words. */
export const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof CallError)) console.error(error)
    ElMessage.error({ message: errorText(error), duration: 6000, showClose: true })
    return undefined
  }
}
