/** Finding Chinese words by pinyin or its initials. The dictionary is large: it comes when first wanted. */
import { ref } from 'vue'

type Match = (
  text: string,
  query: string,
  options?: { precision?: 'start' | 'first' | 'any'; continuous?: boolean },
) => readonly number[] | null
let match: Match | undefined
let isAsked = false
const isReady = ref(false)
export const wantPinyin = (): void => {
  if (isAsked) return
  isAsked = true
  import('pinyin-pro')
    .then((module) => {
      match = module.match as Match
      isReady.value = true
    })
    .catch(() => {
      isAsked = false
    })
}
/** 0 = not found; higher is better: begins with, contains, sounds like. */
export const likeness = (text: string, query: string): number => {
  const needle = query.trim().toLowerCase()
  if (needle === '') return 1
  const place = text.toLowerCase().indexOf(needle)
  if (place === 0) return 4
  if (place > 0) return 3
  if (!isReady.value || !match || !/^[a-z]+$/.test(needle)) return 0
  const found = match(text, needle, { precision: 'start', continuous: true })
  return found ? (found[0] === 0 ? 2 : 1) : 0
}
/** The likeliest first, shorter words before longer, by the best of several texts of each. */
export const searchByWords = <T>(
  items: readonly T[],
  query: string,
  texts: (item: T) => readonly string[],
  limit = 50,
): readonly T[] => {
  if (query.trim() === '') return items.slice(0, limit)
  return items
    .map((item) => ({
      item,
      score: Math.max(0, ...texts(item).map((text) => likeness(text, query))),
      length: texts(item)[0]?.length ?? 0,
    }))
    .filter((x) => x.score > 0)
    .sort((a, b) => b.score - a.score || a.length - b.length)
    .slice(0, limit)
    .map((x) => x.item)
}
