/** What this person's screens are made of, kept for the whole visit. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { get } from './call.ts'
import { setServerNow } from './clock.ts'
import type { DefinitionMeta, Meta } from './types.ts'

const covers = (granted: string, verb: string): boolean =>
  granted === verb || (granted.endsWith('.*') && verb.startsWith(granted.slice(0, -1)))

export const useMeta = defineStore('meta', () => {
  const meta = shallowRef<Meta | null>(null)
  const isLoading = ref(false)
  const load = async (): Promise<Meta> => {
    isLoading.value = true
    try {
      const loaded = await get<Meta>('/meta')
      setServerNow(loaded.now)
      meta.value = loaded
      return loaded
    } finally {
      isLoading.value = false
    }
  }
  const forget = (): void => {
    meta.value = null
  }
  const definitions = computed(() => new Map((meta.value?.definitions ?? []).map((d) => [d.id, d])))
  const units = computed(() => new Map((meta.value?.units ?? []).map((u) => [u.id, u.name])))
  const people = computed(() => new Map((meta.value?.people ?? []).map((p) => [p.id, p.name])))
  const areas = computed(() => new Map((meta.value?.areas ?? []).map((a) => [a.code, a.name])))
  const streets = computed(() => (meta.value?.areas ?? []).filter((a) => a.code.length === 9))
  const definition = (id: string): DefinitionMeta | undefined => definitions.value.get(id)
  const may = (verb: string): boolean => (meta.value?.me.grants ?? []).some((g) => g.verbs.some((v) => covers(v, verb)))
  /** 湖滨街道 · 和平社区, from the longest known prefixes of a code. */
  const areaName = (code: unknown): string => {
    if (typeof code !== 'string' || code === '') return ''
    const names = [9, 12].flatMap((n) => (code.length >= n ? (areas.value.get(code.slice(0, n)) ?? []) : []))
    return names.join(' · ') || areas.value.get(code) || meta.value?.district.name || code
  }
  return { meta, isLoading, load, forget, definition, definitions, units, people, areas, streets, may, areaName }
})
