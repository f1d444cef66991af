/** What generic screens have to know of cases: how the category list is put together, and which conditions fit a category. */
import { call } from '#kernel/web/call.ts'
import { type CodeOption, defineCodeSource, defineRefHint } from '#kernel/web/codes.ts'
import { categoriesRoute } from '../contract.ts'

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)
export const loadCategories = async (): Promise<readonly CodeOption[]> =>
  (await call(categoriesRoute, {})).categories.map((c) => ({ code: c.code, zh: c.zh, group: c.major, kind: c.kind }))
export const prepareCases = (): void => {
  defineCodeSource('category', { load: loadCategories, kindOf: (context) => text(context.categoryKind) ?? text(context.kind) })
  defineRefHint('cases.condition', (context) => ({
    isActive: true,
    ...(text(context.category) ? { category: text(context.category) } : {}),
    ...(text(context.categoryKind) ? { kind: text(context.categoryKind) } : {}),
  }))
  defineRefHint('cases.case', () => ({ closedAt: null }))
}
