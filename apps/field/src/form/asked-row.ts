/** A list lacks a row and asks for it; the app shows the form over everything else and answers. */
import { shallowRef } from 'vue'
import type { DefinitionMeta } from '#kernel/web/types.ts'

export interface NewRow {
  readonly id: string
  readonly zh: string
}
interface Asked {
  readonly definition: DefinitionMeta
  /** What was searched for: most likely its name. */
  readonly words: string
  readonly take: (row: NewRow) => void
}
export const asked = shallowRef<Asked | null>(null)
export const askRow = (definition: DefinitionMeta, words: string, take: (row: NewRow) => void): void => {
  asked.value = { definition, words, take }
}
