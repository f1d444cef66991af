/** The doors of the citizen's entry as the bureau set them, and the local name of the reporting program. */
import { computed, shallowRef } from 'vue'
import { get } from '#kernel/web/call.ts'
import { t } from '#kernel/web/i18n/index.ts'
import { askOrKept } from '../store/kept.ts'

export interface Door {
  readonly name: string | null
  readonly icon: string
  readonly kind: string
  readonly target: string
  readonly note: string | null
}
interface Entries {
  readonly program: string | null
  readonly district: string
  readonly box: readonly number[]
  readonly entries: readonly Door[]
}
const known = shallowRef<Entries | null>(null)
export const loadEntries = async (): Promise<void> => {
  known.value ??= (await askOrKept('entries', () => get<Entries>('/public/entries'))).value
}
/** Without a network and never seen: reporting and progress still work. */
const least: readonly Door[] = [
  { name: null, icon: 'camera', kind: 'page', target: 'report', note: null },
  { name: null, icon: 'progress', kind: 'page', target: 'progress', note: null },
]
export const doors = computed(() => known.value?.entries ?? least)
export const district = computed(() => known.value?.district ?? '')
export const programName = computed(() => known.value?.program ?? t('snap.program'))
const ownNames: Readonly<Record<string, string>> = { report: 'snap.program', progress: 'mine.title' }
export const doorName = (door: Door): string => {
  if (door.name) return door.name
  if (door.target === 'report') return programName.value
  const key = ownNames[door.target]
  return key ? t(key) : door.kind === 'phone' ? t('home.call', { number: door.target }) : door.target
}
export const doorNote = (door: Door): string => {
  if (door.note) return door.note
  if (door.kind === 'phone') return t('home.callNote')
  return door.target === 'report' ? t('home.reportNote') : door.target === 'progress' ? t('home.progressNote') : ''
}
