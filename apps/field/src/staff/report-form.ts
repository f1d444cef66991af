/** An officer's report: to be handled, solved on the spot, or just put right by word of mouth. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { listRows } from '#kernel/web/api.ts'
import { get } from '#kernel/web/call.ts'
import { serverNow } from '#kernel/web/clock.ts'
import { codeOptions } from '#kernel/web/codes.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { useMeta } from '#kernel/web/meta.ts'
import type { Row } from '#kernel/web/types.ts'
import { quietly } from '../error-text.ts'
import type { TakenPhoto } from '../photo/shrink.ts'
import { metresBetween } from '../place/distance.ts'
import { useLocate } from '../place/locate.ts'
import type { ChosenPlace } from '../place/PlaceSheet.vue'
import type { NewEntry } from '../queue/keep.ts'
import { enqueue } from '../queue/use-queue.ts'
import { useDraft } from '../store/draft.ts'
import { countOnPatrol, currentPatrol } from './patrol.ts'
import { me } from './session.ts'

export const modes = ['report', 'solved', 'correction'] as const
export type Mode = (typeof modes)[number]
export const mostPhotos = 9
const nearSpan = 0.0012
interface NearComponent {
  readonly id: string
  readonly name: string
  readonly code: string
  readonly category: string
  readonly metres: number
}
const nearComponents = async (at: { readonly lon: number; readonly lat: number }): Promise<readonly NearComponent[]> => {
  const { rows } = await listRows('grid.component', {
    box: [at.lon - nearSpan, at.lat - nearSpan, at.lon + nearSpan, at.lat + nearSpan],
    limit: 200,
  })
  return rows
    .flatMap((r: Row) =>
      typeof r.lon === 'number' && typeof r.lat === 'number'
        ? [
            {
              id: r.id,
              name: String(r.name),
              code: String(r.code),
              category: String(r.category),
              metres: metresBetween([at.lon, at.lat], [r.lon, r.lat]),
            },
          ]
        : [],
    )
    .sort((a, b) => a.metres - b.metres)
    .slice(0, 30)
}

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
  const { position, state, again } = useLocate()
  const label = ref('')
  const isInside = ref(true)
  const problem = ref('')
  const isBusy = ref(false)
  const near = shallowRef<readonly NearComponent[]>([])
  const place = computed(() => form.chosen ?? position.value ?? photos.value.find((p) => p.place)?.place ?? null)
  const isBlank = (): boolean => photos.value.length === 0 && !form.words && !form.category
  const draft = useDraft('report', form, { photos, afterPhotos }, isBlank)
  const mayCorrect = computed(() => meta.definition('intake.correction')?.mayWrite === true)
  const matters = computed(() => meta.definition('intake.correction')?.fields.find((f) => f.name === 'matter')?.choices ?? [])
  watch(place, (at) => {
    if (!at) return
    if (!form.chosen)
      quietly(
        get<{ label: string; areaCode: string | null }>('/grid/describe', { lon: at.lon, lat: at.lat }).then((found) => {
          if (place.value !== at) return
          label.value = found.label
          isInside.value = found.areaCode !== null
        }),
      )
    quietly(
      nearComponents(at).then((found) => {
        near.value = found
      }),
    )
  })
  const choose = (to: ChosenPlace): void => {
    form.chosen = to
    label.value = to.label
    isInside.value = to.isInside
  }
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
  const common = (): Record<string, unknown> => {
    const address = (form.address.trim() || label.value).slice(0, 256)
    const code = chosenCode.value
    return {
      description: words.value,
      source: meta.may('cases.handle') ? 'officer' : 'collector',
      ...(address ? { address } : {}),
      ...(code ? { categoryKind: code.kind, category: code.code } : {}),
      ...(form.component ? { component: form.component.id } : {}),
    }
  }
  const entryOf = (): NewEntry => {
    const at = place.value ? { lon: place.value.lon, lat: place.value.lat } : null
    const files = [
      ...photos.value.map((p) => ({ field: 'photos', name: p.name, blob: p.blob })),
      ...(form.mode === 'solved' ? afterPhotos.value.map((p) => ({ field: 'afterPhotos', name: p.name, blob: p.blob })) : []),
    ]
    const own = { personId: me()?.personId ?? null, files }
    if (form.mode === 'correction') {
      const zh = matters.value.find((m) => m.value === form.matter)?.zh ?? form.matter
      const note = form.words.trim().slice(0, 500)
      return {
        ...own,
        title: `${t('report.mode.correction')} ${zh}`,
        work: {
          kind: 'record',
          definition: 'intake.correction',
          values: {
            matter: form.matter,
            ...(note ? { note } : {}),
            ...(currentPatrol.value?.plan ? { plan: currentPatrol.value.plan } : {}),
          },
          place: at,
          at: new Date(serverNow()).toISOString(),
        },
      }
    }
    const title = words.value.slice(0, 40)
    if (form.mode === 'solved')
      return {
        ...own,
        title,
        work: {
          kind: 'open',
          procedure: 'cases.case',
          action: 'reportSolved',
          place: at,
          values: { ...common(), urgency: form.isUrgent ? 'urgent' : 'normal', result: form.result.trim() },
        },
      }
    return { ...own, title, work: { kind: 'report', values: { ...common(), ...(at ?? {}), isUrgent: form.isUrgent } } }
  }
  const submit = async (): Promise<boolean> => {
    problem.value = missing.value
    if (problem.value || isBusy.value) return false
    isBusy.value = true
    try {
      await enqueue(entryOf())
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
  const view = { photos, afterPhotos, position, state, label, isInside, place, near, matters, mayCorrect, problem, isBusy }
  return { form, ...view, begin, again, choose, takeComponent, submit }
}
export type { NearComponent }
