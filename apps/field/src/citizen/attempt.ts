/** One thing at a time: whether it is under way, and why it did not work. */
import { type Ref, ref } from 'vue'
import { errorText } from '../error-text.ts'

export interface Attempt {
  readonly isBusy: Ref<boolean>
  readonly problem: Ref<string>
  readonly attempt: (work: () => Promise<void>) => Promise<void>
}
export const useAttempt = (): Attempt => {
  const isBusy = ref(false)
  const problem = ref('')
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    isBusy.value = true
    problem.value = ''
    try {
      await work()
    } catch (error) {
      problem.value = errorText(error)
    } finally {
      isBusy.value = false
    }
  }
  return { isBusy, problem, attempt }
}
