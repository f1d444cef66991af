/** An officer's report: to be handled, solved on the spot, or just put right by word of mouth. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { codeOptions } from '#kernel/web/codes.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'
import { quietly } from '../error-text.ts'
import type { TakenPhoto } from '../photo/shrink.ts'
import type { ChosenPlace } from '../place/PlaceSheet.vue'
import { usePlace } from '../place/use-place.ts'
import type { NewEntry } from '../queue/keep.ts'
import { enqueue } from '../queue/use-queue.ts'
import { useDraft } from '../store/draft.ts'
import { type NearComponent, nearComponents } from './near.ts'
import { countOnPatrol } from './patrol.ts'
import { entryOf, type Mode } from './report-entry.ts'

export const mostPhotos = 9
export const useReportForm = () => {
  const meta = useMeta()
  const form = reactive({
    mode: 'report' as Mode,
    /** "component:01037", "matter:06010" */
    category: '',
    words: '',
    address: '',
    result: '',
    isUrgent: false,
    component: null as NearComponent | null,
    matter: '',
    chosen: null as ChosenPlace | null,
  })
  const photos = shallowRef<readonly TakenPhoto[]>([])
  const afterPhotos = shallowRef<readonly TakenPhoto[]>([])
  const problem = ref('')
  const isBusy = ref(false)
  const near = shallowRef<readonly NearComponent[]>([])
  const where = usePlace(form, () => photos.value.find((p) => p.place)?.place ?? null)
  const { place, label, again } = where
  const isBlank = (): boolean => photos.value.length === 0 && !form.words && !form.category
  const draft = useDraft('report', form, { photos, afterPhotos }, isBlank)
  const mayCorrect = computed(() => meta.definition('intake.correction')?.mayWrite === true)
  const matters = computed(() => meta.definition('intake.correction')?.fields.find((f) => f.name === 'matter')?.choices ?? [])
  watch(place, (at) => {
    if (at) quietly(nearComponents(at).then((found) => (near.value = found)))
  })
  const chosenCode = computed(() => {
    const [kind, code] = form.category.split(':')
    return codeOptions('category').find((o) => o.kind === kind && o.code === code)
  })
  const takeComponent = (component: NearComponent | null): void => {
    form.component = component
    if (component) form.category = `component:${component.category}`
  }
  const words = computed(() => form.words.trim() || chosenCode.value?.zh || form.component?.name || '')
  const missing = computed(() => {
    if (form.mode === 'correction') {
      if (!form.matter) return t('report.needMatter')
      return photos.value.length === 0 ? t('report.needPhoto') : ''
    }
    if (words.value.length < 2) return t('snap.needWords')
    if (!place.value && form.address.trim().length < 2) return t('snap.needPlace')
    if (form.mode === 'solved' && (photos.value.length === 0 || afterPhotos.value.length === 0)) return t('report.needBoth')
    return form.mode === 'solved' && form.result.trim().length < 2 ? t('report.needResult') : ''
  })
  const entry = (): NewEntry =>
    entryOf({
      mode: form.mode,
      title: words.value,
      note: form.words.trim(),
      address: (form.address.trim() || label.value).slice(0, 256),
      code: chosenCode.value,
      component: form.component?.id,
      matter: matters.value.find((m) => m.value === form.matter),
      result: form.result.trim(),
      isUrgent: form.isUrgent,
      place: place.value ? { lon: place.value.lon, lat: place.value.lat } : null,
      photos: photos.value,
      afterPhotos: afterPhotos.value,
    })
  const submit = async (): Promise<boolean> => {
    problem.value = missing.value
    if (problem.value || isBusy.value) return false
    isBusy.value = true
    try {
      await enqueue(entry())
      await countOnPatrol(form.mode === 'correction' ? 'corrected' : 'found')
      await draft.clear()
      return true
    } catch (error) {
      console.error(error)
      problem.value = t('snap.notSaved')
      return false
    } finally {
      isBusy.value = false
    }
  }
  const begin = async (): Promise<void> => {
    again()
    codeOptions('category')
    await draft.restore()
  }
  const view = { photos, afterPhotos, near, matters, mayCorrect, problem, isBusy }
  return { form, ...view, ...where, begin, takeComponent, submit }
}
