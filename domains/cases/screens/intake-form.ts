/** The state of the operator's form: what was said, where, what is alike, and sending it once. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { act } from '#kernel/web/api.ts'
import { CallError, call, get } from '#kernel/web/call.ts'
import { codeOptions } from '#kernel/web/codes.ts'
import { errorText } from '#kernel/web/load.ts'
import { dutyFindRoute, reportRoute, similarRoute, suggestRoute } from '../contract.ts'
import type { Suggestion } from './SuggestLine.vue'

export interface Point {
  readonly lon: number
  readonly lat: number
}
export interface Similar {
  readonly id: string
  readonly number: string
  readonly description: string
  readonly status: string
  readonly reasons: readonly string[]
}
export interface Reported {
  readonly id: string
  readonly number: string
  readonly receipt: string
  readonly description: string
  readonly isKnown: boolean
  readonly note: string
}
const blank = (source: string) => ({
  source,
  outsideNumber: '',
  reporterName: '',
  reporterPhone: '',
  description: '',
  address: '',
  category: '',
  isUrgent: false,
  photos: [] as readonly string[],
})
/** Also where the browser has no crypto.randomUUID (plain http inside a bureau). */
const newKey = (): string => `desk-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
const quietMs = 400

export const useIntakeForm = () => {
  const sourceKey = 'intake source'
  const form = reactive(blank(localStorage.getItem(sourceKey) ?? 'hotline'))
  const pin = shallowRef<Point | null>(null)
  const area = ref<string | null>(null)
  const similar = shallowRef<readonly Similar[] | null>(null)
  const suggestion = shallowRef<Suggestion | null>(null)
  const mergeInto = shallowRef<Similar | null>(null)
  const duty = ref<string | null | undefined>(undefined)
  const errors = ref<Readonly<Record<string, string>>>({})
  const problem = ref('')
  const isBusy = ref(false)
  const reported = shallowRef<readonly Reported[]>([])
  let clientKey = newKey()
  const chosen = computed(() => {
    const [kind, code] = form.category.split(':')
    return codeOptions('category').find((o) => o.kind === kind && o.code === code)
  })
  const setPin = async (to: Point | null, isNamed = false): Promise<void> => {
    pin.value = to
    area.value = null
    if (!to) return
    const found = await get<{ label: string; areaCode: string | null }>('/grid/describe', { ...to }).catch(() => null)
    if (!found || pin.value !== to) return
    area.value = found.areaCode
    if (!isNamed) form.address = found.label
  }
  const lookSimilar = async (): Promise<void> => {
    const at = pin.value
    if (!at) {
      similar.value = null
      return
    }
    const answer = await call(similarRoute, { ...at, category: chosen.value?.code ?? null, description: form.description })
    if (pin.value === at) similar.value = answer.cases
  }
  const lookDuty = async (): Promise<void> => {
    const { value } = chosen
    duty.value = undefined
    if (!value || !area.value) return
    const answer = await call(dutyFindRoute, {
      kind: value.kind === 'component' ? 'component' : 'matter',
      category: value.code,
      area: area.value,
    })
    duty.value = answer.lead?.unit ?? null
  }
  const lookSuggestion = async (): Promise<void> => {
    const text = form.description.trim()
    if (text.length < 4) {
      suggestion.value = null
      return
    }
    const { suggestions } = await call(suggestRoute, { text })
    if (form.description.trim() === text) suggestion.value = suggestions.find((s) => s.purpose === 'category') ?? null
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  watch([pin, area, chosen, () => form.description], () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      lookSimilar().catch(() => undefined)
      lookDuty().catch(() => undefined)
      lookSuggestion().catch(() => undefined)
    }, quietMs)
  })
  const reset = (): void => {
    Object.assign(form, blank(form.source))
    pin.value = null
    area.value = null
    similar.value = null
    suggestion.value = null
    mergeInto.value = null
    duty.value = undefined
    errors.value = {}
    problem.value = ''
    clientKey = newKey()
  }
  const merge = async (id: string): Promise<string> => {
    const target = mergeInto.value
    if (!target) return ''
    try {
      await act('cases.case', id, 'merge', { into: target.id, reasons: target.reasons.join('、') })
      return `→ ${target.number}`
    } catch (error) {
      return `! ${errorText(error)}`
    }
  }
  const submit = async (): Promise<boolean> => {
    isBusy.value = true
    errors.value = {}
    problem.value = ''
    const kind = chosen.value?.kind
    try {
      const done = await call(reportRoute, {
        source: form.source,
        description: form.description.trim(),
        address: form.address.trim() || undefined,
        isUrgent: form.isUrgent,
        photos: [...form.photos],
        clientKey,
        ...(pin.value ?? {}),
        outsideNumber: form.outsideNumber.trim() || undefined,
        reporterName: form.reporterName.trim() || undefined,
        reporterPhone: form.reporterPhone.trim() || undefined,
        category: chosen.value?.code,
        categoryKind: kind === 'component' || kind === 'matter' ? kind : undefined,
      })
      const note = done.isKnown ? '' : await merge(done.id)
      reported.value = [
        { id: done.id, number: done.number, receipt: done.receipt, description: form.description, isKnown: done.isKnown, note },
        ...reported.value,
      ].slice(0, 8)
      localStorage.setItem(sourceKey, form.source)
      reset()
      return true
    } catch (error) {
      problem.value = errorText(error)
      if (error instanceof CallError) errors.value = error.fields
      return false
    } finally {
      isBusy.value = false
    }
  }
  return {
    form,
    pin,
    area,
    similar,
    suggestion,
    mergeInto,
    duty,
    errors,
    problem,
    isBusy,
    reported,
    chosen,
    setPin,
    reset,
    submit,
  }
}
