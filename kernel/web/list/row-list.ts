/** The state of a list lives in the address: filter, search, sort, page. This reads it, writes it and loads the page. */
import { computed, type Ref, watch } from 'vue'
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router'
import { type ListQuery, listRows } from '../api.ts'
import { useLive } from '../live.ts'
import { useLoad } from '../load.ts'

export type Filters = Readonly<Record<string, unknown>>
export const pageSizes = [20, 50, 100, 200]
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const parse = (text: string): Filters => {
  if (!text) return {}
  try {
    return JSON.parse(text) as Filters
  } catch {
    return {}
  }
}
export const useRowList = (definition: Ref<string>, always: Ref<Filters>) => {
  const route = useRoute()
  const router = useRouter()
  const filters = computed(() => parse(textOf(route.query.f)))
  const search = computed(() => textOf(route.query.q))
  const sort = computed(() => textOf(route.query.sort))
  const isDescending = computed(() => route.query.desc === '1')
  const area = computed(() => textOf(route.query.area))
  const page = computed(() => Math.max(1, Number(route.query.page) || 1))
  const size = computed(() => Number(route.query.size) || 50)
  /** Changes some of the address; anything but the page begins again at page 1. */
  const change = (part: LocationQueryRaw): void => {
    const query: LocationQueryRaw = {
      ...route.query,
      ...('page' in part || 'sel' in part || 'map' in part ? {} : { page: undefined }),
      ...part,
    }
    for (const key of Object.keys(query))
      if (query[key] === undefined || query[key] === '' || query[key] === null) delete query[key]
    router.replace({ query }).catch(() => undefined)
  }
  const setFilter = (name: string, value: unknown): void => {
    const next = Object.fromEntries(
      Object.entries({ ...filters.value, [name]: value }).filter(
        ([, v]) => v !== undefined && v !== null && v !== '' && !(Array.isArray(v) && v.length === 0),
      ),
    )
    change({ f: Object.keys(next).length > 0 ? JSON.stringify(next) : undefined })
  }
  const clear = (): void => change({ f: undefined, q: undefined, area: undefined })
  const sortBy = (key: string): void => {
    if (sort.value !== key) change({ sort: key, desc: undefined })
    else if (!isDescending.value) change({ sort: key, desc: '1' })
    else change({ sort: undefined, desc: undefined })
  }
  const query = computed<ListQuery>(() => {
    const filter = { ...always.value, ...filters.value }
    return {
      filter: Object.keys(filter).length > 0 ? filter : undefined,
      search: search.value || undefined,
      sort: sort.value || undefined,
      desc: sort.value && isDescending.value ? '1' : undefined,
      area: area.value || undefined,
      limit: size.value,
      offset: (page.value - 1) * size.value || undefined,
    }
  })
  const loader = useLoad((signal) => listRows(definition.value, query.value, signal))
  watch([definition, () => JSON.stringify(query.value)], () => loader.load(), { immediate: true })
  watch(definition, () => {
    loader.data.value = null
  })
  useLive(
    ([, type]) => type === definition.value,
    () => loader.load(),
  )
  const rows = computed(() => loader.data.value?.rows ?? [])
  const activeCount = computed(() => Object.keys(filters.value).length + (search.value ? 1 : 0) + (area.value ? 1 : 0))
  return {
    ...loader,
    rows,
    filters,
    search,
    sort,
    isDescending,
    area,
    page,
    size,
    query,
    change,
    setFilter,
    clear,
    sortBy,
    activeCount,
  }
}
export type RowList = ReturnType<typeof useRowList>
