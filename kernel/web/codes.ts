/** Code lists for labels and pickers, loaded once. A domain may say how one of its lists is put together. */
import { reactive } from 'vue'
import { getCodes } from './api.ts'
import type { Row } from './types.ts'

export interface CodeOption {
  readonly code: string
  readonly zh: string
  readonly group?: string
  /** Chooses among equal codes, e.g. by the kind of the row. */
  readonly kind?: string
}
export interface CodeSource {
  readonly load: () => Promise<readonly CodeOption[]>
  /** The kind a row or form speaks of, where one list has several. */
  readonly kindOf?: (context: Readonly<Record<string, unknown>>) => string | undefined
}
const sources = new Map<string, CodeSource>()
const lists = reactive(new Map<string, readonly CodeOption[]>())
const asked = new Set<string>()

export const defineCodeSource = (list: string, source: CodeSource): void => {
  sources.set(list, source)
}
export const codeOptions = (list: string, context: Readonly<Record<string, unknown>> = {}): readonly CodeOption[] => {
  const source = sources.get(list)
  if (!asked.has(list)) {
    asked.add(list)
    const load = source?.load ?? (async () => (await getCodes(list)).rows)
    load()
      .then((options) => lists.set(list, options))
      .catch(() => asked.delete(list))
  }
  const all = lists.get(list) ?? []
  const kind = source?.kindOf?.(context)
  return kind ? all.filter((o) => o.kind === undefined || o.kind === kind) : all
}
export const codeLabel = (list: string, code: string, context: Readonly<Record<string, unknown>> = {}): string =>
  codeOptions(list, context).find((o) => o.code === code)?.zh ?? code
export const forgetCodes = (): void => {
  asked.clear()
  lists.clear()
}

/** Which rows of a target a reference field may name, given the rest of the form. */
type RefHint = (context: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
const hints = new Map<string, RefHint>()
export const defineRefHint = (target: string, hint: RefHint): void => {
  hints.set(target, hint)
}
export const refHint = (target: string, context: Row | Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  hints.get(target)?.(context) ?? {}
