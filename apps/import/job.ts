/** What every kind of import is given and gives back. */
import type { Kernel } from '#kernel'
import type { ErrorSheet } from './report.ts'

export interface Job {
  readonly kernel: Kernel
  readonly file: string
  /** `--name value` of the command line. */
  readonly option: (name: string) => string | undefined
  readonly say: (zh: string, en: string) => void
  readonly progress: (done: number, total: number | undefined) => void
  readonly errors: ErrorSheet
  /** Asked between batches: true ends the run early; running it again continues. */
  readonly isStopping: () => boolean
}
export interface Tally {
  read: number
  added: number
  known: number
  refused: number
}
export interface Summary extends Readonly<Tally> {
  readonly byChannel: ReadonlyMap<string, Readonly<Tally>>
  /** What this kind has to say besides, Chinese and English. */
  readonly notes: readonly { readonly zh: string; readonly en: string }[]
}
export interface Kind {
  readonly id: string
  readonly zh: string
  readonly en: string
  /** Options of this kind with what they mean. */
  readonly options: Readonly<Record<string, string>>
  readonly run: (job: Job) => Promise<Summary>
}
/** A mistake of whoever typed the command, or of the whole file: said in a sentence, without a stack. */
export class ImportError extends Error {
  override readonly name = 'ImportError'
  readonly en: string
  constructor(zh: string, en: string) {
    super(zh)
    this.en = en
  }
}
