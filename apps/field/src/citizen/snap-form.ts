/** A citizen's report: what, where, pictures; sent once, from the device's queue. */
import { computed, reactive, ref, shallowRef } from 'vue'
import { t } from '#kernel/web/i18n/index.ts'
import { quietly } from '../error-text.ts'
import { makeThumb, type TakenPhoto } from '../photo/shrink.ts'
import type { ChosenPlace } from '../place/PlaceSheet.vue'
import { usePlace } from '../place/use-place.ts'
import type { Values } from '../queue/entry.ts'
import { enqueue } from '../queue/use-queue.ts'
import { useDraft } from '../store/draft.ts'
import { knownCode, loadQuick, quickOnes } from './quick.ts'

export const mostPhotos = 6
const ownKey = 'reporter'
interface Reporter {
  readonly name: string
  readonly phone: string
}
const savedReporter = (): Reporter => JSON.parse(localStorage.getItem(ownKey) ?? '{"name":"","phone":""}') as Reporter

export const useSnapForm = () => {
  const reporter = savedReporter()
  const form = reactive({
    quick: '',
    words: '',
    address: '',
    name: reporter.name,
    phone: reporter.phone,
    chosen: null as ChosenPlace | null,
  })
  const photos = shallowRef<readonly TakenPhoto[]>([])
  const problem = ref('')
  const isBusy = ref(false)
  const where = usePlace(form, () => photos.value.find((p) => p.place)?.place ?? null)
  const { place, label, again } = where
  const draft = useDraft('snap', form, { photos }, () => photos.value.length === 0 && !form.words && !form.quick)
  const begin = async (): Promise<void> => {
    again()
    quietly(loadQuick())
    await draft.restore()
  }
  const quick = computed(() => quickOnes.find((q) => q.key === form.quick))
  const words = computed(() =>
    [quick.value ? t(`quick.${quick.value.key}`) : '', form.words.trim()].filter(Boolean).join(t('snap.comma')),
  )
  const missing = computed(() => {
    if (words.value.length < 2) return t('snap.needWords')
    if (!/^(1\d{10})?$/.test(form.phone.trim())) return t('snap.needPhone')
    return !place.value && form.address.trim().length < 2 ? t('snap.needPlace') : ''
  })
  const address = (): string => (form.address.trim() || label.value).slice(0, 256)
  const valuesOf = (): Values => {
    const [name, phone, code] = [form.name.trim(), form.phone.trim(), knownCode(quick.value)]
    return {
      description: words.value,
      ...(place.value ? { lon: place.value.lon, lat: place.value.lat } : {}),
      ...(address() ? { address: address() } : {}),
      ...(code ? { categoryKind: 'matter', category: code } : {}),
      ...(name ? { reporterName: name } : {}),
      ...(phone ? { reporterPhone: phone } : {}),
    }
  }
  const submit = async (): Promise<string | undefined> => {
    problem.value = missing.value
    if (problem.value || isBusy.value) return undefined
    isBusy.value = true
    try {
      const { clientKey } = await enqueue({
        personId: null,
        title: words.value.slice(0, 40),
        work: { kind: 'snap', values: valuesOf() },
        files: photos.value.map((p) => ({ field: 'photos', name: p.name, blob: p.blob })),
        own: {
          description: words.value,
          address: address(),
          thumb: photos.value[0] ? await makeThumb(photos.value[0].blob) : null,
        },
      })
      localStorage.setItem(ownKey, JSON.stringify({ name: form.name.trim(), phone: form.phone.trim() }))
      await draft.clear()
      return clientKey
    } catch (error) {
      console.error(error)
      problem.value = t('snap.notSaved')
      return undefined
    } finally {
      isBusy.value = false
    }
  }
  return { form, photos, ...where, problem, isBusy, missing, begin, submit }
}
