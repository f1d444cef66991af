/** What generic screens have to know of cases: how the category list is put together, and which conditions fit a category. */
import { call } from '#kernel/web/call.ts'
import { type CodeOption, defineCodeSource, defineRefHint } from '#kernel/web/codes.ts'
import { categoriesRoute } from '../contract.ts'

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
export const loadCategories = async (): Promise<readonly CodeOption[]> =>
  (await call(categoriesRoute, {})).categories.map((c) => ({ code: c.code, zh: c.zh, group: c.major, kind: c.kind }))
/** Whole groups of categories (大类, two digits) before the single ones: what a duty is said of. */
const loadPrefixes = async (): Promise<readonly CodeOption[]> => {
  const all = await loadCategories()
  const groups = new Map(
    all.map((c) => [`${c.kind}${c.code.slice(0, 2)}`, { ...c, code: c.code.slice(0, 2), zh: `${c.group}(大类)` }]),
  )
  return [...groups.values(), ...all]
}
/** Another `kind` on the same form (诉求类型, 种类) is not a kind of category. */
const kindOf = (context: Readonly<Record<string, unknown>>): string | undefined =>
  [context.categoryKind, context.kind].map(text).find((kind) => kind === 'component' || kind === 'matter')
export const prepareCases = (): void => {
  defineCodeSource('category', { load: loadCategories, kindOf })
  defineCodeSource('category-prefix', { load: loadPrefixes, kindOf })
  defineRefHint('cases.condition', (context) => ({
    isActive: true,
    ...(text(context.category) ? { category: text(context.category) } : {}),
    ...(text(context.categoryKind) ? { kind: text(context.categoryKind) } : {}),
  }))
  defineRefHint('cases.case', () => ({ closedAt: null }))
}
