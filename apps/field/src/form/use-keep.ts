/** Keeping what was filled in: checked by its form, written to the device once, a failure said under it. */
import { type Ref, ref } from 'vue'
import type { Values } from '#kernel/web/form/validate.ts'
import { t } from '#kernel/web/i18n/index.ts'

interface Checked {
  /** What to send, or undefined after showing what is wrong. */
  readonly submit: () => Values | undefined
}
export const useKeep = (form: Readonly<Ref<Checked | null>>, keep: (filled: Values) => Promise<void>) => {
  const isBusy = ref(false)
  const problem = ref('')
  const submit = async (): Promise<void> => {
    const filled = form.value?.submit()
    if (!filled || isBusy.value) return
    isBusy.value = true
    try {
      await keep(filled)
    } catch (error) {
      console.error(error)
      problem.value = t('snap.notSaved')
    } finally {
      isBusy.value = false
    }
  }
  return { isBusy, problem, submit }
}
