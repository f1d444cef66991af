/** What a receipt shows. */
export interface Progress {
  readonly number: string
  readonly statusZh: string
  readonly isFinal: boolean
  readonly dueAt: string | null
  readonly reply: string | null
  readonly satisfaction: string | null
  readonly steps: readonly { readonly at: string; readonly zh: string }[]
  /** Covered copies; an answer kept from before has none. */
  readonly photos?: readonly { readonly id: string; readonly when: 'before' | 'after' }[]
}
export const satisfactions = ['satisfied', 'basic', 'dissatisfied'] as const
